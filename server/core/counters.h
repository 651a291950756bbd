/* How far each client of each person has come, so that what is sent twice counts once
 * (PROTOCOL.md, C6).
 *
 * Of each person the COUNTERS_KEPT clients that were accepted last are kept: the same ones wherever
 * the same entries were applied. Which others there may have been is known all the same, since a
 * client's id tells when it was made (C1): see counters_may_have_forgotten. */
#ifndef ARCHIPEL_CORE_COUNTERS_H
#define ARCHIPEL_CORE_COUNTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/table.h"

enum { COUNTERS_KEPT = 64 };

struct counter {
    uint64_t person, client; /* person 0: a guest or an organiser */
    uint64_t counter;        /* the last one accepted */
    uint64_t seq;            /* of the entry that holds it */
};

/* A zeroed one is empty. */
struct counters {
    struct table rosters;
};

void counters_clear(struct counters *counters);

/* The id of a client that is made where the workshop stands at this seq, and by chance. One that
 * never sends anything twice may say UINT64_MAX. */
uint64_t counters_client(uint64_t seq, uint64_t chance);

/* The last counter accepted from this client of this person; 0 when it is not known. */
uint64_t counters_get(const struct counters *counters, uint64_t person, uint64_t client);
/* All that is known of it; zero for nothing. */
struct counter counters_find(const struct counters *counters, uint64_t person, uint64_t client);

/* Whether anything was ever accepted from this person. */
bool counters_know(const struct counters *counters, uint64_t person);

/* Whether a client that is not known may have been: it was made before the oldest one kept was
 * accepted, and there was no room for more. Nobody can say what became of its commands. */
bool counters_may_have_forgotten(const struct counters *counters, uint64_t person, uint64_t client);

/* Takes it in place of what was known of this client. Answers the counter that had to make room,
 * zero when none had. */
struct counter counters_keep(struct counters *counters, const struct counter *counter);
/* Accepts a client that is not known. */
void counters_forget(struct counters *counters, uint64_t person, uint64_t client);

/* Walks all: start with *at == 0; false at the end. Those of a person come the oldest first. */
bool counters_next(const struct counters *counters, size_t *at, struct counter *counter);

#endif
