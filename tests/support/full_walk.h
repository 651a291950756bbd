/* The indexes of a state beside what a walk over all its records finds. */
#ifndef ARCHIPEL_TESTS_FULL_WALK_H
#define ARCHIPEL_TESTS_FULL_WALK_H

#include "core/state.h"

/* Fails the test, naming the index, unless each finds exactly the records that have the value, in
 * the order of values and ids. Answers how many values are found in all. */
size_t check_indexes(const struct state *state);

#endif
