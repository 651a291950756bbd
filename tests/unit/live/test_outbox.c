#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/check.h"
#include "live/outbox.h"
#include "protocol/generated/messages.h"
#include "wire/frame.h"

static struct frame *frame_of(size_t length)
{
    void *data = allocate_zero(length, 1);
    struct frame *frame = frame_new(data, length);
    free(data);
    return frame;
}

static bool add(struct outbox *outbox, size_t length, bool snapshot)
{
    struct frame *frame = frame_of(length);
    bool taken = outbox_add(outbox, frame, snapshot);
    frame_drop(frame);
    return taken;
}

static size_t take(struct outbox *outbox)
{
    struct frame *frame = outbox_take(outbox);
    size_t length = frame ? frame->length : 0;
    frame_drop(frame);
    return length;
}

static void frames_leave_in_the_order_in_which_they_came(void **unused)
{
    (void)unused;
    struct outbox outbox = {0};
    size_t next = 1;
    for (size_t i = 1; i <= 100; i++) {
        assert_true(add(&outbox, i, i % 3 == 0));
        if (i % 2 == 0) assert_int_equal(take(&outbox), next++);
    }
    while (outbox.count) assert_int_equal(take(&outbox), next++);
    assert_int_equal(next, 101);
    assert_int_equal(take(&outbox), 0);
    assert_int_equal(outbox.bytes, 0);
    outbox_clear(&outbox);
}

/* X5 */
static void x5_the_limit_counts_what_waits(void **unused)
{
    (void)unused;
    struct outbox outbox = {0};
    assert_true(add(&outbox, LIMIT_OUTBOX_BYTES - 1, false));
    assert_true(add(&outbox, 1, false));
    assert_false(add(&outbox, 1, false));
    assert_int_equal(outbox.count, 2);
    assert_int_equal(take(&outbox), LIMIT_OUTBOX_BYTES - 1);
    assert_true(add(&outbox, 1000, false));
    outbox_clear(&outbox);
}

static void x5_a_snapshot_does_not_count(void **unused)
{
    (void)unused;
    struct outbox outbox = {0};
    assert_true(add(&outbox, LIMIT_OUTBOX_BYTES + 1, true));
    assert_true(add(&outbox, LIMIT_OUTBOX_BYTES, false));
    assert_true(add(&outbox, 1, true));
    assert_false(add(&outbox, 1, false));
    outbox_clear(&outbox);
}

static void a_frame_is_kept_until_it_is_taken_or_cleared(void **unused)
{
    (void)unused;
    struct outbox outbox = {0};
    struct frame *frame = frame_of(3);
    outbox_add(&outbox, frame, false);
    outbox_add(&outbox, frame, true);
    assert_int_equal(frame->references, 3);
    frame_drop(outbox_take(&outbox));
    assert_int_equal(frame->references, 2);
    outbox_clear(&outbox);
    assert_int_equal(frame->references, 1);
    frame_drop(frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_leave_in_the_order_in_which_they_came),
        cmocka_unit_test(x5_the_limit_counts_what_waits),
        cmocka_unit_test(x5_a_snapshot_does_not_count),
        cmocka_unit_test(a_frame_is_kept_until_it_is_taken_or_cleared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
