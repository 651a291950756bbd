#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "wire/cursor.h"
#include "wire/pack.h"

#define BYTES(...) ((const uint8_t[]){__VA_ARGS__}), sizeof((const uint8_t[]){__VA_ARGS__})

static bool next_of(const uint8_t *data, size_t length, struct token *token)
{
    struct cursor cursor = cursor_new(data, length);
    return cursor_next(&cursor, token) && !cursor_left(&cursor);
}

static int64_t integer_of(const uint8_t *data, size_t length)
{
    struct token token;
    assert_true(next_of(data, length, &token));
    assert_int_equal(token.kind, TOKEN_INTEGER);
    return token.number;
}

static void E6_integers_of_every_form(void **state)
{
    (void)state;
    assert_int_equal(integer_of(BYTES(0x7f)), 127);
    assert_int_equal(integer_of(BYTES(0xff)), -1);
    assert_int_equal(integer_of(BYTES(0xe0)), -32);
    assert_int_equal(integer_of(BYTES(0xcc, 0xff)), 255);
    assert_int_equal(integer_of(BYTES(0xcd, 0x01, 0x00)), 256);
    assert_int_equal(integer_of(BYTES(0xce, 0xff, 0xff, 0xff, 0xff)), UINT32_MAX);
    assert_int_equal(integer_of(BYTES(0xcf, 0, 0x20, 0, 0, 0, 0, 0, 0)), INT64_C(1) << 53);
    assert_int_equal(integer_of(BYTES(0xd0, 0x80)), -128);
    assert_int_equal(integer_of(BYTES(0xd0, 0x7f)), 127);
    assert_int_equal(integer_of(BYTES(0xd1, 0x80, 0x00)), INT16_MIN);
    assert_int_equal(integer_of(BYTES(0xd2, 0x80, 0, 0, 0)), INT32_MIN);
    assert_int_equal(integer_of(BYTES(0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0)), INT64_MIN);
    assert_int_equal(integer_of(BYTES(0xd3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe)), -2);
}

static void an_integer_beyond_63_bits_is_the_greatest(void **state)
{
    (void)state;
    assert_int_equal(integer_of(BYTES(0xcf, 0x80, 0, 0, 0, 0, 0, 0, 0)), INT64_MAX);
}

static void other_tokens(void **state)
{
    (void)state;
    struct token token;
    assert_true(next_of(BYTES(0xc0), &token));
    assert_int_equal(token.kind, TOKEN_NIL);
    assert_true(next_of(BYTES(0xc3), &token));
    assert_int_equal(token.kind, TOKEN_FLAG);
    assert_int_equal(token.number, 1);
    assert_true(next_of(BYTES(0xca, 1, 2, 3, 4), &token));
    assert_int_equal(token.kind, TOKEN_FLOAT);
    assert_true(next_of(BYTES(0xa2, 'o', 'k'), &token));
    assert_int_equal(token.kind, TOKEN_TEXT);
    assert_memory_equal(token.data, "ok", token.length);
    assert_true(next_of(BYTES(0xc4, 2, 1, 2), &token));
    assert_int_equal(token.kind, TOKEN_BYTES);
    assert_int_equal(token.length, 2);
}

static void what_is_not_msgpack_is_refused(void **state)
{
    (void)state;
    struct token token;
    assert_false(next_of(BYTES(0xc1), &token));
    for (unsigned type = 0xc7; type <= 0xd8; type++) {
        const uint8_t extension[24] = {(uint8_t)type};
        struct cursor cursor = cursor_new(extension, sizeof extension);
        if (type >= 0xca && type <= 0xd3) continue;
        assert_false(cursor_next(&cursor, &token));
    }
}

/* Every head whose length or value is longer than what follows. */
static void E8_no_claim_exceeds_the_bytes(void **state)
{
    (void)state;
    for (unsigned type = 0x80; type < 0xe0; type++)
        for (size_t length = 1; length <= 5; length++) {
            uint8_t head[5] = {(uint8_t)type, 0xff, 0xff, 0xff, 0xff};
            struct cursor cursor = cursor_new(head, length);
            struct token token;
            if (cursor_next(&cursor, &token)) assert_true(token.length <= length);
        }
}

static bool enters(const uint8_t *data, size_t length)
{
    struct cursor cursor = cursor_new(data, length);
    struct token token;
    return cursor_next(&cursor, &token);
}

static void E8_every_value_inside_takes_a_byte_at_least(void **state)
{
    (void)state;
    assert_true(enters(BYTES(0x92, 0xc0, 0xc0)));
    assert_false(enters(BYTES(0x92, 0xc0)));
    assert_true(enters(BYTES(0x81, 0xc0, 0xc0)));
    assert_false(enters(BYTES(0x81, 0xc0)));
    assert_false(enters(BYTES(0xdf, 0x80, 0, 0, 0, 0xc0, 0xc0)));
}

static bool skips(const uint8_t *data, size_t length, unsigned depth)
{
    struct cursor cursor = cursor_new(data, length);
    return cursor_skip(&cursor, depth) && !cursor_left(&cursor);
}

static void E8_skipping_counts_the_nesting(void **state)
{
    (void)state;
    assert_true(skips(BYTES(0x05), 0));
    assert_false(skips(BYTES(0x90), 0));
    assert_true(skips(BYTES(0x90), 1));
    assert_true(skips(BYTES(0x93, 0x91, 0x01, 0x81, 0x01, 0x02, 0xa1, 'x'), 2));
    assert_false(skips(BYTES(0x92, 0x01, 0x91, 0x90), 2));
    assert_true(skips(BYTES(0x92, 0x01, 0x91, 0x90), 3));
    assert_false(skips(BYTES(0x92, 0x01), 3));
}

static void skipping_takes_one_value(void **state)
{
    (void)state;
    const uint8_t two[] = {0x92, 0x01, 0x92, 0x02, 0x03, 0x04};
    struct cursor cursor = cursor_new(two, sizeof two);
    assert_true(cursor_skip(&cursor, 8));
    assert_int_equal(cursor_left(&cursor), 1);
}

static void nothing_cannot_be_read(void **state)
{
    (void)state;
    struct cursor cursor = cursor_new(NULL, 0);
    struct token token;
    assert_false(cursor_next(&cursor, &token));
    assert_false(cursor_skip(&cursor, 8));
}

static void packed_integers_come_back_in_the_shortest_form(void **state)
{
    (void)state;
    const struct {
        int64_t value;
        size_t length;
    } cases[] = {
        {0, 1},  {127, 1}, {128, 2}, {255, 2},  {256, 3},  {65536, 5},  {INT64_C(1) << 32, 9},
        {-1, 1}, {-32, 1}, {-33, 2}, {-128, 2}, {-129, 3}, {-32769, 5}, {INT64_MIN, 9}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer buffer = {0};
        pack_integer(&buffer, cases[i].value);
        assert_int_equal(buffer.length, cases[i].length);
        assert_int_equal(integer_of(buffer.data, buffer.length), cases[i].value);
        buffer_clear(&buffer);
    }
}

static void packed_lengths_come_back(void **state)
{
    (void)state;
    const size_t lengths[] = {0, 31, 32, 255, 256, 65535, 65536};
    static const char zeros[65536];
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct buffer buffer = {0};
        struct token token;
        pack_text(&buffer, zeros, lengths[i]);
        assert_true(next_of(buffer.data, buffer.length, &token));
        assert_int_equal(token.length, lengths[i]);
        buffer.length = 0;
        pack_bytes(&buffer, zeros, lengths[i]);
        assert_true(next_of(buffer.data, buffer.length, &token));
        assert_int_equal(token.kind, TOKEN_BYTES);
        assert_int_equal(token.length, lengths[i]);
        buffer_clear(&buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(E6_integers_of_every_form),
        cmocka_unit_test(an_integer_beyond_63_bits_is_the_greatest),
        cmocka_unit_test(other_tokens),
        cmocka_unit_test(what_is_not_msgpack_is_refused),
        cmocka_unit_test(E8_no_claim_exceeds_the_bytes),
        cmocka_unit_test(E8_every_value_inside_takes_a_byte_at_least),
        cmocka_unit_test(E8_skipping_counts_the_nesting),
        cmocka_unit_test(skipping_takes_one_value),
        cmocka_unit_test(nothing_cannot_be_read),
        cmocka_unit_test(packed_integers_come_back_in_the_shortest_form),
        cmocka_unit_test(packed_lengths_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
