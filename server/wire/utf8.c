/* By the table of well-formed sequences of the standard: the first byte says how many follow and
 * what the second may be, which excludes overlong forms and surrogates. */
#include "wire/utf8.h"

/* How a character goes on after its first byte: how many bytes, and between what bounds the
 * first of them must lie (RFC 3629, section 4); the others lie between 0x80 and 0xbf. */
struct rest {
    unsigned bytes;
    uint8_t low, high;
};

static bool rest_of(uint8_t lead, struct rest *rest)
{
    if (lead < 0xc2 || lead > 0xf4) return false;
    *rest = (struct rest){lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3, 0x80, 0xbf};
    if (lead == 0xe0) rest->low = 0xa0;  /* below: overlong */
    if (lead == 0xed) rest->high = 0x9f; /* above: surrogates */
    if (lead == 0xf0) rest->low = 0x90;  /* below: overlong */
    if (lead == 0xf4) rest->high = 0x8f; /* above: beyond U+10FFFF */
    return true;
}

bool utf8_is_valid(const uint8_t *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        uint8_t lead = text[i++];
        struct rest rest;
        if (lead < 0x80) continue;
        if (!rest_of(lead, &rest) || length - i < rest.bytes) return false;
        if (text[i] < rest.low || text[i] > rest.high) return false;
        for (unsigned k = 1; k < rest.bytes; k++)
            if ((text[i + k] & 0xc0) != 0x80) return false;
        i += rest.bytes;
    }
    return true;
}

/* What nobody sees, by its first and last: three bytes of UTF-8, but for U+061C. */
static const struct {
    uint32_t first, last;
    bool in_lines; /* may stand in text of several lines */
} marks[] = {
    {0x061c, 0x061c, true},  {0x200e, 0x200f, true},  {0x2028, 0x2029, false},
    {0x202a, 0x202e, false}, {0x2066, 0x206f, false}, {0xfeff, 0xfeff, false},
    {0xfff9, 0xfffb, false},
};

/* The character of two or three bytes that begins here, 0 for any other; *bytes is its length. */
static uint32_t short_character(const uint8_t *text, size_t length, size_t *bytes)
{
    *bytes = 1;
    if (length >= 2 && (*text & 0xe0) == 0xc0) {
        *bytes = 2;
        return (uint32_t)(*text & 0x1f) << 6 | (text[1] & 0x3f);
    }
    if (length < 3 || (*text & 0xf0) != 0xe0) return 0;
    *bytes = 3;
    return (uint32_t)(*text & 0x0f) << 12 | (uint32_t)(text[1] & 0x3f) << 6 | (text[2] & 0x3f);
}

static bool is_mark(uint32_t character, bool lines)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (character >= marks[i].first && character <= marks[i].last)
            return !(lines && marks[i].in_lines);
    return false;
}

static bool is_control(const uint8_t *text, uint32_t character, bool lines)
{
    if (character) return character < 0xa0 || is_mark(character, lines);
    return *text == 0x7f || (*text < 0x20 && !(lines && *text == '\n'));
}

bool utf8_has_control(const uint8_t *text, size_t length, bool lines)
{
    size_t bytes;
    for (size_t i = 0; i < length; i += bytes) {
        uint32_t character = short_character(text + i, length - i, &bytes);
        if (is_control(text + i, character, lines)) return true;
    }
    return false;
}

size_t utf8_drop_marks(uint8_t *text, size_t length)
{
    size_t bytes, kept = 0;
    for (size_t i = 0; i < length; i += bytes) {
        uint32_t character = short_character(text + i, length - i, &bytes);
        if (character == 0x2028 || character == 0x2029) text[kept++] = ' ';
        else if (!is_mark(character, false))
            for (size_t k = 0; k < bytes; k++) text[kept++] = text[i + k];
    }
    return kept;
}
