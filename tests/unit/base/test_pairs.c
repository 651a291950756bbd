#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/pairs.h"

/* The naive set: every pair of a value below VALUES and an id below IDS has a place of its own. */
enum { VALUES = 40, IDS = 100, STEPS = 60000, SEEDS = 4 };

struct world {
    struct pairs pairs;
    bool has[VALUES][IDS];
    size_t count;
    uint64_t seed;
};

static uint64_t below(struct world *world, uint64_t bound)
{
    world->seed ^= world->seed << 13;
    world->seed ^= world->seed >> 7;
    world->seed ^= world->seed << 17;
    return world->seed % bound;
}

static void check_from(const struct world *world, uint64_t value, uint64_t id)
{
    struct pairs_place place = pairs_from(&world->pairs, (struct pair){value, id});
    for (; value < VALUES; value++, id = 0)
        for (; id < IDS; id++) {
            if (!world->has[value][id]) continue;
            const struct pair *pair = pairs_next(&place);
            assert_non_null(pair);
            assert_int_equal(pair->value, value);
            assert_int_equal(pair->id, id);
        }
    assert_null(pairs_next(&place));
}

/* Mostly adds, then mostly removes, so that leaves are parted and joined. */
static void step(struct world *world, bool grows)
{
    struct pair pair = {below(world, VALUES), below(world, IDS)};
    bool *has = &world->has[pair.value][pair.id];
    if (below(world, 5) ? grows : !grows) {
        assert_int_equal(pairs_add(&world->pairs, pair), !*has);
        world->count += !*has;
        *has = true;
    } else {
        assert_int_equal(pairs_remove(&world->pairs, pair), *has);
        world->count -= *has;
        *has = false;
    }
    assert_int_equal(pairs_count(&world->pairs), world->count);
}

static void behaves_as_the_naive_set(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct world world = {.seed = seed * 2654435761u};
        for (size_t i = 0; i < STEPS; i++) {
            step(&world, i / 9000 % 2 == 0);
            if (i % 500 == 0) check_from(&world, below(&world, VALUES), below(&world, IDS));
        }
        check_from(&world, 0, 0);
        pairs_clear(&world.pairs);
    }
}

static void an_empty_one_has_nothing(void **state)
{
    (void)state;
    struct pairs pairs = {0};
    struct pairs_place place = pairs_from(&pairs, (struct pair){0, 0});
    assert_null(pairs_next(&place));
    assert_false(pairs_remove(&pairs, (struct pair){1, 1}));
    assert_int_equal(pairs_count(&pairs), 0);
    pairs_clear(&pairs);
}

static void the_greatest_numbers_are_numbers_too(void **state)
{
    (void)state;
    struct pairs pairs = {0};
    struct pair last = {UINT64_MAX, UINT64_MAX};
    assert_true(pairs_add(&pairs, last));
    assert_true(pairs_add(&pairs, (struct pair){0, 0}));
    struct pairs_place place = pairs_from(&pairs, last);
    assert_int_equal(pairs_next(&place)->value, UINT64_MAX);
    assert_null(pairs_next(&place));
    pairs_clear(&pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_one_has_nothing),
        cmocka_unit_test(behaves_as_the_naive_set),
        cmocka_unit_test(the_greatest_numbers_are_numbers_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
