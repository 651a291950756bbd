#include "support/venue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/state.h"
#include "live/workshop.h"
#include "support/states.h"
#include "wire/decode.h"

enum { FIRST_CLIENT = 9001, LONGEST_LINE = 4400 };

/* ---- the house ---- */

struct venue *venue_empty(size_t servers, const struct service_settings *settings)
{
    struct venue *venue = NEW(struct venue);
    venue->world = world_new(1);
    venue->store = fake_store_new(venue->world);
    venue->settings = *settings;
    for (size_t i = 0; i < servers; i++) venue_start(venue, i);
    return venue;
}

void venue_start(struct venue *venue, size_t server)
{
    venue->servers[server] = fake_server_new(venue->world, venue->store, &venue->settings);
}

void venue_crash(struct venue *venue, size_t server)
{
    fake_server_crash(venue->servers[server]);
    venue->servers[server] = NULL;
}

static void found(struct venue *venue)
{
    struct visitor *organiser = venue_connect(venue, 0);
    struct secret key = fake_organiser_key();
    visitor_hello(organiser, 0, &key, 0, 0);
    struct message create = {.type = MESSAGE_CREATE};
    create.body.create.workshop = WORKSHOP;
    create.body.create.roll = bytes_from("nom\nLéa\n");
    create.body.create.command =
        notation_command(&venue->notation,
                         "create_workshop title=Atelier language=fr template=blank");
    fake_peer_send(organiser->peer, &create);
    message_clear(&create);
    venue_wait(venue, SOON);
    assert_int_equal(visitor_count(organiser, MESSAGE_CREATED), 1);
    fake_peer_cut(organiser->peer);
}

static void name_id(struct venue *venue, const char *name, uint64_t id)
{
    struct name *added = &venue->notation.names[venue->notation.count++];
    strcpy(added->text, name);
    added->id = id;
}

static void name_what_is_there(struct venue *venue)
{
    const struct state *state = fake_server_workshop(venue->servers[0], WORKSHOP)->history.state;
    name_id(venue, "workshop", WORKSHOP);
    name_id(venue, "wall", state_at(state, RECORD_BOARD, 0)->id);
    name_id(venue, "lea", state_at(state, RECORD_PERSON, 0)->id);
    for (size_t i = 0; i < state_count(state, RECORD_INVITATION); i++) {
        const struct record *record = state_at(state, RECORD_INVITATION, i);
        enum role role = record->body.invitation.role;
        name_id(venue,
                role == ROLE_ANIMATOR ? "animator_link"
                : role == ROLE_SCREEN ? "screen_link"
                                      : "participant_link",
                record->id);
    }
}

struct venue *venue_new_with(size_t servers, const struct service_settings *settings)
{
    struct venue *venue = venue_empty(servers, settings);
    found(venue);
    name_what_is_there(venue);
    return venue;
}

struct venue *venue_new(size_t servers)
{
    struct service_settings settings = fake_settings();
    return venue_new_with(servers, &settings);
}

void venue_free(struct venue *venue)
{
    for (size_t i = 0; i < venue->visitor_count; i++) fake_peer_free(venue->visitors[i].peer);
    for (size_t i = 0; i < SERVERS_MOST; i++)
        if (venue->servers[i]) fake_server_stop(venue->servers[i]);
    fake_store_free(venue->store);
    world_free(venue->world);
    free(venue);
}

int venue_setup(void **state)
{
    *state = venue_new(1);
    return 0;
}

int venue_setup_two(void **state)
{
    *state = venue_new(2);
    return 0;
}

int venue_teardown(void **state)
{
    venue_free(*state);
    return 0;
}

void venue_wait(struct venue *venue, int64_t ms)
{
    world_run(venue->world, ms);
}

struct live_workshop *venue_workshop(const struct venue *venue, size_t server)
{
    return fake_server_workshop(venue->servers[server], WORKSHOP);
}

struct fake_shelf *venue_shelf(const struct venue *venue)
{
    return fake_store_shelf(venue->store, WORKSHOP);
}

void assert_servers_equal(const struct venue *venue)
{
    const struct live_workshop *left = venue_workshop(venue, 0), *right = venue_workshop(venue, 1);
    assert_true(state_equal(left->history.state, right->history.state));
    assert_int_equal(left->history.position.seq, right->history.position.seq);
    assert_int_equal(left->history.position.epoch, right->history.position.epoch);
}

/* ---- coming in ---- */

struct visitor *venue_connect(struct venue *venue, size_t server)
{
    CHECK(venue->visitor_count < VISITORS_MOST);
    struct visitor *visitor = &venue->visitors[venue->visitor_count++];
    *visitor = (struct visitor){.venue = venue, .client = FIRST_CLIENT + venue->visitor_count};
    visitor->peer = fake_peer_new(venue->world, venue->servers[server]->service);
    return visitor;
}

void visitor_hello(struct visitor *visitor, uint64_t workshop, const struct secret *key,
                   int64_t epoch, int64_t seq)
{
    struct message hello = {.type = MESSAGE_HELLO};
    hello.body.hello = (struct message_hello){.version = PROTOCOL_VERSION,
                                              .schema = PROTOCOL_SCHEMA,
                                              .workshop = workshop,
                                              .key = *key,
                                              .epoch = epoch,
                                              .seq = seq,
                                              .mark = visitor->mark};
    visitor->key = *key;
    fake_peer_send(visitor->peer, &hello);
}

struct visitor *venue_visit(struct venue *venue, size_t server, enum role role)
{
    struct visitor *visitor = venue_connect(venue, server);
    struct secret key = fake_link_key(WORKSHOP, role);
    visitor_hello(visitor, WORKSHOP, &key, 0, 0);
    venue_wait(venue, SOON);
    return visitor;
}

struct secret venue_key(const char *word)
{
    struct secret key = {{0}};
    memcpy(key.bytes, word, strlen(word));
    return key;
}

struct visitor *venue_join(struct venue *venue, size_t server, enum role role, const char *name)
{
    struct visitor *visitor = venue_visit(venue, server, role);
    char line[LONGEST_LINE];
    snprintf(line, sizeof line, "join person=%s name=%s key=k_%s", name, name, name);
    venue_do(visitor, line);
    assert_done(visitor);
    snprintf(line, sizeof line, "k_%s", name);
    visitor->key = venue_key(line);
    return visitor;
}

struct visitor *venue_return(struct visitor *before, size_t server, int64_t epoch, int64_t seq)
{
    struct visitor *visitor = venue_connect(before->venue, server);
    visitor->client = before->client;
    visitor->counter = before->counter;
    visitor->mark = visitor_mark(before, seq);
    const struct live_workshop *workshop = venue_workshop(before->venue, server);
    if (!visitor->mark && workshop) visitor->mark = fanout_mark(&workshop->fanout, (uint64_t)seq);
    visitor_hello(visitor, WORKSHOP, &before->key, epoch, seq);
    venue_wait(before->venue, SOON);
    return visitor;
}

/* ---- saying ---- */

void venue_say_again(struct visitor *visitor, int64_t counter, const char *command)
{
    struct message message = {.type = MESSAGE_COMMAND};
    message.body.command.client = visitor->client;
    message.body.command.counter = counter;
    message.body.command.command = notation_command(&visitor->venue->notation, command);
    fake_peer_send(visitor->peer, &message);
    message_clear(&message);
}

void venue_say(struct visitor *visitor, const char *command)
{
    venue_say_again(visitor, ++visitor->counter, command);
}

void venue_do(struct visitor *visitor, const char *command)
{
    venue_say(visitor, command);
    venue_wait(visitor->venue, SOON);
}

void venue_card(struct visitor *visitor, const char *name, const char *text, const char *audience)
{
    char line[LONGEST_LINE];
    snprintf(line, sizeof line,
             "add_card card=%s board=wall title='%s' color=sun x=0 y=0 width=200 height=100 "
             "audience=%s",
             name, text, audience);
    venue_do(visitor, line);
}

/* ---- what was heard ---- */

static const struct message *answer_to_last(struct visitor *visitor)
{
    const struct message *found = NULL;
    for (size_t i = 0; i < visitor->peer->message_count; i++) {
        const struct message *message = &visitor->peer->messages[i];
        bool done = message->type == MESSAGE_DONE && message->body.done.client == visitor->client &&
                    message->body.done.counter == visitor->counter;
        bool refused = message->type == MESSAGE_REFUSED &&
                       message->body.refused.client == visitor->client &&
                       message->body.refused.counter == visitor->counter;
        if (!done && !refused) continue;
        if (found) fail_msg("command %lld was answered twice", (long long)visitor->counter);
        found = message;
    }
    return found;
}

int64_t assert_done(struct visitor *visitor)
{
    const struct message *answer = answer_to_last(visitor);
    if (!answer) fail_msg("command %lld was not answered", (long long)visitor->counter);
    if (answer->type == MESSAGE_REFUSED)
        fail_msg("refused: %s", refusal_name((enum refusal)answer->body.refused.refusal));
    return answer->body.done.seq;
}

void assert_refused(struct visitor *visitor, enum refusal refusal)
{
    const struct message *answer = answer_to_last(visitor);
    if (!answer) fail_msg("command %lld was not answered", (long long)visitor->counter);
    assert_int_equal(answer->type, MESSAGE_REFUSED);
    assert_string_equal(refusal_name((enum refusal)answer->body.refused.refusal),
                        refusal_name(refusal));
}

void assert_unanswered(struct visitor *visitor)
{
    assert_null(answer_to_last(visitor));
}

void assert_closed(const struct visitor *visitor, enum close_code code)
{
    if (!visitor->peer->code) fail_msg("still open, not %s", close_name(code));
    assert_string_equal(close_name((enum close_code)visitor->peer->code), close_name(code));
}

void assert_open(const struct visitor *visitor)
{
    if (visitor->peer->code)
        fail_msg("closed: %s", close_name((enum close_code)visitor->peer->code));
    assert_non_null(visitor->peer->connection);
}

void assert_saw(const struct visitor *visitor, const char *text)
{
    if (!fake_peer_saw(visitor->peer, text)) fail_msg("%s never came", text);
}

void assert_never_saw(const struct visitor *visitor, const char *text)
{
    if (fake_peer_saw(visitor->peer, text)) fail_msg("%s came", text);
}

int64_t visitor_seq(const struct visitor *visitor)
{
    int64_t seq = 0;
    for (size_t i = 0; i < visitor->peer->message_count; i++) {
        const struct message *message = &visitor->peer->messages[i];
        if (message->type == MESSAGE_CHANGES) seq = message->body.changes.seq;
        if (message->type == MESSAGE_SNAPSHOT) seq = message->body.snapshot.seq;
    }
    return seq;
}

uint64_t visitor_mark(const struct visitor *visitor, int64_t seq)
{
    uint64_t mark = 0;
    for (size_t i = 0; i < visitor->peer->message_count; i++) {
        const struct message *message = &visitor->peer->messages[i];
        if (message->type == MESSAGE_CHANGES && message->body.changes.seq == seq)
            mark = message->body.changes.mark;
        if (message->type == MESSAGE_SNAPSHOT && message->body.snapshot.seq == seq)
            mark = message->body.snapshot.mark;
    }
    return mark;
}

const struct message_welcome *visitor_welcome(const struct visitor *visitor)
{
    const struct message_welcome *last = NULL;
    for (size_t i = 0; i < visitor->peer->message_count; i++)
        if (visitor->peer->messages[i].type == MESSAGE_WELCOME)
            last = &visitor->peer->messages[i].body.welcome;
    if (!last) fail_msg("no welcome came");
    return last;
}

int64_t visitor_epoch(const struct visitor *visitor)
{
    return visitor_welcome(visitor)->epoch;
}

size_t visitor_count(const struct visitor *visitor, enum message_type type)
{
    return fake_peer_count(visitor->peer, type);
}
