/* Durations counted in buckets that are at most 1/32 wide of their value. */
#ifndef ARCHIPEL_BENCH_HISTOGRAM_H
#define ARCHIPEL_BENCH_HISTOGRAM_H

#include <stdint.h>

#define HISTOGRAM_BUCKETS (32 * 40)

/* A zeroed struct histogram is empty. */
struct histogram {
    uint64_t counts[HISTOGRAM_BUCKETS];
    uint64_t total;
};

void histogram_add(struct histogram *histogram, uint64_t microseconds);
/* The duration, in microseconds, that `share` (0 to 1) of all do not exceed; 0 when empty. */
uint64_t histogram_at(const struct histogram *histogram, double share);

#endif
