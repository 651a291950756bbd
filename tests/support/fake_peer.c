#include "support/fake_peer.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/buffer.h"
#include "base/check.h"
#include "live/connection.h"
#include "support/unpacked.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/frame.h"

static struct fake_peer *fake(struct peer *peer)
{
    return (struct fake_peer *)peer;
}

/* ---- what comes ---- */

static void keep_message(struct fake_peer *peer, const struct message *message)
{
    peer->messages = array_room(peer->messages, peer->message_count, &peer->message_capacity,
                                sizeof *peer->messages);
    peer->messages[peer->message_count++] = *message;
}

static void keep_frame(struct fake_peer *peer, struct frame *frame);

/* What is packed is kept too as it is unpacked, so that what is looked for is found in it. */
static void keep_part(struct fake_peer *peer, const struct message_packed *packed)
{
    struct buffer buffer = {0};
    CHECK(unpacked_part(&buffer, packed));
    keep_frame(peer, frame_new(buffer.data, buffer.length));
    buffer_clear(&buffer);
}

static void keep_frame(struct fake_peer *peer, struct frame *frame)
{
    peer->frames =
        array_room(peer->frames, peer->frame_count, &peer->frame_capacity, sizeof *peer->frames);
    peer->frames[peer->frame_count++] = frame;
    struct cursor cursor = cursor_new(frame->data, frame->length);
    for (struct message message; cursor_left(&cursor);) {
        CHECK(decode_next_message(&cursor, &message));
        keep_message(peer, &message);
        if (message.type == MESSAGE_PACKED) keep_part(peer, &message.body.packed);
    }
}

static void take_all(struct fake_peer *peer)
{
    for (struct frame *frame; (frame = connection_take(peer->connection));) keep_frame(peer, frame);
}

/* ---- being a peer: nothing of the connection runs inside a call (P1) ---- */

static void on_event(void *context)
{
    struct fake_peer *peer = context;
    peer->event = 0;
    peer->woken = false;
    if (peer->reads) take_all(peer);
    if (!peer->closing) return;
    connection_closed(peer->connection);
    peer->connection = NULL;
}

static void arrange(struct fake_peer *peer)
{
    if (!peer->event) peer->event = world_after(peer->world, 0, on_event, peer);
}

static void wake(struct peer *peer)
{
    fake(peer)->woken = true;
    if (fake(peer)->reads) arrange(fake(peer));
}

static void pause_reading(struct peer *peer, int64_t delay)
{
    fake(peer)->paused = delay;
}

static void close_peer(struct peer *peer, unsigned code)
{
    CHECK(!fake(peer)->closing);
    fake(peer)->closing = true;
    fake(peer)->code = code;
    arrange(fake(peer));
}

static const struct peer_calls calls = {.wake = wake, .pause = pause_reading, .close = close_peer};

/* ---- as the test sees it ---- */

struct fake_peer *fake_peer_new(struct world *world, struct service *service)
{
    struct fake_peer *peer = NEW(struct fake_peer);
    peer->peer.calls = &calls;
    peer->world = world;
    peer->reads = true;
    peer->connection = connection_open(service, &peer->peer);
    return peer;
}

void fake_peer_cut(struct fake_peer *peer)
{
    world_cancel(peer->world, peer->event);
    peer->event = 0;
    if (peer->connection) connection_closed(peer->connection);
    peer->connection = NULL;
}

void fake_peer_free(struct fake_peer *peer)
{
    if (!peer) return;
    fake_peer_cut(peer);
    for (size_t i = 0; i < peer->message_count; i++) message_clear(&peer->messages[i]);
    for (size_t i = 0; i < peer->frame_count; i++) frame_drop(peer->frames[i]);
    free(peer->messages);
    free(peer->frames);
    free(peer);
}

/* Servers have their turn after an event. */
static void nothing(void *context)
{
    (void)context;
}

static void receive(struct fake_peer *peer, const void *data, size_t length, bool text)
{
    if (!peer->connection) return;
    connection_receive(peer->connection, data, length, text);
    world_after(peer->world, 0, nothing, NULL);
}

void fake_peer_send_bytes(struct fake_peer *peer, const void *data, size_t length)
{
    receive(peer, data, length, false);
}

void fake_peer_send_text(struct fake_peer *peer, const char *text)
{
    receive(peer, text, strlen(text), true);
}

void fake_peer_send(struct fake_peer *peer, const struct message *message)
{
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    fake_peer_send_bytes(peer, buffer.data, buffer.length);
    buffer_clear(&buffer);
}

void fake_peer_set_reads(struct fake_peer *peer, bool reads)
{
    peer->reads = reads;
    if (reads && peer->connection) arrange(peer);
}

const struct message *fake_peer_next(struct fake_peer *peer)
{
    return peer->next < peer->message_count ? &peer->messages[peer->next++] : NULL;
}

const struct message *fake_peer_find(struct fake_peer *peer, enum message_type type)
{
    const struct message *message = fake_peer_next(peer);
    while (message && message->type != type) message = fake_peer_next(peer);
    return message;
}

size_t fake_peer_count(const struct fake_peer *peer, enum message_type type)
{
    size_t count = 0;
    for (size_t i = 0; i < peer->message_count; i++) count += peer->messages[i].type == type;
    return count;
}

bool fake_peer_saw(const struct fake_peer *peer, const char *text)
{
    for (size_t i = 0; i < peer->frame_count; i++)
        if (memmem(peer->frames[i]->data, peer->frames[i]->length, text, strlen(text))) return true;
    return false;
}
