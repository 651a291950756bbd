/* A line break in a text is a new element of its array: no line holds one, so that there is one
 * way to write a text. */
#include "wire/edit.h"

#include <string.h>

#include "core/methods/text_change.h"
#include "wire/pack.h"
#include "wire/utf8.h"

static size_t count_breaks(const char *text, size_t bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes; i++) count += text[i] == '\n';
    return count;
}

static void write_replaced(struct buffer *buffer, const struct text_part *part)
{
    const char *line = part->text, *end = part->text + part->bytes;
    size_t lines = part->bytes ? 1 + count_breaks(part->text, part->bytes) : 0;
    pack_array(buffer, 1 + lines);
    pack_integer(buffer, part->length);
    for (; lines; lines--) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop) stop = end;
        pack_text(buffer, line, (size_t)(stop - line));
        line = stop + 1;
    }
}

void edit_write(struct buffer *buffer, const struct bytes *change)
{
    size_t count = 0;
    struct text_part part;
    for (struct text_parts parts = text_parts_of(change); text_parts_next(&parts, &part);) count++;
    pack_array(buffer, count);
    for (struct text_parts parts = text_parts_of(change); text_parts_next(&parts, &part);)
        if (part.kept) pack_integer(buffer, part.length);
        else write_replaced(buffer, &part);
}

static bool read_line(struct cursor *cursor, struct buffer *text)
{
    struct token token;
    if (!cursor_next(cursor, &token) || token.kind != TOKEN_TEXT) return false;
    if (token.length &&
        (memchr(token.data, '\n', token.length) || memchr(token.data, '\r', token.length)))
        return false;
    buffer_add(text, token.data, token.length);
    return utf8_is_valid(token.data, token.length);
}

static bool read_lines(struct cursor *cursor, size_t count, struct buffer *text)
{
    for (size_t line = 0; line < count; line++) {
        if (line) buffer_add_text(text, "\n");
        if (!read_line(cursor, text)) return false;
    }
    return true;
}

static bool read_replaced(struct cursor *cursor, size_t count, struct text_draft *draft)
{
    struct buffer text = {0};
    int64_t length;
    bool reads = count && cursor_integer(cursor, 0, TEXT_LONGEST, &length) &&
                 read_lines(cursor, count - 1, &text);
    const char *put = (const char *)text.data;
    reads = reads && text_draft_has_room(draft, (uint64_t)length, text.length);
    if (reads) text_draft_replace(draft, (uint32_t)length, put, text.length);
    buffer_clear(&text);
    return reads;
}

static bool read_kept(int64_t length, struct text_draft *draft)
{
    if (length < 0 || !text_draft_has_room(draft, (uint64_t)length, (uint64_t)length)) return false;
    text_draft_keep(draft, (uint32_t)length);
    return true;
}

static bool read_part(struct cursor *cursor, struct text_draft *draft)
{
    struct token token;
    if (!cursor_next(cursor, &token)) return false;
    if (token.kind == TOKEN_INTEGER) return read_kept(token.number, draft);
    return token.kind == TOKEN_ARRAY && read_replaced(cursor, token.length, draft);
}

bool edit_read(struct cursor *cursor, struct bytes **change)
{
    struct text_draft draft = {0};
    size_t count;
    bool reads = cursor_array(cursor, &count);
    for (; reads && count; count--) reads = read_part(cursor, &draft);
    *change = reads ? text_draft_finish(&draft) : NULL;
    text_draft_clear(&draft);
    return reads;
}
