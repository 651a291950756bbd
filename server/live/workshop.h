/* One workshop, alive: its state, its place in the journal, who is in it.
 *
 * The five steps stand in order in workshop.c: decide, apply, append, encode, tell, and on a lost
 * race undo and decide again. The files beside it: history.h (opening, catching up, restoring),
 * queue.h (what waits), fanout.h (whom to tell what), presence.h (who is here), counting.h (how much is hidden), member.h (who is
 * let in). */
#ifndef ARCHIPEL_LIVE_WORKSHOP_H
#define ARCHIPEL_LIVE_WORKSHOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/decide.h"
#include "core/state.h"
#include "live/counting.h"
#include "live/fanout.h"
#include "live/history.h"
#include "live/member.h"
#include "live/pace.h"
#include "live/presence.h"
#include "live/queue.h"
#include "protocol/generated/messages.h"

struct connection;
struct service;

/* What was decided and awaits the journal's word. */
struct batch {
    struct batch_item {
        struct submission *submission;
        struct decision decision; /* changes emptied into the entry */
        struct entry entry;       /* seq 0 when there is nothing to append */
        struct undo undo;
        struct tellings tellings;
        struct bytes *stored;
    } * items;
    size_t count, entries;
};

struct live_workshop {
    struct service *service;
    uint64_t id;
    struct history history; /* and the state that it comes to */
    struct queue queue;
    bool yields; /* the journal was asked for a newcomer: what waits is decided before that is
                    done again */
    struct batch batch;
    struct members members; /* waiting ones too */
    struct fanout fanout;
    struct pace pace;
    struct timer *hold; /* ends when what is held is due */
    struct presence presence;
    struct counting counting;
    bool review;         /* somebody's access changed: look at everybody before telling anything */
    bool code_changed;   /* its short code may have no sign yet (codes.h) */
    bool way_changed;    /* its links have changed: who shows the way in is told it anew (way.h) */
    size_t knocking;     /* so many of the newest members may wait to be let in */
    struct timer *knock; /* when they are looked at again */
    int64_t empty_since; /* steady ms; when the last one left */
    bool stirred;        /* among those of its service that have something to do: */
    struct live_workshop *next_stirred;
};

/* Starts opening it from the journal. Owned by workshops.h. */
struct live_workshop *workshop_open(struct service *service, uint64_t id);
/* Nobody may be in it. */
void workshop_free(struct live_workshop *workshop);

/* Takes a command; the submission is the workshop's from here on. */
void workshop_submit(struct live_workshop *workshop, struct submission *submission);

/* Something has come to it: it is looked at when the turn ends. */
void workshop_stir(struct live_workshop *workshop);
/* Decides what waits and tells what is due; called at the end of a turn. */
void workshop_turn(struct live_workshop *workshop);
/* Lets in those who wait, if they can be; while a batch is under way nobody can. */
void workshop_admit(struct live_workshop *workshop);
/* Tells and answers all that is due, now. First it looks at everybody's access if that has changed,
 * so that who may see less now is not told what came after. */
void workshop_tell(struct live_workshop *workshop);
/* Whether nothing is under way or waiting. */
bool workshop_is_quiet(const struct live_workshop *workshop);

/* A connection comes to it and waits to be let in. */
void workshop_enter(struct live_workshop *workshop, struct connection *connection);
/* A connection goes: it is closed, or was ended and the turn ends. */
void workshop_leave(struct connection *connection);
/* Whether the journal was asked since this question, 0 at first, came up; if not, asks, but
 * newcomers never keep what waits from being decided. To be called again until true. */
bool workshop_is_fresh(struct live_workshop *workshop, uint64_t *question);
/* Looks at those who wait to be let in after so many ms. */
void workshop_knock_after(struct live_workshop *workshop, int64_t ms);

#endif
