/* The other end of a connection in a test: keeps every frame it was given, decodes what is in
 * them, and can be slow, silent or gone. */
#ifndef ARCHIPEL_TESTS_FAKE_PEER_H
#define ARCHIPEL_TESTS_FAKE_PEER_H

#include "live/peer.h"
#include "protocol/generated/codes.h"
#include "protocol/generated/messages.h"
#include "support/fake_host.h"

struct connection;
struct frame;
struct service;

struct fake_peer {
    struct peer peer;
    struct world *world;
    struct connection *connection; /* NULL when it is over */
    bool reads;
    bool woken, closing;
    unsigned code;  /* it was closed with; 0 while open, and when it was cut */
    int64_t paused; /* ms, the last pause asked for */
    uint64_t event;
    struct frame **frames;
    size_t frame_count, frame_capacity;
    struct message *messages;
    size_t message_count, message_capacity;
    size_t next; /* of messages, for fake_peer_next */
};

/* Connects; it reads. */
struct fake_peer *fake_peer_new(struct world *world, struct service *service);
/* Cuts the connection if there is one. */
void fake_peer_free(struct fake_peer *peer);

void fake_peer_send(struct fake_peer *peer, const struct message *message);
void fake_peer_send_bytes(struct fake_peer *peer, const void *data, size_t length);
/* A WebSocket text message. */
void fake_peer_send_text(struct fake_peer *peer, const char *text);
/* The network ends it: the server hears so at once. */
void fake_peer_cut(struct fake_peer *peer);
/* Takes nothing out of the outbox any more, or begins again. */
void fake_peer_set_reads(struct fake_peer *peer, bool reads);

/* The next message that was not looked at, or NULL; the peer keeps it. */
const struct message *fake_peer_next(struct fake_peer *peer);
/* The next one of this type; the ones before it are passed over. NULL when there is none. */
const struct message *fake_peer_find(struct fake_peer *peer, enum message_type type);
/* How many of this type ever came. */
size_t fake_peer_count(const struct fake_peer *peer, enum message_type type);
/* Whether these bytes stand in any frame it ever got. */
bool fake_peer_saw(const struct fake_peer *peer, const char *text);

#endif
