/* The recent entries of a workshop: what is to be told of them, and the bytes that the journal has.
 *
 * From here one tells what is new, lets those resume who come back, and gives back to a journal
 * what it has lost. Entries follow one another without a gap. Once all were told, only what an
 * entry touched is kept of its tellings: who was away is told what has become of that. */
#ifndef ARCHIPEL_LIVE_TAIL_H
#define ARCHIPEL_LIVE_TAIL_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "core/telling.h"

struct tail_entry {
    uint64_t seq;
    struct tellings tellings;
    struct bytes *stored; /* as the journal has it, to write it back if it is lost there */
};

/* A zeroed struct tail is empty. */
struct tail {
    struct tail_entry *entries; /* a ring */
    size_t head, count, capacity;
    size_t told;  /* of them, the oldest: everybody was told */
    size_t bytes; /* of stored */
};

/* Forgets all entries and frees what they took. */
void tail_clear(struct tail *tail);
/* Adds the newest entry; takes tellings and stored over. */
void tail_add(struct tail *tail, uint64_t seq, struct tellings *tellings, struct bytes *stored);
/* Everybody was told of all up to seq. The oldest go while they are too many or too large, but
 * none after seq. */
void tail_told(struct tail *tail, uint64_t seq);

/* The entry at this place, 0 for the oldest, below count. Valid until the next add or told. */
const struct tail_entry *tail_at(const struct tail *tail, size_t place);
/* Whether all entries after this one are here; nothing is after the newest. */
bool tail_reaches(const struct tail *tail, uint64_t seq);
/* The place of entry seq, which must be in the tail. */
size_t tail_place(const struct tail *tail, uint64_t seq);
/* The stored bytes of entry seq, or NULL when it is not in the tail. Borrowed. */
const struct bytes *tail_stored(const struct tail *tail, uint64_t seq);

#endif
