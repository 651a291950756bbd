/* Calls as commands for Redis, and its replies as outcomes: the layout of a workshop there.
 *
 *   archipel:{W}:head      hash: format, at (the position), and first, the first entry that is still
 *                          there; epoch says "newer", which keeps servers of format 1 away
 *   archipel:{W}:entries   stream: entry n has the id n-0 and one field, d
 *   archipel:{W}:snapshot  hash: at (its position), data
 *   archipel:workshops     set: every W
 *   archipel:sign:S        the workshop that sign S leads to
 *
 * redis_place.h has the texts and bytes. The format is 2; field `format` is for ever, so that a
 * server knows what it must not touch. */
#ifndef ARCHIPEL_JOURNAL_REDIS_SCRIPT_H
#define ARCHIPEL_JOURNAL_REDIS_SCRIPT_H

#include "journal/call.h"
#include "journal/pieces.h"

struct redisReply;

/* The command that carries out a call. `channel` is where the workshop's followers listen,
 * `message` what begins a message about a new position. */
void redis_script_write(struct pieces *command, const struct call *call, const char *channel,
                        const char *message);

/* What puts up the sign of a put_sign, unless it is there; the call itself then asks who was first. */
void redis_sign_write(struct pieces *command, const struct call *call);

/* Writes the outcome; a reply that makes no sense is UNAVAILABLE, NULL too. */
void redis_script_read(struct call *call, const struct redisReply *reply);

/* Whether the workshop is of format 1 and was left alone (redis_upgrade.h). */
bool redis_script_is_older(const struct redisReply *reply);

/* Asks for a workshop's position, and reads it: zero when there is no such workshop. */
void redis_position_write(struct pieces *command, uint64_t workshop);
/* Reads the answer; false when it makes no sense. */
bool redis_position_read(struct journal_position *position, uint64_t workshop,
                         const struct redisReply *reply);

/* Adds a script and the keys of a workshop; its arguments follow. */
void redis_add_script(struct pieces *command, const char *script, uint64_t workshop);

#endif
