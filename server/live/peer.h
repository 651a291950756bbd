/* The other end of a connection, as live sees it: a WebSocket, the control socket of the
 * command line, a test's recorder, a simulated client.
 *
 * P1 No call of a peer runs connection code before it returns.
 * P2 After close, the transport delivers what is in the outbox, then the code, and calls
 *    connection_closed when all is over; received messages may still come and are ignored. */
#ifndef ARCHIPEL_LIVE_PEER_H
#define ARCHIPEL_LIVE_PEER_H

#include <stdint.h>

struct peer;

struct peer_calls {
    /* The connection's outbox is no longer empty: take from it at the end of this turn. */
    void (*wake)(struct peer *);
    /* Read nothing for `delay` ms: the person is over their rate. What comes anyway is served. */
    void (*pause)(struct peer *, int64_t delay);
    /* End with this close code (protocol/schema/codes.json). Called once. */
    void (*close)(struct peer *, unsigned code);
};

/* Every peer begins with this. */
struct peer {
    const struct peer_calls *calls;
};

#endif
