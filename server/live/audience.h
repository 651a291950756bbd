/* Who is told what, encoded once for all who see the same.
 *
 * A viewer's mask has a bit for every audience (a scope and its exception) among the tellings;
 * viewers with one mask share one frame. */
#ifndef ARCHIPEL_LIVE_AUDIENCE_H
#define ARCHIPEL_LIVE_AUDIENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/scope.h"
#include "core/telling.h"
#include "live/mark.h"

struct frame;

enum { AUDIENCES_MOST = 64 };

struct audiences {
    uint64_t after;                /* what is told leads from here */
    struct point to;               /* to here */
    const struct tellings **parts; /* in order */
    size_t part_count, part_capacity;
    const struct telling *distinct[AUDIENCES_MOST];
    size_t count;
    bool too_many; /* each viewer gets a frame of their own, and only the last one is kept */
    struct audience_frame {
        uint64_t mask;
        struct frame *frame;
    } * frames; /* of the viewers seen so far */
    size_t frame_count, frame_capacity;
};

/* What leads from the position `after` to another: nothing yet. */
void audiences_init(struct audiences *audiences, uint64_t after, struct point to);
/* Tells these too, behind the others; they must not change until clear. Before any frame is made. */
void audiences_add(struct audiences *audiences, const struct tellings *tellings);
/* One changes message: all that as this viewer sees it. Borrowed until the next one is asked for. */
struct frame *audiences_frame(struct audiences *audiences, const struct viewer *viewer);
/* Drops the frames. */
void audiences_clear(struct audiences *audiences);

#endif
