/* What the contract says of the chain of entries (J12), and what follows for the other guarantees:
 * nothing is put behind another past, and damage to a position is told. */
#include "suite.h"

#define W 4242 /* a workshop */

static const char *const abc[] = {"a", "b", "c"};

static struct fixture *begin(void **state)
{
    struct fixture *f = *state;
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 0), abc, 3), JOURNAL_OK, 1, 3);
    return f;
}

static void j2_append_behind_another_past_conflicts(void **state)
{
    struct fixture *f = begin(state);
    struct journal_position other = elsewhere(position_of(1, 3));
    assert_outcome(append_text(f, f->journal, W, other, "x"), JOURNAL_CONFLICT, 1, 3);
    assert_run(read_run(f, f->journal, W, 0, 100), 1, "a\nb\nc\n");
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
}

static void j6_a_damaged_position_is_told(void **state)
{
    struct fixture *f = begin(state);
    f->store->flip_position(f, W);
    struct outcome outcome = open_workshop(f, f->journal, W);
    assert_int_equal(outcome.status, JOURNAL_DAMAGED);
    outcome = read_run(f, f->journal, W, 0, 10);
    assert_int_equal(outcome.status, JOURNAL_DAMAGED);
    assert_int_equal(outcome.count, 0);
    outcome_clear(&outcome);
    outcome = append_text(f, f->journal, W, position_of(1, 3), "d");
    assert_int_equal(outcome.status, JOURNAL_DAMAGED);
    assert_int_equal(create_workshop(f, f->journal, W).status, JOURNAL_DAMAGED);
}

/* Computed by Python's hashlib: blake2b(bytes(32) + b"a", digest_size=32), and so on. */
static void j12_a_head_stands_for_all_entries_up_to_it(void **state)
{
    static const uint8_t after_a[] = {0x61, 0x29, 0xda, 0xd8, 0x61, 0x50, 0xd3, 0xe9,
                                      0xc6, 0x65, 0xd0, 0x52, 0x95, 0xa9, 0xc3, 0xcb,
                                      0x55, 0x42, 0x7e, 0x76, 0xd4, 0x93, 0x90, 0xc6,
                                      0xa2, 0xef, 0x0c, 0x2e, 0xb0, 0x52, 0xe0, 0xb2},
                         after_abc[] = {0x3d, 0x6c, 0xcc, 0x60, 0x13, 0x03, 0x26, 0x37,
                                        0x1b, 0x7c, 0x9e, 0xfb, 0xf3, 0x3a, 0x82, 0x3b,
                                        0x5a, 0xa3, 0x5f, 0xda, 0xe0, 0x12, 0xdd, 0x77,
                                        0x80, 0xca, 0xbe, 0x9e, 0xd7, 0x6a, 0x84, 0x37};
    struct fixture *f = begin(state);
    struct outcome run = read_run(f, f->journal, W, 1, 1);
    assert_memory_equal(run.before.bytes, after_a, DIGEST_BYTES);
    assert_memory_equal(run.position.head.bytes, after_abc, DIGEST_BYTES);
    assert_run(run, 2, "b\n");
    keep_snapshot(f, f->journal, W, position_of(1, 1), "a");
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_memory_equal(opening.before.bytes, after_a, DIGEST_BYTES);
    assert_memory_equal(opening.position.head.bytes, after_abc, DIGEST_BYTES);
    outcome_clear(&opening);
}

static void j12_a_snapshot_of_another_past_is_dropped(void **state)
{
    struct fixture *f = begin(state);
    keep_snapshot(f, f->journal, W, elsewhere(position_of(1, 3)), "of others");
    keep_snapshot(f, f->journal, W, elsewhere(position_of(1, 2)), "of others");
    assert_outcome(keep_snapshot(f, f->journal, W, elsewhere(position_of(1, 0)), "of others"),
                   JOURNAL_OK, 1, 3);
    struct outcome opening = open_workshop(f, f->journal, W);
    assert_null(opening.texts);
    keep_snapshot(f, f->journal, W, position_of(1, 2), "ab");
    opening = open_workshop(f, f->journal, W);
    assert_string_equal(opening.texts, "ab");
    outcome_clear(&opening);
}

static void j12_an_entry_behind_another_past_is_damage(void **state)
{
    struct fixture *f = begin(state);
    f->store->part_entry(f, W, 2);
    assert_run(read_run(f, f->journal, W, 0, 1), 1, "a\n");
    assert_outcome(read_run(f, f->journal, W, 0, 10), JOURNAL_DAMAGED, 1, 3);
    f->store->part_entry(f, W, 3);
    assert_outcome(read_run(f, f->journal, W, 2, 10), JOURNAL_DAMAGED, 1, 3);
}

static void j10_replace_behind_another_past_conflicts(void **state)
{
    struct fixture *f = begin(state);
    assert_outcome(replace_history(f, f->journal, W, elsewhere(position_of(1, 3)), "", 1, abc, 1),
                   JOURNAL_CONFLICT, 1, 3);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
}

const struct contract_test chain_rules[] = {
    CONTRACT_TEST(j2_append_behind_another_past_conflicts),
    CONTRACT_TEST(j6_a_damaged_position_is_told),
    CONTRACT_TEST(j12_a_head_stands_for_all_entries_up_to_it),
    CONTRACT_TEST(j12_a_snapshot_of_another_past_is_dropped),
    CONTRACT_TEST(j12_an_entry_behind_another_past_is_damage),
    CONTRACT_TEST(j10_replace_behind_another_past_conflicts),
};

const size_t chain_rule_count = sizeof chain_rules / sizeof *chain_rules;
