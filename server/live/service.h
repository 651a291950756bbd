/* The whole of live as its users see it: everything that is served, over one journal. */
#ifndef ARCHIPEL_LIVE_SERVICE_H
#define ARCHIPEL_LIVE_SERVICE_H

#include <stdbool.h>

#include "live/metrics.h"
#include "live/settings.h"

struct host;
struct journal;
struct service;

/* `journal` and `host` stay the caller's and outlive the service. */
struct service *service_new(const struct service_settings *settings, struct journal *journal,
                            struct host *host);

/* The end of a turn: what came in since the last one is decided and handed to the journal,
 * what is due is told. A loop calls it after each round of events. */
void service_turn(struct service *service);

/* Whether the journal answers and nothing is draining. */
bool service_is_ready(const struct service *service);
/* What has been counted so far. */
struct service_metrics service_metrics(const struct service *service);

/* Takes no new hello, finishes what is under way, keeps snapshots, closes every connection with
 * CLOSE_GOING_AWAY, then calls on_drained, in a later turn. */
void service_drain(struct service *service, void (*on_drained)(void *context), void *context);

/* After on_drained, when all connections are closed and the journal too. */
void service_free(struct service *service);

#endif
