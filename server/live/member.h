/* A connection as the rest of live sees it: sending, letting in, looking at it anew, ending.
 * connection.h is what transports see, and what comes in. */
#ifndef ARCHIPEL_LIVE_MEMBER_H
#define ARCHIPEL_LIVE_MEMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/secret.h"
#include "core/scope.h"
#include "live/limits.h"
#include "live/outbox.h"
#include "protocol/generated/codes.h"
#include "protocol/generated/messages.h"

struct frame;
struct live_workshop;
struct peer;
struct service;

enum connection_phase {
    CONNECTION_SILENT,    /* no hello yet */
    CONNECTION_WAITING,   /* its workshop is being opened */
    CONNECTION_MEMBER,    /* in a workshop */
    CONNECTION_ORGANISER, /* in none: may found and list */
    CONNECTION_ENDED,     /* closing; hears and says nothing more */
};

struct connection {
    struct service *service;
    struct peer *peer;
    uint64_t id; /* of this process; never reused */
    enum connection_phase phase;
    int64_t last_heard; /* steady ms; of its opening while silent */

    struct live_workshop *workshop; /* while waiting or member */
    struct connection *next_member; /* of its workshop, newest first */
    struct message_hello hello;     /* while waiting */
    uint64_t question;              /* for history_is_fresh, while waiting */

    struct secret digest; /* of the key it came with */
    uint64_t invitation;  /* 0 for an organiser */
    struct viewer viewer; /* groups: a reference of its own */
    struct limits limits; /* for guests; people's are their workshop's */

    bool unpacks; /* its snapshots may be packed */
    struct outbox outbox;
    uint64_t told;    /* position that was put into the outbox */
    unsigned waiting; /* commands not yet answered */
};

/* Puts a frame into the outbox; a connection that cannot take it is ended as too slow. */
void member_send(struct connection *connection, struct frame *frame);
void member_send_snapshot(struct connection *connection, struct frame *frame);
void member_send_message(struct connection *connection, const struct message *message);
/* Who it is and where it stands; `resumed` when what it has stays. */
void member_send_welcome(struct connection *connection, bool resumed);

/* Ends it: what is in the outbox is still delivered, then the code. */
void member_end(struct connection *connection, enum close_code code);
/* Takes it out of its workshop, if it is in one. */
void member_leave(struct connection *connection);

/* The workshop is there: lets the connection in, or ends it. */
void member_admit(struct connection *connection);
/* After something happened to access: still let in? Still the same eyes? Ends it, or gives it a
 * welcome and a whole snapshot, where not; a snapshot anyway when told to. */
void member_review(struct connection *connection, bool anyway);
/* Its join was accepted, for the first time or before. First it takes the key of this person, so
 * that nothing that ends their link's guests ends it; then, once all that was decided is told, it
 * becomes theirs, if a review has not made it so already. */
void member_take_key(struct connection *connection, uint64_t person, const struct bytes *digest);
void member_join(struct connection *connection, uint64_t person, bool first_time);

#endif
