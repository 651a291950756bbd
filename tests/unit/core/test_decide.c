#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/changes.h"
#include "core/decision.h"
#include "core/hanging.h"
#include "protocol/generated/schema.h"
#include "support/scene.h"

static void C7_a_command_that_changes_nothing_is_nothing(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea title=Idée color=sand x=2000");
    scene_then(scene, "");
    scene_when(scene, "paul", "edit_text card=idea base=base text=base");
    scene_then(scene, "");
    scene_when(scene, "anna", "edit_board board=wall locked=no");
    scene_then(scene, "");
    scene_tells(scene, "pia", "");
}

/* Two who correct the same word alike. */
static void C7_an_edit_that_others_made_already_is_nothing(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "edit_text card=idea base=base text=basse");
    scene_then(scene, "edit card idea text='3|+s|1'");
    scene_when(scene, "paul", "edit_text card=idea base=base text=basse");
    scene_then(scene, "");
}

static void C7_only_what_changes_is_kept_and_told(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea title=Idée text=Autre color=sand y=2001");
    scene_then(scene, "patch card idea text='Autre' y=2001");
    scene_tells(scene, "pia", "patch card idea text='Autre' y=2001");
}

/* The zone sets its colour, which the card has, and its objective. */
static void C7_what_follows_from_a_command_is_measured_too(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "zone green board=wall color=leaf x=8000 y=8000 width=1000 height=1000 "
                       "objective=learn paints=yes");
    scene_given(scene, "card leafy board=wall title=F color=leaf x=2000 y=2000 width=100 "
                       "height=100 audience=everyone author=paul");
    scene_when(scene, "paul", "edit_card card=leafy x=8100 y=8100");
    scene_then(scene, "patch card leafy x=8100 y=8100 objectives=learn");
}

static void set_title(struct decision *decision, uint64_t card, const char *title)
{
    union body body = {.card = {.title = bytes_from(title)}};
    decision_patch(decision, RECORD_CARD, card, FIELD_BIT(CARD_TITLE), &body);
    bytes_drop(body.card.title);
}

/* What is set to and fro in one decision is as it was. */
static void C7_what_counts_is_what_a_decision_says_last(void **state)
{
    struct scene *scene = *state;
    uint64_t idea = notation_id(&scene->notation, "idea");
    struct decision decision = {0};
    set_title(&decision, idea, "Idée");
    set_title(&decision, idea, "Autre");
    set_title(&decision, idea, "Idée");
    decision_drop(&decision, RECORD_LINK, notation_id(&scene->notation, "bond"));
    hanging_settle(scene->state, &decision);
    decision_leave_out(scene->state, &decision);
    assert_int_equal(decision.changes.count, 1);
    assert_int_equal(decision.changes.items[0].operation, CHANGE_DROP);
    changes_clear(&decision.changes);
}

int main(void)
{
#define FURNISHED(test) cmocka_unit_test_setup_teardown(test, scene_setup_furnished, scene_teardown)
    const struct CMUnitTest tests[] = {
        FURNISHED(C7_a_command_that_changes_nothing_is_nothing),
        FURNISHED(C7_an_edit_that_others_made_already_is_nothing),
        FURNISHED(C7_only_what_changes_is_kept_and_told),
        FURNISHED(C7_what_follows_from_a_command_is_measured_too),
        FURNISHED(C7_what_counts_is_what_a_decision_says_last),
    };
#undef FURNISHED
    return cmocka_run_group_tests(tests, NULL, NULL);
}
