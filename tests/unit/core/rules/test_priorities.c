/* Points spread over the cards of a board. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "support/family.h"
#include "support/scene.h"
#include <cmocka.h>

static const struct family priorities = {
    "priorities",
    .given = (const char *const[]){"card idea board=wall author=paul audience=everyone",
                                   "priority vote board=wall title=Vote points=3", NULL},
    .commands =
        (const struct family_command[]){
            {"add_priority priority=new board=wall title=T points=3 by_delegation=no", "nnjn nnyn",
             "nnjn nnyn"},
            {"edit_priority priority=vote closed=yes", "nnjn nnyn", "nnjn nnyn"},
            {"drop_priority priority=vote", "nnjn nnyn", "nnjn nnyn"},
            {"allot allotment=new priority=vote card=idea points=1", "jjjn yyyn", "ccjn ccyn"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"priority", "everyone", "board drop"},
            {"allotment", "own",
             "priority drop; person stay; card drop, hidden drop, binned stay, public; holder "
             "drop"},
            {0},
        },
};

static void C39_points_have_a_budget_and_are_hidden_until_shown(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna",
               "add_priority priority=vote board=wall title=Quoi points=5 "
               "by_delegation=no");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=3");
    scene_tells(scene, "anna", "");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=need points=3");
    scene_refused(scene, "budget_spent at points, limit 2");
    scene_given(scene, "card own board=wall author=paul audience=person holder=paul");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=own points=1");
    scene_refused(scene, "not_allowed at card");
    scene_when(scene, "paul", "allot allotment=c priority=vote card=idea points=5");
    scene_then(scene, "patch allotment a points=5");
    scene_when(scene, "pia", "allot allotment=z priority=vote card=need points=5");
    scene_when(scene, "anna", "drop_card card=need");
    scene_when(scene, "pia", "allot allotment=d priority=vote card=idea points=1");
    scene_when(scene, "anna", "edit_priority priority=vote closed=yes shown=yes");
    scene_tells(scene, "farid",
                "patch priority vote closed=yes shown=yes\n"
                "put allotment a priority=vote person=paul card=idea points=5 "
                "audience=everyone\n"
                "put allotment d priority=vote person=pia card=idea points=1 "
                "audience=everyone");
    scene_when(scene, "pia", "allot allotment=e priority=vote card=kept points=1");
    scene_refused(scene, "priority_closed at priority");
}

/* Free while the card is off; they come back with it unless they were given elsewhere. */
static void C39_points_rest_on_a_card_that_was_taken_off(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "priority vote board=wall title=Quoi points=5");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=3");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=need points=1");
    scene_when(scene, "pia", "drop_card card=idea");
    scene_when(scene, "paul", "allot allotment=c priority=vote card=need points=2");
    scene_then(scene, "patch allotment b points=2");
    scene_when(scene, "paul", "allot allotment=c priority=vote card=need points=3");
    scene_then(scene, "drop allotment a\npatch allotment b points=3");
    scene_when(scene, "anna", "restore_cards person=0 since=0");
    scene_when(scene, "paul", "allot allotment=d priority=vote card=idea points=3");
    scene_refused(scene, "budget_spent at points, limit 2");
}

/* Nobody would see them any more. */
static void C39_points_of_who_was_taken_out_go_when_they_are_hidden_again(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "priority vote board=wall title=Quoi points=5");
    scene_when(scene, "pia", "allot allotment=a priority=vote card=idea points=3");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=idea points=1");
    scene_when(scene, "anna", "edit_priority priority=vote shown=yes");
    scene_when(scene, "anna", "remove_person person=pia");
    scene_when(scene, "anna", "edit_priority priority=vote shown=no");
    scene_lacks(scene, "allotment a");
    scene_has(
        scene,
        "allotment b priority=vote person=paul card=idea points=1 audience=person holder=paul");
}

static void C39_points_go_with_a_card_that_is_no_longer_everyones(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "priority vote board=wall title=Quoi points=5");
    scene_when(scene, "pia", "allot allotment=a priority=vote card=idea points=3");
    scene_when(scene, "paul", "edit_card card=idea audience=person holder=paul");
    scene_lacks(scene, "allotment a");
    scene_tells(scene, "pia", "drop card idea\ndrop link bond\ndrop allotment a");
}

static void C39_a_delegation_shares_its_budget(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_person person=paul territory=Annecy");
    scene_when(scene, "anna", "edit_person person=pia territory=ANNECY");
    scene_when(scene, "anna",
               "add_priority priority=vote board=wall title=Quoi points=5 "
               "by_delegation=yes");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=4");
    scene_when(scene, "pia", "allot allotment=b priority=vote card=need points=2");
    scene_refused(scene, "budget_spent at points, limit 1");
    scene_when(scene, "farid", "allot allotment=c priority=vote card=need points=5");
    scene_has(scene, "allotment c priority=vote person=farid card=need points=5 audience=person "
                     "holder=farid");
}

/* Older journals hold points of cards that are gone. */
static void C40_points_go_with_the_board_of_their_prioritisation(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "priority vote board=wall title=Quoi points=5");
    scene_given(scene,
                "allotment a priority=vote person=paul card=gone points=1 audience=everyone");
    scene_when(scene, "anna", "drop_board board=wall");
    scene_lacks(scene, "allotment a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(C39_points_have_a_budget_and_are_hidden_until_shown,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C39_points_rest_on_a_card_that_was_taken_off,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C39_points_go_with_a_card_that_is_no_longer_everyones,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(
            C39_points_of_who_was_taken_out_go_when_they_are_hidden_again, scene_setup_furnished,
            scene_teardown),
        cmocka_unit_test_setup_teardown(C39_a_delegation_shares_its_budget, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C40_points_go_with_the_board_of_their_prioritisation,
                                        scene_setup_furnished, scene_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&priorities);
}
