/* What happens to live connections when who may come in, or who sees what, changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/presence.h"
#include "live/workshop.h"
#include "support/venue.h"

static const struct presence *presence_of(const struct venue *venue)
{
    return &fake_server_workshop(venue->servers[0], WORKSHOP)->presence;
}

/* H14, H15: the link's key makes a guest, join a person; what was shown stands. */
static void h15_join_makes_a_person_of_the_guest_in_place(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_visit(venue, 0, ROLE_PARTICIPANT);
    assert_int_equal(visitor_welcome(paul)->person, 0);
    venue_do(paul, "join person=paul name=Paul key=k_paul");
    assert_true(assert_done(paul) > 0);
    assert_int_equal(visitor_welcome(paul)->person, notation_id(&venue->notation, "paul"));
    assert_true(visitor_welcome(paul)->resumed);
    venue_card(paul, "idea", "Idée", "everyone");
    assert_done(paul);
    assert_saw(paul, "Idée");
    assert_int_equal(presence_of(venue)->guests, 0);
}

static void h14_a_guest_may_only_join(void **state)
{
    struct venue *venue = *state;
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    venue_card(guest, "idea", "Idée", "everyone");
    assert_refused(guest, REFUSAL_NOT_JOINED);
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    venue_do(screen, "join person=sam name=Sam key=k_sam");
    assert_refused(screen, REFUSAL_NOT_ALLOWED);
}

static void c20_a_line_of_the_roll_is_taken_once(void **state)
{
    struct venue *venue = *state;
    struct visitor *lea = venue_visit(venue, 0, ROLE_PARTICIPANT);
    struct visitor *other = venue_visit(venue, 0, ROLE_PARTICIPANT);
    venue_do(lea, "join person=lea name=Léa key=k_lea");
    assert_done(lea);
    assert_int_equal(visitor_welcome(lea)->person, notation_id(&venue->notation, "lea"));
    venue_do(other, "join person=lea name=Léo key=k_leo");
    assert_refused(other, REFUSAL_PERSON_TAKEN);
    assert_int_equal(visitor_welcome(other)->person, 0);
}

/* Two joins on one connection, the second sent before the first was answered. */
static void two_joins_at_once_leave_nobody_behind(void **state)
{
    struct venue *venue = *state;
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    venue_say(guest, "join person=one name=One key=k_one");
    venue_say(guest, "join person=two name=Two key=k_two");
    venue_wait(venue, SOON);
    assert_int_equal(presence_of(venue)->guests, 0);
    fake_peer_cut(guest->peer);
    venue_wait(venue, 3000);
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    const struct message *presence = fake_peer_find(screen->peer, MESSAGE_PRESENCE);
    assert_null(presence->body.presence.came);
    assert_int_equal(presence_of(venue)->guests, 1);
}

/* C6: a join that is sent again after a cut brings the person in. */
static void c6_a_join_sent_again_brings_the_person_in(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_peer_cut(paul->peer);
    paul->key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT);
    struct visitor *again = venue_return(paul, 0, 0, 0);
    venue_say_again(again, 1, "join person=paul name=paul key=k_paul");
    venue_wait(venue, SOON);
    assert_int_equal(assert_done(again), 0);
    assert_int_equal(visitor_welcome(again)->person, notation_id(&venue->notation, "paul"));
}

static void a_join_sent_again_after_a_removal_is_closed(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_peer_cut(paul->peer);
    venue_do(anna, "remove_person person=paul");
    paul->key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT);
    struct visitor *again = venue_return(paul, 0, 0, 0);
    venue_say_again(again, 1, "join person=paul name=paul key=k_paul");
    venue_wait(venue, SOON);
    assert_closed(again, CLOSE_REVOKED);
}

/* One batch lets somebody in and stops the link they came by. */
static void c23_who_joins_while_the_link_is_revoked_has_joined(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_visit(venue, 0, ROLE_PARTICIPANT);
    venue_say(paul, "join person=paul name=Paul key=k_paul");
    venue_say(anna, "revoke_invitation invitation=participant_link expel=no");
    venue_wait(venue, SOON);
    assert_done(anna);
    assert_done(paul);
    assert_open(paul);
    assert_int_equal(visitor_welcome(paul)->person, notation_id(&venue->notation, "paul"));
    assert_int_equal(presence_of(venue)->guests, 0);
}

static void h15_a_change_of_role_gives_new_eyes(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(anna, "note", "Entre nous", "animators");
    assert_never_saw(paul, "Entre nous");
    venue_do(anna, "edit_person person=paul role=animator");
    assert_int_equal(visitor_welcome(paul)->role, ROLE_ANIMATOR);
    assert_false(visitor_welcome(paul)->resumed);
    assert_saw(paul, "Entre nous");
    assert_int_equal(visitor_count(anna, MESSAGE_WELCOME), 2);
}

/* S2: one batch takes somebody's role away and then writes what they may no longer see. */
static void s2_who_loses_a_role_hears_nothing_of_what_follows(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *zoe = venue_join(venue, 0, ROLE_ANIMATOR, "zoe");
    venue_say(anna, "edit_person person=zoe role=participant");
    venue_card(anna, "note", "Entre nous", "animators");
    assert_done(anna);
    assert_int_equal(visitor_welcome(zoe)->role, ROLE_PARTICIPANT);
    assert_never_saw(zoe, "Entre nous");
}

static void s2_who_is_taken_out_hears_nothing_of_what_follows(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_say(anna, "remove_person person=paul");
    venue_card(anna, "idea", "Après son départ", "everyone");
    assert_done(anna);
    assert_closed(paul, CLOSE_REVOKED);
    assert_never_saw(paul, "Après son départ");
}

static int64_t last_changes(const struct visitor *visitor)
{
    int64_t seq = 0;
    for (size_t i = 0; i < visitor->peer->message_count; i++)
        if (visitor->peer->messages[i].type == MESSAGE_CHANGES)
            seq = visitor->peer->messages[i].body.changes.seq;
    return seq;
}

/* P4: cut after the last changes, before the snapshot that new eyes need. */
static void p4_a_cut_before_the_snapshot_of_new_eyes_leaves_no_hole(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(anna, "note", "Entre nous", "animators");
    venue_say(anna, "edit_person person=paul role=animator");
    venue_card(anna, "idea", "Idée", "everyone");
    fake_peer_cut(paul->peer);
    struct visitor *again = venue_return(paul, 0, 1, last_changes(paul));
    assert_false(visitor_welcome(again)->resumed);
    assert_saw(again, "Entre nous");
}

static void x7_removing_a_person_closes_their_connections(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *tab = venue_return(paul, 0, 0, 0);
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_do(anna, "remove_person person=paul");
    assert_done(anna);
    assert_closed(paul, CLOSE_REVOKED);
    assert_closed(tab, CLOSE_REVOKED);
    assert_open(pia);
    struct visitor *again = venue_return(paul, 0, 0, 0);
    assert_closed(again, CLOSE_UNKNOWN_KEY);
}

static void c23_revoking_a_link_closes_its_guests_only(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    venue_do(anna, "revoke_invitation invitation=participant_link expel=no");
    assert_done(anna);
    assert_closed(guest, CLOSE_REVOKED);
    assert_open(paul);
    assert_open(screen);
    assert_closed(venue_visit(venue, 0, ROLE_PARTICIPANT), CLOSE_UNKNOWN_KEY);
    assert_open(venue_return(paul, 0, 0, 0));
}

static void c23_expelling_closes_everybody_of_the_link(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    venue_do(anna, "revoke_invitation invitation=participant_link expel=yes");
    assert_done(anna);
    assert_closed(guest, CLOSE_REVOKED);
    assert_closed(paul, CLOSE_REVOKED);
    assert_open(anna);
}

/* X7, on every server. */
static void x7_the_other_server_closes_too(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 1, ROLE_PARTICIPANT, "paul");
    struct visitor *guest = venue_visit(venue, 1, ROLE_PARTICIPANT);
    venue_do(anna, "remove_person person=paul");
    assert_closed(paul, CLOSE_REVOKED);
    assert_open(guest);
    venue_do(anna, "revoke_invitation invitation=participant_link expel=no");
    assert_closed(guest, CLOSE_REVOKED);
}

static void x6_the_ninth_connection_closes_the_oldest(void **state)
{
    struct venue *venue = *state;
    struct visitor *tabs[LIMIT_CONNECTIONS_PER_PERSON + 1];
    tabs[0] = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    for (size_t i = 1; i <= LIMIT_CONNECTIONS_PER_PERSON; i++) {
        assert_open(tabs[0]);
        tabs[i] = venue_return(tabs[0], 0, 0, 0);
    }
    assert_closed(tabs[0], CLOSE_ELSEWHERE);
    for (size_t i = 1; i <= LIMIT_CONNECTIONS_PER_PERSON; i++) assert_open(tabs[i]);
}

/* All of them come while the workshop is being opened: they are let in newest first. */
static void x6_nine_connections_at_once_stop_nobody(void **state)
{
    struct venue *venue = *state;
    struct visitor *tabs[LIMIT_CONNECTIONS_PER_PERSON + 1];
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_peer_cut(paul->peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    for (size_t i = 0; i <= LIMIT_CONNECTIONS_PER_PERSON; i++) {
        tabs[i] = venue_connect(venue, 0);
        visitor_hello(tabs[i], WORKSHOP, &paul->key, 0, 0);
    }
    venue_wait(venue, SOON);
    assert_open(tabs[0]);
    assert_closed(tabs[1], CLOSE_ELSEWHERE);
    for (size_t i = 2; i <= LIMIT_CONNECTIONS_PER_PERSON; i++) assert_open(tabs[i]);
}

/* The guest is older than all tabs of the person it becomes. */
static void x6_a_guest_that_becomes_the_ninth_stays(void **state)
{
    struct venue *venue = *state;
    struct visitor *tabs[LIMIT_CONNECTIONS_PER_PERSON];
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    tabs[0] = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    for (size_t i = 1; i < LIMIT_CONNECTIONS_PER_PERSON; i++)
        tabs[i] = venue_return(tabs[0], 0, 0, 0);
    guest->client = tabs[0]->client;
    venue_say_again(guest, 1, "join person=paul name=Paul key=k_paul");
    venue_wait(venue, SOON);
    assert_int_equal(visitor_welcome(guest)->person, notation_id(&venue->notation, "paul"));
    assert_open(guest);
    assert_closed(tabs[0], CLOSE_ELSEWHERE);
}

/* H16: the organiser key with a workshop's id sees what animators see, and joins never. */
static void h16_an_organiser_looks_in(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *organiser = venue_visit(venue, 0, ROLE_ORGANISER);
    assert_int_equal(visitor_welcome(organiser)->role, ROLE_ORGANISER);
    venue_card(anna, "note", "Entre nous", "animators");
    assert_saw(organiser, "Entre nous");
    venue_do(organiser, "join person=olga name=Olga key=k_olga");
    assert_refused(organiser, REFUSAL_NOT_ALLOWED);
    venue_do(organiser, "edit_workshop workshop=workshop closed=yes");
    assert_done(organiser);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)
#define TWO(test) cmocka_unit_test_setup_teardown(test, venue_setup_two, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(h15_join_makes_a_person_of_the_guest_in_place),
        ONE(h14_a_guest_may_only_join),
        ONE(c20_a_line_of_the_roll_is_taken_once),
        ONE(two_joins_at_once_leave_nobody_behind),
        ONE(c6_a_join_sent_again_brings_the_person_in),
        ONE(a_join_sent_again_after_a_removal_is_closed),
        ONE(c23_who_joins_while_the_link_is_revoked_has_joined),
        ONE(h15_a_change_of_role_gives_new_eyes),
        ONE(s2_who_loses_a_role_hears_nothing_of_what_follows),
        ONE(s2_who_is_taken_out_hears_nothing_of_what_follows),
        ONE(p4_a_cut_before_the_snapshot_of_new_eyes_leaves_no_hole),
        ONE(x7_removing_a_person_closes_their_connections),
        ONE(c23_revoking_a_link_closes_its_guests_only),
        ONE(c23_expelling_closes_everybody_of_the_link),
        TWO(x7_the_other_server_closes_too),
        ONE(x6_the_ninth_connection_closes_the_oldest),
        ONE(x6_nine_connections_at_once_stop_nobody),
        ONE(x6_a_guest_that_becomes_the_ninth_stays),
        ONE(h16_an_organiser_looks_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
