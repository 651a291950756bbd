/* A world of its own for one test: one clock, one queue of events, one seed, so that everything
 * that happens follows from it. A fake host gives a server its clocks and timers
 * out of it (live/host.h). */
#ifndef ARCHIPEL_TESTS_FAKE_HOST_H
#define ARCHIPEL_TESTS_FAKE_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "live/host.h"
#include "support/chance.h"

struct world;

struct world *world_new(uint64_t seed);
/* What is still to come is forgotten; hosts must be gone. */
void world_free(struct world *world);

int64_t world_now(const struct world *world); /* ms, never goes back */
/* A stream of the world's chance (chance_stream). */
struct chance world_stream(const struct world *world, const char *name, uint64_t number);

/* Fires once, after `delay` ms; what is due at one moment fires in the order in which it was
 * asked for. Returns what world_cancel wants. */
uint64_t world_after(struct world *world, int64_t delay, void (*fire)(void *context),
                     void *context);
/* Accepts 0 and what has fired. */
void world_cancel(struct world *world, uint64_t event);

/* Fires the next event, then lets every server have its turn. False when nothing is to come. */
bool world_step(struct world *world);
/* All that is due within so many ms. */
void world_run(struct world *world, int64_t ms);
/* Rounds of several events, as a loop has them: servers turn only now and then in a moment. */
void world_set_rounds(struct world *world, bool rounds);

struct fake_host {
    struct host host;
    struct world *world;
    int64_t wall_ahead; /* ms by which its wall clock is wrong */
    int64_t busy;       /* thousandths of its time that its loop has something to do */
    void (*turn)(void *context);
    void *context;
    struct chance random; /* what it takes its random bytes from */
    struct fake_host *next;
};

struct fake_host *fake_host_new(struct world *world, void (*turn)(void *context), void *context);
/* Its timers must be freed. */
void fake_host_free(struct fake_host *host);

#endif
