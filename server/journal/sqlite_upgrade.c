/* Workshop by workshop, entry by entry: what is read of the old tables goes into the new ones at
 * once. A row whose checksum did not fit gets one that does not fit either. */
#include "journal/sqlite_upgrade.h"

#include <sqlite3.h>

#include "base/buffer.h"
#include "base/log.h"
#include "journal/checksum.h"
#include "journal/format_1.h"
#include "journal/sqlite_file.h"
#include "journal/sqlite_row.h"

extern const char journal_aside_1_sql[], journal_upgrade_1_sql[], journal_drop_1_sql[];

enum statement {
    WORKSHOP_RUN,
    SNAPSHOT_FIND,
    ENTRY_RUN,
    WORKSHOP_ADD,
    ENTRY_ADD,
    SNAPSHOT_ADD,
    STATEMENT_COUNT
};

static const char *const names[] = {"workshop_run", "snapshot_find", "entry_run",
                                    "workshop_add", "entry_add",     "snapshot_add"};

/* One workshop on its way. */
struct passage {
    sqlite3_stmt **statements;
    uint64_t workshop, epoch, seq, first;
    struct format_1 story;
};

/* Columns: seq, checksum, data. */
static bool is_whole(const struct passage *passage, sqlite3_stmt *row)
{
    return sqlite_number(row, 1) ==
           checksum_of_format_1(passage->workshop, sqlite_number(row, 0), sqlite_bytes(row, 2));
}

/* A damaged one is left behind: its entries are read instead, or it is missed as it was. */
static int begin(struct passage *passage, struct buffer *snapshot)
{
    sqlite3_stmt *find =
        SQLITE_BIND(passage->statements[SNAPSHOT_FIND], passage->workshop, passage->epoch);
    int code = sqlite3_step(find);
    uint64_t seq = 0;
    if (code == SQLITE_ROW && is_whole(passage, find)) {
        struct journal_bytes bytes = sqlite_bytes(find, 2);
        seq = sqlite_number(find, 0);
        buffer_add(snapshot, bytes.data, bytes.length);
    }
    passage->story = format_1_begin(passage->epoch, passage->first, seq,
                                    (struct journal_bytes){snapshot->data, snapshot->length});
    return sqlite_finish(find, code);
}

static int add_entry(struct passage *passage, const struct journal_position *place, bool whole,
                     struct journal_bytes entry)
{
    uint32_t checksum = checksum_of(passage->workshop, place, entry) ^ !whole;
    sqlite3_stmt *add =
        SQLITE_BIND(passage->statements[ENTRY_ADD], passage->workshop, place->seq, checksum);
    sqlite_bind_digest(add, 4, &place->head);
    sqlite_bind_bytes(add, 5, entry);
    return sqlite_run(add);
}

static int copy_entries(struct passage *passage)
{
    sqlite3_stmt *run = SQLITE_BIND(passage->statements[ENTRY_RUN], passage->workshop);
    int code, added = SQLITE_OK;
    while (added == SQLITE_OK && (code = sqlite3_step(run)) == SQLITE_ROW) {
        struct journal_bytes entry = sqlite_bytes(run, 2);
        struct journal_position place;
        bool whole = is_whole(passage, run);
        if (!format_1_take(&passage->story, sqlite_number(run, 0), whole, &entry, &place)) break;
        added = add_entry(passage, &place, whole, entry);
    }
    code = sqlite_finish(run, code);
    return added == SQLITE_OK ? code : added;
}

static int add_snapshot(struct passage *passage)
{
    const struct format_1 *story = &passage->story;
    struct journal_position place = {story->position.epoch, story->snapshot_seq,
                                     story->snapshot_head};
    if (!story->snapshot.length) return SQLITE_OK;
    sqlite3_stmt *add =
        SQLITE_BIND(passage->statements[SNAPSHOT_ADD], passage->workshop, place.epoch, place.seq,
                    checksum_of(passage->workshop, &place, story->snapshot));
    sqlite_bind_digest(add, 5, &place.head);
    sqlite_bind_bytes(add, 6, story->snapshot);
    return sqlite_run(add);
}

/* When nothing was left out the number is that of the old row: entries may be missing behind. */
static int add_workshop(struct passage *passage)
{
    struct journal_position end = passage->story.position;
    if (passage->story.ended)
        log_warning("workshop %llu: what was written behind a loss is left out",
                    (unsigned long long)passage->workshop);
    else end.seq = passage->seq;
    sqlite3_stmt *add =
        SQLITE_BIND(passage->statements[WORKSHOP_ADD], passage->workshop, end.epoch, end.seq,
                    passage->first,
                    sqlite_checksum_of_position(passage->workshop, &end, passage->first));
    sqlite_bind_digest(add, 6, &end.head);
    return sqlite_run(add);
}

static int pass(struct passage *passage)
{
    struct buffer snapshot = {0};
    int code = begin(passage, &snapshot);
    if (code == SQLITE_OK) code = copy_entries(passage);
    if (code == SQLITE_OK) code = add_snapshot(passage);
    if (code == SQLITE_OK) code = add_workshop(passage);
    buffer_clear(&snapshot);
    return code;
}

static int pass_all(sqlite3_stmt **statements)
{
    sqlite3_stmt *run = statements[WORKSHOP_RUN];
    int code, passed = SQLITE_OK;
    while (passed == SQLITE_OK && (code = sqlite3_step(run)) == SQLITE_ROW) {
        struct passage passage = {.statements = statements,
                                  .workshop = sqlite_number(run, 0),
                                  .epoch = sqlite_number(run, 1),
                                  .seq = sqlite_number(run, 2),
                                  .first = sqlite_number(run, 3)};
        passed = pass(&passage);
    }
    code = sqlite_finish(run, code);
    return passed == SQLITE_OK ? code : passed;
}

bool sqlite_upgrade_from_1(struct sqlite3 *base, const char *schema)
{
    sqlite3_stmt *statements[STATEMENT_COUNT] = {0};
    bool done = sqlite_file_run(base, journal_aside_1_sql) && sqlite_file_run(base, schema) &&
                sqlite_prepare(base, journal_upgrade_1_sql, names, STATEMENT_COUNT, statements) &&
                pass_all(statements) == SQLITE_OK;
    sqlite_finalize(statements, STATEMENT_COUNT);
    return done && sqlite_file_run(base, journal_drop_1_sql);
}
