/* The code page in which spreadsheets on Windows write French. */
#ifndef ARCHIPEL_WIRE_CP1252_H
#define ARCHIPEL_WIRE_CP1252_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Appends the text as UTF-8. The five bytes that stand for nothing become the control character
 * of their number. */
void cp1252_to_utf8(struct buffer *utf8, const uint8_t *text, size_t length);

#endif
