/* Boards and zones: locks, rules of zones, veils, the inbox, taking a board away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "support/family.h"
#include "support/scene.h"
#include <cmocka.h>

static const struct family boards = {
    "boards",
    .given = (const char *const[]){"zone area board=wall color=sun x=5000 width=100 height=100",
                                   "board loft title=Loft veiled=yes", NULL},
    .commands =
        (const struct family_command[]){
            {"edit_board board=wall locked=yes", "nnjn nnyn", "nnjn nnyn"},
            {"add_board board=new title=T", "nnjn nnyn", "nnjn nnyn"},
            {"drop_board board=attic", "nnjn nnyn", "nnjn nnyn"},
            {"add_zone zone=new board=wall title=T color=sun x=0 y=0 width=100 height=100",
             "nnjn nnyn", "nnjn nnyn"},
            {"edit_zone zone=area title=T", "nnjn nnyn", "nnjn nnyn"},
            {"drop_zone zone=area", "nnjn nnyn", "nnjn nnyn"},
            {"veil_board board=wall", "nnjn nnyn", "nnjn nnyn"},
            {"reveal_board board=loft", "nnjn nnyn", "nnjn nnyn"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"board", "everyone", ""},
            {"zone", "everyone", "board drop; objective clear; card_type clear"},
            {0},
        },
};

static void C24_a_locked_board_is_the_animators(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card old board=attic author=paul audience=everyone");
    scene_given(scene, "card older board=attic author=paul audience=everyone");
    scene_given(scene, "link dust board=attic from=old to=older audience=everyone");
    static const char *const commands[] = {
        "add_card card=new board=attic audience=everyone",
        "edit_card card=old title=T",
        "add_link link=new board=attic from=older to=old",
        "edit_link link=dust label=L",
        "drop_link link=dust",
        "drop_card card=old",
    };
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        scene_when(scene, "paul", commands[i]);
        scene_refused(scene, "board_locked");
        scene_when(scene, "farid", commands[i]);
        scene_refused(scene, "board_locked");
        scene_when(scene, "anna", commands[i]);
        assert_int_equal(scene->decision.refusal, REFUSAL_NONE);
    }
}

static void an_animator_locks_and_renames_a_board(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_board board=wall title=Tableau locked=yes instructions=Posez");
    scene_then(scene, "patch board wall title='Tableau' locked=yes instructions='Posez'");
    scene_when(scene, "anna", "edit_board board=wall locked=no instructions=''");
    scene_then(scene, "patch board wall locked=no instructions=''");
    scene_when(scene, "anna", "edit_board board=wall title=' '");
    scene_refused(scene, "field_empty at title");
}

static void C30_coming_into_a_zone_sets_what_it_says(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea x=100 y=100");
    scene_then(scene, "patch card idea color=coral x=100 y=100 card_type=project objectives=learn");
    scene_when(scene, "paul", "edit_card card=idea x=200 color=sky");
    scene_then(scene, "patch card idea color=sky x=200");
}

static void C30_the_command_itself_has_the_last_word(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea x=100 y=100 color=sky card_type=0");
    scene_then(scene, "patch card idea color=sky x=100 y=100 objectives=learn");
}

static void C30_what_serves_the_objective_keeps_the_others_it_serves(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "objective serve title=Servir");
    scene_given(scene, "card both board=wall x=2000 y=3000 width=100 height=100 "
                       "objectives=serve+learn author=paul audience=everyone");
    scene_when(scene, "paul", "edit_card card=both x=100 y=100");
    scene_then(scene, "patch card both color=coral x=100 y=100 card_type=project");
}

static void C30_a_new_card_follows_the_zone_but_for_what_it_says_itself(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card_type problem label=Problème color=rose");
    scene_when(scene, "pia",
               "add_card card=new board=wall color=sand x=10 y=10 width=100 "
               "height=100 audience=everyone card_type=problem");
    scene_has(scene,
              "card new board=wall color=coral x=10 y=10 width=100 height=100 author=pia "
              "made_at=now audience=everyone card_type=problem objectives=learn group=south");
}

static void C31_a_locked_zone_has_no_way_round_it(void **state)
{
    struct scene *scene = *state;
    static const char *const attempts[] = {
        "edit_card card=kept x=0",
        "edit_card card=kept title=Autre",
        "edit_card card=idea x=5100 y=100",
        "edit_text card=kept base=a text=b",
        "drop_card card=kept",
        "add_card card=new board=wall x=5100 y=100 width=100 height=100 audience=everyone",
    };
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        scene_when(scene, "paul", attempts[i]);
        scene_refused(scene, "zone_locked");
    }
    scene_when(scene, "anna", "edit_card card=kept title=Autre");
    scene_then(scene, "patch card kept title='Autre'");
}

static void C32_under_a_veil_one_writes_for_oneself_until_it_is_lifted(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "veil_board board=wall");
    scene_when(scene, "paul", "add_card card=mine board=wall x=9000 audience=everyone");
    scene_tells(scene, "pia", "");
    scene_tells(scene, "anna", "");
    scene_has(scene, "card mine board=wall x=9000 author=paul made_at=now audience=person "
                     "holder=paul group=north veiled=yes");
    scene_when(scene, "paul", "edit_card card=mine audience=everyone");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "paul", "add_card card=own board=wall x=9000 audience=person holder=paul");
    scene_when(scene, "paul", "edit_card card=own audience=everyone");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "anna", "reveal_board board=wall");
    scene_then(scene, "patch board wall veiled=no\n"
                      "patch card mine audience=everyone holder=0 veiled=no");
    scene_tells(scene, "pia",
                "patch board wall veiled=no\n"
                "put card mine board=wall x=9000 author=paul made_at=now "
                "audience=everyone group=north");
}

static void C33_on_a_controlled_board_contributions_wait(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_board board=wall controlled=yes");
    scene_when(scene, "paul", "add_card card=mine board=wall x=5100 y=100 audience=everyone");
    scene_has(scene, "card mine board=wall x=5100 y=100 author=paul made_at=now "
                     "audience=everyone group=north unplaced=yes");
    scene_when(scene, "paul", "edit_card card=mine title=Mieux");
    scene_then(scene, "patch card mine title='Mieux'");
    scene_when(scene, "paul", "edit_card card=idea x=1");
    scene_refused(scene, "not_yours");
    scene_when(scene, "paul", "edit_card card=mine unplaced=no");
    scene_refused(scene, "not_allowed");
    scene_when(scene, "anna", "edit_card card=mine unplaced=no x=10 y=10");
    scene_then(
        scene,
        "patch card mine color=coral x=10 y=10 card_type=project objectives=learn unplaced=no");
}

static void C40_a_board_goes_with_all_that_lies_on_it(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna",
               "add_priority priority=vote board=wall title=Quoi points=5 "
               "by_delegation=no");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=3");
    scene_when(scene, "anna", "drop_board board=wall");
    scene_lacks(scene, "card idea");
    scene_lacks(scene, "zone vault");
    scene_lacks(scene, "allotment a");
    scene_lacks(scene, "board wall");
    scene_when(scene, "anna", "drop_board board=attic");
    scene_refused(scene, "last_board at board");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(C24_a_locked_board_is_the_animators, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(an_animator_locks_and_renames_a_board, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C30_coming_into_a_zone_sets_what_it_says,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C30_the_command_itself_has_the_last_word,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C30_what_serves_the_objective_keeps_the_others_it_serves,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C30_a_new_card_follows_the_zone_but_for_what_it_says_itself,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C31_a_locked_zone_has_no_way_round_it,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C32_under_a_veil_one_writes_for_oneself_until_it_is_lifted,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C33_on_a_controlled_board_contributions_wait,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C40_a_board_goes_with_all_that_lies_on_it,
                                        scene_setup_furnished, scene_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&boards);
}
