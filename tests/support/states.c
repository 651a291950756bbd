#include "support/states.h"

#include "base/check.h"
#include "core/changes.h"

static void copy_shelf(struct state *copy, const struct state *state, enum record_type type)
{
    for (size_t i = 0; i < state_count(state, type); i++) {
        const struct record *record = state_at(state, type, i);
        struct change put = {
            .operation = CHANGE_PUT, .type = type, .id = record->id, .body = record->body};
        CHECK(state_apply(copy, &put, NULL));
    }
}

struct state *state_copy(const struct state *state)
{
    struct state *copy = state_new();
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) copy_shelf(copy, state, type);
    struct state_counter counter;
    for (size_t at = 0; state_next_counter(state, &at, &counter);)
        state_set_counter(copy, counter.person, counter.client, counter.counter);
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

static size_t count_counters(const struct state *state)
{
    size_t count = 0, at = 0;
    for (struct state_counter counter; state_next_counter(state, &at, &counter);) count++;
    return count;
}

static bool has_all_counters(const struct state *state, const struct state *other)
{
    struct state_counter counter;
    for (size_t at = 0; state_next_counter(other, &at, &counter);)
        if (state_counter(state, counter.person, counter.client) != counter.counter) return false;
    return count_counters(state) == count_counters(other);
}

bool state_equal(const struct state *left, const struct state *right)
{
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        if (!has_all(left, right, type)) return false;
    return has_all_counters(left, right);
}
