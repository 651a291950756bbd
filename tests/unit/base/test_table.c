#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/table.h"

/* The naive map: every key up to KEYS has a place of its own. */
#define KEYS 300
#define STEPS 200000

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* TABLE_SEED repeats a run. */
static uint64_t choose_seed(void)
{
    const char *given = getenv("TABLE_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 2654435761u + 1;
    print_message("TABLE_SEED=%llu\n", (unsigned long long)seed);
    return seed;
}

static void an_empty_table_has_nothing(void **state)
{
    (void)state;
    struct table table = {0};
    size_t at = 0;
    assert_null(table_get(&table, 1));
    assert_null(table_get(&table, 0));
    assert_null(table_remove(&table, 1));
    assert_null(table_next(&table, &at));
    table_clear(&table);
}

static void setting_again_replaces(void **state)
{
    (void)state;
    struct table table = {0};
    int first, second;
    assert_null(table_set(&table, 5, &first));
    assert_ptr_equal(table_set(&table, 5, &second), &first);
    assert_ptr_equal(table_get(&table, 5), &second);
    assert_int_equal(table.count, 1);
    assert_ptr_equal(table_remove(&table, 5), &second);
    assert_null(table_get(&table, 5));
    assert_int_equal(table.count, 0);
    table_clear(&table);
}

static void the_highest_key_is_a_key(void **state)
{
    (void)state;
    struct table table = {0};
    int value;
    table_set(&table, UINT64_MAX, &value);
    assert_ptr_equal(table_get(&table, UINT64_MAX), &value);
    table_clear(&table);
    assert_null(table.slots);
}

static void check_walk(const struct table *table, void *const *naive)
{
    size_t expected = 0, found = 0, at = 0;
    for (size_t key = 1; key <= KEYS; key++) expected += naive[key] != NULL;
    while (table_next(table, &at)) found++;
    assert_int_equal(found, expected);
    assert_int_equal(table->count, expected);
}

static void it_does_what_a_naive_map_does(void **state)
{
    (void)state;
    static char values[64];
    void *naive[KEYS + 1] = {0};
    struct table table = {0};
    uint64_t seed = choose_seed();
    for (int step = 0; step < STEPS; step++) {
        uint64_t dice = next_random(&seed), key = 1 + (dice >> 8) % KEYS;
        /* Long tides of more setting, then more removing, so that the table fills and empties. */
        if (dice % 8 < (step / 1000 % 2 ? 5u : 2u)) {
            void *value = &values[(dice >> 40) % sizeof values];
            assert_ptr_equal(table_set(&table, key, value), naive[key]);
            naive[key] = value;
        } else {
            assert_ptr_equal(table_remove(&table, key), naive[key]);
            naive[key] = NULL;
        }
        uint64_t other = 1 + (dice >> 24) % KEYS;
        assert_ptr_equal(table_get(&table, other), naive[other]);
        if (step % 1000 == 0) check_walk(&table, naive);
    }
    assert_true(table.count * 4 <= table.capacity * 3);
    table_clear(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_table_has_nothing),
        cmocka_unit_test(setting_again_replaces),
        cmocka_unit_test(the_highest_key_is_a_key),
        cmocka_unit_test(it_does_what_a_naive_map_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
