/* A name that is taken off a card, and put on again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "support/scene.h"
#include <cmocka.h>

static void C44_who_wrote_a_card_takes_their_name_off_it(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card ours board=wall author=paul group=north audience=everyone");
    scene_when(scene, "pia", "sign_card card=ours anonymous=yes");
    scene_refused(scene, "not_yours at card");
    scene_when(scene, "anna", "sign_card card=ours anonymous=yes");
    scene_refused(scene, "not_yours at card");
    scene_when(scene, "paul", "sign_card card=ours anonymous=yes");
    scene_tells(scene, "anna", "patch card ours author=0 group=0 anonymous=yes");
    scene_has(scene, "authorship ours person=paul");
    scene_when(scene, "paul", "sign_card card=ours anonymous=yes");
    scene_then(scene, "");
    scene_when(scene, "pia", "sign_card card=ours anonymous=no");
    scene_refused(scene, "not_yours at card");
    scene_when(scene, "paul", "sign_card card=ours anonymous=no");
    scene_tells(scene, "anna", "patch card ours author=paul anonymous=no");
    scene_lacks(scene, "authorship ours");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(C44_who_wrote_a_card_takes_their_name_off_it,
                                        scene_setup_furnished, scene_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
