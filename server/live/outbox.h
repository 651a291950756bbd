/* What waits to be sent on one connection: frames in order, and how many bytes they are.
 *
 * A snapshot may be as large as the workshop; everything else together may not exceed
 * LIMIT_OUTBOX_BYTES, or the connection is too slow to follow. */
#ifndef ARCHIPEL_LIVE_OUTBOX_H
#define ARCHIPEL_LIVE_OUTBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct frame;

/* A zeroed struct outbox is empty. */
struct outbox {
    struct outbox_item {
        struct frame *frame;
        bool snapshot;
    } * items;
    size_t head, count, capacity;
    size_t bytes; /* without snapshots */
};

/* Drops all that waits. */
void outbox_clear(struct outbox *outbox);
/* Keeps a reference of its own. False, and nothing kept, when the limit would be passed. */
bool outbox_add(struct outbox *outbox, struct frame *frame, bool snapshot);
/* The oldest frame, now the caller's, or NULL. */
struct frame *outbox_take(struct outbox *outbox);

#endif
