#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "journal/chain.h"

#define LONGEST_TEST_S 60

/* Positions of this test, the newest last. */
static struct buffer told;

static void remember(struct journal_position position)
{
    buffer_add(&told, &position, sizeof position);
}

char *fixture_path(const struct fixture *fixture, const char *name)
{
    struct buffer path = {0};
    buffer_add_format(&path, "%s/%s", fixture->folder, name);
    buffer_add(&path, "", 1);
    return (char *)path.data;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

int fixture_set_up(void **state)
{
    struct fixture *fixture = NEW(struct fixture);
    fixture->store = *state;
    alarm(LONGEST_TEST_S);
    signal(SIGPIPE, SIG_IGN);
    strcpy(fixture->folder, "/tmp/archipel-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    assert_int_equal(uv_loop_init(&fixture->loop), 0);
    fixture->store->start(fixture);
    fixture->journal = fixture->store->open(fixture);
    *state = fixture;
    return 0;
}

/* A loop that cannot be closed is a handle that was left open. */
int fixture_tear_down(void **state)
{
    struct fixture *fixture = *state;
    if (fixture->journal) close_and_await(fixture, fixture->journal);
    uv_run(&fixture->loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&fixture->loop), 0);
    fixture->store->stop(fixture);
    assert_int_equal(nftw(fixture->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
    free(fixture);
    buffer_clear(&told);
    alarm(0);
    return 0;
}

void outcome_clear(struct outcome *outcome)
{
    free(outcome->texts);
    outcome->texts = NULL;
}

static void come(struct outcome *outcome, enum journal_status status)
{
    static int turn;
    assert_false(outcome->come); /* once */
    outcome->come = true;
    outcome->turn = ++turn;
    outcome->status = status;
}

void outcome_done(void *context, enum journal_status status, struct journal_position position)
{
    struct outcome *outcome = context;
    come(outcome, status);
    outcome->position = position;
    remember(position);
}

void outcome_open(void *context, enum journal_status status, const struct journal_opening *opening)
{
    struct outcome *outcome = context;
    come(outcome, status);
    outcome->position = opening->position;
    outcome->first = opening->snapshot_seq;
    outcome->before = opening->snapshot_head;
    remember(opening->position);
    if (opening->snapshot.length)
        outcome->texts = strndup(opening->snapshot.data, opening->snapshot.length);
}

void outcome_read(void *context, enum journal_status status, const struct journal_run *run)
{
    struct outcome *outcome = context;
    struct buffer texts = {0};
    come(outcome, status);
    outcome->position = run->position;
    outcome->first = run->first;
    outcome->before = run->before;
    remember(run->position);
    outcome->count = run->count;
    for (size_t at = 0; at < run->count; at++) {
        buffer_add(&texts, run->entries[at].data, run->entries[at].length);
        buffer_add_text(&texts, "\n");
    }
    buffer_add(&texts, "", 1);
    outcome->texts = (char *)texts.data;
}

void outcome_list(void *context, enum journal_status status, const uint64_t *workshops,
                  size_t count)
{
    struct outcome *outcome = context;
    come(outcome, status);
    outcome->count = count;
    for (size_t at = 0; at < count && at < 8; at++) outcome->workshops[at] = workshops[at];
}

void await(struct fixture *fixture, const bool *arrived)
{
    while (!*arrived) assert_true(uv_run(&fixture->loop, UV_RUN_ONCE) || *arrived);
}

void await_ready(struct fixture *fixture, struct journal *journal)
{
    while (!journal->calls->is_ready(journal)) assert_true(uv_run(&fixture->loop, UV_RUN_ONCE));
}

static void note_closed(void *context)
{
    *(bool *)context = true;
}

void close_and_await(struct fixture *fixture, struct journal *journal)
{
    bool closed = false;
    journal->calls->close(journal, note_closed, &closed);
    assert_false(closed); /* in a later turn */
    await(fixture, &closed);
    if (journal == fixture->journal) fixture->journal = NULL;
}

struct journal_bytes bytes_of(const char *text)
{
    return (struct journal_bytes){text, strlen(text)};
}

struct journal_position position_of(uint64_t epoch, uint64_t seq)
{
    const struct journal_position *list = (const void *)told.data;
    for (size_t at = told.length / sizeof *list; at-- > 0;)
        if (list[at].epoch == epoch && list[at].seq == seq) return list[at];
    return (struct journal_position){.epoch = epoch, .seq = seq};
}

struct journal_position position_after(struct journal_position position, const char *text)
{
    position.head = chain_after(&position.head, bytes_of(text));
    position.seq++;
    return position;
}

struct journal_position elsewhere(struct journal_position position)
{
    position.head.bytes[0] ^= 1;
    return position;
}

void will_append(struct journal_position expected, const struct journal_bytes *entries,
                 size_t count)
{
    for (size_t at = 0; at < count; at++) {
        expected.head = chain_after(&expected.head, entries[at]);
        expected.seq++;
        remember(expected);
    }
}

struct outcome create_workshop(struct fixture *fixture, struct journal *journal, uint64_t workshop)
{
    struct outcome outcome = {0};
    journal->calls->create(journal, workshop, outcome_done, &outcome);
    await(fixture, &outcome.come);
    return outcome;
}

struct outcome open_workshop(struct fixture *fixture, struct journal *journal, uint64_t workshop)
{
    struct outcome outcome = {0};
    journal->calls->open(journal, workshop, outcome_open, &outcome);
    await(fixture, &outcome.come);
    return outcome;
}

static struct journal_bytes *list_of(const char *const *texts, size_t count)
{
    struct journal_bytes *list = allocate_zero(count, sizeof *list);
    for (size_t at = 0; at < count; at++) list[at] = bytes_of(texts[at]);
    return list;
}

struct outcome append_texts(struct fixture *fixture, struct journal *journal, uint64_t workshop,
                            struct journal_position expected, const char *const *texts,
                            size_t count)
{
    struct outcome outcome = {0};
    struct journal_bytes *entries = list_of(texts, count);
    will_append(expected, entries, count);
    journal->calls->append(journal, workshop, expected, entries, count, outcome_done, &outcome);
    free(entries);
    await(fixture, &outcome.come);
    return outcome;
}

struct outcome append_text(struct fixture *fixture, struct journal *journal, uint64_t workshop,
                           struct journal_position expected, const char *text)
{
    return append_texts(fixture, journal, workshop, expected, &text, 1);
}

struct outcome read_run(struct fixture *fixture, struct journal *journal, uint64_t workshop,
                        uint64_t after, size_t limit)
{
    struct outcome outcome = {0};
    journal->calls->read(journal, workshop, after, limit, outcome_read, &outcome);
    await(fixture, &outcome.come);
    return outcome;
}

struct outcome keep_snapshot(struct fixture *fixture, struct journal *journal, uint64_t workshop,
                             struct journal_position position, const char *snapshot)
{
    struct outcome outcome = {0};
    journal->calls->keep_snapshot(journal, workshop, position, bytes_of(snapshot), outcome_done,
                                  &outcome);
    await(fixture, &outcome.come);
    return outcome;
}

struct outcome replace_history(struct fixture *fixture, struct journal *journal, uint64_t workshop,
                               struct journal_position expected, const char *snapshot,
                               uint64_t first, const char *const *texts, size_t count)
{
    struct outcome outcome = {0};
    struct journal_history history = history_of(expected, snapshot, first, texts, count);
    journal->calls->replace(journal, workshop, expected, &history, outcome_done, &outcome);
    free((void *)(uintptr_t)history.entries);
    await(fixture, &outcome.come);
    return outcome;
}

struct journal_history history_of(struct journal_position expected, const char *snapshot,
                                  uint64_t first, const char *const *texts, size_t count)
{
    struct journal_position base = position_of(expected.epoch, first - 1);
    struct journal_bytes *entries = list_of(texts, count);
    base.epoch = expected.epoch + 1;
    remember(base);
    will_append(base, entries, count);
    return (struct journal_history){base.epoch,         first,   base.head,
                                    bytes_of(snapshot), entries, count};
}

struct outcome list_workshops(struct fixture *fixture, struct journal *journal)
{
    struct outcome outcome = {0};
    journal->calls->list(journal, outcome_list, &outcome);
    await(fixture, &outcome.come);
    return outcome;
}

static void hear_position(void *context, struct journal_position position)
{
    struct listener *listener = context;
    listener->told = true;
    listener->times++;
    listener->position = position;
}

static void hear_whisper(void *context, struct journal_bytes bytes)
{
    struct listener *listener = context;
    assert_true(bytes.length < sizeof listener->whisper);
    listener->whispered = true;
    memcpy(listener->whisper, bytes.data, bytes.length);
    listener->whisper[bytes.length] = 0;
}

void listener_init(struct listener *listener)
{
    *listener = (struct listener){.follower = {.context = listener,
                                               .on_position = hear_position,
                                               .on_whisper = hear_whisper}};
}

void assert_outcome(struct outcome outcome, enum journal_status status, uint64_t epoch,
                    uint64_t seq)
{
    assert_string_equal(journal_status_name(outcome.status), journal_status_name(status));
    assert_int_equal(outcome.position.epoch, epoch);
    assert_int_equal(outcome.position.seq, seq);
    outcome_clear(&outcome);
}

void assert_run(struct outcome outcome, uint64_t first, const char *texts)
{
    assert_string_equal(journal_status_name(outcome.status), "ok");
    assert_int_equal(outcome.first, first);
    assert_string_equal(outcome.texts, texts);
    outcome_clear(&outcome);
}
