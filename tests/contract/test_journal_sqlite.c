/* The contract over one SQLite file, and what is particular to it. */
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "journal/checksum.h"
#include "journal/journal_sqlite.h"
#include "suite.h"

#define W 77
#define FILE_NAME "archipel.db"

static void start(struct fixture *fixture)
{
    fixture->place = fixture_path(fixture, FILE_NAME);
}

static void stop(struct fixture *fixture)
{
    free(fixture->place);
}

static struct journal *open_journal(struct fixture *fixture)
{
    char problem[200] = "";
    struct journal *journal =
        journal_sqlite_new(&fixture->loop, fixture->place, problem, sizeof problem);
    assert_string_equal(problem, "");
    return journal;
}

/* Another program at the same file, as an operator might. */
static sqlite3 *open_beside(const struct fixture *fixture)
{
    sqlite3 *file;
    assert_int_equal(sqlite3_open(fixture->place, &file), SQLITE_OK);
    return file;
}

static void change_beside(const struct fixture *fixture, const char *format, uint64_t workshop,
                          uint64_t seq)
{
    char *statement = sqlite3_mprintf(format, (long long)workshop, (long long)seq);
    sqlite3 *file = open_beside(fixture);
    assert_int_equal(sqlite3_exec(file, statement, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_changes(file), 1);
    sqlite3_close(file);
    sqlite3_free(statement);
}

static void flip_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    change_beside(fixture,
                  "UPDATE entries SET data = CAST(substr(data, 2) || '!' AS BLOB) WHERE workshop = "
                  "%lld AND seq = %lld",
                  workshop, seq);
}

static void flip_snapshot(struct fixture *fixture, uint64_t workshop)
{
    change_beside(fixture, "UPDATE snapshots SET checksum = checksum + 1 WHERE workshop = %lld",
                  workshop, 0);
}

static void flip_position(struct fixture *fixture, uint64_t workshop)
{
    change_beside(fixture, "UPDATE workshops SET seq = seq + 2 WHERE workshop = %lld", workshop, 0);
}

/* The head before an entry is another one, and the checksum says so too. */
static void part_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    struct journal_position place = elsewhere(position_of(1, seq - 1));
    char format[200];
    place = (struct journal_position){.seq = seq, .head = place.head};
    snprintf(
        format, sizeof format,
        "UPDATE entries SET before = CAST(x'%02x' || substr(before, 2) AS BLOB), checksum = %u "
        "WHERE workshop = %%lld AND seq = %%lld",
        place.head.bytes[0], checksum_of(workshop, &place, bytes_of(seq == 2 ? "b" : "c")));
    change_beside(fixture, format, workshop, seq);
}

static void lose_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    change_beside(fixture, "DELETE FROM entries WHERE workshop = %lld AND seq = %lld", workshop,
                  seq);
}

static const struct store sqlite_store = {
    .start = start,
    .stop = stop,
    .open = open_journal,
    .flip_entry = flip_entry,
    .flip_snapshot = flip_snapshot,
    .flip_position = flip_position,
    .part_entry = part_entry,
    .lose_entry = lose_entry,
};

static const char *const abc[] = {"a", "b", "c"};

static struct fixture *with_abc(void **state)
{
    struct fixture *f = *state;
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 0), abc, 3), JOURNAL_OK, 1, 3);
    return f;
}

static void j3_what_cannot_be_written_is_not_written_by_half(void **state)
{
    struct fixture *f = with_abc(state);
    struct rlimit full = {0}, usual;
    enum { LENGTH = 3000000 };
    char *large = allocate(LENGTH + 1);
    memset(large, 'x', LENGTH);
    large[LENGTH] = 0;
    const char *const texts[] = {"small", large};
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &usual);
    full = usual;
    full.rlim_cur = 1000000; /* the disk is full */
    setrlimit(RLIMIT_FSIZE, &full);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 3), texts, 2), JOURNAL_UNAVAILABLE,
                   0, 0);
    assert_false(f->journal->calls->is_ready(f->journal));
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
    setrlimit(RLIMIT_FSIZE, &usual);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 3), texts, 2), JOURNAL_OK, 1, 5);
    assert_true(f->journal->calls->is_ready(f->journal));
    assert_run(read_run(f, f->journal, W, 3, 1), 4, "small\n");
    free(large);
}

/* Entries where none should be make the append of W + 10 fail; others in the same transaction do not
 * suffer for it. */
static void j3_others_in_the_transaction_do_not_suffer(void **state)
{
    struct fixture *f = with_abc(state);
    enum { WORKSHOPS = 20 };
    struct outcome outcomes[WORKSHOPS] = {0};
    struct journal_bytes entry = bytes_of("x");
    for (uint64_t at = 1; at < WORKSHOPS; at++)
        assert_outcome(create_workshop(f, f->journal, W + at), JOURNAL_OK, 1, 0);
    change_beside(f, "INSERT INTO entries VALUES (%lld, %lld, 0, x'00', x'00')", W + 10, 1);
    struct outcome first = {0};
    f->journal->calls->open(f->journal, W, outcome_open, &first); /* keeps the worker busy */
    for (uint64_t at = 1; at < WORKSHOPS; at++)
        f->journal->calls->append(f->journal, W + at, position_of(1, 0), &entry, 1, outcome_done,
                                  &outcomes[at]);
    await(f, &outcomes[WORKSHOPS - 1].come);
    assert_outcome(first, JOURNAL_OK, 1, 3);
    for (size_t at = 1; at < WORKSHOPS; at++)
        if (at == 10) assert_outcome(outcomes[at], JOURNAL_DAMAGED, 0, 0);
        else assert_outcome(outcomes[at], JOURNAL_OK, 1, 1);
}

static void j3_workshops_append_side_by_side(void **state)
{
    struct fixture *f = *state;
    enum { WORKSHOPS = 50, ROUNDS = 20 };
    static struct outcome outcomes[WORKSHOPS * ROUNDS];
    struct journal_bytes entry = bytes_of("x");
    memset(outcomes, 0, sizeof outcomes);
    for (uint64_t at = 0; at < WORKSHOPS; at++)
        assert_outcome(create_workshop(f, f->journal, W + at), JOURNAL_OK, 1, 0);
    for (uint64_t round = 0; round < ROUNDS; round++) will_append(position_of(1, round), &entry, 1);
    for (uint64_t round = 0; round < ROUNDS; round++)
        for (uint64_t at = 0; at < WORKSHOPS; at++)
            f->journal->calls->append(f->journal, W + at, position_of(1, round), &entry, 1,
                                      outcome_done, &outcomes[round * WORKSHOPS + at]);

    await(f, &outcomes[WORKSHOPS * ROUNDS - 1].come);
    for (size_t at = 0; at < WORKSHOPS * ROUNDS; at++)
        assert_outcome(outcomes[at], JOURNAL_OK, 1, 1 + at / WORKSHOPS);
}

/* The child of j5: appends for ever and tells the number of each confirmed entry. */
static int append_until_killed(const char *path)
{
    struct fixture fixture = {.store = &sqlite_store};
    char problem[200];
    uv_loop_init(&fixture.loop);
    struct journal *journal = journal_sqlite_new(&fixture.loop, path, problem, sizeof problem);
    if (!journal) return 2;
    create_workshop(&fixture, journal, W);
    for (uint64_t seq = 0;; seq++) {
        struct outcome outcome =
            append_text(&fixture, journal, W, position_of(1, seq), "confirmed");
        if (outcome.status != JOURNAL_OK ||
            write(STDOUT_FILENO, &outcome.position.seq, sizeof outcome.position.seq) < 0)
            return 3;
    }
}

static pid_t start_child(const char *path, int *from_child)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        execl("/proc/self/exe", "child", "append-until-killed", path, (char *)NULL);
        _exit(4);
    }
    close(ends[1]);
    *from_child = ends[0];
    return child;
}

static void j5_what_was_confirmed_survives_the_death_of_the_process(void **state)
{
    struct fixture *f = *state;
    uint64_t confirmed = 0, told;
    int from_child;
    close_and_await(f, f->journal);
    pid_t child = start_child(f->place, &from_child);
    while (confirmed < 50)
        assert_int_equal(read(from_child, &confirmed, sizeof confirmed), sizeof confirmed);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    while (read(from_child, &told, sizeof told) == sizeof told)
        confirmed = told; /* what it had told before it died */
    close(from_child);
    f->journal = open_journal(f);
    struct outcome run = read_run(f, f->journal, W, 0, 4096);
    assert_int_equal(run.status, JOURNAL_OK);
    assert_true(run.count >= confirmed);
    assert_true(run.count <= confirmed + 1); /* one may be written and not yet told */
    outcome_clear(&run);
}

static void a_second_opener_is_told_so(void **state)
{
    struct fixture *f = *state;
    char problem[200];
    assert_null(journal_sqlite_new(&f->loop, f->place, problem, sizeof problem));
    assert_non_null(strstr(problem, FILE_NAME));
    assert_non_null(strstr(problem, "is in use by another server"));
}

static size_t read_file(const char *path, uint8_t *bytes, size_t most)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, most, file);
    assert_true(length < most);
    fclose(file);
    return length;
}

/* Refused with a sentence that says what to do, and left byte for byte as it was. */
static void j13_a_newer_file_is_refused_and_left_as_it_is(void **state)
{
    enum { MOST = 1 << 20 };
    static uint8_t before[MOST], after[MOST];
    struct fixture *f = *state;
    char problem[400];
    close_and_await(f, f->journal);
    sqlite3 *file = open_beside(f);
    assert_int_equal(sqlite3_exec(file, "PRAGMA user_version = 1000", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
    size_t length = read_file(f->place, before, MOST);
    assert_null(journal_sqlite_new(&f->loop, f->place, problem, sizeof problem));
    assert_non_null(strstr(problem, "was written by a newer Archipel"));
    assert_non_null(strstr(problem, "start the newer one; the file was left as it is"));
    assert_int_equal(read_file(f->place, after, MOST), length);
    assert_memory_equal(before, after, length);
}

static void the_file_of_another_program_is_refused(void **state)
{
    struct fixture *f = *state;
    char problem[200], *path = fixture_path(f, "other.db");
    sqlite3 *file;
    assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, "CREATE TABLE recipes (title)", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(file);
    assert_null(journal_sqlite_new(&f->loop, path, problem, sizeof problem));
    assert_non_null(strstr(problem, "is a database of another program"));
    free(path);
}

static void what_is_no_database_is_refused(void **state)
{
    struct fixture *f = *state;
    char problem[200], *path = fixture_path(f, "letter.txt");
    FILE *letter = fopen(path, "w");
    for (int line = 0; line < 100; line++)
        fputs("Ceci n'est pas une base de données, mais une longue lettre.\n", letter);
    fclose(letter);
    assert_null(journal_sqlite_new(&f->loop, path, problem, sizeof problem));
    assert_non_null(strstr(problem, "letter.txt"));
    assert_null(journal_sqlite_new(&f->loop, "/nowhere/archipel.db", problem, sizeof problem));
    assert_non_null(strstr(problem, "No such file or directory"));
    free(path);
}

/* As a user who is not root: root may write whatever the mode says. */
static void a_file_that_may_not_be_written_is_refused(void **state)
{
    struct fixture *f = with_abc(state);
    char problem[200], lock[200];
    uid_t user = geteuid();
    close_and_await(f, f->journal);
    f->journal = NULL;
    snprintf(lock, sizeof lock, "%s-lock", (const char *)f->place);
    assert_int_equal(chmod(f->folder, 0777), 0);
    assert_int_equal(chmod(f->place, 0444), 0);
    assert_int_equal(chmod(lock, 0666), 0);
    assert_int_equal(seteuid(user ? user : 65534), 0);
    struct journal *journal = journal_sqlite_new(&f->loop, f->place, problem, sizeof problem);
    assert_int_equal(seteuid(user), 0);
    assert_null(journal);
    assert_non_null(strstr(problem, "may be read by this user, but not written to"));
    assert_int_equal(chmod(f->place, 0644), 0);
    f->journal = open_journal(f);
}

static void j9_a_file_that_others_hold_is_unavailable_until_they_let_go(void **state)
{
    struct fixture *f = with_abc(state);
    sqlite3 *beside = open_beside(f);
    assert_int_equal(sqlite3_exec(beside, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_UNAVAILABLE, 0,
                   0);
    assert_int_equal(sqlite3_exec(beside, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(beside);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
}

static bool file_holds(const char *path, const char *text)
{
    FILE *file = fopen(path, "rb");
    struct buffer content = {0};
    char part[4096];
    size_t length;
    if (!file) return false;
    while ((length = fread(part, 1, sizeof part, file))) buffer_add(&content, part, length);
    bool found = content.length && memmem(content.data, content.length, text, strlen(text));
    fclose(file);
    buffer_clear(&content);
    return found;
}

static bool any_file_holds(const struct fixture *f, const char *text)
{
    static const char *const names[] = {FILE_NAME, FILE_NAME "-wal"};
    bool found = false;
    for (size_t at = 0; at < 2; at++) {
        char *path = fixture_path(f, names[at]);
        found = found || file_holds(path, text);
        free(path);
    }
    return found;
}

static void j10_what_is_replaced_is_nowhere_in_the_files(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "something regretted"),
                   JOURNAL_OK, 1, 4);
    keep_snapshot(f, f->journal, W, position_of(1, 4), "something regretted");
    assert_true(any_file_holds(f, "something regretted"));
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 4), "", 1, abc, 3), JOURNAL_OK,
                   2, 3);
    assert_false(any_file_holds(f, "something regretted"));
}

static off_t log_length(const struct fixture *f)
{
    char *path = fixture_path(f, FILE_NAME "-wal");
    struct stat log;
    int found = stat(path, &log);
    free(path);
    return found == 0 ? log.st_size : -1;
}

/* An fsync of a file that grows costs twice as much. */
static void the_log_does_not_grow_as_it_is_written(void **state)
{
    struct fixture *f = with_abc(state);
    off_t length = log_length(f);
    char text[5000] = {0};
    memset(text, 'x', sizeof text - 1);
    for (uint64_t seq = 3; seq < 203; seq++)
        assert_outcome(append_text(f, f->journal, W, position_of(1, seq), text), JOURNAL_OK, 1,
                       seq + 1);
    assert_true(length > 4000000);
    assert_int_equal(log_length(f), length);
}

static const struct contract_test own[] = {
    CONTRACT_TEST(the_log_does_not_grow_as_it_is_written),
    CONTRACT_TEST(j3_what_cannot_be_written_is_not_written_by_half),
    CONTRACT_TEST(j3_others_in_the_transaction_do_not_suffer),
    CONTRACT_TEST(j3_workshops_append_side_by_side),
    CONTRACT_TEST(j5_what_was_confirmed_survives_the_death_of_the_process),
    CONTRACT_TEST(j9_a_file_that_others_hold_is_unavailable_until_they_let_go),
    CONTRACT_TEST(j10_what_is_replaced_is_nowhere_in_the_files),
    CONTRACT_TEST(a_second_opener_is_told_so),
    CONTRACT_TEST(j13_a_newer_file_is_refused_and_left_as_it_is),
    CONTRACT_TEST(the_file_of_another_program_is_refused),
    CONTRACT_TEST(what_is_no_database_is_refused),
    CONTRACT_TEST(a_file_that_may_not_be_written_is_refused),
};

int main(int count, char **words)
{
    if (count == 3 && strcmp(words[1], "append-until-killed") == 0)
        return append_until_killed(words[2]);
    return suite_run(&sqlite_store, true, own, sizeof own / sizeof *own,
                     count > 1 ? words[1] : NULL);
}
