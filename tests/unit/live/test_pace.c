#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/pace.h"

enum { HOLD = 20, NOW = 50000, BUSY = 3000 };

/* As after a flush at NOW that made so many deliveries and was sent within `took` ms. */
static struct pace flushed(uint64_t deliveries, int64_t took)
{
    struct pace pace = {0};
    pace_delivered(&pace, deliveries, NOW);
    pace_flushed(&pace, NOW);
    pace_turn(&pace, NOW + took);
    return pace;
}

static void with_few_deliveries_nobody_waits(void **unused)
{
    (void)unused;
    struct pace pace = flushed(100, 1);
    assert_int_equal(pace_left(&pace, 1, HOLD, NOW + 1), 0);
}

static void under_load_what_is_due_waits_for_others(void **unused)
{
    (void)unused;
    struct pace pace = flushed(BUSY, 0);
    assert_int_equal(pace_left(&pace, 1, HOLD, NOW + 5), HOLD - 5);
    assert_int_equal(pace_left(&pace, 1, HOLD, NOW + HOLD), 0);
    assert_int_equal(pace_left(&pace, 1, 0, NOW), 0);
}

static void the_time_of_the_sends_is_taken_off(void **unused)
{
    (void)unused;
    struct pace pace = flushed(BUSY, 8);
    assert_int_equal(pace_left(&pace, 1, HOLD, NOW + 8), HOLD - 16);
    pace = flushed(BUSY, HOLD);
    assert_int_equal(pace_left(&pace, 1, HOLD, NOW + 1), 0);
}

static void while_it_is_being_sent_nothing_is_told(void **unused)
{
    (void)unused;
    struct pace pace = {0};
    pace_delivered(&pace, BUSY, NOW);
    pace_flushed(&pace, NOW);
    assert_int_equal(pace_left(&pace, 100, HOLD, NOW + 1), 1);
    pace_turn(&pace, NOW + 2);
    assert_int_equal(pace_left(&pace, 100, HOLD, NOW + 2), 0);
}

static void when_enough_have_come_nobody_waits(void **unused)
{
    (void)unused;
    struct pace pace = flushed(BUSY, 0);
    assert_int_equal(pace_left(&pace, 31, HOLD, NOW + 5), HOLD - 5);
    assert_int_equal(pace_left(&pace, 32, HOLD, NOW + 5), 0);
}

/* What was delivered in this second and in the one before counts. */
static void load_is_forgotten_with_the_seconds(void **unused)
{
    (void)unused;
    struct pace pace = flushed(BUSY, 0);
    assert_int_equal(pace_left(&pace, 1, 5000, NOW + 1999), 5000 - 1999);
    assert_int_equal(pace_left(&pace, 1, 5000, NOW + 2000), 0);
    pace = flushed(BUSY, 0);
    assert_int_equal(pace_left(&pace, 1, 90000, NOW + 5000), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_few_deliveries_nobody_waits),
        cmocka_unit_test(under_load_what_is_due_waits_for_others),
        cmocka_unit_test(the_time_of_the_sends_is_taken_off),
        cmocka_unit_test(while_it_is_being_sent_nothing_is_told),
        cmocka_unit_test(when_enough_have_come_nobody_waits),
        cmocka_unit_test(load_is_forgotten_with_the_seconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
