/* Commands as a roomful of people gives them at random: mostly what makes sense, now and then what
 * does not. Which follows from the chance and the state alone. */
#ifndef ARCHIPEL_TESTS_BUSTLE_H
#define ARCHIPEL_TESTS_BUSTLE_H

#include "core/decide.h"
#include "core/state.h"
#include "support/chance.h"

struct bustle {
    struct chance *chance;
    const struct state *state;
    uint64_t fresh; /* the next id that nothing has */
};

/* A record of this type that is there, once in a while an id that is not. */
uint64_t bustle_record(struct bustle *bustle, enum record_type type);

/* What is asked for next, as often as it is in a workshop; everything but founding. */
enum command_type bustle_type(struct bustle *bustle);
/* Who asks: mostly people; those who join are guests. */
struct context bustle_asker(struct bustle *bustle, enum command_type type);
/* What they say; the caller clears it. */
struct command bustle_command(struct bustle *bustle, enum command_type type,
                              const struct context *asker);

#endif
