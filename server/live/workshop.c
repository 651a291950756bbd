/* The way of a command, in five steps:
 *
 *   waiting ──1 decide──▶ batch ──2 apply (tentative)──▶ 3 append ──▶ the journal
 *      ▲                    │                                │
 *      └── undo, again ◀────┴───── CONFLICT, UNAVAILABLE ◀───┤
 *                                                            ▼ OK
 *                                        4 encode, 5 tell (fanout.c), answer
 *
 * One batch is under way at a time. What is decided is tentative until the journal has it: no
 * one is told anything, refusals included, and no snapshot is made, until the batch is settled. */
#include "live/workshop.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/log.h"
#include "core/access.h"
#include "core/changes.h"
#include "live/admission.h"
#include "live/outdated.h"
#include "live/registry.h"
#include "live/way.h"
#include "protocol/generated/schema.h"
#include "wire/encode.h"
#include "wire/frame.h"

enum { BATCH_MOST = 512 };

static int64_t steady(const struct live_workshop *workshop)
{
    return host_steady(workshop->service->host);
}

void workshop_submit(struct live_workshop *workshop, struct submission *submission)
{
    queue_add(&workshop->queue, submission);
    workshop_stir(workshop);
}

void workshop_stir(struct live_workshop *workshop)
{
    if (workshop->stirred) return;
    workshop->stirred = true;
    workshop->next_stirred = workshop->service->stirred;
    workshop->service->stirred = workshop;
}

static void unstir(struct live_workshop *workshop)
{
    struct live_workshop **at = &workshop->service->stirred;
    while (*at && *at != workshop) at = &(*at)->next_stirred;
    if (*at) *at = workshop->next_stirred;
}

bool workshop_is_fresh(struct live_workshop *workshop, uint64_t *question)
{
    if (history_is_fresh(&workshop->history, question)) return true;
    if (workshop->yields && workshop->queue.first) return false;
    if (history_ask(&workshop->history)) workshop->yields = true;
    return false;
}

static void on_knock(void *context)
{
    struct live_workshop *workshop = context;
    workshop->knocking = workshop->members.count;
    workshop_stir(workshop);
}

void workshop_knock_after(struct live_workshop *workshop, int64_t ms)
{
    host_timer_start(workshop->service->host, workshop->knock, ms);
}

bool workshop_is_quiet(const struct live_workshop *workshop)
{
    return !workshop->queue.first && !workshop->batch.count && history_is_quiet(&workshop->history);
}

/* ---- answering ---- */

static void answer(struct live_workshop *workshop, const struct submission *submission,
                   const struct message *message)
{
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    fanout_answer(&workshop->fanout, submission->connection, frame);
    frame_drop(frame);
    buffer_clear(&buffer);
}

static void answer_done(struct live_workshop *workshop, const struct submission *submission,
                        uint64_t seq)
{
    struct message message = {.type = MESSAGE_DONE};
    message.body.done = (struct message_done){.client = submission->client,
                                              .counter = (int64_t)submission->counter,
                                              .seq = (int64_t)seq};
    answer(workshop, submission, &message);
}

static void answer_refused(struct live_workshop *workshop, const struct submission *submission,
                           const struct decision *decision)
{
    struct message message = {.type = MESSAGE_REFUSED};
    message.body.refused = (struct message_refused){.client = submission->client,
                                                    .counter = (int64_t)submission->counter,
                                                    .refusal = (int64_t)decision->refusal,
                                                    .command = (int64_t)submission->command.type,
                                                    .field = decision->field,
                                                    .limit = decision->limit,
                                                    .line = decision->line};
    answer(workshop, submission, &message);
}

static void answer_item(struct live_workshop *workshop, const struct batch_item *item)
{
    const struct submission *submission = item->submission;
    struct service_metrics *metrics = &workshop->service->metrics;
    if (item->decision.refusal) metrics->commands_refused++;
    else metrics->commands_done++;
    if (submission->answer)
        submission->answer(workshop, submission, &item->decision, item->entry.seq);
    else if (item->decision.refusal) answer_refused(workshop, submission, &item->decision);
    else answer_done(workshop, submission, item->entry.seq);
}

/* ---- 1 decide, 2 apply ---- */

static enum recall recall(const struct live_workshop *workshop, const struct submission *submission)
{
    uint64_t actor = decide_actor(&submission->command, &submission->context);
    return counters_recall(state_counters(workshop->history.state), actor, submission->client,
                           submission->counter);
}

/* Its connection is gone and its client has gone on without it: it has heard on another one what
 * became of this, or will send it there again. Judged here as well, what was refused there might be
 * done after all. */
static bool is_left_behind(const struct live_workshop *workshop,
                           const struct submission *submission)
{
    uint64_t actor = decide_actor(&submission->command, &submission->context);
    struct counter known =
        counters_find(state_counters(workshop->history.state), actor, submission->client);
    return submission->counter < known.counter &&
           !registry_connection(workshop->service, submission->connection);
}

static void apply_tentatively(struct live_workshop *workshop, struct batch_item *item, uint64_t seq)
{
    const struct submission *submission = item->submission;
    item->entry = (struct entry){
        .seq = seq,
        .time = submission->context.time,
        .actor = decide_actor(&submission->command, &submission->context),
        .client = submission->client,
        .counter = submission->counter,
        .command = submission->command.type,
        .changes = item->decision.changes,
    };
    item->decision.changes = (struct changes){0};
    CHECK(state_apply_entry(workshop->history.state, &item->entry, &item->undo, &item->tellings));
    item->stored = history_store(&item->entry);
}

static void decide_one(struct live_workshop *workshop, struct submission *submission)
{
    struct batch *batch = &workshop->batch;
    struct batch_item *item = &batch->items[batch->count++];
    *item = (struct batch_item){.submission = submission};
    switch (recall(workshop, submission)) {
    case RECALL_ACCEPTED: workshop->service->metrics.commands_repeated++; return;
    case RECALL_FORGOTTEN: item->decision.refusal = REFUSAL_FORGOTTEN; return;
    case RECALL_NOT_ACCEPTED: break;
    }
    if (is_left_behind(workshop, submission)) return;
    submission->context.time = host_wall(workshop->service->host);
    decide(workshop->history.state, &submission->command, &submission->context, &item->decision);
    if (!item->decision.changes.count) return;
    uint64_t seq = workshop->history.position.seq + batch->entries + 1;
    apply_tentatively(workshop, item, seq);
    batch->entries++;
}

static void decide_waiting(struct live_workshop *workshop)
{
    struct batch *batch = &workshop->batch;
    workshop->yields = false;
    size_t most = workshop->queue.count < BATCH_MOST ? workshop->queue.count : BATCH_MOST;
    batch->items = allocate_zero(most, sizeof *batch->items);
    while (batch->count < most) decide_one(workshop, queue_take(&workshop->queue));
}

/* ---- what an entry means for those who are here ---- */

static void note_way(struct live_workshop *workshop, const struct change *change)
{
    if (change->type == RECORD_INVITATION) workshop->way_changed = true;
    if (change->type != RECORD_SHORT_CODE) return;
    workshop->code_changed = workshop->service->unposted = true;
}

static void enter(struct live_workshop *workshop, const struct entry *entry,
                  struct tellings *tellings, struct bytes *stored)
{
    for (size_t i = 0; i < entry->changes.count; i++) {
        const struct change *change = &entry->changes.items[i];
        note_way(workshop, change);
        if (!access_changes(change)) continue;
        workshop->review = true;
        if (change->type == RECORD_PERSON)
            fanout_eyes_changed(&workshop->fanout, change->id, entry->seq);
    }
    /* Opening a long journal must not keep it all. */
    bool nobody = !workshop->members.first || workshop->history.phase == HISTORY_OPENING;
    fanout_add(&workshop->fanout, entry->seq, tellings, stored, nobody);
    workshop_stir(workshop);
}

/* ---- 3 append ---- */

static void append_batch(struct live_workshop *workshop)
{
    struct batch *batch = &workshop->batch;
    struct journal_bytes *entries = allocate(batch->entries * sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; i < batch->count; i++) {
        const struct bytes *stored = batch->items[i].stored;
        if (stored) entries[count++] = (struct journal_bytes){stored->data, stored->length};
    }
    history_append(&workshop->history, entries, count);
    free(entries);
}

static void item_clear(struct batch_item *item)
{
    changes_clear(&item->decision.changes);
    entry_clear(&item->entry);
    undo_clear(&item->undo);
    tellings_clear(&item->tellings);
    bytes_drop(item->stored);
}

static void batch_clear(struct batch *batch)
{
    free(batch->items);
    *batch = (struct batch){0};
}

/* ---- settled: tell and answer, or undo and decide again ---- */

/* Who asked by this item to join and may, if they are still there. */
static struct connection *joining(const struct live_workshop *workshop,
                                  const struct batch_item *item)
{
    const struct submission *submission = item->submission;
    if (submission->command.type != COMMAND_JOIN || item->decision.refusal) return NULL;
    struct connection *connection = registry_connection(workshop->service, submission->connection);
    bool here = connection && connection->workshop == workshop;
    return here && connection->phase == CONNECTION_MEMBER ? connection : NULL;
}

static void take_keys(const struct live_workshop *workshop, const struct batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        struct connection *connection = joining(workshop, &batch->items[i]);
        const struct join *join = &batch->items[i].submission->command.body.join;
        if (connection) admission_take_key(connection, join->person, join->key);
    }
}

static void note_join(struct live_workshop *workshop, const struct batch_item *item)
{
    if (!joining(workshop, item)) return;
    workshop_tell(workshop); /* which may end the connection */
    struct connection *connection = joining(workshop, item);
    uint64_t person = item->submission->command.body.join.person;
    if (connection) admission_join(connection, person, item->entry.seq != 0);
}

static void tell_batch(struct live_workshop *workshop, struct batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        struct batch_item *item = &batch->items[i];
        if (!item->entry.seq) continue;
        enter(workshop, &item->entry, &item->tellings, item->stored);
        item->stored = NULL;
    }
}

static void settle(struct live_workshop *workshop)
{
    struct batch batch = workshop->batch;
    workshop->batch = (struct batch){0};
    tell_batch(workshop, &batch);
    take_keys(workshop, &batch);
    for (size_t i = 0; i < batch.count; i++) answer_item(workshop, &batch.items[i]);
    for (size_t i = 0; i < batch.count; i++) {
        struct batch_item *item = &batch.items[i];
        note_join(workshop, item);
        submission_free(item->submission);
        item_clear(item);
    }
    batch_clear(&batch);
    history_snapshot(&workshop->history, false);
}

/* Back to the front of the queue, in order. */
static void take_back(struct live_workshop *workshop)
{
    struct batch *batch = &workshop->batch;
    for (size_t i = batch->count; i-- > 0;) {
        struct batch_item *item = &batch->items[i];
        if (item->entry.seq) state_undo(workshop->history.state, &item->undo);
        queue_put_back(&workshop->queue, item->submission);
        item_clear(item);
    }
    batch_clear(batch);
}

/* ---- telling ---- */

static void review_members(struct live_workshop *workshop, bool anyway)
{
    CHECK(!workshop->batch.count); /* what is tentative must not reach a snapshot */
    workshop->review = false;
    for (struct connection *member = workshop->members.first; member; member = member->next_member)
        if (member->phase == CONNECTION_MEMBER) admission_review(member, anyway);
}

static void tell_way(struct live_workshop *workshop)
{
    if (!workshop->way_changed || workshop->batch.count) return;
    workshop->way_changed = false;
    for (struct connection *member = workshop->members.first; member; member = member->next_member)
        way_tell(member, workshop->id, workshop->history.state);
}

void workshop_tell(struct live_workshop *workshop)
{
    if (workshop->review && workshop->history.phase == HISTORY_READY)
        review_members(workshop, false);
    if (!fanout_is_due(&workshop->fanout)) return;
    fanout_flush(&workshop->fanout);
    presence_flushed(&workshop->presence);
    pace_flushed(&workshop->pace, steady(workshop));
    tell_way(workshop);
    workshop_stir(workshop);
}

/* Whether telling would be held now; the turn in which it no longer would comes by itself. What
 * waits is not decided before, so that one append carries what one flush tells. */
static bool holds(struct live_workshop *workshop)
{
    size_t due = workshop->queue.count + fanout_untold(&workshop->fanout);
    const struct load *load = &workshop->service->load;
    int64_t hold = load_hold(load, workshop->service->settings.hold_ms);
    int64_t left = pace_left(&workshop->pace, due, load_is_felt(load), hold, steady(workshop));
    if (left) host_timer_start(workshop->service->host, workshop->hold, left);
    return left;
}

static void tell_in_time(struct live_workshop *workshop)
{
    if (fanout_is_due(&workshop->fanout) && !holds(workshop)) workshop_tell(workshop);
}

static bool may_decide(struct live_workshop *workshop)
{
    return workshop->queue.first && workshop->history.phase == HISTORY_READY &&
           !workshop->history.busy && !holds(workshop);
}

/* What is tentative is not counted. */
static void count_in_time(struct live_workshop *workshop)
{
    const struct history *history = &workshop->history;
    if (!workshop->batch.count && history->phase == HISTORY_READY)
        counting_turn(&workshop->counting, history->state, history->position.seq);
}

/* What is settled is told first: what then waits goes with what comes while that is sent. */
void workshop_turn(struct live_workshop *workshop)
{
    pace_turn(&workshop->pace);
    count_in_time(workshop);
    if (workshop->review) workshop_tell(workshop);
    tell_in_time(workshop);
    if (!may_decide(workshop)) return;
    decide_waiting(workshop);
    if (workshop->batch.entries) {
        append_batch(workshop);
    } else {
        settle(workshop);
        tell_in_time(workshop);
        if (workshop->queue.first) workshop_stir(workshop);
    }
}

/* ---- who is in it ---- */

void workshop_enter(struct live_workshop *workshop, struct connection *connection)
{
    connection->workshop = workshop;
    members_add(&workshop->members, connection);
    workshop->knocking++;
    workshop_stir(workshop);
}

void workshop_leave(struct connection *connection)
{
    struct live_workshop *workshop = connection->workshop;
    if (connection->present) presence_left(&workshop->presence, connection->viewer.person);
    connection->present = false;
    members_remove(&workshop->members, connection);
    connection->workshop = NULL;
    if (!workshop->members.first) workshop->empty_since = steady(workshop);
}

void workshop_admit(struct live_workshop *workshop)
{
    if (!workshop->knocking || workshop->batch.count) return;
    size_t wait = workshop->knocking, looked = 0;
    workshop->knocking = 0;
    for (struct connection *member = workshop->members.first; member && looked < wait;
         member = member->next_member) {
        looked++;
        if (member->phase != CONNECTION_WAITING) continue;
        admission_admit(member);
        /* The journal is being asked. */
        if (member->phase == CONNECTION_WAITING) workshop->knocking = looked;
    }
}

/* ---- what the history reports ---- */

static void on_entered(void *context, const struct entry *entry, struct tellings *tellings,
                       struct bytes *stored)
{
    enter(context, entry, tellings, stored);
}

static void on_appended(void *context, enum journal_status status)
{
    struct live_workshop *workshop = context;
    struct service_metrics *metrics = &workshop->service->metrics;
    workshop_stir(workshop);
    if (status == JOURNAL_OK) {
        metrics->batches++;
        settle(workshop);
        return;
    }
    take_back(workshop);
    if (status == JOURNAL_CONFLICT) metrics->conflicts++;
    else metrics->unknown_outcomes++;
}

static void on_ending(void *context)
{
    workshop_tell(context);
}

static void on_begun(void *context)
{
    struct live_workshop *workshop = context;
    fanout_reset(&workshop->fanout, &workshop->history.position);
    counting_reset(&workshop->counting);
}

static void on_opened(void *context, bool anew)
{
    struct live_workshop *workshop = context;
    outdated_note(workshop->service, workshop->id, false);
    if (!state_workshop(workshop->history.state) && !workshop->queue.first) {
        history_fail(&workshop->history, CLOSE_UNKNOWN_WORKSHOP);
        return;
    }
    workshop->code_changed = workshop->service->unposted = true;
    if (anew) review_members(workshop, true);
    workshop_tell(workshop);
    workshop_admit(workshop);
}

/* Everybody in it is sent away, what waited is refused. */
static void on_failed(void *context, enum close_code code)
{
    struct live_workshop *workshop = context;
    if (code != CLOSE_UNAVAILABLE)
        outdated_note(workshop->service, workshop->id, code == CLOSE_OUTDATED);
    if (code != CLOSE_UNKNOWN_WORKSHOP)
        log_error("workshop %llu cannot be served: %s", (unsigned long long)workshop->id,
                  close_name(code));
    while (workshop->members.first) {
        struct connection *member = workshop->members.first;
        member_end(member, code);
        workshop_leave(member);
    }
    struct decision refused = {.refusal = REFUSAL_JOURNAL_UNAVAILABLE};
    while (workshop->queue.first) {
        struct submission *submission = queue_take(&workshop->queue);
        if (submission->answer) submission->answer(workshop, submission, &refused, 0);
        submission_free(submission);
    }
}

static void on_freed(void *context)
{
    workshop_stir(context);
}

static void on_heard(void *context, struct journal_bytes whisper)
{
    struct live_workshop *workshop = context;
    presence_heard(&workshop->presence, whisper);
}

static const struct history_events events = {
    .entered = on_entered,
    .appended = on_appended,
    .ending = on_ending,
    .begun = on_begun,
    .opened = on_opened,
    .failed = on_failed,
    .freed = on_freed,
    .heard = on_heard,
};

/* ---- life ---- */

/* The end of the turn, which follows, does what was held. */
static void on_held(void *context)
{
    workshop_stir(context);
}

struct live_workshop *workshop_open(struct service *service, uint64_t id)
{
    struct live_workshop *workshop = NEW(struct live_workshop);
    workshop->service = service;
    workshop->id = id;
    workshop->empty_since = host_steady(service->host);
    workshop->hold = host_timer(service->host, on_held, workshop);
    workshop->knock = host_timer(service->host, on_knock, workshop);
    fanout_init(&workshop->fanout, service, id, &workshop->members);
    presence_init(&workshop->presence, service, id, &workshop->members);
    counting_init(&workshop->counting, service, &workshop->members, on_held, workshop);
    history_open(&workshop->history, service, id, &workshop->fanout.tail, &events, workshop);
    return workshop;
}

void workshop_free(struct live_workshop *workshop)
{
    CHECK(!workshop->members.first && !workshop->batch.count);
    unstir(workshop);
    history_close(&workshop->history);
    while (workshop->queue.first) submission_free(queue_take(&workshop->queue));
    fanout_clear(&workshop->fanout);
    presence_clear(&workshop->presence);
    counting_clear(&workshop->counting);
    host_timer_free(workshop->service->host, workshop->hold);
    host_timer_free(workshop->service->host, workshop->knock);
    free(workshop);
}
