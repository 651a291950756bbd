/* The recent entries of a workshop: what is to be told of them, and the bytes that the journal has.
 *
 * From here one tells what is new, lets those resume who come back to the history they left, and
 * gives back to a journal what it has lost. Entries follow one another without a gap. Once all were told, only what an
 * entry touched is kept of its tellings: who was away is told what has become of that. */
#ifndef ARCHIPEL_LIVE_TAIL_H
#define ARCHIPEL_LIVE_TAIL_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "core/telling.h"
#include "journal/journal.h"

struct tail_entry {
    uint64_t seq;
    struct tellings tellings;
    struct bytes *stored; /* as the journal has it, to write it back if it is lost there */
    struct digest head;   /* of the chain after it */
};

struct tail {
    uint64_t base; /* the number before the oldest entry, and */
    struct digest base_head;
    struct tail_entry *entries; /* a ring */
    size_t head, count, capacity;
    size_t told;  /* of them, the oldest: everybody was told */
    size_t bytes; /* of stored */
};

/* Forgets all entries and frees what they took; the next one comes after this position. */
void tail_reset(struct tail *tail, const struct journal_position *position);
/* Adds the newest entry, the next one; takes tellings and stored over. */
void tail_add(struct tail *tail, uint64_t seq, struct tellings *tellings, struct bytes *stored);
/* Everybody was told of all up to seq. The oldest go while they are too many or too large, but
 * none after seq. */
void tail_told(struct tail *tail, uint64_t seq);

/* The entry at this place, 0 for the oldest, below count. Valid until the next add or told. */
const struct tail_entry *tail_at(const struct tail *tail, size_t place);
/* Whether all entries after this one are here; nothing is after the newest. */
bool tail_reaches(const struct tail *tail, uint64_t seq);
/* The head of the chain at this number; NULL when the tail does not reach it. Borrowed. */
const struct digest *tail_head(const struct tail *tail, uint64_t seq);
/* The place of entry seq, which must be in the tail. */
size_t tail_place(const struct tail *tail, uint64_t seq);

#endif
