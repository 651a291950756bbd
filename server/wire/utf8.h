/* Text as the protocol allows it. */
#ifndef ARCHIPEL_WIRE_UTF8_H
#define ARCHIPEL_WIRE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* UTF-8 in the strict sense of RFC 3629: no surrogates, no overlong forms, nothing above
 * U+10FFFF. */
bool utf8_is_valid(const uint8_t *text, size_t length);

/* Whether valid UTF-8 holds a control character: U+0000 to U+001F, U+007F to U+009F. The line
 * feed is let through when `lines`. */
bool utf8_has_control(const uint8_t *text, size_t length, bool lines);

#endif
