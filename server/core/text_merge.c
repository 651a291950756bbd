/* Both sides are changes of the base. What both did alike is left out of one of them, and the rest
 * is mapped over the other (core/methods/text_transform.h):
 *
 *     base ──theirs──▶ now ──merged──▶ what both wanted
 */
#include "core/text_merge.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"
#include "core/methods/text_change.h"
#include "core/methods/text_difference.h"
#include "core/methods/text_transform.h"

/* The part at hand of a change, and where in the old text it begins. */
struct place {
    struct text_parts parts;
    struct text_part part;
    uint32_t begin;
    bool ended;
};

static struct place begin_of(const struct bytes *change)
{
    struct place place = {.parts = text_parts_of(change)};
    place.ended = !text_parts_next(&place.parts, &place.part);
    return place;
}

static void go_on(struct place *place)
{
    place->begin += place->part.length;
    place->ended = !text_parts_next(&place->parts, &place->part);
}

static bool is_alike(const struct place *left, const struct place *right)
{
    const struct text_part *one = &left->part, *other = &right->part;
    return left->begin == right->begin && one->length == other->length && !other->kept &&
           one->bytes == other->bytes && !memcmp(one->text, other->text, one->bytes);
}

/* Whether others did what this part does; `others` goes on to where that would be. */
static bool was_done(const struct place *part, struct place *others)
{
    while (!others->ended && others->begin <= part->begin) {
        if (is_alike(part, others)) return true;
        if (others->begin + others->part.length > part->begin) return false;
        go_on(others);
    }
    return false;
}

/* The change without what the other does as well. */
static struct bytes *without(const struct bytes *change, const struct bytes *other)
{
    struct text_draft draft = {0};
    struct place others = begin_of(other);
    for (struct place at = begin_of(change); !at.ended; go_on(&at)) {
        const struct text_part *part = &at.part;
        if (part->kept || was_done(&at, &others)) text_draft_keep(&draft, part->length);
        else text_draft_replace(&draft, part->length, part->text, part->bytes);
    }
    return text_draft_finish(&draft);
}

struct bytes *text_merge(const struct bytes *base, const struct bytes *now,
                         const struct bytes *wanted)
{
    struct bytes *mine = text_difference(base, wanted), *theirs, *own, *merged;
    if (bytes_equal(base, now)) return mine;
    theirs = text_difference(base, now);
    own = without(mine, theirs);
    CHECK(text_change_map(own, theirs, TEXT_AFTER, &merged));
    bytes_drop(mine);
    bytes_drop(theirs);
    bytes_drop(own);
    return merged;
}

struct bytes *text_join(const struct bytes *left, const struct bytes *right, const char *between)
{
    if (!bytes_length(right)) return bytes_keep((struct bytes *)left);
    if (!bytes_length(left)) return bytes_keep((struct bytes *)right);
    struct buffer joined = {0};
    buffer_add(&joined, bytes_text(left), bytes_length(left));
    buffer_add_text(&joined, between);
    buffer_add(&joined, bytes_text(right), bytes_length(right));
    struct bytes *result = bytes_new(joined.data, joined.length);
    buffer_clear(&joined);
    return result;
}
