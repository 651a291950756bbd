/* Changes, bodies and commands as values: copying, comparing, giving up, whatever their type.
 *
 * Bytes are shared, never copied: whoever copies a body takes a reference of each bytes field,
 * whoever clears one gives it back. A mask is a set of field numbers (FIELD_BIT). */
#ifndef ARCHIPEL_CORE_CHANGES_H
#define ARCHIPEL_CORE_CHANGES_H

#include <stdbool.h>
#include <stdint.h>

#include "protocol/generated/commands.h"
#include "protocol/generated/records.h"
#include "protocol/generated/schema.h"

#define ALL_FIELDS (~UINT64_C(0))

/* Appends a copy with references of its own; `change` stays the caller's. */
void changes_add(struct changes *changes, const struct change *change);
/* Appends it and takes its references over; `change` is zeroed. */
void changes_take(struct changes *changes, struct change *change);
/* Gives everything up and leaves it empty. */
void changes_clear(struct changes *changes);

/* The fields a change carries: all of a put, the mask of a patch or an edit, none of a drop. */
uint64_t change_fields(const struct change *change);
/* The text field that an edit edits; NULL when there is no one such field. */
const struct field *change_edited(const struct change *edit);
/* A copy owned by the caller. */
struct change change_copy(const struct change *change);
/* Whether both do the same to the same record, with the same values. */
bool change_equal(const struct change *left, const struct change *right);
/* Gives its bytes up and zeroes it. */
void change_clear(struct change *change);

/* A reference more for every bytes field of mask: for a body that was copied by assignment. */
void body_keep(enum record_type type, const union body *body, uint64_t mask);
/* Sets the fields of mask to zero and gives their bytes up. */
void body_drop(enum record_type type, union body *body, uint64_t mask);
/* Copies the fields of mask, with references of their own; what `to` had in them is given up,
 * so `to` must be zeroed or hold a body of this type. */
void body_copy_fields(enum record_type type, union body *to, const union body *from, uint64_t mask);
/* As body_copy_fields, but the bytes are only lent: no references are taken or given up. */
void body_lend_fields(enum record_type type, union body *to, const union body *from, uint64_t mask);
/* Whether the fields of mask have the same values. */
bool body_equal(enum record_type type, const union body *left, const union body *right,
                uint64_t mask);

/* How much memory its texts and lists take, bytes. */
size_t command_bytes(const struct command *command);
/* Gives a command's bytes up and zeroes it; a zeroed command is accepted. */
void command_clear(struct command *command);

#endif
