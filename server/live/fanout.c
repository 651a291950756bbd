/* Members stand at the position of the last flush, but for those who were given a snapshot since:
 * they are further, and are passed over until the others have come as far. Answers go out after
 * what they answer, so that nobody reads “done” before they see it done. */
#include "live/fanout.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"
#include "live/audience.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "wire/frame.h"

static int64_t steady(const struct live_workshop *workshop)
{
    return host_steady(workshop->service->host);
}

/* The end of the turn, which follows, does what was held. */
static void on_timer(void *context)
{
    workshop_stir(context);
}

void fanout_init(struct live_workshop *workshop)
{
    workshop->fanout = (struct fanout){0};
    workshop->fanout.timer = host_timer(workshop->service->host, on_timer, workshop);
}

static void drop_answers(struct fanout *fanout)
{
    for (size_t i = 0; i < fanout->answer_count; i++) frame_drop(fanout->answers[i].frame);
    fanout->answer_count = 0;
}

void fanout_reset(struct live_workshop *workshop, uint64_t seq)
{
    struct fanout *fanout = &workshop->fanout;
    tail_clear(&fanout->tail);
    table_clear(&fanout->eyes);
    parts_clear(&fanout->parts);
    resumptions_clear(&fanout->resumptions);
    fanout->told = seq;
}

void fanout_clear(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    fanout_reset(workshop, 0);
    drop_answers(fanout);
    free(fanout->answers);
    host_timer_free(workshop->service->host, fanout->timer);
    *fanout = (struct fanout){0};
}

/* ---- what is to be told ---- */

void fanout_add(struct live_workshop *workshop, uint64_t seq, struct tellings *tellings,
                struct bytes *stored)
{
    struct fanout *fanout = &workshop->fanout;
    resumptions_clear(&fanout->resumptions);
    tail_add(&fanout->tail, seq, tellings, stored);
    /* Nobody to tell: opening a long journal must not keep it all. */
    if (!workshop->members || workshop->history.phase == HISTORY_OPENING) fanout->told = seq;
    tail_told(&fanout->tail, fanout->told);
}

void fanout_eyes_changed(struct live_workshop *workshop, uint64_t person, uint64_t seq)
{
    table_set(&workshop->fanout.eyes, person, (void *)(uintptr_t)seq);
}

void fanout_answer(struct live_workshop *workshop, uint64_t connection, struct frame *frame)
{
    struct fanout *fanout = &workshop->fanout;
    fanout->answers = array_room(fanout->answers, fanout->answer_count, &fanout->answer_capacity,
                                 sizeof *fanout->answers);
    fanout->answers[fanout->answer_count++] = (struct fanout_answer){connection, frame_keep(frame)};
}

/* ---- flushing ---- */

/* Entries not yet told. */
static size_t untold(const struct fanout *fanout)
{
    const struct tail *tail = &fanout->tail;
    return tail->count ? (size_t)(tail_at(tail, tail->count - 1)->seq - fanout->told) : 0;
}

static void tell_members(struct live_workshop *workshop, size_t first, size_t last)
{
    struct fanout *fanout = &workshop->fanout;
    uint64_t seq = tail_at(&fanout->tail, last)->seq, told = 0;
    struct audiences audiences;
    audiences_init(&audiences, fanout->told, seq);
    for (size_t i = first; i <= last; i++)
        audiences_add(&audiences, &tail_at(&fanout->tail, i)->tellings);
    for (struct connection *next, *member = workshop->members; member; member = next) {
        next = member->next_member;
        /* Whoever has just been given a snapshot has been told already. */
        if (member->phase != CONNECTION_MEMBER || member->told >= seq) continue;
        CHECK(member->told == fanout->told);
        member->told = seq;
        member_send(member, audiences_frame(&audiences, &member->viewer));
        told++;
    }
    audiences_clear(&audiences);
    pace_delivered(&fanout->pace, told, steady(workshop));
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

void fanout_flush(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    workshop_review(workshop);
    if (!untold(fanout) && !fanout->answer_count) return;
    if (untold(fanout)) {
        tell_members(workshop, fanout->tail.count - untold(fanout), fanout->tail.count - 1);
        tail_told(&fanout->tail, fanout->told);
    }
    send_answers(workshop);
    pace_flushed(&fanout->pace, steady(workshop));
    workshop_stir(workshop);
}

bool fanout_holds(struct live_workshop *workshop)
{
    struct fanout *fanout = &workshop->fanout;
    size_t due = workshop->queue.count + untold(fanout);
    int64_t left =
        pace_left(&fanout->pace, due, workshop->service->settings.hold_ms, steady(workshop));
    if (left) host_timer_start(workshop->service->host, fanout->timer, left);
    return left;
}

void fanout_begin_turn(struct live_workshop *workshop)
{
    pace_turn(&workshop->fanout.pace, steady(workshop));
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
    return seq == here || tail_reaches(&fanout->tail, seq);
}

void fanout_resume(struct live_workshop *workshop, struct connection *connection, uint64_t seq)
{
    CHECK(!workshop->batch.count); /* the state is that of the position */
    struct fanout *fanout = &workshop->fanout;
    connection->told = workshop->history.position.seq;
    if (seq == workshop->history.position.seq) return;
    member_send_snapshot(connection,
                         resumptions_frame(&fanout->resumptions, &fanout->tail,
                                           workshop->history.state, seq, &connection->viewer));
}

static void send_part(void *context, struct frame *frame)
{
    member_send_snapshot(context, frame);
}

void fanout_snapshot(struct live_workshop *workshop, struct connection *connection)
{
    CHECK(!workshop->batch.count);
    uint64_t seq = workshop->history.position.seq;
    const struct part_reader reader = {.viewer = &connection->viewer,
                                       .unpacks = connection->unpacks,
                                       .take = send_part,
                                       .context = connection};
    parts_each(&workshop->fanout.parts, workshop->history.state, seq, &workshop->service->packing,
               steady(workshop), &reader);
    connection->told = seq;
    workshop->service->metrics.snapshots_sent++;
}
