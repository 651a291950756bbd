/* Letters with accents are two bytes in UTF-8, C3 80 to C3 BF in Unicode's order, and Œ œ Ÿ are
 * C5 92, 93 and B8; everything else that is not a letter or digit of ASCII falls away. */
#include "core/fold.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST = 120 };

/* U+00C0 to U+00FF by their base letters. */
static const char latin1[64][3] = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "",  "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "",  "y",
};

static char fold_ascii(unsigned char byte)
{
    if (byte >= 'A' && byte <= 'Z') return (char)(byte + 'a' - 'A');
    bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    return kept ? (char)byte : '\0';
}

static const char *fold_pair(unsigned char first, unsigned char second)
{
    if (first == 0xC3 && second >= 0x80 && second <= 0xBF) return latin1[second - 0x80];
    if (first == 0xC5 && (second == 0x92 || second == 0x93)) return "oe";
    return first == 0xC5 && second == 0xB8 ? "y" : "";
}

void fold(const char *text, char *folded, size_t folded_bytes)
{
    size_t length = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        char ascii[2] = {fold_ascii(*at)};
        const char *letters = *at < 0x80 ? ascii : fold_pair(at[0], at[1]);
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
