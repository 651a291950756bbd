/* A caller is the transport of one connection of live, over a libuv pipe. Frames are written one
 * by one, each with its length before it; when too much waits in the pipe, the rest stays in the
 * outbox until some of it has gone. */
#include "net/control.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>
#include <unistd.h>
#include <uv.h>

#include "base/buffer.h"
#include "base/check.h"
#include "live/connection.h"
#include "live/host.h"
#include "live/peer.h"
#include "net/address.h"
#include "net/loop.h"
#include "protocol/generated/codes.h"
#include "wire/frame.h"

#define BACKLOG 8
#define MOST_CALLERS 16
#define MODE 0600
#define READ_BYTES 65536
#define WAITING_BYTES (1u << 20)

struct caller {
    struct peer peer;
    struct control *control;
    uv_pipe_t pipe;
    struct connection *connection;
    LIST_ENTRY(caller) others;
    struct buffer received; /* the beginning of a frame */
    struct timer *resume;
    unsigned close_code; /* 0: stays open */
    bool awake;
    bool over; /* the farewell is written, or the other side is gone */
    uv_shutdown_t shutdown;
};

struct control {
    struct loop *loop;
    struct service *service;
    uv_pipe_t pipe;
    char path[ADDRESS_HOST_BYTES];
    bool listening;
    bool closed; /* libuv is done with the pipe */
    bool freed;
    size_t count;
    LIST_HEAD(, caller) callers;
    char room[READ_BYTES];
};

/* A frame on its way out, or a farewell without one. */
struct sending {
    uv_write_t request;
    struct caller *caller;
    struct frame *frame;
    uint8_t header[CONTROL_HEADER_BYTES + 2];
};

/* --- The end of a caller --- */

static void on_caller_closed(uv_handle_t *handle)
{
    struct caller *caller = handle->data;
    struct loop *loop = caller->control->loop;
    caller->control->count--;
    buffer_clear(&caller->received);
    free(caller);
    loop_kick(loop);
}

static void hang_up(struct caller *caller)
{
    if (uv_is_closing((uv_handle_t *)&caller->pipe)) return;
    caller->over = true;
    if (caller->connection) connection_closed(caller->connection);
    caller->connection = NULL;
    LIST_REMOVE(caller, others);
    struct host *host = loop_host(caller->control->loop);
    host->calls->timer_free(caller->resume);
    caller->resume = NULL;
    uv_close((uv_handle_t *)&caller->pipe, on_caller_closed);
}

/* --- Sending --- */

static void wake(struct caller *caller)
{
    caller->awake = true;
    loop_kick(caller->control->loop);
}

static void on_room(uv_handle_t *handle, size_t wanted, uv_buf_t *room);
static void on_read(uv_stream_t *stream, ssize_t length, const uv_buf_t *room);

/* After the farewell the caller hangs up; until then it is read, and what it says is thrown away:
 * closing over unread bytes would take the farewell back. */
static void await_end(struct caller *caller)
{
    uv_shutdown(&caller->shutdown, (uv_stream_t *)&caller->pipe, NULL);
    uv_read_start((uv_stream_t *)&caller->pipe, on_room, on_read);
}

static void on_written(uv_write_t *request, int status)
{
    struct sending *sending = request->data;
    struct caller *caller = sending->caller;
    bool farewell = sending->frame == NULL;
    frame_drop(sending->frame);
    free(sending);
    if (status != 0) hang_up(caller);
    else if (farewell) await_end(caller);
    else wake(caller);
}

static void put_length(uint8_t *to, uint32_t length)
{
    to[0] = (uint8_t)(length >> 24);
    to[1] = (uint8_t)(length >> 16);
    to[2] = (uint8_t)(length >> 8);
    to[3] = (uint8_t)length;
}

/* Takes the reference to `frame`; NULL writes the farewell. */
static void send_frame(struct caller *caller, struct frame *frame)
{
    struct sending *sending = NEW(struct sending);
    sending->request.data = sending;
    sending->caller = caller;
    sending->frame = frame;
    unsigned header = frame ? CONTROL_HEADER_BYTES : CONTROL_HEADER_BYTES + 2;
    put_length(sending->header, frame ? frame->length : 0);
    sending->header[4] = (uint8_t)(caller->close_code >> 8);
    sending->header[5] = (uint8_t)caller->close_code;
    uv_buf_t pieces[2] = {uv_buf_init((char *)sending->header, header)};
    if (frame) pieces[1] = uv_buf_init((char *)frame->data, frame->length);
    int failed = uv_write(&sending->request, (uv_stream_t *)&caller->pipe, pieces, frame ? 2 : 1,
                          on_written);
    if (failed) {
        frame_drop(frame);
        free(sending);
        hang_up(caller);
    }
}

static bool may_write(const struct caller *caller)
{
    return !caller->over &&
           uv_stream_get_write_queue_size((const uv_stream_t *)&caller->pipe) < WAITING_BYTES;
}

static void deliver(struct caller *caller)
{
    caller->awake = false;
    while (may_write(caller)) {
        struct frame *frame = connection_take(caller->connection);
        if (frame) {
            send_frame(caller, frame);
        } else {
            if (caller->close_code) {
                caller->over = true;
                send_frame(caller, NULL);
            }
            return;
        }
    }
}

void control_turn(struct control *control)
{
    if (!control) return;
    struct caller *next;
    for (struct caller *caller = LIST_FIRST(&control->callers); caller; caller = next) {
        next = LIST_NEXT(caller, others);
        if (caller->awake) deliver(caller);
    }
}

/* --- Receiving --- */

static void on_room(uv_handle_t *handle, size_t wanted, uv_buf_t *room)
{
    struct caller *caller = handle->data;
    (void)wanted;
    *room = uv_buf_init(caller->control->room, READ_BYTES);
}

static size_t get_length(const uint8_t *from)
{
    return (size_t)from[0] << 24 | (size_t)from[1] << 16 | (size_t)from[2] << 8 | from[3];
}

static void close_caller(struct caller *caller, unsigned code)
{
    if (caller->close_code) return;
    caller->close_code = code;
    wake(caller);
}

/* Hands over the whole frames there are; what is left is the beginning of one. */
static void receive(struct caller *caller)
{
    struct buffer *received = &caller->received;
    size_t at = 0;
    while (!caller->close_code && received->length - at >= CONTROL_HEADER_BYTES) {
        size_t length = get_length(received->data + at);
        if (length == 0 || length > connection_message_limit(caller->connection)) {
            close_caller(caller, length ? CLOSE_TOO_BIG : CLOSE_BAD_MESSAGE);
            break;
        }
        if (received->length - at - CONTROL_HEADER_BYTES < length) break;
        at += CONTROL_HEADER_BYTES;
        connection_receive(caller->connection, received->data + at, length, false);
        at += length;
    }
    received->length -= at;
    if (at && received->length) memmove(received->data, received->data + at, received->length);
}

static void on_read(uv_stream_t *stream, ssize_t length, const uv_buf_t *room)
{
    struct caller *caller = stream->data;
    if (length < 0) {
        hang_up(caller);
        return;
    }
    if (caller->close_code || caller->over || length == 0) return;
    buffer_add(&caller->received, room->base, (size_t)length);
    receive(caller);
    loop_kick(caller->control->loop);
}

/* --- What live asks of a caller --- */

static struct caller *caller_of(struct peer *peer)
{
    return (struct caller *)peer;
}

static void peer_wake(struct peer *peer)
{
    wake(caller_of(peer));
}

static void on_resume(void *context)
{
    struct caller *caller = context;
    uv_read_start((uv_stream_t *)&caller->pipe, on_room, on_read);
}

static void peer_pause(struct peer *peer, int64_t delay)
{
    struct caller *caller = caller_of(peer);
    struct host *host = loop_host(caller->control->loop);
    if (!caller->resume) caller->resume = host->calls->timer_new(host, on_resume, caller);
    uv_read_stop((uv_stream_t *)&caller->pipe);
    host->calls->timer_start(caller->resume, delay < 1 ? 1 : delay);
}

static void peer_close(struct peer *peer, unsigned code)
{
    close_caller(caller_of(peer), code);
}

static const struct peer_calls peer_calls = {
    .wake = peer_wake,
    .pause = peer_pause,
    .close = peer_close,
};

/* --- The socket itself --- */

static struct caller *caller_new(struct control *control)
{
    struct caller *caller = NEW(struct caller);
    caller->peer.calls = &peer_calls;
    caller->control = control;
    CHECK(uv_pipe_init(loop_uv(control->loop), &caller->pipe, 0) == 0);
    caller->pipe.data = caller;
    LIST_INSERT_HEAD(&control->callers, caller, others);
    control->count++;
    return caller;
}

static void on_call(uv_stream_t *stream, int status)
{
    struct control *control = stream->data;
    if (status != 0) return;
    struct caller *caller = caller_new(control);
    if (uv_accept(stream, (uv_stream_t *)&caller->pipe) != 0 || control->count > MOST_CALLERS) {
        hang_up(caller);
        return;
    }
    caller->connection = connection_open(control->service, &caller->peer);
    uv_read_start((uv_stream_t *)&caller->pipe, on_room, on_read);
    loop_kick(control->loop);
}

struct control *control_new(struct loop *loop, struct service *service, const char *path,
                            char *problem, size_t problem_bytes)
{
    struct address address = {.local = true};
    if (strlen(path) == 0 || strlen(path) > 100) {
        snprintf(
            problem, problem_bytes,
            "--data: \"%s\" is too long for a socket's name, at most 100 bytes: choose a shorter "
            "directory",
            path);
        return NULL;
    }
    memcpy(address.host, path, strlen(path));
    int socket = address_bind(&address, MODE, problem, problem_bytes);
    if (socket < 0) return NULL;
    struct control *control = NEW(struct control);
    control->loop = loop;
    control->service = service;
    memcpy(control->path, address.host, sizeof control->path);
    LIST_INIT(&control->callers);
    CHECK(uv_pipe_init(loop_uv(loop), &control->pipe, 0) == 0);
    CHECK(uv_pipe_open(&control->pipe, socket) == 0);
    control->pipe.data = control;
    control->listening = true;
    CHECK(uv_listen((uv_stream_t *)&control->pipe, BACKLOG, on_call) == 0);
    return control;
}

size_t control_count(const struct control *control)
{
    return control ? control->count : 0;
}

static void on_closed(uv_handle_t *handle)
{
    struct control *control = handle->data;
    control->closed = true;
    if (control->freed) free(control);
}

void control_stop_listening(struct control *control)
{
    if (!control || !control->listening) return;
    control->listening = false;
    unlink(control->path);
    uv_close((uv_handle_t *)&control->pipe, on_closed);
}

void control_abort(struct control *control)
{
    while (control && !LIST_EMPTY(&control->callers)) hang_up(LIST_FIRST(&control->callers));
}

void control_free(struct control *control)
{
    if (!control) return;
    CHECK(!control->listening && control->count == 0);
    control->freed = true;
    if (control->closed) free(control);
}
