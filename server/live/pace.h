/* When to tell: whether what is due is told now, or held for a moment, so that what happens close
 * together is told together.
 *
 *     flush ┃ its sends ┃ hold ┃ decide what came meanwhile, append ┃ flush ┃ …
 *
 * The hold counts from the end of the sends: what comes while they last is joined anyway, and
 * where they last long, joining saves most. How long it is, the load says (load.h). When enough
 * have come, nobody waits for more. */
#ifndef ARCHIPEL_LIVE_PACE_H
#define ARCHIPEL_LIVE_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A zeroed struct pace has never told anything. */
struct pace {
    int64_t sent_at; /* steady ms; when what was flushed last was sent */
    bool sending;    /* since the last flush there was no new turn */
};

/* What was due is told. */
void pace_flushed(struct pace *pace);
/* A turn ends: what was flushed in the last one is sent. */
void pace_turn(struct pace *pace, int64_t now);
/* How long to wait before the next flush, and before deciding what it will tell, ms; 0: not at
 * all. `due` counts what waits to be decided or told; `busy` and `hold` are what the load says. */
int64_t pace_left(const struct pace *pace, size_t due, bool busy, int64_t hold, int64_t now);

#endif
