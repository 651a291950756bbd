/* One connection to a Redis that mends itself: it resolves the name, connects, logs in, chooses
 * the database, notices when nothing answers any more, and begins again after a pause that
 * doubles up to two seconds, with jitter. */
#ifndef ARCHIPEL_JOURNAL_REDIS_LINK_H
#define ARCHIPEL_JOURNAL_REDIS_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "journal/pieces.h"
#include "journal/redis_address.h"

struct redisReply;
struct redis_link;
struct uv_loop_s;

struct redis_link_events {
    const char *name; /* what the link is for, in logs */
    /* It may be used from now on. */
    void (*on_up)(void *context);
    /* It may not be used any more; all that was sent has been answered with NULL. */
    void (*on_down)(void *context);
};

/* A reply, valid until the function returns; NULL: the connection was lost and nobody knows
 * whether the command was carried out. */
typedef void redis_on_reply(void *context, const struct redisReply *reply);

/* Connects in the background. `address` and `events` stay the caller's and must outlive the
 * link. When something is expected and nothing comes for `patience` ms, the link begins anew. */
struct redis_link *redis_link_new(struct uv_loop_s *loop, const struct redis_address *address,
                                  unsigned patience, const struct redis_link_events *events,
                                  void *context);

/* A command is its name and arguments, one piece each. Adds a piece. */
void redis_add_text(struct pieces *command, const char *text);
/* Adds a piece, a short one, as printf would write it. */
void redis_add_format(struct pieces *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Sends a command. False, and never a reply, when the link is down;
 * otherwise exactly one reply, never before this returns. */
bool redis_link_send(struct redis_link *link, const struct pieces *command, redis_on_reply *,
                     void *context);
/* Replies for ever: one when the subscription begins, then the messages, at the end NULL. */
bool redis_link_subscribe(struct redis_link *link, const char *pattern, redis_on_reply *,
                          void *context);

/* How many replies are still to come. */
size_t redis_link_pending(const struct redis_link *link);

/* Answers what is pending with NULL, then calls on_closed in a later turn of the loop; the
 * link is freed by then and no event comes after this call. Not to be called from a reply. */
void redis_link_close(struct redis_link *link, void (*on_closed)(void *context), void *context);

#endif
