/* A workshop's place in the journal: opening it, catching up with what others wrote, giving
 * back what the store has lost. It holds the state that all this comes to, and reports by a struct
 * of events; it knows nobody who is in the workshop.
 *
 * The head of the chain of entries (journal/chain.h) is held against the journal's with every
 * answer: a server whose memory and whose journal have parted finds out at once, whatever the
 * numbers say. What a journal has lost is written back where the tail still reaches; where it does
 * not, or somebody has written there since, a new epoch begins, and that is told aloud. */
#ifndef ARCHIPEL_LIVE_HISTORY_H
#define ARCHIPEL_LIVE_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"
#include "core/entry.h"
#include "journal/journal.h"
#include "protocol/generated/codes.h"

struct service;
struct state;
struct tail;
struct tellings;
struct timer;

/* What it reports, each with the context it was given. None of them may open or close it; of its
 * other calls they may make any. */
struct history_events {
    /* An entry that came from the journal is in the state: whom it concerns hears of it. Takes
     * tellings and stored over. */
    void (*entered)(void *context, const struct entry *entry, struct tellings *tellings,
                    struct bytes *stored);
    /* What history_append was given is in the journal (JOURNAL_OK) and may be told; or it is not,
     * or nobody knows, and has to be taken back from the state before this returns. */
    void (*appended)(void *context, enum journal_status status);
    /* Everything known is void; this is the last moment in which the state is what was told. */
    void (*ending)(void *context);
    /* The state begins at the position, before the entries that come after it are entered. */
    void (*begun)(void *context);
    /* The state stands at the journal's end for the first time, or anew after a rewrite:
     * everybody needs a fresh snapshot. */
    void (*opened)(void *context, bool anew);
    /* It cannot be served (any more). */
    void (*failed)(void *context, enum close_code code);
    /* The journal has answered all that it was asked: what waits may be decided. */
    void (*freed)(void *context);
    /* Another server whispered. */
    void (*heard)(void *context, struct journal_bytes whisper);
};

enum history_phase {
    HISTORY_OPENING, /* being read from the journal */
    HISTORY_READY,
    HISTORY_GONE, /* could not be opened or read on */
};

struct history {
    struct service *service;
    uint64_t workshop;
    const struct tail *tail; /* of what was entered, to give it back */
    const struct history_events *events;
    void *context;

    enum history_phase phase;
    struct state *state;              /* at position; whoever decides may be ahead in it */
    struct journal_position position; /* of the state, tentative entries aside */
    struct journal_position heard;    /* what the journal's follow said last */
    bool has_heard;
    bool busy;             /* a call of the journal is under way that must end before the next */
    bool rewritten;        /* opening again: everybody needs a fresh snapshot */
    bool diverged;         /* what we had is not what the journal has: start a new epoch */
    uint64_t epoch_seen;   /* the highest that anybody has proved; a new one is above it */
    uint64_t snapshot_seq; /* of the newest snapshot kept */
    bool keeping;          /* a snapshot is being kept: */
    uint64_t keeping_seq;  /* this one */
    struct timer *retry;
    int64_t retry_delay;      /* ms */
    unsigned partings;        /* while opening: a snapshot was not of the history behind it */
    int64_t verified_at;      /* steady ms; last time the journal was asked */
    uint64_t asked, answered; /* readings of the journal begun; the last that ended well */
    struct journal_follower follower;
};

/* Begins it: reads the workshop from the journal, which ends in opened or failed, in a later
 * turn. What it is given outlives it. */
void history_open(struct history *history, struct service *service, uint64_t workshop,
                  const struct tail *tail, const struct history_events *events, void *context);
/* Stops following the journal. */
void history_unfollow(struct history *history);
/* Frees what it holds. No call may be under way, unless the service has stopped: then the
 * journal is closed already and will not complete anything any more. */
void history_close(struct history *history);

/* Whether no call of the journal is under way. */
bool history_is_quiet(const struct history *history);
/* Gives it up: reports that it has failed. */
void history_fail(struct history *history, enum close_code code);

/* The bytes of an entry. */
struct bytes *history_store(const struct entry *entry);
/* Appends entries (history_store), which the state holds tentatively. Only when it is ready and not
 * busy. Ends in appended. */
void history_append(struct history *history, const struct journal_bytes *entries, size_t count);

/* Asks the journal when it was not asked for a while: what follow tells may get lost. */
void history_verify(struct history *history);
/* Whether the journal has been asked since this question, 0 at first, came up. */
bool history_is_fresh(const struct history *history, uint64_t *question);
/* Asks the journal what is new; false when that is not possible now. */
bool history_ask(struct history *history);
/* Somebody has proved that they were told what this history, just asked for, does not have: what
 * was confirmed is lost. The state becomes the beginning of a new epoch, above theirs; ends in
 * opened. False when that is not possible now. */
bool history_begin_epoch(struct history *history, uint64_t epoch_seen);
/* Keeps a snapshot when enough has happened, or anyway when forced; not while it is busy. */
void history_snapshot(struct history *history, bool forced);

#endif
