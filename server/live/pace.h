/* When to tell: whether what is due is told now, or held for a moment.
 *
 * A send costs more than what is sent, so under load what happens close together is told together:
 *
 *     flush ┃ its sends ┃ hold ┃ decide what came meanwhile, append ┃ flush ┃ …
 *
 * The hold counts from flush to flush and is the longest that a change waits for others to come
 * along; what comes during the sends waits for their end anyway, which is taken off. When enough
 * have come, nobody waits. */
#ifndef ARCHIPEL_LIVE_PACE_H
#define ARCHIPEL_LIVE_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A zeroed struct pace has never told anything. Times are steady ms. */
struct pace {
    int64_t flushed_at;
    int64_t took;                /* ms, sending what was flushed last */
    bool sending;                /* since the last flush there was no new turn */
    int64_t window;              /* the second that deliveries are counted in */
    uint64_t deliveries, before; /* in this window and in the one before */
};

/* So many frames were put into outboxes. */
void pace_delivered(struct pace *pace, uint64_t count, int64_t now);
/* What was due is told. */
void pace_flushed(struct pace *pace, int64_t now);
/* A turn ends: what was flushed in the last one is sent. */
void pace_turn(struct pace *pace, int64_t now);
/* How long to wait before the next flush, and before deciding what it will tell, ms; 0: not at
 * all. `due` counts what waits to be decided or told; `hold` is the longest wait, ms. */
int64_t pace_left(struct pace *pace, size_t due, int64_t hold, int64_t now);

#endif
