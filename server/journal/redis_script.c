/* A call becomes an EVAL of its .lua file with the workshop's keys and then its arguments. The
 * reply is read with the suspicion that anything deserves that comes over a network. */
#include "journal/redis_script.h"

#include <hiredis/hiredis.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/log.h"
#include "journal/checksum.h"
#include "journal/redis_link.h"

#define CHECKSUM_BYTES 4

/* The .lua files of this folder. */
extern const char journal_create_lua[], journal_open_lua[], journal_append_lua[],
    journal_read_lua[], journal_keep_snapshot_lua[], journal_replace_lua[];

/* Commands. */

static void add_number(struct pieces *command, uint64_t number)
{
    redis_add_format(command, "%" PRIu64, number);
}

static void add_position(struct pieces *command, struct journal_position position)
{
    add_number(command, position.epoch);
    add_number(command, position.seq);
}

static void add_checked(struct pieces *command, uint64_t workshop, uint64_t seq,
                        struct journal_bytes bytes)
{
    uint32_t checksum = checksum_of(workshop, seq, bytes);
    uint8_t *to = allocate(CHECKSUM_BYTES + bytes.length);
    for (int at = 0; at < CHECKSUM_BYTES; at++) to[at] = (uint8_t)(checksum >> (24 - 8 * at));
    if (bytes.length) memcpy(to + CHECKSUM_BYTES, bytes.data, bytes.length);
    pieces_add(command, (struct journal_bytes){to, CHECKSUM_BYTES + bytes.length});
    free(to);
}

static void add_entries(struct pieces *command, const struct call *call, uint64_t first)
{
    for (size_t at = 0; at < pieces_count(&call->entries); at++)
        add_checked(command, call->workshop, first + at, pieces_at(&call->entries, at));
}

static void add_snapshot(struct pieces *command, const struct call *call, uint64_t seq)
{
    struct journal_bytes snapshot = {call->snapshot.data, call->snapshot.length};
    if (snapshot.length) add_checked(command, call->workshop, seq, snapshot);
    else redis_add_text(command, "");
}

/* Redis knows a script again by its text, so that sending it whole costs a kilobyte and spares
 * us a Redis that has forgotten it. */
static void add_script(struct pieces *command, const char *script, uint64_t workshop)
{
    redis_add_text(command, "EVAL");
    redis_add_text(command, script);
    redis_add_text(command, "3");
    redis_add_format(command, "archipel:{%" PRIu64 "}:head", workshop);
    redis_add_format(command, "archipel:{%" PRIu64 "}:entries", workshop);
    redis_add_format(command, "archipel:{%" PRIu64 "}:snapshot", workshop);
}

static void write_append(struct pieces *command, const struct call *call, const char *channel,
                         const char *message)
{
    add_script(command, journal_append_lua, call->workshop);
    add_position(command, call->expected);
    redis_add_text(command, channel);
    redis_add_text(command, message);
    add_entries(command, call, call->expected.seq + 1);
}

static void write_replace(struct pieces *command, const struct call *call, const char *channel,
                          const char *message)
{
    add_script(command, journal_replace_lua, call->workshop);
    add_position(command, call->expected);
    redis_add_text(command, channel);
    redis_add_text(command, message);
    add_number(command, call->first);
    add_snapshot(command, call, call->first - 1);
    add_entries(command, call, call->first);
}

void redis_script_write(struct pieces *command, const struct call *call, const char *channel,
                        const char *message)
{
    switch (call->kind) {
    case CALL_CREATE: add_script(command, journal_create_lua, call->workshop); return;
    case CALL_OPEN: add_script(command, journal_open_lua, call->workshop); return;
    case CALL_APPEND: write_append(command, call, channel, message); return;
    case CALL_READ:
        add_script(command, journal_read_lua, call->workshop);
        add_number(command, call->first);
        add_number(command, call->limit);
        return;
    case CALL_KEEP_SNAPSHOT:
        add_script(command, journal_keep_snapshot_lua, call->workshop);
        add_position(command, call->expected);
        add_snapshot(command, call, call->expected.seq);
        return;
    case CALL_REPLACE: write_replace(command, call, channel, message); return;
    case CALL_LIST:
        redis_add_text(command, "SMEMBERS");
        redis_add_text(command, "archipel:workshops");
        return;
    }
}

/* Replies. */

static const redisReply *element(const redisReply *reply, size_t index, int type)
{
    if (reply->type != REDIS_REPLY_ARRAY || index >= reply->elements) return NULL;
    return reply->element[index]->type == type ? reply->element[index] : NULL;
}

static bool read_number(const redisReply *reply, size_t index, uint64_t *number)
{
    const redisReply *found = element(reply, index, REDIS_REPLY_INTEGER);
    if (found && found->integer >= 0) *number = (uint64_t)found->integer;
    return found && found->integer >= 0;
}

/* Decimal digits and nothing else. */
static bool read_digits(const redisReply *reply, size_t index, uint64_t *number)
{
    const redisReply *found = element(reply, index, REDIS_REPLY_STRING);
    char again[24];
    if (!found) return false;
    *number = strtoull(found->str, NULL, 10);
    snprintf(again, sizeof again, "%" PRIu64, *number);
    return strcmp(again, found->str) == 0;
}

static bool read_status(const redisReply *reply, enum journal_status *status)
{
    static const enum journal_status known[] = {JOURNAL_OK, JOURNAL_CONFLICT, JOURNAL_ABSENT,
                                                JOURNAL_EXISTS};
    const redisReply *word = element(reply, 0, REDIS_REPLY_STRING);
    for (size_t at = 0; word && at < sizeof known / sizeof *known; at++)
        if (strcmp(word->str, journal_status_name(known[at])) == 0) {
            *status = known[at];
            return true;
        }
    return false;
}

/* What the checksum before it says is what was written at this place; the bytes stay Redis's. */
static bool read_checked(const redisReply *stored, uint64_t workshop, uint64_t seq,
                         struct journal_bytes *bytes)
{
    if (!stored || stored->len < CHECKSUM_BYTES) return false;
    uint32_t checksum = 0;
    for (int at = 0; at < CHECKSUM_BYTES; at++) checksum = checksum << 8 | (uint8_t)stored->str[at];
    bytes->data = stored->str + CHECKSUM_BYTES;
    bytes->length = (size_t)stored->len - CHECKSUM_BYTES;
    return checksum == checksum_of(workshop, seq, *bytes);
}

static bool has_id(const redisReply *entry, uint64_t seq)
{
    const redisReply *id = element(entry, 0, REDIS_REPLY_STRING);
    char expected[32];
    snprintf(expected, sizeof expected, "%" PRIu64 "-0", seq);
    return id && strcmp(id->str, expected) == 0;
}

static bool take_entry(struct call *call, const redisReply *run, size_t index)
{
    const redisReply *entry = element(run, index, REDIS_REPLY_ARRAY);
    const redisReply *fields = entry ? element(entry, 1, REDIS_REPLY_ARRAY) : NULL;
    struct journal_bytes bytes;
    uint64_t seq = call->first + index;
    if (!fields || !has_id(entry, seq) ||
        !read_checked(element(fields, 1, REDIS_REPLY_STRING), call->workshop, seq, &bytes))
        return false;
    pieces_add(&call->entries, bytes);
    return true;
}

static enum journal_status read_run(struct call *call, const redisReply *reply)
{
    uint64_t first = 0;
    const redisReply *run = element(reply, 4, REDIS_REPLY_ARRAY);
    if (!run || !read_number(reply, 3, &first)) return JOURNAL_DAMAGED;
    uint64_t count = call_run_length(call, first);
    for (size_t at = 0; at < count; at++)
        if (!take_entry(call, run, at)) return JOURNAL_DAMAGED;
    return JOURNAL_OK;
}

static enum journal_status read_opening(struct call *call, const redisReply *reply)
{
    uint64_t first, seq;
    struct journal_bytes snapshot;
    const redisReply *stored = element(reply, 5, REDIS_REPLY_STRING);
    if (!read_number(reply, 3, &first)) return JOURNAL_DAMAGED;
    if (read_number(reply, 4, &seq) && read_checked(stored, call->workshop, seq, &snapshot)) {
        call->snapshot_seq = seq;
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
        if (!read_digits(reply, at, &workshop)) return JOURNAL_DAMAGED;
        buffer_add(&call->workshops, &workshop, sizeof workshop);
    }
    return JOURNAL_OK;
}

void redis_script_read(struct call *call, const struct redisReply *reply)
{
    call->status = JOURNAL_UNAVAILABLE;
    if (!reply || reply->type != REDIS_REPLY_ARRAY) return;
    if (call->kind == CALL_LIST) {
        call->status = read_list(call, reply);
        return;
    }
    if (!read_number(reply, 1, &call->position.epoch) ||
        !read_number(reply, 2, &call->position.seq) || !read_status(reply, &call->status))
        return;
    if (call->status == JOURNAL_OK && call->kind == CALL_READ) call->status = read_run(call, reply);
    if (call->status == JOURNAL_OK && call->kind == CALL_OPEN)
        call->status = read_opening(call, reply);
}

void redis_position_write(struct pieces *command, uint64_t workshop)
{
    redis_add_text(command, "HMGET");
    redis_add_format(command, "archipel:{%" PRIu64 "}:head", workshop);
    redis_add_text(command, "epoch");
    redis_add_text(command, "seq");
}

bool redis_position_read(struct journal_position *position, const struct redisReply *reply)
{
    *position = (struct journal_position){0};
    if (!reply || reply->type != REDIS_REPLY_ARRAY) return false;
    bool absent = element(reply, 0, REDIS_REPLY_NIL) != NULL;
    return absent ||
           (read_digits(reply, 0, &position->epoch) && read_digits(reply, 1, &position->seq));
}
