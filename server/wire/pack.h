/* Writing msgpack at the end of a buffer, always in the shortest form. */
#ifndef ARCHIPEL_WIRE_PACK_H
#define ARCHIPEL_WIRE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* The head of an array of `count` values, which follow. */
void pack_array(struct buffer *buffer, size_t count);
/* A signed number. */
void pack_integer(struct buffer *buffer, int64_t value);
/* For ids and sequence numbers, which stay below 2^53. */
void pack_natural(struct buffer *buffer, uint64_t value);
/* Nothing, in the place of a value. */
void pack_nil(struct buffer *buffer);
/* True or false. */
void pack_flag(struct buffer *buffer, bool value);
/* UTF-8; what is in it is not looked at. */
void pack_text(struct buffer *buffer, const void *text, size_t length);
/* Bytes as they are. */
void pack_bytes(struct buffer *buffer, const void *data, size_t length);

#endif
