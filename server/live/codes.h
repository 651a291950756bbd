/* Short codes (core/short_code.h) across all workshops of a server: where they lead, and who guesses.
 *
 * A code is found by a sign in the journal (J14), so by every server over it, after any restart; that
 * the code leads in is said by its workshop alone. Where a workshop with a code is open, a server
 * sees to it that the sign is there.
 *
 * Guesses are counted for the whole server, since a hall of five hundred has one address. A code
 * leads in no more once GUESSES_MOST (guesses.h) were wrong since it was given; then it is
 * withdrawn, which its animators see. So whoever guesses finds a given code once in 34,000 times, and
 * the animator has another one in a click. docs/operations.md does the sum. */
#ifndef ARCHIPEL_LIVE_CODES_H
#define ARCHIPEL_LIVE_CODES_H

struct bytes;
struct connection;
struct service;

/* Somebody typed a code in the place of a hello: answers with the way in, or ends the connection, in
 * a later turn. */
void codes_try(struct connection *connection, const struct bytes *code);

/* At the end of a turn: goes on with what was tried. */
void codes_turn(struct service *service);
/* From time to time: puts up signs that are missing, withdraws codes that were guessed at. */
void codes_sweep(struct service *service);
/* Forgets what is under way, when the journal is closed. */
void codes_clear(struct service *service);

#endif
