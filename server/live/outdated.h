/* The workshops for which this server is outdated: a newer one has written to them what it does not
 * know. They are looked at again from time to time, since a journal can be put back. */
#ifndef ARCHIPEL_LIVE_OUTDATED_H
#define ARCHIPEL_LIVE_OUTDATED_H

#include <stdbool.h>
#include <stdint.h>

struct service;

/* What a look into the workshop's journal has shown. */
void outdated_note(struct service *service, uint64_t workshop, bool outdated);

/* Whether the last look has shown that; 0 names no workshop. */
bool outdated_has(const struct service *service, uint64_t workshop);

/* One of those whose last look was a while ago, or 0. It counts as looked at from now on, so that
 * asking again names another. */
uint64_t outdated_due(struct service *service);

#endif
