/* How a WebSocket gets its frames:
 *
 *   live: wake ─▶ awake list ─▶ end of turn: take frames, join, one lws_write ─▶ socket
 *                     ▲                         │ socket full
 *                     └──── writable again ◀────┘
 *
 * Writing from the end of turn rather than from the library's "writeable" callback saves four
 * system calls a delivery, and joining all frames of a turn saves all sends but one. That is safe
 * because nothing is written while the library still holds a part of the last write
 * (lws_partial_buffered), and because HTTP/2 and compression are off.
 *
 * What is joined stays small: a browser hears of a message when it is whole, and on a slow line
 * a person, and the page's patience, would wait for a large one too long.
 *
 * A frame that goes alone is written from its own shared bytes: the library puts the WebSocket
 * header into the room before them, the same bytes for every connection.
 *
 * Closing with a code happens at the end of a turn too: from inside its callbacks libwebsockets
 * loses the close frame when it runs on libuv. What the client still sends is read and
 * thrown away, since unread bytes would turn our farewell into a reset. */
#include "net/websocket.h"

#include <libwebsockets.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/secret.h"
#include "live/connection.h"
#include "live/host.h"
#include "live/peer.h"
#include "net/loop.h"
#include "protocol/generated/codes.h"
#include "protocol/generated/messages.h"
#include "wire/frame.h"

_Static_assert(LWS_PRE <= FRAME_HEADROOM, "a frame must have room for the WebSocket header");

/* Most that one write carries without being cut: a single frame may be larger than what is joined
 * to one (LIMIT_FRAME_BYTES). */
#define WRITE_BYTES (256u * 1024u)
/* What the library reads at once; it is allocated for every connection. */
#define PIECE_BYTES 512
/* A reassembly buffer larger than this is given back after its message. */
#define KEPT_BYTES 4096u
/* How long a peer that reads slowly, or nothing, may delay its own closing, seconds. */
#define CLOSE_SECONDS 5

struct websocket {
    struct peer peer;
    struct websockets *all;
    struct lws *wsi;
    struct connection *connection; /* NULL before ESTABLISHED */
    LIST_ENTRY(websocket) others;
    TAILQ_ENTRY(websocket) awake_others;
    struct buffer message; /* the parts of a message that have come */
    struct frame *held;    /* taken, but no longer fitting into the last write */
    struct timer *resume;  /* ends a pause; made for the first one */
    unsigned close_code;   /* 0: stays open */
    bool awake;
    bool waiting; /* the library will say when the socket takes more */
    bool hurried; /* it closes, and its last seconds to take more have begun */
    bool over;    /* closing is the library's business now: write nothing more */
};

struct websockets {
    struct loop *loop;
    struct service *service;
    LIST_HEAD(, websocket) list;
    TAILQ_HEAD(awake_list, websocket) awake;
    size_t count;
    struct buffer joined; /* LWS_PRE bytes, then the frames of one write */
};

static struct websocket *websocket_of(struct peer *peer)
{
    return (struct websocket *)peer;
}

static void wake(struct websocket *socket)
{
    if (socket->awake) return;
    socket->awake = true;
    TAILQ_INSERT_TAIL(&socket->all->awake, socket, awake_others);
    loop_kick(socket->all->loop);
}

static void on_resume(void *context)
{
    struct websocket *socket = context;
    lws_rx_flow_control(socket->wsi, 1);
}

static void peer_wake(struct peer *peer)
{
    wake(websocket_of(peer));
}

static void peer_pause(struct peer *peer, int64_t delay)
{
    struct websocket *socket = websocket_of(peer);
    struct host *host = loop_host(socket->all->loop);
    if (!socket->resume) socket->resume = host->calls->timer_new(host, on_resume, socket);
    lws_rx_flow_control(socket->wsi, 0);
    host->calls->timer_start(socket->resume, delay < 1 ? 1 : delay);
}

static void peer_close(struct peer *peer, unsigned code)
{
    struct websocket *socket = websocket_of(peer);
    if (socket->close_code) return;
    socket->close_code = code;
    wake(socket);
}

static const struct peer_calls peer_calls = {
    .wake = peer_wake,
    .pause = peer_pause,
    .close = peer_close,
};

/* --- Receiving --- */

static bool is_too_big(const struct websocket *socket, size_t length, size_t coming)
{
    size_t limit = connection_message_limit(socket->connection);
    size_t so_far = socket->message.length;
    return so_far > limit || length > limit - so_far || coming > limit - so_far - length;
}

static void receive_whole(struct websocket *socket, const uint8_t *data, size_t length)
{
    bool text = !lws_frame_is_binary(socket->wsi);
    connection_receive(socket->connection, data, length, text);
    secret_wipe(socket->message.data, socket->message.length);
    if (socket->message.capacity > KEPT_BYTES) buffer_clear(&socket->message);
    socket->message.length = 0;
    loop_kick(socket->all->loop);
}

/* A piece of a message: libwebsockets cuts where it likes. One that comes whole is not copied. */
static void receive(struct websocket *socket, const uint8_t *data, size_t length)
{
    if (socket->close_code || socket->over) return;
    if (lws_is_first_fragment(socket->wsi)) socket->message.length = 0;
    if (is_too_big(socket, length, lws_remaining_packet_payload(socket->wsi))) {
        peer_close(&socket->peer, CLOSE_TOO_BIG);
        return;
    }
    bool last = lws_is_final_fragment(socket->wsi);
    if (last && socket->message.length == 0) {
        receive_whole(socket, data, length);
        return;
    }
    buffer_add(&socket->message, data, length);
    if (last) receive_whole(socket, socket->message.data, socket->message.length);
}

/* What comes in may hold a key, of which only the digest goes on: nothing of it stays behind, taken or not. */
static void receive_and_wipe(struct websocket *socket, void *data, size_t length)
{
    receive(socket, data, length);
    secret_wipe(data, length);
}

/* --- Sending --- */

static struct frame *take(struct websocket *socket)
{
    struct frame *frame = socket->held;
    socket->held = NULL;
    return frame ? frame : connection_take(socket->connection);
}

/* Whether a message that ends with `last` and is so long may go on with another frame. */
static bool may_go_on(const struct frame *last, size_t length, const struct frame *next)
{
    return next && !last->ends_message && length + next->length <= LIMIT_FRAME_BYTES;
}

/* Joins `next` to `first`, and what follows as long as it fits; the frame that does not is held. */
static void join(struct websocket *socket, const struct frame *first, struct frame *next)
{
    struct buffer *joined = &socket->all->joined;
    joined->length = LWS_PRE;
    buffer_add(joined, first->data, first->length);
    for (bool more = true; more;) {
        struct frame *last = next;
        buffer_add(joined, last->data, last->length);
        next = connection_take(socket->connection);
        more = may_go_on(last, joined->length - LWS_PRE, next);
        frame_drop(last);
    }
    socket->held = next;
}

/* -1 when the socket is broken. */
static int write_frames(struct websocket *socket, struct frame *first)
{
    struct frame *next = connection_take(socket->connection);
    if (!may_go_on(first, first->length, next)) {
        socket->held = next;
        return lws_write(socket->wsi, first->data, first->length, LWS_WRITE_BINARY);
    }
    join(socket, first, next);
    struct buffer *joined = &socket->all->joined;
    return lws_write(socket->wsi, joined->data + LWS_PRE, joined->length - LWS_PRE,
                     LWS_WRITE_BINARY);
}

static void drop(struct websocket *socket)
{
    socket->over = true;
    lws_set_timeout(socket->wsi, PENDING_TIMEOUT_KILLED_BY_PARENT, LWS_TO_KILL_ASYNC);
}

/* Hands the closing over to the library, which sends the code and waits for the client's answer;
 * it must read for that, so a pause ends. */
static void close_now(struct websocket *socket)
{
    socket->over = true;
    if (socket->resume) {
        struct host *host = loop_host(socket->all->loop);
        host->calls->timer_stop(socket->resume);
        lws_rx_flow_control(socket->wsi, 1);
    }
    lws_close_reason(socket->wsi, (enum lws_close_status)socket->close_code, NULL, 0);
    lws_set_timeout(socket->wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_SYNC);
}

/* Begins once: who takes a little of it now and then has no more time than who takes nothing. */
static void hurry(struct websocket *socket)
{
    socket->hurried = true;
    lws_set_timeout(socket->wsi, PENDING_TIMEOUT_CLOSE_SEND, CLOSE_SECONDS);
}

static void wait_until_writable(struct websocket *socket)
{
    if (socket->close_code && !socket->hurried) hurry(socket);
    if (!socket->waiting) lws_callback_on_writable(socket->wsi);
    socket->waiting = true;
}

static void on_writable(struct websocket *socket)
{
    socket->waiting = false;
    wake(socket);
}

static void deliver(struct websocket *socket)
{
    if (socket->over) return;
    if (lws_partial_buffered(socket->wsi)) {
        wait_until_writable(socket);
        return;
    }
    struct frame *first = take(socket);
    if (!first) {
        if (socket->close_code) close_now(socket);
        return;
    }
    int written = write_frames(socket, first);
    frame_drop(first);
    if (written < 0) drop(socket);
    else if (lws_partial_buffered(socket->wsi)) wait_until_writable(socket);
    else if (socket->held || socket->close_code) wake(socket);
}

void websockets_turn(struct websockets *websockets)
{
    /* Those that wake up meanwhile stand behind this one and have their next turn. */
    struct websocket *last = TAILQ_LAST(&websockets->awake, awake_list);
    for (struct websocket *socket; last && (socket = TAILQ_FIRST(&websockets->awake));) {
        TAILQ_REMOVE(&websockets->awake, socket, awake_others);
        socket->awake = false;
        bool was_last = socket == last;
        deliver(socket); /* may end the socket */
        if (was_last) return;
    }
}

/* --- Birth and death --- */

static void opened(struct websockets *websockets, struct websocket *socket, struct lws *wsi)
{
    socket->peer.calls = &peer_calls;
    socket->all = websockets;
    socket->wsi = wsi;
    LIST_INSERT_HEAD(&websockets->list, socket, others);
    websockets->count++;
    socket->connection = connection_open(websockets->service, &socket->peer);
    loop_kick(websockets->loop);
}

/* libwebsockets also says CLOSED of what it never said ESTABLISHED of. */
static void closed(struct websocket *socket)
{
    if (!socket || !socket->connection) return;
    struct websockets *all = socket->all;
    connection_closed(socket->connection);
    socket->connection = NULL;
    LIST_REMOVE(socket, others);
    if (socket->awake) TAILQ_REMOVE(&all->awake, socket, awake_others);
    struct host *host = loop_host(all->loop);
    host->calls->timer_free(socket->resume);
    frame_drop(socket->held);
    buffer_clear(&socket->message);
    all->count--;
    loop_kick(all->loop);
}

/* RFC 6455, 7.4: the library accepts a payload of one byte and codes from 5000 on. */
static bool is_valid_farewell(const uint8_t *payload, size_t length)
{
    return length == 0 || (length >= 2 && (payload[0] << 8 | payload[1]) < 5000);
}

static int on_farewell(struct websocket *socket, const uint8_t *payload, size_t length)
{
    socket->over = true;
    if (is_valid_farewell(payload, length)) return 0;
    lws_close_reason(socket->wsi, LWS_CLOSE_STATUS_PROTOCOL_ERR, NULL, 0);
    return -1;
}

static int on_event(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                    size_t length)
{
    struct websocket *socket = user;
    /* The library has some hundred reasons; these concern an open WebSocket. */
    if (reason == LWS_CALLBACK_ESTABLISHED) opened(lws_get_protocol(wsi)->user, socket, wsi);
    else if (reason == LWS_CALLBACK_RECEIVE) receive_and_wipe(socket, in, length);
    else if (reason == LWS_CALLBACK_SERVER_WRITEABLE) on_writable(socket);
    else if (reason == LWS_CALLBACK_WS_PEER_INITIATED_CLOSE) return on_farewell(socket, in, length);
    else if (reason == LWS_CALLBACK_WS_SERVER_DROP_PROTOCOL)
        socket->over = true; /* the library closes, perhaps for a reason of its own */
    else if (reason == LWS_CALLBACK_CLOSED) closed(socket);
    return 0;
}

struct websockets *websockets_new(struct loop *loop, struct service *service)
{
    struct websockets *websockets = NEW(struct websockets);
    websockets->loop = loop;
    websockets->service = service;
    LIST_INIT(&websockets->list);
    TAILQ_INIT(&websockets->awake);
    memset(buffer_grow(&websockets->joined, LWS_PRE), 0, LWS_PRE);
    return websockets;
}

void websockets_free(struct websockets *websockets)
{
    if (!websockets) return;
    CHECK(websockets->count == 0);
    buffer_clear(&websockets->joined);
    free(websockets);
}

struct lws_protocols websocket_protocol(struct websockets *websockets)
{
    return (struct lws_protocols){
        .name = PROTOCOL_SUBPROTOCOL,
        .callback = on_event,
        .per_session_data_size = sizeof(struct websocket),
        .rx_buffer_size = PIECE_BYTES,
        .tx_packet_size = LWS_PRE + WRITE_BYTES,
        .user = websockets,
    };
}

size_t websockets_count(const struct websockets *websockets)
{
    return websockets->count;
}

void websockets_abort(struct websockets *websockets)
{
    struct websocket *socket;
    LIST_FOREACH(socket, &websockets->list, others)
    drop(socket);
}
