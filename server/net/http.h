/* Everything that is asked for over plain HTTP, and the gate before a WebSocket.
 *
 *   /  /a/<workshop>  /c/<code>  /<code>
 *                the web client (index.html)
 *   /assets/…    and other files of the web client
 *   /healthz     200 while the process turns
 *   /readyz      200 when people can work; 503 while stopping or without a journal
 *   /ws          the WebSocket (net/websocket.h), if the request passes every check
 *
 * and on the virtual host HTTP_METRICS_HOST nothing but
 *
 *   /metrics     for Prometheus
 *
 * GET and HEAD only; no request has a body. */
#ifndef ARCHIPEL_NET_HTTP_H
#define ARCHIPEL_NET_HTTP_H

#include <stdbool.h>
#include <stddef.h>

struct assets;
struct http;
struct lws;
struct lws_protocols;
struct service;
struct tls;

#define HTTP_METRICS_HOST "metrics"

struct http_settings {
    const char *const *origins; /* NULL-terminated; may be NULL */
    struct tls *tls;            /* NULL for none */
};

/* `assets`, `service` and what the settings name stay the caller's and outlive it. */
struct http *http_new(const struct http_settings *settings, const struct assets *assets,
                      const struct service *service);
/* When libwebsockets has let go of it. */
void http_free(struct http *http);

/* What libwebsockets binds every connection to at first: must be the first protocol of its
 * context, and `http` the context's user. */
struct lws_protocols http_protocol(struct http *http);

/* From now on no WebSocket is let in and readyz says 503. */
void http_drain(struct http *http);

/* Connections that libwebsockets holds, of whatever kind. */
size_t http_socket_count(const struct http *http);

#endif
