/* The command line's end of the control socket (net/control.h). Blocking, one call at a time. */
#ifndef ARCHIPEL_NET_CONTROL_CLIENT_H
#define ARCHIPEL_NET_CONTROL_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer;
struct control_client;

enum control_outcome {
    CONTROL_FRAME,   /* a frame has come */
    CONTROL_CLOSED,  /* the server has closed and said why */
    CONTROL_LOST,    /* the server went away without a word */
    CONTROL_TIMEOUT, /* nothing in time; the connection is no longer good for anything */
};

/* NULL and one sentence in `problem` when nobody answers at `path`. */
struct control_client *control_client_new(const char *path, char *problem, size_t problem_bytes);
/* Hangs up. Accepts NULL. */
void control_client_free(struct control_client *client);

/* Sends one frame of 1 to CONTROL_LARGEST_BYTES bytes; false when the server is gone. */
bool control_client_send(struct control_client *client, const void *data, size_t length);

/* Waits at most `milliseconds` for a whole frame and puts it into `frame` (what was in it goes);
 * a frame holds one or more messages. `close_code` is set with CONTROL_CLOSED. */
enum control_outcome control_client_receive(struct control_client *client, struct buffer *frame,
                                            unsigned *close_code, int64_t milliseconds);

#endif
