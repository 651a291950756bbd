/* Each call is a few prepared statements; all calls of one turn share a transaction. A row is
 * believed when its checksum fits: of a position, of an entry behind the chain before it, of a
 * snapshot. */
#include "journal/sqlite_store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/log.h"
#include "journal/chain.h"
#include "journal/checksum.h"
#include "journal/sqlite_file.h"
#include "journal/sqlite_row.h"

extern const char journal_statements_sql[];

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
    X(entry_before) \
    X(entry_drop_all) \
    X(snapshot_find) \
    X(snapshot_keep) \
    X(snapshot_drop) \
    X(sign_put) \
    X(sign_find)

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
    struct sqlite_file file;
    sqlite3_stmt *statements[STATEMENT_COUNT];
};

/* Running statements. A result code of SQLite goes upward until run_together sees it. */

#define BIND(store, statement, ...) SQLITE_BIND((store)->statements[statement], __VA_ARGS__)

static int run_plain(struct sqlite_store *store, enum statement statement)
{
    return sqlite_run(store->statements[statement]);
}

/* Positions. */

static bool read_position(sqlite3_stmt *row, struct call *call, uint64_t *first)
{
    call->position.epoch = sqlite_number(row, 0);
    call->position.seq = sqlite_number(row, 1);
    *first = sqlite_number(row, 2);
    return sqlite_digest(row, 4, &call->position.head) &&
           sqlite_number(row, 3) ==
               sqlite_checksum_of_position(call->workshop, &call->position, *first);
}

/* Fills position, status OK, ABSENT or DAMAGED, and `first`, the first entry that is still there. */
static int find_workshop(struct sqlite_store *store, struct call *call, uint64_t *first)
{
    sqlite3_stmt *find = BIND(store, statement_workshop_find, call->workshop);
    int code = sqlite3_step(find);
    call->status = code == SQLITE_ROW ? JOURNAL_OK : JOURNAL_ABSENT;
    call->position = (struct journal_position){0};
    if (code == SQLITE_ROW && !read_position(find, call, first)) call->status = JOURNAL_DAMAGED;
    return sqlite_finish(find, code);
}

static int write_position(struct sqlite_store *store, enum statement statement, struct call *call,
                          struct journal_position position, uint64_t first)
{
    sqlite3_stmt *write =
        BIND(store, statement, call->workshop, position.epoch, position.seq, first,
             sqlite_checksum_of_position(call->workshop, &position, first));
    call->position = position;
    sqlite_bind_digest(write, 6, &position.head);
    return sqlite_run(write);
}

/* Whether the workshop is where the caller expects it; if not, the status says so. */
static bool expect(struct call *call)
{
    if (call->status == JOURNAL_OK && !journal_position_equal(&call->position, &call->expected))
        call->status = JOURNAL_CONFLICT;
    return call->status == JOURNAL_OK;
}

/* One function a kind of call. */

static int run_create(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    int code = write_position(store, statement_workshop_add, call,
                              (struct journal_position){.epoch = 1}, 1);
    bool added = sqlite3_changes(store->file.base) == 1;
    if (code == SQLITE_OK) code = find_workshop(store, call, &first);
    if (call->status == JOURNAL_OK && !added) call->status = JOURNAL_EXISTS;
    return code;
}

/* Columns: seq, checksum, digest, data. Fills where it stands: with its digest and number. */
static bool is_whole(sqlite3_stmt *row, uint64_t workshop, struct journal_position *place)
{
    place->seq = sqlite_number(row, 0);
    return sqlite_digest(row, 2, &place->head) &&
           sqlite_number(row, 1) == checksum_of(workshop, place, sqlite_bytes(row, 3));
}

static void take_snapshot(struct call *call, sqlite3_stmt *row, uint64_t first)
{
    struct journal_bytes snapshot = sqlite_bytes(row, 3);
    struct journal_position place = {.epoch = call->position.epoch};
    if (is_whole(row, call->workshop, &place)) {
        call->snapshot_seq = place.seq;
        call->snapshot_head = place.head;
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
    return sqlite_finish(find, code);
}

static int add_entries(struct sqlite_store *store, const struct call *call)
{
    struct journal_position place = {.seq = call->first, .head = call->before};
    int code = SQLITE_OK;
    for (size_t at = 0; at < pieces_count(&call->entries) && code == SQLITE_OK; at++, place.seq++) {
        struct journal_bytes entry = pieces_at(&call->entries, at);
        sqlite3_stmt *add = BIND(store, statement_entry_add, call->workshop, place.seq,
                                 checksum_of(call->workshop, &place, entry));
        sqlite_bind_digest(add, 4, &place.head);
        sqlite_bind_bytes(add, 5, entry);
        code = sqlite_run(add);
        place.head = chain_after(&place.head, entry);
    }
    return code;
}

static int run_append(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || !expect(call)) return code;
    code = add_entries(store, call);
    if (code != SQLITE_OK) return code;
    return write_position(store, statement_workshop_move, call, call_end(call), first);
}

static bool take_entry(struct call *call, sqlite3_stmt *row, uint64_t seq)
{
    struct journal_position place = {0};
    return is_whole(row, call->workshop, &place) && place.seq == seq &&
           call_found(call, &place.head, sqlite_bytes(row, 3));
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
        if (code == SQLITE_DONE || !take_entry(call, find, call->first + at))
            call->status = JOURNAL_DAMAGED;
    }
    if (!call_run_fits(call)) call->status = JOURNAL_DAMAGED;
    return sqlite_finish(find, code);
}

static int keep_snapshot(struct sqlite_store *store, const struct call *call,
                         struct journal_position position)
{
    struct journal_bytes snapshot = {call->snapshot.data, call->snapshot.length};
    sqlite3_stmt *keep = BIND(store, statement_snapshot_keep, call->workshop, position.epoch,
                              position.seq, checksum_of(call->workshop, &position, snapshot));
    sqlite_bind_digest(keep, 5, &position.head);
    sqlite_bind_bytes(keep, 6, snapshot);
    return sqlite_run(keep);
}

/* J12: whether the caller's position is a place in this history. */
static int find_place(struct sqlite_store *store, const struct call *call, bool *is_place)
{
    const struct journal_position *place = &call->expected;
    struct digest before;
    *is_place = journal_position_equal(place, &call->position);
    if (place->epoch != call->position.epoch || place->seq >= call->position.seq) return SQLITE_OK;
    sqlite3_stmt *next = BIND(store, statement_entry_before, call->workshop, place->seq + 1);
    int code = sqlite3_step(next);
    *is_place = code == SQLITE_ROW && sqlite_digest(next, 0, &before) &&
                digest_equal(&before, &place->head);
    return sqlite_finish(next, code);
}

static int run_keep_snapshot(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    bool is_place;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || call->status != JOURNAL_OK) return code;
    code = find_place(store, call, &is_place);
    return code == SQLITE_OK && is_place ? keep_snapshot(store, call, call->expected) : code;
}

static int swap_snapshot(struct sqlite_store *store, const struct call *call)
{
    int code = sqlite_run(BIND(store, statement_snapshot_drop, call->workshop));
    if (code != SQLITE_OK || !call->snapshot.length) return code;
    return keep_snapshot(store, call, call_base(call));
}

static int run_replace(struct sqlite_store *store, struct call *call)
{
    uint64_t first;
    int code = find_workshop(store, call, &first);
    if (code != SQLITE_OK || !expect(call)) return code;
    code = sqlite_run(BIND(store, statement_entry_drop_all, call->workshop));
    if (code == SQLITE_OK) code = add_entries(store, call);
    if (code == SQLITE_OK) code = swap_snapshot(store, call);
    if (code != SQLITE_OK) return code;
    return write_position(store, statement_workshop_move, call, call_end(call), call->first);
}

static int run_list(struct sqlite_store *store, struct call *call)
{
    int code;
    sqlite3_stmt *list = store->statements[statement_workshop_list];
    while ((code = sqlite3_step(list)) == SQLITE_ROW) {
        uint64_t workshop = sqlite_number(list, 0);
        buffer_add(&call->workshops, &workshop, sizeof workshop);
    }
    call->status = JOURNAL_OK;
    return sqlite_finish(list, code);
}

static int run_find_sign(struct sqlite_store *store, struct call *call)
{
    sqlite3_stmt *find = BIND(store, statement_sign_find, call->sign);
    int code = sqlite3_step(find);
    call_sign_leads(call, code == SQLITE_ROW ? sqlite_number(find, 0) : 0);
    return sqlite_finish(find, code);
}

static int run_put_sign(struct sqlite_store *store, struct call *call)
{
    int code = sqlite_run(BIND(store, statement_sign_put, call->sign, call->workshop));
    return code == SQLITE_OK ? run_find_sign(store, call) : code;
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
    case CALL_PUT_SIGN: return run_put_sign(store, call);
    case CALL_FIND_SIGN: return run_find_sign(store, call);
    }
    return SQLITE_MISUSE;
}

/* Transactions. */

static bool writes(const struct call *call)
{
    return call->kind != CALL_OPEN && call->kind != CALL_READ && call->kind != CALL_LIST &&
           call->kind != CALL_FIND_SIGN;
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
    if (!sqlite3_get_autocommit(store->file.base)) /* many errors have rolled back already */
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
            sqlite3_wal_checkpoint_v2(store->file.base, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                                      NULL);
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

struct sqlite_store *sqlite_store_open(const char *path, char *problem, size_t problem_bytes)
{
    struct sqlite_store *store = NEW(struct sqlite_store);
    if (sqlite_file_open(&store->file, path, problem, problem_bytes) &&
        sqlite_prepare(store->file.base, journal_statements_sql, statement_names, STATEMENT_COUNT,
                       store->statements))
        return store;
    if (!*problem)
        snprintf(problem, problem_bytes, "cannot use %s: %s", path,
                 sqlite3_errmsg(store->file.base));
    sqlite_store_close(store);
    return NULL;
}

void sqlite_store_close(struct sqlite_store *store)
{
    if (!store) return;
    sqlite_finalize(store->statements, STATEMENT_COUNT);
    sqlite_file_close(&store->file);
    free(store);
}
