/* TLS by a certificate and a key in PEM files, for a server without a proxy before it.
 *
 * The files are read at the start and again at each tls_reload. What is open stays as it began;
 * who connects later gets what was read last. */
#ifndef ARCHIPEL_NET_TLS_H
#define ARCHIPEL_NET_TLS_H

#include <stdbool.h>
#include <stddef.h>

struct lws_context_creation_info;
struct tls;

struct tls_settings {
    const char *certificate, *key; /* both NULL for none */
};

/* Whether a certificate or a key is named. */
bool tls_is_wanted(const struct tls_settings *settings);

/* Reads both files, whose names stay the caller's and outlive it. NULL and one sentence in
 * `problem` when they are not a certificate and its key. */
struct tls *tls_new(const struct tls_settings *settings, char *problem, size_t problem_bytes);
/* Accepts NULL. */
void tls_free(struct tls *tls);

/* Reads the files anew. False and one sentence in `problem` when they will not do: then what was
 * read before stays in force. */
bool tls_reload(struct tls *tls, char *problem, size_t problem_bytes);

/* Sets what a virtual host needs; HTTP/1.1 is all that is offered, and TLS 1.2 the least. */
void tls_apply(const struct tls *tls, struct lws_context_creation_info *info);

/* Makes a virtual host's SSL_CTX take its certificate from here; `tls` outlives it. */
void tls_attach(struct tls *tls, void *host_context);

#endif
