/* Who is here, and where their hands are: never kept, told at a bounded rate.
 *
 * A server tells its clients at most once a second who came and left, every five seconds while its
 * loop is full, in one frame for all, which goes with the next changes when there is much to do; it
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
struct members;
struct service;
struct state;
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
    struct service *service;
    uint64_t workshop;
    const struct members *members;
    struct table attendees;  /* person → struct attendee */
    struct table elsewheres; /* server → struct elsewhere */
    int64_t guests;          /* connections here without a person */
    struct bytes *told;      /* ids, sorted: who the clients think is here */
    int64_t told_guests;
    int64_t told_at;      /* steady ms; or when the first one came */
    bool due;             /* to be told with what is told next */
    bool changed;         /* here, since the last whisper */
    int64_t whispered_at; /* steady ms */
    struct timer *timer;  /* once a second while there is somebody */
    struct timer *hint_timer;
    bool ticking, hinting; /* whether the timers run */
};

/* `members` are those of this workshop; they and the service outlive it. */
void presence_init(struct presence *presence, struct service *service, uint64_t workshop,
                   const struct members *members);
/* Frees what it holds and its timers. */
void presence_clear(struct presence *presence);

/* May end the oldest other connection of its person, never this one. */
void presence_came(struct presence *presence, const struct connection *connection);
/* `person` as it was when it came. */
void presence_left(struct presence *presence, uint64_t person);
/* The whole list, to one who has just come. */
void presence_tell_whole(struct presence *presence, struct connection *connection);

/* Something was told to all: what is due goes along. */
void presence_flushed(struct presence *presence);

/* The person's rate limits in this workshop; valid until the end of the turn. */
struct limits *presence_limits(struct presence *presence, uint64_t person);

/* A hint of this one, about something in the state: kept until hints are told, the newest counts. */
void presence_hint(struct presence *presence, const struct state *state,
                   const struct connection *connection, const struct message_hint *hint);
/* Something from another server. */
void presence_heard(struct presence *presence, struct journal_bytes bytes);

#endif
