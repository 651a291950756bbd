/* Two frames, one for animators and one for walls, each sent again only when its bytes are others.
 * Counting is put off, never dropped: while there is something to count the timer runs. */
#include "live/counting.h"

#include <string.h>

#include "base/buffer.h"
#include "core/sums.h"
#include "live/member.h"
#include "live/registry.h"
#include "wire/encode.h"
#include "wire/frame.h"

enum {
    COUNT_EVERY = 1000,  /* ms */
    PUT_OFF_MOST = 5000, /* ms, while the loop is full */
};

static void on_time(void *context)
{
    struct counting *counting = context;
    counting->waiting = false;
    counting->on_due(counting->context);
}

void counting_init(struct counting *counting, struct service *service,
                   const struct members *members, void (*on_due)(void *context), void *context)
{
    *counting = (struct counting){.service = service,
                                  .members = members,
                                  .on_due = on_due,
                                  .context = context};
    counting->timer = host_timer(service->host, on_time, counting);
}

static void forget(struct counting *counting)
{
    frame_drop(counting->animators);
    frame_drop(counting->walls);
    counting->animators = counting->walls = NULL;
}

void counting_clear(struct counting *counting)
{
    forget(counting);
    host_timer_free(counting->service->host, counting->timer);
    *counting = (struct counting){0};
}

void counting_reset(struct counting *counting)
{
    counting->counted = false;
}

/* ---- whom it concerns ---- */

static struct frame *const *frame_for(const struct counting *counting,
                                      const struct connection *connection)
{
    switch (connection->viewer.role) {
    case ROLE_ANIMATOR:
    case ROLE_ORGANISER: return &counting->animators;
    case ROLE_SCREEN: return &counting->walls;
    case ROLE_PARTICIPANT:
    case ROLE_FACILITATOR: break;
    }
    return NULL;
}

void counting_tell_whole(const struct counting *counting, struct connection *connection)
{
    struct frame *const *frame = frame_for(counting, connection);
    if (frame && *frame) member_send(connection, *frame);
}

/* The frame becomes what is to be said now; true when that is something else than before. Who was
 * never told anything need not be told of nothing. */
static bool renew(struct frame **frame, const struct message *message)
{
    const struct message_sums *sums = &message->body.sums;
    if (!*frame && !sums->written.count && !sums->voted.count) return false;
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    bool same = *frame && (*frame)->length == buffer.length &&
                !memcmp((*frame)->data, buffer.data, buffer.length);
    if (!same) {
        frame_drop(*frame);
        *frame = frame_new(buffer.data, buffer.length);
    }
    buffer_clear(&buffer);
    return !same;
}

static void tell(const struct counting *counting, struct frame *const *frame)
{
    for (struct connection *member = counting->members->first; member; member = member->next_member)
        if (member->phase == CONNECTION_MEMBER && frame_for(counting, member) == frame)
            member_send(member, *frame);
}

static void count(struct counting *counting, const struct state *state)
{
    struct message message = {.type = MESSAGE_SUMS};
    sums_of(state, &message.body.sums);
    if (renew(&counting->animators, &message)) tell(counting, &counting->animators);
    sums_join_categories(&message.body.sums);
    if (renew(&counting->walls, &message)) tell(counting, &counting->walls);
    sums_clear(&message.body.sums);
}

/* ---- when ---- */

static int64_t left(const struct counting *counting)
{
    int64_t every = load_is_full(&counting->service->load) ? PUT_OFF_MOST : COUNT_EVERY;
    return counting->at + every - host_steady(counting->service->host);
}

void counting_turn(struct counting *counting, const struct state *state, uint64_t seq)
{
    if (!counting->members->first || (counting->counted && counting->seq == seq)) return;
    int64_t wait = counting->counted ? left(counting) : 0;
    if (wait > 0) {
        if (!counting->waiting) host_timer_start(counting->service->host, counting->timer, wait);
        counting->waiting = true;
        return;
    }
    counting->counted = true;
    counting->seq = seq;
    counting->at = host_steady(counting->service->host);
    count(counting, state);
}
