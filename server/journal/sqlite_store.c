/* Durability: WAL with synchronous=FULL, so COMMIT returns after fsync of the log.
 *
 * After a failed fsync the kernel may take pages for clean that never reached the disk. So a
 * failed transaction is rolled back and never asked for again by us; whoever appends next
 * overwrites its frames in the log. Reopening would be worse: recovery would take the failed
 * transaction, which is whole in the page cache, for a committed one. For the same reason the
 * log is folded into the file, with fsync, whenever the file is opened. */
#include "journal/sqlite_store.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/log.h"
#include "journal/checksum.h"

#define SCHEMA_VERSION 1
#define BUSY_PATIENCE_MS 2000 /* an operator may look into the file with other tools */

/* The .sql files of this folder. */
extern const char journal_settings_sql[], journal_schema_sql[], journal_statements_sql[];

#define STATEMENTS(X) \
    X(begin) \
    X(begin_writing) \
    X(commit) \
    X(rollback) \
    X(workshop_find) \
    X(workshop_add) \
    X(workshop_move) \
    X(workshop_list) \
    X(entry_add) \
    X(entry_run) \
    X(entry_drop_all) \
    X(snapshot_find) \
    X(snapshot_keep) \
    X(snapshot_drop)

/* clang-format off */
enum statement {
#define X(name) statement_##name,
    STATEMENTS(X)
#undef X
    STATEMENT_COUNT
};
/* clang-format on */

static const char *const statement_names[] = {
#define X(name) #name,
    STATEMENTS(X)
#undef X
};

struct sqlite_store {
    int lock; /* of the file beside the file, held while we live */
    sqlite3 *file;
    sqlite3_stmt *statements[STATEMENT_COUNT];
};

/* Running statements. A result code of SQLite goes upward until run_together sees it. */

static sqlite3_stmt *bind(struct sqlite_store *store, enum statement statement,
                          const uint64_t *numbers, int count)
{
    sqlite3_stmt *prepared = store->statements[statement];
    for (int at = 0; at < count; at++)
        CHECK(sqlite3_bind_int64(prepared, at + 1, (sqlite3_int64)numbers[at]) == SQLITE_OK);
    return prepared;
}

#define BIND(store, statement, ...) \
    bind(store, statement, (const uint64_t[]){__VA_ARGS__}, \
         (int)(sizeof(const uint64_t[]){__VA_ARGS__} / sizeof(uint64_t)))

/* SQLITE_ROW and SQLITE_DONE are no failures. */
static int finish(sqlite3_stmt *statement, int code)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

static int run(sqlite3_stmt *statement)
{
    return finish(statement, sqlite3_step(statement));
}

static int run_plain(struct sqlite_store *store, enum statement statement)
{
    return run(store->statements[statement]);
}

static void bind_bytes(sqlite3_stmt *statement, int at, struct journal_bytes bytes)
{
    const void *data = bytes.length ? bytes.data : ""; /* NULL would be SQL's NULL */
    if (sqlite3_bind_blob64(statement, at, data, bytes.length, SQLITE_STATIC) != SQLITE_OK)
        CHECK(bytes.length > INT32_MAX); /* too big; the column is then NULL and refused */
}

static struct journal_bytes column_bytes(sqlite3_stmt *statement, int at)
{
    const void *data = sqlite3_column_blob(statement, at);
    return (struct journal_bytes){data, (size_t)sqlite3_column_bytes(statement, at)};
}

static uint64_t column_number(sqlite3_stmt *statement, int at)
{
    return (uint64_t)sqlite3_column_int64(statement, at);
}

/* One function a kind of call. */

/* Fills position, status OK or ABSENT, and `first`, the first entry that is still there. */
static int find_workshop(struct sqlite_store *store, struct call *call, uint64_t *first)
{
    sqlite3_stmt *find = BIND(store, statement_workshop_find, call->workshop);
    int code = sqlite3_step(find);
    call->status = code == SQLITE_ROW ? JOURNAL_OK : JOURNAL_ABSENT;
    call->position = (struct journal_position){0};
    if (code == SQLITE_ROW) {
        call->position.epoch = column_number(find, 0);
        call->position.seq = column_number(find, 1);
        *first = column_number(find, 2);
    }
    return finish(find, code);
}

static int run_create(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    int code = run(BIND(store, statement_workshop_add, call->workshop));
    bool added = sqlite3_changes(store->file) == 1;
    if (code == SQLITE_OK) code = find_workshop(store, call, &first);
    call->status = added ? JOURNAL_OK : JOURNAL_EXISTS;
    return code;
}

static bool is_whole(sqlite3_stmt *row, const struct call *call, uint64_t seq)
{
    return column_number(row, 0) == seq &&
           column_number(row, 1) == checksum_of(call->workshop, seq, column_bytes(row, 2));
}

static void take_snapshot(struct call *call, sqlite3_stmt *row, uint64_t first)
{
    struct journal_bytes snapshot = column_bytes(row, 2);
    if (is_whole(row, call, column_number(row, 0))) {
        call->snapshot_seq = column_number(row, 0);
        buffer_add(&call->snapshot, snapshot.data, snapshot.length);
    } else if (first > 1) {
        call->status = JOURNAL_DAMAGED;
    } else {
        log_warning("the snapshot of a workshop is damaged; its entries are read instead");
    }
}

static int run_open(struct sqlite_store *store, struct call *call)
{
    uint64_t first = 0;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || call->status != JOURNAL_OK) return code;
    sqlite3_stmt *find = BIND(store, statement_snapshot_find, call->workshop, call->position.epoch);
    code = sqlite3_step(find);
    if (code == SQLITE_ROW) take_snapshot(call, find, first);
    else if (code == SQLITE_DONE && first > 1)
        call->status = JOURNAL_DAMAGED; /* what stood for the missing entries is missing too */
    return finish(find, code);
}

static int add_entries(struct sqlite_store *store, const struct call *call, uint64_t first)
{
    int code = SQLITE_OK;
    for (size_t at = 0; at < pieces_count(&call->entries) && code == SQLITE_OK; at++) {
        struct journal_bytes entry = pieces_at(&call->entries, at);
        uint64_t seq = first + at;
        sqlite3_stmt *add = BIND(store, statement_entry_add, call->workshop, seq,
                                 checksum_of(call->workshop, seq, entry));
        bind_bytes(add, 4, entry);
        code = run(add);
    }
    return code;
}

static int move_workshop(struct sqlite_store *store, struct call *call,
                         struct journal_position position, uint64_t first)
{
    call->position = position;
    return run(
        BIND(store, statement_workshop_move, call->workshop, position.epoch, position.seq, first));
}

/* Whether the workshop is where the caller expects it; if not, the status says so. */
static bool expect(struct call *call)
{
    if (call->status == JOURNAL_OK && !call_position_equal(call->position, call->expected))
        call->status = JOURNAL_CONFLICT;
    return call->status == JOURNAL_OK;
}

static int run_append(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || !expect(call)) return code;
    code = add_entries(store, call, call->expected.seq + 1);
    if (code != SQLITE_OK) return code;
    struct journal_position end = call->expected;
    end.seq += pieces_count(&call->entries);
    return move_workshop(store, call, end, first);
}

static int run_read(struct sqlite_store *store, struct call *call)
{
    uint64_t first = 0;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || call->status != JOURNAL_OK) return code;
    uint64_t count = call_run_length(call, first);
    sqlite3_stmt *find = BIND(store, statement_entry_run, call->workshop, call->first, count);
    for (uint64_t at = 0; at < count && call->status == JOURNAL_OK; at++) {
        code = sqlite3_step(find);
        if (code != SQLITE_ROW && code != SQLITE_DONE) break;
        if (code == SQLITE_ROW && is_whole(find, call, call->first + at))
            pieces_add(&call->entries, column_bytes(find, 2));
        else call->status = JOURNAL_DAMAGED;
    }
    return finish(find, code);
}

static int keep_snapshot(struct sqlite_store *store, const struct call *call,
                         struct journal_position position)
{
    struct journal_bytes snapshot = {call->snapshot.data, call->snapshot.length};
    sqlite3_stmt *keep = BIND(store, statement_snapshot_keep, call->workshop, position.epoch,
                              position.seq, checksum_of(call->workshop, position.seq, snapshot));
    bind_bytes(keep, 5, snapshot);
    return run(keep);
}

static int run_keep_snapshot(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || call->status != JOURNAL_OK ||
        call->expected.epoch != call->position.epoch || call->expected.seq > call->position.seq)
        return code;
    return keep_snapshot(store, call, call->expected);
}

static int swap_snapshot(struct sqlite_store *store, const struct call *call)
{
    struct journal_position position = {call->expected.epoch + 1, call->first - 1};
    int code = run(BIND(store, statement_snapshot_drop, call->workshop));
    return code == SQLITE_OK && call->snapshot.length ? keep_snapshot(store, call, position) : code;
}

static int run_replace(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || !expect(call)) return code;
    code = run(BIND(store, statement_entry_drop_all, call->workshop));
    if (code == SQLITE_OK) code = add_entries(store, call, call->first);
    if (code == SQLITE_OK) code = swap_snapshot(store, call);
    if (code != SQLITE_OK) return code;
    return move_workshop(store, call, call_replaced_position(call), call->first);
}

static int run_list(struct sqlite_store *store, struct call *call)
{
    int code;
    sqlite3_stmt *list = store->statements[statement_workshop_list];
    while ((code = sqlite3_step(list)) == SQLITE_ROW) {
        uint64_t workshop = column_number(list, 0);
        buffer_add(&call->workshops, &workshop, sizeof workshop);
    }
    call->status = JOURNAL_OK;
    return finish(list, code);
}

static int run_call(struct sqlite_store *store, struct call *call)
{
    switch (call->kind) {
    case CALL_CREATE: return run_create(store, call);
    case CALL_OPEN: return run_open(store, call);
    case CALL_APPEND: return run_append(store, call);
    case CALL_READ: return run_read(store, call);
    case CALL_KEEP_SNAPSHOT: return run_keep_snapshot(store, call);
    case CALL_REPLACE: return run_replace(store, call);
    case CALL_LIST: return run_list(store, call);
    }
    return SQLITE_MISUSE;
}

/* Transactions. */

static bool writes(const struct call *call)
{
    return call->kind != CALL_OPEN && call->kind != CALL_READ && call->kind != CALL_LIST;
}

/* If anything is written, we ask for it at once: SQLite waits for others at BEGIN only. */
static int begin(struct sqlite_store *store, const struct call *first, const struct call *end)
{
    for (const struct call *call = first; call != end; call = call->next)
        if (writes(call)) return run_plain(store, statement_begin_writing);
    return run_plain(store, statement_begin);
}

static int run_in_transaction(struct sqlite_store *store, struct call *first, struct call *end)
{
    int code = begin(store, first, end);
    for (struct call *call = first; call != end && code == SQLITE_OK; call = call->next)
        code = run_call(store, call);
    if (code == SQLITE_OK) code = run_plain(store, statement_commit);
    if (!sqlite3_get_autocommit(store->file)) /* many errors have rolled back already */
        run_plain(store, statement_rollback);
    return code;
}

/* Pages that cannot be read, or entries where none should be. */
static bool is_damage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_CONSTRAINT;
}

/* Whether it may be for one of several calls only, so that the others can go on. */
static bool is_of_one_call(int code)
{
    return is_damage(code) || (code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_TOOBIG;
}

/* From `first` up to `end` (excluded), all or nothing. */
static int run_together(struct sqlite_store *store, struct call *first, struct call *end)
{
    int code = run_in_transaction(store, first, end);
    if (code == SQLITE_OK) return code;
    for (struct call *call = first; call != end; call = call->next) {
        call_forget_outcome(call);
        call->status = is_damage(code) ? JOURNAL_DAMAGED : JOURNAL_UNAVAILABLE;
    }
    log_error("the journal's file: %s (%d)", sqlite3_errstr(code), code);
    return code;
}

/* What replace has removed is to be nowhere in the log either. */
static void fold_log_after_replace(struct sqlite_store *store, const struct calls *calls)
{
    for (const struct call *call = calls->first; call; call = call->next)
        if (call->kind == CALL_REPLACE && call->status == JOURNAL_OK) {
            sqlite3_wal_checkpoint_v2(store->file, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
            return;
        }
}

void sqlite_store_run(struct sqlite_store *store, struct calls *calls)
{
    int code = run_together(store, calls->first, NULL);
    if (is_of_one_call(code) && calls->first != calls->last)
        for (struct call *call = calls->first; call; call = call->next)
            run_together(store, call, call->next);
    fold_log_after_replace(store, calls);
}

/* Opening. */

/* The file beside the file stays when we go: its removal would let two servers in at once. The
 * kernel lets go of the lock however we end. */
static bool take_lock(struct sqlite_store *store, const char *path, char *problem, size_t bytes)
{
    struct buffer beside = {0};
    buffer_add_format(&beside, "%s-lock", path);
    buffer_add(&beside, "", 1);
    store->lock = open((const char *)beside.data, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (store->lock < 0)
        snprintf(problem, bytes, "cannot open %s: %s", (const char *)beside.data, strerror(errno));
    buffer_clear(&beside);
    if (store->lock < 0) return false;
    if (flock(store->lock, LOCK_EX | LOCK_NB) == 0) return true;
    snprintf(problem, bytes, "%s is in use by another server on this machine", path);
    return false;
}

static bool run_text(struct sqlite_store *store, const char *text)
{
    return sqlite3_exec(store->file, text, NULL, NULL, NULL) == SQLITE_OK;
}

static bool read_number(struct sqlite_store *store, const char *pragma, int64_t *number)
{
    sqlite3_stmt *statement = NULL;
    bool found = sqlite3_prepare_v2(store->file, pragma, -1, &statement, NULL) == SQLITE_OK &&
                 sqlite3_step(statement) == SQLITE_ROW;
    if (found) *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return found;
}

/* SQLite takes a file that it may only read, and fails at the first write. */
static bool open_file(struct sqlite_store *store, const char *path, char *problem, size_t bytes)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path, &store->file, flags, NULL) != SQLITE_OK) return false;
    if (sqlite3_db_readonly(store->file, "main") == 1) {
        snprintf(problem, bytes, "%s may be read by this user, but not written to", path);
        return false;
    }
    sqlite3_extended_result_codes(store->file, 1);
    sqlite3_busy_timeout(store->file, BUSY_PATIENCE_MS);
    return run_text(store, journal_settings_sql);
}

static bool check_version(struct sqlite_store *store, const char *path, char *problem, size_t bytes)
{
    int64_t version = 0, tables = 0;
    if (!read_number(store, "PRAGMA user_version", &version) ||
        !read_number(store, "SELECT count(*) FROM sqlite_schema", &tables))
        return false;
    if (version == SCHEMA_VERSION || (version == 0 && tables == 0))
        return version == SCHEMA_VERSION || run_text(store, journal_schema_sql);
    if (version > SCHEMA_VERSION)
        snprintf(problem, bytes,
                 "%s was written by a newer Archipel (its format is %lld, this one knows %d)", path,
                 (long long)version, SCHEMA_VERSION);
    else snprintf(problem, bytes, "%s is a database of another program", path);
    return false;
}

static bool prepare_statements(struct sqlite_store *store)
{
    const char *rest = journal_statements_sql;
    for (size_t at = 0; at < STATEMENT_COUNT; at++) {
        const char *start = rest;
        if (sqlite3_prepare_v3(store->file, start, -1, SQLITE_PREPARE_PERSISTENT,
                               &store->statements[at], &rest) != SQLITE_OK)
            return false;
        const char *name =
            memmem(start, (size_t)(rest - start), statement_names[at], strlen(statement_names[at]));
        CHECK(name != NULL);
    }
    return true;
}

struct sqlite_store *sqlite_store_open(const char *path, char *problem, size_t problem_bytes)
{
    struct sqlite_store *store = NEW(struct sqlite_store);
    store->lock = -1;
    snprintf(problem, problem_bytes, "%s", "");
    if (take_lock(store, path, problem, problem_bytes) &&
        open_file(store, path, problem, problem_bytes) &&
        check_version(store, path, problem, problem_bytes) && prepare_statements(store))
        return store;
    if (!*problem)
        snprintf(problem, problem_bytes, "cannot use %s: %s", path, sqlite3_errmsg(store->file));
    sqlite_store_close(store);
    return NULL;
}

void sqlite_store_close(struct sqlite_store *store)
{
    if (!store) return;
    for (size_t at = 0; at < STATEMENT_COUNT; at++) sqlite3_finalize(store->statements[at]);
    CHECK(sqlite3_close(store->file) == SQLITE_OK);
    if (store->lock >= 0) close(store->lock);
    free(store);
}
