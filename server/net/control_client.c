/* Blocking, with a deadline for each wait: a command line has nothing else to do meanwhile. */
#include "net/control_client.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "net/control.h"

struct control_client {
    int socket;
};

struct control_client *control_client_new(const char *path, char *problem, size_t problem_bytes)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    size_t length = strlen(path);
    if (length == 0 || length >= sizeof name.sun_path) {
        snprintf(problem, problem_bytes, "--data: \"%s\" is too long for a socket's name", path);
        return NULL;
    }
    memcpy(name.sun_path, path, length);
    int opened = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (opened >= 0 && connect(opened, (const struct sockaddr *)&name, sizeof name) == 0) {
        struct control_client *client = NEW(struct control_client);
        client->socket = opened;
        return client;
    }
    snprintf(problem, problem_bytes, "no server answers at %s: %s", path, strerror(errno));
    if (opened >= 0) close(opened);
    return NULL;
}

void control_client_free(struct control_client *client)
{
    if (!client) return;
    close(client->socket);
    free(client);
}

static bool send_all(int socket, const uint8_t *data, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(socket, data, length, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) return false;
        if (sent > 0) {
            data += sent;
            length -= (size_t)sent;
        }
    }
    return true;
}

bool control_client_send(struct control_client *client, const void *data, size_t length)
{
    CHECK(length >= 1 && length <= CONTROL_LARGEST_BYTES);
    const uint8_t header[CONTROL_HEADER_BYTES] = {(uint8_t)(length >> 24), (uint8_t)(length >> 16),
                                                  (uint8_t)(length >> 8), (uint8_t)length};
    return send_all(client->socket, header, sizeof header) &&
           send_all(client->socket, data, length);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static enum control_outcome wait_readable(int socket, int64_t deadline)
{
    for (;;) {
        int64_t left = deadline - now();
        struct pollfd wanted = {.fd = socket, .events = POLLIN};
        int ready = poll(&wanted, 1, (int)(left < 0 ? 0 : left > 60000 ? 60000 : left));
        if (ready > 0) return CONTROL_FRAME;
        if (ready == 0 && left <= 0) return CONTROL_TIMEOUT;
        if (ready < 0 && errno != EINTR) return CONTROL_LOST;
    }
}

static enum control_outcome receive_all(int socket, uint8_t *data, size_t length, int64_t deadline)
{
    while (length > 0) {
        enum control_outcome readable = wait_readable(socket, deadline);
        if (readable != CONTROL_FRAME) return readable;
        ssize_t got = recv(socket, data, length, 0);
        if (got == 0 || (got < 0 && errno != EINTR)) return CONTROL_LOST;
        if (got > 0) {
            data += got;
            length -= (size_t)got;
        }
    }
    return CONTROL_FRAME;
}

static enum control_outcome receive_farewell(int socket, unsigned *close_code, int64_t deadline)
{
    uint8_t code[2];
    enum control_outcome outcome = receive_all(socket, code, sizeof code, deadline);
    if (outcome != CONTROL_FRAME) return outcome;
    *close_code = (unsigned)code[0] << 8 | code[1];
    return CONTROL_CLOSED;
}

enum control_outcome control_client_receive(struct control_client *client, struct buffer *frame,
                                            unsigned *close_code, int64_t milliseconds)
{
    int64_t deadline = now() + milliseconds;
    uint8_t header[CONTROL_HEADER_BYTES];
    enum control_outcome outcome = receive_all(client->socket, header, sizeof header, deadline);
    if (outcome != CONTROL_FRAME) return outcome;
    size_t length =
        (size_t)header[0] << 24 | (size_t)header[1] << 16 | (size_t)header[2] << 8 | header[3];
    if (length == 0) return receive_farewell(client->socket, close_code, deadline);
    if (length > CONTROL_LARGEST_BYTES) return CONTROL_LOST;
    frame->length = 0;
    return receive_all(client->socket, buffer_grow(frame, length), length, deadline);
}
