/* A B-tree of two floors (Bayer and McCreight, 1972): leaves of sorted pairs, and one sorted row of
 * leaves, which is short enough to be moved as a whole.
 *
 *   leaves:   [ 1 3 … 9 ]  [ 12 … 17 ]  [ 20 … ]     each at least one pair, at most LEAF_MOST
 *
 * A leaf that is full is parted in the middle. One that has become so small that it fits well into
 * its neighbour joins it, so that what is kept is in proportion to what is there. */
#include "base/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/check.h"

enum { LEAF_MOST = 256 };

struct pairs_leaf {
    struct pair *items;
    size_t count, capacity;
};

void pairs_clear(struct pairs *pairs)
{
    for (size_t i = 0; i < pairs->leaf_count; i++) free(pairs->leaves[i].items);
    free(pairs->leaves);
    *pairs = (struct pairs){0};
}

static bool is_less(struct pair left, struct pair right)
{
    return left.value < right.value || (left.value == right.value && left.id < right.id);
}

static bool is_same(struct pair left, struct pair right)
{
    return left.value == right.value && left.id == right.id;
}

/* The last leaf that begins at or before the pair, or the first. */
static size_t find_leaf(const struct pairs *pairs, struct pair pair)
{
    size_t low = 1, high = pairs->leaf_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (is_less(pair, pairs->leaves[middle].items[0])) high = middle;
        else low = middle + 1;
    }
    return low - 1;
}

/* The first place in the leaf that is not less than the pair. */
static size_t find_place(const struct pairs_leaf *leaf, struct pair pair)
{
    size_t low = 0, high = leaf->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (is_less(leaf->items[middle], pair)) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* ---- adding ---- */

static struct pairs_leaf *insert_leaf(struct pairs *pairs, size_t at)
{
    pairs->leaves =
        array_room(pairs->leaves, pairs->leaf_count, &pairs->leaf_capacity, sizeof *pairs->leaves);
    memmove(&pairs->leaves[at + 1], &pairs->leaves[at],
            (pairs->leaf_count - at) * sizeof *pairs->leaves);
    pairs->leaf_count++;
    pairs->leaves[at] = (struct pairs_leaf){0};
    return &pairs->leaves[at];
}

/* The upper half of a full leaf goes into a new one behind it. */
static void part(struct pairs *pairs, size_t at)
{
    struct pairs_leaf *upper = insert_leaf(pairs, at + 1), *lower = &pairs->leaves[at];
    upper->capacity = LEAF_MOST;
    upper->items = allocate(LEAF_MOST * sizeof *upper->items);
    upper->count = lower->count / 2;
    lower->count -= upper->count;
    memcpy(upper->items, &lower->items[lower->count], upper->count * sizeof *upper->items);
}

bool pairs_add(struct pairs *pairs, struct pair pair)
{
    if (!pairs->leaf_count) insert_leaf(pairs, 0);
    size_t at = find_leaf(pairs, pair);
    if (pairs->leaves[at].count == LEAF_MOST) {
        part(pairs, at);
        at = find_leaf(pairs, pair);
    }
    struct pairs_leaf *leaf = &pairs->leaves[at];
    size_t place = find_place(leaf, pair);
    if (place < leaf->count && is_same(leaf->items[place], pair)) return false;
    leaf->items = array_room(leaf->items, leaf->count, &leaf->capacity, sizeof *leaf->items);
    memmove(&leaf->items[place + 1], &leaf->items[place],
            (leaf->count - place) * sizeof *leaf->items);
    leaf->items[place] = pair;
    leaf->count++;
    return true;
}

/* ---- removing ---- */

static void remove_leaf(struct pairs *pairs, size_t at)
{
    free(pairs->leaves[at].items);
    pairs->leaf_count--;
    memmove(&pairs->leaves[at], &pairs->leaves[at + 1],
            (pairs->leaf_count - at) * sizeof *pairs->leaves);
}

/* The leaf takes the next one in, when both are small. */
static void join_next(struct pairs *pairs, size_t at)
{
    if (at + 1 >= pairs->leaf_count) return;
    struct pairs_leaf *leaf = &pairs->leaves[at], *next = &pairs->leaves[at + 1];
    size_t together = leaf->count + next->count;
    if (together > LEAF_MOST / 2) return;
    if (leaf->capacity < together) {
        leaf->capacity = LEAF_MOST;
        leaf->items = reallocate(leaf->items, LEAF_MOST * sizeof *leaf->items);
    }
    memcpy(&leaf->items[leaf->count], next->items, next->count * sizeof *next->items);
    leaf->count = together;
    remove_leaf(pairs, at + 1);
}

bool pairs_remove(struct pairs *pairs, struct pair pair)
{
    if (!pairs->leaf_count) return false;
    size_t at = find_leaf(pairs, pair);
    struct pairs_leaf *leaf = &pairs->leaves[at];
    size_t place = find_place(leaf, pair);
    if (place == leaf->count || !is_same(leaf->items[place], pair)) return false;
    leaf->count--;
    memmove(&leaf->items[place], &leaf->items[place + 1],
            (leaf->count - place) * sizeof *leaf->items);
    if (!leaf->count) remove_leaf(pairs, at);
    else join_next(pairs, at);
    return true;
}

size_t pairs_count(const struct pairs *pairs)
{
    size_t count = 0;
    for (size_t i = 0; i < pairs->leaf_count; i++) count += pairs->leaves[i].count;
    return count;
}

/* ---- walking ---- */

struct pairs_place pairs_from(const struct pairs *pairs, struct pair pair)
{
    struct pairs_place place = {.pairs = pairs};
    if (!pairs->leaf_count) return place;
    place.leaf = find_leaf(pairs, pair);
    place.at = find_place(&pairs->leaves[place.leaf], pair);
    return place;
}

const struct pair *pairs_next(struct pairs_place *place)
{
    const struct pairs *pairs = place->pairs;
    if (place->leaf < pairs->leaf_count && place->at == pairs->leaves[place->leaf].count) {
        place->leaf++;
        place->at = 0;
    }
    if (place->leaf == pairs->leaf_count) return NULL;
    return &pairs->leaves[place->leaf].items[place->at++];
}
