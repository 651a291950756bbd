/* What gives access, and to what: keys, the eyes they give, what takes them away, and what may be
 * hinted at. For whoever serves a workshop; rules/access.c is what people may do about it. */
#ifndef ARCHIPEL_CORE_ACCESS_H
#define ARCHIPEL_CORE_ACCESS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/scope.h"
#include "protocol/generated/records.h"

struct state;

/* The record of a key with this digest, or 0: a key's id follows from its digest. */
uint64_t key_id(const struct bytes *digest);

/* What a key gives. */
struct access {
    struct viewer viewer; /* groups borrowed from the state, until it changes */
    uint64_t invitation;  /* the link that it comes from */
};

/* What the key with this digest gives now; false, and *access zeroed, when it gives nothing: it is
 * unknown, or its link or its person is gone. */
bool access_of(const struct state *state, const struct bytes *digest, struct access *access);

/* Whether a change takes access away or changes what somebody may see, so that everybody who is in
 * has to be looked at again. */
bool access_changes(const struct change *change);

/* Whether both see the same, whatever is put into the workshop. */
bool same_eyes(const struct viewer *left, const struct viewer *right);

/* Whether a hint at this place of the board, of this card or of a bare cursor (0), may be told: it says
 * whose hand is where, so only of what everybody may see, never of an unsigned card, of a cursor beside
 * one, or of one where people write in private. */
bool access_may_hint(const struct state *state, uint64_t board, uint64_t card, int64_t x,
                     int64_t y);

#endif
