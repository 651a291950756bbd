/* Brings a workshop of format 1 in a Redis to this format: fetched whole, made anew, written back
 * in one step unless it has moved meanwhile. In format 1 the head had epoch, seq and first as
 * numbers, and entries and snapshots four bytes of checksum. */
#ifndef ARCHIPEL_JOURNAL_REDIS_UPGRADE_H
#define ARCHIPEL_JOURNAL_REDIS_UPGRADE_H

#include "journal/pieces.h"

struct redisReply;

/* Asks for all of it. */
void redis_upgrade_fetch(struct pieces *command, uint64_t workshop);

enum redis_upgrade { UPGRADE_NEEDED, UPGRADE_DONE, UPGRADE_DAMAGED };

/* What the reply to that gives: UPGRADE_NEEDED and the command that writes it back; or it is not of
 * format 1 any more; or it is damaged and stays as it is. `channel` and `message` as in
 * redis_script.h. */
enum redis_upgrade redis_upgrade_write(struct pieces *command, uint64_t workshop,
                                       const struct redisReply *reply, const char *channel,
                                       const char *message);

#endif
