/* When to tell: whether what is due is told now, or held for a moment, so that what happens close
 * together is told together.
 *
 *     ┃ decide, append, flush and its sends │ hold ┃ decide what came meanwhile, append, flush …
 *     beat                                         beat
 *
 * Nobody is told twice between two beats of a clock that all workshops share: so what a hundred of
 * them have to append goes with one fsync, and what they have to tell with one turn. Who was not
 * told for longer does not wait. How far apart the beats are, the load says (load.h). When enough
 * changes have come, nobody waits for more. */
#ifndef ARCHIPEL_LIVE_PACE_H
#define ARCHIPEL_LIVE_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A zeroed struct pace has never told anything. */
struct pace {
    int64_t flushed_at; /* steady ms */
    bool sending;       /* since the last flush there was no new turn */
};

/* What was due is told. `now` is steady, ms. */
void pace_flushed(struct pace *pace, int64_t now);
/* A turn ends: what was flushed in the last one is sent. */
void pace_turn(struct pace *pace);
/* How long to wait before the next flush, and before deciding what it will tell, ms; 0: not at
 * all. `due` counts what waits to be decided or told; `busy` and `hold` are what the load says. */
int64_t pace_left(const struct pace *pace, size_t due, bool busy, int64_t hold, int64_t now);

#endif
