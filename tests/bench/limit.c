#include "bench/limit.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "bench/socket.h"
#include "wire/encode.h"

enum { MOST_CLIENTS = 16384, EVENTS = 1024, READ_BYTES = 65536 };

struct limit_client {
    int socket;
    bool upgraded;
    struct buffer in;  /* what is not yet whole */
    struct buffer out; /* what the socket did not take */
};

struct limit {
    int listening, epoll;
    struct limit_client *clients;
    size_t count;
    struct buffer changes; /* of this turn */
    size_t change_count;
    uint64_t seq;
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

static size_t upgrade(struct limit *limit, struct limit_client *client)
{
    static const char yes[] = "HTTP/1.1 101 Switching Protocols\r\n"
                              "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    const char *end = memmem(client->in.data, client->in.length, "\r\n\r\n", 4);
    if (!end) return 0;
    client->upgraded = true;
    send_out(limit, client, yes, sizeof yes - 1);
    return (size_t)((const uint8_t *)end - client->in.data) + 4;
}

static size_t take_change(struct limit *limit, struct limit_client *client)
{
    struct socket_frame frame = socket_frame(client->in.data, client->in.length);
    if (!frame.header) return 0;
    const uint8_t *mask = client->in.data + frame.header - 4, *data = mask + 4;
    uint8_t *at = buffer_grow(&limit->changes, frame.length);
    for (size_t i = 0; i < frame.length; i++) at[i] = data[i] ^ mask[i & 3];
    limit->change_count++;
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
        taken = client->upgraded ? take_change(limit, client) : upgrade(limit, client);
        take_away(&client->in, taken);
    }
}

static void tell(struct limit *limit)
{
    if (!limit->change_count) return;
    struct buffer message = {0}, frame = {0};
    uint8_t header[10];
    encode_changes_head(&message, limit->seq, limit->seq + limit->change_count,
                        limit->change_count);
    buffer_add(&message, limit->changes.data, limit->changes.length);
    buffer_add(&frame, header, socket_header(header, message.length));
    buffer_add(&frame, message.data, message.length);
    for (size_t i = 0; i < limit->count; i++)
        if (limit->clients[i].upgraded)
            send_out(limit, &limit->clients[i], frame.data, frame.length);
    limit->seq += limit->change_count;
    limit->change_count = limit->changes.length = 0;
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
    tell(limit);
}

_Noreturn void limit_serve(int listening)
{
    struct limit *limit = NEW(struct limit);
    limit->listening = listening;
    limit->epoll = epoll_create1(0);
    limit->clients = allocate_zero(MOST_CLIENTS, sizeof *limit->clients);
    watch(limit, EPOLL_CTL_ADD, listening, EPOLLIN, MOST_CLIENTS);
    for (;;) turn(limit);
}
