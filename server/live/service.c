/* A turn goes through what was stirred, then lets go of who was ended. Sweeping looks at
 * everything, every two seconds: what it finds is never urgent.
 *
 * A drain comes in steps of the same timer: settle what came before, close everybody, be silent. */
#include "live/service.h"

#include <stdlib.h>

#include "base/check.h"
#include "base/log.h"
#include "journal/journal.h"
#include "live/codes.h"
#include "live/mark.h"
#include "live/member.h"
#include "live/organiser.h"
#include "live/peer.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "live/workshops.h"

enum {
    SWEEP_EVERY = 2000, /* ms */
    DRAIN_LOOK = 20,    /* ms */
    DRAIN_MOST = 5000,  /* ms; what the journal has not settled by then stays unsettled */
};

/* ---- sweeping ---- */

static void sweep_connection(struct connection *connection, int64_t now)
{
    int64_t quiet = now - connection->last_heard;
    bool silent = connection->phase == CONNECTION_SILENT;
    if (silent && quiet > LIMIT_HELLO_MS) member_end(connection, CLOSE_NO_HELLO);
    else if (quiet > LIMIT_SILENCE_MS) member_end(connection, CLOSE_SILENT);
}

static void sweep(struct service *service)
{
    int64_t now = host_steady(service->host);
    size_t at = 0;
    for (struct connection *connection; (connection = table_next(&service->connections, &at));)
        sweep_connection(connection, now);
    workshops_sweep(service);
    codes_sweep(service);
}

/* ---- ending ---- */

/* Who was ended, on the way or before, goes when all has been looked at. */
static void let_go(struct service *service)
{
    for (struct connection *connection; (connection = member_take_ended(service));) {
        if (connection->workshop) workshop_leave(connection);
        connection->peer->calls->close(connection->peer, (unsigned)connection->code);
    }
}

/* ---- draining ---- */

static void end_all(struct service *service)
{
    size_t at = 0;
    for (struct connection *connection; (connection = table_next(&service->connections, &at));)
        member_end(connection, CLOSE_GOING_AWAY);
}

/* Commands that came before the drain are settled and answered before connections end. */
static bool settle_all(struct service *service, bool force)
{
    bool quiet = true;
    size_t at = 0;
    for (struct live_workshop *workshop; (workshop = table_next(&service->workshops, &at));) {
        workshop_tell(workshop);
        if (workshop->history.phase == HISTORY_READY && !workshop->queue.first &&
            !workshop->history.busy)
            history_snapshot(&workshop->history, true);
        quiet = quiet && workshop_is_quiet(workshop);
    }
    return quiet || force;
}

static void stop(struct service *service)
{
    size_t at = 0;
    for (struct live_workshop *workshop; (workshop = table_next(&service->workshops, &at));)
        history_unfollow(&workshop->history);
    service->stopped = true;
    service->on_drained(service->drain_context);
}

static void drain_on(struct service *service)
{
    bool late = host_steady(service->host) - service->drain_since > DRAIN_MOST;
    if (!settle_all(service, late)) {
        host_timer_start(service->host, service->sweep, DRAIN_LOOK);
        return;
    }
    if (late) log_warning("stopping with commands that the journal has not settled");
    end_all(service);
    let_go(service);
    stop(service);
}

static void on_sweep(void *context)
{
    struct service *service = context;
    if (service->draining) {
        drain_on(service);
        return;
    }
    sweep(service);
    host_timer_start(service->host, service->sweep, SWEEP_EVERY);
}

void service_drain(struct service *service, void (*on_drained)(void *context), void *context)
{
    service->draining = true;
    service->drain_since = host_steady(service->host);
    service->on_drained = on_drained;
    service->drain_context = context;
    host_timer_start(service->host, service->sweep, 1);
}

/* ---- life ---- */

struct service *service_new(const struct service_settings *settings, struct journal *journal,
                            struct host *host)
{
    struct service *service = NEW(struct service);
    service->settings = *settings;
    service->organiser_digest = secret_digest(&settings->organiser);
    service->mark_key = mark_key(&settings->organiser);
    service->journal = journal;
    service->host = host;
    service->server = host_random_id(service->host);
    service->sweep = host_timer(service->host, on_sweep, service);
    host_timer_start(service->host, service->sweep, SWEEP_EVERY);
    return service;
}

void service_turn(struct service *service)
{
    if (!service->stopped) {
        load_turn(&service->load, host_steady(service->host), host_idle(service->host));
        workshops_turn(service);
        organiser_turn(service);
        codes_turn(service);
    }
    let_go(service);
}

bool service_is_ready(const struct service *service)
{
    return !service->draining && service->journal->calls->is_ready(service->journal);
}

struct service_metrics service_metrics(const struct service *service)
{
    struct service_metrics metrics = service->metrics;
    metrics.connections = service->connections.count;
    metrics.workshops = service->workshops.count;
    metrics.outdated = service->outdated.count;
    return metrics;
}

void service_free(struct service *service)
{
    if (!service) return;
    size_t at = 0;
    for (struct live_workshop *workshop; (workshop = table_next(&service->workshops, &at));)
        workshop_free(workshop);
    CHECK(!service->connections.count);
    organiser_clear(service);
    codes_clear(service);
    table_clear(&service->workshops);
    table_clear(&service->outdated);
    table_clear(&service->connections);
    host_timer_free(service->host, service->sweep);
    free(service);
}
