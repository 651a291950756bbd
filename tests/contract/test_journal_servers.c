/* Several servers over one Redis. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "redis_store.h"
#include "suite.h"

#define W 77

static const char *const abc[] = {"a", "b", "c"};

static struct fixture *with_abc(void **state)
{
    redis_store_begin(*state, W);
    return *state;
}

/* One of two servers that append as fast as they can, each its own numbers. */
struct contender {
    struct fixture *fixture;
    struct journal *journal;
    struct journal_position position;
    char name;
    int written, wanted;
    char text[16];
};

static void contend(struct contender *contender);

static void on_contended(void *context, enum journal_status status,
                         struct journal_position position)
{
    struct contender *contender = context;
    assert_true(status == JOURNAL_OK || status == JOURNAL_CONFLICT);
    contender->position = position;
    contender->written += status == JOURNAL_OK;
    contend(contender);
}

static void contend(struct contender *contender)
{
    struct journal_bytes entry = {contender->text, 0};
    if (contender->written == contender->wanted) return;
    entry.length = (size_t)snprintf(contender->text, sizeof contender->text, "%c%d",
                                    contender->name, contender->written);
    contender->journal->calls->append(contender->journal, W, contender->position, &entry, 1,
                                      on_contended, contender);
}

static void j2_servers_that_contend_lose_nothing_and_leave_no_gap(void **state)
{
    struct fixture *f = *state;
    enum { WANTED = 300 };
    struct journal *second = redis_store_open(f);
    struct listener listener;
    listener_init(&listener);
    assert_outcome(create_workshop(f, f->journal, W), JOURNAL_OK, 1, 0);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    struct contender contenders[] = {
        {.fixture = f,
         .journal = f->journal,
         .position = {.epoch = 1},
         .name = 'x',
         .wanted = WANTED},
        {.fixture = f, .journal = second, .position = {.epoch = 1}, .name = 'y', .wanted = WANTED},
    };
    contend(&contenders[0]);
    contend(&contenders[1]);
    while (contenders[0].written + contenders[1].written < 2 * WANTED)
        assert_true(uv_run(&f->loop, UV_RUN_ONCE));
    struct outcome run = read_run(f, second, W, 0, 4096);
    assert_int_equal(run.position.seq, 2 * WANTED);
    assert_int_equal(run.count, 2 * WANTED);
    assert_all_there(run.texts, 'x', WANTED);
    assert_all_there(run.texts, 'y', WANTED);
    outcome_clear(&run);
    await_position(f, &listener, 1, 2 * WANTED);
    f->journal->calls->unfollow(f->journal, W);
    close_and_await(f, second);
}

static void j7_a_follower_hears_what_others_append_and_replace(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal *second = redis_store_open(f);
    struct listener listener;
    listener_init(&listener);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    assert_outcome(append_text(f, second, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
    await_position(f, &listener, 1, 4);
    assert_outcome(replace_history(f, second, W, position_of(1, 4), "", 1, abc, 1), JOURNAL_OK, 2,
                   1);
    await_position(f, &listener, 2, 1);
    f->journal->calls->unfollow(f->journal, W);
    close_and_await(f, second);
}

/* What one server sends arrives in order: who has heard the whisper has heard of the append. */
static void j7_a_follower_hears_at_once(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal *second = redis_store_open(f);
    struct listener listener;
    listener_init(&listener);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    while (!listener.whispered) { /* until messages arrive */
        second->calls->whisper(second, W, bytes_of("psst"));
        assert_true(uv_run(&f->loop, UV_RUN_ONCE));
    }
    assert_outcome(append_text(f, second, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
    second->calls->whisper(second, W, bytes_of("now"));
    while (strcmp(listener.whisper, "now") != 0) assert_true(uv_run(&f->loop, UV_RUN_ONCE));
    assert_int_equal(listener.position.seq, 4);
    f->journal->calls->unfollow(f->journal, W);
    close_and_await(f, second);
}

static void j7_who_unfollows_hears_nothing_more(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal *second = redis_store_open(f);
    struct listener first, again;
    listener_init(&first);
    listener_init(&again);
    f->journal->calls->follow(f->journal, W, &first.follower);
    await(f, &first.told);
    f->journal->calls->unfollow(f->journal, W);
    size_t times = first.times;
    f->journal->calls->follow(f->journal, W, &again.follower);
    assert_outcome(append_text(f, second, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
    await_position(f, &again, 1, 4);
    assert_int_equal(first.times, times);
    f->journal->calls->unfollow(f->journal, W);
    close_and_await(f, second);
}

/* The one connection on which messages arrive is cut; the position is asked for all the same. */
static void j7_a_lost_message_is_made_up_for(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal *second = redis_store_open(f);
    struct listener listener;
    listener_init(&listener);
    f->journal->calls->follow(f->journal, W, &listener.follower);
    await_position(f, &listener, 1, 3);
    assert_outcome(open_workshop(f, second, W), JOURNAL_OK, 1, 3);
    redis_server_tell(redis_store_server(f), "CLIENT KILL TYPE pubsub");
    assert_outcome(append_text(f, second, W, position_of(1, 3), "d"), JOURNAL_OK, 1, 4);
    await_position(f, &listener, 1, 4);
    f->journal->calls->unfollow(f->journal, W);
    close_and_await(f, second);
}

static void j11_a_whisper_is_heard_elsewhere(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal *second = redis_store_open(f);
    struct listener near, far;
    listener_init(&near);
    listener_init(&far);
    f->journal->calls->follow(f->journal, W, &near.follower);
    second->calls->follow(second, W, &far.follower);
    while (!far.whispered) { /* at most once, perhaps never: said until it is heard */
        f->journal->calls->whisper(f->journal, W, bytes_of("psst"));
        assert_true(uv_run(&f->loop, UV_RUN_ONCE));
    }
    assert_string_equal(far.whisper, "psst");
    assert_false(near.whispered);
    f->journal->calls->unfollow(f->journal, W);
    second->calls->unfollow(second, W);
    close_and_await(f, second);
}

static void j11_databases_of_one_redis_do_not_hear_each_other(void **state)
{
    struct fixture *f = with_abc(state);
    char address[120];
    snprintf(address, sizeof address, "redis+unix://%s?database=3", redis_store_server(f)->socket);
    struct journal *other = redis_store_open_at(f, address);
    struct listener listener;
    listener_init(&listener);
    assert_outcome(open_workshop(f, other, W), JOURNAL_ABSENT, 0, 0);
    assert_outcome(create_workshop(f, other, W), JOURNAL_OK, 1, 0);
    other->calls->follow(other, W, &listener.follower);
    await(f, &listener.told);
    for (uint64_t seq = 3; seq < 30; seq++)
        assert_outcome(append_text(f, f->journal, W, position_of(1, seq), "x"), JOURNAL_OK, 1,
                       seq + 1);
    assert_outcome(open_workshop(f, other, W), JOURNAL_OK, 1, 0);
    assert_int_equal(listener.position.seq, 0);
    other->calls->unfollow(other, W);
    close_and_await(f, other);
}

/* Redis has lost two entries, and a server that did not know of them has written two others: the
 * numbers are the same, and nobody appends behind a past that is gone. */
static void j2_who_remembers_another_past_does_not_append(void **state)
{
    struct fixture *f = with_abc(state);
    struct journal *second = redis_store_open(f);
    static const char *const lost[] = {"d", "e"}, *const others[] = {"x", "y"};
    char *then = redis_store_place(f, W);
    assert_outcome(append_texts(f, f->journal, W, position_of(1, 3), lost, 2), JOURNAL_OK, 1, 5);
    struct journal_position remembered = position_of(1, 5);
    redis_store_lose(f, W, then, 3);
    assert_outcome(append_texts(f, second, W, position_of(1, 3), others, 2), JOURNAL_OK, 1, 5);
    assert_outcome(append_text(f, f->journal, W, remembered, "f"), JOURNAL_CONFLICT, 1, 5);
    assert_run(read_run(f, f->journal, W, 3, 10), 4, "x\ny\n");
    free(then);
    close_and_await(f, second);
}

static const struct contract_test own[] = {
    CONTRACT_TEST(j2_servers_that_contend_lose_nothing_and_leave_no_gap),
    CONTRACT_TEST(j2_who_remembers_another_past_does_not_append),
    CONTRACT_TEST(j7_a_follower_hears_what_others_append_and_replace),
    CONTRACT_TEST(j7_a_follower_hears_at_once),
    CONTRACT_TEST(j7_who_unfollows_hears_nothing_more),
    CONTRACT_TEST(j7_a_lost_message_is_made_up_for),
    CONTRACT_TEST(j11_a_whisper_is_heard_elsewhere),
    CONTRACT_TEST(j11_databases_of_one_redis_do_not_hear_each_other),
};

int main(int count, char **words)
{
    return suite_run(&redis_store, false, own, sizeof own / sizeof *own,
                     count > 1 ? words[1] : NULL);
}
