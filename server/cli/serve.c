/* The parts are built in order, each saying in one sentence why it could not be, and taken down in
 * the opposite one once all that was accepted is in the journal. */
#include "cli/serve.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/check.h"
#include "base/log.h"
#include "cli/keys.h"
#include "cli/settings.h"
#include "journal/journal_redis.h"
#include "journal/journal_sqlite.h"
#include "live/service.h"
#include "net/loop.h"
#include "net/server.h"

enum {
    PROBLEM_BYTES = 1024,
    REASON_BYTES = 512,
    LONGEST_DATA = 86, /* a socket stands in it, whose name has at most 100 bytes */
    PATH_BYTES = 4096,
    IDLE_MS = 10 * 60 * 1000,
    SNAPSHOT_EVERY = 2000, /* entries */
};

/* The parts of a running server, in the order in which they are built. */
struct parts {
    struct loop *loop;
    struct journal *journal;
    struct service *service;
    struct server *server;
};

/* ---- what follows from the settings ---- */

static char *in_data(const struct settings *settings, const char *prefix, const char *name)
{
    size_t bytes = strlen(prefix) + strlen(settings->data) + strlen(name) + 2;
    char *path = allocate(bytes);
    snprintf(path, bytes, "%s%s/%s", prefix, settings->data, name);
    return path;
}

static char *url_of(const struct settings *settings)
{
    const char *port = strrchr(settings->listen, ':');
    size_t bytes = 32 + (port ? strlen(port) : 0);
    char *url = allocate(bytes);
    snprintf(url, bytes, "%s://localhost%s", settings->tls_certificate ? "https" : "http",
             port && strncmp(settings->listen, "unix:", 5) ? port : "");
    return url;
}

/* On this machine only, a thousand ports above the one that people knock at: two servers beside each
 * other have one each. Not everybody who may come in is to know how busy the server is. */
static char *metrics_of(const struct settings *settings)
{
    enum { BYTES = 32, ABOVE = 1000, MOST = 65535, USUAL = 8080 };
    const char *colon = strrchr(settings->listen, ':');
    bool local = !strncmp(settings->listen, "unix:", 5);
    long port = colon && !local ? strtol(colon + 1, NULL, 10) : USUAL;
    if (port) port += port + ABOVE <= MOST ? ABOVE : -ABOVE;
    char *address = allocate(BYTES);
    snprintf(address, BYTES, "127.0.0.1:%ld", port);
    return address;
}

/* The running server's address is kept beside its data, so that links made later are right. */
static char *remembered_url(const struct settings *settings)
{
    char *path = in_data(settings, "", "public-url"), *url = NULL;
    size_t capacity = 0;
    FILE *file = fopen(path, "re");
    free(path);
    if (!file) return NULL;
    ssize_t length = getline(&url, &capacity, file);
    fclose(file);
    if (length <= 1) {
        free(url);
        return NULL;
    }
    url[strcspn(url, "\r\n")] = '\0';
    return url;
}

static void remember_url(const struct settings *settings)
{
    char *path = in_data(settings, "", "public-url");
    FILE *file = fopen(path, "we");
    if (file) fprintf(file, "%s\n", settings->public_url);
    if (!file || fclose(file)) log_warning("%s cannot be written: %s", path, strerror(errno));
    free(path);
}

static bool make_directory(const char *path, char *problem, size_t problem_bytes)
{
    char partial[PATH_BYTES];
    struct stat found;
    if (strlen(path) > LONGEST_DATA) {
        snprintf(problem, problem_bytes,
                 "--data: \"%s\" is longer than %d bytes: choose a shorter path, or a relative one",
                 path, LONGEST_DATA);
        return false;
    }
    snprintf(partial, sizeof partial, "%s", path);
    for (char *slash = partial + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        mkdir(partial, 0700);
        *slash = '/';
    }
    mkdir(partial, 0700);
    if (!stat(path, &found) && S_ISDIR(found.st_mode) && !access(path, W_OK | X_OK)) return true;
    snprintf(problem, problem_bytes, "--data: \"%s\" is not a directory that can be written to",
             path);
    return false;
}

/* Looking into a directory that is not there would make it, and say that it is empty. */
static bool check_founded(const struct settings *settings, char *problem, size_t problem_bytes)
{
    const char *what = settings->word_count > 1 ? settings->words[1] : "create";
    if (!strcmp(what, "create") || !access(settings->data, F_OK)) return true;
    snprintf(problem, problem_bytes,
             "--data: \"%s\" is not there: give the directory that the server keeps its data in",
             settings->data);
    return false;
}

bool serve_prepare(struct settings *settings, char *problem, size_t problem_bytes)
{
    if (!check_founded(settings, problem, problem_bytes)) return false;
    if (!make_directory(settings->data, problem, problem_bytes)) return false;
    if (!settings->journal)
        settings->journal = settings_keep(settings, in_data(settings, "sqlite:", "archipel.db"));
    if (!settings->organiser_key)
        settings->organiser_key = settings_keep(settings, in_data(settings, "", "organiser.key"));
    if (!settings->metrics_given) settings->metrics = settings_keep(settings, metrics_of(settings));
    bool serving = settings->word_count && !strcmp(settings->words[0], "serve");
    if (settings->public_url) return true;
    char *url = serving ? NULL : remembered_url(settings);
    settings->public_url = settings_keep(settings, url ? url : url_of(settings));
    return true;
}

void serve_control_path(const struct settings *settings, char *path, size_t path_bytes)
{
    snprintf(path, path_bytes, "%s/control.sock", settings->data);
}

/* ---- building ---- */

static struct journal *open_journal(struct loop *loop, const char *address, char *problem)
{
    const char *sqlite = "sqlite:";
    char why[REASON_BYTES];
    bool file = !strncmp(address, sqlite, strlen(sqlite));
    struct journal *journal =
        file ? journal_sqlite_new(loop_uv(loop), address + strlen(sqlite), why, sizeof why)
             : journal_redis_new(loop_uv(loop), address, why, sizeof why);
    if (!journal) snprintf(problem, PROBLEM_BYTES, "--journal: %s", why);
    return journal;
}

static struct service *open_service(const struct parts *parts, const struct settings *settings,
                                    const struct secret *organiser)
{
    struct service_settings wanted = {.organiser = *organiser,
                                      .hold_ms = settings->hold,
                                      .max_connections = settings->max_connections
                                                             ? (size_t)settings->max_connections
                                                             : SIZE_MAX,
                                      .idle_ms = IDLE_MS,
                                      .snapshot_every = SNAPSHOT_EVERY};
    return service_new(&wanted, parts->journal, loop_host(parts->loop));
}

static struct server *open_server(const struct parts *parts, const struct settings *settings,
                                  char *problem)
{
    char control[PATH_BYTES];
    serve_control_path(settings, control, sizeof control);
    struct server_settings wanted = {.listen = settings->listen,
                                     .metrics = settings->metrics,
                                     .metrics_optional = !settings->metrics_given,
                                     .origins = settings->origins,
                                     .tls_certificate = settings->tls_certificate,
                                     .tls_key = settings->tls_key,
                                     .max_connections = (size_t)settings->max_connections,
                                     .web_client = settings->web_client,
                                     .control = control};
    return server_new(parts->loop, &wanted, parts->service, problem, PROBLEM_BYTES);
}

/* ---- ending, in the opposite order ---- */

static void on_journal_closed(void *context)
{
    struct parts *parts = context;
    service_free(parts->service);
    parts->service = NULL;
}

static void on_stopped(void *context)
{
    struct parts *parts = context;
    parts->journal->calls->close(parts->journal, on_journal_closed, parts);
}

static void on_drained(void *context)
{
    on_stopped(context);
}

/* What was built is put away even if not all could be. */
static int give_up(struct parts *parts, const char *problem)
{
    fprintf(stderr, "archipel: %s\n", problem);
    if (parts->service) service_drain(parts->service, on_drained, parts);
    else if (parts->journal) parts->journal->calls->close(parts->journal, on_journal_closed, parts);
    loop_run(parts->loop);
    loop_free(parts->loop);
    return 2;
}

static void say_ready(int ready)
{
    if (ready < 0) return;
    if (write(ready, "!", 1) != 1) log_warning("nobody waits for this server to be ready");
    close(ready);
}

int serve(const struct settings *settings, int ready)
{
    char problem[PROBLEM_BYTES];
    struct secret organiser;
    struct parts parts = {.loop = loop_new()};
    log_set_level(settings->log_level);
    signal(SIGXFSZ, SIG_IGN); /* a file at its limit is a write that fails, as on a full disk */
    umask(0077);              /* what people wrote is for nobody else on this machine */
    if (!keys_organiser(settings->organiser_key, &organiser, problem, sizeof problem))
        return give_up(&parts, problem);
    parts.journal = open_journal(parts.loop, settings->journal, problem);
    if (!parts.journal) return give_up(&parts, problem);
    parts.service = open_service(&parts, settings, &organiser);
    parts.server = open_server(&parts, settings, problem);
    if (!parts.server) return give_up(&parts, problem);
    if (ready < 0) {
        settings_print(settings, stderr);
        remember_url(settings);
    }
    say_ready(ready);
    server_run(parts.server, on_stopped, &parts);
    server_free(parts.server);
    loop_free(parts.loop);
    return 0;
}
