/* A change of a text as a line: its parts with | between them. A number keeps so many units, -n
 * takes them out, +words puts words there, and -n+words puts them in place of n units:
 *
 *   3|+grand |5|-4+soir       ""  is the change of nothing */
#ifndef ARCHIPEL_TESTS_PARTS_H
#define ARCHIPEL_TESTS_PARTS_H

#include "base/buffer.h"
#include "base/bytes.h"

/* Owned by the caller. */
struct bytes *parts_read(const char *line);
/* Appends what parts_read reads. */
void parts_write(struct buffer *line, const struct bytes *change);

#endif
