/* Writing msgpack at the end of a buffer, always in the shortest form. */
#ifndef ARCHIPEL_WIRE_PACK_H
#define ARCHIPEL_WIRE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

void pack_array(struct buffer *buffer, size_t count);
void pack_integer(struct buffer *buffer, int64_t value);
/* For ids and sequence numbers, which stay below 2^53. */
void pack_natural(struct buffer *buffer, uint64_t value);
void pack_flag(struct buffer *buffer, bool value);
void pack_text(struct buffer *buffer, const void *text, size_t length);
void pack_bytes(struct buffer *buffer, const void *data, size_t length);

#endif
