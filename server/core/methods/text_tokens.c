/* Characters are decoded one by one; the text was checked as UTF-8 when it came in. */
#include "core/methods/text_tokens.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* Of valid UTF-8 at the stretch's beginning; its length in bytes. */
static size_t character_of(struct text_stretch left, uint32_t *code)
{
    unsigned char first = (unsigned char)left.text[0];
    size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *code = bytes == 1 ? first : first & (0x7Fu >> bytes);
    for (size_t i = 1; i < bytes && i < left.bytes; i++)
        *code = *code << 6 | ((unsigned char)left.text[i] & 0x3Fu);
    return bytes < left.bytes ? bytes : left.bytes;
}

static bool is_letter(uint32_t code)
{
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
               (code >= '0' && code <= '9');
    return code >= 0xAA && code < 0x2000 && code != 0xAB && code != 0xBB;
}

/* The blank, and those that do not break: wide, narrow, thin. */
static bool is_blank(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x202F || code == 0x2009;
}

static size_t run_of(struct text_stretch left, bool (*goes_on)(uint32_t))
{
    size_t bytes = 0, more;
    for (uint32_t code; bytes < left.bytes; bytes += more) {
        more = character_of((struct text_stretch){left.text + bytes, left.bytes - bytes}, &code);
        if (!goes_on(code)) break;
    }
    return bytes;
}

static size_t word_of(struct text_stretch left)
{
    uint32_t code;
    size_t bytes = run_of(left, is_letter);
    if (!bytes) bytes = character_of(left, &code);
    return bytes + run_of((struct text_stretch){left.text + bytes, left.bytes - bytes}, is_blank);
}

static size_t line_of(struct text_stretch left)
{
    const char *end = memchr(left.text, '\n', left.bytes);
    return end ? (size_t)(end + 1 - left.text) : left.bytes;
}

static size_t token_of(struct text_stretch left, enum text_grain grain)
{
    uint32_t code;
    switch (grain) {
    case GRAIN_LINES: return line_of(left);
    case GRAIN_WORDS: return word_of(left);
    case GRAIN_CHARACTERS: return character_of(left, &code);
    }
    return left.bytes;
}

struct text_tokens text_tokens_of(struct text_stretch whole, enum text_grain grain)
{
    struct text_tokens tokens = {0};
    while (whole.bytes) {
        size_t bytes = token_of(whole, grain);
        tokens.items =
            array_room(tokens.items, tokens.count, &tokens.capacity, sizeof *tokens.items);
        tokens.items[tokens.count++] = (struct text_stretch){whole.text, bytes};
        whole.text += bytes;
        whole.bytes -= bytes;
    }
    return tokens;
}

void text_tokens_clear(struct text_tokens *tokens)
{
    free(tokens->items);
    *tokens = (struct text_tokens){0};
}

bool text_stretch_equal(const struct text_stretch *left, const struct text_stretch *right)
{
    return left->bytes == right->bytes && !memcmp(left->text, right->text, left->bytes);
}

struct text_stretch text_tokens_join(const struct text_tokens *tokens, size_t from, size_t to)
{
    if (from == to) return (struct text_stretch){"", 0};
    const struct text_stretch *first = &tokens->items[from], *last = &tokens->items[to - 1];
    return (struct text_stretch){first->text, (size_t)(last->text + last->bytes - first->text)};
}
