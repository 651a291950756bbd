/* What all that is served has in common: settings, journal, host, and who is connected.
 * service.h is what the program sees. */
#ifndef ARCHIPEL_LIVE_REGISTRY_H
#define ARCHIPEL_LIVE_REGISTRY_H

#include "base/table.h"
#include "live/guesses.h"
#include "live/host.h"
#include "live/load.h"
#include "live/metrics.h"
#include "live/parts.h"
#include "live/settings.h"

struct connection;
struct journal;
struct listing;
struct live_workshop;

struct service {
    struct service_settings settings;
    struct secret organiser_digest;
    struct secret mark_key; /* mark.h */
    uint64_t server;        /* a random id of this process, for whispers */
    struct journal *journal;
    struct host *host;
    struct table connections; /* id → struct connection */
    uint64_t last_connection;
    struct connection *ending;     /* those that end with the turn (member.h) */
    struct table workshops;        /* id → struct live_workshop */
    struct table outdated;         /* id of a workshop that a newer server has written to → when
                                      it was found so, steady ms */
    struct live_workshop *stirred; /* those that have something to do when the turn ends */
    struct timer *sweep;
    struct load load;
    struct packing packing; /* of snapshots */
    struct service_metrics metrics;
    struct listing *listings; /* of organisers, under way */
    struct attempt *attempts; /* at short codes (codes.h), under way */
    bool unposted;            /* a workshop's code has changed (workshop.h, code_changed) */
    struct guesses guesses;
    bool draining;
    bool stopped;        /* drained: nothing calls the journal any more */
    int64_t drain_since; /* steady ms */
    void (*on_drained)(void *context);
    void *drain_context;
};

/* The connection of this id, or NULL when it is closed; NULL for 0. */
struct connection *registry_connection(const struct service *service, uint64_t id);

#endif
