/* An ordered set of pairs of numbers, for an index: what value whose id has.
 *
 * Adding and removing cost the logarithm of what is there, walking costs what is walked. The order
 * is by value, then by id, whatever the order in which the pairs came. */
#ifndef ARCHIPEL_BASE_PAIRS_H
#define ARCHIPEL_BASE_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pair {
    uint64_t value, id;
};

/* A zeroed one is empty. */
struct pairs {
    struct pairs_leaf *leaves;
    size_t leaf_count, leaf_capacity;
};

/* Frees it; it is empty again. */
void pairs_clear(struct pairs *pairs);

/* False when the pair was there already. */
bool pairs_add(struct pairs *pairs, struct pair pair);
/* False when it was not there. */
bool pairs_remove(struct pairs *pairs, struct pair pair);
/* How many there are. */
size_t pairs_count(const struct pairs *pairs);

/* A place in the order. It stays good as long as nothing is added or removed. */
struct pairs_place {
    const struct pairs *pairs;
    size_t leaf, at;
};

/* Before the first pair that is not less than this one. */
struct pairs_place pairs_from(const struct pairs *pairs, struct pair pair);
/* The pair after the place, which moves past it; NULL at the end. */
const struct pair *pairs_next(struct pairs_place *place);

#endif
