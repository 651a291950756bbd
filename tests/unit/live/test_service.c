/* A whole server: readiness, numbers, and stopping without losing anything. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/registry.h"
#include "live/workshop.h"
#include "support/venue.h"

/* Lets the server stop and takes it out of the venue. */
static void finish(struct venue *venue)
{
    while (!fake_server_is_over(venue->servers[0])) assert_true(world_step(venue->world));
    fake_server_free(venue->servers[0]);
    venue->servers[0] = NULL;
}

/* However many are open. */
static void a_turn_looks_at_those_to_whom_something_has_come(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct service *service = venue->servers[0]->service;
    venue_wait(venue, SOON);
    assert_null(service->stirred);
    venue_say(paul, "edit_person person=paul name=Paule");
    assert_ptr_equal(service->stirred, fake_server_workshop(venue->servers[0], WORKSHOP));
    venue_wait(venue, SOON);
    assert_done(paul);
    assert_null(service->stirred);
}

static void x8_what_is_under_way_is_finished_before_the_end(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_server_drain(venue->servers[0]);
    venue_wait(venue, 1000);
    assert_open(paul);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_done(paul);
    assert_saw(pia, "Une idée");
    assert_closed(paul, CLOSE_GOING_AWAY);
    assert_closed(pia, CLOSE_GOING_AWAY);
    finish(venue);
}

static void x8_a_snapshot_is_kept_at_the_end(void **state)
{
    struct venue *venue = *state;
    venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    assert_int_equal(venue_shelf(venue)->snapshots[1].seq, 0);
    fake_server_drain(venue->servers[0]);
    finish(venue);
    assert_int_equal(venue_shelf(venue)->snapshots[1].seq, venue_shelf(venue)->position.seq);
}

static void x8_nobody_is_let_in_any_more(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_server_drain(venue->servers[0]);
    assert_false(service_is_ready(venue->servers[0]->service));
    assert_closed(venue_visit(venue, 0, ROLE_PARTICIPANT), CLOSE_GOING_AWAY);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_done(paul);
    finish(venue);
}

/* A journal that does not come back holds nobody up for ever; what was not acknowledged is sent
 * again elsewhere. */
static void x8_a_journal_that_is_away_does_not_hold_the_end_up(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_away(venue->servers[0]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_server_drain(venue->servers[0]);
    finish(venue);
    assert_closed(paul, CLOSE_GOING_AWAY);
    assert_unanswered(paul);
    venue_start(venue, 0);
    struct visitor *again = venue_return(paul, 0, 1, visitor_seq(paul));
    again->counter--;
    venue_card(again, "idea", "Une idée", "everyone");
    assert_true(assert_done(again) > 0);
}

static void an_append_that_is_never_answered_is_let_go(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_server_drain(venue->servers[0]);
    finish(venue);
    assert_closed(paul, CLOSE_GOING_AWAY);
    assert_unanswered(paul);
}

static void a_conflict_after_the_end_asks_the_journal_nothing(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_faults(venue->servers[0]->journal)->slowest = 5200;
    venue_card(paul, "one", "Une", "everyone");
    fake_store_lose(venue->store, WORKSHOP, 1);
    fake_server_drain(venue->servers[0]);
    finish(venue);
    assert_closed(paul, CLOSE_GOING_AWAY);
}

static void the_end_comes_while_a_workshop_is_being_opened(void **state)
{
    struct venue *venue = *state;
    venue_crash(venue, 0);
    venue_start(venue, 0);
    fake_journal_hold(venue->servers[0]->journal, true);
    struct visitor *visitor = venue_visit(venue, 0, ROLE_PARTICIPANT);
    fake_server_drain(venue->servers[0]);
    finish(venue);
    assert_closed(visitor, CLOSE_GOING_AWAY);
}

/* After the end some connections take their time; nothing is whispered meanwhile. */
static void the_end_waits_for_slow_connections(void **state)
{
    struct venue *venue = *state;
    venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *guest = venue_connect(venue, 0);
    struct secret key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT);
    visitor_hello(guest, WORKSHOP, &key, 0, 0);
    fake_server_drain(venue->servers[0]);
    venue_wait(venue, 10000);
    finish(venue);
}

static void readiness_is_the_journals(void **state)
{
    struct venue *venue = *state;
    assert_true(service_is_ready(venue->servers[0]->service));
    fake_journal_away(venue->servers[0]->journal, true);
    assert_false(service_is_ready(venue->servers[0]->service));
    fake_journal_away(venue->servers[0]->journal, false);
    assert_true(service_is_ready(venue->servers[0]->service));
}

static void numbers_tell_what_happened(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct service_metrics before = service_metrics(venue->servers[0]->service);
    venue_card(paul, "idea", "Une idée", "everyone");
    venue_card(paul, "idea", "Une autre", "everyone");
    assert_refused(paul, REFUSAL_ID_TAKEN);
    struct service_metrics after = service_metrics(venue->servers[0]->service);
    assert_int_equal(after.connections, 1);
    assert_int_equal(after.workshops, 1);
    assert_int_equal(after.commands_done - before.commands_done, 1);
    assert_int_equal(after.commands_refused - before.commands_refused, 1);
    assert_int_equal(after.batches - before.batches, 1);
    assert_true(after.bytes_out > before.bytes_out);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(a_turn_looks_at_those_to_whom_something_has_come),
        ONE(x8_what_is_under_way_is_finished_before_the_end),
        ONE(x8_a_snapshot_is_kept_at_the_end),
        ONE(x8_nobody_is_let_in_any_more),
        ONE(x8_a_journal_that_is_away_does_not_hold_the_end_up),
        ONE(an_append_that_is_never_answered_is_let_go),
        ONE(a_conflict_after_the_end_asks_the_journal_nothing),
        ONE(the_end_comes_while_a_workshop_is_being_opened),
        ONE(the_end_waits_for_slow_connections),
        ONE(readiness_is_the_journals),
        ONE(numbers_tell_what_happened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
