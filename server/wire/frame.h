/* A frame: encoded messages, immutable and reference-counted, with room before the
 * payload for a transport's header, so that one buffer serves every connection. */
#ifndef ARCHIPEL_WIRE_FRAME_H
#define ARCHIPEL_WIRE_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes before `data` that a transport may scribble on (it restores nothing: they are never read). */
#define FRAME_HEADROOM 32

struct frame {
    uint32_t references;
    uint32_t length; /* of data */
    uint8_t *data;   /* FRAME_HEADROOM bytes into the same allocation */
    /* What follows travels in another WebSocket message: whoever has this one can go on with it,
     * and need not wait for the rest. Set by who made it, before it is given to anybody. */
    bool ends_message;
};

/* Copies `length` bytes; one reference. */
struct frame *frame_new(const void *data, size_t length);
/* One reference more; returns its argument. */
struct frame *frame_keep(struct frame *frame);
/* One reference less; accepts NULL. */
void frame_drop(struct frame *frame);

#endif
