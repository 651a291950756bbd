/* The real server/net over a fake live: what the conformance runs talk to.
 *
 *   echo_server [--listen ADDRESS] [--metrics ADDRESS] [--control PATH] [--web-client DIR] [--origin ORIGIN]
 *               [--tls-certificate FILE --tls-key FILE] [--max-connections N]
 *
 * Says where it serves on standard error; exits 0 on SIGTERM when nothing was left open. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "net/loop.h"
#include "net/server.h"
#include "support/fake_live.h"

static struct server_settings read_arguments(int count, char **arguments, const char **origins)
{
    struct server_settings settings = {.listen = "127.0.0.1:0", .origins = origins};
    for (int i = 1; i + 1 < count; i += 2) {
        const char *name = arguments[i], *value = arguments[i + 1];
        if (strcmp(name, "--listen") == 0) settings.listen = value;
        else if (strcmp(name, "--metrics") == 0) settings.metrics = value;
        else if (strcmp(name, "--control") == 0) settings.control = value;
        else if (strcmp(name, "--web-client") == 0) settings.web_client = value;
        else if (strcmp(name, "--origin") == 0) origins[0] = value;
        else if (strcmp(name, "--tls-certificate") == 0) settings.tls_certificate = value;
        else if (strcmp(name, "--tls-key") == 0) settings.tls_key = value;
        else if (strcmp(name, "--max-connections") == 0)
            settings.max_connections = strtoul(value, NULL, 10);
    }
    return settings;
}

static void on_stopped(void *context)
{
    service_free(context);
}

int main(int count, char **arguments)
{
    const char *origins[2] = {NULL, NULL};
    struct server_settings settings = read_arguments(count, arguments, origins);
    char problem[512];
    struct loop *loop = loop_new();
    struct service *service = service_new(NULL, NULL, loop_host(loop));
    struct server *server = server_new(loop, &settings, service, problem, sizeof problem);
    if (server) server_run(server, on_stopped, service);
    else {
        log_error("%s", problem);
        service_free(service);
    }
    server_free(server);
    loop_free(loop);
    return server ? EXIT_SUCCESS : EXIT_FAILURE;
}
