#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/parts.h"
#include "wire/edit.h"

#define BYTES(...) ((const uint8_t[]){__VA_ARGS__}), sizeof((const uint8_t[]){__VA_ARGS__})

static void assert_written(const char *line, const uint8_t *data, size_t length)
{
    struct bytes *change = parts_read(line), *again;
    struct buffer packed = {0};
    edit_write(&packed, change);
    assert_int_equal(packed.length, length);
    assert_memory_equal(packed.data, data, length);
    struct cursor cursor = cursor_new(data, length);
    assert_true(edit_read(&cursor, &again));
    assert_int_equal(cursor_left(&cursor), 0);
    assert_true(bytes_equal(change, again));
    buffer_clear(&packed);
    bytes_drop(change);
    bytes_drop(again);
}

static void E11_parts_are_numbers_and_arrays(void **state)
{
    (void)state;
    assert_written("", BYTES(0x90));
    assert_written("7", BYTES(0x91, 7));
    assert_written("1|-2|4", BYTES(0x93, 1, 0x91, 2, 4));
    assert_written("3|-4+soir", BYTES(0x92, 3, 0x92, 4, 0xa4, 's', 'o', 'i', 'r'));
    assert_written("3|+\n|4", BYTES(0x93, 3, 0x93, 0, 0xa0, 0xa0, 4));
    assert_written("+a\nb\n", BYTES(0x91, 0x94, 0, 0xa1, 'a', 0xa1, 'b', 0xa0));
}

static void assert_refused(const uint8_t *data, size_t length)
{
    uint8_t *exact = malloc(length);
    struct bytes *change;
    assert_non_null(exact);
    memcpy(exact, data, length);
    struct cursor cursor = cursor_new(exact, length);
    assert_false(edit_read(&cursor, &change));
    assert_null(change);
    free(exact);
}

static void E11_what_is_no_change_is_refused(void **state)
{
    (void)state;
    assert_refused(BYTES(7));
    assert_refused(BYTES(0xa1, '3'));
    assert_refused(BYTES(0x91, 0xff));
    assert_refused(BYTES(0x91, 0xa1, 'x'));
    assert_refused(BYTES(0x91, 0x90));
    assert_refused(BYTES(0x91, 0x91, 0xff));
    assert_refused(BYTES(0x91, 0x92, 0, 0));
    assert_refused(BYTES(0x91, 0x92, 0xa0, 0xa1, 'x'));
    assert_refused(BYTES(0x91, 0x92, 0, 0xa3, 'a', '\n', 'b'));
    assert_refused(BYTES(0x91, 0x92, 0, 0xa1, '\r'));
    assert_refused(BYTES(0x91, 0x92, 0, 0xa3, 0xed, 0xa0, 0xbd));
    assert_refused(BYTES(0x91, 0xca, 0x3f, 0xc0, 0, 0));
    assert_refused(BYTES(0x92, 1));
}

/* Lengths that together are no text's. */
static void E11_what_adds_up_to_too_much_is_refused(void **state)
{
    (void)state;
    assert_refused(BYTES(0x91, 0xce, 0x80, 0, 0, 0));
    assert_refused(BYTES(0x91, 0xcf, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff));
    assert_refused(BYTES(0x92, 0xce, 0x7f, 0xff, 0xff, 0xff, 1));
    assert_refused(BYTES(0x92, 0x91, 0xce, 0x7f, 0xff, 0xff, 0xff, 0x91, 1));
    assert_refused(BYTES(0x92, 0xce, 0x7f, 0xff, 0xff, 0xff, 0x92, 0, 0xa1, 'x'));
}

static void E11_parts_that_do_nothing_are_left_out(void **state)
{
    (void)state;
    static const uint8_t data[] = {0x96, 0, 1, 2, 0x91, 0, 0x92, 0, 0xa0, 0x92, 1, 0xa0};
    struct cursor cursor = cursor_new(data, sizeof data);
    struct bytes *change, *wanted = parts_read("3|-1");
    assert_true(edit_read(&cursor, &change));
    assert_true(bytes_equal(change, wanted));
    bytes_drop(change);
    bytes_drop(wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(E11_parts_are_numbers_and_arrays),
        cmocka_unit_test(E11_what_is_no_change_is_refused),
        cmocka_unit_test(E11_what_adds_up_to_too_much_is_refused),
        cmocka_unit_test(E11_parts_that_do_nothing_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
