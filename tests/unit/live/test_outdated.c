/* A newer server has written to a workshop what this one does not know. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/history.h"
#include "live/outdated.h"
#include "live/service.h"
#include "live/workshop.h"
#include "support/venue.h"

enum { VERIFIED = 15000 /* ms: by then every server has asked the journal */ };

/* Another server, of a schema with one command more, appends. */
static void write_newer(const struct venue *venue, size_t server)
{
    struct history *history = &venue_workshop(venue, server)->history;
    struct entry entry = {.seq = history->position.seq + 1, .command = COMMAND_TYPES};
    struct bytes *stored = history_store(&entry);
    stored->data[stored->length - 2]++; /* the command: behind it stand no changes */
    assert_int_equal(fake_store_append(venue->store, WORKSHOP, history->position, &stored, 1),
                     JOURNAL_OK);
    bytes_drop(stored);
}

static void take_newer_away(const struct venue *venue)
{
    fake_store_lose(venue->store, WORKSHOP, venue_shelf(venue)->position.seq - 1);
}

static void x9_what_a_newer_server_wrote_is_not_damage(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    write_newer(venue, 0);
    assert_int_equal(service_metrics(venue->servers[0]->service).outdated, 0);
    venue_wait(venue, VERIFIED);
    assert_closed(paul, CLOSE_OUTDATED);
    assert_int_equal(service_metrics(venue->servers[0]->service).outdated, 1);
    assert_closed(venue_visit(venue, 0, ROLE_PARTICIPANT), CLOSE_OUTDATED);
}

static void x9_who_writes_meanwhile_is_sent_on_with_all_that_waits(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    write_newer(venue, 0);
    venue_card(paul, "idea", "Une idée", "everyone");
    assert_unanswered(paul);
    assert_closed(paul, CLOSE_OUTDATED);
    assert_int_equal(venue_shelf(venue)->count, venue_shelf(venue)->position.seq);
}

static void x9_the_server_goes_back_to_serving_when_it_can(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_peer_cut(paul->peer);
    write_newer(venue, 0);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    assert_closed(venue_visit(venue, 0, ROLE_PARTICIPANT), CLOSE_OUTDATED);
    take_newer_away(venue);
    venue_wait(venue, VERIFIED);
    assert_int_equal(service_metrics(venue->servers[0]->service).outdated, 0);
    assert_saw(venue_return(paul, 0, 0, 0), "Une idée");
}

static void x9_however_many_there_are_each_is_looked_at_again(void **state)
{
    const struct venue *venue = *state;
    struct service *service = venue->servers[0]->service;
    for (uint64_t gone = 1; gone <= 9; gone++) outdated_note(service, WORKSHOP + gone, true);
    assert_int_equal(service_metrics(service).outdated, 9);
    venue_wait(*state, VERIFIED);
    assert_int_equal(service_metrics(service).outdated, 0);
}

int main(void)
{
#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)
    const struct CMUnitTest tests[] = {
        ONE(x9_what_a_newer_server_wrote_is_not_damage),
        ONE(x9_who_writes_meanwhile_is_sent_on_with_all_that_waits),
        ONE(x9_the_server_goes_back_to_serving_when_it_can),
        ONE(x9_however_many_there_are_each_is_looked_at_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
