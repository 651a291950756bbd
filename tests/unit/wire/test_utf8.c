#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "wire/utf8.h"

static bool valid(const char *text)
{
    return utf8_is_valid((const uint8_t *)text, strlen(text));
}

/* Writes a scalar value, or a surrogate, in the length that UTF-8 gives it. */
static size_t encode(uint32_t value, uint8_t *to)
{
    size_t rest = value < 0x80 ? 0 : value < 0x800 ? 1 : value < 0x10000 ? 2 : 3;
    static const uint8_t leads[] = {0, 0xc0, 0xe0, 0xf0};
    for (size_t i = rest; i; i--, value >>= 6) to[i] = (uint8_t)(0x80 | (value & 0x3f));
    to[0] = (uint8_t)(leads[rest] | value);
    return rest + 1;
}

static void E7_every_scalar_value_is_valid_and_no_surrogate(void **state)
{
    (void)state;
    for (uint32_t value = 0; value < 0x120000; value++) {
        uint8_t text[4];
        size_t length = encode(value, text);
        bool scalar = value < 0xd800 || (value > 0xdfff && value < 0x110000);
        if (utf8_is_valid(text, length) != scalar) fail_msg("U+%04X", (unsigned)value);
        if (length > 1 && utf8_is_valid(text, length - 1)) fail_msg("U+%04X cut", (unsigned)value);
    }
}

/* Two bytes: valid are two of ASCII, or a lead of two and a continuation; nothing else. */
static void every_pair_of_bytes(void **state)
{
    (void)state;
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++) {
            const uint8_t pair[] = {(uint8_t)first, (uint8_t)second};
            bool ascii = first < 0x80 && second < 0x80;
            bool two = first >= 0xc2 && first < 0xe0 && second >= 0x80 && second < 0xc0;
            if (utf8_is_valid(pair, 2) != (ascii || two)) fail_msg("%02x %02x", first, second);
        }
}

static void E7_overlong_forms_are_not_valid(void **state)
{
    (void)state;
    assert_false(valid("\xc0\x80"));
    assert_false(valid("\xc1\xbf"));
    assert_false(valid("\xe0\x9f\xbf"));
    assert_false(valid("\xf0\x8f\xbf\xbf"));
    assert_false(valid("\xf8\x88\x80\x80\x80"));
}

static void a_fault_after_good_text_is_found(void **state)
{
    (void)state;
    assert_true(valid("Guyane, Réunion, \xf0\x9f\x8c\xb4"));
    assert_false(valid("Guyane, R\xe9union"));
    assert_false(valid("\xe2\x82"));
    assert_false(valid("\xe2\x28\xa1"));
    assert_false(valid("\xf0\x9f\x8c"));
    assert_true(utf8_is_valid(NULL, 0));
}

static void E7_control_characters_of_both_sets_and_delete(void **state)
{
    (void)state;
    for (uint32_t value = 0; value < 0x200; value++) {
        uint8_t text[8] = "é";
        size_t length = 2 + encode(value, text + 2);
        bool control = value < 0x20 || (value >= 0x7f && value < 0xa0);
        if (utf8_has_control(text, length, false) != control) fail_msg("U+%04X", (unsigned)value);
        if (utf8_has_control(text, length, true) != (control && value != '\n'))
            fail_msg("U+%04X in lines", (unsigned)value);
    }
}

static bool in(uint32_t value, uint32_t first, uint32_t last)
{
    return value >= first && value <= last;
}

/* Every character that there is, in text of one line and of several. */
static void E7_what_turns_the_writing_is_no_text(void **state)
{
    (void)state;
    for (uint32_t value = 0x200; value < 0x110000; value++) {
        if (in(value, 0xd800, 0xdfff)) continue;
        uint8_t text[12] = "é";
        size_t length = 2 + encode(value, text + 2);
        text[length++] = 'x';
        bool turns = in(value, 0x202a, 0x202e) || in(value, 0x2066, 0x206f) ||
                     in(value, 0x2028, 0x2029) || in(value, 0xfff9, 0xfffb) || value == 0xfeff;
        bool marks = in(value, 0x200e, 0x200f) || value == 0x61c;
        if (utf8_has_control(text, length, true) != turns) fail_msg("U+%04X in lines", value);
        if (utf8_has_control(text, length, false) != (turns || marks)) fail_msg("U+%04X", value);
        size_t left = utf8_drop_marks(text, length);
        if ((left == length) == (turns || marks)) fail_msg("U+%04X is not taken out", value);
        assert_false(utf8_has_control(text, left, false));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(E7_every_scalar_value_is_valid_and_no_surrogate),
        cmocka_unit_test(every_pair_of_bytes),
        cmocka_unit_test(E7_overlong_forms_are_not_valid),
        cmocka_unit_test(a_fault_after_good_text_is_found),
        cmocka_unit_test(E7_control_characters_of_both_sets_and_delete),
        cmocka_unit_test(E7_what_turns_the_writing_is_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
