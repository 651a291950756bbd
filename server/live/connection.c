/*            hello                     workshop opened
 *   SILENT ───────────▶ WAITING ───────────────────────▶ MEMBER ──┐
 *     │      hello, organiser key and no workshop                 ├──▶ ENDED
 *     ├──────────────────────────────────────▶ ORGANISER ─────────┤
 *     └── too late, not a hello, a wrong key ─────────────────────┘
 *
 * Every client byte is hostile until decode_message has said OK. */
#include "live/connection.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/check.h"
#include "core/decision.h"
#include "core/state.h"
#include "live/member.h"
#include "live/organiser.h"
#include "live/peer.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/frame.h"

struct connection *connection_open(struct service *service, struct peer *peer)
{
    struct connection *connection = NEW(struct connection);
    connection->service = service;
    connection->peer = peer;
    connection->id = ++service->last_connection;
    connection->last_heard = service_steady(service);
    table_set(&service->connections, connection->id, connection);
    return connection;
}

size_t connection_message_limit(const struct connection *connection)
{
    switch (connection->phase) {
    case CONNECTION_SILENT:
    case CONNECTION_WAITING: return LIMIT_HELLO_BYTES;
    case CONNECTION_ORGANISER: return LIMIT_ORGANISER_MESSAGE_BYTES;
    case CONNECTION_MEMBER:
    case CONNECTION_ENDED: break;
    }
    return LIMIT_MESSAGE_BYTES;
}

struct frame *connection_take(struct connection *connection)
{
    return outbox_take(&connection->outbox);
}

/* ---- sending ---- */

static void push(struct connection *connection, struct frame *frame, bool snapshot)
{
    if (connection->phase == CONNECTION_ENDED) return;
    if (!outbox_add(&connection->outbox, frame, snapshot)) {
        connection->service->metrics.closed_too_slow++;
        outbox_clear(&connection->outbox);
        member_end(connection, CLOSE_TOO_SLOW);
        return;
    }
    connection->service->metrics.deliveries++;
    connection->service->metrics.bytes_out += frame->length;
    if (connection->outbox.count == 1) connection->peer->calls->wake(connection->peer);
}

void member_send(struct connection *connection, struct frame *frame)
{
    push(connection, frame, false);
}

void member_send_snapshot(struct connection *connection, struct frame *frame)
{
    push(connection, frame, true);
}

void member_send_message(struct connection *connection, const struct message *message)
{
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    member_send(connection, frame);
    frame_drop(frame);
    buffer_clear(&buffer);
}

/* ---- ending ---- */

static void leave(struct connection *connection)
{
    struct live_workshop *workshop = connection->workshop;
    if (!workshop) return;
    if (connection->phase == CONNECTION_MEMBER) presence_left(workshop, connection->viewer.person);
    workshop_remove_member(workshop, connection);
}

void member_end(struct connection *connection, enum close_code code)
{
    if (connection->phase == CONNECTION_ENDED) return;
    leave(connection);
    connection->phase = CONNECTION_ENDED;
    connection->peer->calls->close(connection->peer, (unsigned)code);
}

void connection_closed(struct connection *connection)
{
    if (connection->phase != CONNECTION_ENDED) leave(connection);
    table_remove(&connection->service->connections, connection->id);
    outbox_clear(&connection->outbox);
    bytes_drop((struct bytes *)connection->viewer.groups);
    free(connection);
}

/* ---- letting in ---- */

static void send_welcome(struct connection *connection, bool resumed)
{
    const struct live_workshop *workshop = connection->workshop;
    struct message message = {.type = MESSAGE_WELCOME};
    message.body.welcome = (struct message_welcome){
        .version = PROTOCOL_VERSION,
        .workshop = workshop ? workshop->id : 0,
        .person = connection->viewer.person,
        .role = connection->viewer.role,
        .epoch = workshop ? (int64_t)workshop->history.position.epoch : 0,
        .resumed = resumed,
        .now = service_now(connection->service),
    };
    member_send_message(connection, &message);
}

/* What a key gives now: false when it gives nothing (any more). */
static bool look_up_key(const struct connection *connection, struct viewer *viewer,
                        uint64_t *invitation)
{
    const struct state *state = connection->workshop->state;
    *viewer = (struct viewer){.role = ROLE_ORGANISER};
    *invitation = 0;
    if (secret_equal(&connection->digest, &connection->service->organiser_digest)) return true;
    struct bytes *digest = bytes_new(connection->digest.bytes, SECRET_BYTES);
    const struct record *record = state_get(state, RECORD_KEY, key_id(digest));
    bool known = record && bytes_equal(record->body.key.digest, digest);
    bytes_drop(digest);
    if (!known) return false;
    const struct key *key = &record->body.key;
    *invitation = key->invitation;
    const struct invitation *link = state_invitation(state, key->invitation);
    const struct person *person = state_person(state, key->person);
    if (!link || (key->person && !person)) return false;
    *viewer = (struct viewer){.person = key->person,
                              .role = person ? person->role : link->role,
                              .groups = person ? person->groups : NULL};
    return true;
}

static void set_viewer(struct connection *connection, const struct viewer *viewer)
{
    bytes_drop((struct bytes *)connection->viewer.groups);
    connection->viewer = *viewer;
    bytes_keep((struct bytes *)connection->viewer.groups);
}

/* Forget everything: a welcome and a whole snapshot. */
static void refresh(struct connection *connection)
{
    send_welcome(connection, false);
    fanout_snapshot(connection->workshop, connection);
    presence_tell_whole(connection->workshop, connection);
}

static bool can_resume(const struct connection *connection)
{
    const struct live_workshop *workshop = connection->workshop;
    const struct message_hello *hello = &connection->hello;
    return hello->seq && (uint64_t)hello->epoch == workshop->history.position.epoch &&
           fanout_can_resume(workshop, connection, (uint64_t)hello->seq);
}

/* Somebody who was on another server may be further than this one. */
static bool is_ahead(const struct connection *connection)
{
    struct journal_position ours = connection->workshop->history.position;
    const struct message_hello *hello = &connection->hello;
    return (uint64_t)hello->epoch == ours.epoch && (uint64_t)hello->seq > ours.seq;
}

static void let_in(struct connection *connection)
{
    struct live_workshop *workshop = connection->workshop;
    /* What is not yet told must not reach this one twice. */
    fanout_flush(workshop);
    connection->phase = CONNECTION_MEMBER;
    presence_came(workshop, connection);
    if (!can_resume(connection)) {
        refresh(connection);
        return;
    }
    connection->service->metrics.resumes++;
    send_welcome(connection, true);
    fanout_resume(workshop, connection, (uint64_t)connection->hello.seq);
    presence_tell_whole(workshop, connection);
}

void member_admit(struct connection *connection)
{
    struct viewer viewer;
    /* While a batch is under way the state is tentative; the end of the turn comes back here. */
    if (connection->workshop->batch.count) return;
    if (workshop_is_full(connection->workshop)) {
        member_end(connection, CLOSE_UNAVAILABLE);
        return;
    }
    bool known = look_up_key(connection, &viewer, &connection->invitation);
    /* They may have joined on another server, a moment ago: nobody is turned away, or taken back
     * to an earlier time, before the journal was asked. */
    bool in_doubt = !known || is_ahead(connection);
    if (in_doubt && !history_is_fresh(connection->workshop, &connection->question)) return;
    if (!known) {
        connection->service->metrics.hellos_refused++;
        member_end(connection, CLOSE_UNKNOWN_KEY);
        return;
    }
    set_viewer(connection, &viewer);
    let_in(connection);
}

static bool same_eyes(const struct viewer *left, const struct viewer *right)
{
    return left->person == right->person && left->role == right->role &&
           bytes_equal(left->groups, right->groups);
}

static void become(struct connection *connection, const struct viewer *viewer)
{
    uint64_t before = connection->viewer.person;
    set_viewer(connection, viewer);
    if (viewer->person == before) return;
    presence_left(connection->workshop, before);
    presence_came(connection->workshop, connection);
}

void member_review(struct connection *connection, bool anyway)
{
    struct viewer viewer;
    if (!look_up_key(connection, &viewer, &connection->invitation)) {
        member_end(connection, CLOSE_REVOKED);
        return;
    }
    if (same_eyes(&viewer, &connection->viewer) && !anyway) return;
    become(connection, &viewer);
    refresh(connection);
}

void member_take_key(struct connection *connection, uint64_t person, const struct bytes *digest)
{
    if (connection->viewer.person == person) return;
    for (size_t i = 0; i < SECRET_BYTES; i++)
        connection->digest.bytes[i] = (uint8_t)bytes_text(digest)[i];
}

void member_join(struct connection *connection, uint64_t person, bool first_time)
{
    struct viewer before = connection->viewer, viewer;
    if (before.person == person) return;
    /* They may have been taken out since: a join may be sent again long after. */
    if (!look_up_key(connection, &viewer, &connection->invitation)) {
        member_end(connection, CLOSE_REVOKED);
        return;
    }
    /* Somebody new sees what a guest of their role saw, and nothing is theirs alone yet. */
    bool new = first_time && !before.person &&viewer.role == before.role;
    bool sees_the_same = new && !bytes_length(viewer.groups);
    become(connection, &viewer);
    if (sees_the_same) send_welcome(connection, true);
    else refresh(connection);
}

/* ---- receiving ---- */

static void enter(struct connection *connection, const struct message_hello *hello)
{
    struct live_workshop *workshop = registry_workshop(connection->service, hello->workshop);
    if (!workshop) {
        member_end(connection, CLOSE_UNAVAILABLE);
        return;
    }
    connection->hello = *hello;
    connection->phase = CONNECTION_WAITING;
    workshop->knocking = true;
    workshop_stir(workshop);
    workshop_add_member(workshop, connection);
    if (workshop->phase == WORKSHOP_READY) member_admit(connection);
}

static void on_hello(struct connection *connection, const struct message_hello *hello)
{
    struct service *service = connection->service;
    connection->digest = hello->key;
    if (hello->version != PROTOCOL_VERSION) {
        member_end(connection, CLOSE_WRONG_VERSION);
    } else if (service->draining) {
        member_end(connection, CLOSE_GOING_AWAY);
    } else if (service->connections.count > service->settings.max_connections) {
        member_end(connection, CLOSE_FULL);
    } else if (hello->workshop) {
        enter(connection, hello);
    } else if (secret_equal(&hello->key, &service->organiser_digest)) {
        connection->phase = CONNECTION_ORGANISER;
        connection->viewer.role = ROLE_ORGANISER;
        send_welcome(connection, false);
    } else {
        service->metrics.hellos_refused++;
        member_end(connection, CLOSE_UNKNOWN_KEY);
    }
}

static void on_command(struct connection *connection, struct message_command *message)
{
    struct live_workshop *workshop = connection->workshop;
    struct submission *submission = NEW(struct submission);
    submission->command = message->command;
    message->command = (struct command){0};
    submission->client = message->client;
    submission->counter = (uint64_t)message->counter;
    submission->connection = connection->id;
    submission->context = (struct context){.person = connection->viewer.person,
                                           .role = connection->viewer.role,
                                           .invitation = connection->invitation};
    workshop_submit(workshop, submission);
}

static void refuse_now(struct connection *connection, const struct message *message,
                       const struct decode_problem *problem)
{
    struct message refused = {.type = MESSAGE_REFUSED};
    refused.body.refused = (struct message_refused){
        .client = message->type == MESSAGE_COMMAND ? message->body.command.client : 0,
        .counter = message->type == MESSAGE_COMMAND ? message->body.command.counter : 0,
        .refusal = (int64_t)problem->refusal,
        .command = (int64_t)problem->command,
        .field = problem->field,
        .limit = problem->limit,
    };
    connection->service->metrics.commands_refused++;
    member_send_message(connection, &refused);
}

/* Every command costs, the malformed too; a client that sends more than it may have in flight
 * is not ours. */
static void charge(struct connection *connection, enum command_type type)
{
    uint64_t person = connection->viewer.person;
    struct limits *limits =
        person ? presence_limits(connection->workshop, person) : &connection->limits;
    const struct command_policy *policy = schema_policy(type);
    int64_t pause = limits_take(limits, policy ? policy->class : CLASS_EDIT,
                                service_steady(connection->service));
    if (pause) connection->peer->calls->pause(connection->peer, pause);
}

static void on_pong(struct connection *connection)
{
    struct message pong = {.type = MESSAGE_PONG};
    pong.body.pong = (struct message_pong){.seq = (int64_t)connection->told,
                                           .now = service_now(connection->service)};
    member_send_message(connection, &pong);
}

static void on_member_message(struct connection *connection, struct message *message)
{
    if (message->type == MESSAGE_PING) {
        on_pong(connection);
    } else if (message->type == MESSAGE_HINT) {
        presence_hint(connection->workshop, connection, &message->body.hint);
    } else if (message->type != MESSAGE_COMMAND) {
        member_end(connection, CLOSE_BAD_MESSAGE);
    } else if (++connection->waiting > 2 * LIMIT_IN_FLIGHT) {
        member_end(connection, CLOSE_BAD_MESSAGE);
    } else if (workshop_is_full(connection->workshop)) {
        member_end(connection, CLOSE_UNAVAILABLE);
    } else {
        charge(connection, message->body.command.command.type);
        on_command(connection, &message->body.command);
    }
}

static void on_message(struct connection *connection, struct message *message)
{
    switch (connection->phase) {
    case CONNECTION_SILENT:
        if (message->type == MESSAGE_HELLO) on_hello(connection, &message->body.hello);
        else member_end(connection, CLOSE_BAD_MESSAGE);
        return;
    case CONNECTION_WAITING: /* nothing may be said before welcome */
        member_end(connection, CLOSE_BAD_MESSAGE);
        return;
    case CONNECTION_MEMBER: on_member_message(connection, message); return;
    case CONNECTION_ORGANISER:
        if (message->type == MESSAGE_PING) on_pong(connection);
        else if (!organiser_message(connection, message)) member_end(connection, CLOSE_BAD_MESSAGE);
        return;
    case CONNECTION_ENDED: return;
    }
}

static void on_refused(struct connection *connection, const struct message *message,
                       const struct decode_problem *problem)
{
    bool may_ask =
        connection->phase == CONNECTION_MEMBER || connection->phase == CONNECTION_ORGANISER;
    if (!may_ask) {
        member_end(connection, CLOSE_BAD_MESSAGE);
        return;
    }
    if (connection->phase == CONNECTION_MEMBER) charge(connection, problem->command);
    refuse_now(connection, message, problem);
}

void connection_receive(struct connection *connection, const uint8_t *data, size_t length,
                        bool text)
{
    struct message message;
    struct decode_problem problem;
    if (connection->phase == CONNECTION_ENDED) return;
    connection->last_heard = service_steady(connection->service);
    if (length > connection_message_limit(connection)) {
        member_end(connection, CLOSE_TOO_BIG);
        return;
    }
    enum decode_status status =
        text ? DECODE_BROKEN : decode_message(data, length, &message, &problem);
    if (status == DECODE_BROKEN) {
        member_end(connection, CLOSE_BAD_MESSAGE);
        return;
    }
    if (status == DECODE_REFUSED) on_refused(connection, &message, &problem);
    else on_message(connection, &message);
    message_clear(&message);
}
