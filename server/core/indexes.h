/* The indexes of a state: by which fields its records are found without looking at all of them.
 *
 * Which there are stands in protocol/generated/references.h: one for each field that names a record,
 * and those that the schema asks for. For core/state.c, which keeps them; whoever asks walks with
 * state_holders. */
#ifndef ARCHIPEL_CORE_INDEXES_H
#define ARCHIPEL_CORE_INDEXES_H

#include "base/pairs.h"
#include "protocol/generated/references.h"

/* Of each index what value which record has. A zeroed one is empty. */
struct indexes {
    struct pairs by[RECORD_INDEXES];
};

/* Forgets all records. */
void indexes_clear(struct indexes *indexes);

/* Notes the record under the values of the fields of mask: after they have changed. */
void indexes_add(struct indexes *indexes, const struct record *record, uint64_t mask);
/* Takes it out again: before they change. */
void indexes_remove(struct indexes *indexes, const struct record *record, uint64_t mask);

/* Whether a record with this id and body is found by the index under this value. */
bool index_has(enum record_index index, uint64_t id, const union body *body, uint64_t value);

#endif
