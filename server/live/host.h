/* What live asks of its surroundings: clocks, timers, randomness. The loop gives real ones
 * (net/loop.h), the simulation gives its own, so that a run follows from its seed.
 *
 * G1 steady never goes back; wall may jump.
 * G2 A timer fires on the loop's thread, never inside timer_start, never after timer_stop. */
#ifndef ARCHIPEL_LIVE_HOST_H
#define ARCHIPEL_LIVE_HOST_H

#include <stddef.h>
#include <stdint.h>

struct host;
struct timer;

struct host_calls {
    /* Milliseconds since 1970, for people and records. */
    int64_t (*wall)(struct host *);
    /* Milliseconds since some moment, for deadlines. */
    int64_t (*steady)(struct host *);
    /* Microseconds that it has waited for something to do, since some moment. */
    int64_t (*idle)(struct host *);
    void (*random)(struct host *, void *bytes, size_t length);
    /* A stopped timer; freed with timer_free. */
    struct timer *(*timer_new)(struct host *, void (*fire)(void *context), void *context);
    /* Fires once after `delay` ms, at least 1; starting again moves it. */
    void (*timer_start)(struct timer *, int64_t delay);
    void (*timer_stop)(struct timer *);
    /* Accepts NULL; may be called from the timer's own fire. */
    void (*timer_free)(struct timer *);
};

struct host {
    const struct host_calls *calls;
};

/* The same in short. Wall and steady ms. */
int64_t host_wall(struct host *host);
/* Milliseconds since some moment; never goes back. */
int64_t host_steady(struct host *host);
/* Microseconds of waiting. */
int64_t host_idle(struct host *host);
/* A fresh id for a record, a workshop or a process: never 0. */
uint64_t host_random_id(struct host *host);
/* A stopped timer. */
struct timer *host_timer(struct host *host, void (*fire)(void *context), void *context);
/* Starts it; what is less than 1 ms counts as 1. */
void host_timer_start(struct host *host, struct timer *timer, int64_t delay);
/* Accepts NULL. */
void host_timer_free(struct host *host, struct timer *timer);

#endif
