/* Who is here, and where their hands are: never kept, told at a bounded rate.
 *
 * A server tells its clients at most once a second who came and left, in one frame for all; it
 * whispers its own list to other servers when it changes, and every few seconds so that silence
 * means gone. Hints (cursors, drags) are told five times a second, the newest of each person,
 * and not at all when more than HINTS_MOST people are here. */
#ifndef ARCHIPEL_LIVE_PRESENCE_H
#define ARCHIPEL_LIVE_PRESENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/table.h"
#include "journal/journal.h"
#include "live/limits.h"
#include "protocol/generated/messages.h"

struct connection;
struct live_workshop;
struct timer;

enum { HINTS_MOST = 30 };

/* A person with at least one connection here, or who lately had. */
struct attendee {
    uint64_t person;
    unsigned connections;
    struct limits limits;
    bool hinted; /* hint is new */
    struct hinted hint;
};

/* What another server said. */
struct elsewhere {
    uint64_t server;
    int64_t heard; /* steady ms */
    struct bytes *people;
    int64_t guests;
};

struct presence {
    struct table attendees;  /* person → struct attendee */
    struct table elsewheres; /* server → struct elsewhere */
    int64_t guests;          /* connections here without a person */
    struct bytes *told;      /* ids, sorted: who the clients think is here */
    int64_t told_guests;
    bool changed;         /* here, since the last whisper */
    int64_t whispered_at; /* steady ms */
    struct timer *timer;  /* once a second while there is somebody */
    struct timer *hint_timer;
    bool ticking, hinting; /* whether the timers run */
};

void presence_init(struct live_workshop *workshop);
void presence_clear(struct live_workshop *workshop);

/* May end the oldest other connection of its person, never this one. */
void presence_came(struct live_workshop *workshop, struct connection *connection);
/* `person` as it was when it came. */
void presence_left(struct live_workshop *workshop, uint64_t person);
/* The whole list, to one who has just come. */
void presence_tell_whole(struct live_workshop *workshop, struct connection *connection);

/* The person's rate limits in this workshop; valid until the end of the turn. */
struct limits *presence_limits(struct live_workshop *workshop, uint64_t person);

void presence_hint(struct live_workshop *workshop, const struct connection *connection,
                   const struct message_hint *hint);
/* Something from another server. */
void presence_heard(struct live_workshop *workshop, struct journal_bytes bytes);

#endif
