/* Who is told what, in which frames, and how one comes back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "live/workshop.h"
#include "support/venue.h"
#include "wire/frame.h"

static struct frame *last_frame(const struct visitor *visitor)
{
    return visitor->peer->frames[visitor->peer->frame_count - 1];
}

/* The changes of the last changes message. */
static const struct changes *last_changes(const struct visitor *visitor)
{
    for (size_t i = visitor->peer->message_count; i-- > 0;)
        if (visitor->peer->messages[i].type == MESSAGE_CHANGES)
            return &visitor->peer->messages[i].body.changes.changes;
    fail_msg("no changes came");
    return NULL;
}

static void assert_told(const struct visitor *visitor, enum change_operation operation)
{
    const struct changes *changes = last_changes(visitor);
    assert_int_equal(changes->count, 1);
    assert_int_equal(changes->items[0].operation, operation);
}

/* ---- frames ---- */

/* P6: the same for all who see the same, encoded once. */
static void p6_equal_eyes_share_one_frame(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *ben = venue_join(venue, 0, ROLE_ANIMATOR, "ben");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *sam = venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_wait(venue, 5000);
    venue_say(paul, "edit_person person=paul name=Paul");
    venue_say(anna, "add_card card=note board=wall title=Note color=sun x=0 y=0 width=200 "
                    "height=100 audience=animators");
    venue_wait(venue, SOON);
    assert_done(anna);
    assert_ptr_equal(last_frame(pia), last_frame(sam));
    assert_ptr_not_equal(last_frame(pia), last_frame(ben));
    assert_saw(ben, "Note");
    assert_never_saw(pia, "Note");
}

static void p3_snapshot_parts_are_encoded_once(void **state)
{
    struct venue *venue = *state;
    venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *one = venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *other = venue_visit(venue, 0, ROLE_PARTICIPANT);
    assert_ptr_equal(one->peer->frames[1], other->peer->frames[1]);
    assert_int_equal(visitor_seq(one), visitor_seq(other));
}

static void p3_a_large_snapshot_comes_in_parts(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    char text[3500], line[3800];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (int i = 0; i < 60; i++) {
        snprintf(line, sizeof line,
                 "add_card card=c%d board=wall title=T text='%s' color=sun x=0 y=0 width=200 "
                 "height=100 audience=everyone",
                 i, text);
        venue_do(paul, line);
        assert_done(paul);
    }
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    assert_true(visitor_count(screen, MESSAGE_SNAPSHOT) > 3);
    size_t last = 0;
    for (size_t i = 0; i < screen->peer->message_count; i++)
        if (screen->peer->messages[i].type == MESSAGE_SNAPSHOT)
            last += screen->peer->messages[i].body.snapshot.last;
    assert_int_equal(last, 1);
}

/* ---- scopes ---- */

/* S2, to the byte: everybody's outbox is searched for what is not theirs. */
static void s2_what_is_somebodys_alone_reaches_nobody_else(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *tab = venue_return(paul, 0, 0, 0);
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *guest = venue_visit(venue, 0, ROLE_PARTICIPANT);
    struct visitor *organiser = venue_visit(venue, 0, ROLE_ORGANISER);
    venue_card(paul, "mine", "Pour moi seul", "person holder=paul");
    venue_do(paul, "edit_card card=mine text='Encore à moi'");
    venue_card(anna, "ours", "Entre nous", "animators");
    struct visitor *late = venue_visit(venue, 0, ROLE_SCREEN);
    const struct visitor *others[] = {anna, pia, guest, organiser, late};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_never_saw(others[i], "Pour moi seul");
        assert_never_saw(others[i], "Encore");
    }
    assert_saw(tab, "Pour moi seul");
    assert_saw(tab, "Encore");
    assert_saw(organiser, "Entre nous");
    assert_never_saw(paul, "Entre nous");
    assert_never_saw(late, "Entre nous");
    assert_int_equal(visitor_seq(pia), visitor_seq(paul));
}

/* S6: they learn that something happened, never what. */
static void s6_what_one_may_not_see_moves_the_position(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_card(paul, "mine", "Pour moi seul", "person holder=paul");
    assert_int_equal(last_changes(pia)->count, 0);
    assert_int_equal(visitor_seq(pia), assert_done(paul));
}

static void s5_a_card_that_is_withdrawn_and_shown_again(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_card(paul, "idea", "Une idée", "everyone");
    assert_told(pia, CHANGE_PUT);
    venue_do(paul, "edit_card card=idea audience=person holder=paul");
    assert_told(pia, CHANGE_DROP);
    assert_int_equal(last_changes(paul)->count, 1);
    assert_int_not_equal(last_changes(paul)->items[0].operation, CHANGE_DROP);
    venue_do(paul, "edit_card card=idea title='Une autre'");
    assert_int_equal(last_changes(pia)->count, 0);
    assert_never_saw(pia, "Une autre");
    venue_do(paul, "edit_card card=idea audience=everyone");
    assert_told(pia, CHANGE_PUT);
    assert_saw(pia, "Une autre");
}

/* ---- coming back ---- */

/* As many entries. */
static void edit_name(struct visitor *visitor, size_t count)
{
    for (size_t i = 0; i < count; i++)
        venue_do(visitor, i % 2 ? "edit_person person=paul name=Paul"
                                : "edit_person person=paul name=Paula");
}

static void p5_one_resumes_exactly_where_one_was(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    int64_t seq = visitor_seq(pia);
    fake_peer_cut(pia->peer);
    edit_name(paul, 3);
    struct visitor *again = venue_return(pia, 0, 1, seq);
    assert_true(visitor_welcome(again)->resumed);
    assert_int_equal(visitor_count(again, MESSAGE_CHANGES), 1);
    const struct message *changes = fake_peer_find(again->peer, MESSAGE_CHANGES);
    assert_int_equal(changes->body.changes.after, seq);
    assert_int_equal(changes->body.changes.seq, seq + 3);
    struct visitor *current = venue_return(pia, 0, 1, seq + 3);
    assert_true(visitor_welcome(current)->resumed);
    assert_int_equal(visitor_count(current, MESSAGE_CHANGES), 0);
}

/* S2: told to who was there, and to nobody who comes back: in none of their bytes. */
static void s2_what_was_withdrawn_while_one_was_away_never_comes(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *sam = venue_visit(venue, 0, ROLE_SCREEN);
    venue_card(paul, "idea", "Une idée", "everyone");
    venue_card(paul, "other", "Une autre", "everyone");
    int64_t seq = visitor_seq(pia);
    fake_peer_cut(pia->peer);
    venue_do(paul, "edit_card card=idea text='Un secret échappé'");
    venue_do(paul, "edit_card card=idea audience=person holder=paul");
    venue_do(paul, "edit_card card=other text='Un mot de trop'");
    venue_do(paul, "edit_card card=other text='Un mot pesé'");
    venue_card(paul, "brief", "Aussitôt retirée", "everyone");
    venue_do(paul, "edit_card card=brief audience=person holder=paul");
    venue_card(paul, "slip", "Lapsus", "everyone");
    venue_do(paul, "edit_card card=slip title=Regret audience=person holder=paul");
    venue_do(paul, "drop_card card=slip");
    const char *withdrawn[] = {"Un secret", "Un mot de trop", "Aussitôt", "Lapsus", "Regret"};
    struct visitor *again = venue_return(pia, 0, 1, seq);
    assert_true(visitor_welcome(again)->resumed);
    for (size_t i = 0; i < sizeof withdrawn / sizeof *withdrawn; i++) {
        assert_never_saw(again, withdrawn[i]);
        if (i < 4) assert_saw(sam, withdrawn[i]);
    }
    assert_saw(again, "Un mot pesé");
    assert_int_equal(last_changes(again)->count, 2);
    assert_int_equal(visitor_seq(again), visitor_seq(sam));
}

static void p4_no_position_of_another_epoch_or_of_the_future(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    int64_t seq = visitor_seq(paul);
    assert_false(visitor_welcome(venue_return(paul, 0, 2, seq))->resumed);
    assert_false(visitor_welcome(venue_return(paul, 0, 1, seq + 1))->resumed);
    assert_false(visitor_welcome(venue_return(paul, 0, 1, 0))->resumed);
}

static void say_large(struct visitor *visitor, size_t count)
{
    char text[3900], line[4200];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (size_t i = 0; i < count; i++) {
        snprintf(line, sizeof line, "edit_card card=idea text='%s%zu'", text, i % 10);
        venue_say(visitor, line);
        if (i % 16 == 0) venue_wait(visitor->venue, 5);
    }
    venue_wait(visitor->venue, SOON);
    assert_done(visitor);
}

/* P4: what is no longer in the tail needs a snapshot. */
static void p4_who_was_away_too_long_gets_a_snapshot(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Une idée", "everyone");
    int64_t seq = visitor_seq(paul);
    say_large(paul, 1200);
    struct visitor *late = venue_return(paul, 0, 1, seq);
    assert_false(visitor_welcome(late)->resumed);
    struct visitor *lately = venue_return(paul, 0, 1, visitor_seq(paul) - 10);
    assert_true(visitor_welcome(lately)->resumed);
}

/* X5: who does not read is closed; nobody waits for them. */
/* P4: one long message would keep a slow line from saying anything for too long. */
static void p4_who_missed_too_much_for_one_message_gets_a_snapshot(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    int64_t seq[12];
    for (size_t i = 0; i < sizeof seq / sizeof *seq; i++) {
        char line[4200], name[16];
        snprintf(name, sizeof name, "card%zu", i);
        venue_card(paul, name, "Longue", "everyone");
        seq[i] = visitor_seq(paul);
        snprintf(line, sizeof line, "edit_card card=%s text='%03900d'", name, 0);
        venue_do(paul, line);
    }
    assert_false(visitor_welcome(venue_return(paul, 0, 1, seq[0]))->resumed);
    assert_true(visitor_welcome(venue_return(paul, 0, 1, seq[11]))->resumed);
}

static void x5_a_slow_reader_is_closed_and_others_notice_nothing(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *slow = venue_join(venue, 0, ROLE_PARTICIPANT, "slow");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_card(paul, "idea", "Une idée", "everyone");
    fake_peer_set_reads(slow->peer, false);
    say_large(paul, 2200);
    assert_closed(slow, CLOSE_TOO_SLOW);
    assert_int_equal(service_metrics(venue->servers[0]->service).closed_too_slow, 1);
    assert_open(pia);
    assert_int_equal(visitor_seq(pia), visitor_seq(paul));
}

/* ---- under load ---- */

static int setup_hold(void **state)
{
    struct service_settings settings = fake_settings();
    settings.hold_ms = 50;
    struct venue *venue = venue_new_with(1, &settings);
    venue->servers[0]->host->busy = 300;
    *state = venue;
    return 0;
}

static uint64_t batches_of(const struct venue *venue)
{
    return service_metrics(venue->servers[0]->service).batches;
}

static void edit(struct visitor *visitor, size_t count, int64_t pause)
{
    for (size_t i = 0; i < count; i++) {
        char command[64];
        snprintf(command, sizeof command, "edit_card card=idea x=%lld",
                 (long long)visitor->counter);
        venue_say(visitor, command);
        venue_wait(visitor->venue, pause);
    }
    venue_wait(visitor->venue, 4);
}

static void under_load_batches_and_frames_are_fewer_and_nothing_is_lost(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *screens[40];
    for (size_t i = 0; i < 40; i++) screens[i] = venue_visit(venue, 0, ROLE_SCREEN);
    venue_card(paul, "idea", "Une idée", "everyone");
    uint64_t batches = batches_of(venue);
    edit(paul, 400, 4);
    venue_wait(venue, SOON);
    assert_done(paul);
    assert_true(batches_of(venue) - batches < 200);
    for (size_t i = 0; i < 40; i++) {
        assert_int_equal(visitor_seq(screens[i]), visitor_seq(paul));
        assert_true(visitor_count(screens[i], MESSAGE_CHANGES) < 200);
    }
}

static void when_enough_have_come_nobody_waits(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    for (size_t i = 0; i < 100; i++) venue_visit(venue, 0, ROLE_SCREEN);
    venue_card(paul, "idea", "Une idée", "everyone");
    edit(paul, 40, 4);
    venue_wait(venue, SOON);
    uint64_t batches = batches_of(venue);
    edit(paul, 1, 0);
    assert_int_equal(batches_of(venue), batches + 1);
    edit(paul, 15, 0);
    assert_int_equal(batches_of(venue), batches + 1);
    edit(paul, 1, 0);
    assert_int_equal(batches_of(venue), batches + 2);
    assert_done(paul);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(p6_equal_eyes_share_one_frame),
        ONE(p3_snapshot_parts_are_encoded_once),
        ONE(p3_a_large_snapshot_comes_in_parts),
        ONE(s2_what_is_somebodys_alone_reaches_nobody_else),
        ONE(s6_what_one_may_not_see_moves_the_position),
        ONE(s5_a_card_that_is_withdrawn_and_shown_again),
        ONE(p5_one_resumes_exactly_where_one_was),
        ONE(s2_what_was_withdrawn_while_one_was_away_never_comes),
        ONE(p4_no_position_of_another_epoch_or_of_the_future),
        ONE(p4_who_was_away_too_long_gets_a_snapshot),
        ONE(p4_who_missed_too_much_for_one_message_gets_a_snapshot),
        ONE(x5_a_slow_reader_is_closed_and_others_notice_nothing),
        cmocka_unit_test_setup_teardown(under_load_batches_and_frames_are_fewer_and_nothing_is_lost,
                                        setup_hold, venue_teardown),
        cmocka_unit_test_setup_teardown(when_enough_have_come_nobody_waits, setup_hold,
                                        venue_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
