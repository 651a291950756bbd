#include "bench/series.h"

#include <stdlib.h>

#include "base/check.h"

void series_add(struct series *series, double value)
{
    CHECK(series->count < SERIES_MOST);
    series->values[series->count++] = value;
}

static int compare(const void *left, const void *right)
{
    const double *one = left, *other = right;
    return *one < *other ? -1 : *one > *other;
}

double series_median(const struct series *series)
{
    struct series sorted = *series;
    if (!sorted.count) return 0;
    qsort(sorted.values, sorted.count, sizeof *sorted.values, compare);
    return (sorted.values[(sorted.count - 1) / 2] + sorted.values[sorted.count / 2]) / 2;
}

double series_ratio(const struct series *series, const struct series *to)
{
    struct series ratios = {0};
    for (size_t i = 0; i < series->count && i < to->count; i++)
        series_add(&ratios, to->values[i] > 0 ? series->values[i] / to->values[i] : 0);
    return series_median(&ratios);
}
