/* The embedded journal: one SQLite file, one server. */
#ifndef ARCHIPEL_JOURNAL_JOURNAL_SQLITE_H
#define ARCHIPEL_JOURNAL_JOURNAL_SQLITE_H

#include "journal/journal.h"

struct uv_loop_s;

/* Opens or makes the file, takes it for this process alone (a second opener is told so) and
 * checks its schema version. Returns NULL and one sentence in `problem` when that fails.
 * The journal is freed by its close. */
struct journal *journal_sqlite_new(struct uv_loop_s *loop, const char *path, char *problem,
                                   size_t problem_bytes);

#endif
