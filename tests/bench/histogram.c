/* Values below 32 have a bucket each; then every power of two is cut into 32. */
#include "bench/histogram.h"

#include <stddef.h>

#define STEPS 32u
#define STEP_BITS 5u

static size_t bucket_of(uint64_t value)
{
    if (value < STEPS) return (size_t)value;
    unsigned power = 63u - (unsigned)__builtin_clzll(value) - STEP_BITS;
    size_t bucket = (size_t)power * STEPS + (size_t)(value >> power);
    return bucket < HISTOGRAM_BUCKETS ? bucket : HISTOGRAM_BUCKETS - 1;
}

static uint64_t lowest_of(size_t bucket)
{
    if (bucket < STEPS) return bucket;
    unsigned power = (unsigned)(bucket / STEPS) - 1;
    return (uint64_t)(bucket - (size_t)power * STEPS) << power;
}

void histogram_add(struct histogram *histogram, uint64_t microseconds)
{
    histogram->counts[bucket_of(microseconds)]++;
    histogram->total++;
}

uint64_t histogram_at(const struct histogram *histogram, double share)
{
    uint64_t wanted = (uint64_t)((double)histogram->total * share), seen = 0;
    for (size_t i = 0; i < HISTOGRAM_BUCKETS; i++) {
        seen += histogram->counts[i];
        if (seen > wanted || (seen && seen == histogram->total)) return lowest_of(i);
    }
    return 0;
}
