#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/venue.h"

/* C3, C4: the effect comes before done, and everybody hears it. */
static void c4_done_comes_after_its_effect(void **state)
{
    struct venue *venue = *state;
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    venue_card(paul, "idea", "Une piste cyclable", "everyone");
    assert_int_equal(assert_done(paul), visitor_seq(paul));
    assert_saw(pia, "Une piste cyclable");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(c4_done_comes_after_its_effect, venue_setup, venue_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
