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
#include "wire/frame.h"

void fanout_init(struct fanout *fanout, struct service *service, uint64_t workshop,
                 const struct members *members)
{
    *fanout = (struct fanout){.service = service, .workshop = workshop, .members = members};
}

static void drop_answers(struct fanout *fanout)
{
    for (size_t i = 0; i < fanout->answer_count; i++) frame_drop(fanout->answers[i].frame);
    fanout->answer_count = 0;
}

void fanout_reset(struct fanout *fanout, const struct journal_position *position)
{
    tail_reset(&fanout->tail, position);
    table_clear(&fanout->eyes);
    parts_clear(&fanout->parts);
    resumptions_clear(&fanout->resumptions);
    fanout->epoch = position->epoch;
    fanout->newest = fanout->told = position->seq;
}

void fanout_clear(struct fanout *fanout)
{
    fanout_reset(fanout, &(struct journal_position){0});
    drop_answers(fanout);
    free(fanout->answers);
    *fanout = (struct fanout){0};
}

/* ---- what is to be told ---- */

void fanout_add(struct fanout *fanout, uint64_t seq, struct tellings *tellings,
                struct bytes *stored, bool told)
{
    resumptions_clear(&fanout->resumptions);
    tail_add(&fanout->tail, seq, tellings, stored);
    fanout->newest = seq;
    if (told) fanout->told = seq;
    tail_told(&fanout->tail, fanout->told);
}

void fanout_eyes_changed(struct fanout *fanout, uint64_t person, uint64_t seq)
{
    table_set(&fanout->eyes, person, (void *)(uintptr_t)seq);
}

void fanout_answer(struct fanout *fanout, uint64_t connection, struct frame *frame)
{
    fanout->answers = array_room(fanout->answers, fanout->answer_count, &fanout->answer_capacity,
                                 sizeof *fanout->answers);
    fanout->answers[fanout->answer_count++] = (struct fanout_answer){connection, frame_keep(frame)};
}

/* ---- flushing ---- */

size_t fanout_untold(const struct fanout *fanout)
{
    return (size_t)(fanout->newest - fanout->told);
}

bool fanout_is_due(const struct fanout *fanout)
{
    return fanout_untold(fanout) || fanout->answer_count;
}

uint64_t fanout_mark(const struct fanout *fanout, uint64_t seq)
{
    const struct digest *head = tail_head(&fanout->tail, seq);
    if (!head) return 0;
    struct journal_position position = {fanout->epoch, seq, *head};
    return mark_of(&fanout->service->mark_key, fanout->workshop, &position);
}

static struct point end_of(const struct fanout *fanout)
{
    return (struct point){fanout->newest, fanout_mark(fanout, fanout->newest)};
}

static void tell_members(struct fanout *fanout)
{
    uint64_t seq = fanout->newest;
    struct audiences audiences;
    const struct tail *tail = &fanout->tail;
    audiences_init(&audiences, fanout->told, end_of(fanout));
    for (size_t i = tail->count - fanout_untold(fanout); i < tail->count; i++)
        audiences_add(&audiences, &tail_at(tail, i)->tellings);
    for (struct connection *member = fanout->members->first; member; member = member->next_member) {
        /* Whoever has just been given a snapshot has been told already. */
        if (member->phase != CONNECTION_MEMBER || member->told >= seq) continue;
        CHECK(member->told == fanout->told);
        member->told = seq;
        member_send(member, audiences_frame(&audiences, &member->viewer));
    }
    audiences_clear(&audiences);
    fanout->told = seq;
}

static void send_answers(struct fanout *fanout)
{
    for (size_t i = 0; i < fanout->answer_count; i++) {
        struct connection *connection =
            registry_connection(fanout->service, fanout->answers[i].connection);
        if (!connection) continue;
        if (connection->waiting) connection->waiting--;
        member_send(connection, fanout->answers[i].frame);
    }
    drop_answers(fanout);
}

void fanout_flush(struct fanout *fanout)
{
    if (fanout_untold(fanout)) {
        tell_members(fanout);
        tail_told(&fanout->tail, fanout->told);
    }
    send_answers(fanout);
}

/* ---- coming back ---- */

/* One message, made once for all who come from there and see the same. */
static struct frame *missed_by(struct fanout *fanout, const struct state *state,
                               const struct connection *connection, uint64_t seq)
{
    return resumptions_frame(&fanout->resumptions, &fanout->tail, state, seq, end_of(fanout),
                             &connection->viewer);
}

bool fanout_can_resume(struct fanout *fanout, const struct state *state,
                       const struct connection *connection, uint64_t seq)
{
    uint64_t person = connection->viewer.person;
    uint64_t changed = person ? (uint64_t)(uintptr_t)table_get(&fanout->eyes, person) : 0;
    if (changed > seq) return false;
    if (!tail_reaches(&fanout->tail, seq)) return false;
    return seq == fanout->newest ||
           missed_by(fanout, state, connection, seq)->length <= LIMIT_RESUMPTION_BYTES;
}

void fanout_resume(struct fanout *fanout, const struct state *state, struct connection *connection,
                   uint64_t seq)
{
    connection->told = fanout->newest;
    if (seq == fanout->newest) return;
    member_send_snapshot(connection, missed_by(fanout, state, connection, seq));
}

static void send_part(void *context, struct frame *frame)
{
    member_send_snapshot(context, frame);
}

void fanout_snapshot(struct fanout *fanout, const struct state *state,
                     struct connection *connection)
{
    const struct part_reader reader = {.viewer = &connection->viewer,
                                       .unpacks = connection->unpacks,
                                       .take = send_part,
                                       .context = connection};
    parts_each(&fanout->parts, state, end_of(fanout), &fanout->service->packing,
               host_steady(fanout->service->host), &reader);
    connection->told = fanout->newest;
    fanout->service->metrics.snapshots_sent++;
}
