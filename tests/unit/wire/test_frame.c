#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "wire/frame.h"

static void a_frame_copies_what_it_is_given(void **state)
{
    (void)state;
    char text[] = "planche";
    struct frame *frame = frame_new(text, 7);
    memset(text, 'x', sizeof text);
    assert_int_equal(frame->length, 7);
    assert_memory_equal(frame->data, "planche", 7);
    frame_drop(frame);
}

static void a_transport_may_write_in_the_room_before_the_payload(void **state)
{
    (void)state;
    struct frame *frame = frame_new("fiche", 5);
    memset(frame->data - FRAME_HEADROOM, 0xA5, FRAME_HEADROOM);
    assert_int_equal(frame->length, 5);
    assert_int_equal(frame->references, 1);
    assert_memory_equal(frame->data, "fiche", 5);
    frame_drop(frame);
}

static void a_frame_lives_until_its_last_reference(void **state)
{
    (void)state;
    struct frame *frame = frame_new("a", 1);
    assert_ptr_equal(frame_keep(frame), frame);
    frame_drop(frame);
    assert_memory_equal(frame->data, "a", 1);
    frame_drop(frame);
}

static void a_frame_may_be_empty_and_dropping_nothing_is_allowed(void **state)
{
    (void)state;
    struct frame *frame = frame_new(NULL, 0);
    assert_int_equal(frame->length, 0);
    frame_drop(frame);
    frame_drop(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_copies_what_it_is_given),
        cmocka_unit_test(a_transport_may_write_in_the_room_before_the_payload),
        cmocka_unit_test(a_frame_lives_until_its_last_reference),
        cmocka_unit_test(a_frame_may_be_empty_and_dropping_nothing_is_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
