#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/limits.h"

static const struct rate_class *edit(void)
{
    return schema_class(CLASS_EDIT);
}

/* C11: over the rate somebody waits; nothing is refused. */
static void c11_the_burst_is_free(void **unused)
{
    (void)unused;
    struct limits limits = {0};
    for (int i = 0; i < edit()->burst; i++)
        assert_int_equal(limits_take(&limits, CLASS_EDIT, 5), 0);
    assert_true(limits_take(&limits, CLASS_EDIT, 5) > 0);
}

static void c11_the_pause_is_what_the_debt_takes(void **unused)
{
    (void)unused;
    struct limits limits = {0};
    for (int i = 0; i < edit()->burst; i++) limits_take(&limits, CLASS_EDIT, 5);
    int64_t one = 1000 / edit()->rate;
    assert_int_equal(limits_take(&limits, CLASS_EDIT, 5), one);
    assert_int_equal(limits_take(&limits, CLASS_EDIT, 5), 2 * one);
    assert_int_equal(limits_take(&limits, CLASS_EDIT, 5 + 3 * one), 0);
}

static void c11_an_import_and_its_undo_come_at_once(void **unused)
{
    (void)unused;
    struct limits limits = {0};
    for (int i = 0; i < 2 * 2000; i++) assert_int_equal(limits_take(&limits, CLASS_EDIT, 5), 0);
}

static void c11_waiting_fills_up_to_the_burst_only(void **unused)
{
    (void)unused;
    struct limits limits = {0};
    limits_take(&limits, CLASS_EDIT, 5);
    int64_t later = INT64_C(1) << 40;
    for (int i = 0; i < edit()->burst; i++)
        assert_int_equal(limits_take(&limits, CLASS_EDIT, later), 0);
    assert_true(limits_take(&limits, CLASS_EDIT, later) > 0);
}

static void c11_classes_do_not_know_each_other(void **unused)
{
    (void)unused;
    struct limits limits = {0};
    for (int i = 0; i < 2 * schema_class(CLASS_RARE)->burst; i++)
        limits_take(&limits, CLASS_RARE, 5);
    assert_true(limits_take(&limits, CLASS_RARE, 5) > 0);
    assert_int_equal(limits_take(&limits, CLASS_EDIT, 5), 0);
}

static void a_clock_that_begins_at_zero_gives_the_burst_once(void **unused)
{
    (void)unused;
    struct limits limits = {0};
    for (int i = 0; i < edit()->burst; i++)
        assert_int_equal(limits_take(&limits, CLASS_EDIT, 0), 0);
    assert_true(limits_take(&limits, CLASS_EDIT, 0) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(c11_the_burst_is_free),
        cmocka_unit_test(c11_the_pause_is_what_the_debt_takes),
        cmocka_unit_test(c11_an_import_and_its_undo_come_at_once),
        cmocka_unit_test(c11_waiting_fills_up_to_the_burst_only),
        cmocka_unit_test(c11_classes_do_not_know_each_other),
        cmocka_unit_test(a_clock_that_begins_at_zero_gives_the_burst_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
