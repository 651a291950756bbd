#include "suite.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/log.h"

#define W 4242 /* a workshop */
#define OTHER UINT64_C(9007199254740991)
#define MANY 100000

static const char *const abc[] = {"a", "b", "c"};

static struct fixture *with_abc(void **state)
{
    struct fixture *f = *state;
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 0), abc, 3), JOURNAL_OK, 1, 3);
    return f;
}

static void j1_numbers_start_at_1_and_have_no_gaps(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
    assert_run(read_run(f, f->journal, W, 0, 100), 1, "a\nb\nc\nd\n");
}

static void j1_a_workshop_is_made_once(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_EXISTS, 1, 3);
    assert_run(read_run(f, f->journal, W, 0, 100), 1, "a\nb\nc\n");
}

static void j1_a_workshop_that_was_not_made_is_absent(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(open_workshop(f, f->journal, OTHER), JOURNAL_ABSENT, 0, 0);
    assert_outcome(read_run(f, f->journal, OTHER, 0, 1), JOURNAL_ABSENT, 0, 0);
    assert_outcome(append_text(f, f->journal, OTHER, position_of(1, 0), "x"), JOURNAL_ABSENT, 0, 0);
    assert_outcome(append_text(f, f->journal, OTHER, position_of(0, 0), "x"), JOURNAL_ABSENT, 0, 0);
    assert_outcome(keep_snapshot(f, f->journal, OTHER, position_of(1, 0), "x"), JOURNAL_ABSENT, 0,
                   0);
}

static void j1_workshops_are_apart_from_each_other(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(create_workshop(f, f->journal, OTHER), JOURNAL_OK, 1, 0);
    assert_outcome(append_text(f, f->journal, OTHER, position_of(1, 0), "x"), JOURNAL_OK, 1, 1);
    assert_run(read_run(f, f->journal, OTHER, 0, 100), 1, "x\n");
    assert_run(read_run(f, f->journal, W, 0, 100), 1, "a\nb\nc\n");
}

static void j1_list_names_all_workshops(void **state)
{
    struct fixture *f = *state;
    struct outcome none = list_workshops(f, f->journal);
    assert_int_equal(none.status, JOURNAL_OK);
    assert_int_equal(none.count, 0);
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    assert_outcome(create_workshop(f, f->journal, OTHER), JOURNAL_OK, 1, 0);
    struct outcome both = list_workshops(f, f->journal);
    assert_int_equal(both.count, 2);
    assert_int_equal(both.workshops[0] + both.workshops[1], W + OTHER);
}

static struct outcome put_sign(struct fixture *f, uint64_t sign, uint64_t workshop)
{
    struct outcome outcome = {0};
    f->journal->calls->put_sign(f->journal, sign, workshop, outcome_done, &outcome);
    await(f, &outcome.come);
    return outcome;
}

static struct outcome find_sign(struct fixture *f, uint64_t sign)
{
    struct outcome outcome = {0};
    f->journal->calls->find_sign(f->journal, sign, outcome_list, &outcome);
    await(f, &outcome.come);
    return outcome;
}

static void j14_a_sign_leads_to_whom_was_first(void **state)
{
    struct fixture *f = *state;
    assert_outcome(find_sign(f, 7), JOURNAL_ABSENT, 0, 0);
    assert_outcome(put_sign(f, 7, W), JOURNAL_OK, 0, 0);
    assert_outcome(put_sign(f, 7, OTHER), JOURNAL_EXISTS, 0, 0);
    assert_outcome(put_sign(f, 7, W), JOURNAL_OK, 0, 0);
    assert_outcome(put_sign(f, OTHER, OTHER), JOURNAL_OK, 0, 0);
    struct outcome found = find_sign(f, 7), other = find_sign(f, OTHER);
    assert_int_equal(found.status, JOURNAL_OK);
    assert_int_equal(found.count, 1);
    assert_true(found.workshops[0] == W);
    assert_true(other.workshops[0] == OTHER);
}

static void j14_a_sign_is_there_when_opened_again(void **state)
{
    struct fixture *f = *state;
    assert_outcome(put_sign(f, 7, W), JOURNAL_OK, 0, 0);
    close_and_await(f, f->journal);
    f->journal = f->store->open(f);
    struct outcome found = find_sign(f, 7);
    assert_int_equal(found.count, 1);
    assert_true(found.workshops[0] == W);
}

static void j2_append_at_wrong_position_conflicts(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 2), "x"), JOURNAL_CONFLICT, 1, 3);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 4), "x"), JOURNAL_CONFLICT, 1, 3);
    assert_outcome(append_text(f, f->journal, W, position_of(2, 3), "x"), JOURNAL_CONFLICT, 1, 3);
    assert_run(read_run(f, f->journal, W, 0, 100), 1, "a\nb\nc\n");
}

static void j2_of_two_appends_at_one_position_the_first_wins(void **state)
{
    struct fixture *f = with_abc(state);
    struct outcome first = {0}, second = {0};
    struct journal_bytes entries[] = {bytes_of("first"), bytes_of("second")};
    f->journal->calls->append(f->journal, W, position_of(1, 3), &entries[0], 1, outcome_done,
                              &first);
    f->journal->calls->append(f->journal, W, position_of(1, 3), &entries[1], 1, outcome_done,
                              &second);
    await(f, &first.come);
    await(f, &second.come);
    assert_outcome(first, JOURNAL_OK, 1, 4);
    assert_outcome(second, JOURNAL_CONFLICT, 1, 4);
    assert_run(read_run(f, f->journal, W, 3, 100), 4, "first\n");
}

static void j2_what_is_given_is_copied(void **state)
{
    struct fixture *f = with_abc(state);
    struct outcome outcome = {0};
    char text[] = "written";
    struct journal_bytes entry = bytes_of(text);
    f->journal->calls->append(f->journal, W, position_of(1, 3), &entry, 1, outcome_done, &outcome);
    strcpy(text, "changed");
    entry = (struct journal_bytes){0};
    await(f, &outcome.come);
    assert_run(read_run(f, f->journal, W, 3, 100), 4, "written\n");
}

static void j2_entries_are_any_bytes(void **state)
{
    struct fixture *f = with_abc(state);
    struct outcome outcome = {0}, run = {0};
    const struct journal_bytes entries[] = {{"", 0}, {"\0\r\n\xff", 4}, {NULL, 0}};
    f->journal->calls->append(f->journal, W, position_of(1, 3), entries, 3, outcome_done, &outcome);
    f->journal->calls->read(f->journal, W, 3, 10, outcome_read, &run);
    await(f, &run.come);
    assert_outcome(outcome, JOURNAL_OK, 1, 6);
    assert_int_equal(run.count, 3);
    assert_memory_equal(run.texts, "\n\0\r\n\xff\n\n", 8);
    outcome_clear(&run);
}

static void j3_a_batch_that_conflicts_leaves_nothing(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 1), abc, 3), JOURNAL_CONFLICT, 1,
                   3);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 3), abc, 3), JOURNAL_OK, 1, 6);
    assert_run(read_run(f, f->journal, W, 0, 100), 1, "a\nb\nc\na\nb\nc\n");
}

static void j4_no_completion_comes_inside_its_call(void **state)
{
    struct fixture *f = *state;
    struct journal *journal = f->journal;
    const struct journal_calls *calls = journal->calls;
    struct outcome outcomes[7] = {0};
    struct journal_bytes entry = bytes_of("x");
    struct listener listener;
    listener_init(&listener);
    calls->create(journal, W, outcome_done, &outcomes[0]);
    calls->append(journal, W, position_of(1, 0), &entry, 1, outcome_done, &outcomes[1]);
    will_append(position_of(1, 0), &entry, 1);
    calls->keep_snapshot(journal, W, position_of(1, 1), entry, outcome_done, &outcomes[2]);
    calls->open(journal, W, outcome_open, &outcomes[3]);
    calls->read(journal, W, 0, 10, outcome_read, &outcomes[4]);
    struct journal_history again = {.epoch = 2, .first = 1, .entries = &entry, .count = 1};
    calls->replace(journal, W, position_of(1, 1), &again, outcome_done, &outcomes[5]);
    calls->list(journal, outcome_list, &outcomes[6]);
    calls->follow(journal, W, &listener.follower);
    assert_false(listener.told);
    for (int at = 0; at < 7; at++) assert_false(outcomes[at].come);
    for (int at = 0; at < 7; at++) await(f, &outcomes[at].come);
    calls->unfollow(journal, W);
    for (int at = 0; at < 7; at++)
        assert_outcome(outcomes[at], JOURNAL_OK, outcomes[at].position.epoch,
                       outcomes[at].position.seq);
}

static void j4_completions_of_a_workshop_come_in_order(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal *journal = f->journal;
    struct outcome outcomes[60] = {0};
    struct journal_bytes entry = bytes_of("x");
    for (uint64_t at = 0; at < 60; at += 3) {
        will_append(position_of(1, 3 + at / 3), &entry, 1);
        journal->calls->append(journal, W, position_of(1, 3 + at / 3), &entry, 1, outcome_done,
                               &outcomes[at]);
        journal->calls->read(journal, W, 3 + at / 3, 10, outcome_read, &outcomes[at + 1]);
        journal->calls->open(journal, W, outcome_open, &outcomes[at + 2]);
    }
    await(f, &outcomes[59].come);
    for (size_t at = 0; at < 60; at++) {
        if (at) assert_true(outcomes[at].turn > outcomes[at - 1].turn);
        assert_outcome(outcomes[at], JOURNAL_OK, 1, 4 + at / 3);
    }
}

static void j5_what_was_confirmed_is_there_when_opened_again(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(1, 2), "ab"), JOURNAL_OK, 1, 3);
    close_and_await(f, f->journal);
    f->journal = f->store->open(f);
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_string_equal(opening.texts, "ab");
    assert_outcome(opening, JOURNAL_OK, 1, 3);
    assert_run(read_run(f, f->journal, W, 2, 100), 3, "c\n");
}

static void j6_read_gives_a_contiguous_run_after_a_number(void **state)
{
    struct fixture *f = with_abc(state);
    assert_run(read_run(f, f->journal, W, 0, 2), 1, "a\nb\n");
    assert_run(read_run(f, f->journal, W, 1, 1), 2, "b\n");
    assert_run(read_run(f, f->journal, W, 2, 4096), 3, "c\n");
}

static void j6_read_at_the_end_is_empty_and_tells_the_position(void **state)
{
    struct fixture *f = with_abc(state);
    struct outcome run = read_run(f, f->journal, W, 3, 10);
    assert_int_equal(run.count, 0);
    assert_outcome(run, JOURNAL_OK, 1, 3);
    run = read_run(f, f->journal, W, 1000, 10);
    assert_int_equal(run.count, 0);
    assert_outcome(run, JOURNAL_OK, 1, 3);
}

static void append_many(struct fixture *f, uint64_t count)
{
    enum { BATCH = 1000 };
    struct journal_bytes *entries = allocate_zero(BATCH, sizeof *entries);
    for (uint64_t at = 0; at < BATCH; at++)
        entries[at] = bytes_of("an entry of ordinary length, as somebody moves a card about");
    for (uint64_t seq = 0; seq < count; seq += BATCH) {
        struct outcome outcome = {0};
        will_append(position_of(1, seq), entries, BATCH);
        f->journal->calls->append(f->journal, W, position_of(1, seq), entries, BATCH, outcome_done,
                                  &outcome);
        await(f, &outcome.come);
        assert_outcome(outcome, JOURNAL_OK, 1, seq + BATCH);
    }
    free(entries);
}

static void j6_the_tail_of_a_long_journal_is_read_after_its_snapshot(void **state)
{
    struct fixture *f = *state;
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    append_many(f, MANY);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(1, MANY - 2), "nearly all"),
                   JOURNAL_OK, 1, MANY);
    assert_outcome(append_text(f, f->journal, W, position_of(1, MANY), "last"), JOURNAL_OK, 1,
                   MANY + 1);
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_int_equal(opening.first, MANY - 2);
    assert_string_equal(opening.texts, "nearly all");
    outcome_clear(&opening);
    struct outcome run = read_run(f, f->journal, W, MANY - 2, 4096);
    assert_int_equal(run.count, 3);
    assert_non_null(strstr(run.texts, "\nlast\n"));
    outcome_clear(&run);
    run = read_run(f, f->journal, W, 0, 4096); /* history stays */
    assert_int_equal(run.count, 4096);
    outcome_clear(&run);
}

static void j6_a_snapshot_opens_with_the_newest(void **state)
{
    struct fixture *f = with_abc(state);
    struct outcome none = open_workshop(f, f->journal, W);
    assert_int_equal(none.first, 0);
    assert_null(none.texts);
    keep_snapshot(f, f->journal, W, position_of(1, 1), "a");
    keep_snapshot(f, f->journal, W, position_of(1, 3), "abc");
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(1, 2), "older"), JOURNAL_OK, 1, 3);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(2, 3), "elsewhere"), JOURNAL_OK, 1,
                   3);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(1, 4), "ahead"), JOURNAL_OK, 1, 3);
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_int_equal(opening.first, 3);
    assert_string_equal(opening.texts, "abc");
    assert_outcome(opening, JOURNAL_OK, 1, 3);
}

static void j6_a_damaged_entry_is_told(void **state)
{
    struct fixture *f = with_abc(state);
    f->store->flip_entry(f, W, 2);
    assert_run(read_run(f, f->journal, W, 0, 1), 1, "a\n");
    struct outcome run = read_run(f, f->journal, W, 0, 10);
    assert_int_equal(run.count, 0);
    assert_outcome(run, JOURNAL_DAMAGED, 1, 3);
    assert_run(read_run(f, f->journal, W, 2, 10), 3, "c\n");
}

static void j6_a_missing_entry_is_told(void **state)
{
    struct fixture *f = with_abc(state);
    f->store->lose_entry(f, W, 3);
    assert_outcome(read_run(f, f->journal, W, 0, 10), JOURNAL_DAMAGED, 1, 3);
    assert_run(read_run(f, f->journal, W, 0, 2), 1, "a\nb\n");
}

static void j6_damage_stays_within_its_workshop(void **state)
{
    struct fixture *f = with_abc(state);
    struct outcome broken = {0}, whole = {0};
    assert_outcome(create_workshop(f, f->journal, OTHER), JOURNAL_OK, 1, 0);
    assert_outcome(append_text(f, f->journal, OTHER, position_of(1, 0), "x"), JOURNAL_OK, 1, 1);
    f->store->flip_entry(f, W, 1);
    f->journal->calls->read(f->journal, W, 0, 10, outcome_read, &broken);
    f->journal->calls->read(f->journal, OTHER, 0, 10, outcome_read, &whole);
    await(f, &whole.come);
    assert_outcome(broken, JOURNAL_DAMAGED, 1, 3);
    assert_run(whole, 1, "x\n");
}

static void j6_a_damaged_snapshot_is_passed_over_while_all_entries_are_there(void **state)
{
    struct fixture *f = with_abc(state);
    keep_snapshot(f, f->journal, W, position_of(1, 3), "abc");
    f->store->flip_snapshot(f, W);
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_int_equal(opening.first, 0);
    assert_null(opening.texts);
    assert_outcome(opening, JOURNAL_OK, 1, 3);
}

static void j6_a_damaged_snapshot_is_told_when_it_stands_for_entries(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 3), "abc", 4, NULL, 0),
                   JOURNAL_OK, 2, 3);
    f->store->flip_snapshot(f, W);
    assert_outcome(open_workshop(f, f->journal, W), JOURNAL_DAMAGED, 2, 3);
}

static void j8_the_epoch_stays_while_history_grows(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(1, 4), "abcd"), JOURNAL_OK, 1, 4);
    assert_outcome(open_workshop(f, f->journal, W), JOURNAL_OK, 1, 4);
}

static void j10_replace_swaps_the_whole_history(void **state)
{
    struct fixture *f = with_abc(state);
    static const char *const texts[] = {"x", "y"};
    keep_snapshot(f, f->journal, W, position_of(1, 3), "abc");
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 3), "", 1, texts, 2),
                   JOURNAL_OK, 2, 2);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "x\ny\n");
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_null(opening.texts);
    assert_int_equal(opening.first, 0);
    assert_outcome(opening, JOURNAL_OK, 2, 2);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "late"), JOURNAL_CONFLICT, 2,
                   2);
    assert_outcome(append_text(f, f->journal, W, position_of(2, 2), "z"), JOURNAL_OK, 2, 3);
}

static void j10_a_snapshot_stands_for_the_entries_before_it(void **state)
{
    struct fixture *f = with_abc(state);
    static const char *const tail[] = {"c", "d"};
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 3), "ab", 3, tail, 2),
                   JOURNAL_OK, 2, 4);
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_int_equal(opening.first, 2);
    assert_string_equal(opening.texts, "ab");
    assert_outcome(opening, JOURNAL_OK, 2, 4);
    assert_run(read_run(f, f->journal, W, 2, 10), 3, "c\nd\n");
    struct outcome gone = read_run(f, f->journal, W, 0, 10);
    assert_int_equal(gone.count, 0);
    assert_outcome(gone, JOURNAL_OK, 2, 4);
    assert_outcome(append_text(f, f->journal, W, position_of(2, 4), "e"), JOURNAL_OK, 2, 5);
}

static void j10_a_snapshot_may_stand_for_everything(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 3), "abc", 4, NULL, 0),
                   JOURNAL_OK, 2, 3);
    assert_outcome(append_text(f, f->journal, W, position_of(2, 3), "d"), JOURNAL_OK, 2, 4);
    assert_run(read_run(f, f->journal, W, 3, 10), 4, "d\n");
}

static void j10_replace_at_wrong_position_conflicts(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 2), "", 1, abc, 1),
                   JOURNAL_CONFLICT, 1, 3);
    assert_outcome(replace_history(f, f->journal, OTHER, position_of(1, 0), "", 1, abc, 1),
                   JOURNAL_ABSENT, 0, 0);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
}

static void j10_the_new_epoch_may_be_any_later_one(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal_history history = history_of(position_of(1, 3), "", 1, abc, 2);
    struct outcome outcome = {0};
    history.epoch = 7;
    f->journal->calls->replace(f->journal, W, position_of(1, 3), &history, outcome_done, &outcome);
    await(f, &outcome.come);
    assert_outcome(outcome, JOURNAL_OK, 7, 2);
    free((void *)(uintptr_t)history.entries);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\n");
}

static void j10_a_snapshot_of_an_older_epoch_is_dropped(void **state)
{
    struct fixture *f = with_abc(state);
    replace_history(f, f->journal, W, position_of(1, 3), "", 1, abc, 3);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(1, 3), "old"), JOURNAL_OK, 2, 3);
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_null(opening.texts);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(2, 1), "new"), JOURNAL_OK, 2, 3);
    opening = open_workshop(f, f->journal, W);
    assert_string_equal(opening.texts, "new");
    outcome_clear(&opening);
}

static void j10_a_long_history_is_replaced_in_one_step(void **state)
{
    struct fixture *f = with_abc(state);
    enum { LONG = 5000 };
    const char **texts = allocate_zero(LONG, sizeof *texts);
    for (size_t at = 0; at < LONG; at++) texts[at] = at == LONG - 1 ? "last" : "some";
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 3), "", 1, texts, LONG),
                   JOURNAL_OK, 2, LONG);
    free(texts);
    assert_run(read_run(f, f->journal, W, LONG - 2, 10), LONG - 1, "some\nlast\n");
}

/* A caller who, told that the outcome is unknown, reads to learn it, as J9 says. */
struct curious {
    struct journal *journal;
    struct outcome append, read;
    bool closed;
};

static void read_after_all(void *context, enum journal_status status,
                           struct journal_position position)
{
    struct curious *curious = context;
    outcome_done(&curious->append, status, position);
    curious->journal->calls->read(curious->journal, W, 0, 10, outcome_read, &curious->read);
}

static void note_closed(void *context)
{
    struct curious *curious = context;
    assert_true(curious->append.come);
    assert_true(curious->read.come);
    curious->closed = true;
}

static void j9_what_is_under_way_at_the_end_is_answered_first(void **state)
{
    struct fixture *f = with_abc(state);
    struct curious curious = {.journal = f->journal};
    struct journal_bytes entry = bytes_of("x");
    f->journal->calls->append(f->journal, W, position_of(1, 3), &entry, 1, read_after_all,
                              &curious);
    f->journal->calls->close(f->journal, note_closed, &curious);
    assert_false(curious.append.come);
    await(f, &curious.closed);
    f->journal = NULL;
    assert_true(curious.append.status == JOURNAL_OK ||
                curious.append.status == JOURNAL_UNAVAILABLE);
    assert_int_equal(curious.read.status, JOURNAL_UNAVAILABLE);
    outcome_clear(&curious.read);
}

static void j11_a_whisper_is_not_heard_by_who_whispers(void **state)
{
    struct fixture *f = with_abc(state);
    struct listener listener;
    listener_init(&listener);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    f->journal->calls->whisper(f->journal, W, bytes_of("psst"));
    for (uint64_t seq = 3; seq < 20; seq++)
        assert_outcome(append_text(f, f->journal, W, position_of(1, seq), "x"), JOURNAL_OK, 1,
                       seq + 1);
    f->journal->calls->unfollow(f->journal, W);
    assert_false(listener.whispered);
}

static const struct contract_test rules[] = {
    CONTRACT_TEST(j1_numbers_start_at_1_and_have_no_gaps),
    CONTRACT_TEST(j1_a_workshop_is_made_once),
    CONTRACT_TEST(j1_a_workshop_that_was_not_made_is_absent),
    CONTRACT_TEST(j1_workshops_are_apart_from_each_other),
    CONTRACT_TEST(j1_list_names_all_workshops),
    CONTRACT_TEST(j14_a_sign_leads_to_whom_was_first),
    CONTRACT_TEST(j14_a_sign_is_there_when_opened_again),
    CONTRACT_TEST(j2_append_at_wrong_position_conflicts),
    CONTRACT_TEST(j2_of_two_appends_at_one_position_the_first_wins),
    CONTRACT_TEST(j2_what_is_given_is_copied),
    CONTRACT_TEST(j2_entries_are_any_bytes),
    CONTRACT_TEST(j3_a_batch_that_conflicts_leaves_nothing),
    CONTRACT_TEST(j4_no_completion_comes_inside_its_call),
    CONTRACT_TEST(j4_completions_of_a_workshop_come_in_order),
    CONTRACT_TEST(j5_what_was_confirmed_is_there_when_opened_again),
    CONTRACT_TEST(j6_read_gives_a_contiguous_run_after_a_number),
    CONTRACT_TEST(j6_read_at_the_end_is_empty_and_tells_the_position),
    CONTRACT_TEST(j6_the_tail_of_a_long_journal_is_read_after_its_snapshot),
    CONTRACT_TEST(j6_a_snapshot_opens_with_the_newest),
    CONTRACT_TEST(j6_a_damaged_entry_is_told),
    CONTRACT_TEST(j6_a_missing_entry_is_told),
    CONTRACT_TEST(j6_damage_stays_within_its_workshop),
    CONTRACT_TEST(j6_a_damaged_snapshot_is_passed_over_while_all_entries_are_there),
    CONTRACT_TEST(j6_a_damaged_snapshot_is_told_when_it_stands_for_entries),
    CONTRACT_TEST(j8_the_epoch_stays_while_history_grows),
    CONTRACT_TEST(j9_what_is_under_way_at_the_end_is_answered_first),
    CONTRACT_TEST(j10_replace_swaps_the_whole_history),
    CONTRACT_TEST(j10_a_snapshot_stands_for_the_entries_before_it),
    CONTRACT_TEST(j10_a_snapshot_may_stand_for_everything),
    CONTRACT_TEST(j10_replace_at_wrong_position_conflicts),
    CONTRACT_TEST(j10_the_new_epoch_may_be_any_later_one),
    CONTRACT_TEST(j10_a_snapshot_of_an_older_epoch_is_dropped),
    CONTRACT_TEST(j10_a_long_history_is_replaced_in_one_step),
    CONTRACT_TEST(j11_a_whisper_is_not_heard_by_who_whispers),
};

static struct CMUnitTest as_unit_test(const struct contract_test *test, const struct store *store)
{
    union { /* cmocka wants a pointer that it may write through, and never does */
        const struct store *store;
        void *state;
    } state = {.store = store};
    return (struct CMUnitTest){test->name, test->run, fixture_set_up, fixture_tear_down,
                               state.state};
}

int suite_run(const struct store *store, bool with_rules, const struct contract_test *own,
              size_t count, const char *filter)
{
    size_t general = with_rules ? sizeof rules / sizeof *rules : 0;
    size_t shared = with_rules ? general + chain_rule_count : 0;
    struct CMUnitTest *tests = allocate_zero(shared + count, sizeof *tests);
    for (size_t at = 0; at < general; at++) tests[at] = as_unit_test(&rules[at], store);
    for (size_t at = general; at < shared; at++)
        tests[at] = as_unit_test(&chain_rules[at - general], store);
    for (size_t at = 0; at < count; at++) tests[shared + at] = as_unit_test(&own[at], store);
    log_set_level(LOG_ERROR); /* connections are lost in numbers */
    if (filter) cmocka_set_test_filter(filter);
    int failures = _cmocka_run_group_tests("contract", tests, shared + count, NULL, NULL);
    free(tests);
    return failures;
}
