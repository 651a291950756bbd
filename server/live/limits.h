/* How much one person may ask for: a token bucket for each rate class of the schema.
 *
 * Over the rate nothing is refused and nothing is lost: the command is served, and the person's
 * connections are not read until the debt is paid. */
#ifndef ARCHIPEL_LIVE_LIMITS_H
#define ARCHIPEL_LIVE_LIMITS_H

#include <stdint.h>

#include "protocol/generated/schema.h"

/* A zeroed struct limits is full at its first use. */
struct limits {
    struct limits_bucket {
        int64_t tokens; /* thousandths of a command */
        int64_t since;  /* steady ms; 0 for never used */
    } buckets[CLASS_COUNT + 1];
};

/* Takes one command of this class at `now` (steady ms); returns how long to pause, 0 when within
 * the rate. Token bucket after RFC 2697, single rate. */
int64_t limits_take(struct limits *limits, unsigned class, int64_t now);

#endif
