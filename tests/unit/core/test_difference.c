#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/changes.h"
#include "core/decision.h"
#include "core/difference.h"
#include "support/scene.h"

struct away {
    struct scene *scene;
    struct difference missed;
};

/* While somebody is away. */
static void meanwhile(struct away *away, const char *who, const char *command)
{
    scene_when(away->scene, who, command);
    if (away->scene->decision.refusal) fail_msg("refused: %s", command);
    difference_add(&away->missed, &away->scene->tellings);
}

/* Coming back, they are told this: changes, a line each. */
static void assert_returns(struct away *away, const char *who, const char *changes)
{
    struct scene *scene = away->scene;
    tellings_clear(&scene->tellings);
    difference_tell(&away->missed, scene->state, &scene->tellings);
    scene_tells(scene, who, changes);
}

static void P4_of_what_was_overwritten_only_the_last_is_told(void **state)
{
    struct away away = {.scene = *state};
    meanwhile(&away, "paul", "edit_card card=idea text=Un");
    meanwhile(&away, "pia", "edit_card card=idea color=sky");
    meanwhile(&away, "paul", "edit_card card=idea text=Deux");
    assert_returns(&away, "pia", "patch card idea text='Deux' color=sky");
    difference_clear(&away.missed);
}

static void S2_what_came_and_was_made_private_is_nothing(void **state)
{
    struct away away = {.scene = *state};
    meanwhile(&away, "paul",
              "add_card card=brief board=wall title=Secret color=sun x=2000 y=3000 width=100 "
              "height=100 audience=everyone");
    meanwhile(&away, "paul", "edit_card card=brief audience=person holder=paul");
    assert_returns(&away, "pia", "");
    assert_returns(&away, "anna", "");
    assert_returns(&away, "paul",
                   "put card brief board=wall title='Secret' color=sun x=2000 y=3000 width=100 "
                   "height=100 author=paul made_at=now audience=person holder=paul group=north");
    difference_clear(&away.missed);
}

/* Its link goes with it. */
static void S2_what_was_made_private_goes_without_its_words(void **state)
{
    struct away away = {.scene = *state};
    meanwhile(&away, "paul", "edit_card card=idea text='Pour moi'");
    meanwhile(&away, "paul", "edit_card card=idea audience=person holder=paul");
    assert_returns(&away, "pia", "drop card idea\ndrop link bond");
    assert_returns(&away, "paul",
                   "put card idea board=wall title='Idée' text='Pour moi' color=sand x=2000 y=2000 "
                   "width=100 height=100 author=paul audience=person holder=paul\n"
                   "put link bond board=wall from=idea to=need audience=person holder=paul");
    difference_clear(&away.missed);
}

static void S2_what_was_private_for_a_while_is_told_as_it_is(void **state)
{
    struct away away = {.scene = *state};
    meanwhile(&away, "paul", "edit_card card=idea audience=group holder=north");
    meanwhile(&away, "paul", "edit_card card=idea text='Entre nous'");
    meanwhile(&away, "paul", "edit_card card=idea audience=everyone text=Enfin");
    assert_returns(&away, "pia",
                   "patch card idea text='Enfin' audience=everyone holder=0\n"
                   "patch link bond audience=everyone holder=0");
    difference_clear(&away.missed);
}

static void P7_an_id_that_is_used_again_is_told_whole(void **state)
{
    struct away away = {.scene = *state};
    meanwhile(&away, "paul", "edit_card card=idea audience=person holder=paul");
    meanwhile(&away, "paul", "drop_card card=idea");
    assert_returns(&away, "pia", "drop card idea\ndrop link bond");
    meanwhile(&away, "pia",
              "add_card card=idea board=wall title=Autre color=sun x=2000 y=3000 width=100 "
              "height=100 audience=everyone");
    assert_returns(
        &away, "pia",
        "put card idea board=wall title='Autre' color=sun x=2000 y=3000 width=100 "
        "height=100 author=pia made_at=now audience=everyone group=south\ndrop link bond");
    difference_clear(&away.missed);
}

static void S2_points_that_were_shown_for_a_while(void **state)
{
    struct away away = {.scene = *state};
    scene_when(away.scene, "anna", "add_priority priority=vote board=wall title=Vote points=5");
    meanwhile(&away, "paul", "allot allotment=dot priority=vote card=idea points=2");
    meanwhile(&away, "anna", "edit_priority priority=vote shown=yes");
    meanwhile(&away, "anna", "edit_priority priority=vote shown=no");
    assert_returns(&away, "pia", "patch priority vote shown=no");
    meanwhile(&away, "anna", "edit_priority priority=vote shown=yes");
    assert_returns(&away, "pia",
                   "put allotment dot priority=vote person=paul card=idea points=2 "
                   "audience=everyone\npatch priority vote shown=yes");
    difference_clear(&away.missed);
}

static void C34_who_wrote_an_anonymous_card_is_told_to_nobody(void **state)
{
    struct away away = {.scene = *state};
    meanwhile(&away, "paul",
              "add_card card=brief board=wall title=Osé color=sun x=2000 y=3000 width=100 "
              "height=100 audience=everyone anonymous=yes");
    meanwhile(&away, "anna", "edit_card card=brief audience=animators");
    assert_returns(&away, "pia", "");
    assert_returns(&away, "anna",
                   "put card brief board=wall title='Osé' color=sun x=2000 y=3000 width=100 "
                   "height=100 made_at=now audience=animators anonymous=yes");
    difference_clear(&away.missed);
}

/* It costs what was touched, however often. */
static void P4_each_record_is_told_once(void **state)
{
    struct away away = {.scene = *state};
    for (int round = 0; round < 500; round++)
        meanwhile(&away, "paul",
                  round % 2 ? "edit_card card=idea x=2000" : "edit_card card=idea x=2001");
    assert_int_equal(away.missed.count, 1);
    assert_returns(&away, "pia", "patch card idea x=2000");
    difference_clear(&away.missed);
}

int main(void)
{
#define FURNISHED(test) cmocka_unit_test_setup_teardown(test, scene_setup_furnished, scene_teardown)
    const struct CMUnitTest tests[] = {
        FURNISHED(P4_of_what_was_overwritten_only_the_last_is_told),
        FURNISHED(S2_what_came_and_was_made_private_is_nothing),
        FURNISHED(S2_what_was_made_private_goes_without_its_words),
        FURNISHED(S2_what_was_private_for_a_while_is_told_as_it_is),
        FURNISHED(P7_an_id_that_is_used_again_is_told_whole),
        FURNISHED(S2_points_that_were_shown_for_a_while),
        FURNISHED(C34_who_wrote_an_anonymous_card_is_told_to_nobody),
        FURNISHED(P4_each_record_is_told_once),
    };
#undef FURNISHED
    return cmocka_run_group_tests(tests, NULL, NULL);
}
