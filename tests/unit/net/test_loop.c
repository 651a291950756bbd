#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "live/host.h"
#include "net/loop.h"

struct record {
    struct loop *loop;
    struct timer *timer, *other;
    int64_t due;
    int turns, fired;
};

static void end_after_three(void *context)
{
    struct record *record = context;
    if (++record->turns == 3) loop_end_turns(record->loop);
    else loop_kick(record->loop);
}

static void a_kick_brings_the_next_turn_though_nothing_happens(void **state)
{
    (void)state;
    struct record record = {.loop = loop_new()};
    loop_each_turn(record.loop, end_after_three, &record);
    loop_kick(record.loop);
    loop_run(record.loop);
    assert_int_equal(record.turns, 3);
    loop_free(record.loop);
}

static void fire_and_free(void *context)
{
    struct record *record = context;
    struct host *host = loop_host(record->loop);
    record->fired++;
    assert_true(host->calls->steady(host) >= record->due);
    host->calls->timer_free(record->timer);
}

static void end_when_fired(void *context)
{
    struct record *record = context;
    if (record->fired) loop_end_turns(record->loop);
}

static void a_timer_fires_once_not_early_and_the_turn_ends_after_it(void **state)
{
    (void)state;
    struct record record = {.loop = loop_new()};
    struct host *host = loop_host(record.loop);
    record.timer = host->calls->timer_new(host, fire_and_free, &record);
    record.due = host->calls->steady(host) + 5;
    host->calls->timer_start(record.timer, 5);
    assert_int_equal(record.fired, 0);
    loop_each_turn(record.loop, end_when_fired, &record);
    loop_run(record.loop);
    assert_int_equal(record.fired, 1);
    loop_free(record.loop);
}

static void never(void *context)
{
    (void)context;
    fail_msg("a stopped timer fired");
}

static void stop_the_other(void *context)
{
    struct record *record = context;
    struct host *host = loop_host(record->loop);
    host->calls->timer_stop(record->other);
    host->calls->timer_free(record->other);
    fire_and_free(context);
}

static void a_timer_never_fires_after_it_was_stopped(void **state)
{
    (void)state;
    struct record record = {.loop = loop_new()};
    struct host *host = loop_host(record.loop);
    record.timer = host->calls->timer_new(host, stop_the_other, &record);
    record.other = host->calls->timer_new(host, never, &record);
    host->calls->timer_start(record.timer, 1);
    host->calls->timer_start(record.other, 1);
    loop_run(record.loop);
    assert_int_equal(record.fired, 1);
    host->calls->timer_free(NULL);
    loop_free(record.loop);
}

static void randomness_fills_all_and_never_twice_the_same(void **state)
{
    (void)state;
    struct loop *loop = loop_new();
    struct host *host = loop_host(loop);
    uint8_t one[1000] = {0}, two[1000] = {0};
    host->calls->random(host, one, sizeof one);
    host->calls->random(host, two, sizeof two);
    assert_memory_not_equal(one, two, sizeof one);
    assert_memory_not_equal(one + 936, (uint8_t[64]){0}, 64);
    assert_true(host->calls->wall(host) > 1600000000000);
    loop_free(loop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kick_brings_the_next_turn_though_nothing_happens),
        cmocka_unit_test(a_timer_fires_once_not_early_and_the_turn_ends_after_it),
        cmocka_unit_test(a_timer_never_fires_after_it_was_stopped),
        cmocka_unit_test(randomness_fills_all_and_never_twice_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
