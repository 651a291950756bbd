/* The way in that a server can show by itself: a key that gives what a participants' link gives, as
 * long as that link works (PROTOCOL.md, H22).
 *
 * It is derived from the organiser's key and kept nowhere, so that a wall shows how to come in, and a
 * short code leads in, without anybody's key being kept: whoever has the store alone has none. */
#ifndef ARCHIPEL_LIVE_WAY_H
#define ARCHIPEL_LIVE_WAY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/access.h"

struct connection;
struct state;

/* What the connection's key gives in a workshop of this state, if it is the key of a way in; false
 * when it is none. */
bool way_access(const struct connection *connection, uint64_t workshop, const struct state *state,
                struct access *access);
/* Sends it the way in by the newest participants' link of a workshop, or that there is none. */
void way_send(struct connection *connection, uint64_t workshop, const struct state *state);
/* The same to a member who shows it to others: a screen or an animator. Nothing to anybody else. */
void way_tell(struct connection *connection, uint64_t workshop, const struct state *state);

#endif
