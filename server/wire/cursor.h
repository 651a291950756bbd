/* Reading msgpack that nobody vouches for, token by token.
 *
 * No allocation, no recursion, no trust: a claimed length or count never exceeds the bytes that
 * are left, so that a loop over it is bounded by the input. Check a value whole with
 * cursor_skip on a copy of the cursor first; what is then found wrong is wrong in meaning, not
 * in form. Extension types do not exist in the protocol and are malformed here. */
#ifndef ARCHIPEL_WIRE_CURSOR_H
#define ARCHIPEL_WIRE_CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is still to be read: plain values, copy it to look ahead. After any function that
 * answered false, where it stands is undefined. */
struct cursor {
    const uint8_t *at, *end;
};

enum token_kind {
    TOKEN_NIL,
    TOKEN_FLAG,    /* number: 0 or 1 */
    TOKEN_INTEGER, /* number; what exceeds INT64_MAX is given as INT64_MAX */
    TOKEN_FLOAT,   /* its value is not told: no field is one */
    TOKEN_TEXT,    /* data and length, not checked as UTF-8 */
    TOKEN_BYTES,   /* data and length */
    TOKEN_ARRAY,   /* length: how many values follow */
    TOKEN_MAP,     /* length: how many pairs follow */
};

struct token {
    enum token_kind kind;
    int64_t number;
    const uint8_t *data; /* inside the input */
    size_t length;
};

/* At the beginning of these bytes, which outlive it. */
struct cursor cursor_new(const void *data, size_t length);
/* How many bytes are still to be read. */
size_t cursor_left(const struct cursor *cursor);

/* One token; containers are entered, not skipped. False: truncated or malformed. */
bool cursor_next(struct cursor *cursor, struct token *token);

#define CURSOR_DEPTH 16
/* One whole value. False: truncated, malformed, or containers nest deeper than `depth`
 * (1 for a container of plain values; at most CURSOR_DEPTH). */
bool cursor_skip(struct cursor *cursor, unsigned depth);

/* The head of an array; false if the token is of another kind. */
bool cursor_array(struct cursor *cursor, size_t *count);
/* An integer; false if the token is of another kind or out of these bounds. */
bool cursor_integer(struct cursor *cursor, int64_t min, int64_t max, int64_t *value);

#endif
