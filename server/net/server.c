/* The life of a server:
 *
 *   SERVING ─signal─▶ DRAINING ─service has drained─▶ CLOSING ─last one gone─▶ STOPPED
 *
 * libwebsockets is destroyed in two steps: the first only starts to close its handles on the
 * loop, the second frees it and unloads its libuv plugin, so it must not run under a callback of
 * that plugin: it waits for server_free. */
#include "net/server.h"

#include <libwebsockets.h>

#include <malloc.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <uv.h>

#include "base/check.h"
#include "base/log.h"
#include "base/secret.h"
#include "live/host.h"
#include "live/service.h"
#include "net/assets.h"
#include "net/control.h"
#include "net/http.h"
#include "net/listener.h"
#include "net/loop.h"
#include "net/reply.h"
#include "net/request.h"
#include "net/tls.h"
#include "net/websocket.h"

/* libwebsockets sizes tables by the limit of descriptors: a container's billion would be gigabytes. */
#define MOST_DESCRIPTORS 65536
#define OTHER_DESCRIPTORS 64 /* journals, the control socket, files, the libraries' own */
#define HEADER_SECONDS 10
#define KEEP_ALIVE_SECONDS 15
#define HEADER_BYTES 4096
#define DRAIN_MS 10000
#define GOODBYE_MS 5000
#define MOST_FIXED_HEADERS 8
#define PROBLEM_BYTES 512
/* Turns in which libwebsockets closes its few handles when it never served. */
#define TURNS_TO_CLOSE 8

extern const unsigned char page_no_client[];
extern const unsigned long page_no_client_bytes;

enum stage { SERVING, DRAINING, CLOSING, STOPPED };

struct server {
    struct loop *loop;
    struct service *service;
    enum stage stage;
    struct assets *assets;
    struct http *http;
    struct websockets *websockets;
    struct control *control;
    struct listener *listener, *metrics_listener; /* metrics: NULL for none */
    struct lws_context *context;
    struct lws_vhost *host, *metrics_host;
    struct lws_protocols protocols[3], metrics_protocols[2];
    struct lws_protocol_vhost_options headers[MOST_FIXED_HEADERS];
    struct timer *patience;
    uv_signal_t signals[3];
    size_t max_connections;
    bool full;
    struct tls *tls; /* NULL for none */
    char address[ADDRESS_TEXT_BYTES];
    void (*on_stopped)(void *context);
    void *stopped_context;
};

/* --- Settings --- */

static size_t raise_descriptor_limit(void)
{
    struct rlimit limit;
    CHECK(getrlimit(RLIMIT_NOFILE, &limit) == 0);
    limit.rlim_cur = limit.rlim_max < MOST_DESCRIPTORS ? limit.rlim_max : MOST_DESCRIPTORS;
    CHECK(setrlimit(RLIMIT_NOFILE, &limit) == 0);
    return limit.rlim_cur > OTHER_DESCRIPTORS ? (size_t)limit.rlim_cur - OTHER_DESCRIPTORS : 0;
}

static bool set_connections(struct server *server, size_t wanted, char *problem,
                            size_t problem_bytes)
{
    size_t possible = raise_descriptor_limit();
    server->max_connections = wanted ? wanted : possible;
    if (server->max_connections > 0 && server->max_connections <= possible) return true;
    snprintf(
        problem, problem_bytes,
        "--max-connections: \"%zu\" is more than the %zu that this process may have: raise its "
        "limit of open files (ulimit -n, LimitNOFILE=) or ask for less",
        wanted, possible);
    return false;
}

static bool check_origins(const char *const *origins, char *problem, size_t problem_bytes)
{
    for (; origins && *origins; origins++) {
        if (request_origin_is_plain(*origins)) continue;
        snprintf(problem, problem_bytes,
                 "--origin: \"%s\" is not an origin as in https://example.org, without a path",
                 *origins);
        return false;
    }
    return true;
}

static bool load_assets(struct server *server, const char *directory, char *problem,
                        size_t problem_bytes)
{
    server->assets = assets_new();
    if (directory) return assets_read(server->assets, directory, problem, problem_bytes);
    for (size_t i = 0; i < web_client_file_count; i++)
        assets_add(server->assets, &web_client_files[i]);
    if (!assets_find(server->assets, "/index.html"))
        assets_add(server->assets,
                   &(struct asset_file){"/index.html", page_no_client, page_no_client_bytes});
    return true;
}

/* --- libwebsockets --- */

/* Its words may hold what people sent, so they are for debugging only, but for those of the start. */
static void log_while_starting(int level, const char *line)
{
    (void)level;
    log_warning("libwebsockets: %s", line);
}

static void log_while_serving(int level, const char *line)
{
    (void)level;
    log_debug("libwebsockets: %s", line);
}

static void set_fixed_headers(struct server *server)
{
    CHECK(reply_fixed_header_count <= MOST_FIXED_HEADERS);
    for (size_t i = 0; i < reply_fixed_header_count; i++)
        server->headers[i] = (struct lws_protocol_vhost_options){
            .next = i + 1 < reply_fixed_header_count ? &server->headers[i + 1] : NULL,
            .name = reply_fixed_headers[i].name,
            .value = reply_fixed_headers[i].value,
        };
}

/* What the library keeps of what came in (a piece that could not be handled yet, headers) may hold a key:
 * nothing is given back to the heap as it was. */
static void *wiping_realloc(void *data, size_t size, const char *reason)
{
    (void)reason;
    size_t had = data ? malloc_usable_size(data) : 0;
    if (!size) {
        secret_wipe(data, had);
        free(data);
        return NULL;
    }
    void *fresh = allocate(size);
    if (!data) return fresh;
    memcpy(fresh, data, had < size ? had : size);
    secret_wipe(data, had);
    free(data);
    return fresh;
}

static bool create_context(struct server *server)
{
    lws_set_allocator(wiping_realloc);
    void *loops[1] = {loop_uv(server->loop)};
    struct lws_context_creation_info info = {
        .options = LWS_SERVER_OPTION_LIBUV | LWS_SERVER_OPTION_EXPLICIT_VHOSTS |
                   LWS_SERVER_OPTION_VALIDATE_UTF8 |
                   (server->tls ? LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT : 0),
        .foreign_loops = loops,
        .pcontext = &server->context, /* NULL again when it is really freed */
        .user = server->http,
        .server_string = "archipel",
        .pt_serv_buf_size = 16384, /* one TLS record */
        .max_http_header_data = HEADER_BYTES,
        .timeout_secs = HEADER_SECONDS,
    };
    server->context = lws_create_context(&info);
    return server->context != NULL;
}

static bool create_host(struct server *server)
{
    /* Heartbeats are messages of ours: the library's would cost a sorted list of all connections. */
    static const lws_retry_bo_t no_heartbeat = {0};
    server->protocols[0] = http_protocol(server->http);
    server->protocols[1] = websocket_protocol(server->websockets);
    set_fixed_headers(server);
    struct lws_context_creation_info info = {
        .port = CONTEXT_PORT_NO_LISTEN_SERVER,
        .vhost_name = "archipel",
        .protocols = server->protocols,
        .headers = server->headers,
        .retry_and_idle_policy = &no_heartbeat,
        .keepalive_timeout = KEEP_ALIVE_SECONDS,
        .options = LWS_SERVER_OPTION_LIBUV,
    };
    tls_apply(server->tls, &info);
    server->host = lws_create_vhost(server->context, &info);
    return server->host != NULL;
}

/* Never over TLS: it is for this machine, or for a network of one's own. Of the virtual hosts of one port
 * the library takes the one that the request names: this one has another. */
static bool create_metrics_host(struct server *server)
{
    static const lws_retry_bo_t no_heartbeat = {0};
    server->metrics_protocols[0] = http_protocol(server->http);
    struct lws_context_creation_info info = {
        .port = CONTEXT_PORT_NO_LISTEN,
        .vhost_name = HTTP_METRICS_HOST,
        .protocols = server->metrics_protocols,
        .headers = server->headers,
        .retry_and_idle_policy = &no_heartbeat,
        .keepalive_timeout = KEEP_ALIVE_SECONDS,
        .options = LWS_SERVER_OPTION_LIBUV,
    };
    server->metrics_host = lws_create_vhost(server->context, &info);
    return server->metrics_host != NULL;
}

static bool create_library(struct server *server, char *problem, size_t problem_bytes)
{
    lws_set_log_level(LLL_ERR | LLL_WARN, log_while_starting);
    if (create_context(server) && create_host(server) && create_metrics_host(server)) return true;
    snprintf(problem, problem_bytes,
             "libwebsockets does not start: is its plugin for libuv installed "
             "(libwebsockets-evlib-uv)?");
    return false;
}

/* --- Birth and death --- */

static bool open_metrics(struct server *server, const struct server_settings *settings,
                         char *problem, size_t problem_bytes)
{
    struct address address;
    char why[PROBLEM_BYTES];
    if (!settings->metrics) return true;
    if (!address_parse(&address, settings->metrics)) {
        snprintf(problem, problem_bytes,
                 "--metrics: \"%s\" is not host:port, [IPv6]:port, :port, unix:/path or no",
                 settings->metrics);
        return false;
    }
    server->metrics_listener = listener_new(server->loop, &address, why, sizeof why);
    if (server->metrics_listener) return true;
    snprintf(problem, problem_bytes, "--metrics: %s", why);
    if (settings->metrics_optional) log_warning("no metrics are served: %s", problem);
    return settings->metrics_optional;
}

static bool open_sockets(struct server *server, const struct server_settings *settings,
                         const struct address *address, char *problem, size_t problem_bytes)
{
    char why[PROBLEM_BYTES];
    server->listener = listener_new(server->loop, address, why, sizeof why);
    if (!server->listener) {
        snprintf(problem, problem_bytes, "--listen: %s", why);
        return false;
    }
    memcpy(server->address, listener_address(server->listener), sizeof server->address);
    if (!open_metrics(server, settings, problem, problem_bytes)) return false;
    if (!settings->control) return true;
    server->control =
        control_new(server->loop, server->service, settings->control, problem, problem_bytes);
    return server->control != NULL;
}

static bool prepare_tls(struct server *server, const struct server_settings *settings,
                        char *problem, size_t problem_bytes)
{
    const struct tls_settings files = {settings->tls_certificate, settings->tls_key};
    if (!tls_is_wanted(&files)) return true;
    server->tls = tls_new(&files, problem, problem_bytes);
    return server->tls != NULL;
}

static bool build(struct server *server, const struct server_settings *settings, char *problem,
                  size_t problem_bytes)
{
    struct address address;
    if (!address_parse(&address, settings->listen)) {
        snprintf(problem, problem_bytes,
                 "--listen: \"%s\" is not host:port, [IPv6]:port, :port or unix:/path",
                 settings->listen);
        return false;
    }
    if (!set_connections(server, settings->max_connections, problem, problem_bytes) ||
        !check_origins(settings->origins, problem, problem_bytes) ||
        !prepare_tls(server, settings, problem, problem_bytes) ||
        !load_assets(server, settings->web_client, problem, problem_bytes))
        return false;
    const struct http_settings http = {.origins = settings->origins, .tls = server->tls};
    server->http = http_new(&http, server->assets, server->service);
    server->websockets = websockets_new(server->loop, server->service);
    return create_library(server, problem, problem_bytes) &&
           open_sockets(server, settings, &address, problem, problem_bytes);
}

struct server *server_new(struct loop *loop, const struct server_settings *settings,
                          struct service *service, char *problem, size_t problem_bytes)
{
    struct server *server = NEW(struct server);
    server->loop = loop;
    server->service = service;
    if (build(server, settings, problem, problem_bytes)) return server;
    server_free(server);
    return NULL;
}

const char *server_address(const struct server *server)
{
    return server->address;
}

static void stop_listening(struct server *server)
{
    listener_close(server->listener);
    listener_close(server->metrics_listener);
    server->listener = server->metrics_listener = NULL;
}

/* What a server that never served still holds. */
static void dissolve(struct server *server)
{
    server->stage = STOPPED;
    stop_listening(server);
    control_stop_listening(server->control);
    lws_context_destroy(server->context);
    for (int i = 0; i < TURNS_TO_CLOSE; i++) uv_run(loop_uv(server->loop), UV_RUN_NOWAIT);
}

void server_free(struct server *server)
{
    if (!server) return;
    if (server->stage != STOPPED) dissolve(server);
    lws_context_destroy(server->context);
    CHECK(!server->http || http_socket_count(server->http) == 0);
    control_free(server->control);
    websockets_free(server->websockets);
    http_free(server->http);
    tls_free(server->tls);
    assets_free(server->assets);
    free(server);
}

/* --- Stopping --- */

static void finish(struct server *server)
{
    server->stage = STOPPED;
    struct host *host = loop_host(server->loop);
    host->calls->timer_free(server->patience);
    for (size_t i = 0; i < sizeof server->signals / sizeof *server->signals; i++)
        uv_close((uv_handle_t *)&server->signals[i], NULL);
    control_stop_listening(server->control);
    server->on_stopped(server->stopped_context);
    lws_context_destroy(server->context);
    loop_end_turns(server->loop);
    log_info("stopped");
}

static size_t clients(const struct server *server)
{
    return websockets_count(server->websockets) + control_count(server->control);
}

static void on_impatience(void *context)
{
    struct server *server = context;
    if (server->stage == DRAINING) {
        log_error("the journal does not answer: stopping without it; clients will send again what "
                  "was not confirmed");
        _exit(EXIT_FAILURE);
    }
    log_warning("%zu clients did not say goodbye", clients(server));
    websockets_abort(server->websockets);
    control_abort(server->control);
}

static void on_drained(void *context)
{
    struct server *server = context;
    struct host *host = loop_host(server->loop);
    server->stage = CLOSING;
    host->calls->timer_start(server->patience, GOODBYE_MS);
    loop_kick(server->loop);
}

void server_stop(struct server *server)
{
    if (server->stage != SERVING) return;
    log_info("stopping: %zu clients", clients(server));
    server->stage = DRAINING;
    http_drain(server->http);
    stop_listening(server);
    control_stop_listening(server->control);
    struct host *host = loop_host(server->loop);
    host->calls->timer_start(server->patience, DRAIN_MS);
    service_drain(server->service, on_drained, server);
    loop_kick(server->loop);
}

static void on_signal(uv_signal_t *handle, int number)
{
    struct server *server = handle->data;
    (void)number;
    if (server->stage != SERVING) {
        log_warning("second signal: ending at once");
        _exit(EXIT_FAILURE);
    }
    server_stop(server);
}

static void on_reload(uv_signal_t *handle, int number)
{
    struct server *server = handle->data;
    char problem[PROBLEM_BYTES];
    (void)number;
    if (!server->tls) log_info("SIGHUP: there is no certificate to read anew");
    else if (tls_reload(server->tls, problem, sizeof problem))
        log_info("the certificate was read anew; new connections get it");
    else log_error("the certificate stays the old one: %s", problem);
}

/* --- Serving --- */

static void on_turn(void *context)
{
    struct server *server = context;
    service_turn(server->service);
    websockets_turn(server->websockets);
    control_turn(server->control);
    if (server->stage == CLOSING && clients(server) == 0) finish(server);
}

static void on_connection(void *context, int socket)
{
    struct server *server = context;
    bool full = http_socket_count(server->http) >= server->max_connections;
    if (full && !server->full) log_warning("full: %zu connections", server->max_connections);
    server->full = full;
    if (full) close(socket);
    else lws_adopt_socket_vhost(server->host, socket); /* closes it when it fails */
}

static void on_metrics_connection(void *context, int socket)
{
    struct server *server = context;
    lws_adopt_socket_vhost(server->metrics_host, socket);
}

static void watch(struct server *server, uv_signal_t *handle, int number, uv_signal_cb on_number)
{
    CHECK(uv_signal_init(loop_uv(server->loop), handle) == 0);
    handle->data = server;
    CHECK(uv_signal_start(handle, on_number, number) == 0);
}

/* SIGHUP is a terminal that goes away, with those who watched the log on it; to a service, which
 * has none, it is the word for reading files anew. */
static void watch_signals(struct server *server)
{
    signal(SIGPIPE, SIG_IGN);
    watch(server, &server->signals[0], SIGTERM, on_signal);
    watch(server, &server->signals[1], SIGINT, on_signal);
    watch(server, &server->signals[2], SIGHUP, isatty(STDERR_FILENO) ? on_signal : on_reload);
}

void server_run(struct server *server, void (*on_stopped)(void *context), void *context)
{
    struct host *host = loop_host(server->loop);
    server->on_stopped = on_stopped;
    server->stopped_context = context;
    server->patience = host->calls->timer_new(host, on_impatience, server);
    watch_signals(server);
    lws_set_log_level(LLL_ERR | LLL_WARN, log_while_serving);
    loop_each_turn(server->loop, on_turn, server);
    listener_start(server->listener, on_connection, server);
    if (server->metrics_listener) {
        listener_start(server->metrics_listener, on_metrics_connection, server);
        log_info("metrics on %s", listener_address(server->metrics_listener));
    }
    log_info("serving on %s%s", server->tls ? "TLS " : "", server->address);
    loop_run(server->loop);
}
