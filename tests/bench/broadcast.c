/* One change, everybody hears of it: the server beside the limit, in turns within each round. */
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "bench/crowd.h"
#include "bench/scenario.h"
#include "bench/series.h"
#include "bench/target.h"

enum { WARM_UP = 1 /* second */, VARIANTS_MOST = 3 };

struct load {
    size_t rooms, people; /* people: in all */
    double rate;          /* changes a second, or */
    uint64_t under_way;   /* so many at any time */
};

struct variant {
    const char *name;
    bool limit;
    int hold;
    struct series cpu, loop;     /* µs a delivery: the process, its loop alone */
    struct series rate;          /* deliveries a second */
    struct series p50, p95, p99; /* ms */
};

/* Gaps between changes: evenly spread from nothing to twice their mean, the same in every run
 * (splitmix64, Steele, Lea and Flood 2014). */
static double chance(uint64_t *seed)
{
    uint64_t z = (*seed += 0x9e3779b97f4a7c15u);
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (double)((z ^ z >> 31) >> 11) / (double)(UINT64_C(1) << 53);
}

static void work_at_rate(struct crowd *crowd, double rate, int64_t until, uint64_t *seed)
{
    double due = (double)bench_now();
    for (int64_t now; (now = bench_now()) < until && !crowd->lost;) {
        for (; due <= (double)now; due += chance(seed) * 2e6 / rate) crowd_edit(crowd);
        crowd_listen(crowd, (int64_t)due - now > 0 ? (int64_t)due - now : 0);
    }
}

static void work_under_way(struct crowd *crowd, uint64_t under_way, int64_t until)
{
    while (bench_now() < until && !crowd->lost) {
        while (crowd->under_way < under_way) crowd_edit(crowd);
        crowd_listen(crowd, 10000);
    }
}

static void work(struct crowd *crowd, const struct load *load, int seconds, uint64_t *seed)
{
    int64_t until = bench_now() + (int64_t)seconds * 1000000;
    if (load->under_way) work_under_way(crowd, load->under_way, until);
    else work_at_rate(crowd, load->rate, until, seed);
}

static void add_delays(struct variant *variant, const struct histogram *delays)
{
    series_add(&variant->p50, (double)histogram_at(delays, 0.5) / 1e3);
    series_add(&variant->p95, (double)histogram_at(delays, 0.95) / 1e3);
    series_add(&variant->p99, (double)histogram_at(delays, 0.99) / 1e3);
}

static void measure(struct variant *variant, const struct load *load,
                    const struct scenario_settings *settings)
{
    struct target target;
    struct crowd crowd;
    uint64_t seed = 1;
    const char *server = variant->limit ? NULL : settings->server;
    scenario_open(&target, &crowd, server, variant->hold, load->rooms, load->people);
    work(&crowd, load, WARM_UP, &seed);
    memset(&crowd.delays, 0, sizeof crowd.delays);
    uint64_t edits = crowd.edits;
    int64_t began = bench_now(), cpu = target_cpu(&target), loop = target_loop_cpu(&target);
    work(&crowd, load, settings->seconds, &seed);
    double deliveries = (double)(crowd.edits - edits);
    series_add(&variant->cpu, (double)(target_cpu(&target) - cpu) / deliveries);
    series_add(&variant->loop, (double)(target_loop_cpu(&target) - loop) / deliveries);
    series_add(&variant->rate, deliveries / (double)(bench_now() - began) * 1e6);
    add_delays(variant, &crowd.delays);
    scenario_close(&target, &crowd);
}

static void print(const char *title, const struct variant *variants, size_t count)
{
    printf("\n%s\n\n| server | CPU µs a delivery | ratio | loop alone | deliveries/s | ratio | p50 "
           "ms |"
           " p95 ms | p99 ms |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
           title);
    for (size_t i = 0; i < count; i++) {
        const struct variant *v = &variants[i];
        printf("| %s | %.2f | %.2f | %.2f | %.0f | %.2f | %.1f | %.1f | %.1f |\n", v->name,
               series_median(&v->cpu), series_ratio(&v->cpu, &variants[0].cpu),
               series_ratio(&v->loop, &variants[0].loop), series_median(&v->rate),
               series_ratio(&v->rate, &variants[0].rate), series_median(&v->p50),
               series_median(&v->p95), series_median(&v->p99));
    }
    fflush(stdout);
}

static void compare(const char *title, const struct load *load,
                    const struct scenario_settings *settings)
{
    struct variant variants[VARIANTS_MOST] = {
        {.name = "limit", .limit = true},
        {.name = "archipel --hold 0", .hold = 0},
        {.name = "archipel", .hold = 46},
    };
    for (int round = 0; round < settings->rounds; round++)
        for (size_t i = 0; i < VARIANTS_MOST; i++) measure(&variants[i], load, settings);
    print(title, variants, VARIANTS_MOST);
}

void scenario_steady(const struct scenario_settings *settings)
{
    compare("steady: 100 people, 200 changes a second",
            &(struct load){.rooms = 1, .people = 100, .rate = 200}, settings);
}

void scenario_board(const struct scenario_settings *settings)
{
    compare("board: 400 people, each a change every two seconds",
            &(struct load){.rooms = 1, .people = 400, .rate = 200}, settings);
}

void scenario_crowded(const struct scenario_settings *settings)
{
    compare("crowded: 1,000 people, 100 changes a second",
            &(struct load){.rooms = 1, .people = 1000, .rate = 100}, settings);
}

void scenario_workshops(const struct scenario_settings *settings)
{
    compare("workshops: 100 workshops of 100 people, 400 changes under way in all",
            &(struct load){.rooms = 100, .people = 10000, .under_way = 400}, settings);
}

void scenario_saturated(const struct scenario_settings *settings)
{
    compare("saturated: 1,000 people, 64 changes under way",
            &(struct load){.rooms = 1, .people = 1000, .under_way = 64}, settings);
}

void scenario_smoke(const struct scenario_settings *settings)
{
    for (int limit = 0; limit < 2; limit++) {
        struct target target;
        struct crowd crowd;
        scenario_open(&target, &crowd, limit ? NULL : settings->server, 16, 2, 6);
        for (int i = 0; i < 50; i++) crowd_edit(&crowd);
        scenario_close(&target, &crowd);
    }
    puts("every change reached every client exactly once");
}
