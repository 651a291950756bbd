/* Text as the protocol allows it. */
#ifndef ARCHIPEL_WIRE_UTF8_H
#define ARCHIPEL_WIRE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* UTF-8 in the strict sense of RFC 3629: no surrogates, no overlong forms, nothing above
 * U+10FFFF. */
bool utf8_is_valid(const uint8_t *text, size_t length);

/* Whether valid UTF-8 holds what no text may: control characters (U+0000 to U+001F, U+007F to U+009F), what
 * turns the direction of the writing and would run on into what stands beside the text (U+202A to U+202E,
 * U+2066 to U+206F), separators of lines and paragraphs, the byte order mark, interlinear annotations; and, but
 * for text of several lines, which Arabic and Hebrew may need them in, the direction marks U+061C, U+200E and
 * U+200F. The line feed is let through when `lines`. */
bool utf8_has_control(const uint8_t *text, size_t length, bool lines);

/* Takes what is invisible of that out of valid UTF-8 of one line, in place, and makes a blank of each separator
 * of lines; control characters stay. Returns the new length. */
size_t utf8_drop_marks(uint8_t *text, size_t length);

#endif
