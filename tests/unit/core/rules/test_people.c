#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/changes.h"
#include "protocol/generated/schema.h"
#include "support/family.h"
#include "support/scene.h"

static const struct family people = {
    "people",
    .commands =
        (const struct family_command[]){
            {"join person=lea name=Léa key=lea_key", "yyyn iiin", "ccyn ccin"},
            {"edit_person person=lea name=L", "jjjn ooyn", "ccjn ccyn"},
            {"remove_person person=pia", "nnjn nnyn", "nnjn nnyn"},
            {"remove_people invitation=participant_link since=0", "nnjn nnyy", "nnjn nnyy"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"category", "everyone", ""},
            {"group", "everyone", ""},
            {"person", "everyone",
             "territory index; category clear; invitation clear; groups clear"},
            {0},
        },
};

static void C20_a_guest_joins_with_a_name(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link",
               "join person=zoe name=Zoé organisation='Ville de Lomme' category=elu key=zoe_key");
    scene_then(scene, "put person zoe name='Zoé' organisation='Ville de Lomme' category=elu "
                      "role=participant joined_at=now invitation=participant_link\n"
                      "put key zoe_key digest=zoe_key invitation=participant_link person=zoe");
}

static void C20_the_link_gives_the_role(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "animator_link", "join person=zoe name=Zoé key=zoe_key");
    scene_has(scene, "person zoe name='Zoé' role=animator joined_at=now invitation=animator_link");
    scene_when(scene, "facilitator_link", "join person=ali name=Ali key=ali_key");
    scene_has(scene,
              "person ali name='Ali' role=facilitator joined_at=now invitation=facilitator_link");
}

/* Whatever somebody does with a link that many hold, animators find a seat, and clear the others in one
 * action. */
static void C46_who_filled_the_list_goes_in_one_action(void **state)
{
    struct scene *scene = *state;
    uint32_t limit = schema_record(RECORD_PERSON)->limit;
    for (uint64_t id = 1; state_count(scene->state, RECORD_PERSON) < limit - 50; id++) {
        union body body = {
            .person = {.joined_at = 500,
                       .role = ROLE_PARTICIPANT,
                       .invitation = notation_id(&scene->notation, "participant_link")}};
        struct change put = {CHANGE_PUT, RECORD_PERSON, 1000000 + id, .body = body};
        assert_true(state_apply(scene->state, &put, NULL));
    }
    scene_when(scene, "participant_link", "join person=zoe name=Zoé key=zoe_key");
    scene_refused(scene, "too_many at person, limit 1950");
    scene_when(scene, "animator_link", "join person=eva name=Eva key=eva_key");
    scene_has(scene, "person eva name='Eva' role=animator joined_at=now invitation=animator_link");
    scene_when(scene, "anna", "remove_people invitation=participant_link since=501");
    scene_then(scene, "");
    scene_when(scene, "anna", "remove_people invitation=participant_link since=500");
    assert_true(state_count(scene->state, RECORD_PERSON) < 20);
    scene_when(scene, "participant_link", "join person=zoe name=Zoé key=zoe_key");
    scene_has(scene,
              "person zoe name='Zoé' role=participant joined_at=now invitation=participant_link");
}

static void C46_nobody_takes_themselves_out_with_the_others(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "animator_link", "join person=eva name=Eva key=eva_key");
    scene_when(scene, "animator_link", "join person=ugo name=Ugo key=ugo_key");
    scene_when(scene, "eva", "remove_people invitation=animator_link since=0");
    scene_lacks(scene, "person ugo");
    scene_has(scene, "person eva name='Eva' role=animator joined_at=now invitation=animator_link");
}

static void C20_a_free_line_is_taken(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link",
               "join person=lea name='Léa M.' territory=Lomme key=lea_key");
    scene_then(scene, "patch person lea name='Léa M.' territory='Lomme' "
                      "joined_at=now invitation=participant_link\n"
                      "put key lea_key digest=lea_key invitation=participant_link person=lea");
    scene_has(scene, "person lea name='Léa M.' organisation='Mairie' territory='Lomme' "
                     "role=participant joined_at=now listed=yes invitation=participant_link");
}

/* Cards are signed with the id of whoever was taken out: nobody else is to be taken for them. */
static void C20_the_id_of_somebody_who_was_taken_out_is_taken(void **state)
{
    struct scene *scene = *state;
    struct counter counter = {.person = notation_id(&scene->notation, "pia"),
                              .client = 7,
                              .counter = 1,
                              .seq = 1};
    state_keep_counter(scene->state, &counter);
    scene_when(scene, "anna", "remove_person person=pia");
    scene_when(scene, "participant_link", "join person=pia name=Zoé key=zoe_key");
    scene_refused(scene, "id_taken at person");
}

static void C20_a_field_given_empty_empties_the_lines(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=lea name=Léa organisation='' key=lea_key");
    scene_has(scene, "person lea name='Léa' role=participant joined_at=now listed=yes "
                     "invitation=participant_link");
}

static void C20_a_taken_line_stays_taken(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=lea name=Léa key=lea_key");
    scene_when(scene, "participant_link", "join person=lea name=Zoé key=zoe_key");
    scene_refused(scene, "person_taken at person");
    scene_when(scene, "participant_link", "join person=paul name=Paul key=zoe_key");
    scene_refused(scene, "person_taken at person");
}

static void C20_who_is_not_on_the_roll_is_no_free_line(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "person ghost name=Fantôme role=participant");
    scene_when(scene, "participant_link", "join person=ghost name=Zoé key=zoe_key");
    scene_refused(scene, "person_taken at person");
}

static void C20_nobody_joins_twice(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "join person=zoe name=Zoé key=zoe_key");
    scene_refused(scene, "already_joined");
}

static void C20_a_name_is_needed(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=zoe name=' ' key=zoe_key");
    scene_refused(scene, "field_empty at name");
    scene_when(scene, "participant_link", "join person=lea name='' key=zoe_key");
    scene_refused(scene, "field_empty at name");
}

static void C20_a_revoked_link_lets_nobody_in(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "invitation old_link role=participant number=2 made_at=1 revoked_at=2");
    scene_when(scene, "old_link", "join person=zoe name=Zoé key=zoe_key");
    scene_refused(scene, "not_allowed");
}

static void joining_needs_fresh_ids_and_a_category_that_is_there(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=zoe name=Zoé category=wall key=zoe_key");
    scene_refused(scene, "unknown_record at category");
    scene_when(scene, "participant_link", "join person=zoe name=Zoé key=paul_key");
    scene_refused(scene, "id_taken at key");
    scene_when(scene, "participant_link", "join person=0 name=Zoé key=zoe_key");
    scene_refused(scene, "id_taken at person");
}

static void C10_a_person_may_have_the_id_of_a_record_of_another_type(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=wall name=Zoé key=zoe_key");
    scene_has(scene, "person wall name='Zoé' role=participant joined_at=now "
                     "invitation=participant_link");
}

static void too_many_people_are_refused(void **state)
{
    struct scene *scene = *state;
    uint32_t limit = schema_record(RECORD_PERSON)->limit;
    for (uint64_t id = 1; state_count(scene->state, RECORD_PERSON) < limit; id++) {
        struct change put = {.operation = CHANGE_PUT, .type = RECORD_PERSON, .id = 1000000 + id};
        assert_true(state_apply(scene->state, &put, NULL));
    }
    scene_when(scene, "participant_link", "join person=zoe name=Zoé key=zoe_key");
    scene_refused(scene, "too_many at person, limit 1950");
    scene_when(scene, "participant_link", "join person=lea name=Léa key=lea_key");
    scene_tells(scene, "screen_link", "patch person lea joined_at=now invitation=participant_link");
}

static void C21_one_corrects_ones_own_line(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_person person=paul name='Paul D.' category=elu");
    scene_then(scene, "patch person paul name='Paul D.' category=elu");
    scene_when(scene, "paul", "edit_person person=paul category=0");
    scene_then(scene, "patch person paul category=0");
    scene_when(scene, "paul", "edit_person person=paul name=' '");
    scene_refused(scene, "field_empty at name");
    scene_when(scene, "paul", "edit_person person=paul");
    scene_then(scene, "");
}

static void C21_animators_correct_anybodys_line(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_person person=paul organisation=EPCI");
    scene_then(scene, "patch person paul organisation='EPCI'");
    scene_when(scene, "anna", "edit_person person=lea territory=Lomme");
    scene_then(scene, "patch person lea territory='Lomme'");
    scene_when(scene, "farid", "edit_person person=paul organisation=EPCI");
    scene_refused(scene, "not_yours at person");
    scene_when(scene, "paul", "edit_person person=pia name=P");
    scene_refused(scene, "not_yours at person");
}

static void C21_animators_give_roles(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_person person=paul role=facilitator");
    scene_then(scene, "patch person paul role=facilitator");
    scene_when(scene, "anna", "edit_person person=paul role=animator");
    scene_when(scene, "paul", "edit_person person=anna role=participant");
    scene_then(scene, "patch person anna role=participant");
    scene_when(scene, "anna", "edit_person person=paul role=participant");
    scene_refused(scene, "not_yours at person");
}

/* A person's record says what they may do, not the link they came by. */
static void C21_a_role_given_later_counts(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_person person=paul role=animator");
    scene_when(scene, "paul", "edit_board board=wall locked=yes");
    scene_then(scene, "patch board wall locked=yes");
    scene_when(scene, "paul", "edit_person person=anna role=participant");
    scene_when(scene, "anna", "edit_board board=wall locked=no");
    scene_refused(scene, "not_allowed");
}

static void C21_nobody_gives_themselves_a_role(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_person person=anna role=facilitator");
    scene_refused(scene, "not_allowed at role");
    scene_when(scene, "paul", "edit_person person=paul name=P role=animator");
    scene_refused(scene, "not_allowed at role");
}

static void C21_a_person_is_no_screen_and_no_organiser(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_person person=paul role=screen");
    scene_refused(scene, "not_allowed at role");
    scene_when(scene, "anna", "edit_person person=paul role=organiser");
    scene_refused(scene, "not_allowed at role");
}

static void C22_a_person_without_a_line_is_dropped(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "remove_person person=paul");
    scene_then(scene, "drop person paul\ndrop key paul_key");
    scene_lacks(scene, "person paul");
}

static void C22_a_line_of_the_roll_is_free_again(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=lea name=Léa key=lea_key");
    scene_given(scene, "person lea name=Léa role=facilitator joined_at=now listed=yes "
                       "invitation=participant_link groups=north");
    scene_when(scene, "anna", "remove_person person=lea");
    scene_then(scene, "drop key lea_key\n"
                      "patch person lea role=participant joined_at=0 invitation=0 groups=");
    scene_when(scene, "participant_link", "join person=lea name='La vraie' key=true_key");
    scene_has(scene, "person lea name='La vraie' role=participant joined_at=now listed=yes "
                     "invitation=participant_link");
}

static void C22_what_only_they_saw_goes_with_them(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card mine board=wall author=paul audience=person holder=paul");
    scene_given(scene, "card shown board=wall author=paul audience=everyone");
    scene_given(scene, "card hers board=wall author=pia audience=person holder=pia");
    scene_given(scene, "link bond board=wall from=mine to=shown audience=person holder=paul");
    scene_when(scene, "anna", "remove_person person=paul");
    scene_then(scene, "drop person paul\ndrop key paul_key\ndrop card mine\ndrop link bond");
    scene_tells(scene, "anna", "drop person paul");
}

/* Else whoever takes the line next would be given their points, and could not write anonymously
 * under the id of a card that is gone. */
static void C22_their_hidden_points_and_what_they_signed_in_secret_go_too(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "person lea name=Léa role=participant joined_at=now listed=yes "
                       "invitation=participant_link");
    scene_given(scene, "priority vote board=wall title=Quoi points=5");
    scene_given(scene, "allotment hidden priority=vote person=lea card=idea points=3 "
                       "audience=person holder=lea");
    scene_given(scene, "allotment shown priority=vote person=lea card=need points=1 "
                       "audience=everyone");
    scene_given(scene, "card mine board=wall anonymous=yes audience=person holder=lea");
    scene_given(scene, "authorship mine person=lea");
    scene_when(scene, "anna", "remove_person person=lea");
    scene_lacks(scene, "allotment hidden");
    scene_lacks(scene, "card mine");
    scene_lacks(scene, "authorship mine");
    scene_has(scene, "allotment shown priority=vote person=lea card=need points=1 "
                     "audience=everyone");
}

static void C22_not_oneself(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "remove_person person=anna");
    scene_refused(scene, "not_allowed at person");
}

static void who_was_taken_out_has_not_joined(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=lea name=Léa key=lea_key");
    scene_when(scene, "anna", "remove_person person=lea");
    scene_when(scene, "lea", "edit_person person=lea name=Encore");
    scene_refused(scene, "not_joined");
    scene_when(scene, "anna", "remove_person person=paul");
    scene_when(scene, "paul", "add_card card=idea board=wall audience=everyone");
    scene_refused(scene, "not_joined");
}

static void joining_counts_as_the_person_who_joins(void **state)
{
    struct scene *scene = *state;
    struct command join = notation_command(&scene->notation, "join person=zoe name=Z key=k");
    struct command edit = notation_command(&scene->notation, "edit_person person=pia name=P");
    struct context guest = scene_context(scene, "participant_link");
    struct context paul = scene_context(scene, "paul");
    assert_int_equal(decide_actor(&join, &guest), notation_id(&scene->notation, "zoe"));
    assert_int_equal(decide_actor(&edit, &paul), notation_id(&scene->notation, "paul"));
    command_clear(&join);
    command_clear(&edit);
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, scene_setup, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(C20_a_guest_joins_with_a_name),
        SCENE(C20_the_link_gives_the_role),
        SCENE(C20_a_free_line_is_taken),
        SCENE(C46_who_filled_the_list_goes_in_one_action),
        SCENE(C46_nobody_takes_themselves_out_with_the_others),
        SCENE(C20_the_id_of_somebody_who_was_taken_out_is_taken),
        SCENE(C20_a_field_given_empty_empties_the_lines),
        SCENE(C20_a_taken_line_stays_taken),
        SCENE(C20_who_is_not_on_the_roll_is_no_free_line),
        SCENE(C20_nobody_joins_twice),
        SCENE(C20_a_name_is_needed),
        SCENE(C20_a_revoked_link_lets_nobody_in),
        SCENE(joining_needs_fresh_ids_and_a_category_that_is_there),
        SCENE(C10_a_person_may_have_the_id_of_a_record_of_another_type),
        SCENE(too_many_people_are_refused),
        SCENE(C21_one_corrects_ones_own_line),
        SCENE(C21_animators_correct_anybodys_line),
        SCENE(C21_animators_give_roles),
        SCENE(C21_a_role_given_later_counts),
        SCENE(C21_nobody_gives_themselves_a_role),
        SCENE(C21_a_person_is_no_screen_and_no_organiser),
        SCENE(C22_a_person_without_a_line_is_dropped),
        SCENE(C22_a_line_of_the_roll_is_free_again),
        SCENE(C22_what_only_they_saw_goes_with_them),
        SCENE(C22_their_hidden_points_and_what_they_signed_in_secret_go_too),
        SCENE(C22_not_oneself),
        SCENE(who_was_taken_out_has_not_joined),
        SCENE(joining_counts_as_the_person_who_joins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&people);
}
