/* Chance that a seed repeats, and records made of it.
 *
 * A test runs a few seeds that are always the same; the environment's CHANCE_SEED runs that one
 * alone. */
#ifndef ARCHIPEL_TESTS_CHANCE_H
#define ARCHIPEL_TESTS_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "protocol/generated/schema.h"

struct chance {
    uint64_t state;
};

/* Calls run with each of `count` seeds, having said which. */
void chance_each(unsigned count, void (*run)(struct chance *chance));

/* From 0 to bound - 1. */
uint64_t chance_below(struct chance *chance, uint64_t bound);
bool chance_one_in(struct chance *chance, uint64_t bound);

/* Sets a field to anything its schema allows: ids from 1 to 30, short texts, its zero now and
 * then. What it held is given up. */
void chance_field(struct chance *chance, const struct field *field, void *body);

#endif
