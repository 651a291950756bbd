/* A process that is measured: the server, or the limit. It runs on the first core, whoever
 * measures on the second. */
#ifndef ARCHIPEL_BENCH_TARGET_H
#define ARCHIPEL_BENCH_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/secret.h"

enum { TARGET_ROOMS = 100 /* most */ };

struct target {
    pid_t process;
    unsigned short port;
    const char *program; /* of the server; NULL for the limit */
    char data[64];       /* the server's directory, removed in the end unless it is kept */
    int log;             /* the reading end of its standard error */
    struct target_room {
        uint64_t workshop; /* 0 for the limit's */
        struct secret key; /* of its participants */
    } rooms[TARGET_ROOMS];
    size_t room_count;
};

/* Pins this process to its core, and makes it and its children less easily disturbed if it may. */
void target_prepare(void);

/* The limit, with so many rooms; `welcome` as limit_serve wants it. */
void target_start_limit(struct target *target, size_t rooms, size_t welcome);
/* `archipel serve --hold HOLD` on a new data directory, with so many workshops. */
void target_start_server(struct target *target, const char *program, int hold, size_t rooms);

/* Ends it in order; a server that does not end well stops the program. */
void target_stop(struct target *target);
/* Starts a stopped server again on the same data. */
void target_restart(struct target *target, int hold);
/* Removes its data. Call it after target_stop. */
void target_remove(struct target *target);

/* What it has used since its start, microseconds of processor: all of it, and its first thread,
 * the loop's, alone. */
int64_t target_cpu(const struct target *target);
int64_t target_loop_cpu(const struct target *target);
/* What it holds, bytes. */
int64_t target_memory(const struct target *target);

#endif
