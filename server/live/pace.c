/* What comes while a flush is being sent waits until that is done even where nothing is held: it
 * would else have an append, a flush and a round of sends of its own, and make those longer that
 * it overtakes. A loop with little to do can afford that, and answers at once. */
#include "live/pace.h"

enum { ENOUGH = 16 /* changes that share a flush: more would save next to nothing */ };

void pace_flushed(struct pace *pace, int64_t now)
{
    pace->flushed_at = now;
    pace->sending = true;
}

void pace_turn(struct pace *pace)
{
    pace->sending = false;
}

int64_t pace_left(const struct pace *pace, size_t due, bool busy, int64_t hold, int64_t now)
{
    if (busy && pace->sending) return 1;
    if (!hold || due >= ENOUGH) return 0;
    int64_t beat = (pace->flushed_at / hold + 1) * hold;
    return beat > now ? beat - now : 0;
}
