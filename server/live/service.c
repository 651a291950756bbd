#include "live/service.h"

#include <stdlib.h>

#include "base/check.h"
#include "base/log.h"
#include "journal/journal.h"
#include "live/member.h"
#include "live/organiser.h"
#include "live/registry.h"
#include "live/workshop.h"

enum {
    SWEEP_EVERY = 2000, /* ms */
    DRAIN_LOOK = 20,    /* ms */
    DRAIN_MOST = 5000,  /* ms; what the journal has not settled by then stays unsettled */
};

/* ---- the registry ---- */

struct connection *registry_connection(const struct service *service, uint64_t id)
{
    return id ? table_get(&service->connections, id) : NULL;
}

struct live_workshop *registry_workshop(struct service *service, uint64_t id)
{
    struct live_workshop *workshop = table_get(&service->workshops, id);
    if (workshop && workshop->history.phase != HISTORY_GONE) return workshop;
    if (workshop && !workshop_is_quiet(workshop)) return NULL;
    if (workshop) workshop_free(workshop);
    workshop = workshop_open(service, id);
    table_set(&service->workshops, id, workshop);
    return workshop;
}

/* ---- sweeping: the silent, the idle, the gone ---- */

static void sweep_connection(struct connection *connection, int64_t now)
{
    int64_t quiet = now - connection->last_heard;
    bool silent = connection->phase == CONNECTION_SILENT;
    if (silent && quiet > LIMIT_HELLO_MS) member_end(connection, CLOSE_NO_HELLO);
    else if (quiet > LIMIT_SILENCE_MS) member_end(connection, CLOSE_SILENT);
}

static bool is_over(const struct live_workshop *workshop, int64_t now)
{
    if (workshop->members || !workshop_is_quiet(workshop)) return false;
    if (workshop->history.phase == HISTORY_GONE) return true;
    return now - workshop->empty_since >= workshop->service->settings.idle_ms;
}

/* True when the table has changed and has to be walked again. */
static bool sweep_workshop(struct service *service, struct live_workshop *workshop, int64_t now)
{
    if (!is_over(workshop, now)) return false;
    if (workshop->history.phase == HISTORY_READY) history_snapshot(&workshop->history, true);
    if (!workshop_is_quiet(workshop)) return false;
    table_remove(&service->workshops, workshop->id);
    workshop_free(workshop);
    return true;
}

static void sweep(struct service *service)
{
    int64_t now = host_steady(service->host);
    size_t at = 0;
    for (struct connection *connection; (connection = table_next(&service->connections, &at));)
        sweep_connection(connection, now);
    at = 0;
    for (struct live_workshop *workshop; (workshop = table_next(&service->workshops, &at));)
        if (workshop->members) history_verify(&workshop->history);
    for (bool again = true; again;) {
        again = false;
        at = 0;
        for (struct live_workshop *workshop;
             !again && (workshop = table_next(&service->workshops, &at));)
            again = sweep_workshop(service, workshop, now);
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
        fanout_flush(workshop);
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
    service->journal = journal;
    service->host = host;
    service->server = host_random_id(service->host);
    service->sweep = host_timer(service->host, on_sweep, service);
    host_timer_start(service->host, service->sweep, SWEEP_EVERY);
    return service;
}

/* While a batch is under way nobody is let in. */
static void admit_waiting(struct live_workshop *workshop)
{
    if (!workshop->knocking || workshop->batch.count) return;
    workshop->knocking = false;
    for (struct connection *next, *member = workshop->members; member; member = next) {
        next = member->next_member;
        if (member->phase != CONNECTION_WAITING) continue;
        member_admit(member);
        workshop->knocking |= member->phase == CONNECTION_WAITING; /* the journal is being asked */
    }
}

void service_turn(struct service *service)
{
    if (service->stopped) return;
    struct live_workshop *workshop = service->stirred;
    service->stirred = NULL;
    for (struct live_workshop *next; workshop; workshop = next) {
        next = workshop->next_stirred;
        workshop->stirred = false;
        if (workshop->history.phase != HISTORY_READY) continue;
        admit_waiting(workshop);
        workshop_turn(workshop);
        admit_waiting(workshop); /* those who had to yield to what was decided */
    }
    organiser_turn(service);
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
    table_clear(&service->workshops);
    table_clear(&service->connections);
    host_timer_free(service->host, service->sweep);
    free(service);
}
