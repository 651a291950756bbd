/* What is to be told of an entry, and to whom.
 *
 * A change inside one scope is told to it as it is. A change that moves a record from one scope
 * to another is told as a whole put to those who now see it, and as a drop to those who saw it
 * and no longer do. What is sealed is told to nobody. */
#ifndef ARCHIPEL_CORE_TELLING_H
#define ARCHIPEL_CORE_TELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scope.h"
#include "protocol/generated/records.h"

struct telling {
    struct change change; /* owns its bytes */
    struct scope to;
    bool excepts; /* not to those whom `except` admits */
    struct scope except;
};

/* What one change did, for whoever is told of it later (core/difference.h): which record, which of
 * its fields, and who saw it before; not what it said. */
struct touch {
    enum record_type type;
    uint64_t id;
    uint64_t fields;     /* all when it came or went whole */
    struct scope before; /* sealed when it was not there */
};

/* A zeroed struct tellings is empty. */
struct tellings {
    struct telling *items;
    size_t count, capacity;
    struct touch *touched; /* one for each change, in their order */
    size_t touched_count, touched_capacity;
};

/* Gives everything up; it is empty again. */
void tellings_clear(struct tellings *tellings);
/* Everybody has been told: keeps what was touched only. */
void tellings_told(struct tellings *tellings);
/* Whether it is told to this viewer. */
bool telling_admits(const struct telling *telling, const struct viewer *viewer);

/* Adds what `change` means for viewers, and that it touched the record. before: the record's scope
 * before it, NULL when it was not there; after: the record as it now is, NULL when it is gone. */
void tellings_add(struct tellings *tellings, const struct change *change,
                  const struct scope *before, const struct record *after);

#endif
