/* Who may see what.
 *
 * A scope is read from the record alone, by the rule its type declares in the schema, so that
 * changing one record never changes silently who may see another. Who somebody is (role,
 * groups) is the viewer's side; when that changes, the viewer gets a fresh snapshot. */
#ifndef ARCHIPEL_CORE_SCOPE_H
#define ARCHIPEL_CORE_SCOPE_H

#include <stdbool.h>
#include <stdint.h>

#include "protocol/generated/records.h"

struct state;

enum scope_kind {
    SCOPE_EVERYONE,  /* whoever holds a key of the workshop */
    SCOPE_ANIMATORS, /* animators and organisers */
    SCOPE_PERSON,    /* one person; not even animators */
    SCOPE_GROUP,     /* the people of one group: peers speak freely, so not even animators */
    SCOPE_SEALED,    /* nobody */
};

struct scope {
    enum scope_kind kind;
    uint64_t id; /* of the person or group, else 0 */
};

/* The scope of a record of this type with this body. */
struct scope scope_of(enum record_type type, const union body *body);
/* Whether they are the same scope. */
bool scope_equal(struct scope left, struct scope right);
/* The scope of something that belongs to two records: the narrower one; false when there is
 * none, as for two different people. */
bool scope_meet(struct scope left, struct scope right, struct scope *meet);
/* A scope as the audience and holder fields say it; not for SCOPE_SEALED. */
void scope_to_fields(struct scope scope, enum audience *audience, uint64_t *holder);

/* Somebody who looks. groups is borrowed from the state or owned by whoever holds the viewer. */
struct viewer {
    uint64_t person; /* 0 for guests, screens and organisers */
    enum role role;
    const struct bytes *groups;
};

/* Whether this viewer sees what has this scope. */
bool scope_admits(struct scope scope, const struct viewer *viewer);

#endif
