/* States as values: copied and compared, whatever the order of their records. */
#ifndef ARCHIPEL_TESTS_STATES_H
#define ARCHIPEL_TESTS_STATES_H

#include "core/state.h"

/* Owned by the caller. */
struct state *state_copy(const struct state *state);
bool state_equal(const struct state *left, const struct state *right);

#endif
