/* A connection as the rest of live sees it: what is known of it, sending, ending. connection.h is
 * what transports see; admission.h lets it in. */
#ifndef ARCHIPEL_LIVE_MEMBER_H
#define ARCHIPEL_LIVE_MEMBER_H

#include <stdbool.h>
#include <stddef.h>
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
    CONNECTION_TRYING,    /* a short code is being looked for */
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

    enum close_code code;           /* once ended */
    struct connection *next_ending; /* of its service, until the turn ends */

    struct live_workshop *workshop; /* while waiting or member, and until the turn ends */
    bool present;                   /* counted as somebody who is here */
    struct connection *next_member, *previous_member; /* of its workshop, newest first */
    struct message_hello hello;                       /* while waiting */
    uint64_t question;                                /* for workshop_is_fresh, while waiting */
    int64_t doubted_at; /* steady ms, while waiting: its position was not found first, */
    int64_t look_at;    /* and is looked for again; 0 */

    struct secret digest; /* of the key it came with */
    uint64_t invitation;  /* 0 for an organiser */
    struct viewer viewer; /* groups: a reference of its own */
    struct limits limits; /* for guests; people's are their workshop's */

    bool unpacks; /* its snapshots may be packed */
    struct outbox outbox;
    uint64_t told;    /* position that was put into the outbox */
    unsigned waiting; /* commands not yet answered */
};

/* Those of one workshop, waiting ones too, newest first. Who is ended leaves when the turn ends, so
 * that a list can be walked whatever happens on the way. A zeroed struct members is empty. */
struct members {
    struct connection *first;
    size_t count;
};

/* Adds a connection that is in no workshop. */
void members_add(struct members *members, struct connection *connection);
/* Takes one out that is there. */
void members_remove(struct members *members, struct connection *connection);

/* Puts a frame into the outbox; a connection that cannot take it is ended as too slow, and nothing
 * more is sent on it. Nothing is sent on one that is ended. */
void member_send(struct connection *connection, struct frame *frame);
/* The same for a part of a snapshot, which may be as large as it is. */
void member_send_snapshot(struct connection *connection, struct frame *frame);
/* Encodes a message and sends it. */
void member_send_message(struct connection *connection, const struct message *message);

/* Ends it: nothing more is heard or said. At the end of the turn it leaves its workshop and its
 * peer is told the code, behind what is in the outbox. The first code counts. */
void member_end(struct connection *connection, enum close_code code);
/* The next that was ended and has not been taken, or NULL. */
struct connection *member_take_ended(struct service *service);
/* It goes before the turn ends: takes it out of those that were ended, if it is among them. */
void member_forget_ended(struct connection *connection);

#endif
