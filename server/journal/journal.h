/* The journal: what makes an accepted command permanent and puts all commands of a
 * workshop into one order, on one server or many.
 *
 * It stores numbers and bytes and knows nothing of their meaning. Two implementations:
 * journal_sqlite.h (embedded, one server) and journal_redis.h (several servers); one
 * contract suite, tests/contract, runs against both. The guarantees:
 *
 *  J1  Sequence numbers start at 1 and have no gaps. A position is {epoch, seq, head}.
 *  J2  append(expected, batch) writes iff the last position is `expected`, head and all; else it
 *      answers CONFLICT with the journal's position; read then gives the entries the caller lacks.
 *  J3  A batch is written whole or not at all.
 *  J4  A completion never runs inside the call that started it.
 *  J5  After OK the batch survives the death of this process and of the journal's process,
 *      with durable settings (SQLite synchronous=FULL; Redis appendfsync always).
 *      A weaker Redis setting is said aloud at start.
 *  J6  read(after, limit) gives a contiguous ascending run from after + 1.
 *  J7  follow tells of appends and replacements made elsewhere; it may tell late, twice, or
 *      not at all: a hole is filled with read.
 *  J8  The epoch changes iff history was lost or rewritten.
 *  J9  UNAVAILABLE means the outcome is unknown: read, recognise your own, then decide.
 *  J10 replace swaps a workshop's whole history for another in one step: redaction,
 *      compaction, import, restore, and writing back a tail that the store has lost.
 *  J11 whisper reaches whoever follows the workshop elsewhere, at most once, perhaps never.
 *  J12 Entries are chained (chain.h): a head stands for all entries up to it. Two positions with
 *      one head have one past, and nothing is appended or kept behind another past than its own.
 *  J13 A store of an older format is brought to this one, with nothing lost, before anything else
 *      is done with it. One of a newer format is NEWER and is not touched.
 *  J14 A sign, a number, leads to the workshop that was first to put it up, for good. Signs are of
 *      no workshop's history: where a store has lost one, it may be put up again.
 *
 * All calls and completions happen on the loop's thread. Data given to a call is copied
 * before it returns; data given to a completion is valid until the completion returns.
 * Completions of one workshop come in the order of their calls. */
#ifndef ARCHIPEL_JOURNAL_JOURNAL_H
#define ARCHIPEL_JOURNAL_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

enum journal_status {
    JOURNAL_OK,
    JOURNAL_CONFLICT,    /* append: somebody else was first; position tells where they are */
    JOURNAL_ABSENT,      /* no such workshop */
    JOURNAL_EXISTS,      /* create: there is one already */
    JOURNAL_UNAVAILABLE, /* the store cannot be reached or is full; outcome unknown */
    JOURNAL_DAMAGED,     /* what was read is not what was written (a checksum fails, a gap) */
    JOURNAL_NEWER,       /* written by a newer server; untouched */
};

/* A word for logs, from one table. */
const char *journal_status_name(enum journal_status status);

struct journal_position {
    uint64_t epoch;     /* starts at 1 */
    uint64_t seq;       /* of the last entry, 0 for none */
    struct digest head; /* of the chain up to it; of no entry at all: zero */
};

/* Whether both are the same place in the same history. */
bool journal_position_equal(const struct journal_position *left,
                            const struct journal_position *right);

/* Bytes owned by somebody else. */
struct journal_bytes {
    const void *data;
    size_t length;
};

/* What open finds. The snapshot is the newest one stored for this epoch; its seq is 0, its head
 * zero and its data NULL when there is none. */
struct journal_opening {
    struct journal_position position;
    uint64_t snapshot_seq;
    struct digest snapshot_head; /* of the chain up to snapshot_seq */
    struct journal_bytes snapshot;
};

/* What read finds: entries[0] is `after` + 1. Empty when the reader is at the end; empty too,
 * with a position beyond `after`, when replace has removed those entries: open again and begin
 * with the snapshot. */
struct journal_run {
    struct journal_position position; /* the journal's, when it was read */
    uint64_t first;
    struct digest before; /* of the chain before entries[0], when there is one */
    const struct journal_bytes *entries;
    size_t count;
};

/* A whole history, for replace. The snapshot (may be empty) stands for all entries before
 * `first`, which are gone; with no snapshot first is 1 and `before` zero. */
struct journal_history {
    uint64_t epoch; /* above the one that it takes the place of */
    uint64_t first;
    struct digest before; /* of the chain before `first` */
    struct journal_bytes snapshot;
    const struct journal_bytes *entries;
    size_t count;
};

typedef void journal_on_open(void *context, enum journal_status, const struct journal_opening *);
typedef void journal_on_done(void *context, enum journal_status, struct journal_position);
typedef void journal_on_read(void *context, enum journal_status, const struct journal_run *);
typedef void journal_on_list(void *context, enum journal_status, const uint64_t *workshops,
                             size_t count);

/* What a follower hears. position: the journal moved there (or a rewrite happened: another
 * epoch); the follower reads what it lacks. {0, 0}: the workshop is gone.
 * whisper: bytes from another server. */
struct journal_follower {
    void *context;
    void (*on_position)(void *context, struct journal_position position);
    void (*on_whisper)(void *context, struct journal_bytes bytes);
};

struct journal;
struct call;

struct journal_calls {
    /* Makes an empty workshop at {1, 0, 0}. OK, EXISTS, UNAVAILABLE, NEWER. */
    void (*create)(struct journal *, uint64_t workshop, journal_on_done *, void *context);
    /* Position and newest snapshot. OK, ABSENT, UNAVAILABLE, DAMAGED, NEWER; and so below. */
    void (*open)(struct journal *, uint64_t workshop, journal_on_open *, void *context);
    /* J2, J3, J5, J12. The completion's position is the journal's after the call:
     * expected + count when OK, the other's when CONFLICT. */
    void (*append)(struct journal *, uint64_t workshop, struct journal_position expected,
                   const struct journal_bytes *entries, size_t count, journal_on_done *,
                   void *context);
    /* J6. limit from 1 to 4096. */
    void (*read)(struct journal *, uint64_t workshop, uint64_t after, size_t limit,
                 journal_on_read *, void *context);
    /* Keeps a snapshot of the state at `position`; older ones go. Dropped in silence when that is
     * no longer a place in this history or a newer snapshot is there. */
    void (*keep_snapshot)(struct journal *, uint64_t workshop, struct journal_position position,
                          struct journal_bytes snapshot, journal_on_done *, void *context);
    /* J10: writes iff the journal's position is `expected`; afterwards its position is
     * {history.epoch, first - 1 + count} with the head of its entries behind `before`. */
    void (*replace)(struct journal *, uint64_t workshop, struct journal_position expected,
                    const struct journal_history *history, journal_on_done *, void *context);
    void (*list)(struct journal *, journal_on_list *, void *context);
    /* J14: the sign leads to this workshop. OK, also when it did; EXISTS when it leads to another;
     * UNAVAILABLE. The completion's position says nothing. */
    void (*put_sign)(struct journal *, uint64_t sign, uint64_t workshop, journal_on_done *,
                     void *context);
    /* Where a sign leads: OK with one workshop, ABSENT with none; UNAVAILABLE. */
    void (*find_sign)(struct journal *, uint64_t sign, journal_on_list *, void *context);
    /* Carries out one of the above; for call.h alone, which owns it again when it completes. */
    void (*ask)(struct journal *, struct call *);
    /* One follower a workshop and journal; `follower` stays the caller's and must outlive
     * unfollow. After unfollow returns, it hears nothing more. */
    void (*follow)(struct journal *, uint64_t workshop, const struct journal_follower *follower);
    void (*unfollow)(struct journal *, uint64_t workshop);
    /* J11. At most 32 KiB. A journal of one server drops it. */
    void (*whisper)(struct journal *, uint64_t workshop, struct journal_bytes bytes);
    /* Whether the last contact with the store went well. */
    bool (*is_ready)(const struct journal *);
    /* Ends everything under way (completions come with UNAVAILABLE at the latest), then calls
     * on_closed, in a later turn of the loop; the journal is freed by then. What completions ask
     * meanwhile is answered with UNAVAILABLE. */
    void (*close)(struct journal *, void (*on_closed)(void *context), void *context);
};

/* Every journal begins with this. */
struct journal {
    const struct journal_calls *calls;
};

#endif
