/* Founding and listing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "support/venue.h"
#include "wire/decode.h"

static int setup_empty(void **state)
{
    struct service_settings settings = fake_settings();
    *state = venue_empty(1, &settings);
    return 0;
}

static struct visitor *organiser_of(struct venue *venue)
{
    struct visitor *organiser = venue_connect(venue, 0);
    struct secret key = fake_organiser_key();
    visitor_hello(organiser, 0, &key, 0, 0);
    venue_wait(venue, SOON);
    return organiser;
}

static void create(struct visitor *organiser, uint64_t workshop, const char *command,
                   const char *roll)
{
    struct message message = {.type = MESSAGE_CREATE};
    message.body.create.workshop = workshop;
    message.body.create.command = notation_command(&organiser->venue->notation, command);
    message.body.create.roll = bytes_from(roll);
    fake_peer_send(organiser->peer, &message);
    message_clear(&message);
    venue_wait(organiser->venue, SOON);
}

#define BLANK "create_workshop title=Atelier language=fr template=blank"

static void assert_refusal(struct visitor *organiser, enum refusal refusal, int64_t line)
{
    const struct message *refused = fake_peer_find(organiser->peer, MESSAGE_REFUSED);
    assert_non_null(refused);
    assert_string_equal(refusal_name((enum refusal)refused->body.refused.refusal),
                        refusal_name(refusal));
    assert_int_equal(refused->body.refused.line, line);
    assert_int_equal(refused->body.refused.command, COMMAND_CREATE_WORKSHOP);
    assert_null(fake_peer_find(organiser->peer, MESSAGE_CREATED));
}

static void h16_the_organiser_key_opens_the_desk(void **state)
{
    struct visitor *organiser = organiser_of(*state);
    assert_int_equal(visitor_welcome(organiser)->role, ROLE_ORGANISER);
    assert_int_equal(visitor_welcome(organiser)->workshop, 0);
    assert_int_equal(organiser->peer->message_count, 1);
}

static void h17_a_workshop_is_founded_with_its_roll_and_links(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    create(organiser, WORKSHOP, BLANK, "Nom;Catégorie\nLéa;Élu·e\nPaul;agent\n");
    const struct message *created = fake_peer_find(organiser->peer, MESSAGE_CREATED);
    assert_non_null(created);
    assert_int_equal(created->body.created.workshop, WORKSHOP);
    assert_int_equal(created->body.created.people, 2);
    static const enum role roles[] = {ROLE_ANIMATOR, ROLE_PARTICIPANT, ROLE_SCREEN};
    for (size_t i = 0; i < 3; i++) {
        struct visitor *visitor = venue_visit(venue, 0, roles[i]);
        assert_open(visitor);
        assert_int_equal(visitor_welcome(visitor)->role, roles[i]);
        assert_saw(visitor, "Léa");
    }
}

/* H18: a fault is told with its line, and nothing is founded. */
static void h18_a_fault_of_the_roll_is_told_with_its_line(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    create(organiser, WORKSHOP, BLANK, "Nom\n\"Léa");
    assert_refusal(organiser, REFUSAL_ROLL_BAD_LINE, 2);
    create(organiser, WORKSHOP, BLANK, "Nom;Catégorie\nLéa;elu\nPaul;pirate\n");
    assert_refusal(organiser, REFUSAL_ROLL_UNKNOWN_CATEGORY, 3);
    create(organiser, WORKSHOP, BLANK, "Nom\n");
    assert_refusal(organiser, REFUSAL_ROLL_EMPTY, 0);
    assert_null(fake_store_shelf(venue->store, WORKSHOP));
}

static void h17_what_cannot_be_founded_leaves_nothing(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    create(organiser, WORKSHOP, "create_workshop title=Atelier language=fr template=none", "");
    assert_refusal(organiser, REFUSAL_UNKNOWN_TEMPLATE, 0);
    create(organiser, WORKSHOP, "create_workshop title=' ' language=fr template=blank", "");
    assert_refusal(organiser, REFUSAL_FIELD_EMPTY, 0);
    assert_null(fake_store_shelf(venue->store, WORKSHOP));
}

static void h17_an_id_is_taken_once(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    create(organiser, WORKSHOP, BLANK, "");
    assert_non_null(fake_peer_find(organiser->peer, MESSAGE_CREATED));
    create(organiser, WORKSHOP, "create_workshop title=Autre language=en template=blank", "");
    assert_refusal(organiser, REFUSAL_WORKSHOP_EXISTS, 0);
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    assert_saw(screen, "Atelier");
    assert_never_saw(screen, "Autre");
}

/* What was founded is told, though the journal's answer was lost. */
static void h17_a_founding_of_unknown_outcome_is_answered(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    fake_journal_fail_append(venue->servers[0]->journal, FAKE_UNHEARD);
    create(organiser, WORKSHOP, BLANK, "");
    venue_wait(venue, 2000);
    assert_non_null(fake_peer_find(organiser->peer, MESSAGE_CREATED));
    assert_open(venue_visit(venue, 0, ROLE_ANIMATOR));
}

static void h17_a_journal_that_is_away_founds_nothing(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    fake_journal_away(venue->servers[0]->journal, true);
    create(organiser, WORKSHOP, BLANK, "");
    assert_refusal(organiser, REFUSAL_JOURNAL_UNAVAILABLE, 0);
    fake_journal_away(venue->servers[0]->journal, false);
    create(organiser, WORKSHOP, BLANK, "");
    assert_non_null(fake_peer_find(organiser->peer, MESSAGE_CREATED));
}

/* A server died between making the workshop and founding it: the next attempt finishes. */
static void h17_what_was_made_and_never_founded_can_be_founded(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    fake_store_create(venue->store, WORKSHOP);
    assert_closed(venue_visit(venue, 0, ROLE_ANIMATOR), CLOSE_UNKNOWN_WORKSHOP);
    create(organiser, WORKSHOP, BLANK, "");
    assert_non_null(fake_peer_find(organiser->peer, MESSAGE_CREATED));
    assert_open(venue_visit(venue, 0, ROLE_ANIMATOR));
}

static void an_organiser_who_left_is_not_answered(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    fake_journal_hold(venue->servers[0]->journal, true);
    create(organiser, WORKSHOP, BLANK, "");
    fake_peer_cut(organiser->peer);
    fake_journal_hold(venue->servers[0]->journal, false);
    venue_wait(venue, SOON);
    assert_open(venue_visit(venue, 0, ROLE_ANIMATOR));
}

static void the_desk_is_for_founding_and_listing_only(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue), *other = organiser_of(venue);
    struct message command = {.type = MESSAGE_COMMAND};
    command.body.command =
        (struct message_command){.client = 1,
                                 .counter = 1,
                                 .command = notation_command(&venue->notation, BLANK)};
    fake_peer_send(organiser->peer, &command);
    message_clear(&command);
    create(other, WORKSHOP, "drop_card card=idea", "");
    assert_closed(organiser, CLOSE_BAD_MESSAGE);
    assert_closed(other, CLOSE_BAD_MESSAGE);
}

/* ---- listing ---- */

static const struct summary_list *listing(struct visitor *organiser)
{
    struct message list = {.type = MESSAGE_LIST};
    fake_peer_send(organiser->peer, &list);
    venue_wait(organiser->venue, 10 * SOON);
    const struct message *listed = fake_peer_find(organiser->peer, MESSAGE_LISTED);
    assert_non_null(listed);
    return &listed->body.listed.workshops;
}

static void a_list_of_nothing(void **state)
{
    assert_int_equal(listing(organiser_of(*state))->count, 0);
}

static void a_list_tells_the_newest_first(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    create(organiser, 1, "create_workshop title=Première language=fr template=blank", "");
    create(organiser, 2, "create_workshop title=Deuxième language=fr template=blank", "");
    create(organiser, WORKSHOP, "create_workshop title=Dernière language=fr template=blank",
           "nom\nLéa\n");
    venue_visit(venue, 0, ROLE_SCREEN);
    const struct summary_list *list = listing(organiser);
    assert_int_equal(list->count, 3);
    assert_string_equal(bytes_text(list->items[0].title), "Dernière");
    assert_string_equal(bytes_text(list->items[2].title), "Première");
    assert_int_equal(list->items[0].workshop, WORKSHOP);
    assert_int_equal(list->items[0].people, 1);
    assert_int_equal(list->items[0].connected, 1);
    assert_int_equal(list->items[0].entries, 1);
    assert_false(list->items[0].closed);
}

static void a_list_opens_what_is_not_open_and_puts_it_away(void **state)
{
    struct venue *venue = *state;
    create(organiser_of(venue), WORKSHOP, BLANK, "");
    for (size_t i = 0; i < venue->visitor_count; i++) fake_peer_cut(venue->visitors[i].peer);
    venue_crash(venue, 0);
    venue_start(venue, 0);
    assert_null(fake_server_workshop(venue->servers[0], WORKSHOP));
    assert_int_equal(listing(organiser_of(venue))->count, 1);
    venue_wait(venue, 70000);
    assert_null(fake_server_workshop(venue->servers[0], WORKSHOP));
}

/* One that cannot be read is left out, and keeps nobody waiting. */
static void a_list_leaves_out_what_cannot_be_opened(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    create(organiser, 1, "create_workshop title=Entière language=fr template=blank", "");
    create(organiser, WORKSHOP, BLANK, "");
    for (size_t i = 0; i < venue->visitor_count; i++) fake_peer_cut(venue->visitors[i].peer);
    venue_crash(venue, 0);
    fake_store_shelf(venue->store, WORKSHOP)->entries[0]->data[1] ^= 0x55;
    venue_start(venue, 0);
    const struct summary_list *list = listing(organiser_of(venue));
    assert_int_equal(list->count, 1);
    assert_string_equal(bytes_text(list->items[0].title), "Entière");
}

static void a_journal_that_is_away_lists_nothing(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    fake_journal_away(venue->servers[0]->journal, true);
    struct message list = {.type = MESSAGE_LIST};
    fake_peer_send(organiser->peer, &list);
    venue_wait(venue, SOON);
    assert_int_equal(visitor_count(organiser, MESSAGE_LISTED), 0);
    assert_closed(organiser, CLOSE_UNAVAILABLE);
}

static void a_listing_ends_with_its_server(void **state)
{
    struct venue *venue = *state;
    struct visitor *organiser = organiser_of(venue);
    fake_journal_hold(venue->servers[0]->journal, true);
    struct message list = {.type = MESSAGE_LIST};
    fake_peer_send(organiser->peer, &list);
    create(organiser, WORKSHOP, BLANK, "");
    fake_server_stop(venue->servers[0]);
    venue->servers[0] = NULL;
    assert_closed(organiser, CLOSE_GOING_AWAY);
}

#define EMPTY(test) cmocka_unit_test_setup_teardown(test, setup_empty, venue_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EMPTY(h16_the_organiser_key_opens_the_desk),
        EMPTY(h17_a_workshop_is_founded_with_its_roll_and_links),
        EMPTY(h18_a_fault_of_the_roll_is_told_with_its_line),
        EMPTY(h17_what_cannot_be_founded_leaves_nothing),
        EMPTY(h17_an_id_is_taken_once),
        EMPTY(h17_a_founding_of_unknown_outcome_is_answered),
        EMPTY(h17_a_journal_that_is_away_founds_nothing),
        EMPTY(h17_what_was_made_and_never_founded_can_be_founded),
        EMPTY(an_organiser_who_left_is_not_answered),
        EMPTY(the_desk_is_for_founding_and_listing_only),
        EMPTY(a_list_of_nothing),
        EMPTY(a_list_tells_the_newest_first),
        EMPTY(a_list_opens_what_is_not_open_and_puts_it_away),
        EMPTY(a_list_leaves_out_what_cannot_be_opened),
        EMPTY(a_journal_that_is_away_lists_nothing),
        EMPTY(a_listing_ends_with_its_server),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
