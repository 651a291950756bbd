/* The control socket: how the command line on the same machine talks to a running server, in the
 * same messages as everybody, with the organiser key in its hello.
 *
 * A Unix socket that only its owner may open. Both ways, each frame is
 *
 *   length, 4 bytes big-endian (1 to 16 MiB) | that many bytes: one or more messages
 *
 * and the server ends with a length of 0 followed by the close code, 2 bytes big-endian. */
#ifndef ARCHIPEL_NET_CONTROL_H
#define ARCHIPEL_NET_CONTROL_H

#include <stddef.h>

#define CONTROL_HEADER_BYTES 4
#define CONTROL_LARGEST_BYTES (16u << 20)

struct control;
struct loop;
struct service;

/* Listens at `path`. NULL and one sentence in `problem` when that fails. */
struct control *control_new(struct loop *loop, struct service *service, const char *path,
                            char *problem, size_t problem_bytes);

/* At the end of a turn: writes what is due, closes what must close. */
void control_turn(struct control *control);

/* How many callers are connected. */
size_t control_count(const struct control *control);

/* Takes nobody more. */
void control_stop_listening(struct control *control);
/* Drops all that are left. */
void control_abort(struct control *control);
/* When control_count is 0 and it no longer listens. Accepts NULL, as do all of these. */
void control_free(struct control *control);

#endif
