#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/counters.h"
#include "support/chance.h"

static struct counter accept(struct counters *counters, uint64_t person, uint64_t client,
                             uint64_t counter, uint64_t seq)
{
    return counters_accept(counters, person, client, counter, seq);
}

static bool is_in_doubt(const struct counters *counters, uint64_t person, uint64_t client)
{
    return counters_recall(counters, person, client, 1) == RECALL_FORGOTTEN;
}

/* One client of person 1 after the other, each accepted right after it was made. */
static void fill(struct counters *counters, uint64_t count)
{
    for (uint64_t seq = 1; seq <= count; seq++)
        accept(counters, 1, counters_client(seq - 1, 7), 1, seq);
}

static void C1_a_client_is_never_nobody(void **unused)
{
    (void)unused;
    assert_int_equal(counters_client(0, 0), 1);
    assert_int_equal(counters_client(3, 4), 3 << 25 | 5);
    assert_int_equal(counters_client(3, (1 << 25) - 1), 3 << 25 | 1);
    assert_int_equal(counters_client(UINT64_MAX, (1 << 25) - 2), (INT64_C(1) << 53) - 1);
}

static void C6_counters_are_of_a_person_and_a_client(void **unused)
{
    (void)unused;
    struct counters counters = {0};
    accept(&counters, 1, 7, 10, 1);
    accept(&counters, 2, 7, 20, 2);
    accept(&counters, 0, 7, 30, 3);
    accept(&counters, 1, 8, 40, 4);
    accept(&counters, 1, 7, 11, 5);
    assert_int_equal(counters_find(&counters, 1, 7).counter, 11);
    assert_int_equal(counters_find(&counters, 1, 7).seq, 5);
    assert_int_equal(counters_find(&counters, 2, 7).counter, 20);
    assert_int_equal(counters_find(&counters, 0, 7).counter, 30);
    assert_int_equal(counters_find(&counters, 1, 8).counter, 40);
    assert_int_equal(counters_find(&counters, 2, 8).counter, 0);
    assert_int_equal(counters_find(&counters, 1, 9).counter, 0);
    counters_clear(&counters);
}

static void assert_recalled(const struct counters *counters, uint64_t counter, enum recall recall)
{
    assert_int_equal(counters_recall(counters, 1, 7, counter), recall);
}

/* Whatever was accepted after it: what was not is judged again. */
static void C7_what_was_passed_over_was_not_accepted(void **unused)
{
    (void)unused;
    struct counters counters = {0};
    assert_recalled(&counters, 1, RECALL_NOT_ACCEPTED);
    accept(&counters, 1, 7, 2, 1);
    accept(&counters, 1, 7, 5, 2);
    for (uint64_t counter = 1; counter <= 6; counter++)
        assert_recalled(&counters, counter,
                        counter == 2 || counter == 5 ? RECALL_ACCEPTED : RECALL_NOT_ACCEPTED);
    accept(&counters, 1, 7, 1, 3);
    assert_recalled(&counters, 1, RECALL_ACCEPTED);
    assert_recalled(&counters, 3, RECALL_NOT_ACCEPTED);
    assert_int_equal(counters_find(&counters, 1, 7).counter, 5);
    assert_int_equal(counters_find(&counters, 1, 7).seq, 3);
    counters_clear(&counters);
}

static void C6_what_is_older_than_the_window_is_forgotten(void **unused)
{
    (void)unused;
    struct counters counters = {0};
    accept(&counters, 1, 7, 1, 1);
    accept(&counters, 1, 7, COUNTERS_WINDOW, 2);
    assert_recalled(&counters, 1, RECALL_ACCEPTED);
    assert_recalled(&counters, 2, RECALL_NOT_ACCEPTED);
    accept(&counters, 1, 7, COUNTERS_WINDOW + 1, 3);
    assert_recalled(&counters, 1, RECALL_FORGOTTEN);
    assert_recalled(&counters, 2, RECALL_NOT_ACCEPTED);
    accept(&counters, 1, 7, 1000, 4);
    assert_recalled(&counters, 1000 - COUNTERS_WINDOW, RECALL_FORGOTTEN);
    for (uint64_t counter = 1001 - COUNTERS_WINDOW; counter < 1000; counter++)
        assert_recalled(&counters, counter, RECALL_NOT_ACCEPTED);
    assert_recalled(&counters, 1000, RECALL_ACCEPTED);
    counters_clear(&counters);
}

/* The window against a list of all that was accepted. */
static void accept_at_random(struct chance *chance)
{
    enum { MOST = 400 };
    struct counters counters = {0};
    bool accepted[MOST + 1] = {false};
    uint64_t highest = 0;
    for (uint64_t seq = 1; seq <= 200; seq++) {
        uint64_t counter = 1 + chance_below(chance, highest + 8 < MOST ? highest + 8 : MOST);
        if (counters_recall(&counters, 1, 7, counter) == RECALL_NOT_ACCEPTED) {
            accept(&counters, 1, 7, counter, seq);
            accepted[counter] = true;
        }
        if (accepted[counter] && counter > highest) highest = counter;
        for (uint64_t i = 1; i <= MOST; i++) {
            enum recall expected = accepted[i] ? RECALL_ACCEPTED : RECALL_NOT_ACCEPTED;
            assert_recalled(&counters, i,
                            i + COUNTERS_WINDOW <= highest ? RECALL_FORGOTTEN : expected);
        }
    }
    counters_clear(&counters);
}

static void C6_the_window_knows_what_was_accepted(void **unused)
{
    (void)unused;
    chance_each(20, accept_at_random);
}

static void C6_the_client_idle_longest_makes_room(void **unused)
{
    (void)unused;
    struct counters counters = {0};
    fill(&counters, COUNTERS_KEPT);
    assert_int_equal(accept(&counters, 1, counters_client(0, 7), 2, COUNTERS_KEPT + 1).client, 0);
    struct counter gone =
        accept(&counters, 1, counters_client(COUNTERS_KEPT, 9), 1, COUNTERS_KEPT + 2);
    assert_int_equal(gone.client, counters_client(1, 7));
    assert_int_equal(gone.counter, 1);
    assert_int_equal(gone.seq, 2);
    assert_int_equal(counters_find(&counters, 1, counters_client(1, 7)).counter, 0);
    assert_int_equal(counters_find(&counters, 1, counters_client(0, 7)).counter, 2);
    assert_int_equal(accept(&counters, 2, 7, 1, COUNTERS_KEPT + 3).client, 0);
    counters_clear(&counters);
}

/* Whoever was kept once is in doubt for ever; who was made later than that never is. */
static void C6_who_may_have_been_forgotten_is_in_doubt(void **unused)
{
    (void)unused;
    struct counters counters = {0};
    fill(&counters, COUNTERS_KEPT - 1);
    assert_false(is_in_doubt(&counters, 1, counters_client(0, 8)));
    accept(&counters, 1, counters_client(COUNTERS_KEPT - 1, 7), 1, COUNTERS_KEPT);
    for (uint64_t seq = COUNTERS_KEPT + 1; seq <= 4 * COUNTERS_KEPT; seq++) {
        uint64_t fresh = counters_client(seq - 1, 7);
        assert_false(is_in_doubt(&counters, 1, fresh));
        uint64_t gone = accept(&counters, 1, fresh, 1, seq).client;
        assert_true(gone && is_in_doubt(&counters, 1, gone));
        assert_true(is_in_doubt(&counters, 1, counters_client(0, 7)));
        assert_false(is_in_doubt(&counters, 1, fresh));
    }
    assert_false(is_in_doubt(&counters, 2, counters_client(0, 7)));
    counters_clear(&counters);
}

/* In whatever order a snapshot tells them. */
static void the_order_of_keeping_makes_no_difference(void **unused)
{
    (void)unused;
    struct counters counters = {0}, other = {0};
    fill(&counters, COUNTERS_KEPT);
    for (uint64_t seq = COUNTERS_KEPT; seq; seq--)
        accept(&other, 1, counters_client(seq - 1, 7), 1, seq);
    size_t at = 0, other_at = 0;
    for (struct counter one, two; counters_next(&counters, &at, &one);) {
        assert_true(counters_next(&other, &other_at, &two));
        assert_int_equal(one.client, two.client);
    }
    counters_clear(&counters);
    counters_clear(&other);
}

static void a_walk_meets_every_counter_once(void **unused)
{
    (void)unused;
    struct counters counters = {0};
    for (uint64_t person = 0; person < 5; person++)
        for (uint64_t client = 1; client <= 20; client++)
            accept(&counters, person, client, person * 100 + client, client);
    uint64_t sum = 0, count = 0;
    struct counter counter;
    for (size_t at = 0; counters_next(&counters, &at, &counter); count++) {
        assert_int_equal(counter.counter, counter.person * 100 + counter.client);
        sum += counter.counter;
    }
    assert_int_equal(count, 100);
    assert_int_equal(sum, (0 + 1 + 2 + 3 + 4) * 100 * 20 + 5 * 210);
    counters_clear(&counters);
}

static void what_is_forgotten_leaves_nothing(void **unused)
{
    (void)unused;
    struct counters counters = {0};
    for (uint64_t client = 1; client <= 3; client++) accept(&counters, 1, client, client, client);
    for (uint64_t client = 1; client <= 3; client++) {
        uint64_t gone = client % 3 + 1; /* the middle, the newest, the oldest */
        counters_forget(&counters, 1, gone);
        assert_int_equal(counters_find(&counters, 1, gone).counter, 0);
    }
    counters_forget(&counters, 9, 9);
    size_t at = 0;
    struct counter counter;
    assert_false(counters_next(&counters, &at, &counter));
    assert_int_equal(counters.rosters.count, 0);
    counters_clear(&counters);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(C1_a_client_is_never_nobody),
        cmocka_unit_test(C6_counters_are_of_a_person_and_a_client),
        cmocka_unit_test(C7_what_was_passed_over_was_not_accepted),
        cmocka_unit_test(C6_what_is_older_than_the_window_is_forgotten),
        cmocka_unit_test(C6_the_window_knows_what_was_accepted),
        cmocka_unit_test(C6_the_client_idle_longest_makes_room),
        cmocka_unit_test(C6_who_may_have_been_forgotten_is_in_doubt),
        cmocka_unit_test(the_order_of_keeping_makes_no_difference),
        cmocka_unit_test(a_walk_meets_every_counter_once),
        cmocka_unit_test(what_is_forgotten_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
