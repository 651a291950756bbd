/* A running server is talked to over its control socket. Where none runs, a child process serves
 * the same data on a socket of its own for as long as the conversation takes. */
#include "cli/talk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/log.h"
#include "cli/serve.h"
#include "cli/settings.h"
#include "net/control_client.h"
#include "protocol/generated/codes.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/encode.h"

enum { PATIENCE = 30000 /* ms */, PATH_BYTES = 4096 };

struct talk {
    char path[PATH_BYTES]; /* of the control socket */
    struct control_client *client;
    struct buffer frame; /* the last one received, */
    size_t read;         /* read up to here */
    pid_t server;        /* started for this conversation, or 0 */
};

/* Serves the control socket and nothing else. Never returns. */
static void serve_child(const struct settings *settings, int ready)
{
    char address[PATH_BYTES];
    struct settings quiet = *settings;
    snprintf(address, sizeof address, "unix:%s/private.sock", settings->data);
    quiet.listen = address;
    quiet.metrics = NULL;
    quiet.tls_certificate = quiet.tls_key = NULL;
    quiet.log_level = LOG_WARNING;
    signal(SIGINT, SIG_IGN);
    exit(serve(&quiet, ready));
}

/* True when it listens. */
static bool start_server(struct talk *talk, const struct settings *settings)
{
    int ends[2];
    char byte;
    if (pipe(ends)) return false;
    talk->server = fork();
    if (talk->server < 0) return false;
    if (!talk->server) {
        close(ends[0]);
        serve_child(settings, ends[1]);
    }
    close(ends[1]);
    bool ready = read(ends[0], &byte, 1) == 1;
    close(ends[0]);
    return ready;
}

static bool connect_to(struct talk *talk, char *problem, size_t problem_bytes)
{
    control_client_free(talk->client);
    talk->frame.length = talk->read = 0;
    talk->client = control_client_new(talk->path, problem, problem_bytes);
    return talk->client;
}

struct talk *talk_new(const struct settings *settings, char *problem, size_t problem_bytes)
{
    struct talk *talk = NEW(struct talk);
    serve_control_path(settings, talk->path, sizeof talk->path);
    if (connect_to(talk, problem, problem_bytes)) return talk;
    bool started = start_server(talk, settings);
    if (started && connect_to(talk, problem, problem_bytes)) return talk;
    if (!started) *problem = '\0'; /* it has said why itself */
    talk_free(talk);
    return NULL;
}

void talk_free(struct talk *talk)
{
    if (!talk) return;
    control_client_free(talk->client);
    buffer_clear(&talk->frame);
    if (talk->server > 0) {
        kill(talk->server, SIGTERM);
        waitpid(talk->server, NULL, 0);
    }
    free(talk);
}

bool talk_send(struct talk *talk, const struct message *message)
{
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    bool sent = control_client_send(talk->client, buffer.data, buffer.length);
    buffer_clear(&buffer);
    return sent;
}

static bool next_frame(struct talk *talk, char *problem, size_t problem_bytes)
{
    unsigned code = 0;
    talk->read = 0;
    switch (control_client_receive(talk->client, &talk->frame, &code, PATIENCE)) {
    case CONTROL_FRAME: return true;
    case CONTROL_CLOSED:
        snprintf(problem, problem_bytes, "%s",
                 close_sentence((enum close_code)code, settings_language()));
        return false;
    case CONTROL_LOST: snprintf(problem, problem_bytes, "%s", "the server went away"); return false;
    case CONTROL_TIMEOUT:
        snprintf(problem, problem_bytes, "%s", "the server does not answer");
        return false;
    }
    return false;
}

bool talk_receive(struct talk *talk, struct message *message, char *problem, size_t problem_bytes)
{
    if (talk->read == talk->frame.length && !next_frame(talk, problem, problem_bytes)) return false;
    struct cursor cursor =
        cursor_new(talk->frame.data + talk->read, talk->frame.length - talk->read);
    bool understood = decode_next_message(&cursor, message);
    talk->read = talk->frame.length - cursor_left(&cursor);
    if (!understood) snprintf(problem, problem_bytes, "%s", "the server speaks another version");
    return understood;
}

bool talk_hello(struct talk *talk, uint64_t workshop, const struct secret *key,
                struct message_welcome *welcome, char *problem, size_t problem_bytes)
{
    struct message message = {.type = MESSAGE_HELLO};
    message.body.hello = (struct message_hello){.version = PROTOCOL_VERSION,
                                                .schema = PROTOCOL_SCHEMA,
                                                .workshop = workshop,
                                                .key = *key};
    if (!connect_to(talk, problem, problem_bytes)) return false;
    if (!talk_send(talk, &message) || !talk_receive(talk, &message, problem, problem_bytes))
        return false;
    bool welcomed = message.type == MESSAGE_WELCOME;
    if (welcomed) *welcome = message.body.welcome;
    else snprintf(problem, problem_bytes, "%s", "the server answers something else than welcome");
    message_clear(&message);
    return welcomed;
}
