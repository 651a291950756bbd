/* Many clients of one server in one process: they come in, join, change cards, and check that
 * every change reaches each of them exactly once (no hole, no repetition, none missing).
 *
 * They are spread evenly over rooms, the first to the first, the next to the next. A room is a
 * workshop; before the limit (bench/limit.h) a crowd is `bare` and a room is a number in the
 * address: it upgrades, says a hello of a byte if the limit is to answer one, and is in. */
#ifndef ARCHIPEL_BENCH_CROWD_H
#define ARCHIPEL_BENCH_CROWD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/secret.h"
#include "bench/histogram.h"
#include "bench/news.h"

struct target;

struct room {
    uint64_t workshop; /* and its participants' key, unless bare */
    struct secret key;
    uint64_t seq; /* the newest position that anybody has */
    uint64_t board;
    struct newsroom news;
};

struct client {
    int socket;
    struct room *room;
    enum client_stage {
        CLIENT_CONNECTING,
        CLIENT_UPGRADING,
        CLIENT_COMING_IN, /* hello is sent, the snapshot not yet whole */
        CLIENT_IN,
        CLIENT_GONE,
    } stage;
    uint64_t id, person, seq;
    int64_t counter;
    struct buffer partial; /* a frame that is not yet whole */
};

struct crowd {
    unsigned short port;
    bool bare, greets; /* greets: waits to be answered, though bare */
    struct room *rooms;
    size_t room_count;

    int epoll;
    struct client *clients;
    size_t count, begun; /* begun: to connect */
    uint8_t *read;
    uint64_t bytes; /* that have come, over all clients */

    size_t in;       /* clients that are in */
    size_t joined;   /* of these, those that are somebody */
    size_t refused;  /* commands; none should be */
    uint64_t done;   /* commands */
    size_t lost;     /* clients that were cut, holes, repetitions: none should be */
    uint64_t *cards; /* one a client, once crowd_lay_cards was called */

    int64_t *sent; /* by the number of the edit: when, microseconds */
    size_t numbers, capacity;
    uint64_t edits;          /* deliveries of edits, over all clients */
    uint64_t under_way;      /* edits that have not come back to who made them */
    struct histogram delays; /* from sending to each receipt, microseconds */
};

/* Begins to connect `count` clients to the rooms of a target, a thousand at once, the others as
 * these are in. With `greets` before the limit they wait to be answered (limit_serve). */
void crowd_gather(struct crowd *crowd, const struct target *target, size_t count, bool greets);
void crowd_leave(struct crowd *crowd);

/* Handles what has come, waiting at most this long. */
void crowd_listen(struct crowd *crowd, int64_t microseconds);

/* Every one of them joins; in the end everybody has seen everybody. */
void crowd_join(struct crowd *crowd);
/* Everybody lays a card, to be changed by crowd_edit. */
void crowd_lay_cards(struct crowd *crowd);
/* The next client changes its card. */
void crowd_edit(struct crowd *crowd);

/* Whether everybody has come as far as anybody, and nothing is under way. */
bool crowd_is_even(const struct crowd *crowd);
/* Listens until `count` reaches `wanted`, or `seconds` have passed: false. */
bool crowd_await(struct crowd *crowd, const size_t *count, size_t wanted, int seconds);
bool crowd_await_even(struct crowd *crowd, int seconds);

/* Microseconds of a clock that only goes forward. */
int64_t bench_now(void);

#endif
