/* The file of the embedded journal. Blocking: one thread at a time, and not the loop's once
 * the server runs. journal_sqlite.h is what others use. */
#ifndef ARCHIPEL_JOURNAL_SQLITE_STORE_H
#define ARCHIPEL_JOURNAL_SQLITE_STORE_H

#include <stddef.h>

#include "journal/call.h"

struct sqlite_store;

/* As journal_sqlite_new: NULL and one sentence in `problem` when it fails. */
struct sqlite_store *sqlite_store_open(const char *path, char *problem, size_t problem_bytes);

/* Carries out all calls, in their order, as one transaction, and writes what came of each. If
 * one of them cannot be written, the others are not made to suffer: each is tried alone. */
void sqlite_store_run(struct sqlite_store *store, struct calls *calls);

/* Accepts NULL. */
void sqlite_store_close(struct sqlite_store *store);

#endif
