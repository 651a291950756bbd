/* A change is read as the server reads it off the wire, from the same value in msgpack. */
#include "reference/changes.h"

#include <string.h>

#include "core/methods/text_change.h"
#include "wire/cursor.h"
#include "wire/edit.h"

bool read_change(const struct json *json, struct bytes **change)
{
    struct buffer packed = {0};
    json_pack(&packed, json);
    struct cursor cursor = cursor_new(packed.data, packed.length);
    bool reads = edit_read(&cursor, change);
    buffer_clear(&packed);
    return reads;
}

static void write_lines(struct buffer *out, const struct text_part *part)
{
    const char *line = part->text, *end = part->text + part->bytes;
    while (part->bytes && line) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        buffer_add_text(out, ",");
        json_write_text(out, line, (size_t)((stop ? stop : end) - line));
        line = stop ? stop + 1 : NULL;
    }
}

static void write_change(struct buffer *out, const struct bytes *change)
{
    struct text_parts parts = text_parts_of(change);
    const char *before = "[";
    for (struct text_part part; text_parts_next(&parts, &part); before = ",") {
        buffer_add_format(out, part.kept ? "%s%u" : "%s[%u", before, part.length);
        if (part.kept) continue;
        write_lines(out, &part);
        buffer_add_text(out, "]");
    }
    buffer_add_text(out, change ? "]" : "[]");
}

void write_changes(struct buffer *out, struct bytes *const *changes, size_t count)
{
    buffer_add_text(out, "[");
    for (size_t i = 0; i < count; i++) {
        if (i) buffer_add_text(out, ",");
        write_change(out, changes[i]);
    }
    buffer_add_text(out, "]");
}

void compare(struct trial *trial, const struct json *expected, const char *name,
             struct buffer *came)
{
    struct buffer wanted = {0};
    if (json_has(expected, name)) {
        json_write(&wanted, json_member(expected, name));
        expect(trial, name, &wanted, came);
    }
    buffer_clear(&wanted);
    buffer_clear(came);
}

void compare_change(struct trial *trial, const struct json *expected, const char *name,
                    const struct bytes *change)
{
    struct buffer came = {0};
    write_change(&came, change);
    compare(trial, expected, name, &came);
}

void compare_text(struct trial *trial, const struct json *expected, const char *name,
                  const struct bytes *text)
{
    struct buffer came = {0};
    json_write_text(&came, bytes_text(text), bytes_length(text));
    compare(trial, expected, name, &came);
}

struct bytes *read_text(const struct json *one, const char *name)
{
    const struct json *text = json_member(one, name);
    return bytes_new(json_text(text), text->length);
}
