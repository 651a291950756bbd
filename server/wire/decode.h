/* From bytes to messages, by the tables of the schema.
 *
 * What comes from a client is hostile until it is decoded: first its form is checked whole
 * (truncation, nesting), then its shape, then each field against the schema. There are three
 * outcomes. OK. REFUSED: a well-formed command breaks a rule of one of its fields; it is
 * answered and the connection lives. BROKEN: not a message at all (truncated, too deep,
 * trailing bytes, a wrong number or place, fields of a body not in ascending order, a field of
 * the message itself out of bounds); the connection is closed with bad_message. Broken wins over
 * refused; of several refusals the first in the order of the bytes is told, missing fields last.
 *
 * A secret from a client leaves the decoder as its digest. */
#ifndef ARCHIPEL_WIRE_DECODE_H
#define ARCHIPEL_WIRE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "protocol/generated/codes.h"
#include "protocol/generated/messages.h"
#include "wire/cursor.h"

enum decode_status { DECODE_OK, DECODE_REFUSED, DECODE_BROKEN };

/* Why a command was refused, in the terms of the refused message. */
struct decode_problem {
    enum refusal refusal;
    enum command_type command;
    int64_t field; /* its number, also when the command has no such field */
    int64_t limit; /* 0 for none */
};

/* One message to the server, exactly. OK: *message belongs to the caller, who clears it.
 * REFUSED: the same, with an empty command and *problem filled; client and counter are there
 * to answer with. BROKEN: *message is zeroed. */
enum decode_status decode_message(const uint8_t *data, size_t length, struct message *message,
                                  struct decode_problem *problem);

/* Whether these bytes, which are no message, are a hello that is made otherwise than ours: of
 * another version, then, and not of somebody who does not know how to speak. */
bool decode_is_foreign_hello(const uint8_t *data, size_t length);

/* The next message to a client; the cursor moves behind it. False when it is broken: *message
 * is zeroed and there is no going on. Loop while cursor_left. */
bool decode_next_message(struct cursor *cursor, struct message *message);

/* A change as a server wrote it; owned by the caller when true, zeroed when false. The cursor's
 * form has been checked. */
bool decode_change(struct cursor *cursor, struct change *change);
/* A list of them; what was read before the broken one is in *changes, the caller's. */
bool decode_changes(struct cursor *cursor, struct changes *changes);

/* Gives up what a message owns and zeroes it. */
void message_clear(struct message *message);

#endif
