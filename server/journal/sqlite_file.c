/* Durability: WAL with synchronous=FULL, so COMMIT returns after fsync of the log.
 *
 * After a failed fsync the kernel may take pages for clean that never reached the disk. So a
 * failed transaction is rolled back and never asked for again by us; whoever appends next
 * overwrites its frames in the log. Reopening would be worse: recovery would take the failed
 * transaction, which is whole in the page cache, for a committed one. For the same reason the
 * log is folded into the file, with fsync, whenever the file is opened, but only once its format
 * is known to be ours.
 *
 * The log is made as long as it will become before SQLite begins it anew: an fsync of a file that
 * grows writes its length as well, and takes twice the time. Zeros are an empty log to SQLite. */
#include "journal/sqlite_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/log.h"
#include "journal/sqlite_upgrade.h"

#define FORMAT 2
#define LOG_BYTES (4224 * 1024) /* the 1,000 pages after which SQLite folds it, and some */
#define BUSY_PATIENCE_MS 2000   /* an operator may look into the file with other tools */

extern const char journal_settings_sql[], journal_schema_sql[], journal_signs_sql[];

bool sqlite_file_run(struct sqlite3 *base, const char *text)
{
    return sqlite3_exec(base, text, NULL, NULL, NULL) == SQLITE_OK;
}

bool sqlite_file_number(struct sqlite3 *base, const char *query, int64_t *number)
{
    sqlite3_stmt *statement = NULL;
    bool found = sqlite3_prepare_v2(base, query, -1, &statement, NULL) == SQLITE_OK &&
                 sqlite3_step(statement) == SQLITE_ROW;
    if (found) *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return found;
}

static int open_beside(const char *path, const char *ending, int flags)
{
    struct buffer beside = {0};
    buffer_add_format(&beside, "%s%s", path, ending);
    buffer_add(&beside, "", 1);
    int file = open((const char *)beside.data, flags | O_CLOEXEC, 0600);
    buffer_clear(&beside);
    return file;
}

/* The file beside the file stays when we go: its removal would let two servers in at once. The
 * kernel lets go of the lock however we end. */
static bool take_lock(struct sqlite_file *file, const char *path, char *problem, size_t bytes)
{
    file->lock = open_beside(path, "-lock", O_RDWR | O_CREAT);
    if (file->lock < 0) snprintf(problem, bytes, "cannot open %s-lock: %s", path, strerror(errno));
    if (file->lock < 0) return false;
    if (flock(file->lock, LOCK_EX | LOCK_NB) == 0) return true;
    snprintf(problem, bytes, "%s is in use by another server on this machine", path);
    return false;
}

/* What people wrote is for nobody else on this machine, whoever made the file and under which mask; SQLite
 * gives the files beside it the same mode. */
static void keep_private(const char *path)
{
    static const char *const beside[] = {"", "-wal", "-shm", "-lock"};
    int made = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (made >= 0) close(made);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        struct buffer file = {0};
        buffer_add_format(&file, "%s%s", path, beside[i]);
        buffer_add(&file, "", 1);
        chmod((const char *)file.data, 0600);
        buffer_clear(&file);
    }
}

/* SQLite takes a file that it may only read, and fails at the first write. */
static bool open_base(struct sqlite_file *file, const char *path, char *problem, size_t bytes)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    keep_private(path);
    if (sqlite3_open_v2(path, &file->base, flags, NULL) != SQLITE_OK) return false;
    if (sqlite3_db_readonly(file->base, "main") == 1) {
        snprintf(problem, bytes, "%s may be read by this user, but not written to", path);
        return false;
    }
    sqlite3_extended_result_codes(file->base, 1);
    sqlite3_busy_timeout(file->base, BUSY_PATIENCE_MS);
    return true;
}

/* Whether closing folds the log into the file. */
static void fold_log_at_close(struct sqlite_file *file, bool folds)
{
    int code = sqlite3_db_config(file->base, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !folds, NULL);
    CHECK(code == SQLITE_OK);
}

/* The number of a file's format, 0 when it is new. */
static bool read_format(struct sqlite_file *file, const char *path, int64_t *format, char *problem,
                        size_t bytes)
{
    int64_t tables = 0;
    if (!sqlite_file_number(file->base, "PRAGMA user_version", format) ||
        !sqlite_file_number(file->base, "SELECT count(*) FROM sqlite_schema", &tables))
        return false;
    if (*format > FORMAT)
        snprintf(problem, bytes,
                 "%s was written by a newer Archipel (its format is %lld, this one knows %d): "
                 "start the newer one; the file was left as it is",
                 path, (long long)*format, FORMAT);
    else if (*format < 0 || (*format == 0 && tables))
        snprintf(problem, bytes, "%s is a database of another program", path);
    return !*problem;
}

static bool make_tables(struct sqlite_file *file, int64_t format)
{
    return format == 0 ? sqlite_file_run(file->base, journal_schema_sql)
                       : sqlite_upgrade_from_1(file->base, journal_schema_sql);
}

/* One transaction, so that a fall in the middle leaves what was. */
static bool bring_to_format(struct sqlite_file *file, const char *path, int64_t format)
{
    if (format == FORMAT) return true;
    if (!sqlite_file_run(file->base, "BEGIN IMMEDIATE")) return false;
    if (!make_tables(file, format) || !sqlite_file_run(file->base, "COMMIT")) return false;
    if (format) log_info("%s was of format %d and is now of format %d", path, (int)format, FORMAT);
    return !format || sqlite_file_run(file->base, "PRAGMA wal_checkpoint(TRUNCATE)");
}

/* What it holds is followed by what is no frame. Where there is no room, it grows as it is written. */
static void lengthen_log(const char *path)
{
    enum { ZEROS = 64 * 1024 };
    static const char zeros[ZEROS];
    int log = open_beside(path, "-wal", O_RDWR);
    if (log < 0) return;
    off_t length = lseek(log, 0, SEEK_END);
    while (length >= 0 && length < LOG_BYTES && write(log, zeros, ZEROS) == ZEROS) length += ZEROS;
    fdatasync(log);
    close(log);
}

bool sqlite_file_open(struct sqlite_file *file, const char *path, char *problem,
                      size_t problem_bytes)
{
    int64_t format = 0;
    *file = (struct sqlite_file){.lock = -1};
    snprintf(problem, problem_bytes, "%s", "");
    if (!take_lock(file, path, problem, problem_bytes) ||
        !open_base(file, path, problem, problem_bytes))
        return false;
    fold_log_at_close(file, false);
    if (!read_format(file, path, &format, problem, problem_bytes)) return false;
    fold_log_at_close(file, true);
    if (!sqlite_file_run(file->base, journal_settings_sql) ||
        !bring_to_format(file, path, format) || !sqlite_file_run(file->base, journal_signs_sql))
        return false;
    lengthen_log(path);
    return true;
}

void sqlite_file_close(struct sqlite_file *file)
{
    CHECK(sqlite3_close(file->base) == SQLITE_OK);
    if (file->lock >= 0) close(file->lock);
}
