/* Brings the tables of an older format to this one. */
#ifndef ARCHIPEL_JOURNAL_SQLITE_UPGRADE_H
#define ARCHIPEL_JOURNAL_SQLITE_UPGRADE_H

#include <stdbool.h>

struct sqlite3;

/* Within a transaction: `schema` makes the tables of this format, what those of format 1 hold goes
 * into them (format_1.h), and they are dropped. False when SQLite fails, which then says why. */
bool sqlite_upgrade_from_1(struct sqlite3 *base, const char *schema);

#endif
