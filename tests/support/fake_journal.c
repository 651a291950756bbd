/*   call ──travels──▶ due ──in order──▶ takes effect ──travels──▶ answered
 *                      ▲ held: waits here       ▲ late: happens after the answer */
#include "support/fake_journal.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "support/fake_ears.h"

enum { LATE_BY = 3000, WHISPER_MOST = 32 << 10 };

enum call_kind { CREATE, OPEN, APPEND, READ, KEEP_SNAPSHOT, REPLACE, LIST, PUT_SIGN, FIND_SIGN };
enum call_stage { TRAVELS, DUE, PASSED };

struct fake_call {
    struct fake_call *next;
    struct fake_store *store;
    struct fake_journal *journal; /* NULL: an orphan */
    enum call_kind kind;
    enum fake_failure failure;
    uint64_t workshop;
    struct journal_position expected;
    uint64_t after;
    size_t limit;
    struct journal_history history; /* of a replacement; its bytes are `snapshot` */
    struct digest before;           /* of what was read */
    struct bytes **entries;         /* of an append; of what was read */
    size_t count;
    struct bytes *snapshot;
    union {
        journal_on_done *done;
        journal_on_open *open;
        journal_on_read *read;
        journal_on_list *list;
    } on;
    void *context;
    enum call_stage stage;
    bool took_effect, answered;
    uint64_t event; /* its arrival or its answer */
    uint64_t late;  /* its effect, when that comes after the answer */
    enum journal_status status;
    struct journal_position position;
    uint64_t snapshot_seq;
    struct digest snapshot_head;
    uint64_t sign;
    uint64_t *list;
};

/* One for each thing that may go wrong, and for the way there and back. */
struct journal_dice {
    struct chance way, lost, unheard, late;
};

struct fake_journal {
    struct journal journal;
    struct fake_store *store;
    struct fake_journal *next;
    struct fake_call *calls; /* in order */
    struct fake_ears ears;
    struct fake_faults faults;
    struct journal_dice dice;
    struct fake_counts counts;
    enum fake_failure next_append;
    bool away, held, closing;
    int64_t answered_until; /* no answer comes before an earlier call's */
    void (*on_closed)(void *context);
    void *context;
};

static struct fake_journal *fake(struct journal *journal)
{
    return (struct fake_journal *)journal;
}

static bool happens(struct chance *dice, unsigned chance)
{
    return chance_below(dice, 1000) < chance;
}

static int64_t some_way(struct fake_journal *journal)
{
    return chance_some(&journal->dice.way, 1, journal->faults.slowest);
}

/* ---- calls ---- */

static void call_free(struct fake_call *call)
{
    world_cancel(call->store->world, call->event);
    world_cancel(call->store->world, call->late);
    for (size_t i = 0; i < call->count; i++) bytes_drop(call->entries[i]);
    free(call->entries);
    free(call->list);
    bytes_drop(call->snapshot);
    free(call);
}

static void unlink_call(struct fake_call **list, struct fake_call *call)
{
    while (*list != call) list = &(*list)->next;
    *list = call->next;
}

void fake_journal_drop_orphans(struct fake_store *store)
{
    for (struct fake_call *next; store->orphans; store->orphans = next) {
        next = store->orphans->next;
        call_free(store->orphans);
    }
}

static void set_entries(struct fake_call *call, const struct journal_bytes *entries, size_t count)
{
    call->count = count;
    call->entries = allocate_zero(count, sizeof(struct bytes *));
    for (size_t i = 0; i < count; i++)
        call->entries[i] = bytes_new(entries[i].data, entries[i].length);
}

/* ---- telling others ---- */

static void tell_others(struct fake_store *store, const struct fake_journal *from,
                        uint64_t workshop, struct journal_position position, struct bytes *whisper)
{
    for (struct fake_journal *journal = store->journals; journal; journal = journal->next)
        if (journal != from) fake_ears_tell(&journal->ears, workshop, position, whisper);
}

/* ---- taking effect ---- */

static void do_open(struct fake_call *call)
{
    const struct fake_shelf *shelf = fake_store_shelf(call->store, call->workshop);
    if (!shelf) {
        call->status = JOURNAL_ABSENT;
        return;
    }
    call->snapshot_seq = shelf->snapshots[1].seq;
    call->snapshot_head = shelf->snapshots[1].head;
    call->snapshot = bytes_keep(shelf->snapshots[1].bytes);
}

static void do_read(struct fake_call *call)
{
    const struct fake_shelf *shelf = fake_store_shelf(call->store, call->workshop);
    if (!shelf) call->status = JOURNAL_ABSENT;
    if (!shelf || call->after + 1 < shelf->first || call->after >= shelf->position.seq) return;
    size_t from = (size_t)(call->after + 1 - shelf->first);
    call->before = shelf->heads[from];
    call->count = shelf->count - from < call->limit ? shelf->count - from : call->limit;
    call->entries = allocate_zero(call->count, sizeof(struct bytes *));
    for (size_t i = 0; i < call->count; i++)
        call->entries[i] = bytes_keep(shelf->entries[from + i]);
}

static void do_list(struct fake_call *call)
{
    size_t count = 0;
    for (struct fake_shelf *s = call->store->shelves; s; s = s->next) count++;
    call->list = allocate_zero(count, sizeof *call->list);
    for (struct fake_shelf *s = call->store->shelves; s; s = s->next)
        call->list[call->limit++] = s->workshop;
}

static void do_sign(struct fake_call *call)
{
    if (call->kind == PUT_SIGN) fake_store_put_sign(call->store, call->sign, call->workshop);
    uint64_t leads = fake_store_sign(call->store, call->sign);
    call->status = leads ? JOURNAL_OK : JOURNAL_ABSENT;
    if (call->kind == PUT_SIGN && leads != call->workshop) call->status = JOURNAL_EXISTS;
    if (call->kind != FIND_SIGN || !leads) return;
    call->list = allocate_zero(1, sizeof *call->list);
    call->list[call->limit++] = leads;
}

static void do_change(struct fake_call *call)
{
    struct fake_store *store = call->store;
    if (call->kind == CREATE) call->status = fake_store_create(store, call->workshop);
    if (call->kind == APPEND)
        call->status =
            fake_store_append(store, call->workshop, call->expected, call->entries, call->count);
    if (call->kind == REPLACE)
        call->status = fake_store_replace(store, call->workshop, call->expected, &call->history);
    if (call->kind == KEEP_SNAPSHOT)
        fake_store_snapshot(store, call->workshop, call->expected, call->snapshot);
}

static void take_effect(struct fake_call *call)
{
    call->took_effect = true;
    if (call->kind == OPEN) do_open(call);
    else if (call->kind == READ) do_read(call);
    else if (call->kind == LIST) do_list(call);
    else if (call->kind == PUT_SIGN || call->kind == FIND_SIGN) do_sign(call);
    else do_change(call);
    const struct fake_shelf *shelf = fake_store_shelf(call->store, call->workshop);
    if (shelf) call->position = shelf->position;
    bool moved = call->kind == APPEND || call->kind == REPLACE;
    if (moved && call->status == JOURNAL_OK)
        tell_others(call->store, call->journal, call->workshop, call->position, NULL);
}

static void on_late_effect(void *context)
{
    struct fake_call *call = context;
    call->late = 0;
    take_effect(call);
    if (!call->answered) return;
    unlink_call(call->journal ? &call->journal->calls : &call->store->orphans, call);
    call_free(call);
}

/* ---- answering ---- */

static void answer_open(struct fake_call *call)
{
    struct journal_opening opening = {.position = call->position,
                                      .snapshot_seq = call->snapshot_seq,
                                      .snapshot_head = call->snapshot_head};
    if (call->snapshot)
        opening.snapshot = (struct journal_bytes){call->snapshot->data, call->snapshot->length};
    call->on.open(call->context, call->status, &opening);
}

static void answer_read(struct fake_call *call)
{
    struct journal_bytes *entries = allocate_zero(call->count, sizeof *entries);
    for (size_t i = 0; i < call->count; i++)
        entries[i] = (struct journal_bytes){call->entries[i]->data, call->entries[i]->length};
    struct journal_run run = {.position = call->position,
                              .first = call->after + 1,
                              .before = call->before,
                              .entries = entries,
                              .count = call->count};
    call->on.read(call->context, call->status, &run);
    free(entries);
}

static void answer(struct fake_call *call)
{
    call->answered = true;
    if (call->failure != FAKE_FINE || !call->took_effect) call->status = JOURNAL_UNAVAILABLE;
    if (call->kind == OPEN) answer_open(call);
    else if (call->kind == READ) answer_read(call);
    else if (call->kind == LIST || call->kind == FIND_SIGN)
        call->on.list(call->context, call->status, call->list, call->list ? call->limit : 0);
    else call->on.done(call->context, call->status, call->position);
}

static void on_answer(void *context)
{
    struct fake_call *call = context;
    call->event = 0;
    if (!call->late) unlink_call(&call->journal->calls, call);
    answer(call);
    if (!call->late) call_free(call);
}

static void send_answer(struct fake_journal *journal, struct fake_call *call)
{
    struct world *world = journal->store->world;
    int64_t at = world_now(world) + some_way(journal);
    if (at < journal->answered_until) at = journal->answered_until;
    journal->answered_until = at;
    call->event = world_after(world, at - world_now(world), on_answer, call);
}

static void pass(struct fake_journal *journal, struct fake_call *call)
{
    struct world *world = journal->store->world;
    call->stage = PASSED;
    if (call->failure == FAKE_LATE)
        call->late =
            world_after(world, chance_some(&journal->dice.late, 1, LATE_BY), on_late_effect, call);
    else if (call->failure != FAKE_LOST) take_effect(call);
    send_answer(journal, call);
}

/* What has arrived takes effect in the order of the calls, unless it is held. */
static void pump(struct fake_journal *journal)
{
    for (struct fake_call *call = journal->calls; call && !journal->held; call = call->next) {
        if (call->stage == TRAVELS) return;
        if (call->stage == DUE) pass(journal, call);
    }
}

static void on_arrival(void *context)
{
    struct fake_call *call = context;
    call->event = 0;
    call->stage = DUE;
    pump(call->journal);
}

/* ---- making calls ---- */

static enum fake_failure failure_of(struct fake_journal *journal, enum call_kind kind)
{
    enum fake_failure failure = kind == APPEND ? journal->next_append : FAKE_FINE;
    if (kind == APPEND) journal->next_append = FAKE_FINE;
    if (journal->away) failure = FAKE_LOST;
    if (failure != FAKE_FINE) return failure;
    bool changes = kind == APPEND || kind == REPLACE || kind == CREATE;
    const struct fake_faults *faults = &journal->faults;
    if (happens(&journal->dice.lost, faults->lost)) return FAKE_LOST;
    if (changes && happens(&journal->dice.unheard, faults->unheard)) return FAKE_UNHEARD;
    return kind == APPEND && happens(&journal->dice.late, faults->late) ? FAKE_LATE : FAKE_FINE;
}

static struct fake_call *begin(struct journal *abstract, enum call_kind kind, uint64_t workshop,
                               void *context)
{
    struct fake_journal *journal = fake(abstract);
    CHECK(!journal->closing);
    struct fake_call *call = NEW(struct fake_call);
    call->store = journal->store;
    call->journal = journal;
    call->kind = kind;
    call->workshop = workshop;
    call->context = context;
    call->failure = failure_of(journal, kind);
    journal->counts.appends += kind == APPEND;
    journal->counts.reads += kind == READ;
    journal->counts.lost += call->failure == FAKE_LOST;
    journal->counts.unheard += call->failure == FAKE_UNHEARD;
    journal->counts.late += call->failure == FAKE_LATE;
    struct fake_call **end = &journal->calls;
    while (*end) end = &(*end)->next;
    *end = call;
    call->event = world_after(journal->store->world, some_way(journal), on_arrival, call);
    return call;
}

static void make_create(struct journal *journal, uint64_t workshop, journal_on_done *on_done,
                        void *context)
{
    begin(journal, CREATE, workshop, context)->on.done = on_done;
}

static void make_open(struct journal *journal, uint64_t workshop, journal_on_open *on_open,
                      void *context)
{
    begin(journal, OPEN, workshop, context)->on.open = on_open;
}

static void make_append(struct journal *journal, uint64_t workshop,
                        struct journal_position expected, const struct journal_bytes *entries,
                        size_t count, journal_on_done *on_done, void *context)
{
    CHECK(count);
    struct fake_call *call = begin(journal, APPEND, workshop, context);
    call->on.done = on_done;
    call->expected = expected;
    set_entries(call, entries, count);
}

static void make_read(struct journal *journal, uint64_t workshop, uint64_t after, size_t limit,
                      journal_on_read *on_read, void *context)
{
    CHECK(limit >= 1 && limit <= 4096);
    struct fake_call *call = begin(journal, READ, workshop, context);
    call->on.read = on_read;
    call->after = after;
    call->limit = limit;
}

static void make_snapshot(struct journal *journal, uint64_t workshop,
                          struct journal_position position, struct journal_bytes snapshot,
                          journal_on_done *on_done, void *context)
{
    struct fake_call *call = begin(journal, KEEP_SNAPSHOT, workshop, context);
    call->on.done = on_done;
    call->expected = position;
    call->snapshot = bytes_new(snapshot.data, snapshot.length);
}

static void make_replace(struct journal *journal, uint64_t workshop,
                         struct journal_position expected, const struct journal_history *history,
                         journal_on_done *on_done, void *context)
{
    CHECK(history->first == 1 || history->snapshot.length);
    CHECK(history->epoch > expected.epoch);
    struct fake_call *call = begin(journal, REPLACE, workshop, context);
    call->on.done = on_done;
    call->expected = expected;
    call->history = *history;
    call->snapshot = bytes_new(history->snapshot.data, history->snapshot.length);
    call->history.snapshot = (struct journal_bytes){call->snapshot->data, call->snapshot->length};
}

static void make_list(struct journal *journal, journal_on_list *on_list, void *context)
{
    begin(journal, LIST, 0, context)->on.list = on_list;
}

static void make_sign(struct journal *journal, uint64_t sign, uint64_t workshop,
                      journal_on_done *on_done, void *context)
{
    struct fake_call *call = begin(journal, PUT_SIGN, workshop, context);
    call->on.done = on_done;
    call->sign = sign;
}

static void find_sign(struct journal *journal, uint64_t sign, journal_on_list *on_list,
                      void *context)
{
    struct fake_call *call = begin(journal, FIND_SIGN, 0, context);
    call->on.list = on_list;
    call->sign = sign;
}

/* ---- following ---- */

static void follow(struct journal *journal, uint64_t workshop,
                   const struct journal_follower *follower)
{
    CHECK(!fake(journal)->closing);
    fake_ears_follow(&fake(journal)->ears, workshop, follower);
}

static void unfollow(struct journal *journal, uint64_t workshop)
{
    CHECK(!fake(journal)->closing);
    fake_ears_unfollow(&fake(journal)->ears, workshop);
}

static void whisper(struct journal *journal, uint64_t workshop, struct journal_bytes bytes)
{
    CHECK(!fake(journal)->closing && bytes.length <= WHISPER_MOST);
    if (fake(journal)->away) return;
    struct bytes *copy = bytes_new(bytes.data, bytes.length);
    tell_others(fake(journal)->store, fake(journal), workshop, (struct journal_position){0}, copy);
    bytes_drop(copy);
}

static bool is_ready(const struct journal *journal)
{
    return !((const struct fake_journal *)journal)->away;
}

/* ---- life ---- */

/* A call that has not been answered by the end is answered now; one that is still on its way
 * goes on without us. */
static void give_up(struct fake_journal *journal, struct fake_call *call)
{
    world_cancel(journal->store->world, call->event);
    call->event = 0;
    if (!call->answered) answer(call);
    bool arrives = !call->took_effect && call->failure != FAKE_LOST;
    if (arrives && !call->late)
        call->late =
            world_after(journal->store->world, chance_some(&journal->dice.late, 1, LATE_BY),
                        on_late_effect, call);
    call->journal = NULL;
    if (!call->late) {
        call_free(call);
        return;
    }
    call->next = journal->store->orphans;
    journal->store->orphans = call;
}

static void end(struct fake_journal *journal)
{
    journal->closing = true;
    for (struct fake_call *call; (call = journal->calls);) {
        journal->calls = call->next;
        give_up(journal, call);
    }
    fake_ears_clear(&journal->ears);
    struct fake_journal **at = &journal->store->journals;
    while (*at != journal) at = &(*at)->next;
    *at = journal->next;
}

void fake_journal_kill(struct journal *journal)
{
    end(fake(journal));
    free(journal);
}

static void on_close(void *context)
{
    struct fake_journal *journal = context;
    void (*on_closed)(void *) = journal->on_closed;
    void *closed_context = journal->context;
    fake_journal_kill(&journal->journal);
    on_closed(closed_context);
}

static void close_journal(struct journal *journal, void (*on_closed)(void *context), void *context)
{
    fake(journal)->closing = true;
    fake(journal)->on_closed = on_closed;
    fake(journal)->context = context;
    world_after(fake(journal)->store->world, 1, on_close, journal);
}

static const struct journal_calls calls = {
    .create = make_create,
    .open = make_open,
    .append = make_append,
    .read = make_read,
    .keep_snapshot = make_snapshot,
    .replace = make_replace,
    .list = make_list,
    .put_sign = make_sign,
    .find_sign = find_sign,
    .follow = follow,
    .unfollow = unfollow,
    .whisper = whisper,
    .is_ready = is_ready,
    .close = close_journal,
};

struct journal *fake_journal_new(struct fake_store *store)
{
    struct fake_journal *journal = NEW(struct fake_journal);
    journal->journal.calls = &calls;
    journal->store = store;
    journal->faults.slowest = 1;
    journal->faults.hint_slowest = 1;
    uint64_t number = ++store->journals_made;
    journal->dice = (struct journal_dice){world_stream(store->world, "journal's way", number),
                                          world_stream(store->world, "journal's losses", number),
                                          world_stream(store->world, "journal's silence", number),
                                          world_stream(store->world, "journal's delay", number)};
    fake_ears_init(&journal->ears, store->world, &journal->faults, &journal->counts, number);
    journal->next = store->journals;
    store->journals = journal;
    return &journal->journal;
}

struct fake_faults *fake_journal_faults(struct journal *journal)
{
    return &fake(journal)->faults;
}

const struct fake_counts *fake_journal_counts(const struct journal *journal)
{
    return &((const struct fake_journal *)journal)->counts;
}

void fake_journal_fail_append(struct journal *journal, enum fake_failure failure)
{
    fake(journal)->next_append = failure;
}

void fake_journal_away(struct journal *journal, bool away)
{
    fake(journal)->away = away;
}

void fake_journal_hold(struct journal *journal, bool hold)
{
    fake(journal)->held = hold;
    if (!hold) pump(fake(journal));
}

void fake_journal_deafen(struct journal *journal, bool deaf)
{
    fake(journal)->ears.deaf = deaf;
}
