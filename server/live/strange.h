/* What a store holds that this server does not understand: a newer one has written it, or it is
 * damaged. */
#ifndef ARCHIPEL_LIVE_STRANGE_H
#define ARCHIPEL_LIVE_STRANGE_H

#include <stdint.h>

#include "journal/journal.h"
#include "protocol/generated/codes.h"

/* With what to close the workshop for an entry that was not understood: CLOSE_OUTDATED, which is
 * said in the log, or CLOSE_DAMAGED. */
enum close_code strange_entry(uint64_t workshop, struct journal_bytes entry);
/* The same for a snapshot. */
enum close_code strange_snapshot(uint64_t workshop, struct journal_bytes snapshot);

#endif
