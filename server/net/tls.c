/* HTTP/2 stays off: its frames need more room before a payload than a shared frame has, and the
 * server side of it in old libwebsockets has known faults. */
#include "net/tls.h"

#include <libwebsockets.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool tls_is_wanted(const struct tls_settings *settings)
{
    return settings->certificate != NULL;
}

static bool check_file(const char *name, const char *path, char *problem, size_t problem_bytes)
{
    if (access(path, R_OK) == 0)
        return true;
    snprintf(problem, problem_bytes, "%s: cannot read %s: %s", name, path, strerror(errno));
    return false;
}

bool tls_check(const struct tls_settings *settings, char *problem, size_t problem_bytes)
{
    if (!settings->certificate && !settings->key)
        return true;
    if (!settings->certificate || !settings->key) {
        snprintf(problem, problem_bytes,
                 "tls_certificate and tls_key go together: give both files or neither");
        return false;
    }
    return check_file("tls_certificate", settings->certificate, problem, problem_bytes) &&
           check_file("tls_key", settings->key, problem, problem_bytes);
}

void tls_apply(const struct tls_settings *settings, struct lws_context_creation_info *info)
{
    if (!tls_is_wanted(settings))
        return;
    info->options |= LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;
    info->ssl_cert_filepath = settings->certificate;
    info->ssl_private_key_filepath = settings->key;
    info->ssl_options_set = SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_RENEGOTIATION;
    info->alpn = "http/1.1";
}
