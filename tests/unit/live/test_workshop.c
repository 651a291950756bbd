/* The five verbs: decide, append, apply, tell; and undoing what lost a race. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "live/workshop.h"
#include "support/states.h"
#include "support/venue.h"

/* C4: the effect comes before done, and everybody hears it. */
static void c4_done_comes_after_its_effect(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_card(paul, "idea", "Une piste cyclable", "everyone");
    assert_int_equal(assert_done(paul), visitor_seq(paul));
    assert_saw(pia, "Une piste cyclable");
    size_t told = 0, done = 0;
    for (size_t i = 0; i < paul->peer->message_count; i++) {
        const struct message *message = &paul->peer->messages[i];
        if (message->type == MESSAGE_CHANGES) told = i;
        if (message->type == MESSAGE_DONE) done = i;
    }
    assert_true(told < done);
}

/* C6: sent twice, it counts once, also while the first is still under way. */
/* What is accepted, what is refused and what changes nothing. */
static void c2_every_command_is_answered_once(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    size_t done = visitor_count(paul, MESSAGE_DONE), refused = visitor_count(paul, MESSAGE_REFUSED);
    venue_card(paul, "idea", "Une idée", "everyone");
    venue_do(paul, "edit_card card=nothing title=T");
    venue_do(paul, "edit_card card=idea x=0");
    venue_do(paul, "edit_card card=idea x=0");
    venue_wait(venue, SOON);
    assert_int_equal(visitor_count(paul, MESSAGE_DONE) - done, 3);
    assert_int_equal(visitor_count(paul, MESSAGE_REFUSED) - refused, 1);
    for (size_t i = 0, last = 0; i < paul->peer->message_count; i++) {
        const struct message *message = &paul->peer->messages[i];
        if (message->type != MESSAGE_DONE && message->type != MESSAGE_REFUSED) continue;
        bool is_done = message->type == MESSAGE_DONE;
        uint64_t client = is_done ? message->body.done.client : message->body.refused.client;
        int64_t counter = is_done ? message->body.done.counter : message->body.refused.counter;
        assert_int_equal(client, paul->client);
        assert_int_equal(counter, ++last);
    }
}

static void c6_a_command_sent_twice_counts_once(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *tab = venue_return(paul, 0, 0, 0);
    venue_card(paul, "idea", "Une idée", "everyone");
    size_t entries = venue_shelf(venue)->count;
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_say(paul, "edit_card card=idea title=Encore");
    tab->counter = paul->counter;
    venue_say_again(tab, tab->counter, "edit_card card=idea title=Encore");
    venue_wait(venue, SOON);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_true(assert_done(paul) > 0);
    assert_int_equal(assert_done(tab), 0);
    assert_int_equal(venue_shelf(venue)->count, entries + 1);
}

/* One page load of this person after the other, until what they did before is forgotten. */
static void load_many_pages(struct visitor *visitor)
{
    for (size_t i = 0; i < COUNTERS_KEPT; i++) {
        struct visitor *page = venue_return(visitor, 0, 0, 0);
        page->client = counters_client((uint64_t)visitor_seq(page), i);
        page->counter = 0;
        venue_do(page, i % 2 ? "edit_card card=idea title=Une" : "edit_card card=idea title=Deux");
        assert_true(assert_done(page) > 0);
        fake_peer_cut(page->peer);
    }
}

/* Sent again on each server, and after each has read the workshop anew. */
static void assert_forgotten(struct visitor *visitor)
{
    struct venue *venue = visitor->venue;
    for (size_t server = 0; server < 2; server++)
        for (size_t round = 0; round < 2; round++) {
            struct visitor *again = venue_return(visitor, server, 0, 0);
            venue_say_again(again, again->counter, "drop_card card=idea");
            venue_wait(venue, SOON);
            assert_refused(again, REFUSAL_FORGOTTEN);
            fake_peer_cut(again->peer);
            venue_crash(venue, server);
            venue_start(venue, server);
        }
}

static int setup_snapshots(void **state)
{
    struct service_settings settings = fake_settings();
    settings.snapshot_every = 4;
    *state = venue_new_with(2, &settings);
    return 0;
}

/* C6: what nobody can tell any more is not done a second time, nor called done. */
static void c6_a_client_that_was_forgotten_is_told(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_peer_cut(paul->peer);
    load_many_pages(paul);
    size_t entries = venue_shelf(venue)->count;
    assert_forgotten(paul);
    assert_int_equal(venue_shelf(venue)->count, entries);
    struct visitor *page = venue_return(paul, 1, 0, 0);
    page->client = counters_client((uint64_t)visitor_seq(page), 0);
    venue_do(page, "drop_card card=idea");
    assert_true(assert_done(page) > 0);
}

/* C7: what was refused is judged again. */
static void c7_a_refused_command_is_judged_again(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_do(anna, "edit_board board=wall locked=yes");
    venue_card(paul, "idea", "Une idée", "everyone");
    assert_refused(paul, REFUSAL_BOARD_LOCKED);
    venue_do(anna, "edit_board board=wall locked=no");
    fake_peer_cut(paul->peer);
    struct visitor *again = venue_return(paul, 0, 0, 0);
    again->counter--;
    venue_card(again, "idea", "Une idée", "everyone");
    assert_true(assert_done(again) > 0);
}

/* On another connection, as one that waits for the answer to command `counter` still. */
static struct visitor *come_back_at(struct visitor *visitor, size_t server, int64_t counter)
{
    struct visitor *again = venue_return(visitor, server, 0, 0);
    again->counter = counter - 1;
    return again;
}

/* C7: command 1 is refused, command 2 accepted, both answers are lost: sent again, on each server
 * and after each has read the workshop anew, 1 is refused still and 2 is done. */
static void c7_a_refusal_that_is_sent_again_stays_a_refusal(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_do(anna, "edit_board board=wall locked=yes");
    venue_card(paul, "idea", "Une", "everyone");
    int64_t counter = paul->counter;
    venue_do(anna, "edit_board board=wall locked=no");
    venue_card(paul, "other", "Autre", "everyone");
    venue_do(anna, "edit_board board=wall locked=yes");
    fake_peer_cut(paul->peer);
    fake_peer_cut(anna->peer);
    size_t entries = venue_shelf(venue)->count;
    for (size_t server = 0; server < 2; server++)
        for (size_t round = 0; round < 2; round++) {
            struct visitor *again = come_back_at(paul, server, counter);
            venue_card(again, "idea", "Une", "everyone");
            assert_refused(again, REFUSAL_BOARD_LOCKED);
            venue_card(again, "other", "Autre", "everyone");
            assert_int_equal(assert_done(again), 0);
            fake_peer_cut(again->peer);
            venue_crash(venue, server);
            venue_start(venue, server);
        }
    assert_int_equal(venue_shelf(venue)->count, entries);
    venue_do(venue_return(anna, 0, 0, 0), "edit_board board=wall locked=no");
    for (size_t server = 0; server < 2; server++) {
        struct visitor *again = come_back_at(paul, server, counter);
        venue_card(again, "idea", "Une", "everyone");
        assert_int_equal(assert_done(again) > 0, server == 0);
    }
}

/* C5: what was refused on a newer connection, with more accepted there since, is not done after
 * all for waiting elsewhere on one that is gone. */
static void c5_what_was_refused_is_not_done_behind_ones_back(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 1, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_card(pia, "first", "En premier", "everyone");
    venue_card(paul, "idea", "Une", "everyone");
    int64_t counter = paul->counter;
    fake_peer_cut(paul->peer);
    venue_do(anna, "edit_board board=wall locked=yes");
    struct visitor *again = come_back_at(paul, 1, counter);
    venue_card(again, "idea", "Une", "everyone");
    assert_refused(again, REFUSAL_BOARD_LOCKED);
    venue_do(anna, "edit_board board=wall locked=no");
    venue_card(again, "other", "Autre", "everyone");
    assert_true(assert_done(again) > 0);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, 5 * SOON);
    assert_saw(again, "En premier");
    assert_never_saw(again, "Une");
}

/* C9 */
static void c9_commands_are_judged_in_their_order(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_say(paul, "drop_card card=idea");
    venue_card(paul, "idea", "Une idée", "everyone");
    venue_say(paul, "drop_card card=idea");
    venue_wait(venue, SOON);
    assert_true(assert_done(paul) > 0);
    assert_int_equal(visitor_count(paul, MESSAGE_REFUSED), 1);
}

/* C3: neither the asker nor anybody else hears anything before the journal's word. */
static void c3_nothing_is_told_before_the_journal_has_it(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    venue_wait(venue, 5000);
    assert_unanswered(paul);
    assert_never_saw(pia, "Une idée");
    assert_never_saw(paul, "Une idée");
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_done(paul);
    assert_saw(pia, "Une idée");
}

/* A refusal that rests on what is not yet in the journal waits with it. */
static void c3_refusals_wait_for_what_they_rest_on(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_say(anna, "edit_board board=wall locked=yes");
    venue_card(paul, "idea", "Une idée", "everyone");
    assert_unanswered(paul);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_refused(paul, REFUSAL_BOARD_LOCKED);
}

/* Whoever comes while a batch is under way is shown nothing of it. */
static void c3_a_snapshot_holds_nothing_tentative(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_hold(venue->servers[0]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    assert_never_saw(screen, "Une idée");
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_saw(screen, "Une idée");
}

static void what_waits_goes_as_one_batch(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    const struct fake_counts *counts = fake_journal_counts(venue->servers[0]->journal);
    fake_journal_hold(venue->servers[0]->journal, true);
    uint64_t before = counts->appends;
    venue_card(paul, "one", "Une", "everyone");
    for (size_t i = 0; i < 5; i++)
        venue_say(paul, i % 2 ? "edit_card card=one title=Trois" : "edit_card card=one title=Deux");
    venue_wait(venue, SOON);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_int_equal(counts->appends, before + 2);
    assert_int_equal(assert_done(paul), (int64_t)venue_shelf(venue)->position.seq);
}

/* Two servers, the second has not heard of what the first has written. */
static void a_conflict_is_undone_and_decided_again(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    fake_journal_deafen(venue->servers[1]->journal, true);
    venue_card(paul, "idea", "De Paul", "everyone");
    venue_card(pia, "idea", "De Pia", "everyone");
    assert_refused(pia, REFUSAL_ID_TAKEN);
    assert_saw(pia, "De Paul");
    assert_never_saw(paul, "De Pia");
    venue_card(paul, "other", "Encore", "everyone");
    venue_card(pia, "third", "Enfin", "everyone");
    assert_done(pia);
    assert_true(service_metrics(venue->servers[1]->service).conflicts >= 2);
    venue_wait(venue, SOON);
    assert_servers_equal(venue);
}

static void check_unknown(struct venue *venue, enum fake_failure failure)
{
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    size_t entries = venue_shelf(venue)->count;
    fake_journal_fail_append(venue->servers[0]->journal, failure);
    venue_card(paul, "idea", "Une idée", "everyone");
    venue_wait(venue, 5000);
    assert_done(paul);
    assert_saw(pia, "Une idée");
    assert_int_equal(venue_shelf(venue)->count, entries + 1);
    assert_int_equal(service_metrics(venue->servers[0]->service).unknown_outcomes, 1);
    venue_card(paul, "other", "Encore", "everyone");
    assert_done(paul);
}

static void an_append_that_never_arrived_counts_once(void **state)
{
    check_unknown(*state, FAKE_LOST);
}

static void an_append_whose_answer_was_lost_counts_once(void **state)
{
    check_unknown(*state, FAKE_UNHEARD);
}

static void an_append_that_arrives_late_counts_once(void **state)
{
    check_unknown(*state, FAKE_LATE);
}

static void a_join_of_unknown_outcome_brings_the_person_in(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_visit(venue, 0, ROLE_PARTICIPANT);
    fake_journal_fail_append(venue->servers[0]->journal, FAKE_UNHEARD);
    venue_do(paul, "join person=paul name=Paul key=k_paul");
    venue_wait(venue, 1000);
    assert_done(paul);
    assert_int_equal(visitor_welcome(paul)->person, notation_id(&venue->notation, "paul"));
}

/* ---- a journal that stays away ---- */

enum { LONG_TEXT = 3900, LONG_LINE = 2 * LONG_TEXT + 100 };

/* From the text before to this counter's, as long as may be. */
static void say_long_edit(struct visitor *visitor)
{
    char line[LONG_LINE];
    int64_t counter = ++visitor->counter;
    snprintf(line, sizeof line, "edit_text card=idea base='%0*lld' text='%0*lld'", LONG_TEXT,
             (long long)counter - 1, LONG_TEXT, (long long)counter);
    venue_say_again(visitor, counter, line);
}

/* As much as a connection may, until it is closed; a turn for each, so that the one is the last
 * after which it was. */
static void say_all(struct visitor *visitor)
{
    for (size_t i = 0; i < 2 * LIMIT_IN_FLIGHT && !visitor->peer->code; i++) {
        say_long_edit(visitor);
        venue_wait(visitor->venue, 0);
    }
}

/* Whoever comes back again and again fills no memory, and loses nothing by being sent away. */
static void what_waits_for_the_journal_is_bounded(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    size_t entries = venue_shelf(venue)->count;
    int64_t first = paul->counter;
    struct journal *journal = venue->servers[0]->journal;
    fake_journal_away(journal, true);
    while (paul->peer->code != CLOSE_UNAVAILABLE) {
        fake_peer_cut(paul->peer);
        paul = venue_return(paul, 0, 0, 0);
        say_all(paul);
        venue_wait(venue, SOON);
    }
    assert_closed(venue_return(paul, 0, 0, 0), CLOSE_UNAVAILABLE);
    fake_journal_away(journal, false);
    venue_wait(venue, 60000);
    paul->counter -= 2; /* one that was taken, and the one that was not */
    paul = venue_return(paul, 0, 0, 0);
    say_long_edit(paul);
    say_long_edit(paul);
    venue_wait(venue, SOON);
    assert_done(paul);
    assert_int_equal(venue_shelf(venue)->count, entries + (size_t)(paul->counter - first));
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)
#define TWO(test) cmocka_unit_test_setup_teardown(test, venue_setup_two, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(c4_done_comes_after_its_effect),
        ONE(c2_every_command_is_answered_once),
        ONE(c6_a_command_sent_twice_counts_once),
        cmocka_unit_test_setup_teardown(c6_a_client_that_was_forgotten_is_told, setup_snapshots,
                                        venue_teardown),
        ONE(c7_a_refused_command_is_judged_again),
        cmocka_unit_test_setup_teardown(c7_a_refusal_that_is_sent_again_stays_a_refusal,
                                        setup_snapshots, venue_teardown),
        TWO(c5_what_was_refused_is_not_done_behind_ones_back),
        ONE(c9_commands_are_judged_in_their_order),
        ONE(c3_nothing_is_told_before_the_journal_has_it),
        ONE(c3_refusals_wait_for_what_they_rest_on),
        ONE(c3_a_snapshot_holds_nothing_tentative),
        ONE(what_waits_goes_as_one_batch),
        TWO(a_conflict_is_undone_and_decided_again),
        ONE(an_append_that_never_arrived_counts_once),
        ONE(an_append_whose_answer_was_lost_counts_once),
        ONE(an_append_that_arrives_late_counts_once),
        ONE(a_join_of_unknown_outcome_brings_the_person_in),
        ONE(what_waits_for_the_journal_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
