/* What those are told who come back: the difference between what they had and what they may see now
 * (core/difference.h), worked out once for all who come back from the same place, and encoded once
 * for all of them who see the same. */
#ifndef ARCHIPEL_LIVE_RESUMPTION_H
#define ARCHIPEL_LIVE_RESUMPTION_H

#include <stddef.h>
#include <stdint.h>

#include "core/telling.h"
#include "live/audience.h"

struct frame;
struct state;
struct tail;

enum { RESUMPTIONS_MOST = 4 }; /* after a cut, people come back from a few places */

/* A zeroed one has none. */
struct resumptions {
    struct resumption {
        uint64_t after;
        struct tellings tellings;
        struct audiences audiences;
    } items[RESUMPTIONS_MOST];
    size_t made; /* so far; the newest take the places of the oldest */
};

/* Drops them: the state is another one. To be called with every entry. */
void resumptions_clear(struct resumptions *resumptions);
/* One changes message, from the position `after` to `to`, the newest entry of the tail, which must
 * reach back so far; the state is the one behind that entry. Borrowed until the next one is asked
 * for. */
struct frame *resumptions_frame(struct resumptions *resumptions, const struct tail *tail,
                                const struct state *state, uint64_t after, struct point to,
                                const struct viewer *viewer);

#endif
