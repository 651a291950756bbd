/* Two lists of calls and one worker thread:
 *
 *     append, read, … ──▶ waiting ──▶ running (worker: one transaction) ──▶ completions
 *                            ▲                                                  │
 *                            └──────── whatever is asked meanwhile ─────────────┘
 *
 * All that waits when the worker comes back runs as the next transaction, so one fsync pays
 * for everything that was asked during the previous one. */
#include "journal/journal_sqlite.h"

#include <stdlib.h>

#include "base/check.h"
#include "journal/call.h"
#include "journal/sqlite_store.h"
#include "journal/worker.h"

struct journal_sqlite {
    struct journal journal; /* first: callers hold this */
    struct worker *worker;
    struct sqlite_store *store; /* the worker's while `working` */
    struct calls waiting, running;
    bool working, telling, ready;
    void (*on_closed)(void *context); /* set: closing */
    void *closed_context;
};

static struct journal_sqlite *from(struct journal *journal)
{
    return (struct journal_sqlite *)journal;
}

static void work(void *context)
{
    struct journal_sqlite *self = context;
    sqlite_store_run(self->store, &self->running);
}

static void close_store(void *context)
{
    struct journal_sqlite *self = context;
    sqlite_store_close(self->store);
}

/* What is asked while the caller hears of the end is answered too. */
static void on_worker_closed(void *context)
{
    struct journal_sqlite *self = context;
    struct call *call;
    while ((call = calls_pop(&self->waiting))) call_complete(call);
    self->on_closed(self->closed_context);
    free(self);
}

static void on_store_closed(void *context)
{
    struct journal_sqlite *self = context;
    worker_close(self->worker, on_worker_closed, self);
}

static void on_worked(void *context);

/* Starts the worker if it rests and there is something to do. */
static void go_on(struct journal_sqlite *self)
{
    if (self->working || self->telling || (!self->on_closed && !self->waiting.first)) return;
    self->working = true;
    if (self->on_closed) {
        worker_run(self->worker, close_store, on_store_closed, self);
        return;
    }
    self->running = self->waiting;
    self->waiting = (struct calls){0};
    worker_run(self->worker, work, on_worked, self);
}

/* The worker goes on with what waits while callers hear of what is done. If nothing waits, it
 * rests until all have heard, so that what they ask next is one transaction again. */
static void on_worked(void *context)
{
    struct journal_sqlite *self = context;
    struct calls done = self->running;
    struct call *call;
    self->working = false;
    self->running = (struct calls){0};
    go_on(self);
    self->telling = true;
    while ((call = calls_pop(&done))) {
        self->ready = call->status != JOURNAL_UNAVAILABLE;
        call_complete(call);
    }
    self->telling = false;
    go_on(self);
}

static void ask(struct journal *journal, struct call *call)
{
    calls_push(&from(journal)->waiting, call);
    go_on(from(journal));
}

/* The file is ours alone: nobody else ever appends, nobody else is there to whisper to. */
static void follow(struct journal *journal, uint64_t workshop,
                   const struct journal_follower *follower)
{
    (void)journal, (void)workshop, (void)follower;
}

static void unfollow(struct journal *journal, uint64_t workshop)
{
    (void)journal, (void)workshop;
}

static void whisper(struct journal *journal, uint64_t workshop, struct journal_bytes bytes)
{
    (void)journal, (void)workshop, (void)bytes;
}

static bool is_ready(const struct journal *journal)
{
    return ((const struct journal_sqlite *)journal)->ready;
}

static void close_journal(struct journal *journal, void (*on_closed)(void *context), void *context)
{
    CHECK(on_closed && !from(journal)->on_closed);
    from(journal)->on_closed = on_closed;
    from(journal)->closed_context = context;
    go_on(from(journal));
}

static const struct journal_calls sqlite_calls = {
    .create = call_create,
    .open = call_open,
    .append = call_append,
    .read = call_read,
    .keep_snapshot = call_keep_snapshot,
    .replace = call_replace,
    .list = call_list,
    .put_sign = call_put_sign,
    .find_sign = call_find_sign,
    .ask = ask,
    .follow = follow,
    .unfollow = unfollow,
    .whisper = whisper,
    .is_ready = is_ready,
    .close = close_journal,
};

struct journal *journal_sqlite_new(struct uv_loop_s *loop, const char *path, char *problem,
                                   size_t problem_bytes)
{
    struct sqlite_store *store = sqlite_store_open(path, problem, problem_bytes);
    if (!store) return NULL;
    struct journal_sqlite *self = NEW(struct journal_sqlite);
    self->journal.calls = &sqlite_calls;
    self->worker = worker_new(loop);
    self->store = store;
    self->ready = true;
    return &self->journal;
}
