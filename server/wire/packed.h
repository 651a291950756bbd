/* A part of a snapshot, compressed: for lines on which every byte counts.
 *
 * The form is zlib's (RFC 1950), which browsers undo by themselves. What is compressed is what
 * many are sent alike, and it is compressed once for all of them: nothing here belongs to a
 * connection. It holds nobody's secret, so that its length tells nothing that its readers do not
 * see. */
#ifndef ARCHIPEL_WIRE_PACKED_H
#define ARCHIPEL_WIRE_PACKED_H

#include <stddef.h>

#include "base/buffer.h"

struct frame;

/* The message `packed` with `count` puts, as encode_put wrote them one after the other:
 * LIMIT_PACKED_BYTES at most as tables (tables.h). The caller's; one reference. */
struct frame *packed_new(const struct buffer *puts, size_t count);

#endif
