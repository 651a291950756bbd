/* The state of one workshop: its records, and how far each client has come.
 *
 * Whoever decides reads it; whoever applies changes it, and gets back how to undo that.
 * Records handed out stay valid until the next apply or undo. */
#ifndef ARCHIPEL_CORE_STATE_H
#define ARCHIPEL_CORE_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pairs.h"
#include "core/counters.h"
#include "core/entry.h"
#include "core/telling.h"
#include "protocol/generated/references.h"

struct state;

/* Nothing at all; owned by the caller. */
struct state *state_new(void);
/* Gives everything up; accepts NULL. */
void state_free(struct state *state);

/* The record, or NULL. */
const struct record *state_get(const struct state *state, enum record_type type, uint64_t id);
/* How many records of a type there are. */
size_t state_count(const struct state *state, enum record_type type);
/* The record at an index below that count, in no order. */
const struct record *state_at(const struct state *state, enum record_type type, size_t index);

/* A walk over the records that an index finds; it costs what it walks, and ends with the next apply
 * or undo. */
struct holders {
    const struct state *state;
    struct pairs_place place;
    enum record_index index;
    uint64_t value;
    bool further;
};

/* Those with this value, in the order of their ids; none for 0. For a text the value is its
 * fold_key, and two texts may share one. */
struct holders state_holders(const struct state *state, enum record_index index, uint64_t value);
/* Those with this value or a greater one, in the order of the values. */
struct holders state_holders_from(const struct state *state, enum record_index index,
                                  uint64_t value);
/* The next one, NULL at the end. */
const struct record *holders_next(struct holders *holders);

/* How many there are with this value. */
size_t state_count_holders(const struct state *state, enum record_index index, uint64_t value);

/* The workshop itself; NULL before it is founded. */
const struct workshop *state_workshop(const struct state *state);
/* Its id; 0 before it is founded. */
uint64_t state_workshop_id(const struct state *state);
/* The person, or NULL. */
const struct person *state_person(const struct state *state, uint64_t id);
/* The card, or NULL. */
const struct card *state_card(const struct state *state, uint64_t id);
/* The link, or NULL. */
const struct link *state_link(const struct state *state, uint64_t id);
/* The board, or NULL. */
const struct board *state_board(const struct state *state, uint64_t id);
/* The access link, or NULL. */
const struct invitation *state_invitation(const struct state *state, uint64_t id);

/* How far each client has come. */
const struct counters *state_counters(const struct state *state);
/* Takes a counter that a snapshot holds. */
void state_keep_counter(struct state *state, const struct counter *counter);

/* How to take an entry back. A zeroed struct undo is empty. */
struct undo {
    struct changes inverse;   /* in the order in which they are to be applied */
    uint64_t person, client;  /* whose counter was moved; client 0: nobody's */
    struct counter before;    /* what was known of it, and */
    struct counter forgotten; /* what made room for it; zero for nothing */
};
/* Gives it up: the entry stays. */
void undo_clear(struct undo *undo);

/* Applies one change; *inverse (may be NULL) becomes the change that takes it back, owned by
 * the caller. False, with nothing done, when it does not fit: a patch, a drop or an
 * edit of a record that is not there, a put without an id, an edit that is none of the text. Such a change comes from a damaged journal only. */
bool state_apply(struct state *state, const struct change *change, struct change *inverse);

/* Applies an entry and notes its counter; *undo and *tellings (either may be NULL) are filled,
 * the caller clears them. False, with nothing done, when one of its changes does not fit. */
bool state_apply_entry(struct state *state, const struct entry *entry, struct undo *undo,
                       struct tellings *tellings);
/* Takes an entry back; undo is cleared. Entries are taken back last first. */
void state_undo(struct state *state, struct undo *undo);

#endif
