/* What was accepted of each client of each person, so that what is sent twice counts once, and what
 * was refused is refused again (PROTOCOL.md, C6 and C7).
 *
 *     1 … 36       37 … 99                      100                    101 …
 *     forgotten    a bit each: accepted or not  the highest accepted   not accepted
 *
 * Of each person the COUNTERS_KEPT clients that were accepted last are kept: the same ones wherever
 * the same entries were applied. Which others there may have been is known all the same, since a
 * client's id tells when it was made (C1). */
#ifndef ARCHIPEL_CORE_COUNTERS_H
#define ARCHIPEL_CORE_COUNTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/table.h"

enum {
    COUNTERS_KEPT = 64,
    COUNTERS_WINDOW = 64, /* as many as may ever be under way (C8) */
};

struct counter {
    uint64_t person, client; /* person 0: a guest or an organiser */
    uint64_t counter;        /* the highest one accepted */
    uint64_t seq;            /* of the last entry of this client */
    uint64_t missed;         /* bit i: `counter` - 1 - i was not accepted; of the window only */
};

/* What is known of one command. */
enum recall {
    RECALL_NOT_ACCEPTED, /* never sent, or refused, or without effect: to be judged */
    RECALL_ACCEPTED,
    RECALL_FORGOTTEN, /* nobody can say any more */
};

/* A zeroed one is empty. */
struct counters {
    struct table rosters;
};

/* Forgets everybody. */
void counters_clear(struct counters *counters);

/* The id of a client that is made where the workshop stands at this seq, and by chance. One that
 * never sends anything twice may say UINT64_MAX. */
uint64_t counters_client(uint64_t seq, uint64_t chance);

/* What became of the command with this counter. Forgotten is one older than its client's window,
 * and whatever comes from a client that is not known and may have been: made before the oldest one
 * kept was accepted last, when there was no room for more. */
enum recall counters_recall(const struct counters *counters, uint64_t person, uint64_t client,
                            uint64_t counter);
/* All that is known of a client; zero for nothing. */
struct counter counters_find(const struct counters *counters, uint64_t person, uint64_t client);

/* Whether anything was ever accepted from this person. */
bool counters_know(const struct counters *counters, uint64_t person);

/* Accepts the command with this counter, which entry seq holds. Answers the client that had to make
 * room, zero when none had. */
struct counter counters_accept(struct counters *counters, uint64_t person, uint64_t client,
                               uint64_t counter, uint64_t seq);
/* Takes it in place of what was known of this client, and answers as counters_accept. */
struct counter counters_keep(struct counters *counters, const struct counter *counter);
/* Accepts a client that is not known. */
void counters_forget(struct counters *counters, uint64_t person, uint64_t client);

/* Walks all: start with *at == 0; false at the end. Those of a person come the oldest first. */
bool counters_next(const struct counters *counters, size_t *at, struct counter *counter);

#endif
