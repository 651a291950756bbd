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

bool utf8_has_control(const uint8_t *text, size_t length, bool lines)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] < 0x20 && !(lines && text[i] == '\n')) return true;
        if (text[i] == 0x7f) return true;
        if (text[i] == 0xc2 && i + 1 < length && text[i + 1] < 0xa0) return true;
    }
    return false;
}
