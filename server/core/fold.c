/* A character beyond ASCII is looked up in the table that the page's folding is held against; what is neither
 * there nor a letter or digit of ASCII falls away, accents of their own too. */
#include "core/fold.h"

#include <stdint.h>
#include <string.h>

#include "protocol/generated/fold.h"

enum { LONGEST = 120 };

static char fold_ascii(unsigned char byte)
{
    if (byte >= 'A' && byte <= 'Z') return (char)(byte + 'a' - 'A');
    bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    return kept ? (char)byte : '\0';
}

static const char *fold_beyond(uint16_t character)
{
    size_t low = 0, high = fold_table_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fold_table[middle].character < character) low = middle + 1;
        else high = middle;
    }
    bool found = low < fold_table_count && fold_table[low].character == character;
    return found ? fold_table[low].letters : "";
}

/* The letters of the character that begins here; one of four bytes has none. Texts end with a zero, which is
 * no byte of a character, so that one cut short is not read past its end. */
static const char *fold_character(const unsigned char *at, char ascii[2])
{
    ascii[0] = fold_ascii(*at);
    ascii[1] = '\0';
    if (*at < 0x80) return ascii;
    if ((*at & 0xe0) == 0xc0 && at[1])
        return fold_beyond((uint16_t)((*at & 0x1f) << 6 | (at[1] & 0x3f)));
    if ((*at & 0xf0) == 0xe0 && at[1] && at[2])
        return fold_beyond((uint16_t)((*at & 0x0f) << 12 | (at[1] & 0x3f) << 6 | (at[2] & 0x3f)));
    return "";
}

void fold(const char *text, char *folded, size_t folded_bytes)
{
    size_t length = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        char ascii[2];
        const char *letters = fold_character(at, ascii);
        for (; *letters && length + 1 < folded_bytes; letters++) folded[length++] = *letters;
    }
    folded[length] = '\0';
}

bool fold_equal(const char *left, const char *right)
{
    char one[LONGEST + 1], other[LONGEST + 1];
    fold(left, one, sizeof one);
    fold(right, other, sizeof other);
    return strcmp(one, other) == 0;
}

uint64_t fold_key(const struct bytes *text)
{
    char folded[LONGEST + 1];
    uint64_t key = UINT64_C(0xCBF29CE484222325);
    if (!bytes_length(text)) return 0;
    fold(bytes_text(text), folded, sizeof folded);
    for (const char *at = folded; *at; at++)
        key = (key ^ (unsigned char)*at) * UINT64_C(0x100000001B3);
    return key ? key : 1;
}
