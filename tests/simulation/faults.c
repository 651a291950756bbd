/* Each kind of fault that the plan has strikes in a rhythm of its own; what lasts is healed from
 * time to time, all at once. */
#include "simulation/faults.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/check.h"
#include "core/changes.h"
#include "live/history.h"
#include "simulation/line.h"
#include "simulation/simulation.h"

enum {
    OUTAGE_MOST = 9000,   /* ms until what is held, away, deaf or stalled is well again */
    ABSENCE_MOST = 15000, /* ms */
    DOWN_MOST = 12000,    /* ms until a server that crashed is started again */
    DRAIN_LOOK = 20,      /* ms */
};

/* ---- to a line ---- */

static struct line *some_line(struct simulation *simulation, struct chance *dice)
{
    size_t count = 0;
    for (struct line *l = simulation->lines; l; l = line_next(l)) count += line_lives(l);
    if (!count) return NULL;
    size_t nth = (size_t)chance_below(dice, count);
    for (struct line *l = simulation->lines;; l = line_next(l))
        if (line_lives(l) && !nth--) return l;
}

static void cut(struct simulation *simulation, struct chance *dice)
{
    struct line *line = some_line(simulation, dice);
    if (line) line_cut(line);
}

static void abandon(struct simulation *simulation, struct chance *dice)
{
    struct line *line = some_line(simulation, dice);
    if (line) line_abandon(line, chance_some(dice, 1, ABSENCE_MOST));
}

static void lose_line(struct simulation *simulation, struct chance *dice)
{
    struct line *line = some_line(simulation, dice);
    if (line) line_lose(line);
}

static void stall(struct simulation *simulation, struct chance *dice)
{
    struct line *line = some_line(simulation, dice);
    if (line) line_stall(line, true);
}

static void unstall_all(struct simulation *simulation)
{
    for (struct line *line = simulation->lines; line; line = line_next(line))
        line_stall(line, false);
}

/* ---- to a server ---- */

static size_t some_place(const struct simulation *simulation, struct chance *dice)
{
    return (size_t)chance_below(dice, simulation->plan.servers);
}

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
    simulation->servers[at] = simulation_server(simulation);
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

static void on_down_long_enough(void *context)
{
    struct simulation *simulation = context;
    for (size_t i = 0; i < simulation->plan.servers; i++) start(simulation, i);
}

static void crash(struct simulation *simulation, struct chance *dice)
{
    size_t at = some_place(simulation, dice);
    struct fake_server *server = simulation->servers[at];
    if (!server) return;
    note_server(server);
    leave_lines(simulation, server);
    fake_server_crash(server);
    simulation->servers[at] = NULL;
    world_after(simulation->world, chance_some(dice, 1, DOWN_MOST), on_down_long_enough,
                simulation);
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

static void restart(struct simulation *simulation, struct chance *dice)
{
    size_t at = some_place(simulation, dice), slot = 0;
    if (!simulation->servers[at]) return;
    while (simulation->draining[slot]) CHECK(++slot < DRAINS_MOST);
    note_server(simulation->servers[at]);
    simulation->draining[slot] = simulation->servers[at];
    simulation->servers[at] = NULL;
    fake_server_drain(simulation->draining[slot]);
    world_after(simulation->world, chance_some(dice, 1, DOWN_MOST), on_down_long_enough,
                simulation);
    world_after(simulation->world, DRAIN_LOOK, on_drain_look, simulation);
}

static void jump(struct simulation *simulation, struct chance *dice)
{
    struct fake_server *server = simulation->servers[some_place(simulation, dice)];
    if (!server) return;
    server->host->wall_ahead = chance_some(dice, -3600000, 3600000);
    sometimes(SOMETIMES_clock_jumped);
}

/* ---- to the journal ---- */

static void hold(struct simulation *simulation, struct chance *dice)
{
    struct fake_server *server = simulation->servers[some_place(simulation, dice)];
    if (!server) return;
    fake_journal_hold(server->journal, true);
    sometimes(SOMETIMES_journal_held);
}

static void take_away(struct simulation *simulation, struct chance *dice)
{
    struct fake_server *server = simulation->servers[some_place(simulation, dice)];
    if (!server) return;
    fake_journal_away(server->journal, true);
    sometimes(SOMETIMES_journal_away);
}

static void deafen(struct simulation *simulation, struct chance *dice)
{
    struct fake_server *server = simulation->servers[some_place(simulation, dice)];
    if (server) fake_journal_deafen(server->journal, true);
}

/* Answers how many are gone. */
static size_t lose_some(struct simulation *simulation, struct chance *dice)
{
    const struct fake_shelf *shelf = fake_store_shelf(simulation->store, THE_WORKSHOP);
    uint64_t lost = 1 + chance_below(dice, 6);
    if (shelf->position.seq <= lost + 1) return 0;
    return fake_store_lose(simulation->store, THE_WORKSHOP, shelf->position.seq - lost);
}

static void lose_entries(struct simulation *simulation, struct chance *dice)
{
    if (lose_some(simulation, dice)) sometimes(SOMETIMES_journal_lost_entries);
}

/* By a server that nobody here knows: it is gone again. */
static void write_one(struct simulation *simulation)
{
    const struct fake_shelf *shelf = fake_store_shelf(simulation->store, THE_WORKSHOP);
    struct entry entry = {.seq = shelf->position.seq + 1, .time = world_now(simulation->world)};
    struct change change = {.operation = CHANGE_PATCH,
                            .type = RECORD_WORKSHOP,
                            .id = THE_WORKSHOP,
                            .mask = FIELD_BIT(WORKSHOP_TITLE)};
    change.body.workshop.title = bytes_from("Autrement");
    changes_take(&entry.changes, &change);
    struct bytes *stored = history_store(&entry);
    enum journal_status status =
        fake_store_append(simulation->store, THE_WORKSHOP, shelf->position, &stored, 1);
    CHECK(status == JOURNAL_OK);
    bytes_drop(stored);
    entry_clear(&entry);
}

/* The numbers are what they were, and the history is another one. */
static void overtake(struct simulation *simulation, struct chance *dice)
{
    size_t lost = lose_some(simulation, dice);
    for (size_t i = 0; i < lost; i++) write_one(simulation);
    if (lost) sometimes(SOMETIMES_journal_overtaken);
}

static void heal_journal(struct fake_server *server)
{
    if (!server) return;
    fake_journal_hold(server->journal, false);
    fake_journal_away(server->journal, false);
    fake_journal_deafen(server->journal, false);
}

/* ---- the plan ---- */

static const struct fault_kind {
    const char *name;
    unsigned one_in; /* in so many seeds it happens */
    int64_t pause;   /* ms at most from one to the next */
    void (*strike)(struct simulation *simulation, struct chance *dice);
} kinds[FAULTS] = {
    [FAULT_CUT] = {"cut", 2, 8000, cut},
    [FAULT_ABSENCE] = {"absence", 2, 8000, abandon},
    [FAULT_LOSS_OF_LINE] = {"loss of line", 2, 25000, lose_line},
    [FAULT_STALL] = {"stall", 2, 12000, stall},
    [FAULT_CRASH] = {"crash", 2, 30000, crash},
    [FAULT_RESTART] = {"restart", 2, 30000, restart},
    [FAULT_JUMP] = {"jump", 2, 10000, jump},
    [FAULT_HOLD] = {"hold", 2, 12000, hold},
    [FAULT_AWAY] = {"away", 2, 12000, take_away},
    [FAULT_DEAFNESS] = {"deafness", 3, 12000, deafen},
    [FAULT_LOSS] = {"loss", 3, 20000, lose_entries},
    [FAULT_OVERTAKING] = {"overtaking", 6, 20000, overtake},
};

/* Dice for one line of the plan. */
static struct chance plan_dice(const struct simulation *simulation, const char *name)
{
    return chance_stream(simulation->seed, "plan", chance_stream(0, name, 0).state);
}

static bool plan_once_in(const struct simulation *simulation, const char *name, unsigned bound)
{
    struct chance dice = plan_dice(simulation, name);
    return chance_one_in(&dice, bound);
}

/* In one half of the seeds from least to most, in the other as usual. */
static int64_t plan_some(const struct simulation *simulation, const char *name, int64_t least,
                         int64_t most, int64_t usual)
{
    struct chance dice = plan_dice(simulation, name);
    return chance_one_in(&dice, 2) ? chance_some(&dice, least, most) : usual;
}

static void plan_journal(const struct simulation *simulation, struct fake_faults *faults)
{
    faults->slowest = plan_some(simulation, "slowest", 1, 400, 3);
    faults->lost = (unsigned)plan_some(simulation, "lost", 1, 60, 0);
    faults->unheard = (unsigned)plan_some(simulation, "unheard", 1, 100, 0);
    faults->late = (unsigned)plan_some(simulation, "late", 1, 60, 0);
    faults->position_lost = (unsigned)plan_some(simulation, "position lost", 1, 900, 0);
    faults->whisper_lost = (unsigned)plan_some(simulation, "whisper lost", 1, 400, 0);
    faults->hint_twice = (unsigned)plan_some(simulation, "hint twice", 1, 300, 0);
    faults->hint_slowest = plan_some(simulation, "hint slowest", 1, 2000, 2);
}

static void plan_settings(const struct simulation *simulation, struct service_settings *settings)
{
    struct chance snapshots = plan_dice(simulation, "snapshots"),
                  idle = plan_dice(simulation, "idle");
    *settings = fake_settings();
    settings->hold_ms = plan_some(simulation, "hold_ms", 1, 50, 0);
    settings->snapshot_every = 2 + chance_below(&snapshots, 59);
    settings->idle_ms = chance_some(&idle, 500, 20000);
}

/* What the store loses and no server remembers is gone without a trace: nothing can be promised
 * then. So servers live on when the store is to lose something; and no append comes late, which
 * could find the store where it was when the append was made. A lone server can promise most:
 * half of these seeds have one. */
static void keep_memories(const struct simulation *simulation, struct plan *plan)
{
    plan->has[FAULT_CRASH] = plan->has[FAULT_RESTART] = false;
    plan->settings.idle_ms = TROUBLE_MS + CALM_MS;
    plan->journal.late = 0;
    plan->servers = plan_once_in(simulation, "alone with a loss", 2) ? 1 : SERVERS;
}

void faults_plan(struct simulation *simulation)
{
    struct plan *plan = &simulation->plan;
    for (size_t i = 0; i < FAULTS; i++)
        plan->has[i] = plan_once_in(simulation, kinds[i].name, kinds[i].one_in);
    plan->servers = plan_once_in(simulation, "alone", 4) ? 1 : SERVERS;
    plan->network_slowest = plan_some(simulation, "network", 1, 600, 20);
    plan->reloads = plan_once_in(simulation, "reloads", 2);
    plan_journal(simulation, &plan->journal);
    plan_settings(simulation, &plan->settings);
    plan->busy = plan_some(simulation, "busy", 20, 900, 0);
    if (plan->has[FAULT_LOSS] || plan->has[FAULT_OVERTAKING]) keep_memories(simulation, plan);
}

/* ---- time goes by ---- */

/* A kind of fault that happens in this run, again and again. */
struct strike {
    struct simulation *simulation;
    const struct fault_kind *kind;
    struct chance dice;
};

static void arrange(struct strike *strike);

static void on_strike(void *context)
{
    struct strike *strike = context;
    if (strike->simulation->calm) return;
    strike->kind->strike(strike->simulation, &strike->dice);
    arrange(strike);
}

static void arrange(struct strike *strike)
{
    int64_t pause = chance_some(&strike->dice, 1, strike->kind->pause);
    world_after(strike->simulation->world, pause, on_strike, strike);
}

static void on_heal(void *context)
{
    struct strike *healing = context;
    struct simulation *simulation = healing->simulation;
    if (simulation->calm) return;
    unstall_all(simulation);
    for (size_t i = 0; i < simulation->plan.servers; i++) heal_journal(simulation->servers[i]);
    world_after(simulation->world, chance_some(&healing->dice, 1, OUTAGE_MOST), on_heal, healing);
}

void faults_begin(struct simulation *simulation)
{
    for (size_t i = 0; i < simulation->plan.servers; i++) {
        start(simulation, i);
        tune(simulation, i);
    }
    simulation->strikes = allocate_zero(FAULTS + 1, sizeof *simulation->strikes);
    for (size_t i = 0; i < FAULTS; i++) {
        struct strike *strike = &simulation->strikes[i];
        *strike = (struct strike){simulation, &kinds[i],
                                  world_stream(simulation->world, kinds[i].name, 0)};
        if (simulation->plan.has[i]) arrange(strike);
    }
    struct strike *healing = &simulation->strikes[FAULTS];
    *healing = (struct strike){simulation, NULL, world_stream(simulation->world, "heal", 0)};
    on_heal(healing);
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

void faults_free(struct simulation *simulation)
{
    free(simulation->strikes);
}
