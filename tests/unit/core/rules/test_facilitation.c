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
    .commands =
        (const struct family_command[]){
            {"lead_board board=wall x=0 y=0 width=100 height=100 held=no", "nnjn nnyn",
             "nnjn nnyn"},
            {"release_board board=wall", "nnjn nnyn", "nnjn nnyn"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"lead", "everyone", "board drop; card clear, hidden clear; person stay"},
            {0},
        },
};

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(C38_an_animator_leads_and_releases, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C38_what_not_everyone_sees_is_in_no_light,
                                        scene_setup_furnished, scene_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&facilitation);
}
