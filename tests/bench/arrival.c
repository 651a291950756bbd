/* Coming in: many at once, into a long workshop, and only to read. */
#include <sqlite3.h>
#include <stdio.h>

#include "base/check.h"
#include "bench/crowd.h"
#include "bench/scenario.h"
#include "bench/series.h"
#include "bench/target.h"

enum {
    HOLD = 25,
    PATIENCE = 120, /* seconds */
    BOARD_CARDS = 300,
    JOINING = 1000,
    IDLE = 5000,
    LONG_ENTRIES = 100000,
    LONG_PEOPLE = 250,
    LONG_CARDS = 10000,
    LONG_UNDER_WAY = 512,
};

static double since(int64_t began)
{
    return (double)(bench_now() - began) / 1e3;
}

/* Milliseconds until all of so many have the snapshot. */
static double gather(struct crowd *crowd, const struct target *target, size_t people)
{
    int64_t began = bench_now();
    crowd_gather(crowd, target, people, false);
    CHECK(crowd_await(crowd, &crowd->in, people, PATIENCE));
    return since(began);
}

void scenario_joins(const struct scenario_settings *settings)
{
    struct series in = {0}, joined = {0};
    for (int round = 0; round < settings->rounds; round++) {
        struct target target;
        struct crowd authors, crowd;
        scenario_open(&target, &authors, settings->server, HOLD, 1, BOARD_CARDS);
        crowd_leave(&authors);
        int64_t began = bench_now();
        series_add(&in, gather(&crowd, &target, JOINING));
        crowd_join(&crowd);
        CHECK(crowd_await(&crowd, &crowd.joined, JOINING, PATIENCE));
        series_add(&joined, since(began));
        scenario_close(&target, &crowd);
    }
    printf("\njoins: %d people at once, a board of %d cards\n\n"
           "| all have | after ms |\n|---|--:|\n| the snapshot | %.0f |\n| joined | %.0f |\n",
           JOINING, BOARD_CARDS, series_median(&in), series_median(&joined));
    fflush(stdout);
}

/* ---- a long workshop ---- */

static void write_long(struct crowd *crowd)
{
    for (size_t cards = LONG_PEOPLE; cards < LONG_CARDS; cards += LONG_PEOPLE) {
        size_t done = (size_t)crowd->done + LONG_PEOPLE;
        crowd_lay_cards(crowd);
        while (crowd->done < done && !crowd->lost) crowd_listen(crowd, 10000);
    }
    size_t edits = LONG_ENTRIES - (size_t)crowd->rooms[0].seq;
    while (crowd->numbers < edits && !crowd->lost) {
        while (crowd->under_way < LONG_UNDER_WAY && crowd->numbers < edits) crowd_edit(crowd);
        crowd_listen(crowd, 10000);
    }
}

static void forget_snapshots(const struct target *target)
{
    char path[128];
    sqlite3 *file;
    snprintf(path, sizeof path, "%s/archipel.db", target->data);
    CHECK(sqlite3_open(path, &file) == SQLITE_OK);
    CHECK(sqlite3_exec(file, "DELETE FROM snapshots", NULL, NULL, NULL) == SQLITE_OK);
    CHECK(sqlite3_changes(file) == 1 && sqlite3_close(file) == SQLITE_OK);
}

/* Milliseconds from connecting to having the snapshot, when the workshop was not open. */
static double open_once(struct target *target, bool with_snapshot)
{
    struct crowd crowd;
    if (!with_snapshot) forget_snapshots(target);
    target_restart(target, HOLD);
    double took = gather(&crowd, target, 1);
    CHECK(crowd.clients[0].seq >= LONG_ENTRIES);
    crowd_leave(&crowd);
    target_stop(target);
    return took;
}

void scenario_opening(const struct scenario_settings *settings)
{
    struct series with = {0}, without = {0};
    struct target target;
    struct crowd crowd;
    scenario_open(&target, &crowd, settings->server, HOLD, 1, LONG_PEOPLE);
    int64_t began = bench_now();
    write_long(&crowd);
    scenario_check(&crowd);
    double wrote = since(began);
    crowd_leave(&crowd);
    target_stop(&target);
    for (int round = 0; round < settings->rounds; round++) {
        series_add(&with, open_once(&target, true));
        series_add(&without, open_once(&target, false));
    }
    target_remove(&target);
    printf("\nopening: a workshop of %d entries, %d cards (written in %.0f ms, read live by %d)\n\n"
           "| opened | after ms |\n|---|--:|\n| with its snapshot | %.0f |\n"
           "| from the first entry on | %.0f |\n",
           LONG_ENTRIES, LONG_CARDS, wrote, LONG_PEOPLE, series_median(&with),
           series_median(&without));
    fflush(stdout);
}

/* ---- memory ---- */

void scenario_idle(const struct scenario_settings *settings)
{
    struct series bytes = {0};
    for (int round = 0; round < settings->rounds; round++) {
        struct target target;
        struct crowd first, crowd;
        scenario_open(&target, &first, settings->server, HOLD, 1, 10);
        int64_t before = target_memory(&target);
        gather(&crowd, &target, IDLE);
        series_add(&bytes, (double)(target_memory(&target) - before) / IDLE);
        crowd_leave(&crowd);
        scenario_close(&target, &first);
    }
    printf("\nidle: %d guests\n\n| memory of the server | bytes a connection |\n|---|--:|\n"
           "| resident | %.0f |\n",
           IDLE, series_median(&bytes));
    fflush(stdout);
}
