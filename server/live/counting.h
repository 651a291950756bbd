/* Telling animators and walls how much there is of what they do not see (core/sums.h): never kept,
 * told whole when it has changed, at most once a second, every five seconds while the loop is full.
 *
 * Only animators are told the categories. Everybody else is told nothing. */
#ifndef ARCHIPEL_LIVE_COUNTING_H
#define ARCHIPEL_LIVE_COUNTING_H

#include <stdbool.h>
#include <stdint.h>

struct connection;
struct frame;
struct members;
struct service;
struct state;
struct timer;

struct counting {
    struct service *service;
    const struct members *members;
    struct frame *animators, *walls; /* what they were last told; NULL for nothing */
    bool counted;
    uint64_t seq; /* counted at this position */
    int64_t at;   /* steady ms */
    struct timer *timer;
    bool waiting; /* it runs */
    void (*on_due)(void *context);
    void *context;
};

/* on_due(context) comes when it is time to count again; then counting_turn is to be called, as soon
 * as the state is settled. `members` and the service outlive it. */
void counting_init(struct counting *counting, struct service *service,
                   const struct members *members, void (*on_due)(void *context), void *context);
/* Frees what it holds. */
void counting_clear(struct counting *counting);
/* The state begins anew: what was counted is void. */
void counting_reset(struct counting *counting);

/* Counts if something happened since and it is time, and tells whom it concerns. The state stands
 * at seq and holds nothing tentative. */
void counting_turn(struct counting *counting, const struct state *state, uint64_t seq);
/* What was last told, to one who has just come. */
void counting_tell_whole(const struct counting *counting, struct connection *connection);

#endif
