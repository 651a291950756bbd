/* Who is told what of a run of entries, encoded once for all who see the same.
 *
 * A viewer's mask has a bit for every audience (a scope and its exception) among the tellings;
 * viewers with one mask share one frame. */
#ifndef ARCHIPEL_LIVE_AUDIENCE_H
#define ARCHIPEL_LIVE_AUDIENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/scope.h"
#include "live/tail.h"

struct frame;

enum { AUDIENCES_MOST = 64 };

struct audiences {
    const struct tail *tail;
    size_t first, last; /* places */
    const struct telling *distinct[AUDIENCES_MOST];
    size_t count;
    bool too_many; /* each viewer gets a frame of their own */
    struct audience_frame {
        uint64_t mask;
        struct frame *frame;
    } * frames; /* of the viewers seen so far */
    size_t frame_count, frame_capacity;
};

/* Looks at the entries first to last (places in the tail, which must not change until clear). */
void audiences_init(struct audiences *audiences, const struct tail *tail, size_t first,
                    size_t last);
/* One changes message: those entries as this viewer sees them. Borrowed until clear. */
struct frame *audiences_frame(struct audiences *audiences, const struct viewer *viewer);
/* Drops the frames. */
void audiences_clear(struct audiences *audiences);

#endif
