/* What both begin and end with is set aside. For the rest, row d of a triangle holds how far (in
 * `from`) d edits reach on each of its d + 1 diagonals; a diagonal is how many more tokens of
 * `from` than of `to` are behind. Each row follows from the one above, and going back up through
 * them tells the edits, last first.
 *
 *   d = 0        0
 *   d = 1      -1  1       from the left above: one was taken out (further in `from`)
 *   d = 2    -2  0  2      from the right above: one was put in */
#include "core/methods/shortest_edit.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"

struct search {
    const struct text_tokens *from, *to;
    size_t begin;              /* of both: equal tokens before it are set aside */
    size_t from_left, to_left; /* tokens between what is set aside */
    uint32_t *rows;
    size_t capacity;
    size_t *steps;
};

static size_t row_begin(size_t d)
{
    return d * (d + 1) / 2;
}

static bool same(const struct search *search, size_t from, size_t to)
{
    return text_stretch_equal(&search->from->items[search->begin + from],
                              &search->to->items[search->begin + to]);
}

static void set_ends_aside(struct search *search)
{
    size_t from = search->from->count, to = search->to->count, begin = 0;
    while (begin < from && begin < to &&
           text_stretch_equal(&search->from->items[begin], &search->to->items[begin]))
        begin++;
    while (from > begin && to > begin &&
           text_stretch_equal(&search->from->items[from - 1], &search->to->items[to - 1])) {
        from--;
        to--;
    }
    search->begin = begin;
    search->from_left = from - begin;
    search->to_left = to - begin;
}

/* Whether the best way to place `at` of row d is from the right above, by putting one in. */
static bool puts_in(const uint32_t *above, size_t at, size_t d)
{
    return at == 0 || (at < d && above[at - 1] < above[at]);
}

/* How far d edits reach at place `at` of the row: along equal tokens as far as it goes. */
static size_t reach(const struct search *search, const uint32_t *above, size_t at, size_t d)
{
    size_t x = !d ? 0 : puts_in(above, at, d) ? above[at] : above[at - 1] + 1u;
    size_t y = x + d - 2 * at;
    while (x < search->from_left && y < search->to_left && *search->steps && same(search, x, y)) {
        x++;
        y++;
        --*search->steps;
    }
    return x;
}

/* Fills row d; true when the end was reached. */
static bool fill_row(struct search *search, size_t d)
{
    size_t needed = row_begin(d + 1);
    if (needed > search->capacity) {
        search->capacity = needed * 2;
        search->rows = reallocate(search->rows, search->capacity * sizeof *search->rows);
    }
    const uint32_t *above = d ? search->rows + row_begin(d - 1) : NULL;
    uint32_t *row = search->rows + row_begin(d);
    for (size_t at = 0; at <= d && *search->steps; at++) {
        --*search->steps;
        row[at] = (uint32_t)reach(search, above, at, d);
        if (row[at] >= search->from_left && row[at] + d - 2 * at >= search->to_left) return true;
    }
    return false;
}

static void add_hunk(struct hunks *hunks, struct hunk hunk)
{
    hunks->items = array_room(hunks->items, hunks->count, &hunks->capacity, sizeof *hunks->items);
    hunks->items[hunks->count++] = hunk;
}

/* One edit before those that are there, which it may be a part of. */
static void add_edit(struct hunks *hunks, size_t x, size_t y, bool put)
{
    struct hunk *last = hunks->count ? &hunks->items[hunks->count - 1] : NULL;
    struct hunk edit = {x, put ? x : x + 1, y, put ? y + 1 : y};
    if (last && last->from_begin == edit.from_end && last->to_begin == edit.to_end) {
        last->from_begin = edit.from_begin;
        last->to_begin = edit.to_begin;
    } else add_hunk(hunks, edit);
}

/* From the end back to the beginning, so that the hunks come last first. */
static void go_back(const struct search *search, size_t d, struct hunks *hunks)
{
    size_t at = (search->from_left + d - search->to_left) / 2;
    for (; d; d--) {
        const uint32_t *above = search->rows + row_begin(d - 1);
        bool put = puts_in(above, at, d);
        if (!put) at--;
        size_t x = above[at], y = x + (d - 1) - 2 * at;
        add_edit(hunks, search->begin + x, search->begin + y, put);
    }
    for (size_t i = 0; i < hunks->count / 2; i++) {
        struct hunk first = hunks->items[i];
        hunks->items[i] = hunks->items[hunks->count - 1 - i];
        hunks->items[hunks->count - 1 - i] = first;
    }
}

void hunks_clear(struct hunks *hunks)
{
    free(hunks->items);
    *hunks = (struct hunks){0};
}

/* Where only one side has anything left there is nothing to search. */
static bool take_rest(const struct search *search, struct hunks *hunks)
{
    size_t begin = search->begin;
    if (search->from_left && search->to_left) return false;
    if (search->from_left || search->to_left)
        add_hunk(hunks,
                 (struct hunk){begin, begin + search->from_left, begin, begin + search->to_left});
    return true;
}

bool shortest_edit(const struct text_tokens *from, const struct text_tokens *to, size_t *steps,
                   struct hunks *hunks)
{
    struct search search = {.from = from, .to = to, .steps = steps};
    size_t d = 0;
    *hunks = (struct hunks){0};
    set_ends_aside(&search);
    if (take_rest(&search, hunks)) return true;
    while (*steps && !fill_row(&search, d)) d++;
    bool found = *steps > 0;
    if (found) go_back(&search, d, hunks);
    free(search.rows);
    return found;
}
