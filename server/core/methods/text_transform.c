/* Two changes are walked side by side, each as what is left of the part it stands in. */
#include "core/methods/text_transform.h"

#include "base/check.h"

struct walk {
    struct text_parts parts;
    struct text_part part; /* what is left of it; zeroed at the end */
    bool ended;
    bool begun; /* some of the part is behind */
    bool put;   /* what it puts has been put */
};

static void next_part(struct walk *walk)
{
    walk->part = (struct text_part){0};
    walk->ended = !text_parts_next(&walk->parts, &walk->part);
    walk->begun = walk->put = false;
}

static struct walk walk_of(const struct bytes *change)
{
    struct walk walk = {.parts = text_parts_of(change)};
    next_part(&walk);
    return walk;
}

static uint32_t lesser(uint32_t left, uint32_t right)
{
    return left < right ? left : right;
}

/* So much of the old text is behind. */
static void pass_old(struct walk *walk, uint32_t length)
{
    if (length == walk->part.length) {
        next_part(walk);
        return;
    }
    walk->part.length -= length;
    if (walk->part.kept) walk->part.units -= length;
    walk->begun |= length > 0;
}

/* So much of the new text is behind, and so many of its bytes. */
static void pass_new(struct walk *walk, uint32_t units, size_t bytes)
{
    if (walk->part.kept) {
        pass_old(walk, units);
        return;
    }
    if (units == walk->part.units) {
        next_part(walk);
        return;
    }
    walk->part.units -= units;
    walk->part.text += bytes;
    walk->part.bytes -= bytes;
    walk->begun = true;
}

/* ---- one after the other ---- */

static bool takes_out(const struct walk *walk)
{
    return !walk->ended && !walk->part.kept && !walk->part.units;
}

static bool inserts(const struct walk *walk)
{
    return !walk->ended && !walk->part.length;
}

/* Adds what replaces `length`; joined: it belongs to the part before, of which a piece has been
 * added already. */
static void add(struct text_draft *draft, bool joined, uint32_t length, const char *text,
                size_t bytes)
{
    if (joined) text_draft_extend(draft, length, text, bytes);
    else text_draft_replace(draft, length, text, bytes);
}

/* What the second does to `length` units that the first left, of which `bytes` are the first's
 * own. A part that is taken piece by piece says what it replaces, and puts, with its first. */
static void add_common(struct text_draft *draft, bool joined, const struct walk *first,
                       const struct walk *second, uint32_t length, size_t bytes)
{
    const struct text_part *one = &first->part, *other = &second->part;
    bool puts = !other->kept && !second->begun;
    if (one->kept && other->kept) {
        text_draft_keep(draft, length);
        return;
    }
    uint32_t replaced = one->kept ? length : first->begun ? 0 : one->length;
    if (other->kept) add(draft, joined, replaced, one->text, bytes);
    else add(draft, joined, replaced, puts ? other->text : NULL, puts ? other->bytes : 0);
}

/* One step of the walk; false when a character of the first would be cut. *joined says whether
 * the next piece belongs to a part that has been begun. */
static bool compose_common(struct text_draft *draft, bool *joined, struct walk *first,
                           struct walk *second)
{
    uint32_t length = lesser(first->part.units, second->part.length);
    size_t bytes = 0, count = text_draft_count(draft);
    if (!first->part.kept && !text_bytes_of(first->part.text, first->part.bytes, length, &bytes))
        return false;
    add_common(draft, *joined, first, second, length, bytes);
    bool goes_on = (!first->part.kept && first->part.units > length) ||
                   (!second->part.kept && second->part.length > length);
    *joined = goes_on && (*joined || text_draft_count(draft) > count);
    pass_new(first, length, bytes);
    pass_old(second, length);
    return true;
}

bool text_change_compose(const struct bytes *first, const struct bytes *second, struct bytes **both)
{
    struct walk one = walk_of(first), other = walk_of(second);
    struct text_draft draft = {0};
    bool fits = text_change_after(first) == text_change_before(second), joined = false;
    while (fits && !(one.ended && other.ended)) {
        if (takes_out(&one)) {
            add(&draft, joined, one.part.length, NULL, 0);
            next_part(&one);
        } else if (inserts(&other)) {
            add(&draft, joined, 0, other.part.text, other.part.bytes);
            next_part(&other);
        } else fits = compose_common(&draft, &joined, &one, &other);
    }
    *both = fits ? text_draft_finish(&draft) : NULL;
    text_draft_clear(&draft);
    return fits;
}

/* ---- one over another ---- */

/* Whether the next thing to happen is what `over` changes: in the order of where they begin, then
 * of how much they replace, then of the side. */
static bool over_comes_first(const struct walk *walk, const struct walk *over, enum text_side side)
{
    if (over->ended || over->part.kept) return false;
    if (walk->ended || walk->part.kept || walk->put) return true;
    if (walk->begun) return false;
    return over->part.length < walk->part.length ||
           (over->part.length == walk->part.length && side == TEXT_AFTER);
}

static void put_once(struct text_draft *draft, struct walk *walk, uint32_t length)
{
    bool puts = !walk->put;
    text_draft_replace(draft, length, puts ? walk->part.text : NULL, puts ? walk->part.bytes : 0);
    walk->put = true;
}

/* What `over` put is kept; of what it took out nothing is left to change, but what was put in
 * there stays. */
static void pass_over(struct text_draft *draft, struct walk *walk, struct walk *over)
{
    text_draft_keep(draft, over->part.units);
    for (uint32_t left = over->part.length; left;) {
        uint32_t piece = lesser(walk->part.length, left);
        if (!walk->part.kept && walk->part.length <= piece) put_once(draft, walk, 0);
        pass_old(walk, piece);
        left -= piece;
    }
    next_part(over);
}

/* A replaced stretch, as far as `over` puts nothing into it. */
static void map_replaced(struct text_draft *draft, struct walk *walk, struct walk *over)
{
    uint32_t length = 0, left = walk->part.length;
    while (left) {
        uint32_t piece = lesser(left, over->part.length);
        if (over->part.kept) {
            length += piece;
            left -= piece;
            pass_old(over, piece);
        } else if (!over->part.units && over->part.length < left) {
            left -= over->part.length;
            next_part(over);
        } else break;
    }
    put_once(draft, walk, length);
    pass_old(walk, walk->part.length - left);
}

static void keep_common(struct text_draft *draft, struct walk *walk, struct walk *over)
{
    uint32_t length = lesser(walk->part.length, over->part.length);
    text_draft_keep(draft, length);
    pass_old(walk, length);
    pass_old(over, length);
}

bool text_change_map(const struct bytes *change, const struct bytes *over, enum text_side side,
                     struct bytes **mapped)
{
    struct walk walk = walk_of(change), other = walk_of(over);
    struct text_draft draft = {0};
    *mapped = NULL;
    if (text_change_before(change) != text_change_before(over)) return false;
    while (!walk.ended || !other.ended) {
        if (over_comes_first(&walk, &other, side)) pass_over(&draft, &walk, &other);
        else if (walk.part.kept) keep_common(&draft, &walk, &other);
        else map_replaced(&draft, &walk, &other);
    }
    *mapped = text_draft_finish(&draft);
    return true;
}
