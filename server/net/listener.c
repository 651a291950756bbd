/* With no descriptor left, accept fails and the socket stays readable: the loop would spin. So it
 * looks away for a moment; those who knock meanwhile wait in the kernel's queue. */
#include "net/listener.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include "base/check.h"
#include "base/log.h"
#include "live/host.h"
#include "net/loop.h"

#define BACKLOG 1024
/* Handshakes that begin are timed by the library in a sorted list, which is walked for each: few at
 * once end before the next begin. */
#define ACCEPTS_A_TURN 16
#define BREATH_MS 100
/* What the kernel may hold for one slow reader; the rest waits in its outbox, where it counts. */
#define SEND_BUFFER_BYTES (256 * 1024)
#define LOCAL_MODE 0660 /* a reverse proxy in our group */

struct listener {
    uv_poll_t poll;
    int socket;
    bool local;
    char address[ADDRESS_TEXT_BYTES];
    char path[ADDRESS_HOST_BYTES];
    struct host *host;
    struct timer *breath;
    bool breathless;
    void (*on_connection)(void *context, int socket);
    void *context;
};

static void on_readable(uv_poll_t *poll, int status, int events);

static void watch(struct listener *listener)
{
    CHECK(uv_poll_start(&listener->poll, UV_READABLE, on_readable) == 0);
}

static void on_breath(void *context)
{
    watch(context);
}

static void breathe(struct listener *listener)
{
    if (!listener->breathless) log_warning("no descriptor left: new connections wait");
    listener->breathless = true;
    uv_poll_stop(&listener->poll);
    listener->host->calls->timer_start(listener->breath, BREATH_MS);
}

/* What is set on the listening socket holds for all that are accepted from it. */
static void prepare(const struct listener *listener)
{
    int on = 1, size = SEND_BUFFER_BYTES, socket = listener->socket;
    if (!listener->local) setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
}

static bool is_exhaustion(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

static void on_readable(uv_poll_t *poll, int status, int events)
{
    struct listener *listener = (struct listener *)poll;
    (void)events;
    for (int i = 0; status == 0 && i < ACCEPTS_A_TURN; i++) {
        int socket = accept4(listener->socket, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0 && is_exhaustion(errno)) breathe(listener);
        if (socket < 0) return;
        listener->breathless = false;
        listener->on_connection(listener->context, socket);
    }
}

struct listener *listener_new(struct loop *loop, const struct address *address, char *problem,
                              size_t problem_bytes)
{
    int socket = address_bind(address, LOCAL_MODE, problem, problem_bytes);
    if (socket < 0) return NULL;
    struct listener *listener = NEW(struct listener);
    listener->socket = socket;
    listener->local = address->local;
    if (listener->local) memcpy(listener->path, address->host, sizeof listener->path);
    address_of_socket(socket, listener->address);
    listener->host = loop_host(loop);
    listener->breath = listener->host->calls->timer_new(listener->host, on_breath, listener);
    prepare(listener);
    CHECK(listen(socket, BACKLOG) == 0);
    CHECK(uv_poll_init(loop_uv(loop), &listener->poll, socket) == 0);
    return listener;
}

void listener_start(struct listener *listener, void (*on_connection)(void *context, int socket),
                    void *context)
{
    listener->on_connection = on_connection;
    listener->context = context;
    watch(listener);
}

const char *listener_address(const struct listener *listener)
{
    return listener->address;
}

static void on_closed(uv_handle_t *handle)
{
    struct listener *listener = (struct listener *)handle;
    close(listener->socket);
    free(listener);
}

void listener_close(struct listener *listener)
{
    if (!listener) return;
    if (listener->local) unlink(listener->path);
    listener->host->calls->timer_free(listener->breath);
    uv_close((uv_handle_t *)&listener->poll, on_closed);
}
