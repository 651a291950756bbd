/* Leading everybody's eyes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "support/family.h"
#include "support/scene.h"
#include <cmocka.h>

static const struct family facilitation = {
    "facilitation",
    .given =
        (const char *const[]){"card late board=wall author=paul audience=everyone unplaced=yes",
                              NULL},
    .commands =
        (const struct family_command[]){
            {"lead_board board=wall x=0 y=0 width=100 height=100 held=no", "nnjn nnyn",
             "nnjn nnyn"},
            {"release_board board=wall", "nnjn nnyn", "nnjn nnyn"},
            {"return_card remark=word card=late", "nnjn nnyn", "nnjn nnyn"},
            {"set_wall workshop=alliance phase=voting", "nnjn nnyn", "nnjn nnyn"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"lead", "everyone", "board drop; card clear, hidden clear; person stay"},
            {"remark", "own", "card drop, hidden drop; holder drop"},
            {"wall", "everyone", "id drop"},
            {0},
        },
};

static void C42_a_card_that_waits_is_sent_back_with_a_word_for_its_writer_alone(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card late board=wall author=paul audience=everyone unplaced=yes");
    scene_when(scene, "anna", "return_card remark=word card=late text='Plus court ?'");
    scene_tells(scene, "paul",
                "patch card late returned=yes\n"
                "put remark word card=late text='Plus court ?' audience=person holder=paul at=now");
    scene_tells(scene, "anna", "patch card late returned=yes");
    scene_tells(scene, "pia", "patch card late returned=yes");
    scene_when(scene, "anna", "return_card remark=other card=late text='Et un lieu ?'");
    scene_then(scene, "patch remark word text='Et un lieu ?'");
}

/* Nothing that anybody else is told differs by who wrote it, nor by whether they are still here. */
static void C42_who_wrote_an_unsigned_card_is_told_to_nobody_by_its_return(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_board board=wall controlled=yes");
    scene_when(scene, "paul",
               "add_card card=shy board=wall title=T color=sun x=0 y=0 width=200 "
               "height=100 audience=everyone anonymous=yes");
    scene_when(scene, "anna", "return_card remark=word card=shy text='Un lieu ?'");
    scene_tells(scene, "anna", "patch card shy returned=yes");
    scene_tells(scene, "pia", "patch card shy returned=yes");
    scene_tells(scene, "paul",
                "patch card shy returned=yes\n"
                "put remark word card=shy text='Un lieu ?' audience=person holder=paul at=now");
    scene_when(scene, "paul", "edit_card card=shy returned=no");
    scene_when(scene, "anna", "remove_person person=paul");
    scene_when(scene, "anna", "return_card remark=late card=shy text='Un lieu ?'");
    scene_tells(scene, "anna", "patch card shy returned=yes");
}

static void C42_what_does_not_wait_or_has_no_writer_is_not_sent_back(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "return_card remark=word card=idea");
    scene_refused(scene, "not_waiting at card");
    scene_given(scene, "card old board=wall audience=everyone unplaced=yes");
    scene_when(scene, "anna", "return_card remark=word card=old");
    scene_refused(scene, "author_gone at card");
}

static void C42_its_writer_hands_it_in_again(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_board board=wall controlled=yes");
    scene_given(scene, "card late board=wall author=paul audience=everyone unplaced=yes");
    scene_when(scene, "anna", "return_card remark=word card=late");
    scene_when(scene, "pia", "edit_card card=late returned=no");
    scene_refused(scene, "not_yours");
    scene_when(scene, "paul", "edit_card card=late title=Mieux");
    scene_then(scene, "patch card late title='Mieux'");
    scene_when(scene, "paul", "edit_card card=late returned=no");
    scene_then(scene, "patch card late returned=no\ndrop remark word");
    scene_when(scene, "paul", "edit_card card=late returned=yes");
    scene_refused(scene, "not_allowed at returned");
}

static void C42_placing_it_after_all_settles_it(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card late board=wall x=90000 author=paul audience=everyone unplaced=yes");
    scene_when(scene, "anna", "return_card remark=word card=late");
    scene_when(scene, "anna", "edit_card card=late unplaced=no");
    scene_then(scene, "patch card late unplaced=no returned=no\ndrop remark word");
}

static void C38_an_animator_leads_and_releases(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "lead_board board=wall x=1 y=2 width=3 height=4 held=yes card=idea");
    scene_then(scene, "put lead wall board=wall x=1 y=2 width=3 height=4 held=yes card=idea "
                      "person=anna at=now");
    scene_when(scene, "anna", "lead_board board=wall x=1 y=2 width=3 height=4 held=no");
    scene_when(scene, "anna", "release_board board=wall");
    scene_then(scene, "drop lead wall");
    scene_when(scene, "anna", "release_board board=wall");
    scene_then(scene, "");
    scene_given(scene, "card secret board=wall author=anna audience=animators");
    scene_when(scene, "anna", "lead_board board=wall x=1 y=2 width=3 height=4 held=no card=secret");
    scene_refused(scene, "not_allowed at card");
    scene_when(scene, "anna", "lead_board board=attic x=1 y=2 width=3 height=4 held=no card=idea");
    scene_refused(scene, "other_board at card");
}

/* Whatever takes the card out of everybody's sight. */
static void C38_what_not_everyone_sees_is_in_no_light(void **state)
{
    struct scene *scene = *state;
    static const char *const ways[] = {
        "drop_card card=idea",
        "edit_card card=idea audience=animators",
        "merge_cards kept=need gone=idea",
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        scene_when(scene, "anna",
                   "lead_board board=wall x=1 y=2 width=3 height=4 held=yes card=idea");
        scene_when(scene, "anna", ways[i]);
        scene_has(scene,
                  "lead wall board=wall x=1 y=2 width=3 height=4 held=yes person=anna at=now");
        scene_given(scene, "card idea board=wall title=Idée audience=everyone");
    }
}

static void C49_an_animator_chooses_what_walls_show(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "set_wall workshop=alliance phase=message message='On mange'");
    scene_then(scene, "put wall alliance phase=message message='On mange'");
    scene_when(scene, "anna", "set_wall workshop=alliance phase=auto");
    scene_then(scene, "patch wall alliance phase=auto");
    scene_when(scene, "anna", "set_wall workshop=alliance message='À table'");
    scene_has(scene, "wall alliance phase=auto message='À table'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            C42_a_card_that_waits_is_sent_back_with_a_word_for_its_writer_alone,
            scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(
            C42_who_wrote_an_unsigned_card_is_told_to_nobody_by_its_return, scene_setup_furnished,
            scene_teardown),
        cmocka_unit_test_setup_teardown(C42_what_does_not_wait_or_has_no_writer_is_not_sent_back,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C42_its_writer_hands_it_in_again, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C42_placing_it_after_all_settles_it, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C38_an_animator_leads_and_releases, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C49_an_animator_chooses_what_walls_show,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C38_what_not_everyone_sees_is_in_no_light,
                                        scene_setup_furnished, scene_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&facilitation);
}
