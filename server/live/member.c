/* Ending takes two steps, since it is decided in the middle of something: a list is being walked, a
 * snapshot is being sent. The first step marks, so that nothing more is heard or said; the second,
 * at the end of the turn (service.c), lets go. */
#include "live/member.h"

#include "base/buffer.h"
#include "base/check.h"
#include "live/peer.h"
#include "live/registry.h"
#include "wire/encode.h"
#include "wire/frame.h"

void members_add(struct members *members, struct connection *connection)
{
    connection->next_member = members->first;
    if (members->first) members->first->previous_member = connection;
    members->first = connection;
    members->count++;
}

void members_remove(struct members *members, struct connection *connection)
{
    struct connection *next = connection->next_member, *previous = connection->previous_member;
    CHECK(previous || members->first == connection);
    if (previous) previous->next_member = next;
    else members->first = next;
    if (next) next->previous_member = previous;
    connection->next_member = connection->previous_member = NULL;
    members->count--;
}

/* ---- sending ---- */

static void push(struct connection *connection, struct frame *frame, bool snapshot)
{
    if (connection->phase == CONNECTION_ENDED) return;
    if (!outbox_add(&connection->outbox, frame, snapshot)) {
        connection->service->metrics.closed_too_slow++;
        outbox_clear(&connection->outbox);
        member_end(connection, CLOSE_TOO_SLOW);
        return;
    }
    connection->service->metrics.deliveries++;
    connection->service->metrics.bytes_out += frame->length;
    if (connection->outbox.count == 1) connection->peer->calls->wake(connection->peer);
}

void member_send(struct connection *connection, struct frame *frame)
{
    push(connection, frame, false);
}

void member_send_snapshot(struct connection *connection, struct frame *frame)
{
    push(connection, frame, true);
}

void member_send_message(struct connection *connection, const struct message *message)
{
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    member_send(connection, frame);
    frame_drop(frame);
    buffer_clear(&buffer);
}

/* ---- ending ---- */

void member_end(struct connection *connection, enum close_code code)
{
    if (connection->phase == CONNECTION_ENDED) return;
    connection->phase = CONNECTION_ENDED;
    connection->code = code;
    connection->next_ending = connection->service->ending;
    connection->service->ending = connection;
}

struct connection *member_take_ended(struct service *service)
{
    struct connection *connection = service->ending;
    if (!connection) return NULL;
    service->ending = connection->next_ending;
    connection->next_ending = NULL;
    return connection;
}

void member_forget_ended(struct connection *connection)
{
    struct connection **at = &connection->service->ending;
    while (*at && *at != connection) at = &(*at)->next_ending;
    if (*at) *at = connection->next_ending;
}
