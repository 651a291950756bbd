/* How much there is of what not everybody sees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "core/sums.h"
#include "support/scene.h"

static struct message_sums sums_now(const struct scene *scene)
{
    struct message_sums sums;
    sums_of(scene->state, &sums);
    return sums;
}

static void assert_written(const struct scene *scene, int64_t cards, int64_t people,
                           int64_t anonymous)
{
    struct message_sums sums = sums_now(scene);
    assert_int_equal(sums.written.count, 1);
    assert_int_equal(sums.written.items[0].cards, cards);
    assert_int_equal(sums.written.items[0].people, people);
    assert_int_equal(sums.written.items[0].anonymous, anonymous);
    sums_clear(&sums);
}

static void add(struct scene *scene, const char *who, const char *card, const char *more)
{
    char command[200];
    (void)snprintf(command, sizeof command,
                   "add_card card=%s board=wall title=T color=sun x=0 y=0 width=200 height=100 %s",
                   card, more);
    scene_when(scene, who, command);
}

static void L6_cards_behind_a_veil_are_counted_and_who_signed_them(void **state)
{
    struct scene *scene = *state;
    add(scene, "paul", "before", "audience=everyone");
    scene_when(scene, "anna", "veil_board board=wall");
    assert_written(scene, 0, 0, 0);
    add(scene, "paul", "one", "audience=everyone");
    add(scene, "paul", "two", "audience=everyone");
    add(scene, "pia", "three", "audience=everyone");
    add(scene, "pia", "own", "audience=person holder=pia");
    add(scene, "anna", "open", "audience=everyone");
    assert_written(scene, 3, 2, 0);
    scene_when(scene, "pia", "drop_card card=three");
    assert_written(scene, 2, 1, 0);
}

static void L6_who_wrote_an_unsigned_card_counts_for_nobody(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "veil_board board=wall");
    add(scene, "paul", "shy", "audience=everyone anonymous=yes");
    assert_written(scene, 1, 0, 1);
    /* Whether paul or pia signs the next one, the same is told. */
    add(scene, "paul", "one", "audience=everyone");
    assert_written(scene, 2, 1, 1);
    scene_when(scene, "paul", "drop_card card=one");
    add(scene, "pia", "one", "audience=everyone");
    assert_written(scene, 2, 1, 1);
}

static void L6_a_board_without_a_veil_is_not_counted(void **state)
{
    struct scene *scene = *state;
    add(scene, "paul", "idea", "audience=everyone");
    struct message_sums sums = sums_now(scene);
    assert_int_equal(sums.written.count, 0);
    assert_int_equal(sums.voted.count, 0);
    sums_clear(&sums);
}

static void L6_who_gave_points_counts_once_in_their_category(void **state)
{
    struct scene *scene = *state;
    add(scene, "paul", "idea", "audience=everyone");
    add(scene, "paul", "need", "audience=everyone");
    scene_when(scene, "paul", "edit_person person=paul category=elu");
    scene_when(scene, "anna",
               "add_priority priority=vote board=wall title=V points=5 by_delegation=no");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=2");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=need points=1");
    scene_when(scene, "pia", "allot allotment=c priority=vote card=need points=1");
    scene_when(scene, "farid", "allot allotment=d priority=vote card=need points=1");
    struct message_sums sums = sums_now(scene);
    assert_int_equal(sums.voted.count, 2);
    assert_int_equal(sums.voted.items[0].category, 0);
    assert_int_equal(sums.voted.items[0].people, 2);
    assert_int_equal(sums.voted.items[1].category, notation_id(&scene->notation, "elu"));
    assert_int_equal(sums.voted.items[1].people, 1);
    sums_join_categories(&sums);
    assert_int_equal(sums.voted.count, 1);
    assert_int_equal(sums.voted.items[0].category, 0);
    assert_int_equal(sums.voted.items[0].people, 3);
    sums_clear(&sums);
    /* Who takes all of them back has not voted; what is shown is seen by everybody. */
    scene_when(scene, "pia", "allot allotment=c priority=vote card=need points=0");
    sums = sums_now(scene);
    assert_int_equal(sums.voted.items[0].people, 1);
    sums_clear(&sums);
    scene_when(scene, "anna", "edit_priority priority=vote shown=yes");
    sums = sums_now(scene);
    assert_int_equal(sums.voted.count, 0);
    sums_clear(&sums);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, scene_setup, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(L6_cards_behind_a_veil_are_counted_and_who_signed_them),
        TEST(L6_who_wrote_an_unsigned_card_counts_for_nobody),
        TEST(L6_a_board_without_a_veil_is_not_counted),
        TEST(L6_who_gave_points_counts_once_in_their_category),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
