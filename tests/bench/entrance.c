/* Coming in, beside the limit: what it costs to let somebody in, and how much they are sent.
 *
 * The limit comes in two kinds. One upgrades and is done: no server can do with less, and none
 * that asks who comes can do with as little. The other reads a hello and answers it with as many
 * bytes as the server was seen to send, without knowing what they mean. */
#include <stdio.h>

#include "base/check.h"
#include "bench/crowd.h"
#include "bench/scenario.h"
#include "bench/series.h"
#include "bench/target.h"

enum {
    HOLD = 25,
    PATIENCE = 120, /* seconds */
    GUESTS = 10000,
    WALL_PEOPLE = 1000,
    WALL_AUTHORS = 250,
    WALL_CARDS = 2000,
};

struct entrance {
    const char *name;
    struct series cpu;    /* µs a person, until all are in */
    struct series bytes;  /* a person */
    struct series in;     /* ms until all are in */
    struct series joined; /* µs a person, until all are in and have joined */
};

/* Lets so many in; answers how many bytes each was sent behind the upgrade, about. */
static size_t let_in(struct entrance *entrance, struct target *target, struct crowd *crowd,
                     size_t people, bool greets)
{
    int64_t began = bench_now(), cpu = target_cpu(target);
    crowd_gather(crowd, target, people, greets);
    CHECK(crowd_await(crowd, &crowd->in, people, PATIENCE));
    series_add(&entrance->in, (double)(bench_now() - began) / 1e3);
    series_add(&entrance->cpu, (double)(target_cpu(target) - cpu) / (double)people);
    series_add(&entrance->bytes, (double)crowd->bytes / (double)people);
    return (size_t)(crowd->bytes / people);
}

static void let_into_limit(struct entrance *entrance, size_t people, size_t welcome)
{
    struct target target;
    struct crowd crowd;
    target_start_limit(&target, 1, welcome);
    let_in(entrance, &target, &crowd, people, welcome);
    scenario_close(&target, &crowd);
}

static void print(const char *title, const struct entrance *rows, size_t count, bool joined)
{
    printf("\n%s\n\n| server | CPU µs a person | ratio | bytes a person | all in after ms |%s\n"
           "|---|--:|--:|--:|--:|%s\n",
           title, joined ? " CPU µs a person, joined too |" : "", joined ? "--:|" : "");
    for (size_t i = 0; i < count; i++) {
        const struct entrance *row = &rows[i];
        printf("| %s | %.0f | %.2f | %.0f | %.0f |", row->name, series_median(&row->cpu),
               series_ratio(&row->cpu, &rows[0].cpu), series_median(&row->bytes),
               series_median(&row->in));
        if (joined && row->joined.count) printf(" %.0f |", series_median(&row->joined));
        else if (joined) printf(" |");
        puts("");
    }
    fflush(stdout);
}

void scenario_guests(const struct scenario_settings *settings)
{
    struct entrance rows[] = {{.name = "limit, upgrades only"},
                              {.name = "limit, answers a hello"},
                              {.name = "archipel"}};
    for (int round = 0; round < settings->rounds; round++) {
        struct target target;
        struct crowd first, crowd;
        let_into_limit(&rows[0], GUESTS, 0);
        scenario_open(&target, &first, settings->server, HOLD, 1, 10);
        crowd_leave(&first);
        size_t bytes = let_in(&rows[2], &target, &crowd, GUESTS, true);
        scenario_close(&target, &crowd);
        let_into_limit(&rows[1], GUESTS, bytes);
    }
    print("guests: 10,000 come in, a thousand at once", rows, 3, false);
}

/* As many as there are authors, again and again. */
static void cover(struct crowd *authors)
{
    for (size_t cards = WALL_AUTHORS; cards < WALL_CARDS; cards += WALL_AUTHORS) {
        size_t done = (size_t)authors->done + WALL_AUTHORS;
        crowd_lay_cards(authors);
        while (authors->done < done && !authors->lost) crowd_listen(authors, 10000);
    }
    scenario_check(authors);
}

static void join_all(struct entrance *entrance, const struct target *target, struct crowd *crowd,
                     int64_t cpu)
{
    crowd_join(crowd);
    CHECK(crowd_await(crowd, &crowd->joined, crowd->count, PATIENCE));
    scenario_check(crowd);
    series_add(&entrance->joined, (double)(target_cpu(target) - cpu) / (double)crowd->count);
}

void scenario_wall(const struct scenario_settings *settings)
{
    struct entrance rows[] = {{.name = "limit, as many bytes"}, {.name = "archipel"}};
    for (int round = 0; round < settings->rounds; round++) {
        struct target target;
        struct crowd authors, crowd;
        scenario_open(&target, &authors, settings->server, HOLD, 1, WALL_AUTHORS);
        cover(&authors);
        crowd_leave(&authors);
        int64_t cpu = target_cpu(&target);
        size_t bytes = let_in(&rows[1], &target, &crowd, WALL_PEOPLE, true);
        join_all(&rows[1], &target, &crowd, cpu);
        scenario_close(&target, &crowd);
        let_into_limit(&rows[0], WALL_PEOPLE, bytes);
    }
    print("wall: 1,000 people at once, a board of 2,000 cards", rows, 2, true);
}
