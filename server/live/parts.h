/* A snapshot in parts: what a viewer may see of a state, in frames that are shared where many
 * see the same.
 *
 *     coming ┃ the door │ everyone's … ┃ the animators' … ┃ one's own … ┃ the last
 *              └────── shared, packed for who unpacks ───┘
 *
 * First comes what one needs to see to join, in a WebSocket message of its own if much follows, so
 * that a slow line opens the door before it brings the boards. What is shared is compressed once for all who
 * unpack, and kept as long as nothing in it changes. */
#ifndef ARCHIPEL_LIVE_PARTS_H
#define ARCHIPEL_LIVE_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "core/scope.h"
#include "live/mark.h"

struct frame;
struct state;

enum { PART_SLICES = 12 /* most */ };

/* Records one after the other, as encode_put writes them, and the frames they travel in: one when
 * it is packed, else one for each slice of it, so that frames are about as large either way. */
struct part {
    struct buffer puts;
    struct slice {
        size_t length, count; /* bytes of puts; records */
        struct frame *plain;  /* NULL until somebody needs it */
    } slices[PART_SLICES];
    size_t slice_count;
    size_t count;         /* of records */
    bool ends_message;    /* of its frames: what follows comes in another one */
    struct frame *packed; /* NULL until somebody needs it */
};

/* Parts of the records of one scope. */
struct part_list {
    struct part *items;
    size_t count, capacity;
    size_t door; /* the first so many hold what the door is made of */
};

/* The parts of one state that are shared. A zeroed struct parts has none. */
struct parts {
    struct part_list everyone, animators;
    uint64_t seq; /* of that state */
    bool valid;
};

/* How much a service has compressed of late: it costs a loop far more than sending. A zeroed
 * struct packing has done nothing. */
struct packing {
    int64_t window; /* which quarter of a second of steady time */
    size_t bytes;   /* in it, before they were compressed */
};

/* Who wants a snapshot. */
struct part_reader {
    const struct viewer *viewer;
    bool unpacks;
    /* Is given the frames in order, and keeps one if it wants it. */
    void (*take)(void *context, struct frame *frame);
    void *context;
};

/* Drops what is shared: the state is another one, whatever its position says. */
void parts_clear(struct parts *parts);
/* Gives the reader a whole snapshot; the last frame says that it is the last. The state stands at
 * this point. `now` is steady, ms: when too much was compressed of late, what is not yet packed goes
 * plain. */
void parts_each(struct parts *parts, const struct state *state, struct point at,
                struct packing *packing, int64_t now, const struct part_reader *reader);

#endif
