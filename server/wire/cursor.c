/* The first byte says kind and size; sizes are checked against what is left before they are
 * believed. Skipping counts what is still to come in each open container instead of calling
 * itself. */
#include "wire/cursor.h"

#include "base/check.h"

struct cursor cursor_new(const void *data, size_t length)
{
    const uint8_t *at = data;
    return (struct cursor){at, length ? at + length : at};
}

size_t cursor_left(const struct cursor *cursor)
{
    return (size_t)(cursor->end - cursor->at);
}

static bool big_endian(struct cursor *cursor, unsigned bytes, uint64_t *value)
{
    if (cursor_left(cursor) < bytes) return false;
    *value = 0;
    while (bytes--) *value = *value << 8 | *cursor->at++;
    return true;
}

static bool number(struct token *token, enum token_kind kind, int64_t value)
{
    *token = (struct token){.kind = kind, .number = value};
    return true;
}

static bool natural(struct cursor *cursor, unsigned bytes, struct token *token)
{
    uint64_t value;
    if (!big_endian(cursor, bytes, &value)) return false;
    return number(token, TOKEN_INTEGER, value > INT64_MAX ? INT64_MAX : (int64_t)value);
}

/* Two's complement of 1, 2, 4 or 8 bytes. */
static bool signed_number(struct cursor *cursor, unsigned bytes, struct token *token)
{
    uint64_t value;
    if (!big_endian(cursor, bytes, &value)) return false;
    uint64_t sign = UINT64_C(1) << (8 * bytes - 1);
    if (!(value & sign)) return number(token, TOKEN_INTEGER, (int64_t)value);
    return number(token, TOKEN_INTEGER, -(int64_t)((sign - 1) - (value & (sign - 1))) - 1);
}

static bool floating(struct cursor *cursor, unsigned bytes, struct token *token)
{
    uint64_t ignored;
    return big_endian(cursor, bytes, &ignored) && number(token, TOKEN_FLOAT, 0);
}

static bool span(struct cursor *cursor, enum token_kind kind, uint64_t length, struct token *token)
{
    if (length > cursor_left(cursor)) return false;
    *token = (struct token){.kind = kind, .data = cursor->at, .length = (size_t)length};
    cursor->at += length;
    return true;
}

/* Every value inside takes a byte at least. */
static bool container(struct cursor *cursor, enum token_kind kind, uint64_t length,
                      struct token *token)
{
    uint64_t least = kind == TOKEN_MAP ? length * 2 : length;
    if (least > cursor_left(cursor)) return false;
    *token = (struct token){.kind = kind, .length = (size_t)length};
    return true;
}

static bool sized(struct cursor *cursor, enum token_kind kind, unsigned bytes, struct token *token)
{
    uint64_t length;
    if (!big_endian(cursor, bytes, &length)) return false;
    if (kind == TOKEN_ARRAY || kind == TOKEN_MAP) return container(cursor, kind, length, token);
    return span(cursor, kind, length, token);
}

/* The types from 0xc0 to 0xdf: one byte says the type, the next ones the size or the value. */
static bool tagged(struct cursor *cursor, uint8_t type, struct token *token)
{
    switch (type) {
    case 0xc0: return number(token, TOKEN_NIL, 0);
    case 0xc2:
    case 0xc3: return number(token, TOKEN_FLAG, type & 1);
    case 0xc4:
    case 0xc5:
    case 0xc6: return sized(cursor, TOKEN_BYTES, 1u << (type - 0xc4), token);
    case 0xca:
    case 0xcb: return floating(cursor, 4u << (type - 0xca), token);
    case 0xcc:
    case 0xcd:
    case 0xce:
    case 0xcf: return natural(cursor, 1u << (type - 0xcc), token);
    case 0xd0:
    case 0xd1:
    case 0xd2:
    case 0xd3: return signed_number(cursor, 1u << (type - 0xd0), token);
    case 0xd9:
    case 0xda:
    case 0xdb: return sized(cursor, TOKEN_TEXT, 1u << (type - 0xd9), token);
    case 0xdc:
    case 0xdd: return sized(cursor, TOKEN_ARRAY, 2u << (type - 0xdc), token);
    case 0xde:
    case 0xdf: return sized(cursor, TOKEN_MAP, 2u << (type - 0xde), token);
    default: /* 0xc1 is nothing; the rest are extensions */ return false;
    }
}

bool cursor_next(struct cursor *cursor, struct token *token)
{
    if (cursor->at == cursor->end) return false;
    uint8_t type = *cursor->at++;
    if (type < 0x80) return number(token, TOKEN_INTEGER, type);
    if (type < 0x90) return container(cursor, TOKEN_MAP, type & 0x0f, token);
    if (type < 0xa0) return container(cursor, TOKEN_ARRAY, type & 0x0f, token);
    if (type < 0xc0) return span(cursor, TOKEN_TEXT, type & 0x1f, token);
    if (type < 0xe0) return tagged(cursor, type, token);
    return number(token, TOKEN_INTEGER, (int64_t)type - 0x100);
}

/* waiting[n] counts the values still to come at nesting n. */
bool cursor_skip(struct cursor *cursor, unsigned depth)
{
    uint64_t waiting[CURSOR_DEPTH + 1] = {1};
    unsigned level = 0;
    CHECK(depth <= CURSOR_DEPTH);
    while (waiting[level] || level) {
        if (!waiting[level]) {
            level--;
            continue;
        }
        waiting[level]--;
        struct token token;
        if (!cursor_next(cursor, &token)) return false;
        if (token.kind != TOKEN_ARRAY && token.kind != TOKEN_MAP) continue;
        if (level == depth) return false;
        waiting[++level] = token.kind == TOKEN_MAP ? 2 * (uint64_t)token.length : token.length;
    }
    return true;
}

bool cursor_array(struct cursor *cursor, size_t *count)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_ARRAY) return false;
    *count = token.length;
    return true;
}

bool cursor_integer(struct cursor *cursor, int64_t min, int64_t max, int64_t *value)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_INTEGER) return false;
    *value = token.number;
    return *value >= min && *value <= max;
}
