#include "simulation/faults.h"

#include <stddef.h>

#include "base/check.h"
#include "simulation/line.h"
#include "simulation/simulation.h"

enum {
    PAUSE_MOST = 4000,  /* ms between two faults */
    OUTAGE_MOST = 9000, /* ms */
    DRAIN_LOOK = 20,    /* ms */
};

/* ---- the plan ---- */

static bool half(struct simulation *simulation)
{
    return simulation_once_in(simulation, 2);
}

static unsigned some_chance(struct simulation *simulation, unsigned most)
{
    return half(simulation) ? (unsigned)simulation_some(simulation, 1, most) : 0;
}

static void plan_journal(struct simulation *simulation, struct plan *plan)
{
    struct fake_faults *faults = &plan->journal;
    faults->slowest = half(simulation) ? simulation_some(simulation, 1, 400) : 3;
    faults->lost = some_chance(simulation, 60);
    faults->unheard = some_chance(simulation, 100);
    faults->late = some_chance(simulation, 60);
    faults->position_lost = some_chance(simulation, 400);
    faults->whisper_lost = some_chance(simulation, 400);
    faults->hint_twice = some_chance(simulation, 300);
    faults->hint_slowest = half(simulation) ? simulation_some(simulation, 1, 2000) : 2;
    plan->holds = half(simulation);
    plan->aways = half(simulation);
    plan->deafness = simulation_once_in(simulation, 3);
    plan->losses = simulation_once_in(simulation, 5);
}

/* What the store loses and no server remembers is gone without a trace: nothing can be promised
 * then. So servers live on when the store is to lose something; and no append comes late, which
 * could find the store where it was when the append was made. */
static void keep_memories(struct plan *plan)
{
    plan->crashes = plan->restarts = false;
    plan->settings.idle_ms = TROUBLE_MS + CALM_MS;
    plan->journal.late = 0;
}

void faults_plan(struct simulation *simulation)
{
    struct plan *plan = &simulation->plan;
    plan->servers = simulation_once_in(simulation, 4) ? 1 : SERVERS;
    plan_journal(simulation, plan);
    plan->network_slowest = half(simulation) ? simulation_some(simulation, 1, 600) : 20;
    plan->reloads = half(simulation);
    plan->cuts = half(simulation);
    plan->half_open = half(simulation);
    plan->stalls = half(simulation);
    plan->crashes = half(simulation);
    plan->restarts = half(simulation);
    plan->jumps = half(simulation);
    plan->settings = fake_settings();
    plan->settings.hold_ms = half(simulation) ? 0 : simulation_some(simulation, 1, 50);
    plan->settings.snapshot_every = (uint64_t)simulation_some(simulation, 2, 60);
    plan->settings.idle_ms = simulation_some(simulation, 500, 20000);
    if (plan->losses) keep_memories(plan);
}

/* ---- to a line ---- */

static struct line *some_line(struct simulation *simulation)
{
    size_t count = 0;
    for (struct line *l = simulation->lines; l; l = line_next(l)) count += line_lives(l);
    if (!count) return NULL;
    size_t nth = (size_t)simulation_some(simulation, 0, (int64_t)count - 1);
    for (struct line *l = simulation->lines;; l = line_next(l))
        if (line_lives(l) && !nth--) return l;
}

static void spoil_line(struct simulation *simulation)
{
    const struct plan *plan = &simulation->plan;
    struct line *line = some_line(simulation);
    if (!line) return;
    if (plan->cuts && half(simulation)) line_cut(line);
    else if (plan->half_open && simulation_once_in(simulation, 4)) line_lose(line);
    else if (plan->stalls && half(simulation)) line_stall(line, true);
}

static void unstall_all(struct simulation *simulation)
{
    for (struct line *line = simulation->lines; line; line = line_next(line))
        line_stall(line, false);
}

/* ---- to a server ---- */

static void leave_lines(struct simulation *simulation, const struct fake_server *server)
{
    for (struct line *line = simulation->lines; line; line = line_next(line))
        if (line_is_of(line, server)) line_server_died(line);
}

static void tune(struct simulation *simulation, size_t at)
{
    struct journal *journal = simulation->servers[at]->journal;
    struct fake_faults calm = {.slowest = 3, .hint_slowest = 2};
    /* J7: a position may get lost at any time, and all must be well nevertheless. */
    calm.position_lost = simulation->plan.journal.position_lost;
    *fake_journal_faults(journal) = simulation->calm ? calm : simulation->plan.journal;
}

static void start(struct simulation *simulation, size_t at)
{
    if (simulation->servers[at]) return;
    simulation->servers[at] =
        fake_server_new(simulation->world, simulation->store, &simulation->plan.settings);
    tune(simulation, at);
}

static void note_server(const struct fake_server *server)
{
    struct service_metrics metrics = service_metrics(server->service);
    const struct fake_counts *counts = fake_journal_counts(server->journal);
    sometimes_add(SOMETIMES_journal_conflict, metrics.conflicts);
    sometimes_add(SOMETIMES_journal_lost_a_call, counts->lost);
    sometimes_add(SOMETIMES_journal_answer_lost, counts->unheard);
    sometimes_add(SOMETIMES_journal_late, counts->late);
    sometimes_add(SOMETIMES_hint_lost, counts->hints_lost);
    sometimes_add(SOMETIMES_hint_twice, counts->hints_twice);
}

static void crash(struct simulation *simulation, size_t at)
{
    struct fake_server *server = simulation->servers[at];
    note_server(server);
    leave_lines(simulation, server);
    fake_server_crash(server);
    simulation->servers[at] = NULL;
    sometimes(SOMETIMES_server_crashed);
}

/* Servers that drain are looked at until they are over. */
static void on_drain_look(void *context)
{
    struct simulation *simulation = context;
    bool left = false;
    for (size_t i = 0; i < DRAINS_MOST; i++) {
        struct fake_server *server = simulation->draining[i];
        if (!server) continue;
        left = true;
        if (!fake_server_is_over(server)) continue;
        fake_server_free(server);
        simulation->draining[i] = NULL;
        sometimes(SOMETIMES_server_drained);
    }
    if (left) world_after(simulation->world, DRAIN_LOOK, on_drain_look, simulation);
}

static void drain(struct simulation *simulation, size_t at)
{
    size_t slot = 0;
    while (simulation->draining[slot]) CHECK(++slot < DRAINS_MOST);
    note_server(simulation->servers[at]);
    simulation->draining[slot] = simulation->servers[at];
    simulation->servers[at] = NULL;
    fake_server_drain(simulation->draining[slot]);
    world_after(simulation->world, DRAIN_LOOK, on_drain_look, simulation);
}

static void spoil_server(struct simulation *simulation)
{
    const struct plan *plan = &simulation->plan;
    size_t at = (size_t)simulation_some(simulation, 0, (int64_t)plan->servers - 1);
    struct fake_server *server = simulation->servers[at];
    if (!server) start(simulation, at);
    else if (plan->crashes && simulation_once_in(simulation, 4)) crash(simulation, at);
    else if (plan->restarts && simulation_once_in(simulation, 4)) drain(simulation, at);
    else if (plan->jumps) {
        server->host->wall_ahead = simulation_some(simulation, -3600000, 3600000);
        sometimes(SOMETIMES_clock_jumped);
    }
}

/* ---- to the journal ---- */

static void lose_entries(struct simulation *simulation)
{
    const struct fake_shelf *shelf = fake_store_shelf(simulation->store, THE_WORKSHOP);
    uint64_t lost = (uint64_t)simulation_some(simulation, 1, 6);
    if (shelf->position.seq <= lost + 1) return;
    if (fake_store_lose(simulation->store, THE_WORKSHOP, shelf->position.seq - lost))
        sometimes(SOMETIMES_journal_lost_entries);
}

static void spoil_journal(struct simulation *simulation)
{
    const struct plan *plan = &simulation->plan;
    size_t at = (size_t)simulation_some(simulation, 0, (int64_t)plan->servers - 1);
    struct fake_server *server = simulation->servers[at];
    if (plan->losses && simulation_once_in(simulation, 6)) lose_entries(simulation);
    if (!server) return;
    if (plan->holds && half(simulation)) {
        fake_journal_hold(server->journal, true);
        sometimes(SOMETIMES_journal_held);
    }
    if (plan->aways && half(simulation)) {
        fake_journal_away(server->journal, true);
        sometimes(SOMETIMES_journal_away);
    }
    if (plan->deafness) fake_journal_deafen(server->journal, half(simulation));
}

static void heal_journal(struct fake_server *server)
{
    if (!server) return;
    fake_journal_hold(server->journal, false);
    fake_journal_away(server->journal, false);
    fake_journal_deafen(server->journal, false);
}

/* ---- time goes by ---- */

static void on_heal(void *context)
{
    struct simulation *simulation = context;
    if (simulation->calm) return;
    unstall_all(simulation);
    for (size_t i = 0; i < simulation->plan.servers; i++) heal_journal(simulation->servers[i]);
    world_after(simulation->world, simulation_some(simulation, 1, OUTAGE_MOST), on_heal,
                simulation);
}

static void on_fault(void *context)
{
    struct simulation *simulation = context;
    if (simulation->calm) return;
    spoil_line(simulation);
    if (half(simulation)) spoil_journal(simulation);
    if (half(simulation)) spoil_server(simulation);
    world_after(simulation->world, simulation_some(simulation, 1, PAUSE_MOST), on_fault,
                simulation);
}

void faults_begin(struct simulation *simulation)
{
    for (size_t i = 0; i < simulation->plan.servers; i++) {
        start(simulation, i);
        tune(simulation, i);
    }
    on_fault(simulation);
    on_heal(simulation);
}

void faults_end(struct simulation *simulation)
{
    simulation->calm = true;
    unstall_all(simulation);
    for (size_t i = 0; i < simulation->plan.servers; i++) {
        start(simulation, i);
        heal_journal(simulation->servers[i]);
        tune(simulation, i);
    }
}
