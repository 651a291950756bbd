/* The file of the embedded journal: found, held, of this format. Blocking. */
#ifndef ARCHIPEL_JOURNAL_SQLITE_FILE_H
#define ARCHIPEL_JOURNAL_SQLITE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3;

struct sqlite_file {
    int lock; /* of the file beside the file, held while we live; -1: none */
    struct sqlite3 *base;
};

/* Opens or makes the file, takes it for this process alone, and brings an older format to this
 * one (J13). False and one sentence in `problem` when that fails; a file of a newer format is left
 * exactly as it is. To be closed in any case. */
bool sqlite_file_open(struct sqlite_file *file, const char *path, char *problem,
                      size_t problem_bytes);
/* All statements must have been finalized. */
void sqlite_file_close(struct sqlite_file *file);

/* Carries out statements that answer nothing. */
bool sqlite_file_run(struct sqlite3 *base, const char *text);
/* The one number that a query answers. */
bool sqlite_file_number(struct sqlite3 *base, const char *query, int64_t *number);

#endif
