/* The shared journal: several servers over one Redis. */
#ifndef ARCHIPEL_JOURNAL_JOURNAL_REDIS_H
#define ARCHIPEL_JOURNAL_JOURNAL_REDIS_H

#include "journal/journal.h"

struct uv_loop_s;

/* What it asks of Redis: appendonly yes and appendfsync always (a weaker setting is said aloud),
 * no eviction, and, where rights are given one by one, the commands EVAL, HMGET, HSET, DEL, XADD,
 * XRANGE, SADD, SMEMBERS, PUBLISH, PSUBSCRIBE, SELECT, PING and perhaps CONFIG GET and
 * BGREWRITEAOF, the keys archipel:* and the channels archipel:N:*, N being the database.
 * redis_script.h describes the keys.
 *
 * A follower hears of its own server's appends by their completions only. A position behind the
 * one that it has means that Redis has lost something: messages that are late are not passed on.
 * The program ignores SIGPIPE. */

/* Connects in the background and for ever to
 *   redis://[[user]:password@]host[:port][/database]  or  redis+unix:///path/to/socket[?database=n]
 * Returns NULL and one sentence in `problem` when the address cannot be read; a Redis that is
 * not there is no failure of new: is_ready tells. The journal is freed by its close. */
struct journal *journal_redis_new(struct uv_loop_s *loop, const char *address, char *problem,
                                  size_t problem_bytes);

#endif
