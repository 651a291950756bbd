/* The mark of a position: what a client keeps of the history that it was told, in 53 bits.
 *
 *     ┃ 26 bits: of the head of the chain, so of all entries up to there ┃ 27 bits: of the rest ┃
 *
 * The lower bits say that a server of this organiser gave the mark for this epoch and number, so
 * that somebody who comes from a history that is not there any more can be believed: nobody makes
 * up a loss. Both are keyed (digest.h), so that a mark tells nothing of what is hidden, and
 * whoever wants to guess one that is believed has to knock a hundred million times. Two histories
 * that have parted are taken for one once in sixty million times that somebody comes back. */
#ifndef ARCHIPEL_LIVE_MARK_H
#define ARCHIPEL_LIVE_MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/secret.h"
#include "journal/journal.h"

/* How far somebody is told, within an epoch. */
struct point {
    uint64_t seq, mark;
};

/* The key of all marks, derived from the organiser's: all servers of one organiser have the same. */
struct secret mark_key(const struct secret *organiser);

/* The mark that goes with a position. */
uint64_t mark_of(const struct secret *key, uint64_t workshop,
                 const struct journal_position *position);
/* Whether a server has given this mark for this epoch and number, whatever the history was. */
bool mark_was_given(const struct secret *key, uint64_t workshop, uint64_t epoch, uint64_t seq,
                    uint64_t mark);

#endif
