/* The physical limit: a broadcaster that does nothing but what no server can do without. It reads
 * what comes, joins all changes of a turn into one message, and sends that once to everybody. No
 * journal, no decision, no decoding, no allocation for a delivery, one epoll. */
#ifndef ARCHIPEL_BENCH_LIMIT_H
#define ARCHIPEL_BENCH_LIMIT_H

#include <stddef.h>

/* Serves on a listening socket until the process is stopped. Its clients upgrade, with the number
 * of their room, from 1, as the path, and then send changes, ready-made (bench/edit.h); all of a
 * room receive `changes` messages of protocol/. With `welcome` the first message of each is a
 * hello, answered with one of so many bytes. */
_Noreturn void limit_serve(int listening, size_t welcome);

#endif
