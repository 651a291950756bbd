/* What is written with every entry, snapshot and position, so that reading tells damage from truth.
 *
 * CRC-32C (Castagnoli, Bräuer, Herrmann 1993; reflected, as in iSCSI, RFC 3720 B.4): it finds
 * every burst of up to 32 bits and all but one in four thousand million of the rest. It is no
 * protection against somebody who may write into the store. */
#ifndef ARCHIPEL_JOURNAL_CHECKSUM_H
#define ARCHIPEL_JOURNAL_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

#include "journal/journal.h"

/* Goes on from `checksum`, which is 0 at the start. */
uint32_t checksum_add(uint32_t checksum, const void *data, size_t length);

/* Of what stands at a place in a workshop's history, so that bytes which stand in the place of
 * others are damage: of an entry (epoch 0, its number, the head before it), of a snapshot (the
 * position that it is of), and of a position alone. */
uint32_t checksum_of(uint64_t workshop, const struct journal_position *place,
                     struct journal_bytes bytes);
/* As format 1 had it: of an entry, or of the snapshot at `seq`. */
uint32_t checksum_of_format_1(uint64_t workshop, uint64_t seq, struct journal_bytes bytes);

#endif
