/* A thread of one's own for what blocks, one piece of work at a time.
 *
 * libuv's pool would do, but hands work over under a lock: when loop and pool share a core, each
 * piece costs four more switches between them. */
#ifndef ARCHIPEL_JOURNAL_WORKER_H
#define ARCHIPEL_JOURNAL_WORKER_H

struct uv_loop_s;
struct worker;

/* A resting worker. It keeps the loop alive only while it works or closes. */
struct worker *worker_new(struct uv_loop_s *loop);

/* Calls work(context) on the worker's thread, then done(context) on the loop's, in a later turn.
 * The worker must rest; in `done` it does again. */
void worker_run(struct worker *worker, void (*work)(void *context), void (*done)(void *context),
                void *context);

/* Ends a resting worker; on_closed(context) in a later turn, when it is freed. */
void worker_close(struct worker *worker, void (*on_closed)(void *context), void *context);

#endif
