/* The workshops of a service that are open. */
#ifndef ARCHIPEL_LIVE_WORKSHOPS_H
#define ARCHIPEL_LIVE_WORKSHOPS_H

#include <stdint.h>

struct live_workshop;
struct service;

/* The workshop, being opened if it was not; it may fail in a later turn. NULL while one that
 * failed still waits for the journal. */
struct live_workshop *workshops_get(struct service *service, uint64_t id);

/* At the end of a turn: lets in, decides and tells in those to which something has come. */
void workshops_turn(struct service *service);

/* From time to time: asks the journal where nothing was heard for a while, puts away those that
 * are idle, with a snapshot, and those that are gone; looks again at those that were outdated. */
void workshops_sweep(struct service *service);

#endif
