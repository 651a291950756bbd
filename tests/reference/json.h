/* JSON (RFC 8259) as a tree, for files of cases. Texts are UTF-8; half a surrogate pair, which JSON
 * can say and UTF-8 cannot, becomes the three bytes that UTF-8 forbids, so that whoever checks
 * texts meets it. */
#ifndef ARCHIPEL_TESTS_REFERENCE_JSON_H
#define ARCHIPEL_TESTS_REFERENCE_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum json_kind { JSON_NULL, JSON_FLAG, JSON_NUMBER, JSON_TEXT, JSON_ARRAY, JSON_OBJECT };

struct json {
    enum json_kind kind;
    double number; /* of a flag: 0 or 1 */
    char *text;    /* zero-terminated; of a member of an object that has one, see name */
    size_t length;
    char *name; /* of a member: what it is called, else NULL */
    struct json *items;
    size_t count;
};

/* The whole text as one value, owned by the caller, or NULL: then *at is where it broke off. */
struct json *json_read(const char *text, size_t length, size_t *at);
void json_free(struct json *json);

/* A member by its name; a null value when there is none, or this is no object. */
const struct json *json_member(const struct json *object, const char *name);
/* Whether it is there. */
bool json_has(const struct json *object, const char *name);
/* A text, "" for anything else. */
const char *json_text(const struct json *json);

/* Writes a value without blanks. */
void json_write(struct buffer *out, const struct json *json);
void json_write_text(struct buffer *out, const char *text, size_t length);
/* Writes a value as msgpack; a number that is not whole is a float, whose value nobody reads. */
void json_pack(struct buffer *out, const struct json *json);

#endif
