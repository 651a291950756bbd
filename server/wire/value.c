/* One switch over kinds to read and one to write. A value from a client is held against the limits
 * of its field; one from a server or a journal against its kind only. */
#include "wire/value.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/fields.h"
#include "wire/pack.h"
#include "wire/utf8.h"

static enum refusal read_integer(struct cursor *cursor, const struct field *field, void *body,
                                 int64_t min, int64_t max)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_INTEGER)
        return REFUSAL_FIELD_WRONG_KIND;
    if (token.number < min || token.number > max) return REFUSAL_FIELD_OUT_OF_RANGE;
    field_set_number(field, body, token.number);
    return REFUSAL_NONE;
}

/* 0 is no choice: a record may lack one that was added after it was written. */
static enum refusal read_choice(struct cursor *cursor, const struct field *field, void *body,
                                bool from_client)
{
    enum refusal refusal = read_integer(cursor, field, body, from_client ? 1 : 0, 63);
    if (refusal != REFUSAL_NONE) return refusal;
    int64_t choice = field_number(field, body);
    if (!choice || field->values & FIELD_BIT(choice)) return REFUSAL_NONE;
    field_set_number(field, body, 0);
    return REFUSAL_FIELD_OUT_OF_RANGE;
}

static enum refusal read_flag(struct cursor *cursor, const struct field *field, void *body)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_FLAG) return REFUSAL_FIELD_WRONG_KIND;
    field_set_number(field, body, token.number);
    return REFUSAL_NONE;
}

static enum refusal read_text(struct cursor *cursor, const struct field *field, void *body,
                              bool from_client)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_TEXT) return REFUSAL_FIELD_WRONG_KIND;
    if (from_client && token.length > (uint64_t)field->max) return REFUSAL_FIELD_TOO_LONG;
    if (!utf8_is_valid(token.data, token.length)) return REFUSAL_FIELD_NOT_TEXT;
    if (from_client && utf8_has_control(token.data, token.length, field->lines))
        return REFUSAL_FIELD_CONTROL_CHARACTER;
    *field_bytes(field, body) = bytes_new(token.data, token.length);
    return REFUSAL_NONE;
}

static enum refusal read_ids(struct cursor *cursor, const struct field *field, void *body,
                             bool from_client)
{
    size_t count, read = 0;
    if (!cursor_array(cursor, &count)) return REFUSAL_FIELD_WRONG_KIND;
    if (from_client && count > (uint64_t)field->max) return REFUSAL_FIELD_OUT_OF_RANGE;
    uint64_t *ids = allocate_zero(count, sizeof *ids);
    for (int64_t id; read < count && cursor_integer(cursor, 1, VALUE_MAX, &id); read++)
        ids[read] = (uint64_t)id;
    if (read == count) *field_bytes(field, body) = bytes_from_ids(ids, count);
    free(ids);
    return read == count ? REFUSAL_NONE : REFUSAL_FIELD_WRONG_KIND;
}

static enum refusal read_bytes(struct cursor *cursor, const struct field *field, void *body)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_BYTES) return REFUSAL_FIELD_WRONG_KIND;
    *field_bytes(field, body) = bytes_new(token.data, token.length);
    return REFUSAL_NONE;
}

bool value_read_secret(struct cursor *cursor, struct secret *secret, bool from_client)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_BYTES) return false;
    if (token.length != SECRET_BYTES) return false;
    memcpy(secret->bytes, token.data, SECRET_BYTES);
    if (from_client) {
        struct secret digest = secret_digest(secret);
        secret_wipe(secret, sizeof *secret);
        *secret = digest;
    }
    return true;
}

static enum refusal read_secret(struct cursor *cursor, const struct field *field, void *body,
                                bool from_client)
{
    struct secret secret;
    if (!value_read_secret(cursor, &secret, from_client)) return REFUSAL_FIELD_WRONG_KIND;
    *field_bytes(field, body) = bytes_new(secret.bytes, SECRET_BYTES);
    return REFUSAL_NONE;
}

enum refusal value_read(struct cursor *cursor, const struct field *field, void *body,
                        bool from_client)
{
    switch ((enum field_kind)field->kind) {
    case FIELD_ID:
    case FIELD_TIME: return read_integer(cursor, field, body, 0, VALUE_MAX);
    case FIELD_INTEGER:
        return from_client ? read_integer(cursor, field, body, field->min, field->max)
                           : read_integer(cursor, field, body, -VALUE_MAX, VALUE_MAX);
    case FIELD_FLAG: return read_flag(cursor, field, body);
    case FIELD_CHOICE: return read_choice(cursor, field, body, from_client);
    case FIELD_TEXT: return read_text(cursor, field, body, from_client);
    case FIELD_IDS: return read_ids(cursor, field, body, from_client);
    case FIELD_SECRET: return read_secret(cursor, field, body, from_client);
    case FIELD_BYTES: return read_bytes(cursor, field, body);
    case FIELD_COMMAND:
    case FIELD_CHANGES:
    case FIELD_LIST: break;
    }
    CHECK(false && "a composite field is not a value");
    return REFUSAL_FIELD_WRONG_KIND;
}

int64_t value_limit(const struct field *field, enum refusal refusal)
{
    if (refusal != REFUSAL_FIELD_TOO_LONG && refusal != REFUSAL_FIELD_OUT_OF_RANGE) return 0;
    return field->max ? field->max : VALUE_MAX;
}

static void write_ids(struct buffer *buffer, const struct bytes *ids)
{
    size_t count = bytes_id_count(ids);
    pack_array(buffer, count);
    for (size_t i = 0; i < count; i++) pack_natural(buffer, bytes_id(ids, i));
}

void value_write(struct buffer *buffer, const struct field *field, const void *body)
{
    if (field_is_number(field)) {
        int64_t number = field_number(field, body);
        if (field->kind == FIELD_FLAG) pack_flag(buffer, number);
        else pack_integer(buffer, number);
        return;
    }
    const struct bytes *bytes = field_bytes_of(field, body);
    if (field->kind == FIELD_IDS) write_ids(buffer, bytes);
    else if (field->kind == FIELD_TEXT) pack_text(buffer, bytes_text(bytes), bytes_length(bytes));
    else pack_bytes(buffer, bytes_text(bytes), bytes_length(bytes));
}
