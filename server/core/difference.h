/* What somebody who was away is told: not what was said meanwhile, but what has become of it.
 *
 *   while away                                     told on coming back
 *   a text is written three times                  a patch with the last one
 *   a card comes, and is made private              nothing
 *   a card they had is made private                a drop
 *   … and shown again, with another text           a patch with that text
 *   a card they had goes, another takes its id     a put of the other
 *
 * It costs what was touched, not what there is; and for whom it differs is told as of any change
 * (telling.h): what leads from the scope before the first touch to the one now. */
#ifndef ARCHIPEL_CORE_DIFFERENCE_H
#define ARCHIPEL_CORE_DIFFERENCE_H

#include <stddef.h>

#include "base/table.h"
#include "core/telling.h"

struct state;

/* A zeroed struct difference is empty. */
struct difference {
    struct touch *touched; /* each record once: its scope before all, the fields of all */
    size_t count, capacity;
    struct table places; /* of each record, plus one */
};

/* Frees it; it is empty again. */
void difference_clear(struct difference *difference);
/* Takes in what the next entry touched. */
void difference_add(struct difference *difference, const struct tellings *tellings);
/* Tells what leads to this state, which must be the one behind the last entry that was added. */
void difference_tell(const struct difference *difference, const struct state *state,
                     struct tellings *tellings);

#endif
