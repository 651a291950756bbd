/* A connection through a network that can fail: bytes come in order and late, or not at all; one
 * end may not learn that the other is gone. */
#ifndef ARCHIPEL_SIMULATION_LINE_H
#define ARCHIPEL_SIMULATION_LINE_H

#include "simulation/simulation.h"

/* Connects the client to a server; the line is the simulation's. */
struct line *line_new(struct client *client, struct fake_server *server);
void line_send(struct line *line, const void *data, size_t length);
/* The client lets go of it and hears nothing more of it; the server learns. */
void line_leave(struct line *line);

/* Faults. Cut: both ends learn, in a while. Abandon: the client stays away for so many ms after
 * that. Lose: the server never learns. */
void line_cut(struct line *line);
void line_abandon(struct line *line, int64_t ms);
void line_lose(struct line *line);
void line_stall(struct line *line, bool stalled);

/* The server's end is gone with it; the client learns in a while. */
void line_server_died(struct line *line);
/* Lets go of lines that are over at both ends; of all, at the end. */
void lines_free(struct simulation *simulation, bool all);

struct line *line_next(struct line *line);
bool line_is_of(const struct line *line, const struct fake_server *server);
/* Whether both ends think that it lives. */
bool line_lives(const struct line *line);

#endif
