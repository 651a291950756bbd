/* WebSockets over blocking-free sockets on this machine, as little of them as a measurement
 * needs: both ends are ours, or are tested against the real RFC elsewhere. */
#ifndef ARCHIPEL_BENCH_SOCKET_H
#define ARCHIPEL_BENCH_SOCKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Begins to connect to 127.0.0.1; never blocks. */
int socket_connect(unsigned short port);
/* Listens on a free port of 127.0.0.1. */
int socket_listen(unsigned short *port);

/* The whole upgrade request, to a room of the limit or, with 0, to a server; and how long the answer in `data` is: 0 while it is not whole. An
 * answer other than 101 stops the program. */
void socket_upgrade(int socket, unsigned short port, unsigned room);
size_t socket_answer(const uint8_t *data, size_t length);

/* Sends one masked binary frame. What is sent is small: a socket that does not take it whole stops
 * the program. */
void socket_send(int socket, const struct buffer *message);

/* One frame at the beginning of `data`. */
struct socket_frame {
    size_t header, length; /* 0 and 0 while it is not whole */
    bool closes;           /* what closes carries a code */
    bool masked;           /* the mask is the header's last four bytes */
};
struct socket_frame socket_frame(const uint8_t *data, size_t length);

/* The header of an unmasked binary frame of `length` bytes; returns its own length, 10 at most. */
size_t socket_header(uint8_t header[10], size_t length);

#endif
