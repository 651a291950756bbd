/* One field's value in msgpack, both ways. The composite kinds of messages are not values:
 * decode.c and encode.c know them. */
#ifndef ARCHIPEL_WIRE_VALUE_H
#define ARCHIPEL_WIRE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "protocol/generated/schema.h"
#include "wire/cursor.h"

/* The greatest integer that C and JavaScript hold alike, and the greatest id. */
#define VALUE_MAX ((INT64_C(1) << 53) - 1)

/* Reads the next value into the field's place in `body`, which holds nothing yet.
 *
 * from_client: the schema's limits hold, control characters are refused, and a secret is
 * replaced by its digest. Otherwise (the journal's own bytes, what a server says) only kinds,
 * UTF-8 and known choices are checked, because a limit may have been wider when it was written.
 *
 * Answers why not, with nothing kept and the cursor anywhere. */
enum refusal value_read(struct cursor *cursor, const struct field *field, void *body,
                        bool from_client);
/* The limit to tell with that refusal; 0 for none. */
int64_t value_limit(const struct field *field, enum refusal refusal);

/* A secret is written as it is. */
void value_write(struct buffer *buffer, const struct field *field, const void *body);

/* A secret that lies in a message itself, not behind a pointer. */
bool value_read_secret(struct cursor *cursor, struct secret *secret, bool from_client);

#endif
