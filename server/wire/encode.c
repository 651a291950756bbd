/* Everything follows the schema's tables, in the order of the fields' numbers; which fields are
 * written is the difference between a put and all else. */
#include "wire/encode.h"

#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/fields.h"
#include "wire/edit.h"
#include "wire/pack.h"
#include "wire/value.h"

struct any_list {
    const void *items;
    size_t count;
};

/* A put leaves out what is at its zero; a patch and a command have exactly their mask. */
enum body_form { BODY_WHOLE, BODY_EXACT };

static bool is_written(const struct field *field, const void *body, uint64_t mask,
                       enum body_form form)
{
    if (!(mask & FIELD_BIT(field->number))) return false;
    return form == BODY_EXACT || !field_is_zero(field, body);
}

static void write_body(struct buffer *buffer, const struct schema_type *type, const void *body,
                       uint64_t mask, enum body_form form)
{
    size_t count = 0;
    CHECK(type);
    for (size_t i = 0; i < type->field_count; i++)
        count += is_written(&type->fields[i], body, mask, form);
    pack_array(buffer, 2 * count);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (!is_written(field, body, mask, form)) continue;
        pack_integer(buffer, field->number);
        value_write(buffer, field, body);
    }
}

static void write_change_head(struct buffer *buffer, enum change_operation operation,
                              enum record_type type, uint64_t id)
{
    pack_array(buffer, 4);
    pack_integer(buffer, operation);
    pack_integer(buffer, type);
    pack_natural(buffer, id);
}

static void write_edit(struct buffer *buffer, const struct change *edit)
{
    const struct field *field = change_edited(edit);
    CHECK(field);
    pack_array(buffer, 2);
    pack_integer(buffer, field->number);
    edit_write(buffer, field_bytes_of(field, &edit->body));
}

void encode_change(struct buffer *buffer, const struct change *change)
{
    write_change_head(buffer, change->operation, change->type, change->id);
    if (change->operation == CHANGE_EDIT) {
        write_edit(buffer, change);
        return;
    }
    write_body(buffer, schema_record(change->type), &change->body, change_fields(change),
               change->operation == CHANGE_PUT ? BODY_WHOLE : BODY_EXACT);
}

void encode_put(struct buffer *buffer, const struct record *record)
{
    write_change_head(buffer, CHANGE_PUT, record->type, record->id);
    write_body(buffer, schema_record(record->type), &record->body, ALL_FIELDS, BODY_WHOLE);
}

void encode_changes_head(struct buffer *buffer, uint64_t after, uint64_t seq, uint64_t mark,
                         size_t count)
{
    pack_array(buffer, 5);
    pack_integer(buffer, MESSAGE_CHANGES);
    pack_natural(buffer, after);
    pack_natural(buffer, seq);
    pack_natural(buffer, mark);
    pack_array(buffer, count);
}

void encode_snapshot_head(struct buffer *buffer, uint64_t seq, uint64_t mark, bool last,
                          size_t count)
{
    pack_array(buffer, 5);
    pack_integer(buffer, MESSAGE_SNAPSHOT);
    pack_natural(buffer, seq);
    pack_natural(buffer, mark);
    pack_flag(buffer, last);
    pack_array(buffer, count);
}

static void write_command(struct buffer *buffer, const struct command *command)
{
    pack_array(buffer, 2);
    pack_integer(buffer, command->type);
    write_body(buffer, schema_command(command->type), &command->body, command->present, BODY_EXACT);
}

static void write_changes(struct buffer *buffer, const struct changes *changes)
{
    pack_array(buffer, changes->count);
    for (size_t i = 0; i < changes->count; i++) encode_change(buffer, &changes->items[i]);
}

static void write_list(struct buffer *buffer, const struct field *field, const void *place)
{
    const struct schema_type *type = schema_list(field->of);
    struct any_list list;
    memcpy(&list, place, sizeof list);
    pack_array(buffer, list.count);
    for (size_t i = 0; i < list.count; i++) {
        pack_array(buffer, type->field_count);
        for (size_t k = 0; k < type->field_count; k++)
            value_write(buffer, &type->fields[k], (const char *)list.items + i * type->size);
    }
}

static void write_field(struct buffer *buffer, const struct field *field, const void *body)
{
    const void *place = (const char *)body + field->offset;
    if (field->kind == FIELD_COMMAND) write_command(buffer, place);
    else if (field->kind == FIELD_CHANGES) write_changes(buffer, place);
    else if (field->kind == FIELD_LIST) write_list(buffer, field, place);
    else if (field->kind == FIELD_SECRET) pack_bytes(buffer, place, SECRET_BYTES);
    else value_write(buffer, field, body);
}

void encode_message(struct buffer *buffer, const struct message *message)
{
    const struct schema_type *type = schema_message(message->type);
    CHECK(type);
    pack_array(buffer, 1u + type->field_count);
    pack_integer(buffer, type->number);
    for (size_t i = 0; i < type->field_count; i++)
        write_field(buffer, &type->fields[i], &message->body);
}
