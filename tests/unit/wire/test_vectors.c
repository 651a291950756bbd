/* The golden vectors: what the bytes mean, what the meaning encodes to, and that nothing shorter
 * passes. The meaning is compared as text, printed here by the schema's tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "core/changes.h"
#include "core/entry.h"
#include "core/fields.h"
#include "core/methods/text_change.h"
#include "protocol/generated/schema.h"
#include "support/vectors.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/stored.h"

static void write_hex(struct buffer *out, const void *data, size_t length)
{
    const uint8_t *bytes = data;
    buffer_add_text(out, "\"");
    for (size_t i = 0; i < length; i++) buffer_add_format(out, "%02x", bytes[i]);
    buffer_add_text(out, "\"");
}

static void write_text(struct buffer *out, const struct bytes *bytes)
{
    const char *text = bytes_text(bytes);
    buffer_add_text(out, "\"");
    for (size_t i = 0; i < bytes_length(bytes); i++) {
        if (text[i] == '\n') buffer_add_text(out, "\\n");
        else if (text[i] == '\t') buffer_add_text(out, "\\t");
        else if (strchr("\"\\", text[i])) buffer_add_format(out, "\\%c", text[i]);
        else buffer_add(out, &text[i], 1);
    }
    buffer_add_text(out, "\"");
}

static void write_ids(struct buffer *out, const struct bytes *ids)
{
    buffer_add_text(out, "[");
    for (size_t i = 0; i < bytes_id_count(ids); i++)
        buffer_add_format(out, "%s%llu", i ? "," : "", (unsigned long long)bytes_id(ids, i));
    buffer_add_text(out, "]");
}

static void write_value(struct buffer *out, const struct field *field, const void *body)
{
    if (field_is_number(field)) {
        long long number = field_number(field, body);
        if (field->kind == FIELD_FLAG) buffer_add_text(out, number ? "true" : "false");
        else buffer_add_format(out, "%lld", number);
        return;
    }
    const struct bytes *bytes = field_bytes_of(field, body);
    if (field->kind == FIELD_IDS) write_ids(out, bytes);
    else if (field->kind == FIELD_TEXT) write_text(out, bytes);
    else write_hex(out, bytes_text(bytes), bytes_length(bytes));
}

static void write_name(struct buffer *out, const char *before, const char *name)
{
    buffer_add_format(out, "%s\"%s\":", before, name);
}

static void write_body(struct buffer *out, const struct schema_type *type, const void *body,
                       uint64_t mask, const char *before)
{
    for (size_t i = 0; i < type->field_count; i++) {
        if (!(mask & FIELD_BIT(type->fields[i].number))) continue;
        write_name(out, before, type->fields[i].name);
        write_value(out, &type->fields[i], body);
        before = ",";
    }
}

static void write_lines(struct buffer *out, const struct text_part *part)
{
    const char *line = part->text, *end = part->text + part->bytes;
    while (part->bytes && line) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        struct bytes *one = bytes_new(line, (size_t)((stop ? stop : end) - line));
        buffer_add_text(out, ",");
        write_text(out, one);
        bytes_drop(one);
        line = stop ? stop + 1 : NULL;
    }
}

static void write_edit(struct buffer *out, const struct change *edit)
{
    const struct field *field = change_edited(edit);
    assert_non_null(field);
    struct text_parts parts = text_parts_of(field_bytes_of(field, &edit->body));
    write_name(out, "", field->name);
    buffer_add_text(out, "[");
    const char *before = "";
    for (struct text_part part; text_parts_next(&parts, &part); before = ",") {
        buffer_add_format(out, part.kept ? "%s%u" : "%s[%u", before, (unsigned)part.length);
        if (part.kept) continue;
        write_lines(out, &part);
        buffer_add_text(out, "]");
    }
    buffer_add_text(out, "]");
}

static void write_change(struct buffer *out, const struct change *change)
{
    static const char *const operations[] = {"", "put", "patch", "drop", "edit"};
    const struct schema_type *type = schema_record(change->type);
    uint64_t mask = change->operation == CHANGE_PUT ? UINT64_MAX : change->mask;
    buffer_add_format(out, "{\"operation\":\"%s\",\"type\":\"%s\",\"id\":%llu,\"fields\":{",
                      operations[change->operation], type->name, (unsigned long long)change->id);
    if (change->operation == CHANGE_EDIT) write_edit(out, change);
    else write_body(out, type, &change->body, mask, "");
    buffer_add_text(out, "}}");
}

static void write_changes(struct buffer *out, const struct changes *changes)
{
    buffer_add_text(out, "[");
    for (size_t i = 0; i < changes->count; i++) {
        if (i) buffer_add_text(out, ",");
        write_change(out, &changes->items[i]);
    }
    buffer_add_text(out, "]");
}

static void write_command(struct buffer *out, const struct command *command)
{
    const struct schema_type *type = schema_command(command->type);
    buffer_add_format(out, "{\"type\":\"%s\"", type->name);
    write_body(out, type, &command->body, command->present, ",");
    buffer_add_text(out, "}");
}

static void write_list(struct buffer *out, const struct field *field, const void *place)
{
    const struct hinted_list *list = place; /* every list begins alike */
    const struct schema_type *type = schema_list(field->of);
    buffer_add_text(out, "[");
    for (size_t i = 0; i < list->count; i++) {
        buffer_add_text(out, i ? ",{" : "{");
        write_body(out, type, (const char *)list->items + i * type->size, UINT64_MAX, "");
        buffer_add_text(out, "}");
    }
    buffer_add_text(out, "]");
}

static void write_message(struct buffer *out, const struct message *message)
{
    const struct schema_type *type = schema_message(message->type);
    buffer_add_format(out, "{\"type\":\"%s\"", type->name);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        const void *place = (const char *)&message->body + field->offset;
        write_name(out, ",", field->name);
        if (field->kind == FIELD_COMMAND) write_command(out, place);
        else if (field->kind == FIELD_CHANGES) write_changes(out, place);
        else if (field->kind == FIELD_LIST) write_list(out, field, place);
        else if (field->kind == FIELD_SECRET) write_hex(out, place, SECRET_BYTES);
        else write_value(out, field, &message->body);
    }
    buffer_add_text(out, "}");
}

static void write_entry(struct buffer *out, const struct entry *entry)
{
    buffer_add_format(out,
                      "{\"seq\":%llu,\"time\":%lld,\"actor\":%llu,\"client\":%llu,"
                      "\"counter\":%llu,\"command\":%d,\"changes\":",
                      (unsigned long long)entry->seq, (long long)entry->time,
                      (unsigned long long)entry->actor, (unsigned long long)entry->client,
                      (unsigned long long)entry->counter, (int)entry->command);
    write_changes(out, &entry->changes);
    buffer_add_text(out, "}");
}

/* A snapshot is printed, and encoded again, as the reader is told of it. */
struct retelling {
    struct buffer counters, records, counter_bytes, record_bytes;
    size_t counter_count, record_count;
};

static void retell_counter(void *context, const struct counter *counter)
{
    struct retelling *to = context;
    buffer_add_format(&to->counters, "%s[%llu,%llu,%llu,%llu,%llu]", to->counter_count++ ? "," : "",
                      (unsigned long long)counter->person, (unsigned long long)counter->client,
                      (unsigned long long)counter->counter, (unsigned long long)counter->seq,
                      (unsigned long long)counter->missed);
    stored_snapshot_counter(&to->counter_bytes, counter);
}

static void retell_put(void *context, const struct change *put)
{
    struct retelling *to = context;
    struct record record = {.id = put->id, .type = put->type, .body = put->body};
    if (to->record_count++) buffer_add_text(&to->records, ",");
    write_change(&to->records, put);
    encode_put(&to->record_bytes, &record);
}

static void retelling_clear(struct retelling *retelling)
{
    buffer_clear(&retelling->counters);
    buffer_clear(&retelling->records);
    buffer_clear(&retelling->counter_bytes);
    buffer_clear(&retelling->record_bytes);
}

static bool retell_snapshot(const uint8_t *data, size_t length, struct buffer *text,
                            struct buffer *again)
{
    struct retelling to = {0};
    struct stored_reader reader = {&to, retell_counter, retell_put};
    uint64_t seq;
    int64_t time;
    bool read = stored_decode_snapshot(data, length, &reader, &seq, &time);
    if (read) {
        buffer_add_format(text, "{\"seq\":%llu,\"time\":%lld,\"counters\":[",
                          (unsigned long long)seq, (long long)time);
        buffer_add(text, to.counters.data, to.counters.length);
        buffer_add_text(text, "],\"records\":[");
        buffer_add(text, to.records.data, to.records.length);
        buffer_add_text(text, "]}");
        stored_snapshot_head(again, seq, time);
        stored_snapshot_counters(again, to.counter_count);
        buffer_add(again, to.counter_bytes.data, to.counter_bytes.length);
        stored_snapshot_records(again, to.record_count);
        buffer_add(again, to.record_bytes.data, to.record_bytes.length);
    }
    retelling_clear(&to);
    return read;
}

static bool retell_message(struct message *message, struct buffer *text, struct buffer *again)
{
    write_message(text, message);
    encode_message(again, message);
    message_clear(message);
    return true;
}

static bool retell_to_server(const uint8_t *data, size_t length, struct buffer *text,
                             struct buffer *again)
{
    struct message message;
    struct decode_problem problem;
    enum decode_status status = decode_message(data, length, &message, &problem);
    if (status == DECODE_OK) return retell_message(&message, text, again);
    message_clear(&message);
    return false;
}

static bool retell_to_client(const uint8_t *data, size_t length, struct buffer *text,
                             struct buffer *again)
{
    struct cursor cursor = cursor_new(data, length);
    struct message message;
    if (!decode_next_message(&cursor, &message)) return false;
    return retell_message(&message, text, again) && !cursor_left(&cursor);
}

static bool retell_entry(const uint8_t *data, size_t length, struct buffer *text,
                         struct buffer *again)
{
    struct entry entry;
    if (!stored_decode_entry(data, length, &entry)) return false;
    write_entry(text, &entry);
    stored_encode_entry(again, &entry);
    entry_clear(&entry);
    return true;
}

/* Reads by the vector's kind, from a copy of exactly that length so that the sanitizer sees a
 * byte read too far. False when broken. */
static bool retell(const struct vector *vector, size_t length, struct buffer *text,
                   struct buffer *again)
{
    static bool (*const by_kind[])(const uint8_t *, size_t, struct buffer *, struct buffer *) = {
        [VECTOR_TO_SERVER] = retell_to_server,        [VECTOR_REFUSED] = retell_to_server,
        [VECTOR_BROKEN_TO_SERVER] = retell_to_server, [VECTOR_TO_CLIENT] = retell_to_client,
        [VECTOR_BROKEN_TO_CLIENT] = retell_to_client, [VECTOR_ENTRY] = retell_entry,
        [VECTOR_BROKEN_ENTRY] = retell_entry,         [VECTOR_SNAPSHOT] = retell_snapshot,
        [VECTOR_BROKEN_SNAPSHOT] = retell_snapshot,
    };
    uint8_t *exact = malloc(length ? length : 1);
    assert_non_null(exact);
    if (length) memcpy(exact, vector->bytes, length);
    bool read = by_kind[vector->kind](exact, length, text, again);
    free(exact);
    return read;
}

static bool is_good(const struct vector *vector)
{
    return vector->kind <= VECTOR_SNAPSHOT;
}

static void good_vectors_mean_what_they_say(void **state)
{
    (void)state;
    for (size_t i = 0; i < VECTOR_COUNT; i++) {
        const struct vector *vector = &vectors[i];
        struct buffer text = {0}, again = {0};
        if (!is_good(vector)) continue;
        if (!retell(vector, vector->length, &text, &again)) fail_msg("%s: broken", vector->name);
        buffer_add(&text, "", 1);
        if (strcmp((char *)text.data, vector->text))
            fail_msg("%s:\n%s\nis not\n%s", vector->name, (char *)text.data, vector->text);
        if (again.length != vector->again_length || memcmp(again.data, vector->again, again.length))
            fail_msg("%s: encodes to other bytes", vector->name);
        buffer_clear(&text);
        buffer_clear(&again);
    }
}

static void assert_refused(const struct vector *vector)
{
    struct message message;
    struct decode_problem problem;
    enum decode_status status = decode_message(vector->bytes, vector->length, &message, &problem);
    if (status != DECODE_REFUSED) fail_msg("%s: status %d", vector->name, (int)status);
    if (problem.refusal != (enum refusal)vector->refused.refusal)
        fail_msg("%s: %s", vector->name, refusal_name(problem.refusal));
    assert_int_equal(problem.command, vector->refused.command);
    assert_int_equal(problem.field, vector->refused.field);
    assert_int_equal(problem.limit, vector->refused.limit);
    if (vector->refused.client) {
        assert_int_equal(message.type, MESSAGE_COMMAND);
        assert_int_equal(message.body.command.client, vector->refused.client);
        assert_int_equal(message.body.command.counter, vector->refused.counter);
        assert_int_equal(message.body.command.command.type, 0);
    }
    message_clear(&message);
}

static void C5_refused_vectors_say_why(void **state)
{
    (void)state;
    for (size_t i = 0; i < VECTOR_COUNT; i++)
        if (vectors[i].kind == VECTOR_REFUSED) assert_refused(&vectors[i]);
}

static void E9_broken_vectors_are_broken(void **state)
{
    (void)state;
    for (size_t i = 0; i < VECTOR_COUNT; i++) {
        struct buffer text = {0}, again = {0};
        if (vectors[i].kind < VECTOR_BROKEN_TO_SERVER) continue;
        if (retell(&vectors[i], vectors[i].length, &text, &again))
            fail_msg("%s: read", vectors[i].name);
        buffer_clear(&text);
        buffer_clear(&again);
    }
}

static void E9_what_is_not_a_message_is_broken_not_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < VECTOR_COUNT; i++) {
        struct message message;
        struct decode_problem problem;
        if (vectors[i].kind != VECTOR_BROKEN_TO_SERVER) continue;
        enum decode_status status =
            decode_message(vectors[i].bytes, vectors[i].length, &message, &problem);
        if (status != DECODE_BROKEN) fail_msg("%s: status %d", vectors[i].name, (int)status);
        assert_int_equal(message.type, 0);
    }
}

static void assert_broken_when_cut(const struct vector *vector, size_t length)
{
    struct buffer text = {0}, again = {0};
    struct message message;
    struct decode_problem problem;
    if (retell(vector, length, &text, &again))
        fail_msg("%s: read from %zu bytes", vector->name, length);
    if (decode_message(vector->bytes, length, &message, &problem) != DECODE_BROKEN)
        fail_msg("%s: %zu bytes are not broken", vector->name, length);
}

static void E9_no_vector_can_be_cut_short(void **state)
{
    (void)state;
    for (size_t i = 0; i < VECTOR_COUNT; i++)
        for (size_t length = 0; length < vectors[i].length; length++)
            if (vectors[i].kind <= VECTOR_REFUSED) assert_broken_when_cut(&vectors[i], length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_vectors_mean_what_they_say),
        cmocka_unit_test(C5_refused_vectors_say_why),
        cmocka_unit_test(E9_broken_vectors_are_broken),
        cmocka_unit_test(E9_what_is_not_a_message_is_broken_not_refused),
        cmocka_unit_test(E9_no_vector_can_be_cut_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
