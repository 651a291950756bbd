/* What a rule says of one record becomes one change: here of a text that is edited meanwhile. What
 * hangs on what is tested in test_hanging.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/changes.h"
#include "core/decision.h"
#include "core/hanging.h"
#include "support/parts.h"
#include "support/scene.h"

static void say_edit(struct decision *decision, uint64_t card, unsigned field, const char *line)
{
    struct bytes *edit = parts_read(line);
    decision_edit(decision, RECORD_CARD, card, field, edit);
    bytes_drop(edit);
}

static void say_patch(struct decision *decision, uint64_t card, uint64_t mask, const char *text)
{
    union body body = {.card = {.text = bytes_from(text), .x = 7}};
    decision_patch(decision, RECORD_CARD, card, mask, &body);
    bytes_drop(body.card.text);
}

static void assert_settles(struct scene *scene, struct decision *decision, const char *expected)
{
    struct buffer lines = {0};
    hanging_settle(scene->state, decision);
    for (size_t i = 0; i < decision->changes.count; i++) {
        if (i) buffer_add_text(&lines, "\n");
        notation_write_change(&scene->notation, &lines, &decision->changes.items[i]);
    }
    buffer_add(&lines, "", 1);
    assert_string_equal((char *)lines.data, expected);
    buffer_clear(&lines);
    changes_clear(&decision->changes);
}

/* The text of `idea` is "base". */
static void two_edits_of_a_text_are_one(void **state)
{
    struct scene *scene = *state;
    struct decision decision = {0};
    uint64_t idea = notation_id(&scene->notation, "idea");
    say_edit(&decision, idea, CARD_TEXT, "+La |4");
    say_edit(&decision, idea, CARD_TEXT, "7|+.");
    assert_settles(scene, &decision, "edit card idea text='+La |4|+.'");
}

static void of_an_edit_of_which_more_becomes_the_text_is_left(void **state)
{
    struct scene *scene = *state;
    struct decision decision = {0};
    uint64_t idea = notation_id(&scene->notation, "idea");
    say_edit(&decision, idea, CARD_TEXT, "+La |4");
    say_patch(&decision, idea, FIELD_BIT(CARD_X), "");
    say_edit(&decision, idea, CARD_TEXT, "7|+.");
    assert_settles(scene, &decision, "patch card idea text='La base.' x=7");
    say_patch(&decision, idea, FIELD_BIT(CARD_TEXT), "neuf");
    say_edit(&decision, idea, CARD_TEXT, "4|+ !");
    assert_settles(scene, &decision, "patch card idea text='neuf !'");
    say_edit(&decision, idea, CARD_TEXT, "-4");
    say_edit(&decision, idea, CARD_TITLE, "4|+s");
    assert_settles(scene, &decision, "patch card idea title='Idées' text=''");
}

static void what_goes_needs_no_edit(void **state)
{
    struct scene *scene = *state;
    struct decision decision = {0};
    uint64_t lonely = notation_id(&scene->notation, "lonely");
    scene_given(scene, "card lonely board=wall text=seul audience=animators");
    say_edit(&decision, lonely, CARD_TEXT, "4|+e");
    decision_drop(&decision, RECORD_CARD, lonely);
    assert_settles(scene, &decision, "drop card lonely");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_edits_of_a_text_are_one, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(of_an_edit_of_which_more_becomes_the_text_is_left,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(what_goes_needs_no_edit, scene_setup_furnished,
                                        scene_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
