/* A change of a text (core/methods/text_change.h) in msgpack: an array of its parts. A whole number
 * keeps so many units; [n] takes n units out; [n, line, line, …] puts the lines, joined by line
 * feeds, in the place of n units. So JSON of the same shape is CodeMirror's ChangeSet. */
#ifndef ARCHIPEL_WIRE_EDIT_H
#define ARCHIPEL_WIRE_EDIT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/bytes.h"
#include "wire/cursor.h"

/* Appends a change. */
void edit_write(struct buffer *buffer, const struct bytes *change);

/* True: *change belongs to the caller. False, with *change NULL and the cursor anywhere: this is no
 * change, because it is of another shape, a number is negative or the texts would be longer than
 * a text may be, or a line holds a line break or is no UTF-8. Whether it fits a text is asked
 * where the text is. */
bool edit_read(struct cursor *cursor, struct bytes **change);

#endif
