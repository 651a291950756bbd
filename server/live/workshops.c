/* What is open is kept in a table; what has something to do, in a list that the next turn goes
 * through, however many are open. */
#include "live/workshops.h"

#include "live/outdated.h"
#include "live/registry.h"
#include "live/workshop.h"

struct live_workshop *workshops_get(struct service *service, uint64_t id)
{
    struct live_workshop *workshop = table_get(&service->workshops, id);
    if (workshop && workshop->history.phase != HISTORY_GONE) return workshop;
    if (workshop && !workshop_is_quiet(workshop)) return NULL;
    if (workshop) workshop_free(workshop);
    workshop = workshop_open(service, id);
    table_set(&service->workshops, id, workshop);
    return workshop;
}

void workshops_turn(struct service *service)
{
    struct live_workshop *workshop = service->stirred;
    service->stirred = NULL;
    for (struct live_workshop *next; workshop; workshop = next) {
        next = workshop->next_stirred;
        workshop->stirred = false;
        if (workshop->history.phase != HISTORY_READY) continue;
        workshop_admit(workshop);
        workshop_turn(workshop);
        workshop_admit(workshop); /* those who had to yield to what was decided */
    }
}

/* ---- sweeping ---- */

static bool is_over(const struct live_workshop *workshop, int64_t now)
{
    if (workshop->members.first || !workshop_is_quiet(workshop)) return false;
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

void workshops_sweep(struct service *service)
{
    int64_t now = host_steady(service->host);
    size_t at = 0;
    for (uint64_t outdated; (outdated = outdated_due(service));) workshops_get(service, outdated);
    for (struct live_workshop *workshop; (workshop = table_next(&service->workshops, &at));)
        if (workshop->members.first) history_verify(&workshop->history);
    for (bool again = true; again;) {
        again = false;
        at = 0;
        for (struct live_workshop *workshop;
             !again && (workshop = table_next(&service->workshops, &at));)
            again = sweep_workshop(service, workshop, now);
    }
}
