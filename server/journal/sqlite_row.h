/* Prepared statements, what is given to them and what their rows hold. Result codes of SQLite go
 * upward as they are. */
#ifndef ARCHIPEL_JOURNAL_SQLITE_ROW_H
#define ARCHIPEL_JOURNAL_SQLITE_ROW_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "journal/journal.h"

/* Prepares the statements of a text in their order; before each stands its name in a comment,
 * which is held against `names`. False when SQLite fails; they are to be finalized in any case. */
bool sqlite_prepare(sqlite3 *base, const char *text, const char *const *names, size_t count,
                    sqlite3_stmt **statements);
/* Lets go of statements; NULL is none. */
void sqlite_finalize(sqlite3_stmt **statements, size_t count);

/* Gives the statement numbers for ?1, ?2, …, and returns it. */
sqlite3_stmt *sqlite_bind(sqlite3_stmt *statement, const uint64_t *numbers, int count);

#define SQLITE_BIND(statement, ...) \
    sqlite_bind(statement, (const uint64_t[]){__VA_ARGS__}, \
                (int)(sizeof(const uint64_t[]){__VA_ARGS__} / sizeof(uint64_t)))

/* The bytes must stay until the statement has run. */
void sqlite_bind_bytes(sqlite3_stmt *statement, int at, struct journal_bytes bytes);
/* The same for a digest. */
void sqlite_bind_digest(sqlite3_stmt *statement, int at, const struct digest *digest);

/* Makes it ready for the next time. SQLITE_ROW and SQLITE_DONE are no failures. */
int sqlite_finish(sqlite3_stmt *statement, int code);
/* Runs what answers no rows. */
int sqlite_run(sqlite3_stmt *statement);

/* Columns of the row at hand, from 0; bytes are valid until the next step. */
uint64_t sqlite_number(sqlite3_stmt *row, int at);
/* The bytes of a column. */
struct journal_bytes sqlite_bytes(sqlite3_stmt *row, int at);
/* False when what stands there is no digest. */
bool sqlite_digest(sqlite3_stmt *row, int at, struct digest *digest);

/* The checksum of a row of workshops. */
uint32_t sqlite_checksum_of_position(uint64_t workshop, const struct journal_position *position,
                                     uint64_t first);

#endif
