/* Puts laid out by field, and back again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "protocol/generated/schema.h"
#include "support/unpacked.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/frame.h"
#include "wire/pack.h"
#include "wire/packed.h"
#include "wire/tables.h"

static void write_put(struct buffer *puts, int64_t type, int64_t id, const int64_t *body,
                      size_t length)
{
    pack_array(puts, 4);
    pack_integer(puts, CHANGE_PUT);
    pack_integer(puts, type);
    pack_integer(puts, id);
    pack_array(puts, length);
    for (size_t i = 0; i < length; i++) pack_integer(puts, body[i]);
}

/* Three records of two types; the second has nothing in field 3, the first nothing in field 5. */
static void write_three(struct buffer *puts)
{
    write_put(puts, 2, 70, (const int64_t[]){1, 10, 3, 30}, 4);
    write_put(puts, 2, 71, (const int64_t[]){1, 11, 5, 50}, 4);
    write_put(puts, 9, 72, NULL, 0);
}

static void what_is_alike_stands_together(void **unused)
{
    (void)unused;
    static const uint8_t expected[] = {
        0x92, 0x94, 2,  0x92, 70,   71,   0x93, 1,    3, 5,    0x93, 0x92, 10,
        11,   0x92, 30, 0xc0, 0x92, 0xc0, 50,   0x94, 9, 0x91, 72,   0x90, 0x90,
    };
    struct buffer puts = {0}, tables = {0};
    write_three(&puts);
    tables_write(&tables, &puts, 3);
    assert_int_equal(tables.length, sizeof expected);
    assert_memory_equal(tables.data, expected, sizeof expected);
    buffer_clear(&puts);
    buffer_clear(&tables);
}

static void nothing_is_no_table(void **unused)
{
    (void)unused;
    struct buffer puts = {0}, tables = {0};
    tables_write(&tables, &puts, 0);
    assert_int_equal(tables.length, 1);
    assert_int_equal(tables.data[0], 0x90);
    buffer_clear(&tables);
}

static void p8_what_is_unpacked_is_what_was_packed(void **unused)
{
    (void)unused;
    struct buffer puts = {0}, back = {0};
    write_three(&puts);
    struct frame *frame = packed_new(&puts, 3);
    struct cursor cursor = cursor_new(frame->data, frame->length);
    struct message message;
    assert_true(decode_next_message(&cursor, &message));
    assert_true(unpacked_part(&back, &message.body.packed));
    assert_true(back.length > puts.length);
    assert_memory_equal(back.data + back.length - puts.length, puts.data, puts.length);
    message_clear(&message);
    frame_drop(frame);
    buffer_clear(&puts);
    buffer_clear(&back);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_alike_stands_together),
        cmocka_unit_test(nothing_is_no_table),
        cmocka_unit_test(p8_what_is_unpacked_is_what_was_packed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
