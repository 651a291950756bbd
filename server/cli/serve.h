/* Building the parts, wiring them, running the loop. */
#ifndef ARCHIPEL_CLI_SERVE_H
#define ARCHIPEL_CLI_SERVE_H

#include <stdbool.h>
#include <stddef.h>

struct settings;

/* Fills in what follows from other settings (paths in the data directory, the public URL) and
 * makes the directory, but for commands that only look into it. The texts live as long as the
 * program. False and a sentence otherwise. */
bool serve_prepare(struct settings *settings, char *problem, size_t problem_bytes);

/* Serves until stopped; an exit status. `ready` is a file descriptor that is written one byte to
 * and closed once the server listens, or -1. */
int serve(const struct settings *settings, int ready);

/* Where a running server of this data directory answers the command line. */
void serve_control_path(const struct settings *settings, char *path, size_t path_bytes);

#endif
