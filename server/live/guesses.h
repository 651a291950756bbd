/* When the last wrong short codes were tried, whoever tried them: a hall of five hundred has one
 * address. codes.h says what follows. */
#ifndef ARCHIPEL_LIVE_GUESSES_H
#define ARCHIPEL_LIVE_GUESSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* So many wrong ones since a code was given, and it leads in no more. */
enum { GUESSES_MOST = 1000 };

/* A zeroed one has seen none. */
struct guesses {
    int64_t times[GUESSES_MOST]; /* ms since 1970, in a ring */
    size_t next;                 /* the oldest */
};

/* One more was wrong, at this time. */
void guesses_add(struct guesses *guesses, int64_t time);
/* Whether GUESSES_MOST or more were wrong since then. */
bool guesses_are_many(const struct guesses *guesses, int64_t since);

#endif
