/* Who is here, and where their hands are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "live/presence.h"
#include "support/replica.h"
#include "support/venue.h"

enum { SECOND = 1000, TWO_SECONDS = 2500, GONE = 20000 };

/* What a visitor makes of all the presence it was told. */
static struct replica here_for(const struct visitor *visitor)
{
    struct replica replica;
    replica_init(&replica);
    for (size_t i = 0; i < visitor->peer->message_count; i++) {
        const char *wrong = replica_take(&replica, &visitor->peer->messages[i]);
        if (wrong) fail_msg("%s", wrong);
    }
    return replica;
}

static void assert_here(const struct visitor *visitor, size_t people, int64_t guests)
{
    struct replica replica = here_for(visitor);
    assert_int_equal(bytes_id_count(replica.here), people);
    assert_int_equal(replica.guests, guests);
    replica_clear(&replica);
}

static void l1_everybody_learns_who_came_and_left(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_wait(venue, TWO_SECONDS);
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *guest = venue_visit(venue, 0, ROLE_SCREEN);
    venue_wait(venue, TWO_SECONDS);
    assert_here(paul, 2, 1);
    assert_here(pia, 2, 1);
    assert_here(guest, 2, 1);
    fake_peer_cut(pia->peer);
    venue_wait(venue, TWO_SECONDS);
    assert_here(paul, 1, 1);
}

static void l1_somebody_with_several_tabs_is_here_once(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *tab = venue_return(pia, 0, 0, 0);
    venue_wait(venue, TWO_SECONDS);
    assert_here(paul, 2, 0);
    fake_peer_cut(pia->peer);
    venue_wait(venue, TWO_SECONDS);
    assert_here(paul, 2, 0);
    fake_peer_cut(tab->peer);
    venue_wait(venue, TWO_SECONDS);
    assert_here(paul, 1, 0);
}

/* L1: at most once a second, however many come. */
static void l1_who_comes_together_is_told_together(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_wait(venue, TWO_SECONDS);
    size_t before = visitor_count(paul, MESSAGE_PRESENCE);
    struct secret key = fake_link_key(WORKSHOP, ROLE_SCREEN);
    for (size_t i = 0; i < 30; i++) visitor_hello(venue_connect(venue, 0), WORKSHOP, &key, 0, 0);
    venue_wait(venue, TWO_SECONDS);
    assert_int_equal(visitor_count(paul, MESSAGE_PRESENCE), before + 1);
    assert_here(paul, 1, 30);
}

static void l1_while_the_loop_is_full_who_comes_is_told_every_five_seconds(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_wait(venue, TWO_SECONDS);
    venue->servers[0]->host->busy = 900;
    venue_wait(venue, TWO_SECONDS);
    size_t before = visitor_count(paul, MESSAGE_PRESENCE);
    for (size_t i = 0; i < 4; i++) {
        venue_visit(venue, 0, ROLE_SCREEN);
        venue_wait(venue, TWO_SECONDS / 2);
    }
    assert_int_equal(visitor_count(paul, MESSAGE_PRESENCE), before + 1);
    venue_wait(venue, 3 * TWO_SECONDS);
    assert_int_equal(visitor_count(paul, MESSAGE_PRESENCE), before + 2);
    assert_here(paul, 1, 4);
}

/* A send of its own to everybody is saved; and nobody waits long when there is no change. */
static void l1_with_much_to_do_who_comes_is_told_with_the_next_changes(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    venue->servers[0]->host->busy = 300;
    venue_wait(venue, TWO_SECONDS);
    size_t before = visitor_count(paul, MESSAGE_PRESENCE);
    venue_visit(venue, 0, ROLE_SCREEN);
    venue_wait(venue, SECOND - SOON); /* one beat of the clock by which it is told */
    assert_int_equal(visitor_count(paul, MESSAGE_PRESENCE), before);
    venue_do(paul, "edit_card card=idea x=5");
    assert_int_equal(visitor_count(paul, MESSAGE_PRESENCE), before + 1);
    venue_visit(venue, 0, ROLE_SCREEN);
    venue_wait(venue, TWO_SECONDS);
    assert_int_equal(visitor_count(paul, MESSAGE_PRESENCE), before + 2);
    assert_here(paul, 1, 2);
}

static void l1_nothing_is_told_when_nothing_happens(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_wait(venue, TWO_SECONDS);
    size_t before = paul->peer->frame_count;
    venue_wait(venue, 30000);
    assert_int_equal(paul->peer->frame_count, before);
}

/* ---- two servers ---- */

static void l1_people_on_another_server_are_here(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    venue_visit(venue, 1, ROLE_SCREEN);
    venue_wait(venue, 2 * TWO_SECONDS);
    assert_here(paul, 2, 1);
    assert_here(pia, 2, 1);
    fake_peer_cut(pia->peer);
    venue_wait(venue, 2 * TWO_SECONDS);
    assert_here(paul, 1, 1);
}

static void l1_a_server_that_falls_silent_is_gone(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    venue_wait(venue, 2 * TWO_SECONDS);
    assert_here(paul, 2, 0);
    fake_peer_cut(pia->peer);
    venue_crash(venue, 1);
    venue_wait(venue, GONE);
    assert_here(paul, 1, 0);
}

static void l1_a_whisper_that_is_lost_is_said_again(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_deafen(venue->servers[0]->journal, true);
    venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    venue_wait(venue, 2 * TWO_SECONDS);
    assert_here(paul, 1, 0);
    fake_journal_deafen(venue->servers[0]->journal, false);
    venue_wait(venue, 8000);
    assert_here(paul, 2, 0);
}

static void a_whisper_of_anything_else_is_passed_over(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct journal *other = venue->servers[1]->journal;
    static const char *const strange[] = {
        "", "P", "Pxxxxxxxx", "Pxxxxxxxx\x91", "Hxxxxxxxx\xc0", "Zxxxxxxxx\x91\x04"};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++)
        other->calls->whisper(other, WORKSHOP,
                              (struct journal_bytes){strange[i], strlen(strange[i])});
    venue_wait(venue, TWO_SECONDS);
    assert_open(paul);
    assert_here(paul, 1, 0);
}

/* ---- hints ---- */

static void hint(struct visitor *visitor, uint64_t board, uint64_t card, int64_t x)
{
    struct message message = {.type = MESSAGE_HINT};
    message.body.hint = (struct message_hint){.board = board, .card = card, .x = x, .y = 1};
    fake_peer_send(visitor->peer, &message);
}

static uint64_t id(const struct visitor *visitor, const char *name)
{
    return notation_id(&visitor->venue->notation, name);
}

/* L2: five times a second at most, the newest of each. */
static void l2_hints_are_coalesced(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    for (int64_t x = 0; x < 20; x++) {
        hint(paul, id(paul, "wall"), 0, x);
        venue_wait(venue, 50);
    }
    venue_wait(venue, SECOND);
    size_t told = visitor_count(pia, MESSAGE_HINTS);
    assert_true(told >= 3 && told <= 6);
    const struct message *last = NULL, *next;
    while ((next = fake_peer_find(pia->peer, MESSAGE_HINTS))) last = next;
    assert_int_equal(last->body.hints.hints.count, 1);
    assert_int_equal(last->body.hints.hints.items[0].person, id(paul, "paul"));
    assert_int_equal(last->body.hints.hints.items[0].x, 19);
}

/* S2: a hint never tells of what not everybody sees. */
static void l2_a_private_card_is_not_hinted_at(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_card(paul, "mine", "À moi", "person holder=paul");
    hint(paul, id(paul, "wall"), id(paul, "mine"), 7);
    hint(paul, id(paul, "wall"), 424242, 7);
    hint(paul, 424242, 0, 7);
    venue_wait(venue, SECOND);
    assert_int_equal(visitor_count(pia, MESSAGE_HINTS), 0);
    venue_card(paul, "idea", "À tous", "everyone");
    hint(paul, id(paul, "wall"), id(paul, "idea"), 7);
    venue_wait(venue, SECOND);
    assert_int_equal(visitor_count(pia, MESSAGE_HINTS), 1);
}

static void l2_guests_have_no_hands(void **state)
{
    struct venue *venue = *state;
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    hint(guest, id(guest, "wall"), 0, 7);
    venue_wait(venue, SECOND);
    assert_int_equal(visitor_count(pia, MESSAGE_HINTS), 0);
    assert_open(guest);
}

static void l2_above_thirty_people_there_are_no_hints(void **state)
{
    struct venue *venue = *state;
    struct visitor *first = NULL, *last = NULL;
    for (size_t i = 0; i <= HINTS_MOST; i++) {
        char name[8];
        snprintf(name, sizeof name, "p%zu", i);
        last = venue_join(venue, 0, ROLE_PARTICIPANT, name);
        if (!first) first = last;
    }
    venue_wait(venue, TWO_SECONDS);
    hint(first, id(first, "wall"), 0, 7);
    venue_wait(venue, SECOND);
    assert_int_equal(visitor_count(first, MESSAGE_HINTS), 0);
    fake_peer_cut(last->peer);
    venue_wait(venue, TWO_SECONDS);
    hint(first, id(first, "wall"), 0, 7);
    venue_wait(venue, SECOND);
    assert_int_equal(visitor_count(first, MESSAGE_HINTS), 1);
}

static void l2_hints_reach_other_servers(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    hint(paul, id(paul, "wall"), 0, 7);
    venue_wait(venue, SECOND);
    assert_int_equal(visitor_count(pia, MESSAGE_HINTS), 1);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)
#define TWO(test) cmocka_unit_test_setup_teardown(test, venue_setup_two, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(l1_everybody_learns_who_came_and_left),
        ONE(l1_somebody_with_several_tabs_is_here_once),
        ONE(l1_who_comes_together_is_told_together),
        ONE(l1_while_the_loop_is_full_who_comes_is_told_every_five_seconds),
        ONE(l1_with_much_to_do_who_comes_is_told_with_the_next_changes),
        ONE(l1_nothing_is_told_when_nothing_happens),
        TWO(l1_people_on_another_server_are_here),
        TWO(l1_a_server_that_falls_silent_is_gone),
        TWO(l1_a_whisper_that_is_lost_is_said_again),
        TWO(a_whisper_of_anything_else_is_passed_over),
        ONE(l2_hints_are_coalesced),
        ONE(l2_a_private_card_is_not_hinted_at),
        ONE(l2_guests_have_no_hands),
        ONE(l2_above_thirty_people_there_are_no_hints),
        TWO(l2_hints_reach_other_servers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
