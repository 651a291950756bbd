#include "redis_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <hiredis/hiredis.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "journal/checksum.h"
#include "journal/journal_redis.h"

const char *const redis_store_durable[] = {"--appendonly", "yes", "--appendfsync", "always", NULL};

struct redis_server *redis_store_server(const struct fixture *fixture)
{
    return fixture->place;
}

static void start(struct fixture *fixture)
{
    fixture->place = NEW(struct redis_server);
    redis_server_start(fixture->place, fixture->folder, redis_store_durable);
}

static void stop(struct fixture *fixture)
{
    redis_server_end(fixture->place, SIGKILL);
    free(fixture->place);
}

struct journal *redis_store_open_at(struct fixture *fixture, const char *address)
{
    char problem[200] = "";
    struct journal *journal = journal_redis_new(&fixture->loop, address, problem, sizeof problem);
    assert_string_equal(problem, "");
    return journal;
}

struct journal *redis_store_open(struct fixture *fixture)
{
    char address[120];
    snprintf(address, sizeof address, "redis+unix://%s", redis_store_server(fixture)->socket);
    return redis_store_open_at(fixture, address);
}

/* Harm. */

enum change { FLIP, LOSE, PART };

/* Its last byte; or the first one of the head before it, and then the checksum fits. */
static void change_entry(redisReply *data, uint64_t workshop, uint64_t seq, enum change change)
{
    struct journal_position place = {.seq = seq};
    enum { CHECKSUM = 4 };
    if (change == FLIP) data->str[data->len - 1] ^= 1;
    if (change != PART) return;
    data->str[CHECKSUM] ^= 1;
    memcpy(place.head.bytes, data->str + CHECKSUM, DIGEST_BYTES);
    size_t before = CHECKSUM + DIGEST_BYTES;
    struct journal_bytes entry = {data->str + before, data->len - before};
    uint32_t checksum = checksum_of(workshop, &place, entry);
    for (int at = 0; at < CHECKSUM; at++) data->str[at] = (char)(checksum >> (24 - 8 * at));
}

/* A stream's entries cannot be changed: they are written anew, the one at `seq` differently. */
static void rewrite_entries(const struct fixture *fixture, uint64_t workshop, uint64_t seq,
                            enum change change)
{
    char key[64], id[32];
    snprintf(key, sizeof key, "archipel:{%" PRIu64 "}:entries", workshop);
    const char *range[] = {"XRANGE", key, "-", "+"}, *drop[] = {"DEL", key};
    redisReply *run = redis_server_ask(redis_store_server(fixture), 4, range, NULL);
    freeReplyObject(redis_server_ask(redis_store_server(fixture), 2, drop, NULL));
    for (size_t at = 0; at < run->elements; at++) {
        redisReply *data = run->element[at]->element[1]->element[1];
        if (at + 1 == seq && change == LOSE) continue;
        if (at + 1 == seq) change_entry(data, workshop, seq, change);
        snprintf(id, sizeof id, "%zu-0", at + 1);
        const char *add[] = {"XADD", key, id, "d", data->str};
        const size_t lengths[] = {4, strlen(key), strlen(id), 1, (size_t)data->len};
        freeReplyObject(redis_server_ask(redis_store_server(fixture), 5, add, lengths));
    }
    freeReplyObject(run);
}

static void flip_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    rewrite_entries(fixture, workshop, seq, FLIP);
}

static void lose_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    rewrite_entries(fixture, workshop, seq, LOSE);
}

static void part_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    rewrite_entries(fixture, workshop, seq, PART);
}

static void set_place(const struct fixture *fixture, uint64_t workshop, const char *place)
{
    char key[64];
    snprintf(key, sizeof key, "archipel:{%" PRIu64 "}:head", workshop);
    const char *set[] = {"HSET", key, "at", place};
    freeReplyObject(redis_server_ask(redis_store_server(fixture), 4, set, NULL));
}

char *redis_store_place(const struct fixture *fixture, uint64_t workshop)
{
    char key[64];
    snprintf(key, sizeof key, "archipel:{%" PRIu64 "}:head", workshop);
    const char *get[] = {"HGET", key, "at"};
    redisReply *reply = redis_server_ask(redis_store_server(fixture), 3, get, NULL);
    char *place = strdup(reply->str);
    freeReplyObject(reply);
    return place;
}

void redis_store_lose(const struct fixture *fixture, uint64_t workshop, const char *then,
                      uint64_t seq)
{
    char command[100];
    set_place(fixture, workshop, then);
    for (uint64_t gone = seq + 1; gone < seq + 10; gone++) {
        snprintf(command, sizeof command, "XDEL archipel:{%" PRIu64 "}:entries %" PRIu64 "-0",
                 workshop, gone);
        redis_server_tell(redis_store_server(fixture), command);
    }
    snprintf(command, sizeof command, "XSETID archipel:{%" PRIu64 "}:entries %" PRIu64 "-0",
             workshop, seq);
    redis_server_tell(redis_store_server(fixture), command);
}

static void flip_position(struct fixture *fixture, uint64_t workshop)
{
    char *place = redis_store_place(fixture, workshop);
    place[2] ^= 1; /* of the number */
    set_place(fixture, workshop, place);
    free(place);
}

static void flip_snapshot(struct fixture *fixture, uint64_t workshop)
{
    char command[100];
    snprintf(command, sizeof command,
             "HSET archipel:{%" PRIu64 "}:snapshot data 1234-not-what-was-kept", workshop);
    redis_server_tell(redis_store_server(fixture), command);
}

const struct store redis_store = {
    .start = start,
    .stop = stop,
    .open = redis_store_open,
    .flip_entry = flip_entry,
    .flip_snapshot = flip_snapshot,
    .flip_position = flip_position,
    .part_entry = part_entry,
    .lose_entry = lose_entry,
};

void redis_store_begin(struct fixture *fixture, uint64_t workshop)
{
    static const char *const abc[] = {"a", "b", "c"};
    assert_outcome(create_workshop(fixture, fixture->journal, workshop), JOURNAL_OK, 1, 0);
    assert_outcome(append_texts(fixture, fixture->journal, workshop, position_of(1, 0), abc, 3),
                   JOURNAL_OK, 1, 3);
}

void await_position(struct fixture *fixture, const struct listener *listener, uint64_t epoch,
                    uint64_t seq)
{
    while (listener->position.epoch != epoch || listener->position.seq != seq)
        assert_true(uv_run(&fixture->loop, UV_RUN_ONCE));
}

void assert_all_there(const char *texts, char name, int wanted)
{
    int found = 0;
    for (const char *line = texts; *line; line = strchr(line, '\n') + 1)
        if (*line == name) assert_int_equal(atoi(line + 1), found++);
    assert_int_equal(found, wanted);
}
