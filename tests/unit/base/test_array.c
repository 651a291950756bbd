#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/array.h"

static void an_array_keeps_its_items_while_it_grows(void **unused)
{
    (void)unused;
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 100; count++) {
        items = array_room(items, count, &capacity, sizeof *items);
        assert_true(capacity > count);
        items[count] = (int)count;
    }
    for (size_t i = 0; i < 100; i++) assert_int_equal(items[i], i);
    free(items);
}

static void an_array_with_room_stays_where_it_is(void **unused)
{
    (void)unused;
    size_t capacity = 0;
    int *items = array_room(NULL, 0, &capacity, sizeof *items);
    size_t before = capacity;
    assert_ptr_equal(array_room(items, before - 1, &capacity, sizeof *items), items);
    assert_int_equal(capacity, before);
    free(items);
}

/* Whatever the head, and so however much went round the end. */
static void a_ring_keeps_its_order_while_it_grows(void **unused)
{
    (void)unused;
    size_t full = 0;
    free(ring_room(NULL, 0, 0, &full, sizeof(int)));
    for (size_t head = 0; head < full; head++) {
        size_t capacity = 0;
        int *items = ring_room(NULL, 0, 0, &capacity, sizeof *items);
        for (size_t i = 0; i < full; i++) items[(head + i) % full] = (int)i;
        items = ring_room(items, head, full, &capacity, sizeof *items);
        assert_true(capacity > full);
        for (size_t i = 0; i < full; i++) assert_int_equal(items[(head + i) % capacity], i);
        free(items);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_array_keeps_its_items_while_it_grows),
        cmocka_unit_test(an_array_with_room_stays_where_it_is),
        cmocka_unit_test(a_ring_keeps_its_order_while_it_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
