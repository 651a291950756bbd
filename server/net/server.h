/* The server as a program sees it: one address, one service, from start to the last goodbye.
 *
 *   loop = loop_new(); journal, service on top of it;
 *   server = server_new(loop, …); server_run(server, put the service and the journal away);
 *   server_free(server); loop_free(loop);
 *
 * SIGTERM and SIGINT stop it gracefully: nobody new, what is under way is finished, everyone is
 * told to come back. A second signal ends the process at once, which loses nothing that was
 * confirmed. SIGHUP reads the TLS files anew, or, from a terminal that goes away, stops as well. */
#ifndef ARCHIPEL_NET_SERVER_H
#define ARCHIPEL_NET_SERVER_H

#include <stdbool.h>
#include <stddef.h>

struct loop;
struct server;
struct service;

struct server_settings {
    const char *listen;         /* "127.0.0.1:8080", "[::]:8080", ":8080", "unix:/path" */
    const char *metrics;        /* where /metrics is asked for, in the same forms; NULL: nowhere */
    bool metrics_optional;      /* when that address is taken, there are none, which the log says */
    const char *const *origins; /* besides our own: "https://…", NULL-terminated; may be NULL */
    const char *tls_certificate, *tls_key; /* PEM files; both or none */
    size_t max_connections;                /* 0: as many as there are descriptors for */
    const char *web_client; /* a directory instead of the built-in client; NULL for none */
    const char *control;    /* path of the control socket; NULL for none */
};

/* Checks the settings and takes the address. NULL when that fails, with one sentence in `problem`
 * naming the setting, its value and what would be right. Texts may go afterwards, but for the
 * origins and the names of the TLS files, which must outlive the server. */
struct server *server_new(struct loop *loop, const struct server_settings *settings,
                          struct service *service, char *problem, size_t problem_bytes);

/* Where it listens: "127.0.0.1:43211". */
const char *server_address(const struct server *server);

/* Serves until stopped and returns when nothing is left open. `on_stopped` is called on the loop
 * when the last connection is gone: free the service and close the journal there. */
void server_run(struct server *server, void (*on_stopped)(void *context), void *context);

/* Stops as SIGTERM does. */
void server_stop(struct server *server);

/* After server_run, or instead of it. Accepts NULL. */
void server_free(struct server *server);

#endif
