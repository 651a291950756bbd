/* What a mark tells, and who is believed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/mark.h"

enum { WORKSHOP = 77, BITS = 53 };

static struct secret key_of(uint8_t first)
{
    struct secret organiser = {.bytes = {first}};
    return mark_key(&organiser);
}

static struct journal_position place_of(uint64_t epoch, uint64_t seq, uint8_t head)
{
    return (struct journal_position){epoch, seq, {.bytes = {head}}};
}

static void p1_a_mark_follows_from_the_position_and_its_head(void **state)
{
    (void)state;
    struct secret key = key_of(1), same = key_of(1);
    struct journal_position here = place_of(2, 9, 5), other = place_of(2, 9, 6);
    uint64_t mark = mark_of(&key, WORKSHOP, &here);
    assert_true(mark != 0 && mark >> BITS == 0);
    assert_true(mark == mark_of(&same, WORKSHOP, &here));
    assert_true(mark != mark_of(&key, WORKSHOP, &other));
}

/* Of any history: that is what makes it a proof. */
static void p10_what_a_server_gave_is_believed(void **state)
{
    (void)state;
    struct secret key = key_of(1);
    for (unsigned head = 0; head < 256; head++) {
        struct journal_position here = place_of(2, 9, (uint8_t)head);
        assert_true(mark_was_given(&key, WORKSHOP, 2, 9, mark_of(&key, WORKSHOP, &here)));
    }
}

static void p10_what_no_server_gave_is_not_believed(void **state)
{
    (void)state;
    struct secret key = key_of(1), other = key_of(2);
    struct journal_position here = place_of(2, 9, 5);
    uint64_t mark = mark_of(&key, WORKSHOP, &here);
    for (int bit = 0; bit < 64; bit++)
        assert_false(mark_was_given(&key, WORKSHOP, 2, 9, mark ^ UINT64_C(1) << bit));
    assert_false(mark_was_given(&key, WORKSHOP, 2, 10, mark));
    assert_false(mark_was_given(&key, WORKSHOP, 3, 9, mark));
    assert_false(mark_was_given(&key, WORKSHOP + 1, 2, 9, mark));
    assert_false(mark_was_given(&other, WORKSHOP, 2, 9, mark));
    assert_false(mark_was_given(&key, WORKSHOP, 2, 9, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p1_a_mark_follows_from_the_position_and_its_head),
        cmocka_unit_test(p10_what_a_server_gave_is_believed),
        cmocka_unit_test(p10_what_no_server_gave_is_not_believed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
