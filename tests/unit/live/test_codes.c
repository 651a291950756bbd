/* Short codes: where they lead, what they give, and who guesses at them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "core/short_code.h"
#include "live/codes.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "support/venue.h"

#define GIVE "give_code workshop=workshop code=BCDFHJ"

static struct visitor *try_on(struct venue *venue, size_t server, const char *code)
{
    struct visitor *visitor = venue_connect(venue, server);
    struct message try = {.type = MESSAGE_TRY_CODE};
    try.body.try_code = (struct message_try_code){.version = PROTOCOL_VERSION,
                                                  .schema = PROTOCOL_SCHEMA,
                                                  .code = bytes_from(code)};
    fake_peer_send(visitor->peer, &try);
    bytes_drop(try.body.try_code.code);
    return visitor;
}

static struct visitor *try_code(struct venue *venue, size_t server, const char *code)
{
    struct visitor *visitor = try_on(venue, server, code);
    venue_wait(venue, 4 * SOON);
    return visitor;
}

/* The key that somebody was told last to come in by; all zero for none. */
static struct secret way_of(struct visitor *visitor)
{
    struct secret key = {0};
    for (size_t i = 0; i < visitor->peer->message_count; i++) {
        const struct message *message = &visitor->peer->messages[i];
        if (message->type != MESSAGE_WAY_IN) continue;
        key = (struct secret){0};
        assert_int_equal(message->body.way_in.workshop, WORKSHOP);
        const struct bytes *told = message->body.way_in.key;
        for (size_t at = 0; at < bytes_length(told); at++)
            key.bytes[at] = (uint8_t)bytes_text(told)[at];
    }
    return key;
}

static bool is_none(const struct secret *key)
{
    return secret_equal(key, &(struct secret){0});
}

static struct visitor *hello_with(struct venue *venue, size_t server, const struct secret *key)
{
    struct visitor *visitor = venue_connect(venue, server);
    visitor_hello(visitor, WORKSHOP, key, 0, 0);
    venue_wait(venue, 4 * SOON);
    return visitor;
}

static void h21_a_code_gives_what_the_participants_link_gives(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    venue_do(anna, GIVE);
    assert_done(anna);
    struct visitor *paul = try_code(venue, 0, "BCDFHJ");
    assert_open(paul);
    struct secret key = way_of(paul);
    visitor_hello(paul, WORKSHOP, &key, 0, 0); /* on the same connection */
    venue_wait(venue, SOON);
    assert_int_equal(visitor_welcome(paul)->role, ROLE_PARTICIPANT);
    assert_int_equal(visitor_welcome(paul)->person, 0);
    venue_do(paul, "join person=paul name=Paul key=k_paul");
    assert_done(paul);
    const struct person *person = state_person(venue_workshop(venue, 0)->history.state,
                                               notation_id(&venue->notation, "paul"));
    assert_int_equal(person->role, ROLE_PARTICIPANT);
    assert_int_equal(person->invitation, notation_id(&venue->notation, "participant_link"));
}

static void h21_a_code_leads_in_while_the_door_is_open(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    assert_closed(try_code(venue, 0, "BCDFHJ"), CLOSE_UNKNOWN_CODE);
    venue_do(anna, GIVE);
    assert_open(try_code(venue, 0, "BCDFHJ"));
    venue_do(anna, "give_code workshop=workshop code=KLMNPR");
    assert_closed(try_code(venue, 0, "BCDFHJ"), CLOSE_UNKNOWN_CODE);
    struct visitor *paul = try_code(venue, 0, "KLMNPR");
    assert_open(paul);
    venue_do(anna, "drop_code workshop=workshop");
    assert_closed(try_code(venue, 0, "KLMNPR"), CLOSE_UNKNOWN_CODE);
    struct secret key = way_of(paul); /* who was at the door already comes in */
    assert_open(hello_with(venue, 0, &key));
}

static void h21_a_door_that_was_forgotten_closes_after_a_day(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    venue_do(anna, GIVE);
    venue_wait(venue, SHORT_CODE_LASTS);
    assert_closed(try_code(venue, 0, "BCDFHJ"), CLOSE_UNKNOWN_CODE);
}

static void h21_what_is_no_code_is_no_guess(void **state)
{
    struct venue *venue = *state;
    static const char *const slips[] = {"", "BCDFH", "BCDFHA", "bcdfhj"};
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        assert_closed(try_code(venue, 0, slips[i]), CLOSE_UNKNOWN_CODE);
    assert_int_equal(service_metrics(venue->servers[0]->service).codes_wrong, 0);
}

/* The other server knows nothing of the workshop until then. */
static void h21_every_server_finds_a_code(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    venue_do(anna, GIVE);
    struct visitor *paul = try_code(venue, 1, "BCDFHJ");
    assert_open(paul);
    struct secret key = way_of(paul);
    assert_open(hello_with(venue, 1, &key));
    assert_open(hello_with(venue, 0, &key));
    venue_do(anna, "give_code workshop=workshop code=KLMNPR");
    assert_open(try_code(venue, 1, "KLMNPR"));
    assert_closed(try_code(venue, 1, "BCDFHJ"), CLOSE_UNKNOWN_CODE);
}

static void h21_a_code_outlives_its_server(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    venue_do(anna, GIVE);
    fake_peer_cut(anna->peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    assert_open(try_code(venue, 0, "BCDFHJ"));
}

static void h22_a_way_in_works_as_long_as_its_link(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *wall = venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct secret first = way_of(wall), same = way_of(anna), nothing = way_of(paul);
    assert_true(secret_equal(&first, &same));
    assert_true(is_none(&nothing));
    struct visitor *guest = hello_with(venue, 0, &first);
    assert_open(guest);
    venue_wait(venue, SOON); /* the next link is newer */
    venue_do(anna, "add_invitation invitation=extra role=participant number=2 key=k2");
    struct secret second = way_of(wall);
    assert_false(secret_equal(&first, &second));
    assert_open(guest);
    venue_do(anna, "revoke_invitation invitation=participant_link expel=no");
    assert_closed(guest, CLOSE_REVOKED);
    assert_closed(hello_with(venue, 0, &first), CLOSE_UNKNOWN_KEY);
    assert_open(hello_with(venue, 0, &second));
    venue_do(anna, "revoke_invitation invitation=extra expel=no");
    struct secret none = way_of(wall);
    assert_true(is_none(&none));
    assert_closed(hello_with(venue, 0, &second), CLOSE_UNKNOWN_KEY);
}

static const struct short_code *code_of(const struct venue *venue)
{
    return &state_at(venue_workshop(venue, 0)->history.state, RECORD_SHORT_CODE, 0)
                ->body.short_code;
}

static void try_wrong(struct venue *venue, size_t times)
{
    for (size_t i = 0; i < times; i++) {
        struct visitor *guess = try_on(venue, 0, "ZZZZZZ");
        venue_wait(venue, 20);
        fake_peer_free(guess->peer);
        venue->visitor_count--;
    }
}

/* The right one, too: who guesses cannot tell that it was. */
static void h21_guessing_withdraws_a_code_before_it_is_found(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    try_wrong(venue, 10); /* before it was given: they do not count */
    venue_do(anna, GIVE);
    try_wrong(venue, GUESSES_MOST - 1);
    assert_open(try_code(venue, 0, "BCDFHJ"));
    try_wrong(venue, 1);
    assert_closed(try_code(venue, 0, "BCDFHJ"), CLOSE_UNKNOWN_CODE);
    venue_wait(venue, 3000);
    assert_int_equal(bytes_length(code_of(venue)->code), 0);
    assert_true(code_of(venue)->withdrawn_at > 0);
    assert_int_equal(service_metrics(venue->servers[0]->service).codes_withdrawn, 1);
    venue_do(anna, "give_code workshop=workshop code=KLMNPR");
    assert_open(try_code(venue, 0, "KLMNPR"));
    venue_wait(venue, 3000);
    assert_string_equal(bytes_text(code_of(venue)->code), "KLMNPR");
}

static void h21_a_code_of_another_workshop_is_not_given(void **state)
{
    struct venue *venue = *state;
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    venue_do(anna, GIVE);
    venue_do(anna, "drop_code workshop=workshop");
    for (struct fake_sign *sign = venue->store->signs; sign; sign = sign->next)
        sign->workshop = WORKSHOP + 1;
    venue_do(anna, GIVE);
    venue_wait(venue, SOON);
    assert_true(code_of(venue)->withdrawn_at > 0);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, venue_setup, venue_teardown)
    const struct CMUnitTest tests[] = {
        TEST(h21_a_code_gives_what_the_participants_link_gives),
        TEST(h21_a_code_leads_in_while_the_door_is_open),
        TEST(h21_a_door_that_was_forgotten_closes_after_a_day),
        TEST(h21_what_is_no_code_is_no_guess),
        cmocka_unit_test_setup_teardown(h21_every_server_finds_a_code, venue_setup_two,
                                        venue_teardown),
        TEST(h21_a_code_outlives_its_server),
        TEST(h22_a_way_in_works_as_long_as_its_link),
        TEST(h21_guessing_withdraws_a_code_before_it_is_found),
        TEST(h21_a_code_of_another_workshop_is_not_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
