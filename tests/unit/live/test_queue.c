#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/check.h"
#include "live/queue.h"

static struct submission *numbered(uint64_t counter)
{
    struct submission *submission = NEW(struct submission);
    submission->command.type = COMMAND_JOIN;
    submission->counter = counter;
    return submission;
}

static uint64_t take(struct queue *queue)
{
    struct submission *submission = queue_take(queue);
    uint64_t counter = submission ? submission->counter : 0;
    if (submission) submission_free(submission);
    return counter;
}

static void commands_leave_in_the_order_in_which_they_came(void **unused)
{
    (void)unused;
    struct queue queue = {0};
    for (uint64_t i = 1; i <= 3; i++) queue_add(&queue, numbered(i));
    assert_int_equal(queue.count, 3);
    for (uint64_t i = 1; i <= 3; i++) assert_int_equal(take(&queue), i);
    assert_int_equal(take(&queue), 0);
    queue_add(&queue, numbered(4));
    assert_int_equal(take(&queue), 4);
    assert_int_equal(queue.count, 0);
    assert_int_equal(queue.bytes, 0);
}

static void what_was_taken_goes_back_before_the_others(void **unused)
{
    (void)unused;
    struct queue queue = {0};
    queue_put_back(&queue, numbered(2));
    queue_add(&queue, numbered(3));
    queue_put_back(&queue, numbered(1));
    for (uint64_t i = 1; i <= 3; i++) assert_int_equal(take(&queue), i);
    assert_int_equal(queue.bytes, 0);
}

static void a_queue_is_full_by_its_bytes(void **unused)
{
    (void)unused;
    struct queue queue = {0};
    char *name = allocate_zero(1 << 20, 1);
    struct bytes *large = bytes_new(name, 1 << 20);
    free(name);
    for (uint64_t i = 1; i <= 31; i++) {
        struct submission *submission = numbered(i);
        submission->command.body.join.name = bytes_keep(large);
        queue_add(&queue, submission);
    }
    assert_false(queue_is_full(&queue));
    struct submission *last = numbered(32);
    last->command.body.join.name = large;
    queue_add(&queue, last);
    assert_true(queue_is_full(&queue));
    assert_int_equal(take(&queue), 1);
    assert_false(queue_is_full(&queue));
    while (take(&queue)) continue;
    assert_int_equal(queue.bytes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_leave_in_the_order_in_which_they_came),
        cmocka_unit_test(what_was_taken_goes_back_before_the_others),
        cmocka_unit_test(a_queue_is_full_by_its_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
