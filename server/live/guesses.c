/* The oldest of so many tells of every code there is, whenever it was given. */
#include "live/guesses.h"

void guesses_add(struct guesses *guesses, int64_t time)
{
    guesses->times[guesses->next] = time;
    guesses->next = (guesses->next + 1) % GUESSES_MOST;
}

bool guesses_are_many(const struct guesses *guesses, int64_t since)
{
    int64_t oldest = guesses->times[guesses->next];
    return oldest && oldest >= since;
}
