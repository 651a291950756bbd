/* A ring of entries, oldest first. Since their numbers have no gap, a number is a place:
 *
 *   seq     41 42 43 44      place of 43 = 43 - 41
 *   place    0  1  2  3
 */
#include "live/tail.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"
#include "journal/chain.h"

enum {
    ENTRIES_MOST = 4096,
    BYTES_MOST = 4 << 20, /* of what is stored */
};

static struct tail_entry *entry_at(const struct tail *tail, size_t place)
{
    return &tail->entries[(tail->head + place) % tail->capacity];
}

const struct tail_entry *tail_at(const struct tail *tail, size_t place)
{
    CHECK(place < tail->count);
    return entry_at(tail, place);
}

static void shift(struct tail *tail)
{
    struct tail_entry *oldest = entry_at(tail, 0);
    tail->base = oldest->seq;
    tail->base_head = oldest->head;
    tail->bytes -= bytes_length(oldest->stored);
    tellings_clear(&oldest->tellings);
    bytes_drop(oldest->stored);
    tail->head = (tail->head + 1) % tail->capacity;
    tail->count--;
    if (tail->told) tail->told--;
}

void tail_reset(struct tail *tail, const struct journal_position *position)
{
    while (tail->count) shift(tail);
    free(tail->entries);
    *tail = (struct tail){.base = position->seq, .base_head = position->head};
}

static uint64_t newest(const struct tail *tail)
{
    return tail->base + tail->count;
}

void tail_add(struct tail *tail, uint64_t seq, struct tellings *tellings, struct bytes *stored)
{
    CHECK(seq == newest(tail) + 1);
    struct digest head =
        chain_after(tail_head(tail, newest(tail)),
                    (struct journal_bytes){bytes_text(stored), bytes_length(stored)});
    tail->entries =
        ring_room(tail->entries, tail->head, tail->count, &tail->capacity, sizeof *tail->entries);
    *entry_at(tail, tail->count++) = (struct tail_entry){seq, *tellings, stored, head};
    *tellings = (struct tellings){0};
    tail->bytes += bytes_length(stored);
}

void tail_told(struct tail *tail, uint64_t seq)
{
    while (tail->told < tail->count && entry_at(tail, tail->told)->seq <= seq)
        tellings_told(&entry_at(tail, tail->told++)->tellings);
    while (tail->told && (tail->count > ENTRIES_MOST || tail->bytes > BYTES_MOST)) shift(tail);
}

bool tail_reaches(const struct tail *tail, uint64_t seq)
{
    return tail->base <= seq && seq <= newest(tail);
}

const struct digest *tail_head(const struct tail *tail, uint64_t seq)
{
    if (!tail_reaches(tail, seq)) return NULL;
    return seq == tail->base ? &tail->base_head : &entry_at(tail, tail_place(tail, seq))->head;
}

size_t tail_place(const struct tail *tail, uint64_t seq)
{
    CHECK(tail->base < seq && seq <= newest(tail));
    return (size_t)(seq - tail->base - 1);
}
