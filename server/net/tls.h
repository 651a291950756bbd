/* TLS by a certificate and a key in PEM files, for a server without a proxy before it. */
#ifndef ARCHIPEL_NET_TLS_H
#define ARCHIPEL_NET_TLS_H

#include <stdbool.h>
#include <stddef.h>

struct lws_context_creation_info;

struct tls_settings {
    const char *certificate, *key; /* both NULL for none */
};

bool tls_is_wanted(const struct tls_settings *settings);
/* False and one sentence in `problem` when one of the two is missing or cannot be read. */
bool tls_check(const struct tls_settings *settings, char *problem, size_t problem_bytes);
/* Sets what a virtual host needs; HTTP/1.1 is all that is offered, and TLS 1.2 the least. */
void tls_apply(const struct tls_settings *settings, struct lws_context_creation_info *info);

#endif
