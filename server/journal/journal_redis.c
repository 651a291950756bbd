/* Two links to one Redis: one for commands, one on which messages arrive.
 *
 *     append, read, … ──▶ waiting ──(commands is up)──▶ sent ──▶ completions
 *     follower ◀── messages: what other servers publish, at once
 *     follower ◀── commands: the position itself, asked for every two seconds
 *
 * A message may be lost with its connection; the question finds what it said. The question
 * runs on the same link as everything else, so its answer is never older than the outcome of
 * a call that the follower has already heard of: an answer behind that means that Redis has
 * lost something. Messages come on another link and may be late; those are dropped.
 *
 * A call that finds no connection waits for one, but not longer than PATIENCE_MS. */
#include "journal/journal_redis.h"

#include <hiredis/hiredis.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "base/check.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/table.h"
#include "journal/call.h"
#include "journal/redis_address.h"
#include "journal/redis_link.h"
#include "journal/redis_place.h"
#include "journal/redis_script.h"
#include "journal/redis_upgrade.h"

#define TICK_MS 250
#define PATIENCE_MS 3000
#define ASK_EVERY 8     /* ticks */
#define SILENCE_MS 7000 /* on the link of messages, where our own beat comes all the time */
#define WHISPER_BYTES (32 * 1024)
#define WHISPERS_PENDING 1000 /* more replies than this still to come: whispers are dropped */
#define CHANNEL_BYTES 64
#define SENDER_DIGITS 16

/* A message is its kind, the sender in SENDER_DIGITS hexadecimal digits, then a position
 * (redis_place.h) or the whispered bytes. */
enum { MESSAGE_POSITION = 'p', MESSAGE_WHISPER = 'w', MESSAGE_BEAT = 'b' };

struct journal_redis {
    struct journal journal; /* first: callers hold this */
    uv_loop_t *loop;
    struct redis_address address;
    struct redis_link *commands, *messages;
    uint64_t sender; /* random: our own messages come back to us too */
    struct calls waiting;
    struct table followings;
    uv_timer_t ticker;
    unsigned ticks;
    bool ready;
    bool has_file; /* Redis keeps an append-only file */
    int open_links;
    void (*on_closed)(void *context); /* set: closing */
    void *closed_context;
};

struct following {
    uint64_t workshop;
    const struct journal_follower *follower;
    struct journal_position reached; /* according to the link of commands */
};

static struct journal_redis *from(struct journal *journal)
{
    return (struct journal_redis *)journal;
}

static bool is_ahead(struct journal_position left, struct journal_position right)
{
    return left.epoch > right.epoch || (left.epoch == right.epoch && left.seq > right.seq);
}

static void write_channel(const struct journal_redis *self, uint64_t workshop,
                          char channel[CHANNEL_BYTES])
{
    snprintf(channel, CHANNEL_BYTES, "archipel:%u:{%" PRIu64 "}", self->address.database, workshop);
}

static void write_message(const struct journal_redis *self, int kind,
                          char message[1 + SENDER_DIGITS + 1])
{
    snprintf(message, 1 + SENDER_DIGITS + 1, "%c%0*" PRIx64, kind, SENDER_DIGITS, self->sender);
}

/* Every command goes through here: the link does not outlive close. */
static bool send_command(struct journal_redis *self, struct pieces *command, redis_on_reply *reply,
                         void *context)
{
    bool sent = !self->on_closed && redis_link_send(self->commands, command, reply, context);
    pieces_clear(command);
    return sent;
}

/* Calls. */

/* What the caller learns by itself, its follower need not be told again by a late message. */
static void reach(struct journal_redis *self, const struct call *call)
{
    struct following *following = table_get(&self->followings, call->workshop);
    if (following && call->position.epoch) following->reached = call->position;
}

static bool is_error(struct journal_redis *self, const redisReply *reply)
{
    bool error = !reply || reply->type == REDIS_REPLY_ERROR;
    if (reply && error && self->ready) log_error("redis: %s", reply->str);
    self->ready = !error;
    return error;
}

static void on_rewriting(void *context, const redisReply *reply)
{
    (void)context;
    (void)reply; /* it begins, or is refused: then it comes when the file has grown */
}

/* What a replace took away still stands in the append-only file, until Redis writes it anew. */
static void rewrite_file(struct journal_redis *self)
{
    struct pieces command = {0};
    redis_add_text(&command, "BGREWRITEAOF");
    send_command(self, &command, on_rewriting, self);
}

static void upgrade(struct journal_redis *self, struct call *call);

static void on_outcome(void *context, const redisReply *reply)
{
    struct call *call = context;
    struct journal_redis *self = call->carrier;
    if (redis_script_is_older(reply)) {
        upgrade(self, call);
        return;
    }
    redis_script_read(call, is_error(self, reply) ? NULL : reply);
    reach(self, call);
    if (call->kind == CALL_REPLACE && call->status == JOURNAL_OK && self->has_file)
        rewrite_file(self);
    call_complete(call);
}

static void on_nothing(void *context, const redisReply *reply)
{
    is_error(context, reply);
}

/* The set of workshops is for list. It comes first: a name without a workshop does less harm
 * than a workshop without a name. */
static bool send_name(struct journal_redis *self, const struct call *call)
{
    struct pieces command = {0};
    redis_add_text(&command, "SADD");
    redis_add_text(&command, "archipel:workshops");
    redis_add_format(&command, "%" PRIu64, call->workshop);
    return send_command(self, &command, on_nothing, self);
}

static bool send_sign(struct journal_redis *self, const struct call *call)
{
    struct pieces command = {0};
    redis_sign_write(&command, call);
    return send_command(self, &command, on_nothing, self);
}

/* Sends it, or answers that there is nobody to send it to. */
static void send_or_give_up(struct journal_redis *self, struct pieces *command,
                            redis_on_reply *reply, struct call *call)
{
    if (!send_command(self, command, reply, call)) call_complete(call);
}

static bool send_call(struct journal_redis *self, struct call *call)
{
    struct pieces command = {0};
    char channel[CHANNEL_BYTES], message[1 + SENDER_DIGITS + 1];
    if (call->kind == CALL_CREATE && !send_name(self, call)) return false;
    if (call->kind == CALL_PUT_SIGN && !send_sign(self, call)) return false;
    write_channel(self, call->workshop, channel);
    write_message(self, MESSAGE_POSITION, message);
    redis_script_write(&command, call, channel, message);
    return send_command(self, &command, on_outcome, call);
}

/* J13: the workshop is fetched, written back, and the call made again. Calls that were sent together
 * go this way together and keep their order; who comes second finds it done. */

static void on_upgraded(void *context, const redisReply *reply)
{
    struct call *call = context;
    if (is_error(call->carrier, reply) || !send_call(call->carrier, call)) call_complete(call);
}

static void on_fetched(void *context, const redisReply *reply)
{
    struct call *call = context;
    struct journal_redis *self = call->carrier;
    struct pieces command = {0};
    char channel[CHANNEL_BYTES], message[1 + SENDER_DIGITS + 1];
    if (is_error(self, reply)) {
        call_complete(call);
        return;
    }
    write_channel(self, call->workshop, channel);
    write_message(self, MESSAGE_POSITION, message);
    switch (redis_upgrade_write(&command, call->workshop, reply, channel, message)) {
    case UPGRADE_NEEDED: send_or_give_up(self, &command, on_upgraded, call); return;
    case UPGRADE_DONE: on_upgraded(call, reply); return;
    case UPGRADE_DAMAGED:
        call->status = JOURNAL_DAMAGED;
        call_complete(call);
        return;
    }
}

static void upgrade(struct journal_redis *self, struct call *call)
{
    struct pieces command = {0};
    redis_upgrade_fetch(&command, call->workshop);
    send_or_give_up(self, &command, on_fetched, call);
}

static void send_waiting(struct journal_redis *self)
{
    while (self->waiting.first) {
        struct call *next = self->waiting.first->next;
        if (!send_call(self, self->waiting.first)) return;
        self->waiting.first->next = NULL;
        self->waiting.first = next;
        if (!next) self->waiting.last = NULL;
    }
}

static void ask(struct journal *journal, struct call *call)
{
    struct journal_redis *self = from(journal);
    call->carrier = self;
    call->since = self->ticks;
    calls_push(&self->waiting, call);
    send_waiting(self);
}

static void give_up_old_calls(struct journal_redis *self)
{
    while (self->waiting.first && self->ticks - self->waiting.first->since > PATIENCE_MS / TICK_MS)
        call_complete(calls_pop(&self->waiting));
}

/* Followers. */

struct question {
    struct journal_redis *self;
    uint64_t workshop;
};

static void on_position(void *context, const redisReply *reply)
{
    struct question question = *(struct question *)context;
    struct journal_position position;
    free(context);
    if (is_error(question.self, reply) || !redis_position_read(&position, question.workshop, reply))
        return;
    struct following *following = table_get(&question.self->followings, question.workshop);
    if (!following) return;
    following->reached = position;
    following->follower->on_position(following->follower->context, position);
}

static void ask_position(struct journal_redis *self, uint64_t workshop)
{
    struct pieces command = {0};
    struct question *question = NEW(struct question);
    *question = (struct question){self, workshop};
    redis_position_write(&command, workshop);
    if (!send_command(self, &command, on_position, question)) free(question);
}

static void ask_positions(struct journal_redis *self)
{
    struct following *following;
    size_t at = 0;
    while ((following = table_next(&self->followings, &at)))
        ask_position(self, following->workshop);
}

static void hear_position(struct following *following, const char *text)
{
    struct journal_position position;
    if (!redis_read_place(text, following->workshop, &position)) return;
    if (is_ahead(position, following->reached))
        following->follower->on_position(following->follower->context, position);
}

static void hear(struct journal_redis *self, const redisReply *channel, const redisReply *message)
{
    char start[CHANNEL_BYTES], own[1 + SENDER_DIGITS + 1];
    snprintf(start, sizeof start, "archipel:%u:{", self->address.database);
    write_message(self, MESSAGE_POSITION, own);
    if (message->len < 1 + SENDER_DIGITS || strncmp(channel->str, start, strlen(start)) != 0 ||
        memcmp(message->str + 1, own + 1, SENDER_DIGITS) == 0)
        return;
    uint64_t workshop = strtoull(channel->str + strlen(start), NULL, 10);
    struct following *following = table_get(&self->followings, workshop);
    if (!following) return;
    const char *rest = message->str + 1 + SENDER_DIGITS;
    if (message->str[0] == MESSAGE_POSITION) hear_position(following, rest);
    else if (message->str[0] == MESSAGE_WHISPER)
        following->follower->on_whisper(following->follower->context,
                                        (struct journal_bytes){rest, (size_t)message->len - 1 -
                                                                         SENDER_DIGITS});
}

/* {"pmessage", pattern, channel, message}; or {"psubscribe", pattern, count} at the start, after
 * which nothing is missed any more: what was missed before is asked for. */
static void on_message(void *context, const redisReply *reply)
{
    struct journal_redis *self = context;
    if (!reply || reply->type != REDIS_REPLY_ARRAY) return;
    if (reply->elements == 3) ask_positions(self);
    else if (reply->elements == 4 && reply->element[2]->type == REDIS_REPLY_STRING &&
             reply->element[3]->type == REDIS_REPLY_STRING)
        hear(self, reply->element[2], reply->element[3]);
}

static void publish(struct journal_redis *self, const char *channel, int kind,
                    struct journal_bytes bytes)
{
    struct pieces command = {0};
    struct buffer text = {0};
    char message[1 + SENDER_DIGITS + 1];
    write_message(self, kind, message);
    buffer_add_text(&text, message);
    buffer_add(&text, bytes.data, bytes.length);
    redis_add_text(&command, "PUBLISH");
    redis_add_text(&command, channel);
    pieces_add(&command, (struct journal_bytes){text.data, text.length});
    send_command(self, &command, on_nothing, self);
    buffer_clear(&text);
}

/* Shows that both links live: it goes out on one and comes back on the other. */
static void beat(struct journal_redis *self)
{
    char channel[CHANNEL_BYTES];
    snprintf(channel, sizeof channel, "archipel:%u:beat", self->address.database);
    publish(self, channel, MESSAGE_BEAT, (struct journal_bytes){0});
}

static void on_tick(uv_timer_t *ticker)
{
    struct journal_redis *self = ticker->data;
    self->ticks++;
    give_up_old_calls(self);
    if (self->ticks % ASK_EVERY == 0) {
        ask_positions(self);
        beat(self);
    }
}

/* Links. */

static bool setting_is(const redisReply *reply, const char *name, const char *value)
{
    for (size_t at = 0; at + 1 < reply->elements; at += 2)
        if (reply->element[at]->str && strcmp(reply->element[at]->str, name) == 0)
            return reply->element[at + 1]->str && strcmp(reply->element[at + 1]->str, value) == 0;
    return false;
}

static void on_settings(void *context, const redisReply *reply)
{
    struct journal_redis *self = context;
    if (!reply) return;
    bool told = reply->type == REDIS_REPLY_ARRAY;
    self->has_file = told && setting_is(reply, "appendonly", "yes");
    if (!told)
        log_info("redis: %s does not tell how it keeps data; it should have appendonly yes and "
                 "appendfsync always",
                 self->address.shown);
    else if (!self->has_file)
        log_warning("redis: %s keeps no append-only file: what is confirmed may be lost when "
                    "Redis stops (set appendonly yes and appendfsync always)",
                    self->address.shown);
    else if (!setting_is(reply, "appendfsync", "always"))
        log_warning("redis: %s writes to disk later than it answers: what is confirmed may be "
                    "lost in a power cut (set appendfsync always)",
                    self->address.shown);
}

static void ask_settings(struct journal_redis *self)
{
    struct pieces command = {0};
    redis_add_text(&command, "CONFIG");
    redis_add_text(&command, "GET");
    redis_add_text(&command, "append*");
    send_command(self, &command, on_settings, self);
}

static void on_commands_up(void *context)
{
    struct journal_redis *self = context;
    self->ready = true;
    ask_settings(self);
    send_waiting(self);
    ask_positions(self);
    beat(self);
}

static void on_commands_down(void *context)
{
    struct journal_redis *self = context;
    self->ready = false;
}

static void on_messages_up(void *context)
{
    struct journal_redis *self = context;
    char pattern[CHANNEL_BYTES];
    snprintf(pattern, sizeof pattern, "archipel:%u:*", self->address.database);
    redis_link_subscribe(self->messages, pattern, on_message, self);
}

static void on_messages_down(void *context)
{
    (void)context; /* the questions go on */
}

static const struct redis_link_events commands_events = {"commands", on_commands_up,
                                                         on_commands_down};
static const struct redis_link_events messages_events = {"messages", on_messages_up,
                                                         on_messages_down};

/* The journal's functions. */

static void follow(struct journal *journal, uint64_t workshop,
                   const struct journal_follower *follower)
{
    struct following *following = NEW(struct following);
    following->workshop = workshop;
    following->follower = follower;
    CHECK(!table_set(&from(journal)->followings, workshop, following));
    ask_position(from(journal), workshop);
}

static void unfollow(struct journal *journal, uint64_t workshop)
{
    free(table_remove(&from(journal)->followings, workshop));
}

static void whisper(struct journal *journal, uint64_t workshop, struct journal_bytes bytes)
{
    struct journal_redis *self = from(journal);
    char channel[CHANNEL_BYTES];
    CHECK(bytes.length <= WHISPER_BYTES);
    if (self->on_closed || redis_link_pending(self->commands) > WHISPERS_PENDING) return;
    write_channel(self, workshop, channel);
    publish(self, channel, MESSAGE_WHISPER, bytes);
}

static bool is_ready(const struct journal *journal)
{
    return ((const struct journal_redis *)journal)->ready;
}

/* Closing: the ticker, then both links, then what still waits. */

static void on_link_closed(void *context)
{
    struct journal_redis *self = context;
    struct following *following;
    struct call *call;
    size_t at = 0;
    if (--self->open_links) return;
    while ((call = calls_pop(&self->waiting))) call_complete(call);
    while ((following = table_next(&self->followings, &at))) free(following);
    table_clear(&self->followings);
    redis_address_clear(&self->address);
    self->on_closed(self->closed_context);
    free(self);
}

static void on_ticker_closed(uv_handle_t *handle)
{
    struct journal_redis *self = handle->data;
    redis_link_close(self->commands, on_link_closed, self);
    redis_link_close(self->messages, on_link_closed, self);
}

static void close_journal(struct journal *journal, void (*on_closed)(void *context), void *context)
{
    struct journal_redis *self = from(journal);
    CHECK(on_closed && !self->on_closed);
    self->on_closed = on_closed;
    self->closed_context = context;
    uv_close((uv_handle_t *)&self->ticker, on_ticker_closed);
}

static const struct journal_calls redis_calls = {
    .create = call_create,
    .open = call_open,
    .append = call_append,
    .read = call_read,
    .keep_snapshot = call_keep_snapshot,
    .replace = call_replace,
    .list = call_list,
    .put_sign = call_put_sign,
    .find_sign = call_find_sign,
    .ask = ask,
    .follow = follow,
    .unfollow = unfollow,
    .whisper = whisper,
    .is_ready = is_ready,
    .close = close_journal,
};

struct journal *journal_redis_new(struct uv_loop_s *loop, const char *address, char *problem,
                                  size_t problem_bytes)
{
    struct journal_redis *self = NEW(struct journal_redis);
    if (!redis_address_read(&self->address, address, problem, problem_bytes)) {
        redis_address_clear(&self->address);
        free(self);
        return NULL;
    }
    self->journal.calls = &redis_calls;
    self->loop = loop;
    self->sender = secret_random_id();
    self->commands = redis_link_new(loop, &self->address, PATIENCE_MS, &commands_events, self);
    self->messages = redis_link_new(loop, &self->address, SILENCE_MS, &messages_events, self);
    self->open_links = 2;
    self->ticker.data = self;
    CHECK(uv_timer_init(loop, &self->ticker) == 0);
    uv_timer_start(&self->ticker, on_tick, TICK_MS, TICK_MS);
    return &self->journal;
}
