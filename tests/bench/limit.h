/* The physical limit: a broadcaster that does nothing but what no server can do without. It reads
 * what comes, joins all changes of a turn into one message, and sends that once to everybody. No
 * journal, no decision, no decoding, no allocation for a delivery, one epoll. */
#ifndef ARCHIPEL_BENCH_LIMIT_H
#define ARCHIPEL_BENCH_LIMIT_H

/* Serves on a listening socket until the process is stopped. Its clients upgrade and then send
 * changes, ready-made (bench/edit.h); they receive `changes` messages of protocol/. */
_Noreturn void limit_serve(int listening);

#endif
