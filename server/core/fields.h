/* Reaching one field of a record or command by its row in the schema.
 *
 * The only place that knows how each kind of field lies in memory; whoever is generic over
 * records (changes, state, the codec) goes through here. A field is either a number (id,
 * integer, time, flag, choice) or bytes (text, ids, secret, bytes). The composite kinds of
 * messages (command, changes, list) and a message's own secret are the codec's affair. */
#ifndef ARCHIPEL_CORE_FIELDS_H
#define ARCHIPEL_CORE_FIELDS_H

#include <stdbool.h>
#include <stdint.h>

#include "protocol/generated/schema.h"

/* Whether it is an id, integer, time, flag or choice. */
bool field_is_number(const struct field *field);
/* Whether it is a text, ids, a secret or bytes. */
bool field_is_bytes(const struct field *field);

/* The value of a number field. Ids stay below 2^53, so that every number fits. */
int64_t field_number(const struct field *field, const void *body);
/* Sets a number field. */
void field_set_number(const struct field *field, void *body, int64_t value);

/* Where a bytes field keeps its pointer; no reference is taken. */
struct bytes **field_bytes(const struct field *field, void *body);
/* The value of a bytes field, borrowed. */
const struct bytes *field_bytes_of(const struct field *field, const void *body);

/* The same value: false, 0, nothing written. What a put leaves out. */
bool field_is_zero(const struct field *field, const void *body);
/* Whether the field has the same value in both. */
bool field_equal(const struct field *field, const void *left, const void *right);

/* Sets to zero; drops the reference of a bytes field. */
void field_clear(const struct field *field, void *body);
/* Sets one field to the value of another, whose bytes are only lent. */
void field_lend(const struct field *to, void *body, const struct field *from, const void *source);
/* Takes the value over with a reference of its own, in place of what `to` had. */
void field_copy(const struct field *field, void *to, const void *from);

#endif
