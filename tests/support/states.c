#include "support/states.h"

#include "base/check.h"
#include "core/changes.h"

static void copy_shelf(struct state *copy, const struct state *state, enum record_type type)
{
    for (size_t i = 0; i < state_count(state, type); i++) {
        const struct record *record = state_at(state, type, i);
        struct change put = {.operation = CHANGE_PUT,
                             .type = type,
                             .id = record->id,
                             .body = record->body};
        CHECK(state_apply(copy, &put, NULL));
    }
}

struct state *state_copy(const struct state *state)
{
    struct state *copy = state_new();
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) copy_shelf(copy, state, type);
    struct counter counter;
    for (size_t at = 0; counters_next(state_counters(state), &at, &counter);)
        state_keep_counter(copy, &counter);
    return copy;
}

static bool has_all(const struct state *state, const struct state *other, enum record_type type)
{
    for (size_t i = 0; i < state_count(other, type); i++) {
        const struct record *theirs = state_at(other, type, i);
        const struct record *ours = state_get(state, type, theirs->id);
        if (!ours || !body_equal(type, &ours->body, &theirs->body, ALL_FIELDS)) return false;
    }
    return state_count(state, type) == state_count(other, type);
}

static size_t count_counters(const struct counters *counters)
{
    size_t count = 0, at = 0;
    for (struct counter counter; counters_next(counters, &at, &counter);) count++;
    return count;
}

static bool has_all_counters(const struct counters *ours, const struct counters *theirs)
{
    struct counter there;
    for (size_t at = 0; counters_next(theirs, &at, &there);) {
        struct counter here = counters_find(ours, there.person, there.client);
        if (here.counter != there.counter || here.seq != there.seq || here.missed != there.missed)
            return false;
    }
    return count_counters(ours) == count_counters(theirs);
}

bool state_equal(const struct state *left, const struct state *right)
{
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        if (!has_all(left, right, type)) return false;
    return has_all_counters(state_counters(left), state_counters(right));
}
