#include "bench/scenario.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/check.h"
#include "bench/crowd.h"
#include "bench/target.h"

enum { PATIENCE = 60 /* seconds */ };

static void require(bool holds, const char *sentence)
{
    if (holds) return;
    fprintf(stderr, "bench: %s\n", sentence);
    exit(1);
}

void scenario_check(struct crowd *crowd)
{
    bool even = crowd_await_even(crowd, PATIENCE);
    require(!crowd->lost, "a client was cut, or was told a change twice or not at all");
    require(!crowd->refused, "a command was refused");
    require(even, "a change has not reached everybody");
    require(crowd->edits == crowd->numbers * (crowd->count / crowd->room_count),
            "changes and receipts do not agree");
}

static void enter(struct crowd *crowd)
{
    crowd_join(crowd);
    require(crowd_await(crowd, &crowd->joined, crowd->count, PATIENCE), "not everybody could join");
    crowd_lay_cards(crowd);
    size_t done = 2 * crowd->count;
    while (crowd->done < done && !crowd->lost && !crowd->refused) crowd_listen(crowd, 10000);
}

void scenario_open(struct target *target, struct crowd *crowd, const char *server, int hold,
                   size_t rooms, size_t people)
{
    if (server) target_start_server(target, server, hold, rooms);
    else target_start_limit(target, rooms, 0);
    crowd_gather(crowd, target, people, false);
    require(crowd_await(crowd, &crowd->in, people, PATIENCE), "not everybody could come in");
    if (server) enter(crowd);
    else crowd_lay_cards(crowd);
    scenario_check(crowd);
}

void scenario_close(struct target *target, struct crowd *crowd)
{
    scenario_check(crowd);
    crowd_leave(crowd);
    target_stop(target);
    target_remove(target);
}
