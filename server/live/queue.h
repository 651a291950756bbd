/* What waits to be decided: commands in the order in which they came, and how many bytes they
 * are. */
#ifndef ARCHIPEL_LIVE_QUEUE_H
#define ARCHIPEL_LIVE_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/decide.h"

struct live_workshop;

/* A command on its way. */
struct submission {
    struct submission *next;
    struct command command; /* owned */
    struct context context;
    uint64_t client, counter;
    uint64_t connection; /* who waits for the answer */
    void (*answer)(struct live_workshop *, const struct submission *, const struct decision *,
                   uint64_t seq); /* instead of done or refused; NULL for those */
};

/* Frees it with its command and what its context holds of a foundation. */
void submission_free(struct submission *submission);

/* A zeroed struct queue is empty. */
struct queue {
    struct submission *first, *last;
    size_t count;
    size_t bytes;
};

/* Takes the submission over. */
void queue_add(struct queue *queue, struct submission *submission);
/* The same at its front: it has been taken before. */
void queue_put_back(struct queue *queue, struct submission *submission);
/* The oldest, now the caller's, or NULL. */
struct submission *queue_take(struct queue *queue);
/* Whether so much waits, because the journal is slow or away, that nothing more may be added. */
bool queue_is_full(const struct queue *queue);

#endif
