#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/check.h"
#include "journal/chain.h"
#include "live/tail.h"

enum { MANY = 5000 };

static void add(struct tail *tail, uint64_t seq, size_t length)
{
    struct tellings tellings = {0};
    void *data = allocate_zero(length, 1);
    tail_add(tail, seq, &tellings, bytes_new(data, length));
    free(data);
}

static void add_many(struct tail *tail, uint64_t first, size_t count)
{
    for (size_t i = 0; i < count; i++) add(tail, first + i, 8);
}

static void clear(struct tail *tail)
{
    tail_reset(tail, &(struct journal_position){0});
}

static void an_entry_is_found_by_its_number(void **unused)
{
    (void)unused;
    struct tail tail = {.base = 40};
    add_many(&tail, 41, 100);
    assert_int_equal(tail.count, 100);
    for (uint64_t seq = 41; seq <= 140; seq++)
        assert_int_equal(tail_at(&tail, tail_place(&tail, seq))->seq, seq);
    clear(&tail);
}

/* S2: one resumes from just before the oldest entry up to the newest. */
static void s2_the_tail_reaches_to_just_before_its_oldest_entry(void **unused)
{
    (void)unused;
    struct tail tail = {.base = 40};
    assert_false(tail_reaches(&tail, 0));
    assert_true(tail_reaches(&tail, 40));
    add_many(&tail, 41, 10);
    assert_false(tail_reaches(&tail, 39));
    assert_true(tail_reaches(&tail, 40));
    assert_true(tail_reaches(&tail, 49));
    assert_true(tail_reaches(&tail, 50));
    assert_false(tail_reaches(&tail, 51));
    clear(&tail);
}

static void the_oldest_go_when_there_are_too_many(void **unused)
{
    (void)unused;
    struct tail tail = {0};
    add_many(&tail, 1, MANY);
    tail_told(&tail, MANY);
    assert_int_equal(tail.count, 4096);
    assert_int_equal(tail_at(&tail, 0)->seq, MANY - 4096 + 1);
    add_many(&tail, MANY + 1, 10);
    tail_told(&tail, MANY + 10);
    assert_int_equal(tail.count, 4096);
    assert_int_equal(tail_at(&tail, 4095)->seq, MANY + 10);
    assert_int_equal(tail.bytes, 4096 * 8);
    clear(&tail);
    assert_int_equal(tail.bytes, 0);
}

static void the_oldest_go_when_they_are_too_large(void **unused)
{
    (void)unused;
    struct tail tail = {0};
    for (uint64_t seq = 1; seq <= 9; seq++) add(&tail, seq, 1 << 20);
    tail_told(&tail, 9);
    assert_int_equal(tail.count, 4);
    clear(&tail);
}

static void what_is_not_told_stays(void **unused)
{
    (void)unused;
    struct tail tail = {0};
    add_many(&tail, 1, MANY);
    tail_told(&tail, 10);
    assert_int_equal(tail_at(&tail, 0)->seq, 11);
    assert_int_equal(tail.count, MANY - 10);
    clear(&tail);
}

static void add_card(struct tail *tail, uint64_t seq)
{
    struct record card = {.id = seq, .type = RECORD_CARD};
    card.body.card.audience = AUDIENCE_EVERYONE;
    struct change put = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = seq};
    struct tellings tellings = {0};
    tellings_add(&tellings, &put, NULL, &card);
    tail_add(tail, seq, &tellings, NULL);
}

/* S2: what was said is not kept to be said again. */
static void s2_of_what_was_told_only_what_was_touched_is_kept(void **unused)
{
    (void)unused;
    struct tail tail = {0};
    for (uint64_t seq = 1; seq <= 3; seq++) add_card(&tail, seq);
    tail_told(&tail, 2);
    for (size_t place = 0; place < 3; place++) {
        assert_int_equal(tail_at(&tail, place)->tellings.count, place == 2);
        assert_int_equal(tail_at(&tail, place)->tellings.touched_count, 1);
    }
    clear(&tail);
}

/* J12: wherever the tail reaches, it knows the head of the chain; what it has let go of leaves its
 * head behind. */
static void j12_the_head_of_the_chain_is_known_as_far_as_the_tail_reaches(void **unused)
{
    (void)unused;
    struct journal_position position = {.epoch = 1, .seq = 40, .head = {{7}}};
    static const char stored[8] = {0};
    struct tail tail = {0};
    struct digest *heads = allocate((MANY + 1) * sizeof *heads);
    tail_reset(&tail, &position);
    heads[0] = position.head;
    for (size_t i = 0; i < MANY; i++)
        heads[i + 1] = chain_after(&heads[i], (struct journal_bytes){stored, sizeof stored});
    assert_true(digest_equal(tail_head(&tail, 40), &heads[0]));
    add_many(&tail, 41, MANY);
    tail_told(&tail, 40 + MANY);
    for (uint64_t seq = MANY + 40 - 4096; seq <= MANY + 40; seq++)
        assert_true(digest_equal(tail_head(&tail, seq), &heads[seq - 40]));
    assert_null(tail_head(&tail, MANY + 39 - 4096));
    assert_null(tail_head(&tail, MANY + 41));
    clear(&tail);
    free(heads);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_is_found_by_its_number),
        cmocka_unit_test(s2_the_tail_reaches_to_just_before_its_oldest_entry),
        cmocka_unit_test(the_oldest_go_when_there_are_too_many),
        cmocka_unit_test(the_oldest_go_when_they_are_too_large),
        cmocka_unit_test(what_is_not_told_stays),
        cmocka_unit_test(j12_the_head_of_the_chain_is_known_as_far_as_the_tail_reaches),
        cmocka_unit_test(s2_of_what_was_told_only_what_was_touched_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
