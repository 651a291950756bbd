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

/* A stream's entries cannot be changed: they are written anew, the one at `seq` differently. */
static void rewrite_entries(const struct fixture *fixture, uint64_t workshop, uint64_t seq,
                            bool keep)
{
    char key[64], id[32];
    snprintf(key, sizeof key, "archipel:{%" PRIu64 "}:entries", workshop);
    const char *range[] = {"XRANGE", key, "-", "+"}, *drop[] = {"DEL", key};
    redisReply *run = redis_server_ask(redis_store_server(fixture), 4, range, NULL);
    freeReplyObject(redis_server_ask(redis_store_server(fixture), 2, drop, NULL));
    for (size_t at = 0; at < run->elements; at++) {
        const redisReply *data = run->element[at]->element[1]->element[1];
        if (at + 1 == seq && !keep) continue;
        if (at + 1 == seq) data->str[data->len - 1] ^= 1;
        snprintf(id, sizeof id, "%zu-0", at + 1);
        const char *add[] = {"XADD", key, id, "d", data->str};
        const size_t lengths[] = {4, strlen(key), strlen(id), 1, (size_t)data->len};
        freeReplyObject(redis_server_ask(redis_store_server(fixture), 5, add, lengths));
    }
    freeReplyObject(run);
}

static void flip_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    rewrite_entries(fixture, workshop, seq, true);
}

static void lose_entry(struct fixture *fixture, uint64_t workshop, uint64_t seq)
{
    rewrite_entries(fixture, workshop, seq, false);
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
