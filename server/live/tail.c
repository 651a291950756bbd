/* A ring of entries, oldest first. Since their numbers have no gap, a number is a place:
 *
 *   seq     41 42 43 44      place of 43 = 43 - 41
 *   place    0  1  2  3
 */
#include "live/tail.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"

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
    tail->bytes -= bytes_length(oldest->stored);
    tellings_clear(&oldest->tellings);
    bytes_drop(oldest->stored);
    tail->head = (tail->head + 1) % tail->capacity;
    tail->count--;
    if (tail->told) tail->told--;
}

void tail_clear(struct tail *tail)
{
    while (tail->count) shift(tail);
    free(tail->entries);
    *tail = (struct tail){0};
}

void tail_add(struct tail *tail, uint64_t seq, struct tellings *tellings, struct bytes *stored)
{
    CHECK(!tail->count || seq == entry_at(tail, tail->count - 1)->seq + 1);
    tail->entries =
        ring_room(tail->entries, tail->head, tail->count, &tail->capacity, sizeof *tail->entries);
    *entry_at(tail, tail->count++) = (struct tail_entry){seq, *tellings, stored};
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
    return tail->count && entry_at(tail, 0)->seq <= seq + 1 &&
           seq <= entry_at(tail, tail->count - 1)->seq;
}

size_t tail_place(const struct tail *tail, uint64_t seq)
{
    CHECK(tail->count && seq >= entry_at(tail, 0)->seq);
    size_t place = (size_t)(seq - entry_at(tail, 0)->seq);
    CHECK(place < tail->count);
    return place;
}

const struct bytes *tail_stored(const struct tail *tail, uint64_t seq)
{
    if (!tail->count || seq < entry_at(tail, 0)->seq) return NULL;
    if (seq > entry_at(tail, tail->count - 1)->seq) return NULL;
    return entry_at(tail, tail_place(tail, seq))->stored;
}
