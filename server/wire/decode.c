/* Reading never stops at a refusal: it is noted, the value skipped, and the rest still has to
 * have the shape of a message, so that the outcome does not depend on which fault comes first. */
#include "wire/decode.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/fields.h"
#include "wire/edit.h"
#include "wire/value.h"

#define MAX_FIELD 63 /* field numbers are bits of a mask */

/* Every list of the schema begins like this. */
struct any_list {
    void *items;
    size_t count;
};

/* Whose bytes these are. problem is NULL where nothing can be refused. */
struct reading {
    bool from_client;
    struct decode_problem *problem;
};

/* False when there is no refusing here: then the fault makes the message broken. */
static bool note(const struct reading *reading, enum refusal refusal, int64_t field, int64_t limit)
{
    struct decode_problem *problem = reading->problem;
    if (!problem) return false;
    if (problem->refusal != REFUSAL_NONE) return true;
    problem->refusal = refusal;
    problem->field = field;
    problem->limit = limit;
    return true;
}

static bool read_pair(struct cursor *cursor, const struct schema_type *type, int64_t number,
                      void *body, uint64_t *given, const struct reading *reading)
{
    struct cursor value = *cursor;
    const struct field *field = number <= MAX_FIELD ? schema_field(type, (unsigned)number) : NULL;
    CHECK(cursor_skip(cursor, CURSOR_DEPTH));
    if (!field) return note(reading, REFUSAL_FIELD_UNKNOWN, number, 0);
    enum refusal refusal = value_read(&value, field, body, reading->from_client);
    if (refusal != REFUSAL_NONE) return note(reading, refusal, number, value_limit(field, refusal));
    *given |= FIELD_BIT(number);
    return true;
}

/* The flat array of field numbers and values of a record or command. */
static bool read_body(struct cursor *cursor, const struct schema_type *type, void *body,
                      uint64_t *given, const struct reading *reading)
{
    size_t count;
    int64_t number = 0;
    if (!cursor_array(cursor, &count) || count % 2) return false;
    for (count /= 2; count; count--) {
        if (!cursor_integer(cursor, number + 1, VALUE_MAX, &number)) return false;
        if (!read_pair(cursor, type, number, body, given, reading)) return false;
    }
    return true;
}

/* A required id of 0 names nothing, which is as good as missing. */
static void note_missing(const struct schema_type *type, const struct command *command,
                         const struct reading *reading)
{
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        bool given = command->present & FIELD_BIT(field->number);
        if (given && field->kind == FIELD_ID) given = !field_is_zero(field, &command->body);
        if (!given && !field->optional) note(reading, REFUSAL_FIELD_MISSING, field->number, 0);
    }
}

static bool read_command(struct cursor *cursor, struct command *command,
                         const struct reading *reading)
{
    size_t count;
    int64_t number;
    if (!cursor_array(cursor, &count) || count != 2) return false;
    if (!cursor_integer(cursor, 1, UINT8_MAX, &number)) return false;
    const struct schema_type *type = schema_command((unsigned)number);
    if (!type) return false;
    command->type = (enum command_type)number;
    if (!read_body(cursor, type, &command->body, &command->present, reading)) return false;
    note_missing(type, command, reading);
    reading->problem->command = command->type;
    if (reading->problem->refusal != REFUSAL_NONE) command_clear(command);
    return true;
}

static bool read_change_head(struct cursor *cursor, struct change *change)
{
    size_t count;
    int64_t operation, type, id;
    if (!cursor_array(cursor, &count) || count != 4) return false;
    if (!cursor_integer(cursor, CHANGE_PUT, CHANGE_OPERATIONS, &operation)) return false;
    if (!cursor_integer(cursor, 1, UINT8_MAX, &type)) return false;
    if (!schema_record((unsigned)type) || !cursor_integer(cursor, 1, VALUE_MAX, &id)) return false;
    change->operation = (enum change_operation)operation;
    change->type = (enum record_type)type;
    change->id = (uint64_t)id;
    return true;
}

/* While it is read a change counts as a put, so that whatever was read can be cleared. */
static bool read_change_body(struct cursor *cursor, struct change *change)
{
    struct reading reading = {.from_client = false};
    enum change_operation operation = change->operation;
    uint64_t given = 0;
    change->operation = CHANGE_PUT;
    if (!read_body(cursor, schema_record(change->type), &change->body, &given, &reading))
        return false;
    if (operation == CHANGE_DROP && given) return false;
    if (operation == CHANGE_PATCH) change->mask = given;
    change->operation = operation;
    return true;
}

/* One text field, and in its place the changes to it. */
static bool read_edit(struct cursor *cursor, struct change *edit)
{
    size_t count;
    int64_t number;
    if (!cursor_array(cursor, &count) || count != 2) return false;
    if (!cursor_integer(cursor, 1, MAX_FIELD, &number)) return false;
    edit->mask = FIELD_BIT(number);
    const struct field *field = change_edited(edit);
    if (field && edit_read(cursor, field_bytes(field, &edit->body))) return true;
    edit->mask = 0;
    return false;
}

bool decode_change(struct cursor *cursor, struct change *change)
{
    *change = (struct change){0};
    if (read_change_head(cursor, change) &&
        (change->operation == CHANGE_EDIT ? read_edit(cursor, change)
                                          : read_change_body(cursor, change)))
        return true;
    change_clear(change);
    return false;
}

bool decode_changes(struct cursor *cursor, struct changes *changes)
{
    size_t count;
    if (!cursor_array(cursor, &count)) return false;
    for (; count; count--) {
        struct change change;
        if (!decode_change(cursor, &change)) return false;
        changes_take(changes, &change);
    }
    return true;
}

static bool read_item(struct cursor *cursor, const struct schema_type *type, void *item)
{
    size_t count;
    if (!cursor_array(cursor, &count) || count != type->field_count) return false;
    for (size_t i = 0; i < count; i++)
        if (value_read(cursor, &type->fields[i], item, false) != REFUSAL_NONE) return false;
    return true;
}

/* Each item takes a byte for itself and one for each field, which bounds what is allocated. */
static bool read_list(struct cursor *cursor, const struct field *field, void *body)
{
    const struct schema_type *type = schema_list(field->of);
    struct any_list list = {0};
    size_t count;
    if (!cursor_array(cursor, &count)) return false;
    if (count > cursor_left(cursor) / (1u + type->field_count)) return false;
    list.items = allocate_zero(count, type->size);
    bool fits = true;
    while (fits && list.count < count)
        fits = read_item(cursor, type, (char *)list.items + list.count++ * type->size);
    memcpy((char *)body + field->offset, &list, sizeof list);
    return fits;
}

static bool read_field(struct cursor *cursor, const struct field *field, void *body,
                       const struct reading *reading)
{
    void *place = (char *)body + field->offset;
    if (field->kind == FIELD_COMMAND) return read_command(cursor, place, reading);
    if (field->kind == FIELD_CHANGES) return decode_changes(cursor, place);
    if (field->kind == FIELD_LIST) return read_list(cursor, field, body);
    if (field->kind == FIELD_SECRET) return value_read_secret(cursor, place, reading->from_client);
    return value_read(cursor, field, body, reading->from_client) == REFUSAL_NONE;
}

static bool read_fields(struct cursor *cursor, struct message *message,
                        const struct reading *reading)
{
    size_t count;
    int64_t number;
    if (!cursor_array(cursor, &count)) return false;
    if (!cursor_integer(cursor, 1, UINT8_MAX, &number)) return false;
    const struct schema_type *type = schema_message((unsigned)number);
    if (!type || type->to_server != reading->from_client) return false;
    if (count != 1u + type->field_count) return false;
    message->type = (enum message_type)number;
    for (size_t i = 0; i < type->field_count; i++)
        if (!read_field(cursor, &type->fields[i], &message->body, reading)) return false;
    return true;
}

/* What the tables cannot say: ids that are to be remembered may not be 0. */
static bool is_named(const struct message *message)
{
    if (message->type == MESSAGE_COMMAND)
        return message->body.command.client && message->body.command.counter;
    if (message->type == MESSAGE_CREATE) return message->body.create.workshop;
    return true;
}

static bool read_message(struct cursor *cursor, struct message *message,
                         const struct reading *reading)
{
    *message = (struct message){0};
    if (read_fields(cursor, message, reading) && is_named(message)) return true;
    message_clear(message);
    return false;
}

enum decode_status decode_message(const uint8_t *data, size_t length, struct message *message,
                                  struct decode_problem *problem)
{
    struct cursor cursor = cursor_new(data, length), form = cursor;
    struct reading reading = {.from_client = true, .problem = problem};
    *message = (struct message){0};
    *problem = (struct decode_problem){0};
    if (!cursor_skip(&form, LIMIT_DEPTH) || cursor_left(&form)) return DECODE_BROKEN;
    if (!read_message(&cursor, message, &reading)) return DECODE_BROKEN;
    return problem->refusal == REFUSAL_NONE ? DECODE_OK : DECODE_REFUSED;
}

bool decode_is_foreign_hello(const uint8_t *data, size_t length)
{
    struct cursor cursor = cursor_new(data, length), form = cursor;
    size_t count;
    int64_t number, version, schema;
    if (!cursor_skip(&form, LIMIT_DEPTH) || cursor_left(&form)) return false;
    if (!cursor_array(&cursor, &count) ||
        !cursor_integer(&cursor, MESSAGE_HELLO, MESSAGE_HELLO, &number))
        return false;
    if (count != 1u + schema_message(MESSAGE_HELLO)->field_count) return true;
    return cursor_integer(&cursor, 0, VALUE_MAX, &version) &&
           cursor_integer(&cursor, 0, VALUE_MAX, &schema) &&
           (version != PROTOCOL_VERSION || schema != PROTOCOL_SCHEMA);
}

bool decode_next_message(struct cursor *cursor, struct message *message)
{
    struct cursor one = *cursor;
    struct reading reading = {.from_client = false};
    *message = (struct message){0};
    if (!cursor_skip(cursor, LIMIT_DEPTH)) return false;
    one.end = cursor->at;
    return read_message(&one, message, &reading);
}

static void clear_list(const struct field *field, void *body)
{
    const struct schema_type *type = schema_list(field->of);
    struct any_list list;
    memcpy(&list, (char *)body + field->offset, sizeof list);
    for (size_t i = 0; i < list.count; i++)
        for (size_t k = 0; k < type->field_count; k++)
            field_clear(&type->fields[k], (char *)list.items + i * type->size);
    free(list.items);
}

static void clear_field(const struct field *field, void *body)
{
    void *place = (char *)body + field->offset;
    if (field->kind == FIELD_COMMAND) command_clear(place);
    else if (field->kind == FIELD_CHANGES) changes_clear(place);
    else if (field->kind == FIELD_LIST) clear_list(field, body);
    else if (field->kind != FIELD_SECRET) field_clear(field, body);
}

void message_clear(struct message *message)
{
    const struct schema_type *type = schema_message(message->type);
    for (size_t i = 0; type && i < type->field_count; i++)
        clear_field(&type->fields[i], &message->body);
    *message = (struct message){0};
}
