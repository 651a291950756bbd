#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/scope.h"

enum { PAUL = 11, PIA = 12, NORTH = 21, SOUTH = 22 };

static const struct scope everyone = {SCOPE_EVERYONE, 0}, animators = {SCOPE_ANIMATORS, 0},
                          paul = {SCOPE_PERSON, PAUL}, pia = {SCOPE_PERSON, PIA},
                          north = {SCOPE_GROUP, NORTH}, south = {SCOPE_GROUP, SOUTH},
                          sealed = {SCOPE_SEALED, 0};

static void S3_every_scope_by_every_viewer(void **state)
{
    (void)state;
    uint64_t in_north = NORTH, in_both[] = {SOUTH, NORTH};
    struct bytes *one = bytes_from_ids(&in_north, 1), *both = bytes_from_ids(in_both, 2);
    const struct {
        struct viewer viewer;
        const char *sees; /* of everyone, animators, paul, pia, north, south, sealed */
    } table[] = {
        {{0, ROLE_PARTICIPANT, NULL}, "y......"}, /* guests */
        {{0, ROLE_FACILITATOR, NULL}, "y......"},    {{0, ROLE_SCREEN, NULL}, "y......"},
        {{0, ROLE_ANIMATOR, NULL}, "yy....."},       {{0, ROLE_ORGANISER, NULL}, "yy....."},
        {{PAUL, ROLE_PARTICIPANT, NULL}, "y.y...."}, {{PAUL, ROLE_PARTICIPANT, one}, "y.y.y.."},
        {{PIA, ROLE_FACILITATOR, both}, "y..yyy."},  {{PAUL, ROLE_ANIMATOR, NULL}, "yyy...."},
        {{PAUL, ROLE_ANIMATOR, one}, "yyy.y.."},     {{0, ROLE_PARTICIPANT, one}, "y......"},
    };
    const struct scope scopes[] = {everyone, animators, paul, pia, north, south, sealed};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (size_t k = 0; k < sizeof scopes / sizeof *scopes; k++)
            if (scope_admits(scopes[k], &table[i].viewer) != (table[i].sees[k] == 'y'))
                fail_msg("viewer %zu, scope %zu", i, k);
    bytes_drop(one);
    bytes_drop(both);
}

/* Nobody's scope is no guest's, though both have no id. */
static void a_scope_of_no_person_and_no_group_admits_nobody(void **state)
{
    (void)state;
    const struct scope nobody = {SCOPE_PERSON, 0}, no_group = {SCOPE_GROUP, 0};
    struct viewer guest = {0, ROLE_ORGANISER, NULL}, somebody = {PAUL, ROLE_ANIMATOR, NULL};
    assert_false(scope_admits(nobody, &guest));
    assert_false(scope_admits(nobody, &somebody));
    assert_false(scope_admits(no_group, &guest));
    assert_false(scope_admits(no_group, &somebody));
}

static void S4_the_narrower_of_two(void **state)
{
    (void)state;
    const struct scope scopes[] = {everyone, animators, paul, pia, north, south};
    const size_t count = sizeof scopes / sizeof *scopes;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            struct scope meet;
            bool met = scope_meet(scopes[i], scopes[k], &meet);
            assert_int_equal(met, i == k || i == 0 || k == 0);
            if (met) assert_true(scope_equal(meet, scopes[i ? i : k]));
        }
}

/* Cards and links carry theirs; an audience that is none is seen by nobody. */
static void S1_a_card_and_a_link_say_it_themselves(void **state)
{
    (void)state;
    const struct scope scopes[] = {everyone, animators, paul, north};
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
        union body card = {0}, link = {0};
        scope_to_fields(scopes[i], &card.card.audience, &card.card.holder);
        scope_to_fields(scopes[i], &link.link.audience, &link.link.holder);
        assert_true(scope_equal(scope_of(RECORD_CARD, &card), scopes[i]));
        assert_true(scope_equal(scope_of(RECORD_LINK, &link), scopes[i]));
    }
    union body damaged = {.card = {.audience = (enum audience)9}};
    assert_int_equal(scope_of(RECORD_CARD, &damaged).kind, SCOPE_SEALED);
}

static void a_stray_holder_makes_no_other_scope(void **state)
{
    (void)state;
    union body body = {.card = {.audience = AUDIENCE_EVERYONE, .holder = PAUL}};
    assert_true(scope_equal(scope_of(RECORD_CARD, &body), everyone));
    body.card.audience = AUDIENCE_ANIMATORS;
    assert_true(scope_equal(scope_of(RECORD_CARD, &body), animators));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S3_every_scope_by_every_viewer),
        cmocka_unit_test(a_scope_of_no_person_and_no_group_admits_nobody),
        cmocka_unit_test(S4_the_narrower_of_two),
        cmocka_unit_test(S1_a_card_and_a_link_say_it_themselves),
        cmocka_unit_test(a_stray_holder_makes_no_other_scope),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
