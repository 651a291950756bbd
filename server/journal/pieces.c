/* The bytes stand in one buffer and their ends in another: a run of any length is two
 * allocations. */
#include "journal/pieces.h"

#include <string.h>

#include "base/check.h"

void pieces_clear(struct pieces *pieces)
{
    buffer_clear(&pieces->data);
    buffer_clear(&pieces->ends);
}

void pieces_add(struct pieces *pieces, struct journal_bytes bytes)
{
    buffer_add(&pieces->data, bytes.data, bytes.length);
    buffer_add(&pieces->ends, &pieces->data.length, sizeof pieces->data.length);
}

size_t pieces_count(const struct pieces *pieces)
{
    return pieces->ends.length / sizeof(size_t);
}

static size_t end_of(const struct pieces *pieces, size_t index)
{
    size_t end;
    memcpy(&end, pieces->ends.data + index * sizeof end, sizeof end);
    return end;
}

struct journal_bytes pieces_at(const struct pieces *pieces, size_t index)
{
    CHECK(index < pieces_count(pieces));
    size_t start = index ? end_of(pieces, index - 1) : 0;
    size_t length = end_of(pieces, index) - start;
    return (struct journal_bytes){length ? pieces->data.data + start : NULL, length};
}

struct journal_bytes *pieces_list(const struct pieces *pieces)
{
    size_t count = pieces_count(pieces);
    struct journal_bytes *list = allocate_zero(count, sizeof *list);
    for (size_t at = 0; at < count; at++) list[at] = pieces_at(pieces, at);
    return list;
}
