/* How a connection ends: marked where that is decided, gone when the turn ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "live/registry.h"
#include "live/workshop.h"
#include "support/venue.h"

static size_t member_count(const struct venue *venue)
{
    return venue_workshop(venue, 0)->members.count;
}

static void x1_nothing_is_heard_from_one_that_is_ended(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    size_t entries = venue_shelf(venue)->count;
    fake_peer_send_text(paul->peer, "no message");
    venue_say(paul, "edit_person person=paul name=Paule");
    venue_wait(venue, SOON);
    assert_closed(paul, CLOSE_BAD_MESSAGE);
    assert_unanswered(paul);
    assert_int_equal(venue_shelf(venue)->count, entries);
}

static void who_is_ended_stays_until_the_turn_ends(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    fake_peer_send_text(paul->peer, "no message");
    assert_int_equal(member_count(venue), 2);
    assert_int_equal(paul->peer->code, 0);
    venue_wait(venue, SOON);
    assert_closed(paul, CLOSE_BAD_MESSAGE);
    assert_int_equal(member_count(venue), 1);
    assert_open(pia);
}

static void who_is_ended_may_be_cut_before_that(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *silent = venue_connect(venue, 0);
    fake_peer_send_text(pia->peer, "no message");
    fake_peer_send_text(paul->peer, "no message");
    fake_peer_send_text(silent->peer, "no message");
    fake_peer_cut(paul->peer);
    fake_peer_cut(silent->peer);
    assert_int_equal(member_count(venue), 1);
    venue_wait(venue, SOON);
    assert_closed(pia, CLOSE_BAD_MESSAGE);
    assert_int_equal(member_count(venue), 0);
    assert_null(venue->servers[0]->service->ending);
}

/* One flush finds several of them; whoever comes after them in the list misses nothing. */
static void x5_many_slow_readers_are_ended_by_one_flush(void **state)
{
    struct venue *venue = *state;
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *slow[3];
    for (size_t i = 0; i < 3; i++) {
        slow[i] = venue_visit(venue, 0, ROLE_SCREEN);
        fake_peer_set_reads(slow[i]->peer, false);
    }
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    char text[3500], line[3800];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (int i = 0; i < 2500 && !slow[0]->peer->code; i++) {
        text[i % 3000] = (char)('a' + i % 20);
        snprintf(line, sizeof line, "edit_card card=idea text='%s'", text);
        venue_say(paul, line);
        if (i % 8 == 0) venue_wait(venue, 5);
    }
    venue_wait(venue, SOON);
    for (size_t i = 0; i < 3; i++) assert_closed(slow[i], CLOSE_TOO_SLOW);
    assert_int_equal(service_metrics(venue->servers[0]->service).closed_too_slow, 3);
    assert_int_equal(member_count(venue), 2);
    assert_int_equal(visitor_seq(pia), venue_shelf(venue)->position.seq);
}

static void x6_however_many_come_at_once_eight_stay(void **state)
{
    struct venue *venue = *state;
    struct visitor *tabs[3 * LIMIT_CONNECTIONS_PER_PERSON];
    size_t count = sizeof tabs / sizeof *tabs, open = 0;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_peer_cut(paul->peer);
    for (size_t i = 0; i < count; i++) {
        tabs[i] = venue_connect(venue, 0);
        visitor_hello(tabs[i], WORKSHOP, &paul->key, 0, 0);
    }
    venue_wait(venue, SOON);
    for (size_t i = 0; i < count; i++) open += !tabs[i]->peer->code;
    assert_int_equal(open, LIMIT_CONNECTIONS_PER_PERSON);
    assert_open(tabs[count - 1]);
    assert_int_equal(member_count(venue), LIMIT_CONNECTIONS_PER_PERSON);
}

/* Whoever knocks in the turn in which it failed does not meet those who are on their way out. */
static void a_workshop_that_failed_is_opened_again_at_once(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_connect(venue, 0);
    struct secret key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT);
    history_fail(&venue_workshop(venue, 0)->history, CLOSE_DAMAGED);
    visitor_hello(pia, WORKSHOP, &key, 0, 0);
    venue_wait(venue, SOON);
    assert_closed(paul, CLOSE_DAMAGED);
    assert_open(pia);
    assert_int_equal(member_count(venue), 1);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(x1_nothing_is_heard_from_one_that_is_ended),
        ONE(who_is_ended_stays_until_the_turn_ends),
        ONE(who_is_ended_may_be_cut_before_that),
        ONE(x5_many_slow_readers_are_ended_by_one_flush),
        ONE(x6_however_many_come_at_once_eight_stay),
        ONE(a_workshop_that_failed_is_opened_again_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
