/* Deliveries are counted by the second: few of them cost next to nothing, and nobody waits. */
#include "live/pace.h"

enum {
    BUSY_DELIVERIES = 2000, /* a second; above, flushes are held */
    ENOUGH = 32,            /* changes that share a flush: more would save next to nothing */
};

void pace_delivered(struct pace *pace, uint64_t count, int64_t now)
{
    int64_t window = now / 1000;
    if (window != pace->window) {
        pace->before = window == pace->window + 1 ? pace->deliveries : 0;
        pace->deliveries = 0;
        pace->window = window;
    }
    pace->deliveries += count;
}

void pace_flushed(struct pace *pace, int64_t now)
{
    pace->flushed_at = now;
    pace->sending = true;
}

void pace_turn(struct pace *pace, int64_t now)
{
    if (pace->sending) pace->took = now - pace->flushed_at;
    pace->sending = false;
}

int64_t pace_left(struct pace *pace, size_t due, int64_t hold, int64_t now)
{
    pace_delivered(pace, 0, now);
    if (pace->deliveries + pace->before <= BUSY_DELIVERIES) return 0;
    if (pace->sending) return 1;
    if (due >= ENOUGH) return 0;
    int64_t left = pace->flushed_at + hold - pace->took - now;
    return left > 0 ? left : 0;
}
