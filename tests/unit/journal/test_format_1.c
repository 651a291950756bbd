/* The hashes are FNV-1a's published ones, of nothing, "a", "ab" and "abc". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "journal/chain.h"
#include "journal/format_1.h"

#define PAST_NONE "\xcb\xf2\x9c\xe4\x84\x22\x23\x25"
#define PAST_A "\xaf\x63\xdc\x4c\x86\x01\xec\x8c"
#define PAST_AB "\x08\x9c\x44\x07\xb5\x45\x98\x6a"
#define PAST_ABC "\xe7\x1f\xa2\x19\x05\x41\x57\x4b"

static const struct journal_bytes none;

static struct journal_bytes bytes_of(const char *text)
{
    return (struct journal_bytes){text, strlen(text)};
}

/* It is taken, at this number and behind what was taken before, and `left` is what is left of it. */
static void takes(struct format_1 *story, uint64_t seq, bool whole, const char *stored,
                  const char *left)
{
    struct journal_bytes entry = bytes_of(stored);
    struct journal_position place;
    struct digest before = story->position.head, after = chain_after(&before, bytes_of(left));
    assert_true(format_1_take(story, seq, whole, &entry, &place));
    assert_int_equal(place.seq, seq);
    assert_true(digest_equal(&place.head, &before));
    assert_int_equal(entry.length, strlen(left));
    assert_memory_equal(entry.data, left, entry.length);
    assert_int_equal(story->position.seq, seq);
    assert_true(digest_equal(&story->position.head, &after));
}

static void leaves_out(struct format_1 *story, uint64_t seq, const char *stored)
{
    struct journal_bytes entry = bytes_of(stored);
    struct journal_position before = story->position, place;
    assert_false(format_1_take(story, seq, true, &entry, &place));
    assert_int_equal(story->position.seq, before.seq);
    assert_true(digest_equal(&story->position.head, &before.head));
}

static void j13_entries_lose_their_eight_bytes_and_are_chained(void **state)
{
    (void)state;
    struct format_1 story = format_1_begin(3, 1, 0, none);
    takes(&story, 1, true, PAST_NONE "a", "a");
    takes(&story, 2, true, PAST_A "b", "b");
    takes(&story, 3, true, PAST_AB "c", "c");
    assert_int_equal(story.position.epoch, 3);
}

/* It stays as it is, to be damaged after too; nobody can say what comes behind it should tell. */
static void j13_what_is_behind_a_damaged_entry_is_kept(void **state)
{
    (void)state;
    struct format_1 story = format_1_begin(3, 1, 0, none);
    takes(&story, 1, true, PAST_NONE "a", "a");
    takes(&story, 2, false, PAST_A "?", PAST_A "?");
    takes(&story, 3, true, PAST_AB "c", "c");
    takes(&story, 4, true, PAST_ABC "d", "d");
    assert_int_equal(story.position.epoch, 3);
}

/* A gap stays one, and is not taken for another past that would be left out for good. */
static void j13_what_is_behind_a_missing_entry_is_kept(void **state)
{
    (void)state;
    struct format_1 story = format_1_begin(3, 1, 0, none);
    takes(&story, 1, true, PAST_NONE "a", "a");
    takes(&story, 3, true, PAST_AB "c", "c");
    takes(&story, 4, true, PAST_ABC "d", "d");
    assert_int_equal(story.position.epoch, 3);
}

static void j13_a_tail_of_another_past_is_left_out_and_begins_an_epoch(void **state)
{
    (void)state;
    struct format_1 story = format_1_begin(3, 1, 0, none);
    takes(&story, 1, true, PAST_NONE "a", "a");
    leaves_out(&story, 2, PAST_ABC "x");
    leaves_out(&story, 2, PAST_A "b");
    assert_true(story.ended);
    assert_int_equal(story.position.epoch, 4);
    assert_int_equal(story.position.seq, 1);
}

/* Entries before it are gone: the snapshot stands for them. */
static void j13_a_history_that_begins_later_begins_with_its_snapshot(void **state)
{
    (void)state;
    struct digest start = {0}, head = chain_after(&start, bytes_of("state"));
    struct format_1 story = format_1_begin(3, 3, 2, bytes_of(PAST_AB "state"));
    assert_int_equal(story.position.seq, 2);
    assert_int_equal(story.snapshot_seq, 2);
    assert_int_equal(story.snapshot.length, strlen("state"));
    assert_true(digest_equal(&story.position.head, &head));
    assert_true(digest_equal(&story.snapshot_head, &head));
    takes(&story, 3, true, PAST_AB "c", "c");
    leaves_out(&story, 4, PAST_AB "d");
}

/* Up to the snapshot nobody looked at what an entry told of its past. */
static void j13_the_head_of_a_snapshot_is_that_of_its_last_entry(void **state)
{
    (void)state;
    struct format_1 story = format_1_begin(3, 1, 2, bytes_of(PAST_AB "state"));
    takes(&story, 1, true, PAST_ABC "a", "a");
    takes(&story, 2, true, PAST_ABC "b", "b");
    assert_true(digest_equal(&story.snapshot_head, &story.position.head));
    takes(&story, 3, true, PAST_AB "c", "c");
    assert_false(digest_equal(&story.snapshot_head, &story.position.head));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(j13_entries_lose_their_eight_bytes_and_are_chained),
        cmocka_unit_test(j13_what_is_behind_a_damaged_entry_is_kept),
        cmocka_unit_test(j13_what_is_behind_a_missing_entry_is_kept),
        cmocka_unit_test(j13_a_tail_of_another_past_is_left_out_and_begins_an_epoch),
        cmocka_unit_test(j13_a_history_that_begins_later_begins_with_its_snapshot),
        cmocka_unit_test(j13_the_head_of_a_snapshot_is_that_of_its_last_entry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
