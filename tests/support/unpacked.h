/* Messages as a client hears them that unpacks. */
#ifndef ARCHIPEL_TESTS_UNPACKED_H
#define ARCHIPEL_TESTS_UNPACKED_H

#include <stdbool.h>

#include "base/buffer.h"
#include "protocol/generated/messages.h"
#include "wire/cursor.h"

/* Appends the snapshot message that a packed one stands for, of position 0; false when it cannot
 * be unpacked, or holds more than it may. */
bool unpacked_part(struct buffer *buffer, const struct message_packed *packed);

/* As decode_next_message, and of a packed message the part of a snapshot that is in it. */
bool unpacked_next(struct cursor *cursor, struct message *message);

#endif
