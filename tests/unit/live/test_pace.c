#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/pace.h"

enum { HOLD = 20, NOW = 50000 /* a beat */ };

/* As after a flush at that time, and its sends. */
static struct pace sent(int64_t at)
{
    struct pace pace = {0};
    pace_flushed(&pace, at);
    pace_turn(&pace);
    return pace;
}

static void where_nothing_is_held_nobody_waits(void **unused)
{
    (void)unused;
    struct pace pace = sent(NOW);
    assert_int_equal(pace_left(&pace, 1, false, 0, NOW), 0);
    pace_flushed(&pace, NOW);
    assert_int_equal(pace_left(&pace, 1, false, 0, NOW), 0);
}

static void under_load_what_comes_during_the_sends_waits_for_their_end(void **unused)
{
    (void)unused;
    struct pace pace = {0};
    pace_flushed(&pace, NOW);
    assert_int_equal(pace_left(&pace, 100, true, 0, NOW), 1);
    assert_int_equal(pace_left(&pace, 100, true, HOLD, NOW + HOLD), 1);
    pace_turn(&pace);
    assert_int_equal(pace_left(&pace, 100, true, 0, NOW), 0);
}

static void what_is_due_waits_for_others(void **unused)
{
    (void)unused;
    struct pace pace = sent(NOW);
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + 5), HOLD - 5);
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + HOLD), 0);
    assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + 1000), 0);
}

/* Which they would else be told in a hundred turns, after as many appends. */
static void workshops_tell_at_one_beat(void **unused)
{
    (void)unused;
    for (int64_t at = 0; at < HOLD; at++) {
        struct pace pace = sent(NOW + at);
        assert_int_equal(pace_left(&pace, 1, true, HOLD, NOW + at), HOLD - at);
    }
}

static void when_enough_have_come_nobody_waits(void **unused)
{
    (void)unused;
    struct pace pace = sent(NOW);
    assert_int_equal(pace_left(&pace, 15, true, HOLD, NOW + 5), HOLD - 5);
    assert_int_equal(pace_left(&pace, 16, true, HOLD, NOW + 5), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_nothing_is_held_nobody_waits),
        cmocka_unit_test(under_load_what_comes_during_the_sends_waits_for_their_end),
        cmocka_unit_test(what_is_due_waits_for_others),
        cmocka_unit_test(workshops_tell_at_one_beat),
        cmocka_unit_test(when_enough_have_come_nobody_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
