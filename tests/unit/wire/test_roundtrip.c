/* Whatever the schema declares comes back as it went, with values drawn from a fixed seed: every
 * record put and patched, every command with every choice of fields, every message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/entry.h"
#include "core/fields.h"
#include "core/methods/text_difference.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/pack.h"
#include "wire/stored.h"
#include "wire/value.h"

#define ROUNDS 20

/* splitmix64 */
static uint64_t draw(uint64_t *seed)
{
    uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static uint64_t draw_below(uint64_t *seed, uint64_t limit)
{
    return draw(seed) % limit;
}

static uint64_t draw_id(uint64_t *seed)
{
    return 1 + draw_below(seed, VALUE_MAX);
}

static int64_t draw_number(const struct field *field, uint64_t *seed)
{
    if (field->kind == FIELD_FLAG) return (int64_t)draw_below(seed, 2);
    if (field->kind == FIELD_INTEGER)
        return field->min + (int64_t)draw_below(seed, (uint64_t)(field->max - field->min) + 1);
    if (field->kind != FIELD_CHOICE) return (int64_t)draw_id(seed);
    int64_t choice;
    do choice = 1 + (int64_t)draw_below(seed, 63);
    while (!(field->values & FIELD_BIT(choice)));
    return choice;
}

static struct bytes *draw_text(const struct field *field, uint64_t *seed)
{
    static const char *const parts[] = {"a", " ", "é", "œ", "…", "🌴", "\\", "\""};
    size_t most = field->max > 500 ? 500 : (size_t)field->max, length = draw_below(seed, most + 1);
    struct buffer text = {0};
    while (text.length + 4 <= length)
        buffer_add_text(&text, parts[draw_below(seed, sizeof parts / sizeof *parts)]);
    if (field->lines && length) buffer_add_text(&text, "\n");
    struct bytes *bytes = bytes_new(text.data, text.length);
    buffer_clear(&text);
    return bytes;
}

static struct bytes *draw_bytes(const struct field *field, uint64_t *seed)
{
    uint64_t words[12];
    size_t most = field->max < 12 ? (size_t)field->max : 12;
    for (size_t i = 0; i < 12; i++) words[i] = draw_id(seed);
    if (field->kind == FIELD_TEXT) return draw_text(field, seed);
    if (field->kind == FIELD_IDS) return bytes_from_ids(words, draw_below(seed, most + 1));
    if (field->kind == FIELD_SECRET) return bytes_new(words, SECRET_BYTES);
    return bytes_new(words, draw_below(seed, sizeof words));
}

static void draw_fields(const struct schema_type *type, void *body, uint64_t mask, uint64_t *seed)
{
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (!(mask & FIELD_BIT(field->number))) continue;
        if (field_is_number(field)) field_set_number(field, body, draw_number(field, seed));
        else *field_bytes(field, body) = draw_bytes(field, seed);
    }
}

static uint64_t all_of(const struct schema_type *type)
{
    uint64_t all = 0;
    for (size_t i = 0; i < type->field_count; i++) all |= FIELD_BIT(type->fields[i].number);
    return all;
}

static struct change draw_change(enum record_type type, enum change_operation operation,
                                 uint64_t *seed)
{
    struct change change = {.operation = operation, .type = type, .id = draw_id(seed)};
    if (operation == CHANGE_PATCH) change.mask = draw(seed) & all_of(schema_record(type));
    draw_fields(schema_record(type), &change.body, change_fields(&change), seed);
    return change;
}

/* Changes of some text, of one field that is a text; a put for a record without one. */
static struct change draw_edit(enum record_type type, uint64_t *seed)
{
    const struct schema_type *table = schema_record(type);
    struct change edit = {CHANGE_EDIT, type, draw_id(seed), .mask = 0};
    for (size_t i = 0; i < table->field_count; i++) {
        const struct field *field = &table->fields[i];
        if (field->kind != FIELD_TEXT || edit.mask) continue;
        struct bytes *from = draw_bytes(field, seed), *to = draw_bytes(field, seed);
        edit.mask = FIELD_BIT(field->number);
        *field_bytes(field, &edit.body) = text_difference(from, to);
        bytes_drop(from);
        bytes_drop(to);
    }
    return edit.mask ? edit : draw_change(type, CHANGE_PUT, seed);
}

static void draw_changes(struct changes *changes, uint64_t *seed)
{
    for (unsigned type = 1; type <= RECORD_TYPES; type++)
        for (unsigned operation = CHANGE_PUT; operation <= CHANGE_DROP; operation++) {
            struct change change =
                draw_change((enum record_type)type, (enum change_operation)operation, seed);
            changes_take(changes, &change);
        }
    for (unsigned type = 1; type <= RECORD_TYPES; type++) {
        struct change edit = draw_edit((enum record_type)type, seed);
        changes_take(changes, &edit);
    }
}

static void every_record_comes_back_from_the_journal(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int round = 0; round < ROUNDS; round++) {
        struct entry entry = {.seq = draw_id(&seed), .time = 5, .command = COMMAND_JOIN}, read;
        struct buffer buffer = {0};
        draw_changes(&entry.changes, &seed);
        stored_encode_entry(&buffer, &entry);
        assert_true(stored_decode_entry(buffer.data, buffer.length, &read));
        assert_int_equal(read.seq, entry.seq);
        assert_int_equal(read.command, COMMAND_JOIN);
        assert_int_equal(read.changes.count, entry.changes.count);
        for (size_t i = 0; i < read.changes.count; i++)
            if (!change_equal(&read.changes.items[i], &entry.changes.items[i]))
                fail_msg("round %d: change %zu differs", round, i);
        entry_clear(&entry);
        entry_clear(&read);
        buffer_clear(&buffer);
    }
}

static void a_record_is_put_as_the_change_that_puts_it(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (unsigned type = 1; type <= RECORD_TYPES; type++) {
        struct change change = draw_change((enum record_type)type, CHANGE_PUT, &seed);
        struct record record = {.id = change.id, .type = change.type, .body = change.body};
        struct buffer left = {0}, right = {0};
        encode_change(&left, &change);
        encode_put(&right, &record);
        assert_int_equal(left.length, right.length);
        assert_memory_equal(left.data, right.data, left.length);
        buffer_clear(&left);
        buffer_clear(&right);
        change_clear(&change);
    }
}

static uint64_t required_of(const struct schema_type *type)
{
    uint64_t required = 0;
    for (size_t i = 0; i < type->field_count; i++)
        if (!type->fields[i].optional) required |= FIELD_BIT(type->fields[i].number);
    return required;
}

static bool is_digest_of(const struct bytes *digest, const struct bytes *key)
{
    struct secret secret;
    memcpy(secret.bytes, bytes_text(key), SECRET_BYTES);
    secret = secret_digest(&secret);
    return bytes_length(digest) == SECRET_BYTES &&
           !memcmp(bytes_text(digest), secret.bytes, SECRET_BYTES);
}

static void assert_same_command(const struct command *sent, const struct command *read)
{
    const struct schema_type *type = schema_command(sent->type);
    assert_int_equal(read->type, sent->type);
    assert_int_equal(read->present, sent->present);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        bool same = field_equal(field, &sent->body, &read->body);
        if (field->kind == FIELD_SECRET)
            same = is_digest_of(field_bytes_of(field, &read->body),
                                field_bytes_of(field, &sent->body));
        if (!same) fail_msg("%s.%s differs", type->name, field->name);
    }
}

static void pass_command(const struct schema_type *type, uint64_t *seed)
{
    struct message sent = {.type = MESSAGE_COMMAND}, read;
    struct command *command = &sent.body.command.command;
    struct decode_problem problem;
    struct buffer buffer = {0};
    sent.body.command.client = draw_id(seed);
    sent.body.command.counter = (int64_t)draw_id(seed);
    command->type = (enum command_type)type->number;
    command->present = required_of(type) | (draw(seed) & all_of(type));
    draw_fields(type, &command->body, command->present, seed);
    encode_message(&buffer, &sent);
    enum decode_status status = decode_message(buffer.data, buffer.length, &read, &problem);
    if (status != DECODE_OK) fail_msg("%s: %s", type->name, refusal_name(problem.refusal));
    assert_int_equal(read.body.command.client, sent.body.command.client);
    assert_int_equal(read.body.command.counter, sent.body.command.counter);
    assert_same_command(command, &read.body.command.command);
    message_clear(&sent);
    message_clear(&read);
    buffer_clear(&buffer);
}

static void every_command_comes_back_with_its_secrets_digested(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (unsigned number = 1; number <= COMMAND_TYPES; number++)
        for (int round = 0; round < ROUNDS; round++) pass_command(schema_command(number), &seed);
}

/* The command of this type whose id of this number is 0, the others something, as it is decoded. */
static enum decode_status pass_zero(const struct schema_type *type, const struct field *zero,
                                    struct message *read, struct decode_problem *problem)
{
    uint64_t seed = 5;
    struct message sent = {.type = MESSAGE_COMMAND,
                           .body.command = {.client = draw_id(&seed), .counter = 1}};
    struct command *command = &sent.body.command.command;
    struct buffer buffer = {0};
    command->type = (enum command_type)type->number;
    command->present = all_of(type);
    draw_fields(type, &command->body, command->present, &seed);
    field_set_number(zero, &command->body, 0);
    encode_message(&buffer, &sent);
    enum decode_status status = decode_message(buffer.data, buffer.length, read, problem);
    message_clear(&sent);
    buffer_clear(&buffer);
    return status;
}

static void check_zero(const struct schema_type *type, const struct field *field)
{
    struct message read;
    struct decode_problem problem;
    enum decode_status status = pass_zero(type, field, &read, &problem);
    if (status != (field->optional ? DECODE_OK : DECODE_REFUSED))
        fail_msg("%s.%s of 0: %s", type->name, field->name, refusal_name(problem.refusal));
    if (status == DECODE_OK) {
        assert_true(read.body.command.command.present & FIELD_BIT(field->number));
        assert_int_equal(field_number(field, &read.body.command.command.body), 0);
    } else {
        assert_int_equal(problem.refusal, REFUSAL_FIELD_MISSING);
        assert_int_equal(problem.field, field->number);
    }
    message_clear(&read);
}

static void
an_id_of_0_is_missing_where_it_must_be_given_and_a_word_where_it_may_be_left_out(void **state)
{
    (void)state;
    for (unsigned number = 1; number <= COMMAND_TYPES; number++)
        for (size_t i = 0; i < schema_command(number)->field_count; i++)
            if (schema_command(number)->fields[i].kind == FIELD_ID)
                check_zero(schema_command(number), &schema_command(number)->fields[i]);
}

/* The one that was refused: everybody's cards are asked for with the 0 that says so. */
static void cards_of_anybody_are_asked_for_by_a_0(void **state)
{
    (void)state;
    const struct schema_type *type = schema_command(COMMAND_RESTORE_CARDS);
    assert_true(schema_field(type, RESTORE_CARDS_PERSON)->optional);
}

static void draw_list(const struct field *field, void *place, uint64_t *seed)
{
    const struct schema_type *type = schema_list(field->of);
    struct hinted_list list = {.count = draw_below(seed, 4)}; /* every list begins alike */
    list.items = allocate_zero(list.count, type->size);
    for (size_t i = 0; i < list.count; i++)
        draw_fields(type, (char *)list.items + i * type->size, ALL_FIELDS, seed);
    memcpy(place, &list, sizeof list);
}

static void draw_composite(const struct field *field, struct message *message, uint64_t *seed)
{
    void *place = (char *)&message->body + field->offset;
    if (field->kind == FIELD_CHANGES) draw_changes(place, seed);
    else if (field->kind == FIELD_LIST) draw_list(field, place, seed);
    else if (field->kind == FIELD_SECRET) memset(place, 7, SECRET_BYTES);
    else fail_msg("%s: a command is drawn elsewhere", field->name);
}

static void draw_message(const struct schema_type *type, struct message *message, uint64_t *seed)
{
    *message = (struct message){.type = (enum message_type)type->number};
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (field_is_number(field))
            field_set_number(field, &message->body, draw_number(field, seed));
        else if (field_is_bytes(field) && field->kind != FIELD_SECRET)
            *field_bytes(field, &message->body) = draw_bytes(field, seed);
        else draw_composite(field, message, seed);
    }
}

/* Messages to a client, several in one frame: what comes back encodes to the same bytes. */
static void E2_every_message_to_a_client_comes_back_from_one_frame(void **state)
{
    (void)state;
    uint64_t seed = 4;
    struct buffer buffer = {0}, again = {0};
    size_t sent = 0, read = 0;
    for (unsigned number = 0; number < 256; number++) {
        const struct schema_type *type = schema_message(number);
        struct message message;
        if (!type || type->to_server) continue;
        draw_message(type, &message, &seed);
        encode_message(&buffer, &message);
        message_clear(&message);
        sent++;
    }
    struct cursor cursor = cursor_new(buffer.data, buffer.length);
    for (struct message message; cursor_left(&cursor); read++) {
        assert_true(decode_next_message(&cursor, &message));
        encode_message(&again, &message);
        message_clear(&message);
    }
    assert_int_equal(read, sent);
    assert_int_equal(again.length, buffer.length);
    assert_memory_equal(again.data, buffer.data, buffer.length);
    buffer_clear(&buffer);
    buffer_clear(&again);
}

static void a_hello_leaves_the_decoder_with_the_digest_of_its_key(void **state)
{
    (void)state;
    struct message hello = {.type = MESSAGE_HELLO}, read;
    struct decode_problem problem;
    struct buffer buffer = {0};
    memset(hello.body.hello.key.bytes, 7, SECRET_BYTES);
    hello.body.hello.workshop = 77;
    encode_message(&buffer, &hello);
    assert_int_equal(decode_message(buffer.data, buffer.length, &read, &problem), DECODE_OK);
    struct secret digest = secret_digest(&hello.body.hello.key);
    assert_true(secret_equal(&read.body.hello.key, &digest));
    assert_int_equal(read.body.hello.workshop, 77);
    buffer_clear(&buffer);
}

/* What the fan-out writes piece by piece is what encode_message writes. */
static void a_head_and_its_changes_are_the_message(void **state)
{
    (void)state;
    uint64_t seed = 5;
    struct message changes = {.type = MESSAGE_CHANGES,
                              .body.changes = {.after = 8, .seq = 9, .mark = 77}};
    struct message snapshot = {.type = MESSAGE_SNAPSHOT,
                               .body.snapshot = {.seq = 9, .mark = 78, .last = true}};
    struct buffer whole = {0}, pieces = {0};
    draw_changes(&changes.body.changes.changes, &seed);
    const struct changes *items = &changes.body.changes.changes;
    encode_message(&whole, &changes);
    encode_message(&whole, &snapshot);
    encode_changes_head(&pieces, 8, 9, 77, items->count);
    for (size_t i = 0; i < items->count; i++) encode_change(&pieces, &items->items[i]);
    encode_snapshot_head(&pieces, 9, 78, true, 0);
    assert_int_equal(whole.length, pieces.length);
    assert_memory_equal(whole.data, pieces.data, whole.length);
    message_clear(&changes);
    buffer_clear(&whole);
    buffer_clear(&pieces);
}

/* A hint with `count` fields of 1. */
static enum decode_status decode_hint(size_t count)
{
    struct buffer buffer = {0};
    struct message message;
    struct decode_problem problem;
    pack_array(&buffer, 1 + count);
    pack_integer(&buffer, MESSAGE_HINT);
    for (size_t i = 0; i < count; i++) pack_integer(&buffer, 1);
    enum decode_status status = decode_message(buffer.data, buffer.length, &message, &problem);
    message_clear(&message);
    buffer_clear(&buffer);
    return status;
}

static void E3_a_message_has_all_its_fields_and_no_more(void **state)
{
    (void)state;
    size_t whole = schema_message(MESSAGE_HINT)->field_count;
    assert_int_equal(decode_hint(whole), DECODE_OK);
    for (size_t count = 0; count < whole + 3; count++)
        if (count != whole) assert_int_equal(decode_hint(count), DECODE_BROKEN);
}

/* A change of a board's title, of so many parts. */
static bool read_change(int64_t operation, size_t parts, bool has_body, struct change *change)
{
    struct buffer buffer = {0};
    pack_array(&buffer, parts);
    pack_integer(&buffer, operation);
    pack_integer(&buffer, RECORD_BOARD);
    pack_integer(&buffer, 5);
    pack_array(&buffer, has_body ? 2 : 0);
    if (has_body) pack_integer(&buffer, BOARD_TITLE);
    if (has_body) pack_text(&buffer, "Mur", 3);
    for (size_t i = 4; i < parts; i++) pack_integer(&buffer, 0);
    struct cursor cursor = cursor_new(buffer.data, buffer.length);
    bool read = decode_change(&cursor, change);
    buffer_clear(&buffer);
    return read;
}

static void E4_a_change_is_operation_record_id_and_body(void **state)
{
    (void)state;
    static const enum change_operation operations[] = {CHANGE_PUT, CHANGE_PATCH, CHANGE_DROP};
    struct change change;
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        assert_true(read_change((int64_t)i + 1, 4, operations[i] != CHANGE_DROP, &change));
        assert_int_equal(change.operation, operations[i]);
        assert_int_equal(change.type, RECORD_BOARD);
        assert_int_equal(change.id, 5);
        assert_int_equal(change.mask, operations[i] == CHANGE_PATCH ? FIELD_BIT(BOARD_TITLE) : 0);
        change_clear(&change);
    }
    assert_false(read_change(0, 4, true, &change));
    assert_false(read_change(200, 4, true, &change));
    assert_false(read_change(CHANGE_PUT, 5, true, &change));
    assert_false(read_change(CHANGE_DROP, 4, true, &change));
}

static void clearing_nothing_is_fine(void **state)
{
    (void)state;
    struct message message = {0};
    message_clear(&message);
    assert_int_equal(message.type, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_record_comes_back_from_the_journal),
        cmocka_unit_test(a_record_is_put_as_the_change_that_puts_it),
        cmocka_unit_test(every_command_comes_back_with_its_secrets_digested),
        cmocka_unit_test(
            an_id_of_0_is_missing_where_it_must_be_given_and_a_word_where_it_may_be_left_out),
        cmocka_unit_test(cards_of_anybody_are_asked_for_by_a_0),
        cmocka_unit_test(E2_every_message_to_a_client_comes_back_from_one_frame),
        cmocka_unit_test(a_hello_leaves_the_decoder_with_the_digest_of_its_key),
        cmocka_unit_test(a_head_and_its_changes_are_the_message),
        cmocka_unit_test(E3_a_message_has_all_its_fields_and_no_more),
        cmocka_unit_test(E4_a_change_is_operation_record_id_and_body),
        cmocka_unit_test(clearing_nothing_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
