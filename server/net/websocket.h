/* WebSockets: each is the transport of one connection of live (live/connection.h).
 *
 * Binary frames of subprotocol archipel.v1, no extension. Whole messages go in, as far as the
 * connection allows; frames come out once a turn, joined into one message. */
#ifndef ARCHIPEL_NET_WEBSOCKET_H
#define ARCHIPEL_NET_WEBSOCKET_H

#include <stddef.h>

struct loop;
struct lws_protocols;
struct service;
struct websockets;

/* All WebSockets of a server. `loop` and `service` stay the caller's and outlive it. */
struct websockets *websockets_new(struct loop *loop, struct service *service);
/* When all of them are closed. */
void websockets_free(struct websockets *websockets);

/* What libwebsockets binds a WebSocket of our subprotocol to. */
struct lws_protocols websocket_protocol(struct websockets *websockets);

/* At the end of a turn: writes what is due, closes what must close. */
void websockets_turn(struct websockets *websockets);

/* How many are open. */
size_t websockets_count(const struct websockets *websockets);

/* Drops all that are left, without a close code: they had their time. */
void websockets_abort(struct websockets *websockets);

#endif
