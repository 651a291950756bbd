/* Each call is one script, carried out in one step. Every script looks at the format first: what is
 * older or newer than ours is told by its status alone and left as it is. */
#include "journal/redis_script.h"

#include <hiredis/hiredis.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/log.h"
#include "journal/chain.h"
#include "journal/redis_link.h"
#include "journal/redis_place.h"

/* The .lua files of this folder. */
extern const char journal_create_lua[], journal_open_lua[], journal_append_lua[],
    journal_read_lua[], journal_keep_snapshot_lua[], journal_replace_lua[];

/* Commands. */

static void add_number(struct pieces *command, uint64_t number)
{
    redis_add_format(command, "%" PRIu64, number);
}

static void add_entries(struct pieces *command, const struct call *call)
{
    struct journal_position place = {.seq = call->first, .head = call->before};
    for (size_t at = 0; at < pieces_count(&call->entries); at++, place.seq++) {
        struct journal_bytes entry = pieces_at(&call->entries, at);
        redis_add_entry(command, call->workshop, &place, entry);
        place.head = chain_after(&place.head, entry);
    }
}

/* Its position, then its bytes. */
static void add_base(struct pieces *command, const struct call *call)
{
    struct journal_position base = call_base(call);
    struct journal_bytes snapshot = {call->snapshot.data, call->snapshot.length};
    redis_add_place(command, call->workshop, &base);
    if (snapshot.length) redis_add_snapshot(command, call->workshop, &base, snapshot);
    else redis_add_text(command, "");
}

/* Redis knows a script again by its text, so that sending it whole costs a kilobyte and spares
 * us a Redis that has forgotten it. */
void redis_add_script(struct pieces *command, const char *script, uint64_t workshop)
{
    redis_add_text(command, "EVAL");
    redis_add_text(command, script);
    redis_add_text(command, "3");
    redis_add_format(command, "archipel:{%" PRIu64 "}:head", workshop);
    redis_add_format(command, "archipel:{%" PRIu64 "}:entries", workshop);
    redis_add_format(command, "archipel:{%" PRIu64 "}:snapshot", workshop);
}

static void write_create(struct pieces *command, const struct call *call)
{
    struct journal_position start = {.epoch = 1};
    redis_add_script(command, journal_create_lua, call->workshop);
    redis_add_place(command, call->workshop, &start);
    redis_add_first(command, call->workshop, 1);
}

/* What append and replace begin with. */
static void write_move(struct pieces *command, const struct call *call, const char *script,
                       const char *channel, const char *message)
{
    struct journal_position end = call_end(call);
    redis_add_script(command, script, call->workshop);
    redis_add_place(command, call->workshop, &call->expected);
    redis_add_place(command, call->workshop, &end);
    redis_add_text(command, channel);
    redis_add_text(command, message);
    add_number(command, call->first);
}

static void write_replace(struct pieces *command, const struct call *call, const char *channel,
                          const char *message)
{
    write_move(command, call, journal_replace_lua, channel, message);
    redis_add_first(command, call->workshop, call->first);
    add_base(command, call);
    add_entries(command, call);
}

static void write_keep_snapshot(struct pieces *command, const struct call *call)
{
    struct journal_bytes snapshot = {call->snapshot.data, call->snapshot.length};
    redis_add_script(command, journal_keep_snapshot_lua, call->workshop);
    redis_add_place(command, call->workshop, &call->expected);
    add_number(command, call->expected.seq + 1);
    pieces_add(command, (struct journal_bytes){call->expected.head.bytes, DIGEST_BYTES});
    redis_add_snapshot(command, call->workshop, &call->expected, snapshot);
}

static void add_sign(struct pieces *command, const struct call *call)
{
    redis_add_format(command, "archipel:sign:%" PRIu64, call->sign);
}

void redis_sign_write(struct pieces *command, const struct call *call)
{
    redis_add_text(command, "SET");
    add_sign(command, call);
    add_number(command, call->workshop);
    redis_add_text(command, "NX");
}

void redis_script_write(struct pieces *command, const struct call *call, const char *channel,
                        const char *message)
{
    switch (call->kind) {
    case CALL_CREATE: write_create(command, call); return;
    case CALL_OPEN: redis_add_script(command, journal_open_lua, call->workshop); return;
    case CALL_APPEND:
        write_move(command, call, journal_append_lua, channel, message);
        add_entries(command, call);
        return;
    case CALL_READ:
        redis_add_script(command, journal_read_lua, call->workshop);
        add_number(command, call->first);
        add_number(command, call->limit);
        return;
    case CALL_KEEP_SNAPSHOT: write_keep_snapshot(command, call); return;
    case CALL_REPLACE: write_replace(command, call, channel, message); return;
    case CALL_LIST:
        redis_add_text(command, "SMEMBERS");
        redis_add_text(command, "archipel:workshops");
        return;
    case CALL_PUT_SIGN: /* whoever was first stands: it is sent behind redis_sign_write */
    case CALL_FIND_SIGN:
        redis_add_text(command, "GET");
        add_sign(command, call);
        return;
    }
}

/* Replies. */

static bool read_status(const redisReply *reply, enum journal_status *status)
{
    static const enum journal_status known[] = {JOURNAL_OK, JOURNAL_CONFLICT, JOURNAL_ABSENT,
                                                JOURNAL_EXISTS, JOURNAL_NEWER};
    const redisReply *word = redis_element(reply, 0, REDIS_REPLY_STRING);
    for (size_t at = 0; word && at < sizeof known / sizeof *known; at++)
        if (strcmp(word->str, journal_status_name(known[at])) == 0) {
            *status = known[at];
            return true;
        }
    return false;
}

bool redis_script_is_older(const struct redisReply *reply)
{
    const redisReply *word = reply ? redis_element(reply, 0, REDIS_REPLY_STRING) : NULL;
    return word && strcmp(word->str, "older") == 0;
}

static bool take_entry(struct call *call, const redisReply *run, size_t index)
{
    const redisReply *entry = redis_element(run, index, REDIS_REPLY_ARRAY);
    const redisReply *fields = entry ? redis_element(entry, 1, REDIS_REPLY_ARRAY) : NULL;
    struct journal_position place = {.seq = call->first + index};
    struct journal_bytes bytes;
    return fields && redis_has_id(entry, place.seq) &&
           redis_read_entry(redis_element(fields, 1, REDIS_REPLY_STRING), call->workshop, &place,
                            &bytes) &&
           call_found(call, &place.head, bytes);
}

static enum journal_status read_run(struct call *call, const redisReply *reply, uint64_t first)
{
    const redisReply *run = redis_element(reply, 3, REDIS_REPLY_ARRAY);
    uint64_t count = call_run_length(call, first);
    if (!run) return JOURNAL_DAMAGED;
    for (size_t at = 0; at < count; at++)
        if (!take_entry(call, run, at)) return JOURNAL_DAMAGED;
    return call_run_fits(call) ? JOURNAL_OK : JOURNAL_DAMAGED;
}

static enum journal_status read_opening(struct call *call, const redisReply *reply, uint64_t first)
{
    const redisReply *at = redis_element(reply, 3, REDIS_REPLY_STRING);
    const redisReply *stored = redis_element(reply, 4, REDIS_REPLY_STRING);
    struct journal_position place;
    struct journal_bytes snapshot;
    if (at && redis_read_place(at->str, call->workshop, &place) &&
        redis_read_snapshot(stored, call->workshop, &place, &snapshot)) {
        call->snapshot_seq = place.seq;
        call->snapshot_head = place.head;
        buffer_add(&call->snapshot, snapshot.data, snapshot.length);
        return JOURNAL_OK;
    }
    if (first > 1) return JOURNAL_DAMAGED; /* what stands for the entries before it */
    if (stored) log_warning("the snapshot of a workshop is damaged; its entries are read instead");
    return JOURNAL_OK;
}

static enum journal_status read_list(struct call *call, const redisReply *reply)
{
    for (size_t at = 0; at < reply->elements; at++) {
        uint64_t workshop;
        if (!redis_read_digits(reply, at, &workshop)) return JOURNAL_DAMAGED;
        buffer_add(&call->workshops, &workshop, sizeof workshop);
    }
    return JOURNAL_OK;
}

/* What comes with a position. */
static enum journal_status read_found(struct call *call, const redisReply *reply)
{
    uint64_t first;
    if (call->kind != CALL_READ && call->kind != CALL_OPEN) return call->status;
    if (!redis_read_first(redis_element(reply, 2, REDIS_REPLY_STRING), call->workshop, &first))
        return JOURNAL_DAMAGED;
    return call->kind == CALL_READ ? read_run(call, reply, first)
                                   : read_opening(call, reply, first);
}

/* What a GET says; what makes no sense leaves the outcome unknown. */
static void read_sign(struct call *call, const redisReply *reply)
{
    uint64_t workshop = 0;
    if (reply->type == REDIS_REPLY_STRING) workshop = strtoull(reply->str, NULL, 10);
    else if (reply->type != REDIS_REPLY_NIL) return;
    call_sign_leads(call, workshop);
}

void redis_script_read(struct call *call, const struct redisReply *reply)
{
    call->status = JOURNAL_UNAVAILABLE;
    if (reply && (call->kind == CALL_PUT_SIGN || call->kind == CALL_FIND_SIGN))
        read_sign(call, reply);
    if (!reply || reply->type != REDIS_REPLY_ARRAY) return;
    if (call->kind == CALL_LIST) {
        call->status = read_list(call, reply);
        return;
    }
    if (!read_status(reply, &call->status)) return;
    if (call->status == JOURNAL_ABSENT || call->status == JOURNAL_NEWER) return;
    const redisReply *at = redis_element(reply, 1, REDIS_REPLY_STRING);
    if (!at || !redis_read_place(at->str, call->workshop, &call->position))
        call->status = JOURNAL_DAMAGED;
    else if (call->status == JOURNAL_OK) call->status = read_found(call, reply);
}

void redis_position_write(struct pieces *command, uint64_t workshop)
{
    redis_add_text(command, "HMGET");
    redis_add_format(command, "archipel:{%" PRIu64 "}:head", workshop);
    redis_add_text(command, "at");
    redis_add_text(command, "epoch");
}

bool redis_position_read(struct journal_position *position, uint64_t workshop,
                         const struct redisReply *reply)
{
    *position = (struct journal_position){0};
    if (!reply || reply->type != REDIS_REPLY_ARRAY) return false;
    const redisReply *at = redis_element(reply, 0, REDIS_REPLY_STRING);
    bool absent = redis_element(reply, 1, REDIS_REPLY_NIL) != NULL;
    return absent || (at && redis_read_place(at->str, workshop, position));
}
