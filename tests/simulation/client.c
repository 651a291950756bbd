#include "simulation/client.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/buffer.h"
#include "base/check.h"
#include "core/access.h"
#include "core/changes.h"
#include "simulation/actions.h"
#include "simulation/line.h"
#include "support/unpacked.h"
#include "wire/decode.h"
#include "wire/encode.h"

enum {
    TICK = 1000,        /* ms, at most, between two looks at things */
    PING_EVERY = 20000, /* ms */
    DEAF_AFTER = 45000, /* ms without a word: the line is thought dead */
    RELOAD_IN = 60,     /* looks, on average, where pages are loaded anew */
    BACKOFF_FIRST = 500,
    BACKOFF_MOST = 15000,
};

static void arrange_connect(struct client *client, int64_t delay);

/* ---- commands not answered yet ---- */

static void drop_pending(struct client *client, size_t index)
{
    bytes_drop(client->pending[index].bytes);
    memmove(&client->pending[index], &client->pending[index + 1],
            (client->pending_count - index - 1) * sizeof *client->pending);
    client->pending_count--;
}

static struct pending *find_pending(struct client *client, uint64_t id, int64_t counter)
{
    for (size_t i = 0; i < client->pending_count; i++)
        if (client->pending[i].client == id && client->pending[i].counter == counter)
            return &client->pending[i];
    return NULL;
}

/* C8: in order, and at most so many under way. */
static void send_pending(struct client *client)
{
    if (!client->line || !client->replica.welcomed) return;
    for (size_t i = 0; i < client->pending_count && i < LIMIT_IN_FLIGHT; i++) {
        struct pending *pending = &client->pending[i];
        if (pending->on == client->connections) continue;
        if (pending->sent) sometimes(SOMETIMES_command_sent_again);
        pending->on = client->connections;
        pending->sent++;
        line_send(client->line, bytes_text(pending->bytes), bytes_length(pending->bytes));
    }
}

void client_ask(struct client *client, struct command *command)
{
    struct message message = {.type = MESSAGE_COMMAND};
    if (!client->client)
        client->client =
            counters_client((uint64_t)client->replica.seq, simulation_id(&client->dice.ids));
    message.body.command = (struct message_command){.client = client->client,
                                                    .counter = ++client->counter,
                                                    .command = *command};
    struct buffer buffer = {0};
    encode_message(&buffer, &message);
    client->pending = array_room(client->pending, client->pending_count, &client->pending_capacity,
                                 sizeof *client->pending);
    client->pending[client->pending_count++] =
        (struct pending){.client = client->client,
                         .counter = client->counter,
                         .type = command->type,
                         .bytes = bytes_new(buffer.data, buffer.length)};
    buffer_clear(&buffer);
    command_clear(command);
    send_pending(client);
}

void client_send(struct client *client, const struct message *message)
{
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    if (client->line) line_send(client->line, buffer.data, buffer.length);
    buffer_clear(&buffer);
}

bool client_is_in(const struct client *client)
{
    const struct replica *replica = &client->replica;
    return client->line && replica->welcomed && replica->whole && replica->person;
}

/* ---- somebody new ---- */

static bool choose_link(struct client *client)
{
    struct simulation *simulation = client->simulation;
    const struct state *state = oracle_now(&simulation->oracle);
    size_t from = (size_t)chance_below(&client->dice.links, simulation->key_count);
    for (size_t i = 0; i < simulation->key_count; i++) {
        const struct made_key *made = &simulation->keys[(from + i) % simulation->key_count];
        struct secret digest = secret_digest(&made->key);
        struct bytes *bytes = bytes_new(digest.bytes, SECRET_BYTES);
        bool works = made->role == client->kind && state_get(state, RECORD_KEY, key_id(bytes));
        bytes_drop(bytes);
        if (!works) continue;
        client->link_key = made->key;
        return true;
    }
    return false;
}

/* False when no link would let them in. */
static bool become_somebody(struct client *client)
{
    if (!choose_link(client)) return false;
    while (client->pending_count) drop_pending(client, 0);
    replica_clear(&client->replica);
    replica_init(&client->replica);
    client->joined = false;
    client->stopped = false;
    client->counter = 0;
    client->client = 0;
    client->person = simulation_id(&client->dice.ids);
    client->own_key = simulation_secret(&client->dice.ids);
    return true;
}

static void ask_to_join(struct client *client)
{
    struct bytes *name = bytes_from("Quelqu'un");
    struct bytes *key = bytes_new(client->own_key.bytes, SECRET_BYTES);
    struct command join = {.type = COMMAND_JOIN};
    join.present = FIELD_BIT(JOIN_PERSON) | FIELD_BIT(JOIN_NAME) | FIELD_BIT(JOIN_KEY);
    join.body.join.person = client->person;
    join.body.join.name = name;
    join.body.join.key = key;
    client_ask(client, &join);
}

/* ---- connecting ---- */

static void say_hello(struct client *client)
{
    struct message hello = {.type = MESSAGE_HELLO};
    /* P4: what a guest was told is no position of the person that they have become. */
    bool has_position = client->replica.whole && client->joined == (client->replica.person != 0);
    hello.body.hello =
        (struct message_hello){.version = PROTOCOL_VERSION,
                               .schema = PROTOCOL_SCHEMA,
                               .workshop = THE_WORKSHOP,
                               .key = client->joined ? client->own_key : client->link_key,
                               .epoch = has_position ? client->replica.epoch : 0,
                               .seq = has_position ? client->replica.seq : 0,
                               .mark = has_position ? client->replica.mark : 0,
                               .unpacks = client->index % 2};
    client_send(client, &hello);
}

static struct fake_server *some_server(struct client *client)
{
    struct simulation *simulation = client->simulation;
    return simulation->servers[chance_below(&client->dice.servers, simulation->plan.servers)];
}

static void on_connect(void *context)
{
    struct client *client = context;
    client->connect = 0;
    int64_t absent = client->absent_until - world_now(client->simulation->world);
    if (absent > 0 && !client->simulation->calm) {
        arrange_connect(client, absent);
        return;
    }
    if (client->stopped && !become_somebody(client)) {
        arrange_connect(client, BACKOFF_MOST);
        return;
    }
    struct fake_server *server = some_server(client);
    if (!server) {
        arrange_connect(client, BACKOFF_FIRST);
        return;
    }
    replica_reconnect(&client->replica);
    client->heard = world_now(client->simulation->world);
    client->connections++;
    client->line = line_new(client, server);
    say_hello(client);
}

static void arrange_connect(struct client *client, int64_t delay)
{
    if (!client->connect)
        client->connect = world_after(client->simulation->world, delay, on_connect, client);
}

/* X2 */
static int64_t backoff(struct client *client)
{
    int64_t bound = BACKOFF_FIRST << (client->attempts < 5 ? client->attempts : 5);
    client->attempts++;
    return chance_some(&client->dice.backoff, 1, bound < BACKOFF_MOST ? bound : BACKOFF_MOST);
}

/* ---- what a close says ---- */

static bool has_key(const struct client *client)
{
    struct secret digest = secret_digest(client->joined ? &client->own_key : &client->link_key);
    struct bytes *bytes = bytes_new(digest.bytes, SECRET_BYTES);
    const struct state *state = oracle_now(&client->simulation->oracle);
    bool has = state_get(state, RECORD_KEY, key_id(bytes)) != NULL;
    bytes_drop(bytes);
    return has;
}

static bool may_be_closed_with(const struct client *client, unsigned code)
{
    const struct simulation *simulation = client->simulation;
    switch (code) {
    case CLOSE_UNKNOWN_KEY:
    case CLOSE_REVOKED: return !has_key(client) || simulation->oracle.ever_lost;
    case CLOSE_GOING_AWAY: return simulation->plan.has[FAULT_RESTART] || simulation->calm;
    case CLOSE_UNAVAILABLE:
    case CLOSE_SILENT:
    case CLOSE_NO_HELLO:
    case CLOSE_ELSEWHERE: return true;
    default: return false;
    }
}

void client_ended(struct client *client, unsigned code)
{
    client->line = NULL;
    if (code && !may_be_closed_with(client, code))
        simulation_wrong(client->simulation, "client %zu was closed with %s", client->index,
                         close_name((enum close_code)code));
    replica_reconnect(&client->replica);
    if (!code || close_again((enum close_code)code)) {
        arrange_connect(client, client->restless ? 1 : backoff(client));
        client->restless = false;
        return;
    }
    sometimes(code == CLOSE_REVOKED ? SOMETIMES_expelled : SOMETIMES_turned_away);
    sometimes(SOMETIMES_client_reborn);
    client->stopped = true;
    arrange_connect(client, chance_some(&client->dice.backoff, 500, 4000));
}

/* ---- answers ---- */

/* C7: what makes a record and was not accepted is never called done. */
static void check_repeated(struct client *client, const struct message_done *done)
{
    const struct oracle *oracle = &client->simulation->oracle;
    const struct pending *pending = find_pending(client, done->client, done->counter);
    const struct effect *effect = pending ? schema_effect(pending->type) : NULL;
    bool makes = effect && effect->operation == CHANGE_PUT;
    if (makes && !oracle->ever_lost && !oracle_find(oracle, done->client, (uint64_t)done->counter))
        simulation_wrong(client->simulation, "C7: client %zu was told that %lld is done",
                         client->index, (long long)done->counter);
    sometimes(SOMETIMES_command_repeated);
}

static void check_done(struct client *client, const struct message_done *done)
{
    const struct oracle *oracle = &client->simulation->oracle;
    if (!done->seq) {
        check_repeated(client, done);
        return;
    }
    struct logged *logged = oracle_find(oracle, done->client, (uint64_t)done->counter);
    bool there = logged && (int64_t)logged->seq == done->seq;
    if (!there && !oracle->ever_lost)
        simulation_wrong(client->simulation, "C3: client %zu was told that %lld is entry %lld",
                         client->index, (long long)done->counter, (long long)done->seq);
    if (there) logged->acknowledged = true;
}

static void take_answer(struct client *client, uint64_t id, int64_t counter, bool done)
{
    struct pending *pending = find_pending(client, id, counter);
    if (!pending || pending->on != client->connections)
        simulation_wrong(client->simulation, "C2: client %zu had an answer to nothing: %lld",
                         client->index, (long long)counter);
    bool join = pending->type == COMMAND_JOIN;
    const struct oracle *oracle = &client->simulation->oracle;
    /* Sent more than once, it may have been accepted on the other way. */
    if (!done && pending->sent == 1 && oracle_find(oracle, id, (uint64_t)counter))
        simulation_wrong(client->simulation, "C5: client %zu: %lld was refused and is there",
                         client->index, (long long)counter);
    drop_pending(client, (size_t)(pending - client->pending));
    sometimes(done ? SOMETIMES_command_done : SOMETIMES_command_refused);
    if (join && done) {
        client->joined = true;
        client->restless = !client->simulation->calm && chance_one_in(&client->dice.moves, 3);
        sometimes(SOMETIMES_joined);
    }
    send_pending(client);
}

/* ---- hearing ---- */

/* Everybody sees exactly what they may of the state at their position. */
static void check_replica(struct client *client)
{
    const struct replica *replica = &client->replica;
    const struct state *state =
        oracle_at(&client->simulation->oracle, (uint64_t)replica->epoch, (uint64_t)replica->seq);
    struct viewer viewer;
    if (!state) return;
    if (!oracle_viewer(state, replica->person, replica->role, &viewer))
        simulation_wrong(client->simulation, "X7: client %zu hears more after it was taken out",
                         client->index);
    if (viewer.role != replica->role)
        simulation_wrong(client->simulation, "H15: client %zu was not told its role",
                         client->index);
    if (!replica_equals(replica, state, &viewer))
        simulation_wrong(client->simulation, "client %zu is not what it should be at %lld",
                         client->index, (long long)replica->seq);
}

/* S5: a card that is there, and no longer for these eyes. */
static bool went_out_of_sight(const struct client *client, const struct change *change, int64_t seq)
{
    const struct oracle *oracle = &client->simulation->oracle;
    const struct state *now = oracle_at(oracle, (uint64_t)client->replica.epoch, (uint64_t)seq);
    return change->operation == CHANGE_DROP && now && state_card(now, change->id);
}

static void note_private(const struct client *client, const struct message_changes *message)
{
    for (size_t i = 0; i < message->changes.count; i++) {
        const struct change *change = &message->changes.items[i];
        if (change->type != RECORD_CARD) continue;
        if (went_out_of_sight(client, change, message->seq)) sometimes(SOMETIMES_scope_changed);
        if (change->operation == CHANGE_PUT && change->body.card.audience == AUDIENCE_PERSON)
            sometimes(SOMETIMES_private_seen_by_holder);
    }
}

static void note_message(struct client *client, const struct message *message, bool was_whole)
{
    bool is_again = message->type == MESSAGE_WELCOME && was_whole;
    if (is_again && !message->body.welcome.resumed) sometimes(SOMETIMES_eyes_changed);
    if (message->type == MESSAGE_CHANGES) note_private(client, &message->body.changes);
    if (message->type == MESSAGE_DONE) check_done(client, &message->body.done);
    if (message->type == MESSAGE_DONE)
        take_answer(client, message->body.done.client, message->body.done.counter, true);
    if (message->type == MESSAGE_REFUSED)
        take_answer(client, message->body.refused.client, message->body.refused.counter, false);
}

static void after_welcome(struct client *client)
{
    client->attempts = 0;
    bool is_guest = !client->replica.person && client->kind != ROLE_SCREEN;
    if (is_guest && !client->joined && !client->pending_count) ask_to_join(client);
    send_pending(client);
}

/* While two servers have not yet found out that the store has lost what one of them told, one
 * position may stand for two histories. A client that notices begins anew. */
static bool is_in_doubt(const struct client *client)
{
    const struct oracle *oracle = &client->simulation->oracle;
    return oracle->ever_lost && (uint64_t)client->replica.epoch <= oracle->lost_epoch;
}

static void begin_anew(struct client *client)
{
    replica_clear(&client->replica);
    replica_init(&client->replica);
    line_cut(client->line);
}

/* What is not answered yet stays, as that of the page load it came from. */
static void reload(struct client *client)
{
    client->client = 0;
    client->counter = 0;
    begin_anew(client);
    sometimes(SOMETIMES_page_reloaded);
}

/* False when there is no going on. */
static bool take_message(struct client *client, const struct message *message)
{
    bool was_whole = client->replica.whole;
    const char *wrong = replica_take(&client->replica, message);
    if (wrong && message->type != MESSAGE_WELCOME && is_in_doubt(client)) return false;
    if (wrong) simulation_wrong(client->simulation, "client %zu: %s", client->index, wrong);
    note_message(client, message, was_whole);
    if (message->type == MESSAGE_WELCOME) after_welcome(client);
    bool moved = message->type == MESSAGE_CHANGES ||
                 (message->type == MESSAGE_SNAPSHOT && message->body.snapshot.last);
    if (moved) check_replica(client);
    return true;
}

void client_hears(struct client *client, const uint8_t *data, size_t length)
{
    struct cursor cursor = cursor_new(data, length);
    client->heard = world_now(client->simulation->world);
    bool goes_on = true;
    for (struct message message; goes_on && cursor_left(&cursor); message_clear(&message)) {
        CHECK(unpacked_next(&cursor, &message));
        goes_on = take_message(client, &message);
    }
    if (!goes_on) begin_anew(client);
    else if (client->restless) line_cut(client->line);
}

/* ---- time goes by ---- */

static void look_at_line(struct client *client)
{
    int64_t now = world_now(client->simulation->world);
    struct message ping = {.type = MESSAGE_PING};
    if (now - client->heard > DEAF_AFTER) {
        line_leave(client->line);
        client_ended(client, 0);
    } else if (client->replica.welcomed && now - client->pinged >= PING_EVERY) {
        client->pinged = now;
        client_send(client, &ping);
    }
}

static void on_tick(void *context)
{
    struct client *client = context;
    struct simulation *simulation = client->simulation;
    client->tick =
        world_after(simulation->world, chance_some(&client->dice.ticks, 50, TICK), on_tick, client);
    if (client->line) look_at_line(client);
    if (simulation->plan.reloads && !simulation->calm && client_is_in(client) &&
        chance_one_in(&client->dice.reloads, RELOAD_IN))
        reload(client);
    if (!simulation->calm && client_is_in(client) && client->pending_count < LIMIT_IN_FLIGHT)
        actions_one(client);
}

void client_init(struct client *client, struct simulation *simulation, size_t index, enum role kind)
{
    *client = (struct client){.simulation = simulation, .index = index, .kind = kind};
    client->stopped = true;
    static const char *const names[] = {"ticks", "backoff", "servers", "links",
                                        "ids",   "moves",   "reloads"};
    struct chance *dice[] = {&client->dice.ticks,  &client->dice.backoff, &client->dice.servers,
                             &client->dice.links,  &client->dice.ids,     &client->dice.moves,
                             &client->dice.reloads};
    for (size_t i = 0; i < sizeof dice / sizeof *dice; i++)
        *dice[i] = world_stream(simulation->world, names[i], index);
    client->tick = world_after(simulation->world, 1 + (int64_t)index, on_tick, client);
    arrange_connect(client, chance_some(&client->dice.backoff, 1, 2000));
}

void client_clear(struct client *client)
{
    world_cancel(client->simulation->world, client->tick);
    world_cancel(client->simulation->world, client->connect);
    while (client->pending_count) drop_pending(client, 0);
    free(client->pending);
    replica_clear(&client->replica);
}
