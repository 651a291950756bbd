/* Everything that is served: the connections and workshops of one service; service.h is what
 * the program sees. Both are service.c. */
#ifndef ARCHIPEL_LIVE_REGISTRY_H
#define ARCHIPEL_LIVE_REGISTRY_H

#include "base/table.h"
#include "live/host.h"
#include "live/parts.h"
#include "live/service.h"

struct connection;
struct listing;
struct live_workshop;

struct service {
    struct service_settings settings;
    struct secret organiser_digest;
    uint64_t server; /* a random id of this process, for whispers */
    struct journal *journal;
    struct host *host;
    struct table connections; /* id → struct connection */
    uint64_t last_connection;
    struct table workshops;        /* id → struct live_workshop */
    struct live_workshop *stirred; /* those that have something to do when the turn ends */
    struct timer *sweep;
    struct packing packing; /* of snapshots */
    struct service_metrics metrics;
    struct listing *listings; /* of organisers, under way */
    bool draining;
    bool stopped;        /* drained: nothing calls the journal any more */
    int64_t drain_since; /* steady ms */
    void (*on_drained)(void *context);
    void *drain_context;
};

/* The workshop, being opened if it was not; it may fail in a later turn. NULL while one that
 * failed still waits for the journal. */
struct live_workshop *registry_workshop(struct service *service, uint64_t id);

struct connection *registry_connection(const struct service *service, uint64_t id);

#endif
