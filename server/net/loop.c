/* The end of a turn is a uv_check handle, which libuv calls after the sockets' part. Timers run
 * before that part, and it would wait there for a socket: an active uv_idle handle (the "kick")
 * makes it return at once. The end of turn takes the kick away again.
 *
 * Steady time is uv_now, cached by libuv for each turn: a timer started for d milliseconds is due
 * exactly when steady has grown by d. */
#include "net/loop.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <uv.h>

#include "base/check.h"
#include "live/host.h"

struct loop {
    struct host host;
    uv_loop_t uv;
    uv_check_t check;
    uv_idle_t kick;
    void (*turn)(void *context);
    void *context;
};

struct timer {
    uv_timer_t uv;
    struct loop *loop;
    void (*fire)(void *context);
    void *context;
};

static struct loop *loop_of(struct host *host)
{
    return (struct loop *)host;
}

static int64_t wall(struct host *host)
{
    (void)host;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t steady(struct host *host)
{
    return (int64_t)uv_now(&loop_of(host)->uv);
}

static int64_t idle(struct host *host)
{
    return (int64_t)(uv_metrics_idle_time(&loop_of(host)->uv) / 1000);
}

static void random_bytes(struct host *host, void *bytes, size_t length)
{
    (void)host;
    uint8_t *at = bytes;
    while (length > 0) {
        ssize_t got = getrandom(at, length, 0);
        CHECK(got > 0 || errno == EINTR);
        if (got > 0) {
            at += got;
            length -= (size_t)got;
        }
    }
}

static struct timer *timer_new(struct host *host, void (*fire)(void *context), void *context)
{
    struct timer *timer = NEW(struct timer);
    timer->loop = loop_of(host);
    timer->fire = fire;
    timer->context = context;
    CHECK(uv_timer_init(&timer->loop->uv, &timer->uv) == 0);
    return timer;
}

static void on_timer(uv_timer_t *uv)
{
    struct timer *timer = (struct timer *)uv;
    loop_kick(timer->loop);
    timer->fire(timer->context); /* may free the timer */
}

static void timer_start(struct timer *timer, int64_t delay)
{
    CHECK(delay >= 1);
    CHECK(uv_timer_start(&timer->uv, on_timer, (uint64_t)delay, 0) == 0);
}

static void timer_stop(struct timer *timer)
{
    uv_timer_stop(&timer->uv);
}

static void on_timer_closed(uv_handle_t *handle)
{
    free(handle);
}

static void timer_free(struct timer *timer)
{
    if (timer) uv_close((uv_handle_t *)&timer->uv, on_timer_closed);
}

static const struct host_calls calls = {
    .wall = wall,
    .steady = steady,
    .idle = idle,
    .random = random_bytes,
    .timer_new = timer_new,
    .timer_start = timer_start,
    .timer_stop = timer_stop,
    .timer_free = timer_free,
};

struct loop *loop_new(void)
{
    struct loop *loop = NEW(struct loop);
    loop->host.calls = &calls;
    CHECK(uv_loop_init(&loop->uv) == 0);
    CHECK(uv_loop_configure(&loop->uv, UV_METRICS_IDLE_TIME) == 0);
    CHECK(uv_check_init(&loop->uv, &loop->check) == 0);
    CHECK(uv_idle_init(&loop->uv, &loop->kick) == 0);
    return loop;
}

void loop_free(struct loop *loop)
{
    if (!loop) return;
    loop_end_turns(loop);
    uv_run(&loop->uv, UV_RUN_NOWAIT);
    CHECK(uv_loop_close(&loop->uv) == 0);
    free(loop);
}

struct uv_loop_s *loop_uv(struct loop *loop)
{
    return &loop->uv;
}

struct host *loop_host(struct loop *loop)
{
    return &loop->host;
}

static void on_idle(uv_idle_t *idle)
{
    (void)idle; /* being active is its whole effect */
}

static void on_check(uv_check_t *check)
{
    struct loop *loop = check->data;
    uv_idle_stop(&loop->kick);
    loop->turn(loop->context);
}

void loop_each_turn(struct loop *loop, void (*turn)(void *context), void *context)
{
    CHECK(!loop->turn);
    loop->turn = turn;
    loop->context = context;
    loop->check.data = loop;
    CHECK(uv_check_start(&loop->check, on_check) == 0);
}

void loop_end_turns(struct loop *loop)
{
    if (uv_is_closing((uv_handle_t *)&loop->check)) return;
    uv_close((uv_handle_t *)&loop->check, NULL);
    uv_close((uv_handle_t *)&loop->kick, NULL);
}

void loop_kick(struct loop *loop)
{
    if (uv_is_active((uv_handle_t *)&loop->check)) uv_idle_start(&loop->kick, on_idle);
}

void loop_run(struct loop *loop)
{
    uv_run(&loop->uv, UV_RUN_DEFAULT);
}
