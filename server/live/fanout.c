#include "live/fanout.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"
#include "core/state.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "protocol/generated/schema.h"
#include "wire/encode.h"
#include "wire/frame.h"

enum {
    TAIL_ENTRIES = 4096,
    TAIL_BYTES = 4 << 20,
    PART_BYTES = 48 << 10, /* a snapshot travels in parts of about this */
    AUDIENCES_MOST = 64,
    BUSY_DELIVERIES = 2000, /* a second; above, flushes are held */
    ENOUGH = 32,            /* changes that share a flush: more would save next to nothing */
};

/* The end of the turn, which follows, does what was held. */
static void on_timer(void *context)
{
    workshop_stir(context);
}

void fanout_init(struct live_workshop *workshop)
{
    workshop->fanout = (struct fanout){0};
    workshop->fanout.timer = service_timer(workshop->service, on_timer, workshop);
}

static struct told_entry *tail_at(const struct fanout *fanout, size_t index)
{
    return &fanout->tail[(fanout->head + index) % fanout->capacity];
}

static void tail_shift(struct fanout *fanout)
{
    struct told_entry *oldest = tail_at(fanout, 0);
    fanout->bytes -= bytes_length(oldest->stored);
    tellings_clear(&oldest->tellings);
    bytes_drop(oldest->stored);
    fanout->head = (fanout->head + 1) % fanout->capacity;
    fanout->count--;
}

static void drop_parts(struct fanout *fanout)
{
    for (size_t kind = 0; kind < 2; kind++) {
        for (size_t i = 0; i < fanout->part_count[kind]; i++) frame_drop(fanout->parts[kind][i]);
        free(fanout->parts[kind]);
        fanout->parts[kind] = NULL;
        fanout->part_count[kind] = 0;
    }
    fanout->parts_valid = false;
}

static void drop_answers(struct fanout *fanout)
{
    for (size_t i = 0; i < fanout->answer_count; i++) frame_drop(fanout->answers[i].frame);
    fanout->answer_count = 0;
}

void fanout_reset(struct live_workshop *workshop, uint64_t seq)
{
    struct fanout *fanout = &workshop->fanout;
    while (fanout->count) tail_shift(fanout);
    table_clear(&fanout->eyes);
    drop_parts(fanout);
    fanout->told = seq;
}

void fanout_clear(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    fanout_reset(workshop, 0);
    drop_answers(fanout);
    free(fanout->answers);
    free(fanout->tail);
    timer_free(workshop->service, fanout->timer);
    *fanout = (struct fanout){0};
}

/* ---- the tail ---- */

static void tail_grow(struct fanout *fanout)
{
    size_t capacity = fanout->capacity ? fanout->capacity * 2 : 64;
    struct told_entry *tail = allocate(capacity * sizeof *tail);
    for (size_t i = 0; i < fanout->count; i++) tail[i] = *tail_at(fanout, i);
    free(fanout->tail);
    fanout->tail = tail;
    fanout->capacity = capacity;
    fanout->head = 0;
}

/* What has not been told is never let go. */
static void tail_trim(struct fanout *fanout)
{
    while (fanout->count && (fanout->count > TAIL_ENTRIES || fanout->bytes > TAIL_BYTES) &&
           tail_at(fanout, 0)->seq <= fanout->told)
        tail_shift(fanout);
}

void fanout_add(struct live_workshop *workshop, uint64_t seq, struct tellings *tellings,
                struct bytes *stored)
{
    struct fanout *fanout = &workshop->fanout;
    if (fanout->count == fanout->capacity) tail_grow(fanout);
    *tail_at(fanout, fanout->count++) = (struct told_entry){seq, *tellings, stored};
    *tellings = (struct tellings){0};
    fanout->bytes += bytes_length(stored);
    /* Nobody to tell: opening a long journal must not keep it all. */
    if (!workshop->members || workshop->phase == WORKSHOP_OPENING) fanout->told = seq;
    tail_trim(fanout);
}

const struct bytes *fanout_stored(const struct live_workshop *workshop, uint64_t seq)
{
    const struct fanout *fanout = &workshop->fanout;
    if (!fanout->count || seq < tail_at(fanout, 0)->seq) return NULL;
    uint64_t place = seq - tail_at(fanout, 0)->seq;
    return place < fanout->count ? tail_at(fanout, (size_t)place)->stored : NULL;
}

void fanout_eyes_changed(struct live_workshop *workshop, uint64_t person, uint64_t seq)
{
    table_set(&workshop->fanout.eyes, person, (void *)(uintptr_t)seq);
}

void fanout_answer(struct live_workshop *workshop, uint64_t connection, struct frame *frame)
{
    struct fanout *fanout = &workshop->fanout;
    if (fanout->answer_count == fanout->answer_capacity) {
        fanout->answer_capacity = fanout->answer_capacity ? fanout->answer_capacity * 2 : 16;
        fanout->answers =
            reallocate(fanout->answers, fanout->answer_capacity * sizeof *fanout->answers);
    }
    fanout->answers[fanout->answer_count++] = (struct fanout_answer){connection, frame_keep(frame)};
}

/* ---- encoding for one set of eyes ---- */

/* The entries first to last (places in the tail) as this viewer sees them; one message. */
static struct frame *encode_for(const struct fanout *fanout, size_t first, size_t last,
                                const struct viewer *viewer)
{
    size_t count = 0;
    for (size_t i = first; i <= last; i++) {
        const struct tellings *tellings = &tail_at(fanout, i)->tellings;
        for (size_t j = 0; j < tellings->count; j++)
            count += telling_admits(&tellings->items[j], viewer);
    }
    struct buffer buffer = {0};
    encode_changes_head(&buffer, tail_at(fanout, first)->seq - 1, tail_at(fanout, last)->seq,
                        count);
    for (size_t i = first; i <= last; i++) {
        const struct tellings *tellings = &tail_at(fanout, i)->tellings;
        for (size_t j = 0; j < tellings->count; j++)
            if (telling_admits(&tellings->items[j], viewer))
                encode_change(&buffer, &tellings->items[j].change);
    }
    struct frame *frame = frame_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    return frame;
}

/* The distinct audiences of some entries, and the frames of the viewers seen so far. */
struct sorting {
    const struct telling *audiences[AUDIENCES_MOST];
    size_t audience_count;
    bool too_many; /* each viewer gets a frame of their own */
    struct sorting_frame {
        uint64_t mask;
        struct frame *frame;
    } * frames;
    size_t frame_count, frame_capacity;
};

static bool same_audience(const struct telling *left, const struct telling *right)
{
    return scope_equal(left->to, right->to) && left->excepts == right->excepts &&
           (!left->excepts || scope_equal(left->except, right->except));
}

static void sort_telling(struct sorting *sorting, const struct telling *telling)
{
    if (telling->to.kind == SCOPE_EVERYONE && !telling->excepts) return;
    for (size_t i = 0; i < sorting->audience_count; i++)
        if (same_audience(sorting->audiences[i], telling)) return;
    if (sorting->audience_count == AUDIENCES_MOST) sorting->too_many = true;
    else sorting->audiences[sorting->audience_count++] = telling;
}

static void sort_entries(struct sorting *sorting, const struct fanout *fanout, size_t first,
                         size_t last)
{
    *sorting = (struct sorting){0};
    for (size_t i = first; i <= last; i++) {
        const struct tellings *tellings = &tail_at(fanout, i)->tellings;
        for (size_t j = 0; j < tellings->count && !sorting->too_many; j++)
            sort_telling(sorting, &tellings->items[j]);
    }
}

static uint64_t mask_of(const struct sorting *sorting, const struct viewer *viewer)
{
    uint64_t mask = 0;
    for (size_t i = 0; i < sorting->audience_count; i++)
        if (telling_admits(sorting->audiences[i], viewer)) mask |= UINT64_C(1) << i;
    return mask;
}

static struct frame *remember(struct sorting *sorting, uint64_t mask, struct frame *frame)
{
    if (sorting->frame_count == sorting->frame_capacity) {
        sorting->frame_capacity = sorting->frame_capacity ? sorting->frame_capacity * 2 : 4;
        sorting->frames =
            reallocate(sorting->frames, sorting->frame_capacity * sizeof *sorting->frames);
    }
    sorting->frames[sorting->frame_count++] = (struct sorting_frame){mask, frame};
    return frame;
}

static struct frame *frame_for(struct sorting *sorting, const struct fanout *fanout, size_t first,
                               size_t last, const struct viewer *viewer)
{
    uint64_t mask = mask_of(sorting, viewer);
    for (size_t i = 0; i < sorting->frame_count && !sorting->too_many; i++)
        if (sorting->frames[i].mask == mask) return sorting->frames[i].frame;
    return remember(sorting, mask, encode_for(fanout, first, last, viewer));
}

static void sorting_clear(struct sorting *sorting)
{
    for (size_t i = 0; i < sorting->frame_count; i++) frame_drop(sorting->frames[i].frame);
    free(sorting->frames);
}

/* ---- flushing ---- */

static void count_deliveries(struct live_workshop *workshop, uint64_t count)
{
    struct fanout *fanout = &workshop->fanout;
    int64_t window = service_steady(workshop->service) / 1000;
    if (window != fanout->window) {
        fanout->before = window == fanout->window + 1 ? fanout->deliveries : 0;
        fanout->deliveries = 0;
        fanout->window = window;
    }
    fanout->deliveries += count;
}

static void tell_members(struct live_workshop *workshop, size_t first, size_t last)
{
    struct fanout *fanout = &workshop->fanout;
    uint64_t seq = tail_at(fanout, last)->seq, told = 0;
    struct sorting sorting;
    sort_entries(&sorting, fanout, first, last);
    for (struct connection *next, *member = workshop->members; member; member = next) {
        next = member->next_member;
        /* Whoever has just been given a snapshot has been told already. */
        if (member->phase != CONNECTION_MEMBER || member->told >= seq) continue;
        CHECK(member->told == fanout->told);
        member->told = seq;
        member_send(member, frame_for(&sorting, fanout, first, last, &member->viewer));
        told++;
    }
    sorting_clear(&sorting);
    count_deliveries(workshop, told);
    fanout->told = seq;
}

static void send_answers(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    for (size_t i = 0; i < fanout->answer_count; i++) {
        struct connection *connection =
            registry_connection(workshop->service, fanout->answers[i].connection);
        if (!connection) continue;
        if (connection->waiting) connection->waiting--;
        member_send(connection, fanout->answers[i].frame);
    }
    drop_answers(fanout);
}

/* Entries not yet told. */
static size_t untold(const struct fanout *fanout)
{
    return fanout->count ? (size_t)(tail_at(fanout, fanout->count - 1)->seq - fanout->told) : 0;
}

void fanout_flush(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    workshop_review(workshop);
    if (!untold(fanout) && !fanout->answer_count) return;
    if (untold(fanout)) {
        tell_members(workshop, fanout->count - untold(fanout), fanout->count - 1);
        tail_trim(fanout);
    }
    send_answers(workshop);
    fanout->flushed_at = service_steady(workshop->service);
    fanout->sending = true;
    workshop_stir(workshop);
}

/* How long to wait before the next flush, and before deciding what it will tell; 0: not at all. */
static int64_t hold_left(struct live_workshop *workshop)
{
    const struct fanout *fanout = &workshop->fanout;
    count_deliveries(workshop, 0);
    if (fanout->deliveries + fanout->before <= BUSY_DELIVERIES) return 0;
    if (fanout->sending) return 1;
    if (workshop->waiting_count + untold(fanout) >= ENOUGH) return 0;
    int64_t hold = workshop->service->settings.hold_ms - fanout->took;
    int64_t left = fanout->flushed_at + hold - service_steady(workshop->service);
    return left > 0 ? left : 0;
}

bool fanout_holds(struct live_workshop *workshop)
{
    int64_t left = hold_left(workshop);
    if (left) timer_start(workshop->service, workshop->fanout.timer, left);
    return left;
}

void fanout_begin_turn(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    if (fanout->sending) fanout->took = service_steady(workshop->service) - fanout->flushed_at;
    fanout->sending = false;
}

void fanout_turn(struct live_workshop *workshop)
{
    const struct fanout *fanout = &workshop->fanout;
    if (!untold(fanout) && !fanout->answer_count) return;
    if (!fanout_holds(workshop)) fanout_flush(workshop);
}

/* ---- coming back ---- */

bool fanout_can_resume(const struct live_workshop *workshop, const struct connection *connection,
                       uint64_t seq)
{
    const struct fanout *fanout = &workshop->fanout;
    uint64_t here = workshop->history.position.seq;
    if (seq > here) return false;
    uint64_t person = connection->viewer.person;
    uint64_t changed = person ? (uint64_t)(uintptr_t)table_get(&fanout->eyes, person) : 0;
    if (changed > seq) return false;
    return seq == here || (fanout->count && tail_at(fanout, 0)->seq <= seq + 1);
}

void fanout_resume(struct live_workshop *workshop, struct connection *connection, uint64_t seq)
{
    struct fanout *fanout = &workshop->fanout;
    connection->told = workshop->history.position.seq;
    if (seq == workshop->history.position.seq) return;
    size_t first = (size_t)(seq + 1 - tail_at(fanout, 0)->seq);
    struct frame *frame = encode_for(fanout, first, fanout->count - 1, &connection->viewer);
    member_send_snapshot(connection, frame);
    frame_drop(frame);
}

/* ---- snapshots ---- */

/* Frames being made of the records of one scope. */
struct parts {
    struct frame **frames;
    size_t count, capacity;
    struct buffer puts;
    size_t put_count;
    uint64_t seq;
};

static void parts_close(struct parts *parts)
{
    if (!parts->put_count) return;
    if (parts->count == parts->capacity) {
        parts->capacity = parts->capacity ? parts->capacity * 2 : 8;
        parts->frames = reallocate(parts->frames, parts->capacity * sizeof *parts->frames);
    }
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, parts->seq, false, parts->put_count);
    buffer_add(&buffer, parts->puts.data, parts->puts.length);
    parts->frames[parts->count++] = frame_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    parts->puts.length = 0;
    parts->put_count = 0;
}

static void parts_add(struct parts *parts, const struct record *record)
{
    encode_put(&parts->puts, record);
    parts->put_count++;
    if (parts->puts.length >= PART_BYTES) parts_close(parts);
}

/* Whether a scope's records go into one of the shared parts: which. */
enum part_kind { PART_EVERYONE, PART_ANIMATORS, PART_OWN };

static enum part_kind kind_of(struct scope scope)
{
    if (scope.kind == SCOPE_EVERYONE) return PART_EVERYONE;
    return scope.kind == SCOPE_ANIMATORS ? PART_ANIMATORS : PART_OWN;
}

static void make_parts(const struct live_workshop *workshop, enum part_kind kind,
                       const struct viewer *viewer, struct parts *parts)
{
    *parts = (struct parts){.seq = workshop->history.position.seq};
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) {
        bool varies = schema_record(type)->scope_rule == SCOPE_RULE_FIELDS;
        if (kind == PART_OWN && !varies) continue;
        for (size_t i = 0; i < state_count(workshop->state, type); i++) {
            const struct record *record = state_at(workshop->state, type, i);
            struct scope scope = scope_of(type, &record->body);
            if (kind_of(scope) == kind && scope_admits(scope, viewer)) parts_add(parts, record);
        }
    }
    parts_close(parts);
    buffer_clear(&parts->puts);
}

static void send_parts(struct connection *connection, struct frame *const *frames, size_t count)
{
    for (size_t i = 0; i < count; i++) member_send_snapshot(connection, frames[i]);
}

static void share_parts(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    uint64_t seq = workshop->history.position.seq;
    if (fanout->parts_valid && fanout->parts_seq == seq) return;
    drop_parts(fanout);
    struct viewer everybody = {.role = ROLE_ANIMATOR};
    for (size_t kind = 0; kind < 2; kind++) {
        struct parts parts;
        make_parts(workshop, (enum part_kind)kind, &everybody, &parts);
        fanout->parts[kind] = parts.frames;
        fanout->part_count[kind] = parts.count;
    }
    fanout->parts_seq = seq;
    fanout->parts_valid = true;
}

static void send_own_parts(struct live_workshop *workshop, struct connection *connection)
{
    struct parts own;
    make_parts(workshop, PART_OWN, &connection->viewer, &own);
    send_parts(connection, own.frames, own.count);
    for (size_t i = 0; i < own.count; i++) frame_drop(own.frames[i]);
    free(own.frames);
}

static void send_end(struct live_workshop *workshop, struct connection *connection)
{
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, workshop->history.position.seq, true, 0);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    member_send_snapshot(connection, frame);
    frame_drop(frame);
    buffer_clear(&buffer);
}

void fanout_snapshot(struct live_workshop *workshop, struct connection *connection)
{
    CHECK(!workshop->batch.count);
    struct fanout *fanout = &workshop->fanout;
    share_parts(workshop);
    send_parts(connection, fanout->parts[PART_EVERYONE], fanout->part_count[PART_EVERYONE]);
    if (scope_admits((struct scope){SCOPE_ANIMATORS, 0}, &connection->viewer))
        send_parts(connection, fanout->parts[PART_ANIMATORS], fanout->part_count[PART_ANIMATORS]);
    if (connection->viewer.person) send_own_parts(workshop, connection);
    send_end(workshop, connection);
    connection->told = workshop->history.position.seq;
    workshop->service->metrics.snapshots_sent++;
}
