/* A reader by descent: each read_ function stands at its value's first character and leaves the
 * place behind its last. */
#include "reference/json.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "wire/pack.h"

enum { DEEPEST = 64 };

struct reading {
    const char *text;
    size_t length, at;
    unsigned depth;
};

static bool read_value(struct reading *reading, struct json *json);

static void clear(struct json *json)
{
    for (size_t i = 0; i < json->count; i++) clear(&json->items[i]);
    free(json->items);
    free(json->text);
    free(json->name);
}

static char peek(const struct reading *reading)
{
    return reading->at < reading->length ? reading->text[reading->at] : '\0';
}

static void skip_blanks(struct reading *reading)
{
    while (peek(reading) && strchr(" \n\r\t", peek(reading))) reading->at++;
}

static bool take(struct reading *reading, const char *word)
{
    size_t length = strlen(word);
    if (reading->length - reading->at < length) return false;
    if (memcmp(reading->text + reading->at, word, length)) return false;
    reading->at += length;
    return true;
}

/* ---- texts ---- */

static void add_character(struct buffer *out, uint32_t code)
{
    uint8_t bytes[4] = {(uint8_t)(0xF0 | code >> 18), (uint8_t)(0x80 | (code >> 12 & 0x3F)),
                        (uint8_t)(0x80 | (code >> 6 & 0x3F)), (uint8_t)(0x80 | (code & 0x3F))};
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (length == 1) bytes[3] = (uint8_t)code;
    if (length == 2) bytes[2] = (uint8_t)(0xC0 | code >> 6);
    if (length == 3) bytes[1] = (uint8_t)(0xE0 | code >> 12);
    buffer_add(out, bytes + 4 - length, length);
}

static bool read_hex(struct reading *reading, uint32_t *unit)
{
    *unit = 0;
    for (int digits = 4; digits; digits--, reading->at++) {
        const char *place = strchr("0123456789abcdef", peek(reading) | 0x20);
        if (!peek(reading) || !place) return false;
        *unit = *unit << 4 | (uint32_t)(place - "0123456789abcdef");
    }
    return true;
}

/* Behind \u; of a pair the second half is read along. */
static bool read_unit(struct reading *reading, struct buffer *out)
{
    uint32_t unit, low;
    if (!read_hex(reading, &unit)) return false;
    size_t behind = reading->at;
    if (unit >= 0xD800 && unit < 0xDC00 && take(reading, "\\u") && read_hex(reading, &low) &&
        low >= 0xDC00 && low < 0xE000) {
        add_character(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        return true;
    }
    reading->at = behind;
    add_character(out, unit);
    return true;
}

static bool read_escape(struct reading *reading, struct buffer *out)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char letter = peek(reading);
    const char *place = letter ? strchr(letters, letter) : NULL;
    reading->at++;
    if (letter == 'u') return read_unit(reading, out);
    if (place) buffer_add(out, &meant[place - letters], 1);
    return place;
}

static char *read_string(struct reading *reading, size_t *length)
{
    struct buffer text = {0};
    bool reads = take(reading, "\"");
    while (reads && peek(reading) != '"') {
        reads = reading->at < reading->length && (unsigned char)peek(reading) >= 0x20;
        if (reads && take(reading, "\\")) reads = read_escape(reading, &text);
        else if (reads) buffer_add(&text, &reading->text[reading->at++], 1);
    }
    reads = reads && take(reading, "\"");
    *length = text.length;
    buffer_add(&text, "", 1);
    if (reads) return (char *)text.data;
    buffer_clear(&text);
    return NULL;
}

/* ---- values ---- */

static bool read_text(struct reading *reading, struct json *json)
{
    json->kind = JSON_TEXT;
    json->text = read_string(reading, &json->length);
    return json->text;
}

static bool read_number(struct reading *reading, struct json *json)
{
    char digits[64] = {0};
    size_t length = 0;
    while (length + 1 < sizeof digits && peek(reading) && strchr("+-.0123456789eE", peek(reading)))
        digits[length++] = reading->text[reading->at++];
    char *end;
    json->kind = JSON_NUMBER;
    json->number = strtod(digits, &end);
    return length && !*end;
}

static struct json *add_item(struct json *json)
{
    json->items = reallocate(json->items, (json->count + 1) * sizeof *json->items);
    json->items[json->count] = (struct json){0};
    return &json->items[json->count++];
}

static bool read_member(struct reading *reading, struct json *json)
{
    size_t length;
    struct json *item = add_item(json);
    if (json->kind == JSON_OBJECT) {
        skip_blanks(reading);
        item->name = read_string(reading, &length);
        skip_blanks(reading);
        if (!item->name || !take(reading, ":")) return false;
    }
    return read_value(reading, item);
}

static bool read_container(struct reading *reading, struct json *json, enum json_kind kind)
{
    const char *end = kind == JSON_ARRAY ? "]" : "}";
    json->kind = kind;
    reading->at++;
    skip_blanks(reading);
    if (take(reading, end)) return true;
    do {
        if (!read_member(reading, json)) return false;
    } while (take(reading, ","));
    return take(reading, end);
}

static bool read_word(struct reading *reading, struct json *json)
{
    json->kind = take(reading, "null") ? JSON_NULL : JSON_FLAG;
    if (json->kind == JSON_NULL) return true;
    json->number = take(reading, "true");
    return json->number != 0 || take(reading, "false");
}

static bool read_value(struct reading *reading, struct json *json)
{
    if (reading->depth == DEEPEST) return false;
    reading->depth++;
    skip_blanks(reading);
    char first = peek(reading);
    bool reads = first == '"'   ? read_text(reading, json)
                 : first == '[' ? read_container(reading, json, JSON_ARRAY)
                 : first == '{' ? read_container(reading, json, JSON_OBJECT)
                 : first && strchr("-0123456789", first) ? read_number(reading, json)
                                                         : read_word(reading, json);
    skip_blanks(reading);
    reading->depth--;
    return reads;
}

struct json *json_read(const char *text, size_t length, size_t *at)
{
    struct reading reading = {.text = text, .length = length};
    struct json *json = NEW(struct json);
    bool reads = read_value(&reading, json) && reading.at == length;
    *at = reading.at;
    if (reads) return json;
    json_free(json);
    return NULL;
}

void json_free(struct json *json)
{
    if (json) clear(json);
    free(json);
}

const struct json *json_member(const struct json *object, const char *name)
{
    static const struct json none;
    for (size_t i = 0; object->kind == JSON_OBJECT && i < object->count; i++)
        if (strcmp(object->items[i].name, name) == 0) return &object->items[i];
    return &none;
}

bool json_has(const struct json *object, const char *name)
{
    return json_member(object, name)->name;
}

const char *json_text(const struct json *json)
{
    return json->kind == JSON_TEXT ? json->text : "";
}

/* ---- writing ---- */

void json_write_text(struct buffer *out, const char *text, size_t length)
{
    buffer_add_text(out, "\"");
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n') buffer_add_text(out, "\\n");
        else if ((unsigned char)text[i] < 0x20) buffer_add_format(out, "\\u%04x", text[i]);
        else if (strchr("\"\\", text[i])) buffer_add_format(out, "\\%c", text[i]);
        else buffer_add(out, &text[i], 1);
    }
    buffer_add_text(out, "\"");
}

static void write_container(struct buffer *out, const struct json *json)
{
    buffer_add_text(out, json->kind == JSON_ARRAY ? "[" : "{");
    for (size_t i = 0; i < json->count; i++) {
        if (i) buffer_add_text(out, ",");
        if (json->items[i].name) {
            json_write_text(out, json->items[i].name, strlen(json->items[i].name));
            buffer_add_text(out, ":");
        }
        json_write(out, &json->items[i]);
    }
    buffer_add_text(out, json->kind == JSON_ARRAY ? "]" : "}");
}

void json_write(struct buffer *out, const struct json *json)
{
    switch (json->kind) {
    case JSON_NULL: buffer_add_text(out, "null"); return;
    case JSON_FLAG: buffer_add_text(out, json->number != 0 ? "true" : "false"); return;
    case JSON_NUMBER: buffer_add_format(out, "%.17g", json->number); return;
    case JSON_TEXT: json_write_text(out, json->text, json->length); return;
    case JSON_ARRAY:
    case JSON_OBJECT: write_container(out, json); return;
    }
}

static void pack_number(struct buffer *out, double number)
{
    static const uint8_t some_float[5] = {0xCA};
    if (fabs(number) < 0x1p53 && number == floor(number)) pack_integer(out, (int64_t)number);
    else buffer_add(out, some_float, sizeof some_float);
}

void json_pack(struct buffer *out, const struct json *json)
{
    static const uint8_t nil = 0xC0;
    switch (json->kind) {
    case JSON_NULL: buffer_add(out, &nil, 1); return;
    case JSON_FLAG: pack_flag(out, json->number != 0); return;
    case JSON_NUMBER: pack_number(out, json->number); return;
    case JSON_TEXT: pack_text(out, json->text, json->length); return;
    case JSON_ARRAY:
    case JSON_OBJECT:
        pack_array(out, json->count);
        for (size_t i = 0; i < json->count; i++) json_pack(out, &json->items[i]);
        return;
    }
}
