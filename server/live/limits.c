/* Tokens are counted in thousandths, so that a rate of a few per second is exact in milliseconds. A
 * bucket may owe: the debt is how long to pause. */
#include "live/limits.h"

#include "base/check.h"

enum { COMMAND = 1000 }; /* thousandths */

static void refill(struct limits_bucket *bucket, const struct rate_class *class, int64_t now)
{
    int64_t most = (int64_t) class->burst * COMMAND;
    int64_t elapsed = bucket->since ? now - bucket->since : INT32_MAX;
    int64_t gained = elapsed > INT32_MAX ? most : elapsed * class->rate;
    bucket->tokens = bucket->tokens + gained > most ? most : bucket->tokens + gained;
    bucket->since = now;
}

int64_t limits_take(struct limits *limits, unsigned class, int64_t now)
{
    const struct rate_class *rate = schema_class(class);
    CHECK(rate);
    struct limits_bucket *bucket = &limits->buckets[class];
    refill(bucket, rate, now > 0 ? now : 1);
    bucket->tokens -= COMMAND;
    return bucket->tokens >= 0 ? 0 : (-bucket->tokens + rate->rate - 1) / rate->rate;
}
