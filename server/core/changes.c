/* Walks the schema's table of a record or command; how a field lies in memory is fields.c's
 * affair. */
#include "core/changes.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"
#include "core/fields.h"

static const struct schema_type *type_of(enum record_type type)
{
    const struct schema_type *found = schema_record(type);
    CHECK(found);
    return found;
}

static bool in(uint64_t mask, const struct field *field)
{
    return mask & FIELD_BIT(field->number);
}

void body_keep(enum record_type type, const union body *body, uint64_t mask)
{
    const struct schema_type *table = type_of(type);
    union body shared = *body;
    for (size_t i = 0; i < table->field_count; i++) {
        const struct field *field = &table->fields[i];
        if (in(mask, field) && field_is_bytes(field)) bytes_keep(*field_bytes(field, &shared));
    }
}

void body_drop(enum record_type type, union body *body, uint64_t mask)
{
    const struct schema_type *table = type_of(type);
    for (size_t i = 0; i < table->field_count; i++)
        if (in(mask, &table->fields[i])) field_clear(&table->fields[i], body);
}

void body_copy_fields(enum record_type type, union body *to, const union body *from, uint64_t mask)
{
    const struct schema_type *table = type_of(type);
    for (size_t i = 0; i < table->field_count; i++)
        if (in(mask, &table->fields[i])) field_copy(&table->fields[i], to, from);
}

void body_lend_fields(enum record_type type, union body *to, const union body *from, uint64_t mask)
{
    const struct schema_type *table = type_of(type);
    for (size_t i = 0; i < table->field_count; i++)
        if (in(mask, &table->fields[i])) field_lend(&table->fields[i], to, &table->fields[i], from);
}

bool body_equal(enum record_type type, const union body *left, const union body *right,
                uint64_t mask)
{
    const struct schema_type *table = type_of(type);
    for (size_t i = 0; i < table->field_count; i++) {
        const struct field *field = &table->fields[i];
        if (in(mask, field) && !field_equal(field, left, right)) return false;
    }
    return true;
}

uint64_t change_fields(const struct change *change)
{
    switch (change->operation) {
    case CHANGE_PUT: return ALL_FIELDS;
    case CHANGE_PATCH:
    case CHANGE_EDIT: return change->mask;
    case CHANGE_DROP: return 0;
    }
    return 0;
}

const struct field *change_edited(const struct change *edit)
{
    const struct schema_type *table = type_of(edit->type);
    for (size_t i = 0; i < table->field_count; i++) {
        const struct field *field = &table->fields[i];
        if (edit->mask == FIELD_BIT(field->number) && field->kind == FIELD_TEXT) return field;
    }
    return NULL;
}

/* Fields that the change does not carry are left at zero, so that no foreign pointer is kept. */
struct change change_copy(const struct change *change)
{
    struct change copy = {.operation = change->operation, .type = change->type, .id = change->id};
    if (change->operation == CHANGE_PATCH || change->operation == CHANGE_EDIT)
        copy.mask = change->mask;
    body_copy_fields(change->type, &copy.body, &change->body, change_fields(change));
    return copy;
}

bool change_equal(const struct change *left, const struct change *right)
{
    if (left->operation != right->operation || left->type != right->type) return false;
    if (left->id != right->id || change_fields(left) != change_fields(right)) return false;
    return body_equal(left->type, &left->body, &right->body, change_fields(left));
}

void change_clear(struct change *change)
{
    if (change->type) body_drop(change->type, &change->body, change_fields(change));
    *change = (struct change){0};
}

void changes_add(struct changes *changes, const struct change *change)
{
    struct change copy = change_copy(change);
    changes_take(changes, &copy);
}

void changes_take(struct changes *changes, struct change *change)
{
    changes->items =
        array_room(changes->items, changes->count, &changes->capacity, sizeof *changes->items);
    changes->items[changes->count++] = *change;
    *change = (struct change){0};
}

void changes_clear(struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++) change_clear(&changes->items[i]);
    free(changes->items);
    *changes = (struct changes){0};
}

size_t command_bytes(const struct command *command)
{
    const struct schema_type *table = schema_command(command->type);
    size_t bytes = 0;
    for (size_t i = 0; table && i < table->field_count; i++)
        if (field_is_bytes(&table->fields[i]))
            bytes += bytes_length(field_bytes_of(&table->fields[i], &command->body));
    return bytes;
}

void command_clear(struct command *command)
{
    const struct schema_type *table = schema_command(command->type);
    for (size_t i = 0; table && i < table->field_count; i++)
        field_clear(&table->fields[i], &command->body);
    *command = (struct command){0};
}
