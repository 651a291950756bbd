/* One client, from its first byte to its last. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"
#include "core/changes.h"
#include "support/venue.h"
#include "wire/encode.h"

#define CARD \
    "add_card card=idea board=wall title=Idée color=sun x=0 y=0 width=200 height=100 " \
    "audience=everyone"

/* ---- hello ---- */

static void h11_a_hello_must_come_within_ten_seconds(void **state)
{
    struct venue *venue = *state;
    struct visitor *silent = venue_connect(venue, 0);
    venue_wait(venue, LIMIT_HELLO_MS - 100);
    assert_open(silent);
    venue_wait(venue, 3000);
    assert_closed(silent, CLOSE_NO_HELLO);
}

static void h12_another_version_is_closed(void **state)
{
    struct venue *venue = *state;
    struct visitor *visitor = venue_connect(venue, 0);
    struct message hello = {.type = MESSAGE_HELLO};
    hello.body.hello = (struct message_hello){.version = PROTOCOL_VERSION + 1,
                                              .schema = PROTOCOL_SCHEMA,
                                              .workshop = WORKSHOP,
                                              .key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT)};
    fake_peer_send(visitor->peer, &hello);
    venue_wait(venue, SOON);
    assert_closed(visitor, CLOSE_WRONG_VERSION);
}

static void h19_a_client_of_another_schema_is_closed(void **state)
{
    struct venue *venue = *state;
    const int64_t others[] = {PROTOCOL_SCHEMA + 1, 0, INT64_C(0xffffffffffff)};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct visitor *visitor = venue_connect(venue, 0);
        struct message hello = {.type = MESSAGE_HELLO};
        hello.body.hello = (struct message_hello){.version = PROTOCOL_VERSION,
                                                  .schema = others[i],
                                                  .workshop = WORKSHOP,
                                                  .key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT)};
        fake_peer_send(visitor->peer, &hello);
        venue_wait(venue, SOON);
        assert_closed(visitor, CLOSE_WRONG_VERSION);
        assert_int_equal(visitor->peer->frame_count, 0);
    }
}

/* A hello that has had a field more or less, or one of another kind, is of another version; anything
 * else is nonsense. */
static void h19_a_hello_that_is_made_otherwise_is_of_another_version(void **state)
{
    struct venue *venue = *state;
    static const uint8_t shorter[] = {0x93, MESSAGE_HELLO, 1, 0}, mere[] = {0x91, MESSAGE_HELLO},
                         cut[] = {0x93, MESSAGE_HELLO, 1}, other[] = {0x93, MESSAGE_LIST, 1, 0},
                         changed[] = {0x99, MESSAGE_HELLO, PROTOCOL_VERSION, 0, 0, 0, 0, 0, 0, 0},
                         later[] = {0x99, MESSAGE_HELLO, PROTOCOL_VERSION + 1, 0, 0, 0, 0, 0, 0, 0},
                         neither[] = {0x99, MESSAGE_HELLO, 0xa0, 0, 0, 0, 0, 0, 0, 0};
    static const struct {
        const uint8_t *bytes;
        size_t length;
        enum close_code code;
    } firsts[] = {{shorter, sizeof shorter, CLOSE_WRONG_VERSION},
                  {mere, sizeof mere, CLOSE_WRONG_VERSION},
                  {changed, sizeof changed, CLOSE_WRONG_VERSION},
                  {later, sizeof later, CLOSE_WRONG_VERSION},
                  {neither, sizeof neither, CLOSE_BAD_MESSAGE},
                  {cut, sizeof cut, CLOSE_BAD_MESSAGE},
                  {other, sizeof other, CLOSE_BAD_MESSAGE}};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        struct visitor *visitor = venue_connect(venue, 0);
        fake_peer_send_bytes(visitor->peer, firsts[i].bytes, firsts[i].length);
        venue_wait(venue, SOON);
        assert_closed(visitor, firsts[i].code);
    }
}

static void h12_a_workshop_that_is_not_there(void **state)
{
    struct venue *venue = *state;
    struct visitor *visitor = venue_connect(venue, 0);
    struct secret key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT);
    visitor_hello(visitor, WORKSHOP + 1, &key, 0, 0);
    venue_wait(venue, SOON);
    assert_closed(visitor, CLOSE_UNKNOWN_WORKSHOP);
}

static void h12_a_key_that_opens_nothing(void **state)
{
    struct venue *venue = *state;
    struct secret key = venue_key("nothing"), other = fake_link_key(WORKSHOP + 1, ROLE_PARTICIPANT);
    struct visitor *guess = venue_connect(venue, 0), *stray = venue_connect(venue, 0);
    struct visitor *nowhere = venue_connect(venue, 0);
    visitor_hello(guess, WORKSHOP, &key, 0, 0);
    visitor_hello(stray, WORKSHOP, &other, 0, 0);
    visitor_hello(nowhere, 0, &key, 0, 0);
    venue_wait(venue, SOON);
    assert_closed(guess, CLOSE_UNKNOWN_KEY);
    assert_closed(stray, CLOSE_UNKNOWN_KEY);
    assert_closed(nowhere, CLOSE_UNKNOWN_KEY);
    assert_int_equal(guess->peer->frame_count, 0);
}

/* The digest of a key is no key. */
static void h1_a_digest_opens_nothing(void **state)
{
    struct venue *venue = *state;
    struct secret key = fake_link_key(WORKSHOP, ROLE_PARTICIPANT);
    struct secret digest = secret_digest(&key);
    struct visitor *visitor = venue_connect(venue, 0);
    visitor_hello(visitor, WORKSHOP, &digest, 0, 0);
    venue_wait(venue, SOON);
    assert_closed(visitor, CLOSE_UNKNOWN_KEY);
}

static void h13_welcome_then_snapshot_then_presence(void **state)
{
    struct venue *venue = *state;
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    assert_int_equal(fake_peer_next(screen->peer)->type, MESSAGE_WELCOME);
    const struct message *message = fake_peer_next(screen->peer);
    for (; !message->body.snapshot.last; message = fake_peer_next(screen->peer))
        assert_int_equal(message->type, MESSAGE_SNAPSHOT);
    assert_int_equal(fake_peer_next(screen->peer)->type, MESSAGE_PRESENCE);
    assert_int_equal(visitor_welcome(screen)->role, ROLE_SCREEN);
}

static void the_server_takes_no_more_than_it_was_told_to(void **unused)
{
    (void)unused;
    struct service_settings settings = fake_settings();
    settings.max_connections = 3;
    struct venue *venue = venue_new_with(1, &settings);
    struct visitor *first = venue_visit(venue, 0, ROLE_SCREEN);
    venue_visit(venue, 0, ROLE_SCREEN);
    venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *last = venue_visit(venue, 0, ROLE_SCREEN);
    assert_closed(last, CLOSE_FULL);
    assert_open(first);
    fake_peer_cut(first->peer);
    assert_open(venue_visit(venue, 0, ROLE_SCREEN));
    venue_free(venue);
}

/* ---- before welcome ---- */

static void h11_the_first_message_is_hello(void **state)
{
    struct venue *venue = *state;
    struct visitor *visitor = venue_connect(venue, 0);
    venue_do(visitor, CARD);
    assert_closed(visitor, CLOSE_BAD_MESSAGE);
    assert_int_equal(visitor->peer->frame_count, 0);
}

static void h11_nothing_may_be_said_before_welcome(void **state)
{
    struct venue *venue = *state;
    venue_crash(venue, 0);
    venue_start(venue, 0);
    fake_journal_hold(venue->servers[0]->journal, true);
    struct visitor *visitor = venue_visit(venue, 0, ROLE_PARTICIPANT);
    struct visitor *patient = venue_visit(venue, 0, ROLE_PARTICIPANT);
    struct message ping = {.type = MESSAGE_PING};
    fake_peer_send(visitor->peer, &ping);
    venue_wait(venue, SOON);
    assert_closed(visitor, CLOSE_BAD_MESSAGE);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_int_equal(visitor_count(patient, MESSAGE_WELCOME), 1);
}

static void x4_a_hello_has_its_size(void **state)
{
    struct venue *venue = *state;
    uint8_t zeros[LIMIT_HELLO_BYTES + 1] = {0};
    struct visitor *visitor = venue_connect(venue, 0), *other = venue_connect(venue, 0);
    fake_peer_send_bytes(visitor->peer, zeros, sizeof zeros);
    fake_peer_send_bytes(other->peer, zeros, sizeof zeros - 1);
    venue_wait(venue, SOON);
    assert_closed(visitor, CLOSE_TOO_BIG);
    assert_closed(other, CLOSE_BAD_MESSAGE);
}

/* ---- what is no message ---- */

static void x4_a_message_has_its_size(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    void *large = allocate_zero(LIMIT_MESSAGE_BYTES + 1, 1);
    fake_peer_send_bytes(paul->peer, large, LIMIT_MESSAGE_BYTES + 1);
    free(large);
    venue_wait(venue, SOON);
    assert_closed(paul, CLOSE_TOO_BIG);
}

static void e1_text_is_no_message(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_peer_send_text(paul->peer, "[4]");
    venue_wait(venue, SOON);
    assert_closed(paul, CLOSE_BAD_MESSAGE);
}

/* E9: every beginning of a message is broken, and nobody else notices. */
static void e9_a_part_of_a_message_closes_its_sender_only(void **state)
{
    struct venue *venue = *state;
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct message command = {.type = MESSAGE_COMMAND};
    command.body.command =
        (struct message_command){.client = 5,
                                 .counter = 1,
                                 .command = notation_command(&venue->notation, CARD)};
    struct buffer whole = {0};
    encode_message(&whole, &command);
    for (size_t length = 0; length < whole.length; length += 3) {
        struct visitor *visitor = venue_visit(venue, 0, ROLE_PARTICIPANT);
        fake_peer_send_bytes(visitor->peer, whole.data, length);
        venue_wait(venue, SOON);
        assert_closed(visitor, CLOSE_BAD_MESSAGE);
    }
    command_clear(&command.body.command.command);
    buffer_clear(&whole);
    venue_do(pia, CARD);
    assert_done(pia);
}

static void e9_a_rule_of_a_field_is_refused_and_one_stays(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_do(paul, "add_card card=idea board=wall title=Idée color=sun x=0 y=0 width=1 height=100 "
                   "audience=everyone");
    assert_refused(paul, REFUSAL_FIELD_OUT_OF_RANGE);
    venue_do(paul, CARD);
    assert_done(paul);
}

static void c12_what_a_role_may_not_ask_is_refused(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_do(paul, "edit_board board=wall locked=yes");
    assert_refused(paul, REFUSAL_NOT_ALLOWED);
    venue_do(paul, "add_invitation invitation=more role=animator number=9 key=k_more");
    assert_refused(paul, REFUSAL_NOT_ALLOWED);
    assert_open(paul);
}

static void a_member_founds_nothing(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = venue_visit(venue, 0, ROLE_ORGANISER);
    struct message list = {.type = MESSAGE_LIST};
    fake_peer_send(organiser->peer, &list);
    venue_wait(venue, SOON);
    assert_closed(organiser, CLOSE_BAD_MESSAGE);
}

/* ---- rates and numbers ---- */

static void c8_more_than_twice_what_may_be_under_way_closes(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    fake_journal_hold(venue->servers[0]->journal, true);
    for (size_t i = 0; i < 2 * LIMIT_IN_FLIGHT; i++) venue_say(paul, CARD);
    venue_wait(venue, SOON);
    assert_open(paul);
    venue_do(paul, CARD);
    assert_closed(paul, CLOSE_BAD_MESSAGE);
    fake_journal_hold(venue->servers[0]->journal, false);
}

static void say_more_than_the_burst(struct visitor *visitor)
{
    for (int i = 0; i < schema_class(CLASS_EDIT)->burst + LIMIT_IN_FLIGHT; i++) {
        venue_say(visitor, "edit_card card=idea title=Encore");
        if (i % LIMIT_IN_FLIGHT == 0) venue_wait(visitor->venue, 5);
    }
}

static void c11_over_the_rate_one_waits_and_is_served(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Idée", "everyone");
    say_more_than_the_burst(paul);
    venue_wait(venue, SOON);
    assert_true(paul->peer->paused > 0);
    assert_done(paul);
    assert_open(paul);
}

/* A person's rate counts over all their tabs. */
static void c11_a_second_tab_is_no_second_person(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *tab = venue_return(paul, 0, 0, 0);
    tab->client++;
    venue_card(paul, "idea", "Idée", "everyone");
    say_more_than_the_burst(paul);
    venue_say(tab, "edit_card card=idea title=Aussi");
    assert_true(tab->peer->paused > 0);
}

/* ---- liveness ---- */

static void l4_silence_closes_and_pings_keep(void **state)
{
    struct venue *venue = *state;
    struct visitor *silent = venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *alive = venue_visit(venue, 0, ROLE_SCREEN);
    struct message ping = {.type = MESSAGE_PING};
    for (size_t i = 0; i < 4; i++) {
        venue_wait(venue, 20000);
        fake_peer_send(alive->peer, &ping);
    }
    assert_closed(silent, CLOSE_SILENT);
    assert_open(alive);
}

static void l3_pong_tells_the_position(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    venue_card(paul, "idea", "Idée", "everyone");
    struct message ping = {.type = MESSAGE_PING};
    fake_peer_send(paul->peer, &ping);
    venue_wait(venue, SOON);
    const struct message *pong = fake_peer_find(paul->peer, MESSAGE_PONG);
    assert_int_equal(pong->body.pong.seq, visitor_seq(paul));
}

/* A wall clock that jumps ends nobody's connection. */
static void l5_deadlines_do_not_know_the_wall_clock(void **state)
{
    struct venue *venue = *state;
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    venue->servers[0]->host->wall_ahead = 3600000;
    venue_wait(venue, 10000);
    venue->servers[0]->host->wall_ahead = -3600000;
    venue_wait(venue, 10000);
    assert_open(screen);
}

/* What comes after the end is not heard. */
static void after_the_end_nothing_is_heard(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    size_t entries = fake_store_shelf(venue->store, WORKSHOP)->count;
    fake_peer_send_text(paul->peer, "?");
    venue_say(paul, CARD);
    venue_wait(venue, SOON);
    assert_closed(paul, CLOSE_BAD_MESSAGE);
    assert_int_equal(fake_store_shelf(venue->store, WORKSHOP)->count, entries);
}

#define ONE(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(h11_a_hello_must_come_within_ten_seconds),
        ONE(h12_another_version_is_closed),
        ONE(h19_a_client_of_another_schema_is_closed),
        ONE(h19_a_hello_that_is_made_otherwise_is_of_another_version),
        ONE(h12_a_workshop_that_is_not_there),
        ONE(h12_a_key_that_opens_nothing),
        ONE(h1_a_digest_opens_nothing),
        ONE(h13_welcome_then_snapshot_then_presence),
        cmocka_unit_test(the_server_takes_no_more_than_it_was_told_to),
        ONE(h11_the_first_message_is_hello),
        ONE(h11_nothing_may_be_said_before_welcome),
        ONE(x4_a_hello_has_its_size),
        ONE(x4_a_message_has_its_size),
        ONE(e1_text_is_no_message),
        ONE(e9_a_part_of_a_message_closes_its_sender_only),
        ONE(e9_a_rule_of_a_field_is_refused_and_one_stays),
        ONE(c12_what_a_role_may_not_ask_is_refused),
        ONE(a_member_founds_nothing),
        ONE(c8_more_than_twice_what_may_be_under_way_closes),
        ONE(c11_over_the_rate_one_waits_and_is_served),
        ONE(c11_a_second_tab_is_no_second_person),
        ONE(l4_silence_closes_and_pings_keep),
        ONE(l3_pong_tells_the_position),
        ONE(l5_deadlines_do_not_know_the_wall_clock),
        ONE(after_the_end_nothing_is_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
