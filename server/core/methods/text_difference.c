/* First by lines, then what differs by words, then what differs in one word by characters: so an
 * edit is told in the units in which people made it, and costs no more than the lines it
 * touches. */
#include "core/methods/text_difference.h"

#include "core/methods/shortest_edit.h"
#include "core/methods/text_change.h"

struct difference {
    struct text_draft draft;
    size_t steps; /* left to spend */
};

/* `from` becomes `to`, compared by that grain. */
static void compare(struct difference *difference, struct text_stretch from, struct text_stretch to,
                    enum text_grain grain);

static void keep(struct difference *difference, struct text_stretch stretch)
{
    text_draft_keep(&difference->draft, text_units(stretch.text, stretch.bytes));
}

static void replace(struct difference *difference, struct text_stretch from, struct text_stretch to)
{
    text_draft_replace(&difference->draft, text_units(from.text, from.bytes), to.text, to.bytes);
}

/* Whether the two are one word corrected. */
static bool is_correction(const struct text_tokens *from, const struct text_tokens *to,
                          const struct hunks *hunks)
{
    size_t shorter = from->count < to->count ? from->count : to->count, kept = from->count;
    for (size_t i = 0; i < hunks->count; i++)
        kept -= hunks->items[i].from_end - hunks->items[i].from_begin;
    return kept * 3 >= shorter * 2;
}

static void take_hunk(struct difference *difference, struct text_stretch from,
                      struct text_stretch to, enum text_grain grain)
{
    if (!from.bytes || !to.bytes || grain == GRAIN_CHARACTERS) replace(difference, from, to);
    else compare(difference, from, to, grain + 1);
}

static void take_hunks(struct difference *difference, const struct text_tokens *from,
                       const struct text_tokens *to, const struct hunks *hunks,
                       enum text_grain grain)
{
    size_t at = 0;
    for (size_t i = 0; i < hunks->count; i++) {
        const struct hunk *hunk = &hunks->items[i];
        keep(difference, text_tokens_join(from, at, hunk->from_begin));
        take_hunk(difference, text_tokens_join(from, hunk->from_begin, hunk->from_end),
                  text_tokens_join(to, hunk->to_begin, hunk->to_end), grain);
        at = hunk->from_end;
    }
    keep(difference, text_tokens_join(from, at, from->count));
}

static void compare(struct difference *difference, struct text_stretch from, struct text_stretch to,
                    enum text_grain grain)
{
    struct text_tokens one = text_tokens_of(from, grain), other = text_tokens_of(to, grain);
    struct hunks hunks;
    size_t most = difference->steps / 2, left = most;
    bool found = shortest_edit(&one, &other, &left, &hunks);
    difference->steps -= most - left;
    if (found && grain == GRAIN_CHARACTERS) found = is_correction(&one, &other, &hunks);
    if (found) take_hunks(difference, &one, &other, &hunks, grain);
    else if (grain == GRAIN_LINES) compare(difference, from, to, GRAIN_WORDS);
    else replace(difference, from, to);
    hunks_clear(&hunks);
    text_tokens_clear(&one);
    text_tokens_clear(&other);
}

struct bytes *text_difference(const struct bytes *from, const struct bytes *to)
{
    struct difference difference = {.steps = TEXT_DIFFERENCE_STEPS};
    struct text_stretch old = {bytes_text(from), bytes_length(from)};
    struct text_stretch new = {bytes_text(to), bytes_length(to)};
    compare(&difference, old, new, GRAIN_LINES);
    return text_draft_finish(&difference.draft);
}
