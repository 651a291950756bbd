/* One table for the 32 bytes that differ from ISO 8859-1. */
#include "wire/cp1252.h"

/* What 0x80 to 0x9F stand for; all other bytes are their own code point. From the WHATWG
 * Encoding Standard, index windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
static const uint16_t high_controls[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, /* 80 */
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, /* 88 */
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, /* 90 */
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178, /* 98 */
};

static void add_code_point(struct buffer *utf8, unsigned code)
{
    uint8_t bytes[3] = {(uint8_t)code};
    size_t length = 1;
    if (code >= 0x800) {
        bytes[0] = (uint8_t)(0xE0 | code >> 12);
        bytes[1] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
        length = 3;
    } else if (code >= 0x80) {
        bytes[0] = (uint8_t)(0xC0 | code >> 6);
        length = 2;
    }
    if (length > 1) bytes[length - 1] = (uint8_t)(0x80 | (code & 0x3F));
    buffer_add(utf8, bytes, length);
}

void cp1252_to_utf8(struct buffer *utf8, const uint8_t *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        add_code_point(utf8,
                       text[i] >= 0x80 && text[i] < 0xA0 ? high_controls[text[i] - 0x80] : text[i]);
}
