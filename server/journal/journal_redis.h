/* The shared journal: several servers over one Redis. */
#ifndef ARCHIPEL_JOURNAL_JOURNAL_REDIS_H
#define ARCHIPEL_JOURNAL_JOURNAL_REDIS_H

#include "journal/journal.h"

struct uv_loop_s;

/* Connects in the background and for ever to
 *   redis://[[user]:password@]host[:port][/database]  or  redis+unix:///path/to/socket[?database=n]
 * Returns NULL and one sentence in `problem` when the address cannot be read; a Redis that is
 * not there is no failure of new: is_ready tells. The journal is freed by its close. */
struct journal *journal_redis_new(struct uv_loop_s *loop, const char *address, char *problem,
                                  size_t problem_bytes);

#endif
