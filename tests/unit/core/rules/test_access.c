#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "support/family.h"
#include "support/scene.h"

static const struct family access = {
    "access",
    .commands =
        (const struct family_command[]){
            {"add_invitation invitation=i role=screen number=2 key=k", "nnjn nnyy", "nnjn nnyy"},
            {"revoke_invitation invitation=screen_link expel=no", "nnjn nnyy", "nnjn nnyy"},
            {"edit_invitation invitation=participant_link entries=9", "nnjn nnyy", "nnjn nnyy"},
            {"give_code workshop=alliance code=BCDFHJ", "nnjn nnyy", "nnjn nnyy"},
            {"drop_code workshop=alliance", "nnjn nnyy", "nnjn nnyy"},
            {"withdraw_code workshop=alliance code=BCDFHJ", "nnnn nnny", "nnnn nnny"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"invitation", "animators", "role index"},
            {"key", "sealed", "invitation drop; person drop, optional"},
            {"short_code", "everyone", "id drop"},
            {0},
        },
};

static void an_animator_makes_a_link(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "add_invitation invitation=extra role=participant number=2 key=k2");
    scene_then(scene, "put invitation extra role=participant number=2 made_at=now\n"
                      "put key k2 digest=k2 invitation=extra");
    scene_tells(scene, "anna", "put invitation extra role=participant number=2 made_at=now");
    scene_tells(scene, "organiser", "put invitation extra role=participant number=2 made_at=now");
    scene_tells(scene, "paul", "");
    scene_when(scene, "extra", "join person=zoe name=Zoé key=zoe_key");
    scene_has(scene, "person zoe name='Zoé' role=participant joined_at=now invitation=extra");
}

static void C45_a_link_lets_in_as_many_as_it_was_given(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "add_invitation invitation=extra role=participant number=2 key=k2");
    scene_when(scene, "anna", "edit_invitation invitation=extra entries=2");
    scene_tells(scene, "anna", "patch invitation extra entries=2");
    scene_when(scene, "extra", "join person=zoe name=Zoé key=zoe_key");
    scene_when(scene, "extra", "join person=lea name=Léa key=lea_key");
    scene_when(scene, "extra", "join person=ali name=Ali key=ali_key");
    scene_refused(scene, "link_used_up, limit 2");
    scene_when(scene, "participant_link", "join person=ali name=Ali key=ali_key");
    scene_when(scene, "anna", "remove_person person=zoe");
    scene_when(scene, "extra", "join person=eva name=Eva key=eva_key");
    scene_has(scene, "person eva name='Eva' role=participant joined_at=now invitation=extra");
    scene_when(scene, "anna", "edit_invitation invitation=extra entries=0");
    scene_when(scene, "extra", "join person=ugo name=Ugo key=ugo_key");
    scene_has(scene, "person ugo name='Ugo' role=participant joined_at=now invitation=extra");
}

static void every_link_but_an_organisers_can_be_made(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "organiser", "add_invitation invitation=a role=animator number=2 key=ka");
    scene_has(scene, "invitation a role=animator number=2 made_at=now");
    scene_when(scene, "organiser", "add_invitation invitation=s role=screen number=2 key=ks");
    scene_has(scene, "invitation s role=screen number=2 made_at=now");
    scene_when(scene, "organiser", "add_invitation invitation=f role=facilitator number=2 key=kf");
    scene_has(scene, "invitation f role=facilitator number=2 made_at=now");
    scene_when(scene, "organiser", "add_invitation invitation=o role=organiser number=1 key=ko");
    scene_refused(scene, "not_allowed at role");
}

static void C10_ids_and_keys_are_taken_once(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna",
               "add_invitation invitation=screen_link role=participant number=2 key=k2");
    scene_refused(scene, "id_taken at invitation");
    scene_when(scene, "anna",
               "add_invitation invitation=extra role=animator number=1 key=animators_key");
    scene_refused(scene, "id_taken at key");
    scene_lacks(scene, "invitation extra");
}

static void too_many_links_are_refused(void **state)
{
    struct scene *scene = *state;
    for (uint64_t id = 1; state_count(scene->state, RECORD_INVITATION) < 200; id++) {
        struct change put = {.operation = CHANGE_PUT, .type = RECORD_INVITATION, .id = id};
        assert_true(state_apply(scene->state, &put, NULL));
    }
    scene_when(scene, "anna", "add_invitation invitation=extra role=participant number=2 key=k2");
    scene_refused(scene, "too_many at invitation, limit 200");
}

static void C23_a_revoked_link_keeps_those_who_came_by_it(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "revoke_invitation invitation=participant_link expel=no");
    scene_then(scene, "patch invitation participant_link revoked_at=now\n"
                      "drop key participants_key");
    scene_when(scene, "paul", "edit_person person=paul name=Encore");
    scene_then(scene, "patch person paul name='Encore'");
    scene_when(scene, "participant_link", "join person=zoe name=Zoé key=zoe_key");
    scene_refused(scene, "not_allowed");
}

static void C23_expelling_takes_out_everybody_who_came_by_it(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=lea name=Léa key=lea_key");
    scene_when(scene, "anna", "revoke_invitation invitation=participant_link expel=yes");
    scene_lacks(scene, "person paul");
    scene_lacks(scene, "person pia");
    scene_lacks(scene, "key paul_key");
    scene_lacks(scene, "key pia_key");
    scene_lacks(scene, "key lea_key");
    scene_lacks(scene, "key participants_key");
    scene_has(scene, "person lea name='Léa' organisation='Mairie' role=participant listed=yes");
    scene_has(scene, "key anna_key digest=anna_key invitation=animator_link person=anna");
    scene_when(scene, "paul", "add_card card=idea board=wall audience=everyone");
    scene_refused(scene, "not_joined");
}

/* Whoever takes the line next is somebody else. */
static void C23_an_expelled_persons_secrets_do_not_pass_to_the_next(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "participant_link", "join person=lea name=Léa key=lea_key");
    scene_given(scene, "person lea name=Léa role=participant joined_at=now listed=yes "
                       "invitation=participant_link groups=north");
    scene_given(scene, "card idea board=wall author=lea audience=everyone");
    scene_given(scene, "card diary board=wall author=lea audience=person holder=lea");
    scene_given(scene, "link bond board=wall from=diary to=idea audience=person holder=lea");
    scene_when(scene, "anna", "revoke_invitation invitation=participant_link expel=yes");
    scene_lacks(scene, "card diary");
    scene_lacks(scene, "link bond");
    scene_has(scene, "card idea board=wall author=lea audience=everyone");
    scene_has(scene, "person lea name='Léa' role=participant listed=yes");
}

static void C23_expelling_spares_who_came_by_another_link(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "revoke_invitation invitation=facilitator_link expel=yes");
    scene_then(scene, "patch invitation facilitator_link revoked_at=now\ndrop person farid");
}

static void C23_a_link_is_revoked_once(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "revoke_invitation invitation=screen_link expel=no");
    scene_when(scene, "anna", "revoke_invitation invitation=screen_link expel=yes");
    scene_refused(scene, "already_revoked at invitation");
}

static void C23_the_last_animator_link_is_an_organisers_to_revoke(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "revoke_invitation invitation=animator_link expel=no");
    scene_refused(scene, "last_animator at invitation");
    scene_when(scene, "organiser", "revoke_invitation invitation=animator_link expel=no");
    scene_then(scene, "patch invitation animator_link revoked_at=now\ndrop key animators_key");
}

static void C23_a_second_animator_link_makes_the_first_revocable(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "add_invitation invitation=second role=animator number=2 key=ka");
    scene_when(scene, "anna", "revoke_invitation invitation=animator_link expel=no");
    scene_has(scene, "invitation animator_link role=animator number=1 made_at=1 revoked_at=now");
    scene_when(scene, "anna", "revoke_invitation invitation=second expel=no");
    scene_refused(scene, "last_animator at invitation");
}

static void a_link_that_is_not_there_cannot_be_revoked(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "revoke_invitation invitation=nowhere expel=no");
    scene_refused(scene, "unknown_record at invitation");
}

static void C41_an_animator_gives_a_code_and_drops_it(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "give_code workshop=alliance code=BCDFHJ");
    scene_then(scene, "put short_code alliance code='BCDFHJ' opened_at=now");
    scene_when(scene, "anna", "give_code workshop=alliance code=KLMNPR");
    scene_has(scene, "short_code alliance code='KLMNPR' opened_at=now");
    scene_when(scene, "anna", "drop_code workshop=alliance");
    scene_then(scene, "drop short_code alliance");
    scene_when(scene, "anna", "drop_code workshop=alliance");
    scene_then(scene, "");
}

static void C41_a_code_is_six_letters_that_cannot_be_confused(void **state)
{
    struct scene *scene = *state;
    static const char *const others[] = {"BCDFH",  "bcdfhj",  "BCDFHO", "BCDFH0",
                                         "BCDFHA", "BCDFHJK", "''"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char command[64];
        snprintf(command, sizeof command, "give_code workshop=alliance code=%s", others[i]);
        scene_when(scene, "anna", command);
        scene_refused(scene, "bad_code at code");
    }
}

/* Another code was given meanwhile: that one was not guessed at. */
static void C41_the_code_that_is_meant_is_withdrawn(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "give_code workshop=alliance code=BCDFHJ");
    scene_when(scene, "organiser", "withdraw_code workshop=alliance code=KLMNPR");
    scene_then(scene, "");
    scene_when(scene, "organiser", "withdraw_code workshop=alliance code=BCDFHJ");
    scene_then(scene, "patch short_code alliance code='' withdrawn_at=now");
    scene_when(scene, "organiser", "withdraw_code workshop=alliance code=BCDFHJ");
    scene_then(scene, "");
    scene_when(scene, "anna", "give_code workshop=alliance code=KLMNPR");
    scene_has(scene, "short_code alliance code='KLMNPR' opened_at=now");
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, scene_setup, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(an_animator_makes_a_link),
        SCENE(C45_a_link_lets_in_as_many_as_it_was_given),
        SCENE(every_link_but_an_organisers_can_be_made),
        SCENE(C10_ids_and_keys_are_taken_once),
        SCENE(too_many_links_are_refused),
        SCENE(C23_a_revoked_link_keeps_those_who_came_by_it),
        SCENE(C23_expelling_takes_out_everybody_who_came_by_it),
        SCENE(C23_an_expelled_persons_secrets_do_not_pass_to_the_next),
        SCENE(C23_expelling_spares_who_came_by_another_link),
        SCENE(C23_a_link_is_revoked_once),
        SCENE(C23_the_last_animator_link_is_an_organisers_to_revoke),
        SCENE(C23_a_second_animator_link_makes_the_first_revocable),
        SCENE(a_link_that_is_not_there_cannot_be_revoked),
        SCENE(C41_an_animator_gives_a_code_and_drops_it),
        SCENE(C41_a_code_is_six_letters_that_cannot_be_confused),
        SCENE(C41_the_code_that_is_meant_is_withdrawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&access);
}
