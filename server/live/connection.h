/* One connected client, from its first byte to its last: hello, commands, outbox.
 *
 * A transport makes one for each peer, hands over whole messages, takes frames out, and says
 * when it is over. Nothing but a few bytes and a deadline is held before a valid hello. */
#ifndef ARCHIPEL_LIVE_CONNECTION_H
#define ARCHIPEL_LIVE_CONNECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct connection;
struct frame;
struct peer;
struct service;

/* Owned by the transport until connection_closed. */
struct connection *connection_open(struct service *service, struct peer *peer);

/* The largest message the client may send right now, bytes; grows after hello. A transport
 * closes with CLOSE_TOO_BIG as soon as it knows that a message is larger. */
size_t connection_message_limit(const struct connection *connection);

/* One whole message. `text` tells a WebSocket text message: refused, as bad_message. */
void connection_receive(struct connection *connection, const uint8_t *data, size_t length,
                        bool text);

/* The next frame to send, or NULL; the caller drops it when it is sent. */
struct frame *connection_take(struct connection *connection);

/* The transport is gone. Frees the connection. */
void connection_closed(struct connection *connection);

#endif
