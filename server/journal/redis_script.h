/* Calls as commands for Redis, and its replies as outcomes: the layout of a workshop there.
 *
 *   archipel:{W}:head      hash: epoch, seq, and first, the first entry that is still there
 *   archipel:{W}:entries   stream: entry n has the id n-0 and one field, d
 *   archipel:{W}:snapshot  hash: epoch, seq, data
 *   archipel:workshops     set: every W
 *
 * Before each entry and snapshot stand four bytes of checksum, the highest first. */
#ifndef ARCHIPEL_JOURNAL_REDIS_SCRIPT_H
#define ARCHIPEL_JOURNAL_REDIS_SCRIPT_H

#include "journal/call.h"
#include "journal/pieces.h"

struct redisReply;

/* The command that carries out a call. `channel` is where the workshop's followers listen,
 * `message` what begins a message about a new position. */
void redis_script_write(struct pieces *command, const struct call *call, const char *channel,
                        const char *message);

/* Writes the outcome; a reply that makes no sense is UNAVAILABLE, NULL too. */
void redis_script_read(struct call *call, const struct redisReply *reply);

/* Asks for a workshop's position, and reads it: {0, 0} when there is no such workshop. */
void redis_position_write(struct pieces *command, uint64_t workshop);
/* Reads the answer; false when it makes no sense. */
bool redis_position_read(struct journal_position *position, const struct redisReply *reply);

#endif
