/* Who is told what: what is new goes to everybody who may see it, answers to those who asked.
 *
 *     tail   ┃ told to everybody ┃ not yet told ┃      oldest … newest
 *            ▲ from here one can resume          ▲ position
 *
 * A flush encodes what is not yet told once for each set of eyes (audience.h). When it is time to
 * flush, the pace says (pace.h). Whoever flushes has looked at who may still see what: here nobody's
 * access is asked. */
#ifndef ARCHIPEL_LIVE_FANOUT_H
#define ARCHIPEL_LIVE_FANOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/table.h"
#include "core/telling.h"
#include "live/parts.h"
#include "live/resumption.h"
#include "live/tail.h"

struct connection;
struct frame;
struct members;
struct service;
struct state;

struct fanout {
    struct service *service;
    const struct members *members;

    uint64_t workshop, epoch;
    struct tail tail;
    uint64_t newest; /* position */
    uint64_t told;   /* position of the last flush */

    struct fanout_answer { /* waits for the flush that carries its effect */
        uint64_t connection;
        struct frame *frame;
    } * answers;
    size_t answer_count, answer_capacity;

    struct table eyes; /* person → seq at which what they may see changed (as a pointer) */

    struct parts parts;
    struct resumptions resumptions;
};

/* `members` of this workshop are those who are told; they and the service outlive it. */
void fanout_init(struct fanout *fanout, struct service *service, uint64_t workshop,
                 const struct members *members);
/* Frees what it holds. */
void fanout_clear(struct fanout *fanout);
/* Forgets all entries: the state begins at this position. */
void fanout_reset(struct fanout *fanout, const struct journal_position *position);

/* The next entry; takes tellings and stored over. `told`: nobody has to be told of it. */
void fanout_add(struct fanout *fanout, uint64_t seq, struct tellings *tellings,
                struct bytes *stored, bool told);
/* An answer for after the next flush; keeps the frame. */
void fanout_answer(struct fanout *fanout, uint64_t connection, struct frame *frame);
/* What this person may see changed with entry seq. */
void fanout_eyes_changed(struct fanout *fanout, uint64_t person, uint64_t seq);

/* Entries not yet told. */
size_t fanout_untold(const struct fanout *fanout);
/* Whether a flush would tell anything, or answer. */
bool fanout_is_due(const struct fanout *fanout);
/* Tells and answers what is due. */
void fanout_flush(struct fanout *fanout);

/* The mark of a number (mark.h), as far as the tail reaches; beyond it 0. */
uint64_t fanout_mark(const struct fanout *fanout, uint64_t seq);

/* Whether what this one misses after seq can be sent, and is short enough for one message on a slow
 * line; if not, only a snapshot will do. The state must stand at the newest position. */
bool fanout_can_resume(struct fanout *fanout, const struct state *state,
                       const struct connection *connection, uint64_t seq);
/* Sends it, as it now is in the state, which must stand at the newest position. */
void fanout_resume(struct fanout *fanout, const struct state *state, struct connection *connection,
                   uint64_t seq);
/* Sends a whole snapshot of this state, which must stand at the newest position. */
void fanout_snapshot(struct fanout *fanout, const struct state *state,
                     struct connection *connection);

#endif
