#include "support/fake_live.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#include "base/check.h"
#include "live/peer.h"
#include "protocol/generated/codes.h"
#include "wire/frame.h"

struct waiting {
    STAILQ_ENTRY(waiting) others;
    struct frame *frame;
};

struct connection {
    struct service *service;
    struct peer *peer;
    LIST_ENTRY(connection) others;
    STAILQ_HEAD(, waiting) outbox;
};

struct service {
    LIST_HEAD(, connection) connections;
    struct service_metrics metrics;
    void (*on_drained)(void *context);
    void *context;
    bool away;
};

struct service *service_new(const struct service_settings *settings, struct journal *journal,
                            struct host *host)
{
    (void)settings;
    (void)journal;
    (void)host;
    struct service *service = NEW(struct service);
    LIST_INIT(&service->connections);
    return service;
}

void service_turn(struct service *service)
{
    void (*on_drained)(void *context) = service->on_drained;
    service->on_drained = NULL;
    if (on_drained) on_drained(service->context);
}

bool service_is_ready(const struct service *service)
{
    return !service->away;
}

struct service_metrics service_metrics(const struct service *service)
{
    return service->metrics;
}

void service_drain(struct service *service, void (*on_drained)(void *context), void *context)
{
    struct connection *connection;
    LIST_FOREACH(connection, &service->connections, others)
    connection->peer->calls->close(connection->peer, CLOSE_GOING_AWAY);
    service->on_drained = on_drained;
    service->context = context;
}

void service_free(struct service *service)
{
    CHECK(LIST_EMPTY(&service->connections));
    free(service);
}

struct connection *connection_open(struct service *service, struct peer *peer)
{
    struct connection *connection = NEW(struct connection);
    connection->service = service;
    connection->peer = peer;
    STAILQ_INIT(&connection->outbox);
    LIST_INSERT_HEAD(&service->connections, connection, others);
    service->metrics.connections++;
    return connection;
}

size_t connection_message_limit(const struct connection *connection)
{
    (void)connection;
    return FAKE_LIMIT_BYTES;
}

static void put(struct connection *connection, struct frame *frame)
{
    struct waiting *waiting = NEW(struct waiting);
    waiting->frame = frame;
    STAILQ_INSERT_TAIL(&connection->outbox, waiting, others);
    connection->peer->calls->wake(connection->peer);
}

static struct frame *frame_of(unsigned size)
{
    uint8_t *bytes = allocate(size + 1u);
    memset(bytes, 'f', size);
    struct frame *frame = frame_new(bytes, size);
    free(bytes);
    return frame;
}

/* To `connection`, or to all when that is NULL. */
static void flood(struct service *service, struct connection *only, unsigned count, unsigned size)
{
    struct frame *frame = frame_of(size);
    struct connection *connection;
    LIST_FOREACH(connection, &service->connections, others)
    for (unsigned i = 0; i < count && (!only || connection == only); i++)
        put(connection, frame_keep(frame));
    frame_drop(frame);
}

/* Each of the frames that end a message is followed by one that does not. */
static void doors(struct connection *connection, unsigned count, unsigned size)
{
    for (unsigned i = 0; i < count; i++) {
        struct frame *door = frame_of(size);
        door->ends_message = true;
        put(connection, door);
        put(connection, frame_of(size));
    }
}

static void obey(struct connection *connection, const char *order)
{
    const struct peer_calls *calls = connection->peer->calls;
    unsigned a = 0, b = 0;
    if (sscanf(order, "close %u", &a) == 1) calls->close(connection->peer, a);
    else if (sscanf(order, "flood %u %u", &a, &b) == 2)
        flood(connection->service, connection, a, b);
    else if (sscanf(order, "doors %u %u", &a, &b) == 2) doors(connection, a, b);
    else if (sscanf(order, "all %u %u", &a, &b) == 2) flood(connection->service, NULL, a, b);
    else if (sscanf(order, "pause %u %u", &a, &b) >= 1) calls->pause(connection->peer, a);
    else connection->service->away = strcmp(order, "away") == 0;
    if (strncmp(order, "pause", 5) == 0 && b) calls->close(connection->peer, b);
}

void connection_receive(struct connection *connection, const uint8_t *data, size_t length,
                        bool text)
{
    (void)text;
    char order[64] = {0};
    if (length > 0 && length < sizeof order && data[0] == 0xc1) {
        memcpy(order, data + 1, length - 1);
        obey(connection, order);
    } else {
        put(connection, frame_new(data, length));
    }
}

struct frame *connection_take(struct connection *connection)
{
    struct waiting *waiting = STAILQ_FIRST(&connection->outbox);
    if (!waiting) return NULL;
    STAILQ_REMOVE_HEAD(&connection->outbox, others);
    struct frame *frame = waiting->frame;
    free(waiting);
    return frame;
}

void connection_closed(struct connection *connection)
{
    for (struct frame *frame; (frame = connection_take(connection));) frame_drop(frame);
    LIST_REMOVE(connection, others);
    connection->service->metrics.connections--;
    free(connection);
}
