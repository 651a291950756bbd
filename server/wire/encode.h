/* From messages to bytes, by the tables of the schema; always in the shortest form, so that
 * equal messages are equal bytes.
 *
 * Everything is appended. A changes or snapshot message can be written in pieces, its head and
 * then `count` changes, so that the fan-out chooses what each scope sees without copying. */
#ifndef ARCHIPEL_WIRE_ENCODE_H
#define ARCHIPEL_WIRE_ENCODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "protocol/generated/messages.h"

/* Either direction. Secrets are written as they are. */
void encode_message(struct buffer *buffer, const struct message *message);

/* The head of changes: exactly `count` calls of encode_change have to follow. */
void encode_changes_head(struct buffer *buffer, uint64_t after, uint64_t seq, uint64_t mark,
                         size_t count);
/* The head of a part of a snapshot: exactly `count` calls of encode_put have to follow; `last`: no
 * other part does. */
void encode_snapshot_head(struct buffer *buffer, uint64_t seq, uint64_t mark, bool last,
                          size_t count);

/* One change, as it is. */
void encode_change(struct buffer *buffer, const struct change *change);
/* The put that makes this record. */
void encode_put(struct buffer *buffer, const struct record *record);

#endif
