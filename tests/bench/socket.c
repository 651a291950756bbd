#include "bench/socket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "protocol/generated/messages.h"

enum { FINAL_BINARY = 0x82, FINAL_CLOSE = 0x88, MASKED = 0x80, BACKLOG = 4096 };

static struct sockaddr_in here(unsigned short port)
{
    return (struct sockaddr_in){.sin_family = AF_INET,
                                .sin_port = htons(port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

int socket_connect(unsigned short port)
{
    int on = 1;
    struct sockaddr_in address = here(port);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    CHECK(fd >= 0);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    int failed = connect(fd, (struct sockaddr *)&address, sizeof address);
    CHECK(!failed || errno == EINPROGRESS);
    return fd;
}

int socket_listen(unsigned short *port)
{
    struct sockaddr_in address = here(0);
    socklen_t length = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    CHECK(fd >= 0 && !bind(fd, (struct sockaddr *)&address, sizeof address));
    CHECK(!listen(fd, BACKLOG) && !getsockname(fd, (struct sockaddr *)&address, &length));
    *port = ntohs(address.sin_port);
    return fd;
}

void socket_upgrade(int socket, unsigned short port, unsigned room)
{
    char path[16] = "/ws";
    if (room) snprintf(path, sizeof path, "/%u", room);
    char request[512];
    int length = snprintf(request, sizeof request,
                          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nUpgrade: websocket\r\n"
                          "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: YXJjaGlwZWwgbWVhc3VyZQ==\r\n"
                          "Sec-WebSocket-Protocol: " PROTOCOL_SUBPROTOCOL "\r\n\r\n",
                          path, port);
    CHECK(write(socket, request, (size_t)length) == length);
}

size_t socket_answer(const uint8_t *data, size_t length)
{
    const char *end = memmem(data, length, "\r\n\r\n", 4);
    if (!end) return 0;
    CHECK(length > 12 && !memcmp(data, "HTTP/1.1 101", 12));
    return (size_t)((const uint8_t *)end - data) + 4;
}

void socket_send(int socket, const struct buffer *message)
{
    static const uint8_t mask[4] = {0x37, 0xfa, 0x21, 0x3d};
    uint8_t frame[8 + 65536];
    CHECK(message->length < 65536);
    frame[0] = FINAL_BINARY;
    size_t at = 2;
    if (message->length < 126) {
        frame[1] = (uint8_t)(MASKED | message->length);
    } else {
        frame[1] = MASKED | 126;
        frame[at++] = (uint8_t)(message->length >> 8);
        frame[at++] = (uint8_t)message->length;
    }
    memcpy(frame + at, mask, 4);
    at += 4;
    for (size_t i = 0; i < message->length; i++) frame[at + i] = message->data[i] ^ mask[i & 3];
    at += message->length;
    CHECK(write(socket, frame, at) == (ssize_t)at);
}

static uint64_t big_endian(const uint8_t *data, size_t bytes)
{
    uint64_t value = 0;
    for (size_t i = 0; i < bytes; i++) value = value << 8 | data[i];
    return value;
}

struct socket_frame socket_frame(const uint8_t *data, size_t length)
{
    struct socket_frame none = {0}, frame = {0};
    if (length < 2) return none;
    unsigned code = data[1] & 0x7fu;
    size_t extra = code == 127 ? 8 : code == 126 ? 2 : 0;
    frame.masked = data[1] & MASKED;
    frame.closes = data[0] == FINAL_CLOSE;
    frame.header = 2 + extra + (frame.masked ? 4 : 0);
    if (length < frame.header) return none;
    frame.length = extra ? (size_t)big_endian(data + 2, extra) : code;
    return length - frame.header < frame.length ? none : frame;
}

size_t socket_header(uint8_t header[10], size_t length)
{
    size_t extra = length > 65535 ? 8 : length > 125 ? 2 : 0;
    header[0] = FINAL_BINARY;
    header[1] = (uint8_t)(extra == 8 ? 127 : extra == 2 ? 126 : length);
    for (size_t i = 0; i < extra; i++)
        header[2 + i] = (uint8_t)((uint64_t)length >> 8 * (extra - 1 - i));
    return 2 + extra;
}
