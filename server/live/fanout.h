/* Who is told what: what is new goes to everybody who may see it, answers to those who asked.
 *
 *     tail   ┃ told to everybody ┃ not yet told ┃      oldest … newest
 *            ▲ from here one can resume          ▲ position
 *
 * A flush encodes what is not yet told once for each set of eyes (audience.h). When it is time to
 * flush, the pace says (pace.h). */
#ifndef ARCHIPEL_LIVE_FANOUT_H
#define ARCHIPEL_LIVE_FANOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/table.h"
#include "core/telling.h"
#include "live/pace.h"
#include "live/parts.h"
#include "live/resumption.h"
#include "live/tail.h"

struct connection;
struct frame;
struct live_workshop;
struct timer;

struct fanout {
    struct tail tail;
    uint64_t told; /* position of the last flush */

    struct fanout_answer { /* waits for the flush that carries its effect */
        uint64_t connection;
        struct frame *frame;
    } * answers;
    size_t answer_count, answer_capacity;

    struct table eyes; /* person → seq at which what they may see changed (as a pointer) */

    struct pace pace;
    struct timer *timer;

    struct parts parts;
    struct resumptions resumptions;
};

void fanout_init(struct live_workshop *workshop);
void fanout_clear(struct live_workshop *workshop);
/* Forgets all entries: the state was opened at this position. */
void fanout_reset(struct live_workshop *workshop, uint64_t seq);

/* Takes tellings and stored over. */
void fanout_add(struct live_workshop *workshop, uint64_t seq, struct tellings *tellings,
                struct bytes *stored);
/* An answer for after the next flush; keeps the frame. */
void fanout_answer(struct live_workshop *workshop, uint64_t connection, struct frame *frame);
/* What this person may see changed with entry seq. */
void fanout_eyes_changed(struct live_workshop *workshop, uint64_t person, uint64_t seq);

/* At the end of a turn, before anything else: what was flushed in the last one is sent. */
void fanout_begin_turn(struct live_workshop *workshop);
/* At the end of a turn: flushes what there is, or holds it. */
void fanout_turn(struct live_workshop *workshop);
/* Whether a flush would be held now; the turn in which it no longer would comes by itself. What
 * waits should not be decided before, so that one append carries what one flush tells. */
bool fanout_holds(struct live_workshop *workshop);
/* Flushes now. */
void fanout_flush(struct live_workshop *workshop);

/* Sends what a viewer misses after seq; false, and nothing sent, when only a snapshot will do. */
bool fanout_can_resume(const struct live_workshop *workshop, const struct connection *connection,
                       uint64_t seq);
void fanout_resume(struct live_workshop *workshop, struct connection *connection, uint64_t seq);
void fanout_snapshot(struct live_workshop *workshop, struct connection *connection);

#endif
