/* A field is reached by its offset and shape; the switch over kinds is written once. */
#include "core/fields.h"

#include <string.h>

#include "base/check.h"

enum shape { SHAPE_64, SHAPE_ENUM, SHAPE_BOOL, SHAPE_BYTES, SHAPE_COMPOSITE };

/* The one switch over kinds. */
static enum shape shape_of(const struct field *field)
{
    switch ((enum field_kind)field->kind) {
    case FIELD_ID:
    case FIELD_INTEGER:
    case FIELD_TIME: return SHAPE_64;
    case FIELD_CHOICE: return SHAPE_ENUM;
    case FIELD_FLAG: return SHAPE_BOOL;
    case FIELD_TEXT:
    case FIELD_IDS:
    case FIELD_SECRET:
    case FIELD_BYTES: return SHAPE_BYTES;
    case FIELD_COMMAND:
    case FIELD_CHANGES:
    case FIELD_LIST: break;
    }
    return SHAPE_COMPOSITE;
}

bool field_is_number(const struct field *field)
{
    return shape_of(field) < SHAPE_BYTES;
}

bool field_is_bytes(const struct field *field)
{
    return shape_of(field) == SHAPE_BYTES;
}

/* Every enum of the schema has the size of enum role: unsigned int. */
int64_t field_number(const struct field *field, const void *body)
{
    const char *at = (const char *)body + field->offset;
    enum shape shape = shape_of(field);
    CHECK(shape < SHAPE_BYTES);
    if (shape == SHAPE_64) {
        int64_t value;
        memcpy(&value, at, sizeof value);
        return value;
    }
    if (shape == SHAPE_ENUM) {
        enum role choice;
        memcpy(&choice, at, sizeof choice);
        return (int64_t)choice;
    }
    bool flag;
    memcpy(&flag, at, sizeof flag);
    return flag;
}

void field_set_number(const struct field *field, void *body, int64_t value)
{
    char *at = (char *)body + field->offset;
    enum role choice = (enum role)value;
    bool flag = value;
    enum shape shape = shape_of(field);
    CHECK(shape < SHAPE_BYTES);
    if (shape == SHAPE_64) memcpy(at, &value, sizeof value);
    else if (shape == SHAPE_ENUM) memcpy(at, &choice, sizeof choice);
    else memcpy(at, &flag, sizeof flag);
}

struct bytes **field_bytes(const struct field *field, void *body)
{
    CHECK(field_is_bytes(field));
    return (struct bytes **)(void *)((char *)body + field->offset);
}

const struct bytes *field_bytes_of(const struct field *field, const void *body)
{
    const struct bytes *bytes;
    CHECK(field_is_bytes(field));
    memcpy(&bytes, (const char *)body + field->offset, sizeof bytes);
    return bytes;
}

bool field_is_zero(const struct field *field, const void *body)
{
    if (field_is_bytes(field)) return bytes_length(field_bytes_of(field, body)) == 0;
    return field_number(field, body) == 0;
}

bool field_equal(const struct field *field, const void *left, const void *right)
{
    if (field_is_bytes(field))
        return bytes_equal(field_bytes_of(field, left), field_bytes_of(field, right));
    return field_number(field, left) == field_number(field, right);
}

void field_clear(const struct field *field, void *body)
{
    if (!field_is_bytes(field)) {
        field_set_number(field, body, 0);
        return;
    }
    struct bytes **bytes = field_bytes(field, body);
    bytes_drop(*bytes);
    *bytes = NULL;
}

void field_lend(const struct field *to, void *body, const struct field *from, const void *source)
{
    if (field_is_bytes(to)) *field_bytes(to, body) = (struct bytes *)field_bytes_of(from, source);
    else field_set_number(to, body, field_number(from, source));
}

void field_copy(const struct field *field, void *to, const void *from)
{
    if (!field_is_bytes(field)) {
        field_set_number(field, to, field_number(field, from));
        return;
    }
    struct bytes *old = *field_bytes(field, to), *new;
    memcpy(&new, (const char *)from + field->offset, sizeof new);
    *field_bytes(field, to) = bytes_keep(new);
    bytes_drop(old);
}
