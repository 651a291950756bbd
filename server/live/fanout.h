/* Who is told what: the recent entries of a workshop, encoded once for all who see the same.
 *
 *     tail   ┃ told to everybody ┃ not yet told ┃      oldest … newest
 *            ▲ from here one can resume          ▲ position
 *
 * A flush encodes what is not yet told once for each set of eyes: a viewer's mask has a bit for
 * every audience (a scope and its exception) among the tellings, and viewers with one mask share
 * one frame.
 *
 * A send costs more than what is sent, so under load what happens close together is told together:
 *
 *     flush ┃ its sends ┃ hold ┃ decide what came meanwhile, append ┃ flush ┃ …
 *
 * The service's hold counts from flush to flush and is the longest that a change waits for others
 * to come along; what comes during the sends waits for their end anyway, which is taken off. When
 * enough have come, nobody waits. */
#ifndef ARCHIPEL_LIVE_FANOUT_H
#define ARCHIPEL_LIVE_FANOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/table.h"
#include "core/telling.h"

struct connection;
struct frame;
struct live_workshop;
struct timer;

struct told_entry {
    uint64_t seq;
    struct tellings tellings;
    struct bytes *stored; /* as the journal has it, to write it back if it is lost there */
};

struct fanout {
    struct told_entry *tail; /* a ring */
    size_t head, count, capacity;
    size_t bytes;  /* of stored, bounded */
    uint64_t told; /* position of the last flush */

    struct fanout_answer { /* waits for the flush that carries its effect */
        uint64_t connection;
        struct frame *frame;
    } * answers;
    size_t answer_count, answer_capacity;

    struct table eyes; /* person → seq at which what they may see changed (as a pointer) */

    struct timer *timer;
    int64_t flushed_at;          /* steady ms */
    int64_t took;                /* ms, sending what was flushed last */
    bool sending;                /* since the last flush there was no new turn */
    int64_t window;              /* the second that deliveries are counted in */
    uint64_t deliveries, before; /* in this window and in the one before */

    struct frame **parts[2]; /* snapshot parts: for everyone, for animators */
    size_t part_count[2];
    uint64_t parts_seq;
    bool parts_valid;
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

/* The stored bytes of entry seq, or NULL when it is no longer in the tail. */
const struct bytes *fanout_stored(const struct live_workshop *workshop, uint64_t seq);

#endif
