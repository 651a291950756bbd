/* How busy the loop is, with all that this process serves, and how long a change may wait for
 * others therefore.
 *
 * A send costs more than what is sent. While the loop has time nobody waits: what comes is told
 * at once. The fuller it is, the more is to be gained from telling together what comes close
 * together, in whichever workshop: one that is quiet itself takes its turn among hundreds. */
#ifndef ARCHIPEL_LIVE_LOAD_H
#define ARCHIPEL_LIVE_LOAD_H

#include <stdbool.h>
#include <stdint.h>

/* A zeroed struct load has seen nothing, and says that there is none. */
struct load {
    int64_t since, idle; /* where the window that is being measured begins: ms, µs */
    int64_t busy;        /* thousandths of the time, of late */
};

/* A turn ends. `now` is steady, ms; `idle` how long the loop has waited for something to do since
 * some moment, µs. */
void load_turn(struct load *load, int64_t now, int64_t idle);
/* Whether there is more to do than a little. */
bool load_is_felt(const struct load *load);
/* Whether it is full, so that what can wait should. */
bool load_is_full(const struct load *load);
/* The longest that anything should wait, ms: from 0, when there is little to do, to `most`. */
int64_t load_hold(const struct load *load, int64_t most);

#endif
