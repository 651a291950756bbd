/* libwebsockets is not given the files. It would read them into its SSL_CTX one after the other,
 * and keep half of the new and half of the old when one is bad. They are read into an SSL_CTX of
 * our own, that no connection uses; each new connection copies certificate, chain and key from
 * there when its handshake asks for them.
 *
 * HTTP/2 stays off: its frames need more room before a payload than a shared frame has, and the
 * server side of it in old libwebsockets has known faults. */
#include "net/tls.h"

#include <libwebsockets.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/check.h"

struct tls {
    struct tls_settings settings;
    SSL_CTX *read; /* what the files held when they were last good */
};

bool tls_is_wanted(const struct tls_settings *settings)
{
    return settings->certificate || settings->key;
}

/* --- Reading --- */

static bool check_file(const char *name, const char *path, char *problem, size_t problem_bytes)
{
    if (access(path, R_OK) == 0) return true;
    snprintf(problem, problem_bytes, "%s: \"%s\" cannot be read: %s", name, path, strerror(errno));
    return false;
}

static bool check_files(const struct tls_settings *settings, char *problem, size_t problem_bytes)
{
    if (settings->certificate && settings->key)
        return check_file("--tls-cert", settings->certificate, problem, problem_bytes) &&
               check_file("--tls-key", settings->key, problem, problem_bytes);
    snprintf(problem, problem_bytes, "--tls-cert and --tls-key go together: only %s was given",
             settings->key ? "--tls-key" : "--tls-cert");
    return false;
}

/* Without this OpenSSL would ask on the terminal, and the loop would wait. */
static int know_no_passphrase(char *text, int bytes, int writing, void *context)
{
    (void)text;
    (void)bytes;
    (void)writing;
    (void)context;
    return -1;
}

/* The key goes first: a certificate that is not its own is then found out by the check, and can be
 * told from a key that cannot be read. */
static bool read_into(SSL_CTX *read, const struct tls_settings *settings, char *problem,
                      size_t problem_bytes)
{
    SSL_CTX_set_default_passwd_cb(read, know_no_passphrase);
    if (SSL_CTX_use_PrivateKey_file(read, settings->key, SSL_FILETYPE_PEM) != 1)
        snprintf(problem, problem_bytes,
                 "--tls-key: \"%s\" holds no private key in PEM that opens without a passphrase",
                 settings->key);
    else if (SSL_CTX_use_certificate_chain_file(read, settings->certificate) != 1)
        snprintf(problem, problem_bytes, "--tls-cert: \"%s\" holds no certificate in PEM",
                 settings->certificate);
    else if (SSL_CTX_check_private_key(read) != 1)
        snprintf(problem, problem_bytes,
                 "--tls-key: \"%s\" is not the key of the certificate in %s", settings->key,
                 settings->certificate);
    else return true;
    ERR_clear_error(); /* else a connection would take it for its own */
    return false;
}

static SSL_CTX *read_files(const struct tls_settings *settings, char *problem, size_t problem_bytes)
{
    if (!check_files(settings, problem, problem_bytes)) return NULL;
    SSL_CTX *read = SSL_CTX_new(TLS_server_method());
    CHECK(read);
    if (read_into(read, settings, problem, problem_bytes)) return read;
    SSL_CTX_free(read);
    return NULL;
}

struct tls *tls_new(const struct tls_settings *settings, char *problem, size_t problem_bytes)
{
    SSL_CTX *read = read_files(settings, problem, problem_bytes);
    if (!read) return NULL;
    struct tls *tls = NEW(struct tls);
    tls->settings = *settings;
    tls->read = read;
    return tls;
}

void tls_free(struct tls *tls)
{
    if (!tls) return;
    SSL_CTX_free(tls->read);
    free(tls);
}

bool tls_reload(struct tls *tls, char *problem, size_t problem_bytes)
{
    SSL_CTX *read = read_files(&tls->settings, problem, problem_bytes);
    if (!read) return false;
    SSL_CTX_free(tls->read);
    tls->read = read;
    return true;
}

/* --- Serving --- */

void tls_apply(const struct tls *tls, struct lws_context_creation_info *info)
{
    if (!tls) return;
    info->options |= LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT | LWS_SERVER_OPTION_CREATE_VHOST_SSL_CTX;
    info->ssl_options_set = SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_RENEGOTIATION;
    info->alpn = "http/1.1";
}

static int on_certificate_wanted(SSL *connection, void *context)
{
    const struct tls *tls = context;
    STACK_OF(X509) *chain = NULL;
    SSL_CTX_get0_chain_certs(tls->read, &chain);
    SSL_certs_clear(connection);
    return SSL_use_cert_and_key(connection, SSL_CTX_get0_certificate(tls->read),
                                SSL_CTX_get0_privatekey(tls->read), chain, 1);
}

void tls_attach(struct tls *tls, void *host_context)
{
    SSL_CTX_set_cert_cb(host_context, on_certificate_wanted, tls);
}
