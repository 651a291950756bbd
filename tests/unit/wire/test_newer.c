/* What a newer server has written is told from what is damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "protocol/generated/schema.h"
#include "wire/newer.h"
#include "wire/pack.h"
#include "wire/stored.h"

/* An entry or a snapshot of one change, by its numbers. */
struct written {
    int64_t format, command, operation, record, field, value;
    bool is_newer;
};

static void write_change(struct buffer *buffer, const struct written *written)
{
    pack_array(buffer, 1);
    pack_array(buffer, 4);
    pack_integer(buffer, written->operation);
    pack_integer(buffer, written->record);
    pack_integer(buffer, 5);
    pack_array(buffer, 2);
    pack_integer(buffer, written->field);
    pack_integer(buffer, written->value);
}

static void write_entry(struct buffer *buffer, const struct written *written)
{
    pack_array(buffer, 8);
    pack_integer(buffer, written->format);
    for (int i = 0; i < 5; i++) pack_integer(buffer, 1);
    pack_integer(buffer, written->command);
    write_change(buffer, written);
}

static void write_snapshot(struct buffer *buffer, const struct written *written)
{
    pack_array(buffer, 5);
    pack_integer(buffer, written->format);
    for (int i = 0; i < 2; i++) pack_integer(buffer, 1);
    pack_array(buffer, 0);
    write_change(buffer, written);
}

enum { NUMBERS_END = 200, NO_LANGUAGE = 120 };

static const struct written all[] = {
    {STORED_FORMAT + 1, 1, 1, RECORD_BOARD, BOARD_LOCKED, 1, true},
    {STORED_FORMAT, COMMAND_TYPES + 1, 1, RECORD_BOARD, BOARD_LOCKED, 1, true},
    {STORED_FORMAT, 1, NUMBERS_END, RECORD_BOARD, BOARD_LOCKED, 1, true},
    {STORED_FORMAT, 1, CHANGE_OPERATIONS + 1, RECORD_BOARD, BOARD_TITLE, 1, true},
    {STORED_FORMAT, 1, CHANGE_EDIT, RECORD_BOARD, BOARD_TITLE, 1, false},
    {STORED_FORMAT, 1, 1, RECORD_TYPES + 1, 1, 1, true},
    {STORED_FORMAT, 1, 2, RECORD_BOARD, 63, 1, true},
    {STORED_FORMAT, 1, 1, RECORD_BOARD, NUMBERS_END, 1, true},
    {STORED_FORMAT, 1, 1, RECORD_WORKSHOP, WORKSHOP_LANGUAGE, NO_LANGUAGE, true},
    {STORED_FORMAT, 1, 1, RECORD_BOARD, BOARD_LOCKED, 1, false},
    {STORED_FORMAT, 1, 0, RECORD_BOARD, BOARD_LOCKED, 1, false},
    {STORED_FORMAT, 1, 1, 0, BOARD_LOCKED, 1, false},
    {STORED_FORMAT, 1, 1, RECORD_BOARD, 0, 1, false},
    {STORED_FORMAT, 1, 1, RECORD_WORKSHOP, WORKSHOP_LANGUAGE, 0, false},
    {0, 1, 1, RECORD_BOARD, BOARD_LOCKED, 1, false},
};

static void a_number_beyond_ours_is_a_newer_server_s(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct buffer entry = {0}, snapshot = {0};
        write_entry(&entry, &all[i]);
        write_snapshot(&snapshot, &all[i]);
        bool of_command = all[i].command > COMMAND_TYPES;
        assert_int_equal(newer_entry(entry.data, entry.length), all[i].is_newer);
        assert_int_equal(newer_snapshot(snapshot.data, snapshot.length),
                         all[i].is_newer && !of_command);
        buffer_clear(&entry);
        buffer_clear(&snapshot);
    }
}

/* Whatever the numbers in it say: what is cut short was not written so. */
static void what_is_cut_short_is_damaged(void **state)
{
    (void)state;
    struct buffer entry = {0};
    write_entry(&entry, &all[3]);
    for (size_t length = 0; length < entry.length; length++)
        assert_false(newer_entry(entry.data, length));
    pack_integer(&entry, 1);
    assert_false(newer_entry(entry.data, entry.length));
    buffer_clear(&entry);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_beyond_ours_is_a_newer_server_s),
        cmocka_unit_test(what_is_cut_short_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
