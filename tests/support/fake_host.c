/* Events stand in a binary heap by time and then by their number; a cancelled one stays there
 * without anything to fire until it comes to the top. */
#include "support/fake_host.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/check.h"

enum { NOON = 1000 }; /* where the steady clock begins */
static const int64_t wall_at_start = INT64_C(1790000000000);

struct event {
    int64_t at;
    uint64_t number;
    void (*fire)(void *context);
    void *context;
};

struct world {
    uint64_t seed;
    struct chance rounds; /* whether the servers turn between two events */
    int64_t now;
    uint64_t last;
    struct event *heap;
    size_t count, capacity;
    struct fake_host *hosts;
    uint64_t hosts_made;
    bool has_rounds;
};

struct timer {
    struct fake_host *host;
    void (*fire)(void *context);
    void *context;
    uint64_t event;
};

struct world *world_new(uint64_t seed)
{
    struct world *world = NEW(struct world);
    world->seed = seed;
    world->rounds = chance_stream(seed, "rounds", 0);
    world->now = NOON;
    return world;
}

void world_free(struct world *world)
{
    CHECK(!world->hosts);
    free(world->heap);
    free(world);
}

int64_t world_now(const struct world *world)
{
    return world->now;
}

struct chance world_stream(const struct world *world, const char *name, uint64_t number)
{
    return chance_stream(world->seed, name, number);
}

void world_set_rounds(struct world *world, bool rounds)
{
    world->has_rounds = rounds;
}

/* ---- the heap ---- */

static bool is_before(const struct event *left, const struct event *right)
{
    return left->at != right->at ? left->at < right->at : left->number < right->number;
}

static void swap(struct event *left, struct event *right)
{
    struct event middle = *left;
    *left = *right;
    *right = middle;
}

static void sift_up(struct world *world, size_t at)
{
    for (; at && is_before(&world->heap[at], &world->heap[(at - 1) / 2]); at = (at - 1) / 2)
        swap(&world->heap[at], &world->heap[(at - 1) / 2]);
}

static void sift_down(struct world *world, size_t at)
{
    for (size_t child; (child = 2 * at + 1) < world->count; at = child) {
        if (child + 1 < world->count && is_before(&world->heap[child + 1], &world->heap[child]))
            child++;
        if (!is_before(&world->heap[child], &world->heap[at])) return;
        swap(&world->heap[child], &world->heap[at]);
    }
}

uint64_t world_after(struct world *world, int64_t delay, void (*fire)(void *context), void *context)
{
    world->heap = array_room(world->heap, world->count, &world->capacity, sizeof *world->heap);
    world->heap[world->count++] = (struct event){world->now + delay, ++world->last, fire, context};
    sift_up(world, world->count - 1);
    return world->last;
}

void world_cancel(struct world *world, uint64_t event)
{
    for (size_t i = 0; event && i < world->count; i++)
        if (world->heap[i].number == event) world->heap[i].fire = NULL;
}

static struct event take_first(struct world *world)
{
    struct event first = world->heap[0];
    world->heap[0] = world->heap[--world->count];
    sift_down(world, 0);
    return first;
}

static bool has_next(struct world *world)
{
    while (world->count && !world->heap[0].fire) take_first(world);
    return world->count;
}

/* ---- running ---- */

static void turn_all(struct world *world)
{
    bool more_now = has_next(world) && world->heap[0].at == world->now;
    if (world->has_rounds && more_now && chance_one_in(&world->rounds, 2)) return;
    for (struct fake_host *next, *host = world->hosts; host; host = next) {
        next = host->next;
        host->turn(host->context);
    }
}

bool world_step(struct world *world)
{
    if (!has_next(world)) return false;
    struct event event = take_first(world);
    world->now = event.at;
    event.fire(event.context);
    turn_all(world);
    return true;
}

void world_run(struct world *world, int64_t ms)
{
    int64_t until = world->now + ms;
    while (has_next(world) && world->heap[0].at <= until) world_step(world);
    world->now = until;
}

/* ---- a host ---- */

static int64_t wall(struct host *host)
{
    const struct fake_host *fake = (const struct fake_host *)host;
    return wall_at_start + fake->world->now + fake->wall_ahead;
}

static int64_t steady(struct host *host)
{
    return ((const struct fake_host *)host)->world->now;
}

static int64_t idle(struct host *host)
{
    const struct fake_host *fake = (const struct fake_host *)host;
    return fake->world->now * (1000 - fake->busy);
}

static void random_bytes(struct host *host, void *bytes, size_t length)
{
    struct chance *chance = &((struct fake_host *)host)->random;
    uint8_t *at = bytes;
    for (size_t i = 0; i < length; i++) at[i] = (uint8_t)chance_below(chance, 256);
}

static struct timer *timer_new(struct host *host, void (*fire)(void *context), void *context)
{
    struct timer *timer = NEW(struct timer);
    *timer = (struct timer){(struct fake_host *)host, fire, context, 0};
    return timer;
}

static void on_due(void *context)
{
    struct timer *timer = context;
    timer->event = 0;
    timer->fire(timer->context);
}

static void stop(struct timer *timer)
{
    world_cancel(timer->host->world, timer->event);
    timer->event = 0;
}

static void start(struct timer *timer, int64_t delay)
{
    CHECK(delay >= 1);
    stop(timer);
    timer->event = world_after(timer->host->world, delay, on_due, timer);
}

static void timer_gone(struct timer *timer)
{
    if (timer) stop(timer);
    free(timer);
}

static const struct host_calls calls = {
    .wall = wall,
    .steady = steady,
    .idle = idle,
    .random = random_bytes,
    .timer_new = timer_new,
    .timer_start = start,
    .timer_stop = stop,
    .timer_free = timer_gone,
};

struct fake_host *fake_host_new(struct world *world, void (*turn)(void *context), void *context)
{
    struct fake_host *host = NEW(struct fake_host);
    *host = (struct fake_host){.host = {&calls},
                               .world = world,
                               .turn = turn,
                               .context = context,
                               .random = world_stream(world, "host", ++world->hosts_made),
                               .next = world->hosts};
    world->hosts = host;
    return host;
}

void fake_host_free(struct fake_host *host)
{
    struct fake_host **at = &host->world->hosts;
    while (*at != host) at = &(*at)->next;
    *at = host->next;
    free(host);
}
