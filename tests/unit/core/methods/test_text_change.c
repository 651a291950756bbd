#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/methods/text_change.h"
#include "support/parts.h"

/* What it says as a line; "no" for a change that does not fit. */
static void assert_makes(const char *line, const char *text, const char *expected)
{
    struct bytes *change = parts_read(line), *before = bytes_from(text), *after;
    bool fits = text_change_apply(change, before, &after);
    assert_int_equal(fits, text_change_fits(change, before));
    assert_string_equal(fits ? bytes_text(after) : "no", expected);
    if (fits) {
        assert_int_equal(text_change_before(change), text_units(text, strlen(text)));
        assert_int_equal(text_change_after(change), text_units(expected, strlen(expected)));
    }
    bytes_drop(change);
    bytes_drop(before);
    bytes_drop(after);
}

static void assert_line(struct bytes *change, const char *expected)
{
    struct buffer line = {0};
    parts_write(&line, change);
    buffer_add(&line, "", 1);
    assert_string_equal((char *)line.data, expected);
    buffer_clear(&line);
    bytes_drop(change);
}

static void a_change_is_applied_from_left_to_right(void **state)
{
    (void)state;
    assert_makes("3|+grand |8", "un atelier.", "un grand atelier.");
    assert_makes("11", "un atelier.", "un atelier.");
    assert_makes("-3|7|-1+ !", "un atelier.", "atelier !");
    assert_makes("-3", "abc", "");
    assert_makes("+abc", "", "abc");
    assert_makes("", "", "");
    assert_makes("1|-1|+z|1", "abc", "azc");
    assert_makes("2|+\n- |1", "a\nb", "a\n\n- b");
}

static void units_are_those_of_browsers(void **state)
{
    (void)state;
    assert_int_equal(text_units("", 0), 0);
    assert_int_equal(text_units("aé…😀", 10), 5);
    assert_makes("3|+é|4", "a😀b😀c", "a😀éb😀c");
    assert_makes("1|-2|1", "a😀b", "ab");
    size_t taken;
    assert_true(text_bytes_of("a😀b", 6, 3, &taken));
    assert_int_equal(taken, 5);
    assert_true(text_bytes_of("a😀b", 6, 0, &taken));
    assert_int_equal(taken, 0);
    assert_false(text_bytes_of("a😀b", 6, 2, &taken));
    assert_false(text_bytes_of("a😀b", 6, 5, &taken));
}

static void what_does_not_fit_is_not_applied(void **state)
{
    (void)state;
    assert_makes("4", "abc", "no");
    assert_makes("2", "abc", "no");
    assert_makes("", "a", "no");
    assert_makes("+x", "a", "no");
    assert_makes("-1", "", "no");
    assert_makes("2147483647", "abc", "no");
    assert_makes("2|+x|2", "a😀b", "no");
    assert_makes("-2|2", "a😀b", "no");
    assert_makes("2|-1|1", "a😀b", "no");
}

static void parts_that_do_the_same_are_one(void **state)
{
    (void)state;
    assert_line(parts_read("1|2|0|3"), "6");
    assert_line(parts_read("-1|-2|+|+|4"), "-3|4");
    assert_line(parts_read("+a|+b|2"), "+ab|2");
    assert_line(parts_read("-1|+z|5"), "-1|+z|5");
    assert_line(parts_read("+z|-1|5"), "+z|-1|5");
    assert_line(parts_read("-1+a|-1+b"), "-1+a|-1+b");
    assert_line(parts_read("0|-0|+"), "");
    struct text_draft draft = {0};
    text_draft_replace(&draft, 1, "a", 1);
    text_draft_extend(&draft, 2, "b", 1);
    text_draft_keep(&draft, 1);
    text_draft_extend(&draft, 1, "c", 1);
    assert_line(text_draft_finish(&draft), "-3+ab|1|-1+c");
}

static void a_draft_says_whether_it_has_room(void **state)
{
    (void)state;
    struct text_draft draft = {0};
    assert_true(text_draft_has_room(&draft, TEXT_LONGEST, TEXT_LONGEST));
    assert_false(text_draft_has_room(&draft, UINT64_MAX, 0));
    text_draft_keep(&draft, TEXT_LONGEST - 1);
    assert_true(text_draft_has_room(&draft, 1, 1));
    assert_false(text_draft_has_room(&draft, 2, 0));
    assert_false(text_draft_has_room(&draft, 0, 2));
    text_draft_clear(&draft);
}

static void assert_taken_back(const char *line, const char *text, const char *inverse)
{
    struct bytes *change = parts_read(line), *before = bytes_from(text), *after, *again;
    struct bytes *back = text_change_invert(change, before);
    assert_true(text_change_apply(change, before, &after));
    assert_true(text_change_apply(back, after, &again));
    assert_true(bytes_equal(before, again));
    assert_line(back, inverse);
    bytes_drop(change);
    bytes_drop(before);
    bytes_drop(after);
    bytes_drop(again);
}

static void a_change_is_taken_back_by_another(void **state)
{
    (void)state;
    assert_taken_back("3|+grand |8", "un atelier.", "3|-6|8");
    assert_taken_back("-2|1", "😀b", "+😀|1");
    assert_taken_back("1|-2+xyz|1", "aéèb", "1|-3+éè|1");
    assert_taken_back("1|-1|+z|1", "abc", "1|+b|-1|1");
    assert_taken_back("", "", "");
}

static void assert_place(const char *line, uint32_t place, uint32_t before, uint32_t after)
{
    struct bytes *change = parts_read(line);
    assert_int_equal(text_change_place(change, place, TEXT_BEFORE), before);
    assert_int_equal(text_change_place(change, place, TEXT_AFTER), after);
    bytes_drop(change);
}

static void a_caret_goes_along(void **state)
{
    (void)state;
    assert_place("3|+grand |8", 2, 2, 2);
    assert_place("3|+grand |8", 3, 3, 9);
    assert_place("3|+grand |8", 4, 10, 10);
    assert_place("3|+grand |8", 11, 17, 17);
    assert_place("2|-4|2", 2, 2, 2);
    assert_place("2|-4|2", 4, 2, 2);
    assert_place("2|-4|2", 6, 2, 2);
    assert_place("2|-4+xyz|2", 2, 2, 2);
    assert_place("2|-4+xyz|2", 4, 2, 5);
    assert_place("2|-4+xyz|2", 6, 5, 5);
    assert_place("3|+a", 3, 3, 4);
    assert_place("3", 9, 3, 3);
    assert_place("", 0, 0, 0);
}

static void a_change_that_keeps_everything_is_idle(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool idle;
    } cases[] = {{"", true}, {"4", true}, {"3|-1", false}, {"+a", false}, {"2|+a|2", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes *change = parts_read(cases[i].line);
        assert_int_equal(text_change_is_idle(change), cases[i].idle);
        bytes_drop(change);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_is_applied_from_left_to_right),
        cmocka_unit_test(units_are_those_of_browsers),
        cmocka_unit_test(what_does_not_fit_is_not_applied),
        cmocka_unit_test(parts_that_do_the_same_are_one),
        cmocka_unit_test(a_draft_says_whether_it_has_room),
        cmocka_unit_test(a_change_is_taken_back_by_another),
        cmocka_unit_test(a_caret_goes_along),
        cmocka_unit_test(a_change_that_keeps_everything_is_idle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
