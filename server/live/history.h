/* A workshop's place in the journal: opening it, catching up with what others wrote, giving
 * back what the store has lost.
 *
 * Stored bytes are a link of a chain and an entry: 8 bytes, big-endian, the FNV-1a hash (Fowler,
 * Noll, Vo; 64 bits) of all entries before it. A server whose memory and whose journal have
 * parted finds out at the next entry, whatever the sequence numbers say. */
#ifndef ARCHIPEL_LIVE_HISTORY_H
#define ARCHIPEL_LIVE_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"
#include "core/entry.h"
#include "journal/journal.h"

struct live_workshop;
struct timer;

struct history {
    struct journal_position position; /* of the state, tentative entries aside */
    uint64_t chain;                   /* of all entries up to position */
    struct journal_position heard;    /* what the journal's follow said last */
    bool has_heard;
    bool busy;             /* a call of the journal is under way that must end before the next */
    bool rewritten;        /* opening again: everybody needs a fresh snapshot */
    bool diverged;         /* what we had is not what the journal has: start a new epoch */
    uint64_t snapshot_seq; /* of the newest snapshot kept */
    bool keeping;          /* a snapshot is being kept: */
    uint64_t keeping_seq;  /* this one */
    struct timer *retry;
    int64_t retry_delay; /* ms */
    int64_t verified_at; /* steady ms; last time the journal was asked */
    bool yields; /* asked for a newcomer: what waits is decided before the next such question */
    uint64_t asked, answered; /* readings of the journal begun; the last one that ended well */
    struct journal_position lost_at; /* where a journal ended that has less than we have */
    struct journal_follower follower;
};

/* Reads the workshop from the journal; ends in workshop_opened or workshop_failed. */
void history_open(struct live_workshop *workshop);
/* Stops following the journal. */
void history_unfollow(struct live_workshop *workshop);
/* Frees what it holds. No call may be under way, unless the service has stopped: then the
 * journal is closed already and will not complete anything any more. */
void history_close(struct live_workshop *workshop);

/* The bytes of an entry that comes after `chain`, and the chain after it. */
struct bytes *history_store(const struct entry *entry, uint64_t *chain);

/* Reads on from the position until the journal's end, then clears busy. */
void history_catch_up(struct live_workshop *workshop);
/* As catch_up, after a while that grows from attempt to attempt. */
void history_retry(struct live_workshop *workshop);
/* Looks into what was heard while busy. */
void history_look(struct live_workshop *workshop);
/* Asks the journal when it was not asked for a while: what follow tells may get lost. */
void history_verify(struct live_workshop *workshop);
/* Whether the journal has been asked since this question, 0 at first, came up; if not, asks, but
 * newcomers never keep what waits from being decided. To be called again until true. */
bool history_is_fresh(struct live_workshop *workshop, uint64_t *question);
/* Keeps a snapshot when enough has happened, or anyway when forced. */
void history_snapshot(struct live_workshop *workshop, bool forced);

#endif
