/* Who may ask for what: every command by everybody there is. A command or role that the schema
 * gains fails here until it has its row or column. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "protocol/generated/schema.h"
#include "support/scene.h"

/* Guests hold a link of their role and have not joined. */
static const char *const askers[] = {
    "participant_link", "facilitator_link", "animator_link", "screen_link", "paul", "farid", "anna",
    "organiser",
};
enum { ASKERS = sizeof askers / sizeof *askers };

/* What each asker is answered, in their order. */
static const struct {
    char letter;
    enum refusal refusal;
} answers[] = {
    {'y', REFUSAL_NONE},
    {'n', REFUSAL_NOT_ALLOWED},
    {'j', REFUSAL_NOT_JOINED},
    {'i', REFUSAL_ALREADY_JOINED},
    {'o', REFUSAL_NOT_YOURS},
    {'l', REFUSAL_BOARD_LOCKED},
    {'e', REFUSAL_WORKSHOP_EXISTS},
    {'c', REFUSAL_WORKSHOP_CLOSED},
    {'u', REFUSAL_UNKNOWN_RECORD},
};

/* Each in a scene of its own, open and closed. `card` and `bond` are seen by everyone, the free
 * line is lea's. */
/* clang-format off */
static const struct row {
    const char *command, *open, *closed;
} rows[COMMAND_TYPES + 1] = {
    /*                                                guests  people            guests  people */
    [COMMAND_CREATE_WORKSHOP] =
        {"create_workshop title=T language=fr template=blank", "nnnn" "nnne", "nnnn" "nnne"},
    [COMMAND_EDIT_WORKSHOP] =
        {"edit_workshop workshop=alliance title=T closed=no",  "nnjn" "nnyy", "nnjn" "nnyy"},
    [COMMAND_JOIN] =
        {"join person=lea name=Léa key=lea_key",               "yyyn" "iiin", "ccyn" "ccin"},
    [COMMAND_EDIT_PERSON] =
        {"edit_person person=lea name=L",                      "jjjn" "ooyn", "ccjn" "ccyn"},
    [COMMAND_REMOVE_PERSON] =
        {"remove_person person=pia",                           "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_ADD_INVITATION] =
        {"add_invitation invitation=i role=screen number=2 key=k", "nnjn" "nnyy", "nnjn" "nnyy"},
    [COMMAND_REVOKE_INVITATION] =
        {"revoke_invitation invitation=screen_link expel=no",  "nnjn" "nnyy", "nnjn" "nnyy"},
    [COMMAND_EDIT_BOARD] =
        {"edit_board board=wall locked=yes",                   "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_ADD_CARD] =
        {"add_card card=new board=wall audience=everyone",     "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_EDIT_CARD] =
        {"edit_card card=idea x=1",                            "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_DROP_CARD] =
        {"drop_card card=idea",                                "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_ADD_LINK] =
        {"add_link link=new board=wall from=need to=idea",     "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_EDIT_LINK] =
        {"edit_link link=bond label=L",                        "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_DROP_LINK] =
        {"drop_link link=bond",                                "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_ADD_BOARD] =
        {"add_board board=new title=T", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_DROP_BOARD] =
        {"drop_board board=attic", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_ADD_ZONE] =
        {"add_zone zone=new board=wall title=T color=sun x=0 y=0 width=100 height=100", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_EDIT_ZONE] =
        {"edit_zone zone=area title=T", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_DROP_ZONE] =
        {"drop_zone zone=area", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_VEIL_BOARD] =
        {"veil_board board=wall", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_REVEAL_BOARD] =
        {"reveal_board board=loft", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_EDIT_TEXT] =
        {"edit_text card=idea base=a text=b", "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_MERGE_CARDS] =
        {"merge_cards kept=idea gone=need", "njjn" "nyyn", "ncjn" "ncyn"},
    [COMMAND_RESTORE_CARDS] =
        {"restore_cards person=0 since=0", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_RESTORE_CARD] =
        {"restore_card card=gone", "jjjn" "yuyn", "ccjn" "ccyn"},
    [COMMAND_LEAD_BOARD] =
        {"lead_board board=wall x=0 y=0 width=100 height=100 held=no", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_RELEASE_BOARD] =
        {"release_board board=wall", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_ADD_PRIORITY] =
        {"add_priority priority=new board=wall title=T points=3 by_delegation=no", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_EDIT_PRIORITY] =
        {"edit_priority priority=vote closed=yes", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_DROP_PRIORITY] =
        {"drop_priority priority=vote", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_ALLOT] =
        {"allot allotment=new priority=vote card=idea points=1", "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_ADD_TERRITORY] =
        {"add_territory territory=new name=T longitude=0 latitude=0", "jjjn" "yyyn", "ccjn" "ccyn"},
    [COMMAND_ADD_CARD_TYPE] =
        {"add_card_type card_type=new label=T icon=dot color=sun place=1", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_ADD_LINK_TYPE] =
        {"add_link_type link_type=new label=T color=sun dashed=no place=1", "nnjn" "nnyn", "nnjn" "nnyn"},
    [COMMAND_ADD_OBJECTIVE] =
        {"add_objective objective=new title=T brief=T color=sun place=1", "nnjn" "nnyn", "nnjn" "nnyn"},
};
/* clang-format on */

static enum refusal answer_of(char letter)
{
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (answers[i].letter == letter) return answers[i].refusal;
    fail_msg("%c is no answer", letter);
    return REFUSAL_NONE;
}

static struct scene *new_scene(bool closed)
{
    void *state;
    scene_setup(&state);
    scene_given(state, "card idea board=wall author=paul audience=everyone");
    scene_given(state, "card need board=wall author=paul audience=everyone");
    scene_given(state, "link bond board=wall from=idea to=need audience=everyone");
    scene_given(state,
                "card gone board=wall author=paul audience=animators dropped_by=paul dropped_at=1");
    scene_given(state, "zone area board=wall color=sun x=5000 width=100 height=100");
    scene_given(state, "board loft title=Loft veiled=yes");
    scene_given(state, "priority vote board=wall title=Vote points=3");
    if (closed) scene_when(state, "anna", "edit_workshop workshop=alliance closed=yes");
    return state;
}

static void check_cell(const char *command, const char *who, bool closed, char letter)
{
    struct scene *scene = new_scene(closed);
    scene_when(scene, who, command);
    enum refusal expected = answer_of(letter), refusal = scene->decision.refusal;
    scene_free(scene);
    if (refusal != expected)
        fail_msg("%s by %s in %s workshop: %s, not %s", command, who,
                 closed ? "a closed" : "an open", refusal_name(refusal), refusal_name(expected));
}

static void check_row(enum command_type type, bool closed)
{
    const struct row *row = &rows[type];
    const char *expected = closed ? row->closed : row->open;
    const char *name = schema_command(type)->name;
    if (!row->command) fail_msg("%s has no row", name);
    assert_memory_equal(row->command, name, strlen(name));
    assert_int_equal(strlen(expected), ASKERS);
    for (size_t i = 0; i < ASKERS; i++) check_cell(row->command, askers[i], closed, expected[i]);
}

static void C12_everybody_is_answered_by_their_role(void **state)
{
    (void)state;
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++) check_row(type, false);
}

static void C14_a_closed_workshop_refuses_all_but_animators(void **state)
{
    (void)state;
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++) check_row(type, true);
}

static void every_role_there_is_asks(void **state)
{
    (void)state;
    struct scene *scene = new_scene(false);
    uint64_t asked = 0, roles = schema_field(schema_record(RECORD_PERSON), PERSON_ROLE)->values;
    for (size_t i = 0; i < ASKERS; i++) {
        struct context context = scene_context(scene, askers[i]);
        asked |= FIELD_BIT(decide_role(scene->state, &context));
    }
    assert_int_equal(asked, roles);
    scene_free(scene);
}

/* A person's record says what they may do, not the link they came by. */
static void a_role_given_later_counts(void **state)
{
    (void)state;
    struct scene *scene = new_scene(false);
    scene_when(scene, "anna", "edit_person person=paul role=animator");
    scene_when(scene, "paul", "edit_board board=wall locked=yes");
    scene_then(scene, "patch board wall locked=yes");
    scene_when(scene, "paul", "edit_person person=anna role=participant");
    scene_when(scene, "anna", "edit_board board=wall locked=no");
    scene_refused(scene, "not_allowed");
    scene_free(scene);
}

static void before_it_is_founded_a_workshop_has_nothing(void **state)
{
    (void)state;
    struct scene *scene = scene_new();
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++) {
        if (!(schema_policy(type)->who & FIELD_BIT(ROLE_ORGANISER))) continue;
        scene_when(scene, "organiser", rows[type].command);
        scene_refused(scene, type == COMMAND_CREATE_WORKSHOP ? "unknown_template at template"
                                                             : "unknown_record");
    }
    scene_free(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(C12_everybody_is_answered_by_their_role),
        cmocka_unit_test(C14_a_closed_workshop_refuses_all_but_animators),
        cmocka_unit_test(every_role_there_is_asks),
        cmocka_unit_test(a_role_given_later_counts),
        cmocka_unit_test(before_it_is_founded_a_workshop_has_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
