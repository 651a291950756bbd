#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/pace.h"

enum { HOLD = 20, NOW = 50000 };

/* As after a flush whose sends ended at NOW. */
static struct pace sent(void)
{
    struct pace pace = {0};
    pace_flushed(&pace);
    pace_turn(&pace, NOW);
    return pace;
}

static void where_nothing_is_held_nobody_waits(void **unused)
{
    (void)unused;
    struct pace pace = sent();
    assert_int_equal(pace_left(&pace, 1, false, 0, NOW), 0);
    pace_flushed(&pace);
    assert_int_equal(pace_left(&pace, 1, false, 0, NOW), 0);
}

static void under_load_what_comes_during_the_sends_waits_for_their_end(void **unused)
{
    (void)unused;
    struct pace pace = {0};
    pace_flushed(&pace);
    assert_int_equal(pace_left(&pace, 100, true, 0, NOW), 1);
    pace_turn(&pace, NOW);
    assert_int_equal(pace_left(&pace, 100, true, 0, NOW), 0);
}

static void what_is_due_waits_for_others(void **unused)
{
    (void)unused;
    struct pace pace = sent();
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + 5), HOLD - 5);
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + HOLD), 0);
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + 1000), 0);
}

/* Where a thousand sends last long, joining two halves them. */
static void the_hold_counts_from_the_end_of_the_sends(void **unused)
{
    (void)unused;
    struct pace pace = {0};
    pace_flushed(&pace);
    assert_int_equal(pace_left(&pace, 100, true, HOLD, NOW), 1);
    pace_turn(&pace, NOW + 15);
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + 15), HOLD);
    pace_turn(&pace, NOW + 18);
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + 18), HOLD - 3);
}

static void when_enough_have_come_nobody_waits(void **unused)
{
    (void)unused;
    struct pace pace = sent();
    assert_int_equal(pace_left(&pace, 15, true, HOLD, NOW + 5), HOLD - 5);
    assert_int_equal(pace_left(&pace, 16, true, HOLD, NOW + 5), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_nothing_is_held_nobody_waits),
        cmocka_unit_test(under_load_what_comes_during_the_sends_waits_for_their_end),
        cmocka_unit_test(what_is_due_waits_for_others),
        cmocka_unit_test(the_hold_counts_from_the_end_of_the_sends),
        cmocka_unit_test(when_enough_have_come_nobody_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
