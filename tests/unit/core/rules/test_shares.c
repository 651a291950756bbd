/* Shares: what one person may add to a list that all share, and taking off what somebody added. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "core/changes.h"
#include "protocol/generated/references.h"
#include "protocol/generated/schema.h"
#include "support/family.h"
#include "support/scene.h"

static const struct family shares = {
    "shares",
    .commands =
        (const struct family_command[]){
            {"drop_added since=0", "nnjn nnyn", "nnjn nnyn"},
            {0},
        },
    .records = (const struct family_record[]){{0}},
};

/* So many records of a type that paul has added. */
static void fill(struct scene *scene, enum record_type type, const char *line, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct change put = notation_put(&scene->notation, line);
        put.id = 1000000 * (uint64_t)type + i;
        assert_true(state_apply(scene->state, &put, NULL));
        change_clear(&put);
    }
}

/* Half of them unsigned: what is sealed counts too. Two are there already. */
static void C47_one_person_adds_so_many_cards(void **state)
{
    struct scene *scene = *state;
    size_t half = share_of(RECORD_CARD)->limit / 2;
    fill(scene, RECORD_CARD, "card any board=wall author=paul audience=everyone", half - 2);
    fill(scene, RECORD_AUTHORSHIP, "authorship any person=paul", half - 1);
    scene_when(scene, "paul", "add_card card=last board=wall audience=everyone");
    scene_has(scene, "card last board=wall author=paul made_at=now audience=everyone group=north");
    scene_when(scene, "paul", "add_card card=over board=wall audience=everyone");
    scene_refused(scene, "share_spent, limit 4000");
    scene_when(scene, "paul", "add_card card=over board=wall audience=everyone anonymous=yes");
    scene_refused(scene, "share_spent, limit 4000");
    scene_when(scene, "pia", "add_card card=hers board=wall audience=everyone");
    scene_has(scene, "card hers board=wall author=pia made_at=now audience=everyone group=south");
}

/* What one took off oneself is no reason to be refused, and is gone before anybody else's is. */
static void C47_what_somebody_took_off_makes_room_for_them(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card other board=wall author=pia audience=animators dropped_at=1");
    scene_given(scene, "card old board=wall author=paul audience=animators dropped_at=2");
    fill(scene, RECORD_CARD, "card any board=wall author=paul audience=everyone",
         share_of(RECORD_CARD)->limit - 3);
    scene_when(scene, "paul", "add_card card=new board=wall audience=everyone");
    scene_lacks(scene, "card old");
    scene_has(scene, "card other board=wall author=pia audience=animators dropped_at=1");
    scene_when(scene, "paul", "add_card card=over board=wall audience=everyone");
    scene_refused(scene, "share_spent, limit 4000");
}

static void C47_animators_have_no_share(void **state)
{
    struct scene *scene = *state;
    fill(scene, RECORD_CARD, "card any board=wall author=anna audience=everyone",
         share_of(RECORD_CARD)->limit);
    scene_when(scene, "anna", "add_card card=new board=wall audience=everyone");
    scene_has(scene, "card new board=wall author=anna made_at=now audience=everyone");
}

static void C47_one_person_names_so_many_territories_and_draws_so_many_links(void **state)
{
    struct scene *scene = *state;
    fill(scene, RECORD_TERRITORY_AUTHORSHIP, "territory_authorship any person=paul",
         share_of(RECORD_TERRITORY)->limit);
    scene_when(scene, "paul", "add_territory territory=new name=T longitude=0 latitude=0");
    scene_refused(scene, "share_spent, limit 200");
    scene_when(scene, "pia", "add_territory territory=new name=T longitude=0 latitude=0");
    scene_then(scene, "put territory new name='T'\n"
                      "put territory_authorship new person=pia made_at=now");
    scene_tells(scene, "anna", "put territory new name='T'");
    fill(scene, RECORD_LINK_AUTHORSHIP, "link_authorship any person=paul",
         share_of(RECORD_LINK)->limit);
    scene_when(scene, "paul", "add_link link=new board=wall from=need to=idea");
    scene_refused(scene, "share_spent, limit 4000");
}

/* ---- taking off ---- */

static int busy(void **state)
{
    static const char *const records[] = {
        "card early board=wall author=pia audience=everyone made_at=10",
        "card late board=wall author=pia audience=everyone made_at=20",
        "card own board=wall author=pia audience=person holder=pia made_at=20",
        "card shy board=wall anonymous=yes audience=everyone made_at=20 territory=shore",
        "authorship shy person=pia",
        "territory shore name=Rive",
        "territory_authorship shore person=pia made_at=20",
        "territory spare name=Rien",
        "territory_authorship spare person=pia made_at=20",
        "territory given name=Modèle",
        "link plain board=wall from=idea to=need audience=everyone",
        "link_authorship plain person=pia made_at=20",
        "link quiet board=wall from=shy to=need audience=everyone",
        "link_authorship quiet person=pia made_at=20 anonymous=yes",
    };
    scene_setup_pinned(state);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) scene_given(*state, records[i]);
    return 0;
}

/* What is signed; what is not would be signed by being taken off with it. */
static void C48_what_somebody_added_goes_in_one_action(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "drop_added person=pia since=15");
    scene_then(scene, "patch card late audience=animators dropped_by=anna dropped_at=now\n"
                      "drop link plain\ndrop link_authorship plain");
    scene_when(scene, "anna", "restore_cards person=anna since=0");
    scene_then(scene, "patch card late audience=everyone dropped_by=0 dropped_at=0");
}

static void C48_what_is_unsigned_goes_in_one_action_whosever_it_is(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "drop_added since=15");
    scene_tells(
        scene, "anna",
        "put card shy board=wall made_at=20 audience=animators anonymous=yes dropped_at=now\n"
        "drop link quiet\ndrop territory shore\ndrop territory spare");
    scene_has(scene, "territory given name='Modèle'");
    scene_has(scene, "link plain board=wall from=idea to=need audience=everyone");
}

static void C48_a_territory_that_a_card_is_about_stays(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "edit_card card=early territory=spare");
    scene_when(scene, "anna", "drop_added since=0");
    scene_has(scene, "territory spare name='Rien'");
}

#define PINNED(test) cmocka_unit_test_setup_teardown(test, scene_setup_pinned, scene_teardown)
#define BUSY(test) cmocka_unit_test_setup_teardown(test, busy, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PINNED(C47_one_person_adds_so_many_cards),
        PINNED(C47_what_somebody_took_off_makes_room_for_them),
        PINNED(C47_animators_have_no_share),
        PINNED(C47_one_person_names_so_many_territories_and_draws_so_many_links),
        BUSY(C48_what_somebody_added_goes_in_one_action),
        BUSY(C48_what_is_unsigned_goes_in_one_action_whosever_it_is),
        BUSY(C48_a_territory_that_a_card_is_about_stays),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + check_family(&shares);
}
