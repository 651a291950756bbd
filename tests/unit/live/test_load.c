#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/load.h"

enum { HOLD = 20, NOON = 3600000 };

/* A loop, and for how long it has had nothing to do. */
struct day {
    struct load load;
    int64_t now, idle;
};

/* So many milliseconds of which it is busy so many thousandths, in turns of one each. */
static void live(struct day *day, int64_t ms, int64_t busy)
{
    for (int64_t i = 0; i < ms; i++) {
        day->now++;
        day->idle += 1000 - busy;
        load_turn(&day->load, day->now, day->idle);
    }
}

static struct day after(int64_t ms, int64_t busy)
{
    struct day day = {.now = NOON, .idle = 0};
    load_turn(&day.load, day.now, day.idle);
    live(&day, ms, busy);
    return day;
}

static void who_has_seen_nothing_holds_nothing(void **unused)
{
    (void)unused;
    struct load load = {0};
    assert_int_equal(load_hold(&load, HOLD), 0);
}

/* How long the machine has been up says nothing of how busy the loop is. */
static void the_first_turn_only_begins_to_measure(void **unused)
{
    (void)unused;
    struct day day = after(0, 0);
    assert_false(load_is_felt(&day.load));
    assert_false(load_is_full(&day.load));
    assert_int_equal(load_hold(&day.load, HOLD), 0);
}

static void in_an_idle_loop_nobody_waits(void **unused)
{
    (void)unused;
    struct day day = after(2000, 10);
    assert_int_equal(load_hold(&day.load, HOLD), 0);
}

static void in_a_busy_one_as_long_as_anything_may(void **unused)
{
    (void)unused;
    struct day day = after(2000, 1000);
    assert_int_equal(load_hold(&day.load, HOLD), HOLD);
    day = after(2000, 45);
    assert_int_equal(load_hold(&day.load, HOLD), HOLD);
    assert_int_equal(load_hold(&day.load, 0), 0);
}

static void between_them_the_longer_the_busier_it_is(void **unused)
{
    (void)unused;
    int64_t before = 0;
    for (int64_t busy = 16; busy <= 36; busy += 4) {
        struct day day = after(2000, busy);
        int64_t hold = load_hold(&day.load, 100);
        assert_true(hold > before && hold < 100);
        before = hold;
    }
}

static void a_burst_is_noticed_within_two_tenths_of_a_second(void **unused)
{
    (void)unused;
    struct day day = after(5000, 0);
    live(&day, 200, 500);
    assert_int_equal(load_hold(&day.load, HOLD), HOLD);
}

/* A loop that has nothing to do has no turns. */
static void what_was_before_a_long_rest_counts_no_more(void **unused)
{
    (void)unused;
    struct day day = after(5000, 1000);
    day.now += 10000;
    day.idle += 10000000;
    load_turn(&day.load, day.now, day.idle);
    assert_int_equal(load_hold(&day.load, HOLD), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_seen_nothing_holds_nothing),
        cmocka_unit_test(the_first_turn_only_begins_to_measure),
        cmocka_unit_test(in_an_idle_loop_nobody_waits),
        cmocka_unit_test(in_a_busy_one_as_long_as_anything_may),
        cmocka_unit_test(between_them_the_longer_the_busier_it_is),
        cmocka_unit_test(a_burst_is_noticed_within_two_tenths_of_a_second),
        cmocka_unit_test(what_was_before_a_long_rest_counts_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
