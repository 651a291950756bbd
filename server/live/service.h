/* The whole of live as its users see it: everything that is served, over one journal. */
#ifndef ARCHIPEL_LIVE_SERVICE_H
#define ARCHIPEL_LIVE_SERVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/secret.h"

struct host;
struct journal;
struct service;

struct service_settings {
    struct secret organiser; /* the organiser key itself: links are derived from it */
    int64_t hold_ms;         /* longest wait before a fan-out under load; 0 never waits */
    size_t max_connections;  /* further hellos are closed with CLOSE_FULL */
    int64_t idle_ms;         /* a workshop without connections is put away after this */
    uint64_t snapshot_every; /* entries between two snapshots */
};

/* Counters for /metrics; all since start unless named otherwise. */
struct service_metrics {
    uint64_t connections; /* now */
    uint64_t workshops;   /* open now */
    uint64_t commands_done, commands_refused, commands_repeated;
    uint64_t batches, conflicts, unknown_outcomes;
    uint64_t deliveries; /* frames put into outboxes */
    uint64_t bytes_out;  /* of them */
    uint64_t resumes, snapshots_sent;
    uint64_t closed_too_slow, hellos_refused;
};

/* `journal` and `host` stay the caller's and outlive the service. */
struct service *service_new(const struct service_settings *settings, struct journal *journal,
                            struct host *host);

/* The end of a turn: what came in since the last one is decided and handed to the journal,
 * what is due is told. A loop calls it after each round of events. */
void service_turn(struct service *service);

/* Whether the journal answers and nothing is draining. */
bool service_is_ready(const struct service *service);
struct service_metrics service_metrics(const struct service *service);

/* Takes no new hello, finishes what is under way, keeps snapshots, closes every connection with
 * CLOSE_GOING_AWAY, then calls on_drained, in a later turn. */
void service_drain(struct service *service, void (*on_drained)(void *context), void *context);

/* After on_drained, when all connections are closed and the journal too. */
void service_free(struct service *service);

#endif
