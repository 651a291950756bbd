/* A snapshot in parts: what a viewer may see of a state, in frames that are shared where many
 * see the same. */
#ifndef ARCHIPEL_LIVE_PARTS_H
#define ARCHIPEL_LIVE_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/scope.h"

struct frame;
struct state;

/* Frames of the records of one scope. */
struct part_list {
    struct frame **frames;
    size_t count, capacity;
};

/* The parts of one state that are shared. A zeroed struct parts has none. */
struct parts {
    struct part_list everyone, animators;
    uint64_t seq; /* of that state */
    bool valid;
};

/* Drops what is shared: the state is another one, whatever its position says. */
void parts_clear(struct parts *parts);
/* Gives `take` the frames of a whole snapshot for this viewer, in order; the last one says that
 * it is the last. The state stands at seq. take keeps the frame if it wants it. */
void parts_each(struct parts *parts, const struct state *state, uint64_t seq,
                const struct viewer *viewer, void (*take)(void *context, struct frame *frame),
                void *context);

#endif
