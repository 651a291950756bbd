/* Telling how much there is of what not everybody sees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/workshop.h"
#include "support/venue.h"

enum { TWO_SECONDS = 2500, A_MINUTE = 60000 };

static const struct message_sums *last_sums(const struct visitor *visitor)
{
    for (size_t i = visitor->peer->message_count; i-- > 0;)
        if (visitor->peer->messages[i].type == MESSAGE_SUMS)
            return &visitor->peer->messages[i].body.sums;
    fail_msg("no sums came");
    return NULL;
}

static void assert_cards(const struct visitor *visitor, int64_t cards)
{
    const struct message_sums *sums = last_sums(visitor);
    assert_int_equal(sums->written.count, 1);
    assert_int_equal(sums->written.items[0].cards, cards);
}

static struct visitor *veiled(struct venue *venue)
{
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    venue_do(anna, "veil_board board=wall");
    venue_wait(venue, TWO_SECONDS);
    return anna;
}

static void l6_animators_and_walls_are_told_and_nobody_else(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = veiled(venue);
    struct visitor *wall = venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *farid = venue_join(venue, 0, ROLE_FACILITATOR, "farid");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    venue_card(paul, "secret", "Ce que Paul cache", "everyone");
    venue_wait(venue, TWO_SECONDS);
    assert_cards(anna, 1);
    assert_cards(wall, 1);
    assert_int_equal(visitor_count(farid, MESSAGE_SUMS), 0);
    assert_int_equal(visitor_count(paul, MESSAGE_SUMS), 0);
    assert_int_equal(visitor_count(guest, MESSAGE_SUMS), 0);
    assert_never_saw(anna, "Ce que Paul cache");
    assert_never_saw(wall, "Ce que Paul cache");
}

/* A category of the template, by the name `elu`. */
static void name_category(struct venue *venue)
{
    const struct state *state = venue_workshop(venue, 0)->history.state;
    struct name *added = &venue->notation.names[venue->notation.count++];
    *added = (struct name){.text = "elu", .id = state_at(state, RECORD_CATEGORY, 0)->id};
}

static void l6_only_animators_are_told_the_categories(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *wall = venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_card(paul, "idea", "Une idée", "everyone");
    name_category(venue);
    venue_do(paul, "edit_person person=paul category=elu");
    venue_do(anna, "add_priority priority=vote board=wall title=V points=5 by_delegation=no");
    venue_do(paul, "allot allotment=one priority=vote card=idea points=1");
    venue_do(pia, "allot allotment=two priority=vote card=idea points=1");
    venue_wait(venue, TWO_SECONDS);
    assert_int_equal(last_sums(wall)->voted.count, 1);
    assert_int_equal(last_sums(wall)->voted.items[0].people, 2);
    assert_int_equal(last_sums(wall)->voted.items[0].category, 0);
    assert_int_equal(last_sums(anna)->voted.count, 2);
}

static void l6_sums_are_told_together_at_most_once_a_second(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = veiled(venue);
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    size_t before = visitor_count(anna, MESSAGE_SUMS);
    venue_card(paul, "first", "Un", "everyone");
    venue_card(paul, "second", "Deux", "everyone");
    venue_card(paul, "third", "Trois", "everyone");
    venue_wait(venue, TWO_SECONDS);
    assert_cards(anna, 3);
    assert_true(visitor_count(anna, MESSAGE_SUMS) <= before + 2);
}

static void l6_nothing_is_told_while_nothing_changes(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = veiled(venue);
    size_t before = visitor_count(anna, MESSAGE_SUMS);
    venue_do(anna, "edit_board board=wall title=Mur");
    venue_wait(venue, A_MINUTE);
    assert_int_equal(visitor_count(anna, MESSAGE_SUMS), before);
}

/* After a welcome, which voids what was told before. */
static bool told_since_welcome(const struct visitor *visitor)
{
    bool told = false;
    for (size_t i = 0; i < visitor->peer->message_count; i++) {
        if (visitor->peer->messages[i].type == MESSAGE_WELCOME) told = false;
        if (visitor->peer->messages[i].type == MESSAGE_SUMS) told = true;
    }
    return told;
}

static void l6_who_comes_later_is_told_what_there_is(void **state)
{
    struct venue *venue = *state;
    veiled(venue);
    venue_card(venue_join(venue, 0, ROLE_PARTICIPANT, "paul"), "idea", "Une idée", "everyone");
    venue_wait(venue, TWO_SECONDS);
    assert_cards(venue_visit(venue, 0, ROLE_SCREEN), 1);
    struct visitor *ben = venue_join(venue, 0, ROLE_ANIMATOR, "ben");
    assert_cards(ben, 1);
    assert_true(told_since_welcome(ben));
}

static void l6_what_is_written_on_another_server_counts(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = veiled(venue);
    struct visitor *paul = venue_join(venue, 1, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    venue_wait(venue, 2 * TWO_SECONDS);
    assert_cards(anna, 1);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)
#define TWO(test) cmocka_unit_test_setup_teardown(test, venue_setup_two, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(l6_animators_and_walls_are_told_and_nobody_else),
        ONE(l6_only_animators_are_told_the_categories),
        ONE(l6_sums_are_told_together_at_most_once_a_second),
        ONE(l6_nothing_is_told_while_nothing_changes),
        ONE(l6_who_comes_later_is_told_what_there_is),
        TWO(l6_what_is_written_on_another_server_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
