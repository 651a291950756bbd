#include "bench/limit.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/array.h"
#include "base/buffer.h"
#include "base/check.h"
#include "bench/socket.h"
#include "wire/encode.h"

enum { MOST_CLIENTS = 16384, EVENTS = 1024, READ_BYTES = 65536, MOST_ROOMS = 128 };

struct limit_room {
    size_t *members; /* their places among the clients */
    size_t count, capacity;
    struct buffer changes; /* of this turn */
    size_t change_count;
    uint64_t seq;
};

struct limit_client {
    int socket;
    struct limit_room *room; /* NULL before it has upgraded */
    bool greeted;
    struct buffer in;  /* what is not yet whole */
    struct buffer out; /* what the socket did not take */
};

struct limit {
    int listening, epoll;
    struct limit_client *clients;
    size_t count;
    struct limit_room rooms[MOST_ROOMS];
    struct limit_room *changed[MOST_ROOMS]; /* in this turn */
    size_t changed_count;
    struct buffer welcome; /* a frame */
    uint8_t read[READ_BYTES];
};

static void watch(struct limit *limit, int operation, int socket, uint32_t events, size_t index)
{
    struct epoll_event event = {.events = events, .data.u64 = index};
    CHECK(!epoll_ctl(limit->epoll, operation, socket, &event));
}

static void accept_all(struct limit *limit)
{
    int on = 1, socket;
    while ((socket = accept4(limit->listening, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        CHECK(limit->count < MOST_CLIENTS);
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        limit->clients[limit->count] = (struct limit_client){.socket = socket};
        watch(limit, EPOLL_CTL_ADD, socket, EPOLLIN, limit->count++);
    }
}

static void send_out(struct limit *limit, struct limit_client *client, const void *data,
                     size_t length)
{
    ssize_t sent = client->out.length ? 0 : send(client->socket, data, length, MSG_NOSIGNAL);
    if (sent < 0) sent = 0;
    if ((size_t)sent == length) return;
    if (!client->out.length)
        watch(limit, EPOLL_CTL_MOD, client->socket, EPOLLIN | EPOLLOUT,
              (size_t)(client - limit->clients));
    buffer_add(&client->out, (const uint8_t *)data + sent, length - (size_t)sent);
}

static void take_away(struct buffer *buffer, size_t length)
{
    memmove(buffer->data, buffer->data + length, buffer->length - length);
    buffer->length -= length;
}

static void send_rest(struct limit *limit, struct limit_client *client)
{
    ssize_t sent = send(client->socket, client->out.data, client->out.length, MSG_NOSIGNAL);
    if (sent > 0) take_away(&client->out, (size_t)sent);
    if (!client->out.length)
        watch(limit, EPOLL_CTL_MOD, client->socket, EPOLLIN, (size_t)(client - limit->clients));
}

static void enter(struct limit *limit, struct limit_client *client)
{
    unsigned number = (unsigned)strtoul((const char *)client->in.data + strlen("GET /"), NULL, 10);
    CHECK(number > 0 && number < MOST_ROOMS);
    struct limit_room *room = client->room = &limit->rooms[number];
    room->members = array_room(room->members, room->count, &room->capacity, sizeof *room->members);
    room->members[room->count++] = (size_t)(client - limit->clients);
}

static size_t upgrade(struct limit *limit, struct limit_client *client)
{
    static const char yes[] = "HTTP/1.1 101 Switching Protocols\r\n"
                              "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    const char *end = memmem(client->in.data, client->in.length, "\r\n\r\n", 4);
    if (!end) return 0;
    enter(limit, client);
    send_out(limit, client, yes, sizeof yes - 1);
    return (size_t)((const uint8_t *)end - client->in.data) + 4;
}

static void take_change(struct limit *limit, struct limit_room *room, const uint8_t *mask,
                        size_t length)
{
    const uint8_t *data = mask + 4;
    uint8_t *at = buffer_grow(&room->changes, length);
    for (size_t i = 0; i < length; i++) at[i] = data[i] ^ mask[i & 3];
    if (!room->change_count++) limit->changed[limit->changed_count++] = room;
}

static size_t take_message(struct limit *limit, struct limit_client *client)
{
    struct socket_frame frame = socket_frame(client->in.data, client->in.length);
    if (!frame.header) return 0;
    if (limit->welcome.length && !client->greeted)
        send_out(limit, client, limit->welcome.data, limit->welcome.length);
    else take_change(limit, client->room, client->in.data + frame.header - 4, frame.length);
    client->greeted = true;
    return frame.header + frame.length;
}

static void hear(struct limit *limit, struct limit_client *client)
{
    ssize_t got = read(client->socket, limit->read, sizeof limit->read);
    if (got <= 0) {
        if (!got || errno != EAGAIN) epoll_ctl(limit->epoll, EPOLL_CTL_DEL, client->socket, NULL);
        return;
    }
    buffer_add(&client->in, limit->read, (size_t)got);
    for (size_t taken = 1; taken && client->in.length;) {
        taken = client->room ? take_message(limit, client) : upgrade(limit, client);
        take_away(&client->in, taken);
    }
}

static void add_frame(struct buffer *frame, const struct buffer *message)
{
    uint8_t header[10];
    buffer_add(frame, header, socket_header(header, message->length));
    buffer_add(frame, message->data, message->length);
}

/* As large as those of a server are. */
#define MARK (UINT64_C(1) << 52)

static void tell(struct limit *limit, struct limit_room *room)
{
    struct buffer message = {0}, frame = {0};
    encode_changes_head(&message, room->seq, room->seq + room->change_count, MARK,
                        room->change_count);
    buffer_add(&message, room->changes.data, room->changes.length);
    add_frame(&frame, &message);
    for (size_t i = 0; i < room->count; i++)
        send_out(limit, &limit->clients[room->members[i]], frame.data, frame.length);
    room->seq += room->change_count;
    room->change_count = room->changes.length = 0;
    buffer_clear(&message);
    buffer_clear(&frame);
}

static void turn(struct limit *limit)
{
    struct epoll_event events[EVENTS];
    int count = epoll_wait(limit->epoll, events, EVENTS, -1);
    for (int i = 0; i < count; i++) {
        if (events[i].data.u64 == MOST_CLIENTS) {
            accept_all(limit);
            continue;
        }
        struct limit_client *client = &limit->clients[events[i].data.u64];
        if (events[i].events & EPOLLOUT) send_rest(limit, client);
        if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) hear(limit, client);
    }
    for (size_t i = 0; i < limit->changed_count; i++) tell(limit, limit->changed[i]);
    limit->changed_count = 0;
}

/* Bytes that mean nothing: who waits for them counts them only. */
static void prepare_welcome(struct limit *limit, size_t length)
{
    struct buffer message = {0};
    if (!length) return;
    memset(buffer_grow(&message, length), 0, length);
    add_frame(&limit->welcome, &message);
    buffer_clear(&message);
}

_Noreturn void limit_serve(int listening, size_t welcome)
{
    struct limit *limit = NEW(struct limit);
    prepare_welcome(limit, welcome);
    limit->listening = listening;
    limit->epoll = epoll_create1(0);
    limit->clients = allocate_zero(MOST_CLIENTS, sizeof *limit->clients);
    watch(limit, EPOLL_CTL_ADD, listening, EPOLLIN, MOST_CLIENTS);
    for (;;) turn(limit);
}
