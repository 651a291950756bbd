#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "support/scene.h"

/* Paul's cards `idea` and `need`, seen by everyone, and a link between them. */
static int pinned(void **state)
{
    scene_setup(state);
    scene_given(*state, "card idea board=wall author=paul audience=everyone");
    scene_given(*state, "card need board=wall author=paul audience=everyone");
    scene_given(*state, "link bond board=wall from=idea to=need author=paul audience=everyone");
    return 0;
}

static void a_card_is_laid(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul",
               "add_card card=new board=wall title=Idée color=sun x=-5 y=10 "
               "width=200 height=120 audience=everyone");
    scene_then(scene, "put card new board=wall title='Idée' color=sun x=-5 y=10 width=200 "
                      "height=120 author=paul made_at=now audience=everyone group=north");
    scene_tells(scene, "screen_link",
                "put card new board=wall title='Idée' color=sun x=-5 y=10 "
                "width=200 height=120 author=paul made_at=now "
                "audience=everyone group=north");
}

static void C10_a_cards_id_is_taken_once(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "add_card card=idea board=wall audience=everyone");
    scene_refused(scene, "id_taken at card");
    scene_when(scene, "pia", "add_card card=0 board=wall audience=everyone");
    scene_refused(scene, "id_taken at card");
}

/* Who may show a card to whom; "" where it is allowed. */
static void C25_a_card_is_shown_to_those_one_belongs_to(void **state)
{
    static const struct {
        const char *who, *audience, *refusal;
    } table[] = {
        {"paul", "everyone", ""},
        {"paul", "everyone holder=paul", "not_allowed at audience"},
        {"paul", "animators", "not_allowed at audience"},
        {"paul", "person holder=paul", ""},
        {"paul", "person", "not_allowed at audience"},
        {"paul", "person holder=pia", "not_allowed at audience"},
        {"paul", "group holder=north", ""},
        {"paul", "group holder=south", "not_allowed at audience"},
        {"paul", "group", "not_allowed at audience"},
        {"farid", "group holder=north", ""},
        {"farid", "animators", "not_allowed at audience"},
        {"anna", "animators", ""},
        {"anna", "animators holder=anna", "not_allowed at audience"},
        {"anna", "person holder=anna", ""},
        {"anna", "person holder=paul", "not_allowed at audience"},
        {"anna", "group holder=north", "not_allowed at audience"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char command[100];
        snprintf(command, sizeof command, "add_card card=new%zu board=wall audience=%s", i,
                 table[i].audience);
        scene_when(*state, table[i].who, command);
        struct scene *scene = *state;
        if (*table[i].refusal) scene_refused(scene, table[i].refusal);
        else assert_int_equal(scene->decision.refusal, REFUSAL_NONE);
    }
}

static void C25_whoever_sees_a_card_edits_it(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "edit_card card=idea text='Mieux dit' x=7 color=leaf");
    scene_then(scene, "patch card idea text='Mieux dit' color=leaf x=7");
    scene_when(scene, "pia", "edit_card card=idea text=''");
    scene_then(scene, "patch card idea text=''");
    scene_when(scene, "pia", "edit_card card=idea");
    scene_then(scene, "");
}

static void C25_its_author_and_the_animators_say_who_sees_it(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card lone board=wall author=paul audience=everyone");
    scene_when(scene, "pia", "edit_card card=lone audience=person holder=pia");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "paul", "edit_card card=lone audience=person holder=pia");
    scene_refused(scene, "not_allowed at audience");
    scene_when(scene, "paul", "edit_card card=lone audience=group holder=north");
    scene_then(scene, "patch card lone audience=group holder=north");
    scene_when(scene, "farid", "edit_card card=lone audience=everyone");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "paul", "edit_card card=lone audience=everyone");
    scene_then(scene, "patch card lone audience=everyone holder=0");
    scene_when(scene, "anna", "edit_card card=lone audience=animators");
    scene_then(scene, "patch card lone audience=animators holder=0");
    scene_when(scene, "paul", "edit_card card=lone audience=everyone");
    scene_refused(scene, "unknown_record at card");
}

static void a_card_of_nobody_is_the_animators_to_show(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card seed board=wall audience=everyone");
    scene_when(scene, "paul", "edit_card card=seed audience=person holder=paul");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "anna", "edit_card card=seed audience=animators");
    scene_then(scene, "patch card seed audience=animators holder=0");
}

static void a_holder_without_an_audience_changes_nothing(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea holder=paul");
    scene_then(scene, "");
}

static void S2_what_one_may_not_see_is_not_there(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card hers board=wall author=pia audience=person holder=pia");
    scene_given(scene, "card ours board=wall author=farid audience=group holder=north");
    scene_given(scene, "card staff board=wall author=anna audience=animators");
    scene_given(scene, "link hidden board=wall from=hers to=idea audience=person holder=pia");
    scene_when(scene, "paul", "edit_card card=hers title=Vu");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "anna", "drop_card card=hers");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "anna", "edit_card card=ours title=Vu");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "paul", "drop_card card=staff");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "paul", "add_link link=new board=wall from=idea to=hers");
    scene_refused(scene, "unknown_record at to");
    scene_when(scene, "paul", "add_link link=new board=wall from=staff to=idea");
    scene_refused(scene, "unknown_record at from");
    scene_when(scene, "paul", "edit_link link=hidden label=Vu");
    scene_refused(scene, "unknown_record at link");
    scene_when(scene, "anna", "drop_link link=hidden");
    scene_refused(scene, "unknown_record at link");
}

static void what_was_never_there_is_not_there(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=nothing title=T");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "paul", "edit_card card=wall title=T");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "paul", "add_card card=new board=0 audience=everyone");
    scene_refused(scene, "unknown_record at board");
}

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

static void C27_a_card_goes_with_its_links(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card hers board=wall author=pia audience=person holder=pia");
    scene_given(scene, "link hidden board=wall from=hers to=idea audience=person holder=pia");
    scene_when(scene, "paul", "drop_card card=idea");
    scene_then(scene, "patch card idea audience=animators dropped_by=paul dropped_at=now\n"
                      "patch link bond audience=animators holder=0\ndrop link hidden");
    scene_tells(scene, "pia", "drop card idea\ndrop link bond\ndrop link hidden");
    scene_tells(scene, "paul", "drop card idea\ndrop link bond");
    scene_has(scene, "card need board=wall author=paul audience=everyone");
}

static void too_many_cards_are_refused(void **state)
{
    struct scene *scene = *state;
    for (uint64_t id = 1; state_count(scene->state, RECORD_CARD) < 20000; id++) {
        struct change put = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = 1000000 + id};
        assert_true(state_apply(scene->state, &put, NULL));
    }
    scene_when(scene, "paul", "add_card card=new board=wall audience=everyone");
    scene_refused(scene, "too_many at card, limit 20000");
    scene_when(scene, "paul", "drop_card card=idea");
    scene_when(scene, "paul", "add_card card=new board=wall audience=everyone");
    scene_then(scene,
               "drop link bond\ndrop card idea\nput card new board=wall author=paul made_at=now "
               "audience=everyone group=north");
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, pinned, scene_teardown)

/* C27, C35: what makes room goes with its links and with what is sealed about it. */
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

static void C35_the_card_taken_off_longest_ago_makes_room(void **state)
{
    struct scene *scene = *state;
    uint32_t limit = 20000;
    scene_given(scene, "card old board=wall anonymous=yes audience=animators dropped_at=1");
    scene_given(scene, "authorship old person=paul");
    scene_given(scene, "link worn board=wall from=old to=idea audience=animators");
    scene_given(scene, "allotment spent person=paul card=old points=1 audience=everyone");
    for (uint64_t id = 1; state_count(scene->state, RECORD_CARD) < limit; id++) {
        struct change put = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = 1000000 + id};
        assert_true(state_apply(scene->state, &put, NULL));
    }
    scene_when(scene, "paul", "add_card card=new board=wall audience=everyone");
    scene_lacks(scene, "card old");
    scene_lacks(scene, "authorship old");
    scene_lacks(scene, "link worn");
    scene_lacks(scene, "allotment spent");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(a_card_is_laid),
        SCENE(C10_a_cards_id_is_taken_once),
        SCENE(C25_a_card_is_shown_to_those_one_belongs_to),
        SCENE(C25_whoever_sees_a_card_edits_it),
        SCENE(C25_its_author_and_the_animators_say_who_sees_it),
        SCENE(a_card_of_nobody_is_the_animators_to_show),
        SCENE(a_holder_without_an_audience_changes_nothing),
        SCENE(S2_what_one_may_not_see_is_not_there),
        SCENE(what_was_never_there_is_not_there),
        SCENE(C24_a_locked_board_is_the_animators),
        SCENE(an_animator_locks_and_renames_a_board),
        SCENE(C27_a_card_goes_with_its_links),
        SCENE(too_many_cards_are_refused),
        SCENE(C35_the_card_taken_off_longest_ago_makes_room),
        SCENE(C40_points_go_with_the_board_of_their_prioritisation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
