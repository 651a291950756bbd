/* Letters with accents are two bytes in UTF-8, C3 80 to C3 BF in Unicode's order, and œ is
 * C5 92 or 93; everything else that is not a letter or digit of ASCII falls away. */
#include "core/fold.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST = 120 };

/* U+00C0 to U+00FF by their base letter; '.' has none. */
static const char latin1[] = "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y";

static char fold_ascii(unsigned char byte)
{
    if (byte >= 'A' && byte <= 'Z') return (char)(byte + 'a' - 'A');
    bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    return kept ? (char)byte : '\0';
}

static char fold_pair(unsigned char first, unsigned char second)
{
    if (first == 0xC5 && (second == 0x92 || second == 0x93)) return 'o';
    if (first != 0xC3 || second < 0x80 || second > 0xBF) return '\0';
    char letter = latin1[second - 0x80];
    return letter == '.' ? '\0' : letter;
}

void fold(const char *text, char *folded, size_t folded_bytes)
{
    size_t length = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at && length + 1 < folded_bytes;
         at++) {
        char letter = *at < 0x80 ? fold_ascii(*at) : fold_pair(at[0], at[1]);
        if (letter) folded[length++] = letter;
        if (*at >= 0x80 && letter) at++;
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
