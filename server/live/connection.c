/*            hello                     workshop opened
 *   SILENT ───────────▶ WAITING ───────────────────────▶ MEMBER ──┐
 *     │      hello, organiser key and no workshop                 ├──▶ ENDED
 *     ├──────────────────────────────────────▶ ORGANISER ─────────┤
 *     ├── too late, not a hello, a wrong key ─────────────────────┤
 *     │   try_code                                                │
 *     ├──────────▶ TRYING ── a wrong code ────────────────────────┘
 *     └──── a right one ◀┘
 *
 * Every client byte is hostile until decode_message has said OK. */
#include "live/connection.h"

#include <stdlib.h>

#include "base/check.h"
#include "live/admission.h"
#include "live/codes.h"
#include "live/member.h"
#include "live/organiser.h"
#include "live/outdated.h"
#include "live/peer.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "live/workshops.h"
#include "wire/decode.h"

struct connection *connection_open(struct service *service, struct peer *peer)
{
    struct connection *connection = NEW(struct connection);
    connection->service = service;
    connection->peer = peer;
    connection->id = ++service->last_connection;
    connection->last_heard = host_steady(service->host);
    table_set(&service->connections, connection->id, connection);
    return connection;
}

size_t connection_message_limit(const struct connection *connection)
{
    switch (connection->phase) {
    case CONNECTION_SILENT:
    case CONNECTION_TRYING:
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

void connection_closed(struct connection *connection)
{
    if (connection->workshop) workshop_leave(connection);
    member_forget_ended(connection);
    table_remove(&connection->service->connections, connection->id);
    outbox_clear(&connection->outbox);
    bytes_drop((struct bytes *)connection->viewer.groups);
    free(connection);
}

/* ---- receiving ---- */

static void enter(struct connection *connection, const struct message_hello *hello)
{
    if (outdated_has(connection->service, hello->workshop)) {
        member_end(connection, CLOSE_OUTDATED);
        return;
    }
    struct live_workshop *workshop = workshops_get(connection->service, hello->workshop);
    if (!workshop) {
        member_end(connection, CLOSE_UNAVAILABLE);
        return;
    }
    connection->hello = *hello;
    connection->phase = CONNECTION_WAITING;
    workshop_enter(workshop, connection);
    if (workshop->history.phase == HISTORY_READY) admission_admit(connection);
}

/* Whether a first message of this version and schema is heard; ends the connection if not. */
static bool is_heard(struct connection *connection, int64_t version, int64_t schema)
{
    const struct service *service = connection->service;
    if (version != PROTOCOL_VERSION || schema != PROTOCOL_SCHEMA)
        member_end(connection, CLOSE_WRONG_VERSION);
    else if (service->draining) member_end(connection, CLOSE_GOING_AWAY);
    else if (service->connections.count > service->settings.max_connections)
        member_end(connection, CLOSE_FULL);
    else return true;
    return false;
}

static void on_hello(struct connection *connection, const struct message_hello *hello)
{
    struct service *service = connection->service;
    connection->digest = hello->key;
    connection->unpacks = hello->unpacks;
    if (!is_heard(connection, hello->version, hello->schema)) return;
    if (hello->workshop) {
        enter(connection, hello);
    } else if (secret_equal(&hello->key, &service->organiser_digest)) {
        connection->phase = CONNECTION_ORGANISER;
        connection->viewer.role = ROLE_ORGANISER;
        admission_welcome(connection, false);
    } else {
        service->metrics.hellos_refused++;
        member_end(connection, CLOSE_UNKNOWN_KEY);
    }
}

static void on_first(struct connection *connection, const struct message *message)
{
    const struct message_try_code *try = &message->body.try_code;
    if (message->type == MESSAGE_HELLO) on_hello(connection, &message->body.hello);
    else if (message->type != MESSAGE_TRY_CODE) member_end(connection, CLOSE_BAD_MESSAGE);
    else if (is_heard(connection, try->version, try->schema)) codes_try(connection, try->code);
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
        person ? presence_limits(&connection->workshop->presence, person) : &connection->limits;
    const struct command_policy *policy = schema_policy(type);
    int64_t pause = limits_take(limits, policy ? policy->class : CLASS_EDIT,
                                host_steady(connection->service->host));
    if (pause) connection->peer->calls->pause(connection->peer, pause);
}

static void on_pong(struct connection *connection)
{
    const struct live_workshop *workshop = connection->workshop;
    struct message pong = {.type = MESSAGE_PONG};
    pong.body.pong =
        (struct message_pong){.seq = (int64_t)connection->told,
                              .mark =
                                  workshop ? fanout_mark(&workshop->fanout, connection->told) : 0,
                              .now = host_wall(connection->service->host)};
    member_send_message(connection, &pong);
}

static void on_member_message(struct connection *connection, struct message *message)
{
    if (message->type == MESSAGE_PING) {
        on_pong(connection);
    } else if (message->type == MESSAGE_HINT) {
        presence_hint(&connection->workshop->presence, connection->workshop->history.state,
                      connection, &message->body.hint);
    } else if (message->type != MESSAGE_COMMAND) {
        member_end(connection, CLOSE_BAD_MESSAGE);
    } else if (++connection->waiting > 2 * LIMIT_IN_FLIGHT) {
        member_end(connection, CLOSE_BAD_MESSAGE);
    } else if (queue_is_full(&connection->workshop->queue)) {
        member_end(connection, CLOSE_UNAVAILABLE);
    } else {
        charge(connection, message->body.command.command.type);
        on_command(connection, &message->body.command);
    }
}

static void on_message(struct connection *connection, struct message *message)
{
    switch (connection->phase) {
    case CONNECTION_SILENT: on_first(connection, message); return;
    case CONNECTION_TRYING:
    case CONNECTION_WAITING: /* nothing may be said before the answer */
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
    connection->last_heard = host_steady(connection->service->host);
    if (length > connection_message_limit(connection)) {
        member_end(connection, CLOSE_TOO_BIG);
        return;
    }
    enum decode_status status =
        text ? DECODE_BROKEN : decode_message(data, length, &message, &problem);
    if (status == DECODE_BROKEN) {
        bool foreign = !text && connection->phase == CONNECTION_SILENT &&
                       decode_is_foreign_hello(data, length);
        member_end(connection, foreign ? CLOSE_WRONG_VERSION : CLOSE_BAD_MESSAGE);
        return;
    }
    if (status == DECODE_REFUSED) on_refused(connection, &message, &problem);
    else on_message(connection, &message);
    message_clear(&message);
}
