#include "redis_server.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <hiredis/hiredis.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_WORDS 32

unsigned redis_server_free_port(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int probe = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(probe, (struct sockaddr *)&address, length), 0);
    assert_int_equal(getsockname(probe, (struct sockaddr *)&address, &length), 0);
    close(probe);
    return ntohs(address.sin_port);
}

/* Never returns; the server dies with us, whatever becomes of us. */
static void become_server(const struct redis_server *server, const char *const *more, int output)
{
    char port[16];
    const char *words[MOST_WORDS] = {
        REDIS_SERVER, "--unixsocket", server->socket, "--port",       port,
        "--bind",     "127.0.0.1",    "--dir",        server->folder, "--save",
        "",           "--daemonize",  "no",
    };
    size_t count = 13;
    snprintf(port, sizeof port, "%u", server->port);
    while (more && *more && count < MOST_WORDS - 1) words[count++] = *more++;
    dup2(output, STDOUT_FILENO);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    execv(REDIS_SERVER, (char *const *)(uintptr_t)words);
    _exit(127);
}

/* It says so in its log, which is its output. The output is read no further: it is little. */
static void wait_until_ready(int output)
{
    FILE *log = fdopen(output, "r");
    char line[500];
    bool ready = false;
    while (!ready && fgets(line, sizeof line, log))
        ready = strstr(line, "The server is now ready to accept connections at") != NULL;
    assert_true(ready);
    fclose(log);
}

void redis_server_start(struct redis_server *server, const char *folder, const char *const *more)
{
    int ends[2];
    server->folder = folder;
    snprintf(server->socket, sizeof server->socket, "%s/redis.sock", folder);
    assert_int_equal(pipe(ends), 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1); /* of a child that rewrites a file while the server dies */
    server->process = fork();
    assert_true(server->process >= 0);
    if (server->process == 0) become_server(server, more, ends[1]);
    close(ends[1]);
    wait_until_ready(ends[0]);
}

void redis_server_end(struct redis_server *server, int signal)
{
    if (!server->process) return;
    kill(-server->process, signal);
    assert_int_equal(waitpid(server->process, NULL, 0), server->process);
    while (waitpid(-server->process, NULL, 0) > 0)
        ; /* what it had forked goes with it */
    server->process = 0;
}

struct redisReply *redis_server_ask(const struct redis_server *server, int count,
                                    const char *const *words, const size_t *lengths)
{
    redisContext *redis = redisConnectUnix(server->socket);
    assert_non_null(redis);
    assert_int_equal(redis->err, 0);
    redisReply *reply = redisCommandArgv(redis, count, (const char **)(uintptr_t)words, lengths);
    redisFree(redis);
    assert_non_null(reply);
    assert_int_not_equal(reply->type, REDIS_REPLY_ERROR);
    return reply;
}

void redis_server_tell(const struct redis_server *server, const char *command)
{
    char text[300], *rest = NULL;
    const char *words[MOST_WORDS];
    int count = 0;
    assert_true(strlen(command) < sizeof text);
    strcpy(text, command);
    for (char *word = strtok_r(text, " ", &rest); word && count < MOST_WORDS;
         word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    freeReplyObject(redis_server_ask(server, count, words, NULL));
}
