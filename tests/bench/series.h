/* The same quantity measured several times. */
#ifndef ARCHIPEL_BENCH_SERIES_H
#define ARCHIPEL_BENCH_SERIES_H

#include <stddef.h>

enum { SERIES_MOST = 32 };

/* A zeroed struct series is empty. */
struct series {
    double values[SERIES_MOST];
    size_t count;
};

void series_add(struct series *series, double value);
/* 0 when empty. */
double series_median(const struct series *series);
/* The median of the ratios value by value: what was measured in one round belongs together. */
double series_ratio(const struct series *series, const struct series *to);

#endif
