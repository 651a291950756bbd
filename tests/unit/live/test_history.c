/* The journal fails, forgets, is written to by others: what the workshop makes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "live/workshop.h"
#include "support/states.h"
#include "support/venue.h"

enum { VERIFIED = 15000 /* ms: by then every server has asked the journal */ };

static void fill(struct visitor *visitor, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char name[24];
        snprintf(name, sizeof name, "c%zu_%llu", i, (unsigned long long)visitor->client);
        venue_card(visitor, name, name, "everyone");
        assert_done(visitor);
    }
}

/* ---- opening ---- */

static void a_workshop_opens_again_from_its_journal(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    struct state *before = state_copy(venue_workshop(venue, 0)->history.state);
    fake_peer_cut(paul->peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    struct visitor *again = venue_return(paul, 0, 0, 0);
    assert_saw(again, "Une idée");
    assert_true(state_equal(before, venue_workshop(venue, 0)->history.state));
    state_free(before);
}

/* P4: a position outlives the server. */
static void p4_one_resumes_from_a_server_that_was_restarted(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    int64_t seq = visitor_seq(paul);
    venue_card(pia, "idea", "Une idée", "everyone");
    fake_peer_cut(paul->peer);
    fake_peer_cut(pia->peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    struct visitor *again = venue_return(paul, 0, 1, seq - 1);
    assert_true(visitor_welcome(again)->resumed);
    assert_saw(again, "Une idée");
    assert_int_equal(visitor_count(again, MESSAGE_SNAPSHOT), 0);
}

static void c6_counters_outlive_the_server(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    size_t entries = venue_shelf(venue)->count;
    fake_peer_cut(paul->peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    struct visitor *again = venue_return(paul, 0, 0, 0);
    again->counter--;
    venue_card(again, "idea", "Une idée", "everyone");
    assert_int_equal(assert_done(again), 0);
    assert_int_equal(venue_shelf(venue)->count, entries);
}

static int setup_snapshots(void **state)
{
    struct service_settings settings = fake_settings();
    settings.snapshot_every = 4;
    *state = venue_new_with(1, &settings);
    return 0;
}

static void snapshot_and_tail_give_the_same_state(void **given)
{
    struct venue *venue = *given;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fill(paul, 7);
    assert_true(venue_shelf(venue)->snapshots[1].seq > 0);
    assert_true(venue_shelf(venue)->snapshots[1].seq < venue_shelf(venue)->position.seq);
    struct state *before = state_copy(venue_workshop(venue, 0)->history.state);
    fake_peer_cut(paul->peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    venue_return(paul, 0, 0, 0);
    assert_true(state_equal(before, venue_workshop(venue, 0)->history.state));
    state_free(before);
}

static void a_snapshot_that_cannot_be_read_is_passed_over(void **given)
{
    struct venue *venue = *given;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fill(paul, 6);
    struct state *before = state_copy(venue_workshop(venue, 0)->history.state);
    fake_peer_cut(paul->peer);
    venue_crash(venue, 0);
    venue_shelf(venue)->snapshots[1].bytes->data[12] ^= 0x55;
    venue_start(venue, 0);
    venue_return(paul, 0, 0, 0);
    assert_true(state_equal(before, venue_workshop(venue, 0)->history.state));
    state_free(before);
}

static void an_idle_workshop_is_put_away_with_a_snapshot(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_peer_cut(paul->peer);
    venue_wait(venue, 59000);
    assert_non_null(venue_workshop(venue, 0));
    venue_wait(venue, 6000);
    assert_null(venue_workshop(venue, 0));
    assert_int_equal(venue_shelf(venue)->snapshots[1].seq, venue_shelf(venue)->position.seq);
    assert_open(venue_return(paul, 0, 0, 0));
}

static void a_journal_that_is_away_sends_people_to_try_again(void **state)
{
    struct venue *venue = *state;
    venue_crash(venue, 0);
    venue_start(venue, 0);
    fake_journal_away(venue->servers[0]->journal, true);
    assert_closed(venue_visit(venue, 0, ROLE_PARTICIPANT), CLOSE_UNAVAILABLE);
    fake_journal_away(venue->servers[0]->journal, false);
    venue_wait(venue, 3000);
    assert_open(venue_visit(venue, 0, ROLE_PARTICIPANT));
}

static void an_entry_that_cannot_be_read_closes_as_damaged(void **state)
{
    struct venue *venue = *state;
    venue_crash(venue, 0);
    venue_shelf(venue)->entries[0]->data[0] ^= 0x55;
    venue_start(venue, 0);
    assert_closed(venue_visit(venue, 0, ROLE_PARTICIPANT), CLOSE_DAMAGED);
}

/* ---- following ---- */

static void a_hint_that_is_lost_is_made_up_for(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    fake_journal_deafen(venue->servers[1]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    assert_never_saw(pia, "Une idée");
    venue_wait(venue, VERIFIED);
    assert_saw(pia, "Une idée");
}

/* A client that moves over from a server that is further on. */
static void a_hello_from_further_on_takes_nobody_back(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    fake_journal_deafen(venue->servers[1]->journal, true);
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_peer_cut(paul->peer);
    struct visitor *again = venue_return(paul, 1, 1, visitor_seq(paul));
    assert_true(visitor_welcome(again)->resumed);
    assert_int_equal(visitor_count(again, MESSAGE_CHANGES), 0);
    struct visitor *ahead = venue_return(paul, 1, 1, visitor_seq(paul) + 1000);
    assert_false(visitor_welcome(ahead)->resumed);
}

/* Each wrong key makes the server ask the journal, and while it asks nothing is decided. */
static void wrong_keys_keep_nobody_from_working(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct secret wrong = venue_key("wrong");
    size_t done = visitor_count(paul, MESSAGE_DONE);
    struct visitor *stranger = NULL;
    for (size_t i = 0; i < 20; i++) {
        stranger = venue_connect(venue, 0);
        visitor_hello(stranger, WORKSHOP, &wrong, 0, 0);
        if (i == 0) venue_say(paul, "edit_person person=paul name=Paule");
        venue_wait(venue, 1);
    }
    assert_int_equal(visitor_count(paul, MESSAGE_DONE), done + 1);
    venue_wait(venue, SOON);
    assert_closed(stranger, CLOSE_UNKNOWN_KEY);
}

/* Joined on one server, back on another that has not heard of it. */
static void nobody_is_turned_away_before_the_journal_was_asked(void **state)
{
    struct venue *venue = *state;
    venue_visit(venue, 1, ROLE_SCREEN);
    fake_journal_deafen(venue->servers[1]->journal, true);
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_peer_cut(paul->peer);
    struct visitor *again = venue_return(paul, 1, 0, 0);
    assert_open(again);
    assert_int_equal(visitor_welcome(again)->person, notation_id(&venue->notation, "paul"));
    again->key = venue_key("wrong");
    assert_closed(venue_return(again, 1, 0, 0), CLOSE_UNKNOWN_KEY);
}

static void tell_position(const struct venue *venue, uint64_t epoch, uint64_t seq)
{
    const struct journal_follower *follower = &venue_workshop(venue, 0)->history.follower;
    follower->on_position(follower->context, (struct journal_position){.epoch = epoch, .seq = seq});
}

/* J7: while a read is under way a late position comes after a newer one. */
static void j7_a_late_position_does_not_hide_a_newer_one(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    fake_journal_deafen(venue->servers[0]->journal, true);
    uint64_t here = venue_workshop(venue, 0)->history.position.seq;
    tell_position(venue, 1, here + 1);
    venue_wait(venue, 1);
    tell_position(venue, 1, here + 1);
    tell_position(venue, 1, here - 1);
    (void)paul;
    venue_card(pia, "idea", "Une idée", "everyone");
    assert_int_equal(venue_workshop(venue, 0)->history.position.seq, here + 1);
}

/* ---- what the store loses ---- */

static void a_lost_tail_is_written_back(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fill(paul, 5);
    uint64_t seq = venue_shelf(venue)->position.seq;
    assert_int_equal(fake_store_lose(venue->store, WORKSHOP, seq - 3), 3);
    venue_card(paul, "last", "La dernière", "everyone");
    venue_wait(venue, 1000);
    assert_done(paul);
    assert_int_equal(venue_shelf(venue)->position.seq, seq + 1);
    assert_int_equal(venue_shelf(venue)->position.epoch, 1);
    assert_open(paul);
    assert_int_equal(visitor_count(paul, MESSAGE_WELCOME), 2);
}

/* P1: history was lost, so there is a new epoch, and everybody gets what there is. */
static void p1_what_is_too_long_gone_is_replaced(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fill(paul, 3);
    fake_peer_cut(paul->peer);
    venue_wait(venue, 70000); /* put away: what opens again has a snapshot and no tail */
    assert_null(venue_workshop(venue, 0));
    struct visitor *again = venue_return(paul, 0, 0, 0);
    fake_store_lose(venue->store, WORKSHOP, 2);
    venue_card(again, "last", "La dernière", "everyone");
    venue_wait(venue, 1000);
    assert_done(again);
    assert_int_equal(visitor_epoch(again), 2);
    assert_saw(again, "c2_");
    assert_int_equal(venue_shelf(venue)->position.epoch, 2);
}

static void a_journal_that_forgot_the_workshop_is_given_it_back(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_store_forget(venue->store, WORKSHOP);
    venue_card(paul, "last", "La dernière", "everyone");
    venue_wait(venue, 2000);
    assert_done(paul);
    fake_peer_cut(paul->peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    struct visitor *again = venue_return(paul, 0, 0, 0);
    assert_saw(again, "Une idée");
    assert_saw(again, "La dernière");
}

/* Nothing else stands for the entries before it. */
static void a_replacement_that_cannot_be_read_closes_as_damaged(void **state)
{
    struct venue *venue = *state;
    p1_what_is_too_long_gone_is_replaced(state);
    for (size_t i = 0; i < venue->visitor_count; i++) fake_peer_cut(venue->visitors[i].peer);
    venue_crash(venue, 0);
    assert_true(venue_shelf(venue)->first > 1);
    venue_shelf(venue)->snapshots[1].bytes->data[12] ^= 0x55;
    venue_start(venue, 0);
    assert_closed(venue_visit(venue, 0, ROLE_PARTICIPANT), CLOSE_DAMAGED);
}

/* The store lost what one server had, the other wrote on: their memories have parted. */
static void check_parted(struct venue *venue, const char *const *written, size_t count)
{
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    fake_journal_deafen(venue->servers[1]->journal, true);
    uint64_t seq = venue_shelf(venue)->position.seq;
    venue_card(paul, "one", "Une", "everyone");
    venue_card(paul, "two", "Deux", "everyone");
    fake_journal_deafen(venue->servers[0]->journal, true);
    fake_store_lose(venue->store, WORKSHOP, seq);
    for (size_t i = 0; i < count; i++) {
        venue_card(pia, written[i], written[i], "everyone");
        assert_done(pia);
    }
    venue_card(paul, "last", "La dernière", "everyone");
    venue_wait(venue, 2 * VERIFIED);
    venue_card(pia, "after", "Ensuite", "everyone");
    assert_done(pia);
    venue_wait(venue, 2 * VERIFIED);
    assert_open(paul);
    assert_open(pia);
    assert_servers_equal(venue);
    assert_true(venue_shelf(venue)->position.epoch > 1);
    for (size_t i = 0; i < count; i++) assert_saw(paul, written[i]);
    assert_saw(paul, "Ensuite");
    assert_open(venue_visit(venue, 1, ROLE_ORGANISER));
}

static void a_tail_is_not_written_behind_what_others_wrote(void **state)
{
    const char *const written[] = {"autre"};
    check_parted(*state, written, 1);
}

static void an_equal_length_hides_no_parting(void **state)
{
    const char *const written[] = {"autre", "encore"};
    check_parted(*state, written, 2);
}

static void a_longer_journal_hides_no_parting(void **state)
{
    const char *const written[] = {"autre", "encore", "enfin"};
    check_parted(*state, written, 3);
}

static uint64_t epochs_begun(const struct venue *venue, size_t server)
{
    return service_metrics(venue->servers[server]->service).epochs_begun;
}

/* J2: the store has lost an entry and another server has written one, so that the numbers are the
 * same. What is asked now is not put behind a past that is gone: it is decided anew, and stays. */
static void j2_nothing_is_written_behind_a_past_that_is_gone(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    fake_journal_deafen(venue->servers[1]->journal, true);
    uint64_t seq = venue_shelf(venue)->position.seq;
    venue_card(paul, "one", "Une", "everyone");
    fake_journal_deafen(venue->servers[0]->journal, true);
    fake_store_lose(venue->store, WORKSHOP, seq);
    venue_card(pia, "other", "Une autre", "everyone");
    assert_int_equal(venue_shelf(venue)->position.seq, seq + 1);
    venue_card(paul, "last", "La dernière", "everyone");
    assert_done(paul);
    assert_saw(paul, "Une autre");
    assert_int_equal(epochs_begun(venue, 0), 1);
    assert_int_equal(visitor_epoch(paul), 2);
    venue_wait(venue, 2 * VERIFIED);
    assert_saw(pia, "La dernière");
    assert_servers_equal(venue);
}

/* ---- coming back from a history that is gone ---- */

enum { PATIENCE = 4000 /* ms; longer than another server is given to write back */ };

/* The server dies, and its store comes back with nothing after seq. */
static void restore(struct venue *venue, uint64_t seq)
{
    for (size_t i = 0; i < venue->visitor_count; i++) fake_peer_cut(venue->visitors[i].peer);
    venue_crash(venue, 0);
    fake_store_lose(venue->store, WORKSHOP, seq);
    venue_start(venue, 0);
}

static void assert_fresh(const struct visitor *visitor, int64_t epoch)
{
    assert_false(visitor_welcome(visitor)->resumed);
    assert_int_equal(visitor_epoch(visitor), epoch);
    assert_int_equal(visitor_count(visitor, MESSAGE_WELCOME), 1);
}

static void p10_a_client_further_than_the_journal_proves_a_loss(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    uint64_t seq = venue_shelf(venue)->position.seq;
    venue_card(paul, "one", "Une", "everyone");
    int64_t told = visitor_seq(paul);
    restore(venue, seq);
    struct visitor *here = venue_return(anna, 0, 1, (int64_t)seq);
    assert_true(visitor_welcome(here)->resumed); /* what she knows is there */
    struct visitor *back = venue_return(paul, 0, 1, told);
    assert_int_equal(visitor_count(back, MESSAGE_WELCOME), 0);
    venue_wait(venue, PATIENCE);
    assert_fresh(back, 2);
    assert_int_equal(epochs_begun(venue, 0), 1);
    assert_int_equal(venue_shelf(venue)->position.epoch, 2);
    assert_int_equal(visitor_epoch(here), 2);
    back->counter--; /* what is lost with its counter may come again with it */
    venue_card(back, "two", "Deux", "everyone");
    assert_saw(here, "Deux");
}

/* As many have been written since as were lost. */
static void p10_numbers_of_another_history_prove_a_loss(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    uint64_t seq = venue_shelf(venue)->position.seq;
    venue_card(paul, "one", "Une", "everyone");
    int64_t told = visitor_seq(paul);
    restore(venue, seq);
    pia = venue_return(pia, 0, 0, 0);
    venue_card(pia, "other", "Une autre", "everyone");
    venue_card(pia, "more", "Encore", "everyone");
    struct visitor *back = venue_return(paul, 0, 1, told);
    venue_wait(venue, PATIENCE);
    assert_fresh(back, 2);
    assert_saw(back, "Une autre");
    assert_never_saw(back, "Une\"");
    assert_int_equal(epochs_begun(venue, 0), 1);
}

/* Nobody is believed but with a mark that a server gave for just that position. */
static void p10_nobody_makes_up_a_loss(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "one", "Une", "everyone");
    int64_t told = visitor_seq(paul);
    uint64_t mark = visitor_mark(paul, told);
    assert_true(mark != 0);
    const struct {
        int64_t epoch, seq;
        uint64_t mark;
    } lies[] = {{1, told + 1, mark}, {1, told + 1, mark ^ 1},   {2, told, mark},
                {1, told, mark ^ 1}, {1, told, mark ^ 1 << 30}, {1, told + 1, 0}};
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        struct visitor *liar = venue_connect(venue, 0);
        liar->mark = lies[i].mark;
        visitor_hello(liar, WORKSHOP, &paul->key, lies[i].epoch, lies[i].seq);
        venue_wait(venue, SOON);
        assert_fresh(liar, 1);
    }
    venue_wait(venue, PATIENCE);
    assert_int_equal(epochs_begun(venue, 0), 0);
    struct visitor *back = venue_return(paul, 0, 1, told);
    assert_true(visitor_welcome(back)->resumed);
}

/* The other server still has what the store has lost, and writes it back in time. */
static void p10_what_another_server_writes_back_is_not_lost(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    fake_journal_deafen(venue->servers[1]->journal, true);
    uint64_t seq = venue_shelf(venue)->position.seq;
    venue_card(paul, "one", "Une", "everyone");
    int64_t told = visitor_seq(paul);
    fake_store_lose(venue->store, WORKSHOP, seq);
    struct visitor *back = venue_return(paul, 1, 1, told);
    assert_int_equal(visitor_count(back, MESSAGE_WELCOME), 0);
    venue_card(paul, "two", "Deux", "everyone"); /* which finds out */
    venue_wait(venue, PATIENCE);
    assert_true(visitor_welcome(back)->resumed);
    assert_int_equal(visitor_epoch(back), 1);
    assert_saw(back, "Deux");
    assert_int_equal(epochs_begun(venue, 0) + epochs_begun(venue, 1), 0);
    assert_open(pia);
}

/* A store of before an epoch: the next one is none that ever was. */
static void p10_a_new_epoch_is_above_all_that_were_told(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    uint64_t seq = venue_shelf(venue)->position.seq;
    venue_card(paul, "one", "Une", "everyone");
    restore(venue, seq);
    struct visitor *back = venue_return(paul, 0, 1, visitor_seq(paul));
    venue_wait(venue, PATIENCE);
    assert_fresh(back, 2);
    int64_t told = visitor_seq(back);
    uint64_t mark = visitor_mark(back, told);
    fake_peer_cut(back->peer);
    venue_crash(venue, 0);
    venue_shelf(venue)->position.epoch = 1;
    venue_start(venue, 0);
    struct visitor *again = venue_connect(venue, 0);
    again->mark = mark;
    visitor_hello(again, WORKSHOP, &paul->key, 2, told);
    venue_wait(venue, PATIENCE);
    assert_fresh(again, 3);
}

/* Somebody came in by an entry that is gone for good. */
static void who_is_in_no_history_any_more_is_closed(void **state)
{
    struct venue *venue = *state;
    struct visitor *pia = venue_join(venue, 1, ROLE_PARTICIPANT, "pia");
    uint64_t seq = venue_shelf(venue)->position.seq;
    fake_journal_deafen(venue->servers[1]->journal, true);
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_deafen(venue->servers[0]->journal, true);
    fake_store_lose(venue->store, WORKSHOP, seq);
    venue_card(pia, "one", "Une", "everyone");
    venue_card(pia, "two", "Deux", "everyone");
    venue_wait(venue, 2 * VERIFIED);
    assert_closed(paul, CLOSE_REVOKED);
    assert_open(pia);
    assert_servers_equal(venue);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)
#define TWO(test) cmocka_unit_test_setup_teardown(test, venue_setup_two, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(a_workshop_opens_again_from_its_journal),
        ONE(p4_one_resumes_from_a_server_that_was_restarted),
        ONE(c6_counters_outlive_the_server),
        cmocka_unit_test_setup_teardown(snapshot_and_tail_give_the_same_state, setup_snapshots,
                                        venue_teardown),
        cmocka_unit_test_setup_teardown(a_snapshot_that_cannot_be_read_is_passed_over,
                                        setup_snapshots, venue_teardown),
        ONE(an_idle_workshop_is_put_away_with_a_snapshot),
        ONE(a_journal_that_is_away_sends_people_to_try_again),
        ONE(an_entry_that_cannot_be_read_closes_as_damaged),
        TWO(a_hint_that_is_lost_is_made_up_for),
        TWO(a_hello_from_further_on_takes_nobody_back),
        ONE(wrong_keys_keep_nobody_from_working),
        TWO(nobody_is_turned_away_before_the_journal_was_asked),
        TWO(j7_a_late_position_does_not_hide_a_newer_one),
        ONE(a_lost_tail_is_written_back),
        ONE(p1_what_is_too_long_gone_is_replaced),
        ONE(a_replacement_that_cannot_be_read_closes_as_damaged),
        ONE(a_journal_that_forgot_the_workshop_is_given_it_back),
        TWO(a_tail_is_not_written_behind_what_others_wrote),
        TWO(an_equal_length_hides_no_parting),
        TWO(a_longer_journal_hides_no_parting),
        TWO(j2_nothing_is_written_behind_a_past_that_is_gone),
        ONE(p10_a_client_further_than_the_journal_proves_a_loss),
        ONE(p10_numbers_of_another_history_prove_a_loss),
        ONE(p10_nobody_makes_up_a_loss),
        TWO(p10_what_another_server_writes_back_is_not_lost),
        ONE(p10_a_new_epoch_is_above_all_that_were_told),
        TWO(who_is_in_no_history_any_more_is_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
