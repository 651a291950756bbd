/* The event loop: everything of this program happens on its one thread, in turns.
 *
 *   timers ─▶ sockets and completions ─▶ end of turn ─▶ closing handles ─▶ again
 *
 * What comes in during a turn is only collected; the end of the turn judges it, writes what
 * is due and closes what must close. It is also the real `struct host` of live (live/host.h). */
#ifndef ARCHIPEL_NET_LOOP_H
#define ARCHIPEL_NET_LOOP_H

struct host;
struct loop;
struct uv_loop_s;

/* A loop in which nothing happens yet. */
struct loop *loop_new(void);
/* After loop_run has returned. Stops the program if a handle was left open. */
void loop_free(struct loop *loop);

/* For what brings handles of its own: journals, libwebsockets, sockets. */
struct uv_loop_s *loop_uv(struct loop *loop);
/* Its clocks and timers, as live wants them; valid as long as the loop. */
struct host *loop_host(struct loop *loop);

/* `turn` is called at the end of every turn until loop_end_turns. */
void loop_each_turn(struct loop *loop, void (*turn)(void *context), void *context);
/* No more ends of turn; without this loop_run never returns. */
void loop_end_turns(struct loop *loop);
/* The end of a turn comes now, though no socket has anything to say. Call it whenever something
 * was left to do outside the sockets' part of a turn; calling it too often costs nothing. */
void loop_kick(struct loop *loop);

/* Runs until every handle is closed. */
void loop_run(struct loop *loop);

#endif
