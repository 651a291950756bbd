/* Handing over takes no lock: a semaphore wakes the thread, an atomic flag and a uv_async_t tell
 * the loop. Semaphore and flag order what the two threads have written before. */
#include "journal/worker.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <uv.h>

#include "base/check.h"

struct worker {
    uv_async_t async;
    uv_thread_t thread;
    uv_sem_t asked;
    void (*work)(void *context); /* NULL when asked: end */
    void (*done)(void *context);
    void *context;
    bool working;
    atomic_bool finished;
    void (*on_closed)(void *context);
    void *closed_context;
};

static void run(void *argument)
{
    struct worker *worker = argument;
    for (;;) {
        uv_sem_wait(&worker->asked);
        if (!worker->work) return;
        worker->work(worker->context);
        atomic_store(&worker->finished, true);
        CHECK(uv_async_send(&worker->async) == 0);
    }
}

/* libuv may call it without a reason. */
static void on_async(uv_async_t *async)
{
    struct worker *worker = (struct worker *)async;
    if (!atomic_exchange(&worker->finished, false)) return;
    worker->working = false;
    uv_unref((uv_handle_t *)async);
    worker->done(worker->context);
}

struct worker *worker_new(struct uv_loop_s *loop)
{
    struct worker *worker = NEW(struct worker);
    CHECK(uv_async_init(loop, &worker->async, on_async) == 0);
    uv_unref((uv_handle_t *)&worker->async);
    CHECK(uv_sem_init(&worker->asked, 0) == 0);
    CHECK(uv_thread_create(&worker->thread, run, worker) == 0);
    return worker;
}

void worker_run(struct worker *worker, void (*work)(void *context), void (*done)(void *context),
                void *context)
{
    CHECK(!worker->working);
    worker->working = true;
    worker->work = work;
    worker->done = done;
    worker->context = context;
    uv_ref((uv_handle_t *)&worker->async);
    uv_sem_post(&worker->asked);
}

static void on_closed(uv_handle_t *handle)
{
    struct worker *worker = (struct worker *)handle;
    uv_sem_destroy(&worker->asked);
    worker->on_closed(worker->closed_context);
    free(worker);
}

void worker_close(struct worker *worker, void (*on_worker_closed)(void *context), void *context)
{
    CHECK(!worker->working);
    worker->on_closed = on_worker_closed;
    worker->closed_context = context;
    worker->work = NULL;
    uv_sem_post(&worker->asked);
    CHECK(uv_thread_join(&worker->thread) == 0);
    uv_close((uv_handle_t *)&worker->async, on_closed);
}
