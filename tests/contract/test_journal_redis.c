/* The contract over a real Redis, and a Redis that stops, dies, forgets. */
#include <fcntl.h>
#include <hiredis/hiredis.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "redis_store.h"
#include "suite.h"

#define W 77

static const char *const abc[] = {"a", "b", "c"};

static struct fixture *with_abc(void **state)
{
    redis_store_begin(*state, W);
    return *state;
}

static void await_not_ready(struct fixture *f)
{
    while (f->journal->calls->is_ready(f->journal)) assert_true(uv_run(&f->loop, UV_RUN_ONCE));
}

static void j5_what_was_confirmed_survives_the_death_of_redis(void **state)
{
    struct fixture *f = with_abc(state);
    redis_server_end(f->place, SIGKILL);
    await_not_ready(f);
    redis_server_start(f->place, f->folder, redis_store_durable);
    await_ready(f, f->journal);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
}

static void j9_a_redis_that_stands_still_is_unavailable_until_it_goes_on(void **state)
{
    struct fixture *f = with_abc(state);
    kill(redis_store_server(f)->process, SIGSTOP);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_UNAVAILABLE, 0,
                   0);
    assert_false(f->journal->calls->is_ready(f->journal));
    kill(redis_store_server(f)->process, SIGCONT);
    await_ready(f, f->journal);
    struct outcome run = read_run(f, f->journal, W, 3, 10); /* J9: it may have been written */
    assert_int_equal(run.status, JOURNAL_OK);
    assert_true(run.count <= 1);
    assert_outcome(append_text(f, f->journal, W, run.position, "e"), JOURNAL_OK, 1,
                   run.position.seq + 1);
    outcome_clear(&run);
}

static void j9_without_redis_calls_do_not_wait_for_ever(void **state)
{
    struct fixture *f = with_abc(state);
    struct outcome outcomes[3] = {0};
    struct journal_bytes entry = bytes_of("x");
    redis_server_end(f->place, SIGKILL);
    await_not_ready(f);
    f->journal->calls->append(f->journal, W, position_of(1, 3), &entry, 1, outcome_done,
                              &outcomes[0]);
    f->journal->calls->read(f->journal, W, 0, 10, outcome_read, &outcomes[1]);
    f->journal->calls->append(f->journal, W, position_of(1, 4), &entry, 1, outcome_done,
                              &outcomes[2]);
    await(f, &outcomes[2].come);
    assert_true(outcomes[0].turn < outcomes[1].turn && outcomes[1].turn < outcomes[2].turn);
    for (size_t at = 0; at < 3; at++) assert_outcome(outcomes[at], JOURNAL_UNAVAILABLE, 0, 0);
}

static void j9_a_call_waits_for_a_connection(void **state)
{
    struct fixture *f = with_abc(state);
    redis_server_tell(redis_store_server(f), "CLIENT KILL TYPE normal");
    await_not_ready(f);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
}

/* Connections are cut again and again while somebody writes, who does as J9 says. */
static void j9_unknown_outcomes_lead_to_nothing_lost_and_nothing_twice(void **state)
{
    struct fixture *f = *state;
    enum { WANTED = 120 };
    struct journal_position position = {.epoch = 1};
    char text[16];
    int unknown = 0;
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    for (int number = 0; number < WANTED;) {
        struct outcome outcome = {0};
        struct journal_bytes entry = {text, (size_t)snprintf(text, sizeof text, "x%d", number)};
        f->journal->calls->append(f->journal, W, position, &entry, 1, outcome_done, &outcome);
        if (number % 4 == unknown % 4)
            redis_server_tell(redis_store_server(f), "CLIENT KILL TYPE normal");
        await(f, &outcome.come);
        if (outcome.status == JOURNAL_OK) {
            position = outcome.position;
            number++;
            continue;
        }
        assert_int_equal(outcome.status, JOURNAL_UNAVAILABLE);
        unknown++;
        struct outcome run = read_run(f, f->journal, W, position.seq, 10);
        number += run.status == JOURNAL_OK && run.count == 1;
        position = run.status == JOURNAL_OK ? run.position : position;
        outcome_clear(&run);
    }
    assert_true(unknown > 0);
    struct outcome all = read_run(f, f->journal, W, 0, 4096);
    assert_int_equal(all.count, WANTED);
    assert_all_there(all.texts, 'x', WANTED);
    outcome_clear(&all);
}

static void j8_a_follower_is_told_when_redis_has_lost_entries(void **state)
{
    struct fixture *f = *state;
    struct listener listener;
    static const char *const tail[] = {"b", "c"};
    listener_init(&listener);
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 0), "a"), JOURNAL_OK, 1, 1);
    char *then = redis_store_place(f, W);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 1), tail, 2), JOURNAL_OK, 1, 3);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    await_position(f, &listener, 1, 3);
    redis_store_lose(f, W, then, 1);
    await_position(f, &listener, 1, 1);
    free(then);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 1), tail, 2), JOURNAL_OK, 1, 3);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
    f->journal->calls->unfollow(f->journal, W);
}

static void j8_a_follower_is_told_when_redis_has_lost_everything(void **state)
{
    struct fixture *f = with_abc(state);
    struct listener listener;
    listener_init(&listener);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    await_position(f, &listener, 1, 3);
    redis_server_tell(redis_store_server(f), "FLUSHALL");
    await_position(f, &listener, 0, 0);
    f->journal->calls->unfollow(f->journal, W);
}

static void j9_a_full_redis_is_unavailable_until_there_is_room(void **state)
{
    struct fixture *f = with_abc(state);
    redis_server_tell(redis_store_server(f), "CONFIG SET maxmemory 1");
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_UNAVAILABLE, 0,
                   0);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
    redis_server_tell(redis_store_server(f), "CONFIG SET maxmemory 0");
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
}

static void j10_what_is_replaced_is_gone_from_redis(void **state)
{
    struct fixture *f = with_abc(state);
    const char *exists[] = {"EXISTS", "archipel:{77}:snapshot"};
    keep_snapshot(f, f->journal, W, position_of(1, 3), "something regretted");
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 3), "", 1, abc, 2), JOURNAL_OK,
                   2, 2);
    redisReply *reply = redis_server_ask(redis_store_server(f), 2, exists, NULL);
    assert_int_equal(reply->integer, 0);
    freeReplyObject(reply);
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\n");
}

static bool append_only_file_holds(const struct fixture *f, const char *text)
{
    char command[200];
    snprintf(command, sizeof command, "grep -rqF '%s' %s/appendonlydir", text, f->folder);
    int status = system(command);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) <= 1);
    return WEXITSTATUS(status) == 0;
}

/* Redis does that by and by; the test's alarm ends it if it never does. */
static void j10_what_is_replaced_goes_from_the_append_only_file(void **state)
{
    struct fixture *f = with_abc(state);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "something regretted"),
                   JOURNAL_OK, 1, 4);
    assert_true(append_only_file_holds(f, "something regretted"));
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 4), "", 1, abc, 3), JOURNAL_OK,
                   2, 3);
    while (append_only_file_holds(f, "something regretted"))
        assert_true(uv_run(&f->loop, UV_RUN_ONCE));
    assert_run(read_run(f, f->journal, W, 0, 10), 1, "a\nb\nc\n");
}

/* What the journal logs goes into a file meanwhile. */
static void capture_log(const struct fixture *f, int *usual)
{
    char *path = fixture_path(f, "log");
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    *usual = dup(STDERR_FILENO);
    dup2(file, STDERR_FILENO);
    close(file);
    free(path);
    log_set_level(LOG_WARNING);
}

static bool log_says(const struct fixture *f, const char *text)
{
    char *path = fixture_path(f, "log"), content[4000];
    FILE *log = fopen(path, "r");
    content[fread(content, 1, sizeof content - 1, log)] = 0;
    fclose(log);
    free(path);
    return strstr(content, text) != NULL;
}

static void release_log(int usual)
{
    dup2(usual, STDERR_FILENO);
    close(usual);
    log_set_level(LOG_ERROR);
}

static void j5_a_weaker_setting_is_said_aloud(void **state)
{
    struct fixture *f = with_abc(state);
    int usual;
    close_and_await(f, f->journal);
    capture_log(f, &usual);
    redis_server_tell(redis_store_server(f), "CONFIG SET appendfsync everysec");
    f->journal = redis_store_open(f);
    assert_outcome(open_workshop(f, f->journal, W), JOURNAL_OK, 1, 3);
    assert_outcome(open_workshop(f, f->journal, W), JOURNAL_OK, 1, 3);
    release_log(usual);
    assert_true(log_says(f, "set appendfsync always"));
}

static void over_tcp_with_a_password_and_a_database(void **state)
{
    struct fixture *f = *state;
    char address[120], port[16];
    int usual;
    close_and_await(f, f->journal);
    redis_server_end(f->place, SIGKILL);
    redis_store_server(f)->port = redis_server_free_port();
    snprintf(port, sizeof port, "%u", redis_store_server(f)->port);
    const char *const more[] = {"--requirepass", "s3cr@t/", NULL};
    redis_server_start(f->place, f->folder, more);
    capture_log(f, &usual);
    snprintf(address, sizeof address, "redis://:s3cr%%40t%%2F@localhost:%s/5", port);
    f->journal = redis_store_open_at(f, address);
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    snprintf(address, sizeof address, "redis://:wr0ng@127.0.0.1:%s", port);
    struct journal *refused = redis_store_open_at(f, address);
    struct outcome outcome = open_workshop(f, refused, W);
    assert_false(refused->calls->is_ready(refused));
    close_and_await(f, refused);
    release_log(usual);
    assert_outcome(outcome, JOURNAL_UNAVAILABLE, 0, 0);
    assert_true(log_says(f, "WRONGPASS"));
    assert_false(log_says(f, "s3cr"));
    assert_false(log_says(f, "wr0ng"));
}

/* Those that journal_redis.h names. */
static void a_user_with_few_rights_suffices(void **state)
{
    struct fixture *f = *state;
    char address[80];
    close_and_await(f, f->journal);
    redis_server_end(f->place, SIGKILL);
    redis_store_server(f)->port = redis_server_free_port();
    redis_server_start(f->place, f->folder, redis_store_durable);
    redis_server_tell(
        redis_store_server(f),
        "ACL SETUSER archi on >pw ~archipel:* &archipel:0:* +eval +hmget +hset +del +xadd "
        "+xrange +sadd +smembers +publish +psubscribe +select +ping");
    snprintf(address, sizeof address, "redis://archi:pw@127.0.0.1:%u", redis_store_server(f)->port);
    f->journal = redis_store_open_at(f, address);
    struct journal *second = redis_store_open_at(f, address);
    struct listener listener;
    listener_init(&listener);
    with_abc(state);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    while (!listener.whispered) {
        second->calls->whisper(second, W, bytes_of("psst"));
        assert_true(uv_run(&f->loop, UV_RUN_ONCE));
    }
    assert_outcome(replace_history(f, second, W, position_of(1, 3), "ab", 3, abc, 1), JOURNAL_OK, 2,
                   3);
    await_position(f, &listener, 2, 3);
    assert_outcome(keep_snapshot(f, second, W, position_of(2, 3), "abc"), JOURNAL_OK, 2, 3);
    assert_outcome(list_workshops(f, second), JOURNAL_OK, 0, 0);
    f->journal->calls->unfollow(f->journal, W);
    close_and_await(f, second);
}

static void a_redis_that_comes_later_is_found(void **state)
{
    struct fixture *f = *state;
    char address[60];
    struct outcome outcome = {0};
    close_and_await(f, f->journal);
    redis_server_end(f->place, SIGKILL);
    redis_store_server(f)->port = redis_server_free_port();
    snprintf(address, sizeof address, "redis://127.0.0.1:%u", redis_store_server(f)->port);
    f->journal = redis_store_open_at(f, address);
    f->journal->calls->open(f->journal, W, outcome_open, &outcome);
    await(f, &outcome.come); /* many connections have been refused by then */
    assert_outcome(outcome, JOURNAL_UNAVAILABLE, 0, 0);
    redis_server_start(f->place, f->folder, redis_store_durable);
    await_ready(f, f->journal);
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
}

static void an_address_that_leads_nowhere_can_be_closed(void **state)
{
    struct fixture *f = *state;
    char address[60];
    snprintf(address, sizeof address, "redis://localhost:%u", redis_server_free_port());
    struct journal *lost = redis_store_open_at(f, address);
    struct outcome outcome = {0};
    lost->calls->open(lost, W, outcome_open, &outcome);
    uv_run(&f->loop, UV_RUN_NOWAIT); /* the name is being resolved */
    close_and_await(f, lost);
    assert_outcome(outcome, JOURNAL_UNAVAILABLE, 0, 0);
}

/* What a newer server has written is nobody's business here, and stays as it is. */
static void j13_a_workshop_of_a_newer_format_is_left_as_it_is(void **state)
{
    struct fixture *f = with_abc(state);
    const char *dump[] = {"DUMP", "archipel:{77}:head"};
    redis_server_tell(redis_store_server(f), "HSET archipel:{77}:head format 3");
    redisReply *before = redis_server_ask(redis_store_server(f), 2, dump, NULL);
    assert_outcome(open_workshop(f, f->journal, W), JOURNAL_NEWER, 0, 0);
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_NEWER, 0, 0);
    assert_outcome(read_run(f, f->journal, W, 0, 10), JOURNAL_NEWER, 0, 0);
    assert_outcome(append_text(f, f->journal, W, position_of(1, 3), "d"), JOURNAL_NEWER, 0, 0);
    assert_outcome(keep_snapshot(f, f->journal, W, position_of(1, 3), "abc"), JOURNAL_NEWER, 0, 0);
    assert_outcome(replace_history(f, f->journal, W, position_of(1, 3), "", 1, abc, 1),
                   JOURNAL_NEWER, 0, 0);
    redisReply *after = redis_server_ask(redis_store_server(f), 2, dump, NULL);
    assert_int_equal(before->len, after->len);
    assert_memory_equal(before->str, after->str, before->len);
    freeReplyObject(before);
    freeReplyObject(after);
}

static const struct contract_test own[] = {
    CONTRACT_TEST(j5_what_was_confirmed_survives_the_death_of_redis),
    CONTRACT_TEST(j5_a_weaker_setting_is_said_aloud),
    CONTRACT_TEST(j8_a_follower_is_told_when_redis_has_lost_entries),
    CONTRACT_TEST(j8_a_follower_is_told_when_redis_has_lost_everything),
    CONTRACT_TEST(j9_a_redis_that_stands_still_is_unavailable_until_it_goes_on),
    CONTRACT_TEST(j9_without_redis_calls_do_not_wait_for_ever),
    CONTRACT_TEST(j9_a_call_waits_for_a_connection),
    CONTRACT_TEST(j9_unknown_outcomes_lead_to_nothing_lost_and_nothing_twice),
    CONTRACT_TEST(j9_a_full_redis_is_unavailable_until_there_is_room),
    CONTRACT_TEST(over_tcp_with_a_password_and_a_database),
    CONTRACT_TEST(j10_what_is_replaced_is_gone_from_redis),
    CONTRACT_TEST(j10_what_is_replaced_goes_from_the_append_only_file),
    CONTRACT_TEST(a_redis_that_comes_later_is_found),
    CONTRACT_TEST(a_user_with_few_rights_suffices),
    CONTRACT_TEST(an_address_that_leads_nowhere_can_be_closed),
    CONTRACT_TEST(j13_a_workshop_of_a_newer_format_is_left_as_it_is),
};

int main(int count, char **words)
{
    return suite_run(&redis_store, true, own, sizeof own / sizeof *own,
                     count > 1 ? words[1] : NULL);
}
