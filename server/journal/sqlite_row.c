/* Numbers are bound as SQLite's signed ones and come back as they were: two's complement. */
#include "journal/sqlite_row.h"

#include <string.h>

#include "base/check.h"
#include "journal/checksum.h"

bool sqlite_prepare(sqlite3 *base, const char *text, const char *const *names, size_t count,
                    sqlite3_stmt **statements)
{
    for (size_t at = 0; at < count; at++) {
        const char *start = text;
        if (sqlite3_prepare_v3(base, start, -1, SQLITE_PREPARE_PERSISTENT, &statements[at],
                               &text) != SQLITE_OK)
            return false;
        CHECK(memmem(start, (size_t)(text - start), names[at], strlen(names[at])));
    }
    return true;
}

void sqlite_finalize(sqlite3_stmt **statements, size_t count)
{
    for (size_t at = 0; at < count; at++) sqlite3_finalize(statements[at]);
}

sqlite3_stmt *sqlite_bind(sqlite3_stmt *statement, const uint64_t *numbers, int count)
{
    for (int at = 0; at < count; at++)
        CHECK(sqlite3_bind_int64(statement, at + 1, (sqlite3_int64)numbers[at]) == SQLITE_OK);
    return statement;
}

void sqlite_bind_bytes(sqlite3_stmt *statement, int at, struct journal_bytes bytes)
{
    const void *data = bytes.length ? bytes.data : ""; /* NULL would be SQL's NULL */
    if (sqlite3_bind_blob64(statement, at, data, bytes.length, SQLITE_STATIC) != SQLITE_OK)
        CHECK(bytes.length > INT32_MAX); /* too big; the column is then NULL and refused */
}

void sqlite_bind_digest(sqlite3_stmt *statement, int at, const struct digest *digest)
{
    sqlite_bind_bytes(statement, at, (struct journal_bytes){digest->bytes, DIGEST_BYTES});
}

int sqlite_finish(sqlite3_stmt *statement, int code)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

int sqlite_run(sqlite3_stmt *statement)
{
    return sqlite_finish(statement, sqlite3_step(statement));
}

uint64_t sqlite_number(sqlite3_stmt *row, int at)
{
    return (uint64_t)sqlite3_column_int64(row, at);
}

struct journal_bytes sqlite_bytes(sqlite3_stmt *row, int at)
{
    const void *data = sqlite3_column_blob(row, at);
    return (struct journal_bytes){data, (size_t)sqlite3_column_bytes(row, at)};
}

bool sqlite_digest(sqlite3_stmt *row, int at, struct digest *digest)
{
    struct journal_bytes bytes = sqlite_bytes(row, at);
    if (bytes.length == DIGEST_BYTES) memcpy(digest->bytes, bytes.data, DIGEST_BYTES);
    return bytes.length == DIGEST_BYTES;
}

uint32_t sqlite_checksum_of_position(uint64_t workshop, const struct journal_position *position,
                                     uint64_t first)
{
    uint8_t octets[8];
    for (int at = 0; at < 8; at++) octets[at] = (uint8_t)(first >> (56 - 8 * at));
    return checksum_of(workshop, position, (struct journal_bytes){octets, sizeof octets});
}
