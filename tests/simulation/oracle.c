#include "simulation/oracle.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"
#include "core/changes.h"
#include "simulation/simulation.h"
#include "support/states.h"
#include "wire/stored.h"

/* What is forgotten was accepted once. */
bool oracle_keeps(const struct state *state, const struct logged *logged)
{
    return counters_recall(state_counters(state), logged->actor, logged->client, logged->counter) !=
           RECALL_NOT_ACCEPTED;
}

/* ---- what is permanent ---- */

static void add_moment(struct oracle *oracle, struct journal_position position, struct state *state)
{
    oracle->moments = array_room(oracle->moments, oracle->moment_count, &oracle->moment_capacity,
                                 sizeof *oracle->moments);
    oracle->moments[oracle->moment_count++] = (struct moment){position.epoch, position.seq, state};
}

static struct moment *last_moment(const struct oracle *oracle)
{
    return oracle->moment_count ? &oracle->moments[oracle->moment_count - 1] : NULL;
}

/* C6: once. */
static void check_once(const struct oracle *oracle, uint64_t epoch, const struct entry *entry)
{
    if (oracle->ever_lost && epoch <= oracle->lost_epoch) return;
    for (size_t i = 0; entry->client && i < oracle->log_count; i++) {
        const struct logged *before = &oracle->log[i];
        if (before->lost || before->client != entry->client || before->actor != entry->actor)
            continue;
        if (before->counter == entry->counter)
            simulation_wrong(oracle->simulation, "C6: command %llu of %llu is in the journal twice",
                             (unsigned long long)entry->counter, (unsigned long long)entry->client);
        if (before->counter > entry->counter) sometimes(SOMETIMES_accepted_at_last);
    }
}

static bool was_lost(const struct oracle *oracle, uint64_t epoch, const struct entry *entry)
{
    for (size_t i = 0; i < oracle->log_count; i++) {
        const struct logged *before = &oracle->log[i];
        if (before->lost && before->epoch == epoch && before->seq == entry->seq &&
            before->client == entry->client && before->counter == entry->counter)
            return true;
    }
    return false;
}

static void log_entry(struct oracle *oracle, uint64_t epoch, const struct entry *entry)
{
    check_once(oracle, epoch, entry);
    if (was_lost(oracle, epoch, entry)) sometimes(SOMETIMES_entries_written_back);
    oracle->log =
        array_room(oracle->log, oracle->log_count, &oracle->log_capacity, sizeof *oracle->log);
    oracle->log[oracle->log_count++] = (struct logged){.epoch = epoch,
                                                       .seq = entry->seq,
                                                       .actor = entry->actor,
                                                       .client = entry->client,
                                                       .counter = entry->counter};
}

static void on_entry(void *context, const struct fake_shelf *shelf, const struct bytes *stored)
{
    struct oracle *oracle = context;
    struct entry entry;
    if (shelf->workshop != THE_WORKSHOP) return;
    if (!stored_decode_entry(stored->data, stored->length, &entry))
        simulation_wrong(oracle->simulation, "an entry cannot be read");
    const struct moment *before = last_moment(oracle);
    struct state *state = before ? state_copy(before->state) : state_new();
    bool fits = entry.seq == shelf->position.seq && state_apply_entry(state, &entry, NULL, NULL);
    /* Behind what the store has lost, a server may write on what is no longer there. */
    if (!fits && !oracle->ever_lost)
        simulation_wrong(oracle->simulation, "entry %llu does not fit",
                         (unsigned long long)shelf->position.seq);
    log_entry(oracle, shelf->position.epoch, &entry);
    add_moment(oracle, shelf->position, state);
    entry_clear(&entry);
}

static void read_counter(void *context, const struct counter *counter)
{
    state_keep_counter(context, counter);
}

static void read_put(void *context, const struct change *put)
{
    CHECK(state_apply(context, put, NULL));
}

/* A new epoch begins without what did not fit behind what was lost. */
static void note_passed_over(struct oracle *oracle, const struct state *state)
{
    for (size_t i = 0; oracle->ever_lost && i < oracle->log_count; i++) {
        struct logged *logged = &oracle->log[i];
        if (!oracle_keeps(state, logged)) logged->lost = true;
    }
}

static void on_replaced(void *context, const struct fake_shelf *shelf)
{
    struct oracle *oracle = context;
    const struct bytes *stored = shelf->snapshots[1].bytes;
    struct state *state = state_new();
    struct stored_reader reader = {state, read_counter, read_put};
    uint64_t seq;
    int64_t time;
    CHECK(stored && stored_decode_snapshot(stored->data, stored->length, &reader, &seq, &time));
    add_moment(oracle, shelf->position, state);
    note_passed_over(oracle, state);
    sometimes(SOMETIMES_journal_new_epoch);
}

static void on_lost(void *context, const struct fake_shelf *shelf)
{
    struct oracle *oracle = context;
    oracle->ever_lost = true;
    oracle->lost_epoch = shelf->position.epoch;
    for (size_t i = 0; i < oracle->log_count; i++)
        if (oracle->log[i].epoch == shelf->position.epoch &&
            oracle->log[i].seq > shelf->position.seq)
            oracle->log[i].lost = true;
    for (struct moment *last;
         (last = last_moment(oracle)) && last->epoch == shelf->position.epoch &&
         last->seq > shelf->position.seq;
         oracle->moment_count--)
        state_free(last->state);
}

void oracle_init(struct oracle *oracle, struct simulation *simulation, struct fake_watcher *watcher)
{
    *oracle = (struct oracle){.simulation = simulation};
    *watcher = (struct fake_watcher){oracle, on_entry, on_replaced, on_lost};
}

void oracle_clear(struct oracle *oracle)
{
    for (size_t i = 0; i < oracle->moment_count; i++) state_free(oracle->moments[i].state);
    free(oracle->moments);
    free(oracle->log);
}

/* ---- what is asked ---- */

const struct state *oracle_now(const struct oracle *oracle)
{
    const struct moment *last = last_moment(oracle);
    return last ? last->state : NULL;
}

const struct state *oracle_at(const struct oracle *oracle, uint64_t epoch, uint64_t seq)
{
    if (oracle->ever_lost && epoch <= oracle->lost_epoch) return NULL;
    for (size_t i = oracle->moment_count; i-- > 0;) {
        const struct moment *moment = &oracle->moments[i];
        if (moment->epoch == epoch && moment->seq == seq) return moment->state;
    }
    return NULL;
}

bool oracle_viewer(const struct state *state, uint64_t person, enum role role,
                   struct viewer *viewer)
{
    const struct person *record = state_person(state, person);
    *viewer = (struct viewer){.person = person, .role = role};
    if (!person) return true;
    if (!record) return false;
    viewer->role = record->role;
    viewer->groups = record->groups;
    return true;
}

struct logged *oracle_find(const struct oracle *oracle, uint64_t client, uint64_t counter)
{
    for (size_t i = oracle->log_count; i-- > 0;) {
        struct logged *logged = &oracle->log[i];
        if (logged->client == client && logged->counter == counter && !logged->lost) return logged;
    }
    return NULL;
}

/* ---- S2 ---- */

static bool is_visible(const struct state *state, const struct change *change, uint64_t person,
                       enum role role)
{
    struct viewer viewer;
    const struct record *record = state_get(state, change->type, change->id);
    return record && oracle_viewer(state, person, role, &viewer) &&
           scope_admits(scope_of(record->type, &record->body), &viewer);
}

/* S2: in the bytes of who comes back there is nothing that was withdrawn meanwhile. */
static void check_resumed_change(const struct oracle *oracle, const struct state *before,
                                 const struct state *now, const struct change *change,
                                 uint64_t person, enum role role)
{
    bool had = is_visible(before, change, person, role);
    bool sees = is_visible(now, change, person, role);
    bool fits = had && !sees;
    if (change->operation != CHANGE_DROP)
        fits = sees && (had || change->operation == CHANGE_PUT) &&
               body_equal(change->type, &change->body,
                          &state_get(now, change->type, change->id)->body, change_fields(change));
    if (!fits)
        simulation_wrong(oracle->simulation,
                         "S2: %llu came back and was told of a record of type %d (%llu)",
                         (unsigned long long)person, (int)change->type,
                         (unsigned long long)change->id);
}

void oracle_check_resumed(const struct oracle *oracle, uint64_t epoch, uint64_t person,
                          enum role role, const struct message_changes *changes)
{
    const struct state *before = oracle_at(oracle, epoch, (uint64_t)changes->after);
    const struct state *now = oracle_at(oracle, epoch, (uint64_t)changes->seq);
    if (!before || !now) return;
    for (size_t i = 0; i < changes->changes.count; i++)
        check_resumed_change(oracle, before, now, &changes->changes.items[i], person, role);
    if (changes->seq > changes->after + 1) sometimes(SOMETIMES_resumed_over_many);
}

static bool was_visible(const struct oracle *oracle, uint64_t epoch, uint64_t first, uint64_t last,
                        const struct change *change, uint64_t person, enum role role)
{
    bool known = true;
    for (uint64_t seq = first; seq <= last; seq++) {
        const struct state *state = oracle_at(oracle, epoch, seq);
        if (!state) known = false;
        else if (is_visible(state, change, person, role)) return true;
    }
    return !known;
}

static void check_changes(const struct oracle *oracle, uint64_t epoch, uint64_t first,
                          uint64_t last, const struct changes *changes, uint64_t person,
                          enum role role)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        /* What goes away was there before. */
        uint64_t from = change->operation == CHANGE_DROP && first > 1 ? first - 1 : first;
        if (!was_visible(oracle, epoch, from, last, change, person, role))
            simulation_wrong(oracle->simulation,
                             "S2: a record of type %d (%llu) was sent to %llu, from %llu to %llu",
                             (int)change->type, (unsigned long long)change->id,
                             (unsigned long long)person, (unsigned long long)first,
                             (unsigned long long)last);
    }
}

void oracle_check_sent(const struct oracle *oracle, uint64_t epoch, uint64_t person, enum role role,
                       const struct message *message)
{
    if (message->type == MESSAGE_CHANGES) {
        const struct message_changes *changes = &message->body.changes;
        check_changes(oracle, epoch, (uint64_t)changes->after + 1, (uint64_t)changes->seq,
                      &changes->changes, person, role);
    }
    if (message->type == MESSAGE_SNAPSHOT) {
        const struct message_snapshot *snapshot = &message->body.snapshot;
        check_changes(oracle, epoch, (uint64_t)snapshot->seq, (uint64_t)snapshot->seq,
                      &snapshot->changes, person, role);
    }
    if (message->type == MESSAGE_SUMS && (role == ROLE_PARTICIPANT || role == ROLE_FACILITATOR))
        simulation_wrong(oracle->simulation, "L6: %llu was told what it may not count",
                         (unsigned long long)person);
}
