/* Commands as a roomful of people gives them at random: mostly what makes sense, now and then what
 * does not. Which follows from the seed and the state alone; each step has dice of its own, so
 * that one command more, or a field more, leaves the other steps as they fell. */
#ifndef ARCHIPEL_TESTS_BUSTLE_H
#define ARCHIPEL_TESTS_BUSTLE_H

#include "core/decide.h"
#include "core/state.h"
#include "support/chance.h"

struct bustle {
    uint64_t seed, steps;
    struct chance dice; /* of this step */
    const struct state *state;
    uint64_t fresh; /* the next id that nothing has */
};

/* The caller keeps the state; `fresh` is an id that nothing has, nor any above it. */
void bustle_init(struct bustle *bustle, const struct chance *seed, const struct state *state,
                 uint64_t fresh);
/* Goes on to the next step. */
void bustle_step(struct bustle *bustle);

/* A record of this type that is there, once in a while an id that is not. */
uint64_t bustle_record(struct bustle *bustle, enum record_type type);

/* What is asked for, as often as it is in a workshop; everything but founding. */
enum command_type bustle_type(struct bustle *bustle);
/* Who asks: mostly people; those who join are guests. */
struct context bustle_asker(struct bustle *bustle, enum command_type type);
/* What they say; the caller clears it. */
struct command bustle_command(struct bustle *bustle, enum command_type type,
                              const struct context *asker);

#endif
