#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/buffer.h"
#include "base/bytes.h"

static void empty_bytes_are_null(void **state)
{
    (void)state;
    assert_null(bytes_new("x", 0));
    assert_null(bytes_from(""));
    assert_int_equal(bytes_length(NULL), 0);
    assert_string_equal(bytes_text(NULL), "");
    assert_null(bytes_keep(NULL));
    bytes_drop(NULL);
    assert_true(bytes_equal(NULL, NULL));
}

static void bytes_are_a_copy_with_a_closing_zero(void **state)
{
    (void)state;
    char source[] = "cabane";
    struct bytes *bytes = bytes_from(source);
    source[0] = 'x';
    assert_int_equal(bytes_length(bytes), 6);
    assert_string_equal(bytes_text(bytes), "cabane");
    bytes_drop(bytes);
}

static void bytes_may_hold_zeros(void **state)
{
    (void)state;
    struct bytes *left = bytes_new("a\0b", 3), *right = bytes_new("a\0c", 3);
    assert_int_equal(bytes_length(left), 3);
    assert_false(bytes_equal(left, right));
    bytes_drop(left);
    bytes_drop(right);
}

static void equality_is_of_content(void **state)
{
    (void)state;
    struct bytes *left = bytes_from("ville"), *same = bytes_from("ville"),
                 *longer = bytes_from("villes");
    assert_true(bytes_equal(left, same));
    assert_false(bytes_equal(left, longer));
    assert_false(bytes_equal(left, NULL));
    assert_false(bytes_equal(NULL, left));
    bytes_drop(left);
    bytes_drop(same);
    bytes_drop(longer);
}

static void the_last_reference_frees(void **state)
{
    (void)state;
    struct bytes *bytes = bytes_from("partage");
    assert_ptr_equal(bytes_keep(bytes), bytes);
    bytes_drop(bytes);
    assert_string_equal(bytes_text(bytes), "partage"); /* the sanitizer watches */
    bytes_drop(bytes);
}

static void ids_come_back_in_order(void **state)
{
    (void)state;
    const uint64_t ids[] = {7, 1, UINT64_C(9007199254740991)};
    struct bytes *bytes = bytes_from_ids(ids, 3);
    assert_int_equal(bytes_id_count(bytes), 3);
    for (size_t at = 0; at < 3; at++) assert_int_equal(bytes_id(bytes, at), ids[at]);
    assert_true(bytes_has_id(bytes, 1));
    assert_false(bytes_has_id(bytes, 2));
    assert_false(bytes_has_id(NULL, 1));
    assert_null(bytes_from_ids(ids, 0));
    bytes_drop(bytes);
}

static void a_buffer_grows_with_what_is_added(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add_text(&buffer, "deux");
    buffer_add(&buffer, " et ", 4);
    buffer_add_format(&buffer, "%d font %s", 2, "quatre");
    assert_int_equal(buffer.length, strlen("deux et 2 font quatre"));
    assert_memory_equal(buffer.data, "deux et 2 font quatre", buffer.length);
    memset(buffer_grow(&buffer, 1000), '.', 1000);
    assert_int_equal(buffer.length, strlen("deux et 2 font quatre") + 1000);
    assert_true(buffer.capacity >= buffer.length);
    assert_memory_equal(buffer.data, "deux et 2 font quatre.", 22);
    buffer_clear(&buffer);
    assert_null(buffer.data);
    assert_int_equal(buffer.length + buffer.capacity, 0);
}

static void a_format_that_fills_the_buffer_exactly_fits(void **state)
{
    (void)state;
    for (int width = 60; width < 70; width++) {
        struct buffer buffer = {0};
        buffer_add_format(&buffer, "%*d", width, 5);
        assert_int_equal(buffer.length, width);
        assert_int_equal(buffer.data[width - 1], '5');
        buffer_clear(&buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_bytes_are_null),
        cmocka_unit_test(bytes_are_a_copy_with_a_closing_zero),
        cmocka_unit_test(bytes_may_hold_zeros),
        cmocka_unit_test(equality_is_of_content),
        cmocka_unit_test(the_last_reference_frees),
        cmocka_unit_test(ids_come_back_in_order),
        cmocka_unit_test(a_buffer_grows_with_what_is_added),
        cmocka_unit_test(a_format_that_fills_the_buffer_exactly_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
