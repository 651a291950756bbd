/* The socket that people knock at. It is ours and not the library's, so that it can close alone
 * (a server that stops serves on those it has), count, and breathe when descriptors run out. */
#ifndef ARCHIPEL_NET_LISTENER_H
#define ARCHIPEL_NET_LISTENER_H

#include <stddef.h>

#include "net/address.h"

struct listener;
struct loop;

/* Binds and listens. NULL and one sentence in `problem` when the address cannot be had. */
struct listener *listener_new(struct loop *loop, const struct address *address, char *problem,
                              size_t problem_bytes);

/* From now on `on_connection` gets each new connection's socket, non-blocking, and owns it. */
void listener_start(struct listener *listener, void (*on_connection)(void *context, int socket),
                    void *context);

/* Where it really listens. */
const char *listener_address(const struct listener *listener);

/* Takes nobody more and frees the listener; accepts NULL. */
void listener_close(struct listener *listener);

#endif
