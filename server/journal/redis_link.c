/* The life of a link:
 *
 *     resting ──timer──▶ resolving ──▶ greeting (connect, AUTH, SELECT, PING) ──▶ up
 *        ▲                   │                  │                                 │
 *        └───── failure, or the timer: too slow ┴──── loss, or the timer: silence ┘
 *
 * hiredis frees a context by itself after a failed connect and after a loss; `redis` is NULL
 * from then on. A context of which we let go has no `data`, so its last callbacks do nothing. */
#include "journal/redis_link.h"

#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "base/check.h"
#include "base/log.h"
#include "base/secret.h"

#define FIRST_PAUSE_MS 50
#define LONGEST_PAUSE_MS 2000
#define GREETING_PATIENCE_MS 5000
#define WATCH_MS 250

struct redis_link {
    uv_loop_t *loop;
    const struct redis_address *address;
    const struct redis_link_events *events;
    void *context;
    redisAsyncContext *redis; /* while greeting or up */
    uv_timer_t timer;         /* the pause, then the deadline of the greeting, then the watch */
    uv_getaddrinfo_t resolver;
    bool resolving, up;
    char reason[128];  /* of the last failure, which is not said twice in a row */
    unsigned failures; /* in a row */
    size_t pending;
    unsigned patience, silence; /* how often the watch may find, has found nothing new */
    void (*on_closed)(void *context);
    void *closed_context;
    bool timer_closed;
};

static void attempt(uv_timer_t *timer);

/* The context's socket in our loop. hiredis brings a libuv adapter of its own, which never
 * hears of a refused connection. */

struct watcher {
    uv_poll_t poll;
    redisAsyncContext *redis; /* NULL: let go */
    int events;
};

static void on_socket(uv_poll_t *poll, int status, int events)
{
    struct watcher *watcher = poll->data;
    if (status < 0) events = UV_READABLE | UV_WRITABLE; /* hiredis finds out what it is */
    if (watcher->redis && (events & UV_READABLE)) redisAsyncHandleRead(watcher->redis);
    if (watcher->redis && (events & UV_WRITABLE)) redisAsyncHandleWrite(watcher->redis);
}

static void watch_for(struct watcher *watcher, int events)
{
    watcher->events = events;
    if (uv_is_closing((uv_handle_t *)&watcher->poll)) return;
    if (events) uv_poll_start(&watcher->poll, events, on_socket);
    else uv_poll_stop(&watcher->poll);
}

static void add_read(void *data)
{
    watch_for(data, ((struct watcher *)data)->events | UV_READABLE);
}

static void drop_read(void *data)
{
    watch_for(data, ((struct watcher *)data)->events & ~UV_READABLE);
}

static void add_write(void *data)
{
    watch_for(data, ((struct watcher *)data)->events | UV_WRITABLE);
}

static void drop_write(void *data)
{
    watch_for(data, ((struct watcher *)data)->events & ~UV_WRITABLE);
}

static void free_watcher(uv_handle_t *handle)
{
    free(handle->data);
}

static void drop_watcher(void *data)
{
    struct watcher *watcher = data;
    watcher->redis = NULL;
    if (!uv_is_closing((uv_handle_t *)&watcher->poll))
        uv_close((uv_handle_t *)&watcher->poll, free_watcher);
}

static bool join_loop(redisAsyncContext *redis, uv_loop_t *loop)
{
    struct watcher *watcher = NEW(struct watcher);
    if (uv_poll_init(loop, &watcher->poll, redis->c.fd) != 0) {
        free(watcher);
        return false;
    }
    watcher->poll.data = watcher;
    watcher->redis = redis;
    redis->ev.data = watcher;
    redis->ev.addRead = add_read;
    redis->ev.delRead = drop_read;
    redis->ev.addWrite = add_write;
    redis->ev.delWrite = drop_write;
    redis->ev.cleanup = drop_watcher;
    return true;
}

/* Beginning anew. */

static void finish_closing(struct redis_link *link)
{
    if (!link->on_closed || !link->timer_closed || link->resolving) return;
    CHECK(!link->pending);
    void (*on_closed)(void *context) = link->on_closed;
    void *context = link->closed_context;
    free(link);
    on_closed(context);
}

/* Half of the pause is chance, so that servers which lost one Redis do not return as one. */
static void rest(struct redis_link *link)
{
    uint64_t pause = LONGEST_PAUSE_MS;
    if (link->failures < 5) pause = (uint64_t)FIRST_PAUSE_MS << link->failures;
    link->failures++;
    uv_timer_start(&link->timer, attempt, pause / 2 + secret_random_id() % (pause / 2 + 1), 0);
}

static void say(struct redis_link *link, const char *reason)
{
    if (strncmp(link->reason, reason, sizeof link->reason - 1) == 0) return;
    snprintf(link->reason, sizeof link->reason, "%s", reason);
    log_warning("redis: no connection for %s to %s: %s", link->events->name, link->address->shown,
                reason);
}

/* The context is gone. */
static void fall(struct redis_link *link, const char *reason)
{
    bool was_up = link->up;
    link->redis = NULL;
    link->up = false;
    if (link->on_closed) return;
    say(link, reason);
    rest(link);
    if (was_up) link->events->on_down(link->context);
}

/* Lets go of the context; what is pending is answered with NULL. */
static void let_go(struct redis_link *link)
{
    redisAsyncContext *redis = link->redis;
    if (!redis) return;
    link->redis = NULL;
    redis->data = NULL;
    redisAsyncFree(redis);
}

static void on_connect(const redisAsyncContext *redis, int status)
{
    struct redis_link *link = redis->data;
    if (link && status != REDIS_OK) fall(link, redis->errstr);
}

static void on_disconnect(const redisAsyncContext *redis, int status)
{
    struct redis_link *link = redis->data;
    (void)status;
    if (link) fall(link, redis->errstr && *redis->errstr ? redis->errstr : "it was closed");
}

/* Commands and replies. */

void redis_add_text(struct pieces *command, const char *text)
{
    pieces_add(command, (struct journal_bytes){text, strlen(text)});
}

void redis_add_format(struct pieces *command, const char *format, ...)
{
    char text[128];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    CHECK(length >= 0 && (size_t)length < sizeof text);
    redis_add_text(command, text);
}

struct expected {
    struct redis_link *link;
    redis_on_reply *on_reply;
    void *context;
    bool for_ever;
};

static void on_answer(redisAsyncContext *redis, void *reply, void *context)
{
    struct expected *expected = context;
    struct redis_link *link = expected->link;
    (void)redis;
    link->silence = 0;
    bool last = !reply || !expected->for_ever;
    if (last) link->pending--;
    expected->on_reply(expected->context, reply);
    if (last) free(expected);
}

static bool send_command(struct redis_link *link, const struct pieces *command,
                         struct expected expected)
{
    size_t count = pieces_count(command);
    const char **texts = allocate_zero(count, sizeof *texts);
    size_t *lengths = allocate_zero(count, sizeof *lengths);
    struct expected *kept = NEW(struct expected);
    *kept = expected;
    for (size_t at = 0; at < count; at++) {
        struct journal_bytes piece = pieces_at(command, at);
        texts[at] = piece.length ? piece.data : "";
        lengths[at] = piece.length;
    }
    CHECK(count <= INT32_MAX);
    bool sent =
        redisAsyncCommandArgv(link->redis, on_answer, kept, (int)count, texts, lengths) == REDIS_OK;
    free(texts);
    free(lengths);
    if (!sent) {
        free(kept);
        return false;
    }
    if (link->pending++ == 0) link->silence = 0;
    return true;
}

bool redis_link_send(struct redis_link *link, const struct pieces *command, redis_on_reply *reply,
                     void *context)
{
    return link->up &&
           send_command(link, command, (struct expected){link, reply, context, .for_ever = false});
}

bool redis_link_subscribe(struct redis_link *link, const char *pattern, redis_on_reply *reply,
                          void *context)
{
    struct pieces command = {0};
    redis_add_text(&command, "PSUBSCRIBE");
    redis_add_text(&command, pattern);
    bool sent = link->up && send_command(link, &command,
                                         (struct expected){link, reply, context, .for_ever = true});
    pieces_clear(&command);
    return sent;
}

size_t redis_link_pending(const struct redis_link *link)
{
    return link->pending;
}

/* Greeting. */

/* Counts turns, not time: if it was our own process that stood still, the replies are there. */
static void on_watch(uv_timer_t *timer)
{
    struct redis_link *link = timer->data;
    if (!link->pending || link->silence++ < link->patience) return;
    let_go(link);
    fall(link, "it does not answer");
}

static void on_slow_greeting(uv_timer_t *timer)
{
    struct redis_link *link = timer->data;
    let_go(link);
    fall(link, "it does not answer");
}

static bool is_refused(struct redis_link *link, const redisReply *reply)
{
    if (!reply || !link->redis) return true; /* lost, or refused before; that is known elsewhere */
    if (reply->type != REDIS_REPLY_ERROR) return false;
    let_go(link);
    fall(link, reply->str);
    return true;
}

static void on_greeted(void *context, const redisReply *reply)
{
    is_refused(context, reply);
}

static void on_ready(void *context, const redisReply *reply)
{
    struct redis_link *link = context;
    if (is_refused(link, reply)) return;
    link->up = true;
    link->failures = 0;
    uv_timer_start(&link->timer, on_watch, WATCH_MS, WATCH_MS);
    link->reason[0] = 0;
    log_info("redis: connected for %s to %s", link->events->name, link->address->shown);
    link->events->on_up(link->context);
}

static void greet_with(struct redis_link *link, const char *const *words, redis_on_reply *reply)
{
    struct pieces command = {0};
    for (; *words; words++) redis_add_text(&command, *words);
    send_command(link, &command, (struct expected){link, reply, link, .for_ever = false});
    if (command.data.length) explicit_bzero(command.data.data, command.data.length);
    pieces_clear(&command);
}

#define GREET(link, reply, ...) greet_with(link, (const char *const[]){__VA_ARGS__, NULL}, reply)

/* PING comes last because a Redis that still loads its data refuses it. */
static void greet(struct redis_link *link)
{
    const struct redis_address *address = link->address;
    char database[16];
    snprintf(database, sizeof database, "%u", address->database);
    if (address->user) GREET(link, on_greeted, "AUTH", address->user, address->password);
    else if (address->password) GREET(link, on_greeted, "AUTH", address->password);
    GREET(link, on_greeted, "SELECT", database);
    GREET(link, on_ready, "PING");
}

/* Connecting. */

static void meet(struct redis_link *link, redisAsyncContext *redis)
{
    if (!redis || redis->err || !join_loop(redis, link->loop)) {
        fall(link, redis && redis->err ? redis->errstr : "no memory or no socket");
        if (redis) redisAsyncFree(redis);
        return;
    }
    link->redis = redis;
    redis->data = link;
    redisAsyncSetConnectCallback(redis, on_connect);
    redisAsyncSetDisconnectCallback(redis, on_disconnect);
    /* Its TCP options are an error on a Unix socket, which needs none of them. */
    if (!link->address->socket)
        if (!link->address->socket) redisEnableKeepAlive(&redis->c);
    uv_timer_start(&link->timer, on_slow_greeting, GREETING_PATIENCE_MS, 0);
    greet(link);
}

/* A name may have several addresses of which one answers: each attempt takes the next. */
static const struct addrinfo *choose(const struct addrinfo *found, unsigned turn)
{
    unsigned count = 0;
    for (const struct addrinfo *at = found; at; at = at->ai_next) count++;
    for (turn %= count; turn; turn--) found = found->ai_next;
    return found;
}

static void on_resolved(uv_getaddrinfo_t *resolver, int status, struct addrinfo *found)
{
    struct redis_link *link = resolver->data;
    char number[INET6_ADDRSTRLEN] = "";
    link->resolving = false;
    if (status == 0)
        status = uv_ip_name(choose(found, link->failures)->ai_addr, number, sizeof number);
    uv_freeaddrinfo(found);
    if (link->on_closed) finish_closing(link);
    else if (status != 0) fall(link, uv_strerror(status));
    else meet(link, redisAsyncConnect(number, (int)link->address->port));
}

static void attempt(uv_timer_t *timer)
{
    struct redis_link *link = timer->data;
    static const struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    if (link->address->socket) {
        meet(link, redisAsyncConnectUnix(link->address->socket));
        return;
    }
    int status =
        uv_getaddrinfo(link->loop, &link->resolver, on_resolved, link->address->host, NULL, &hints);
    link->resolving = status == 0;
    if (status != 0) fall(link, uv_strerror(status));
}

struct redis_link *redis_link_new(struct uv_loop_s *loop, const struct redis_address *address,
                                  unsigned patience, const struct redis_link_events *events,
                                  void *context)
{
    struct redis_link *link = NEW(struct redis_link);
    link->loop = loop;
    link->address = address;
    link->patience = patience / WATCH_MS;
    link->events = events;
    link->context = context;
    link->resolver.data = link->timer.data = link;
    CHECK(uv_timer_init(loop, &link->timer) == 0);
    uv_timer_start(&link->timer, attempt, 0, 0);
    return link;
}

static void on_timer_closed(uv_handle_t *handle)
{
    struct redis_link *link = handle->data;
    link->timer_closed = true;
    finish_closing(link);
}

void redis_link_close(struct redis_link *link, void (*on_closed)(void *context), void *context)
{
    CHECK(on_closed && !link->on_closed);
    link->on_closed = on_closed;
    link->closed_context = context;
    link->up = false;
    let_go(link);
    if (link->resolving) uv_cancel((uv_req_t *)&link->resolver);
    uv_close((uv_handle_t *)&link->timer, on_timer_closed);
}
