/* One call of a journal from its beginning to its completion, the same for every journal:
 * what was given (copied), then what came of it.
 *
 * The functions from call_create to call_find_sign are those of struct journal_calls: each makes its
 * call and has the journal carry it out (journal_calls.ask), which writes the outcome and hands
 * the call to call_complete. */
#ifndef ARCHIPEL_JOURNAL_CALL_H
#define ARCHIPEL_JOURNAL_CALL_H

#include "base/buffer.h"
#include "journal/journal.h"
#include "journal/pieces.h"

enum call_kind {
    CALL_CREATE,
    CALL_OPEN,
    CALL_APPEND,
    CALL_READ,
    CALL_KEEP_SNAPSHOT,
    CALL_REPLACE,
    CALL_LIST,
    CALL_PUT_SIGN,
    CALL_FIND_SIGN,
};

struct call {
    struct call *next; /* in a struct calls */
    enum call_kind kind;
    uint64_t workshop;
    void *carrier;  /* for whoever carries it out: itself, */
    unsigned since; /* and since when, in turns of its own */

    /* Given. */
    struct journal_position expected; /* append, replace; keep_snapshot: the snapshot's own */
    uint64_t epoch;                   /* replace: the new one */
    uint64_t first;                   /* read, replace: number of the first entry */
    size_t limit;                     /* read */
    uint64_t sign;                    /* put_sign, find_sign */

    /* Given to append, replace and keep_snapshot; found by read and open. */
    struct digest before;  /* of the chain before the first entry */
    struct digest reached; /* read: of the chain up to the last entry found */
    struct pieces entries;
    struct buffer snapshot;

    /* What came of it; UNAVAILABLE until somebody knows better. */
    enum journal_status status;
    struct journal_position position;
    uint64_t snapshot_seq;
    struct digest snapshot_head;
    struct buffer workshops; /* list, find_sign: uint64_t each */

    union {
        journal_on_done *done;
        journal_on_open *open;
        journal_on_read *read;
        journal_on_list *list;
    } completion;
    void *context;
};

/* Calls in the order in which they came. A zeroed one is empty. */
struct calls {
    struct call *first, *last;
};

/* Adds a call at the end. */
void calls_push(struct calls *calls, struct call *call);
/* The first call, now the caller's; NULL when there is none. */
struct call *calls_pop(struct calls *calls);

/* Makes the workshop. */
void call_create(struct journal *, uint64_t workshop, journal_on_done *, void *context);
/* Reads the newest snapshot and the position. */
void call_open(struct journal *, uint64_t workshop, journal_on_open *, void *context);
/* Appends these entries, if the position is the expected one. */
void call_append(struct journal *, uint64_t workshop, struct journal_position expected,
                 const struct journal_bytes *entries, size_t count, journal_on_done *,
                 void *context);
/* Reads up to `limit` entries after this one. */
void call_read(struct journal *, uint64_t workshop, uint64_t after, size_t limit, journal_on_read *,
               void *context);
/* Keeps a snapshot of the state at this position. */
void call_keep_snapshot(struct journal *, uint64_t workshop, struct journal_position position,
                        struct journal_bytes snapshot, journal_on_done *, void *context);
/* Puts a snapshot and the entries from `first` on in the place of what is there. */
void call_replace(struct journal *, uint64_t workshop, struct journal_position expected,
                  const struct journal_history *history, journal_on_done *, void *context);
/* Lists the workshops. */
void call_list(struct journal *, journal_on_list *, void *context);
/* Makes a sign lead to a workshop, unless it leads to another. */
void call_put_sign(struct journal *, uint64_t sign, uint64_t workshop, journal_on_done *,
                   void *context);
/* Finds where a sign leads. */
void call_find_sign(struct journal *, uint64_t sign, journal_on_list *, void *context);

/* Where an append or a replace leads. */
struct journal_position call_end(const struct call *call);
/* The snapshot of a replace stands here; that of keep_snapshot at `expected`. */
struct journal_position call_base(const struct call *call);
/* How many entries a read must find, once its position is known and `first` is the first entry
 * that is still there. */
uint64_t call_run_length(const struct call *call, uint64_t first);
/* Takes an entry of a read, which stands behind the chain `before`; false when that is not where
 * the entry found last leads. */
bool call_found(struct call *call, const struct digest *before, struct journal_bytes entry);
/* Whether a read that came to the journal's end came to its head. */
bool call_run_fits(const struct call *call);
/* Writes the outcome of a call of signs: the sign leads there, 0 for nowhere. */
void call_sign_leads(struct call *call, uint64_t workshop);
/* Takes back what was written about the outcome, to carry the call out again. */
void call_forget_outcome(struct call *call);
/* Tells the caller and frees the call. */
void call_complete(struct call *call);

#endif
