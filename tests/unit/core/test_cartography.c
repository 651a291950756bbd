/* What makes a board mean something: zones with rules, veils, an inbox, merging, points. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text_merge.h"
#include "support/scene.h"

static int furnished(void **state)
{
    scene_setup(state);
    struct scene *scene = *state;
    scene_given(scene, "objective learn title=Apprendre color=sun");
    scene_given(scene, "card_type project label=Projet color=leaf");
    scene_given(scene, "zone quadrant board=wall title=Q color=coral width=1000 height=1000 "
                       "objective=learn card_type=project paints=yes");
    scene_given(scene, "zone vault board=wall title=V color=sky x=5000 width=1000 height=1000 "
                       "locked=yes");
    scene_given(scene, "card idea board=wall title=Idée text=base color=sand x=2000 y=2000 "
                       "width=100 height=100 author=paul audience=everyone");
    scene_given(scene, "card need board=wall title=Besoin text=manque color=sand x=3000 y=2000 "
                       "width=100 height=100 author=pia audience=everyone");
    scene_given(scene, "card kept board=wall title=K color=sand x=5100 y=100 width=100 height=100 "
                       "author=paul audience=everyone");
    scene_given(scene, "link bond board=wall from=idea to=need audience=everyone");
    return 0;
}

/* ---- zones ---- */

static void C30_coming_into_a_zone_sets_what_it_says(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea x=100 y=100");
    scene_then(scene, "patch card idea x=100 y=100\n"
                      "patch card idea color=coral card_type=project objectives=learn");
    scene_when(scene, "paul", "edit_card card=idea x=200 color=sky");
    scene_then(scene, "patch card idea color=sky x=200");
}

static void C30_the_command_itself_has_the_last_word(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea x=100 y=100 color=sky card_type=0");
    scene_then(scene, "patch card idea color=sky x=100 y=100 card_type=0\n"
                      "patch card idea objectives=learn");
}

static void C30_what_serves_the_objective_keeps_the_others_it_serves(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "objective serve title=Servir");
    scene_given(scene, "card both board=wall x=2000 y=3000 width=100 height=100 "
                       "objectives=serve+learn author=paul audience=everyone");
    scene_when(scene, "paul", "edit_card card=both x=100 y=100");
    scene_then(scene, "patch card both x=100 y=100\n"
                      "patch card both color=coral card_type=project");
}

static void C30_a_new_card_follows_the_zone_but_for_what_it_says_itself(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card_type problem label=Problème color=rose");
    scene_when(scene, "pia",
               "add_card card=new board=wall color=sand x=10 y=10 width=100 "
               "height=100 audience=everyone card_type=problem");
    scene_has(scene,
              "card new board=wall color=coral x=10 y=10 width=100 height=100 author=pia "
              "made_at=now audience=everyone card_type=problem objectives=learn group=south");
}

static void C12_a_list_names_what_is_there(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea objectives=learn+dream");
    scene_refused(scene, "unknown_record at objectives");
    scene_when(scene, "paul", "edit_card card=idea objectives=learn");
    scene_then(scene, "patch card idea objectives=learn");
}

static void C31_a_locked_zone_has_no_way_round_it(void **state)
{
    struct scene *scene = *state;
    static const char *const attempts[] = {
        "edit_card card=kept x=0",
        "edit_card card=kept title=Autre",
        "edit_card card=idea x=5100 y=100",
        "edit_text card=kept base=a text=b",
        "drop_card card=kept",
        "add_card card=new board=wall x=5100 y=100 width=100 height=100 audience=everyone",
    };
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        scene_when(scene, "paul", attempts[i]);
        scene_refused(scene, "zone_locked");
    }
    scene_when(scene, "anna", "edit_card card=kept title=Autre");
    scene_then(scene, "patch card kept title='Autre'");
}

static void C31_a_locked_card_is_changed_by_animators_alone(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea locked=yes");
    scene_refused(scene, "not_allowed");
    scene_when(scene, "anna", "edit_card card=idea locked=yes");
    scene_when(scene, "paul", "edit_card card=idea x=1");
    scene_refused(scene, "card_locked");
    scene_when(scene, "paul", "edit_text card=idea base=base text=b");
    scene_refused(scene, "card_locked");
    scene_when(scene, "paul", "drop_card card=idea");
    scene_refused(scene, "card_locked");
}

/* ---- the veil and the inbox ---- */

static void C32_under_a_veil_one_writes_for_oneself_until_it_is_lifted(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "veil_board board=wall");
    scene_when(scene, "paul", "add_card card=mine board=wall x=9000 audience=everyone");
    scene_tells(scene, "pia", "");
    scene_tells(scene, "anna", "");
    scene_has(scene, "card mine board=wall x=9000 author=paul made_at=now audience=person "
                     "holder=paul group=north veiled=yes");
    scene_when(scene, "paul", "edit_card card=mine audience=everyone");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "paul", "add_card card=own board=wall x=9000 audience=person holder=paul");
    scene_when(scene, "paul", "edit_card card=own audience=everyone");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "anna", "reveal_board board=wall");
    scene_then(scene, "patch board wall veiled=no\n"
                      "patch card mine audience=everyone holder=0 veiled=no");
    scene_tells(scene, "pia",
                "patch board wall veiled=no\n"
                "put card mine board=wall x=9000 author=paul made_at=now "
                "audience=everyone group=north");
}

static void C33_on_a_controlled_board_contributions_wait(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_board board=wall controlled=yes");
    scene_when(scene, "paul", "add_card card=mine board=wall x=5100 y=100 audience=everyone");
    scene_has(scene, "card mine board=wall x=5100 y=100 author=paul made_at=now "
                     "audience=everyone group=north unplaced=yes");
    scene_when(scene, "paul", "edit_card card=mine title=Mieux");
    scene_then(scene, "patch card mine title='Mieux'");
    scene_when(scene, "paul", "edit_card card=idea x=1");
    scene_refused(scene, "not_yours");
    scene_when(scene, "paul", "edit_card card=mine unplaced=no");
    scene_refused(scene, "not_allowed");
    scene_when(scene, "anna", "edit_card card=mine unplaced=no x=10 y=10");
    scene_then(scene, "patch card mine x=10 y=10 unplaced=no\n"
                      "patch card mine color=coral card_type=project objectives=learn");
}

static void C34_an_anonymous_cards_writer_is_told_to_nobody(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul",
               "add_card card=shy board=wall x=9000 audience=everyone anonymous=yes");
    scene_tells(scene, "anna",
                "put card shy board=wall x=9000 made_at=now audience=everyone "
                "anonymous=yes");
    scene_when(scene, "pia", "edit_card card=shy audience=person holder=pia");
    scene_refused(scene, "not_yours at audience");
    scene_when(scene, "paul", "edit_card card=shy audience=person holder=paul");
    scene_then(scene, "patch card shy audience=person holder=paul");
}

/* ---- taking off, bringing back, merging ---- */

static void C35_what_somebody_took_off_comes_back_in_one_action(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "drop_card card=idea");
    scene_when(scene, "pia", "drop_card card=need");
    scene_when(scene, "paul", "edit_card card=idea x=1");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "anna", "edit_card card=idea x=1");
    scene_refused(scene, "unknown_record");
    scene_when(scene, "anna", "restore_cards person=paul since=0");
    scene_then(scene, "");
    scene_when(scene, "anna", "restore_cards person=pia since=0");
    scene_then(scene, "patch card idea audience=everyone dropped_by=0 dropped_at=0\n"
                      "patch card need audience=everyone dropped_by=0 dropped_at=0\n"
                      "patch link bond audience=everyone holder=0");
}

static void C35_who_took_a_card_off_brings_it_back(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "drop_card card=idea");
    scene_when(scene, "paul", "restore_card card=idea");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "pia", "restore_card card=idea");
    scene_then(scene, "patch card idea audience=everyone dropped_by=0 dropped_at=0\n"
                      "patch link bond audience=everyone holder=0");
    scene_when(scene, "pia", "restore_card card=idea");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "pia", "drop_card card=idea");
    scene_when(scene, "anna", "edit_board board=wall locked=yes");
    scene_when(scene, "pia", "restore_card card=idea");
    scene_refused(scene, "board_locked");
    scene_when(scene, "anna", "restore_card card=idea");
    scene_then(scene, "patch card idea audience=everyone dropped_by=0 dropped_at=0\n"
                      "patch link bond audience=everyone holder=0");
}

static void C36_merging_keeps_both_texts_authors_and_links(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "merge_cards kept=idea gone=need");
    scene_refused(scene, "not_allowed");
    scene_given(scene, "link other board=wall from=need to=kept audience=everyone");
    scene_when(scene, "anna", "merge_cards kept=idea gone=need");
    scene_then(scene,
               "patch card idea text='base\n\nBesoin\nmanque' objectives= tags='' coauthors=pia\n"
               "drop link bond\n"
               "patch link other from=idea to=kept\n"
               "patch card need audience=animators dropped_by=anna dropped_at=now");
}

/* C26: once in each direction. */
static void C36_merging_leaves_no_two_links_in_one_direction(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link ours board=wall from=idea to=kept audience=everyone");
    scene_given(scene, "link theirs board=wall from=need to=kept audience=everyone");
    scene_given(scene, "link back board=wall from=kept to=need audience=everyone");
    scene_when(scene, "anna", "merge_cards kept=idea gone=need");
    scene_lacks(scene, "link theirs");
    scene_has(scene, "link ours board=wall from=idea to=kept audience=everyone");
    scene_has(scene, "link back board=wall from=kept to=idea audience=everyone");
}

/* ---- two in one text ---- */

static void check_merge(const char *base, const char *theirs, const char *mine, const char *merged)
{
    struct bytes *b = bytes_from(base), *t = bytes_from(theirs), *m = bytes_from(mine);
    struct bytes *result = text_merge(b, t, m);
    assert_string_equal(bytes_text(result), merged);
    bytes_drop(result);
    bytes_drop(b);
    bytes_drop(t);
    bytes_drop(m);
}

static void C37_two_in_one_text_lose_nothing(void **state)
{
    (void)state;
    check_merge("un deux trois", "un deux trois", "un deux quatre", "un deux quatre");
    check_merge("un deux trois", "UN deux trois", "un deux trois quatre", "UN deux trois quatre");
    check_merge("un deux trois", "un deux trois quatre", "UN deux trois", "UN deux trois quatre");
    check_merge("", "à moi", "à toi", "à moià toi");
    check_merge("été", "étés", "étés", "étés");
    check_merge("ab", "aXb", "aYb", "aXYb");
    check_merge("abc", "ac", "abXc", "aXc");
    check_merge("é", "è", "ê", "èê");
    check_merge("seul", "", "seul à deux", " à deux");
}

static void C37_an_edit_from_an_older_text_is_joined(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "edit_text card=idea base=base text='base, et plus'");
    scene_when(scene, "paul", "edit_text card=idea base=base text='La base'");
    scene_then(scene, "patch card idea text='La base, et plus'");
}

/* ---- leading and points ---- */

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

static void C39_points_have_a_budget_and_are_hidden_until_shown(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna",
               "add_priority priority=vote board=wall title=Quoi points=5 "
               "by_delegation=no");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=3");
    scene_tells(scene, "anna", "");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=need points=3");
    scene_refused(scene, "budget_spent at points, limit 2");
    scene_given(scene, "card own board=wall author=paul audience=person holder=paul");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=own points=1");
    scene_refused(scene, "not_allowed at card");
    scene_when(scene, "paul", "allot allotment=c priority=vote card=idea points=5");
    scene_then(scene, "patch allotment a points=5");
    scene_when(scene, "pia", "allot allotment=z priority=vote card=need points=5");
    scene_when(scene, "anna", "drop_card card=need");
    scene_when(scene, "pia", "allot allotment=d priority=vote card=idea points=1");
    scene_when(scene, "anna", "edit_priority priority=vote closed=yes shown=yes");
    scene_tells(scene, "farid",
                "patch priority vote closed=yes shown=yes\n"
                "put allotment a priority=vote person=paul card=idea points=5 "
                "audience=everyone\n"
                "put allotment d priority=vote person=pia card=idea points=1 "
                "audience=everyone");
    scene_when(scene, "pia", "allot allotment=e priority=vote card=kept points=1");
    scene_refused(scene, "priority_closed at priority");
}

/* Free while the card is off; they come back with it unless they were given elsewhere. */
static void C39_points_rest_on_a_card_that_was_taken_off(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "priority vote board=wall title=Quoi points=5");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=3");
    scene_when(scene, "paul", "allot allotment=b priority=vote card=need points=1");
    scene_when(scene, "pia", "drop_card card=idea");
    scene_when(scene, "paul", "allot allotment=c priority=vote card=need points=2");
    scene_then(scene, "patch allotment b points=2");
    scene_when(scene, "paul", "allot allotment=c priority=vote card=need points=3");
    scene_then(scene, "drop allotment a\npatch allotment b points=3");
    scene_when(scene, "anna", "restore_cards person=0 since=0");
    scene_when(scene, "paul", "allot allotment=d priority=vote card=idea points=3");
    scene_refused(scene, "budget_spent at points, limit 2");
}

static void C39_points_go_with_a_card_that_is_no_longer_everyones(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "priority vote board=wall title=Quoi points=5");
    scene_when(scene, "pia", "allot allotment=a priority=vote card=idea points=3");
    scene_when(scene, "paul", "edit_card card=idea audience=person holder=paul");
    scene_lacks(scene, "allotment a");
    scene_tells(scene, "pia", "drop card idea\ndrop link bond\ndrop allotment a");
}

static void C39_a_delegation_shares_its_budget(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_person person=paul territory=Annecy");
    scene_when(scene, "anna", "edit_person person=pia territory=ANNECY");
    scene_when(scene, "anna",
               "add_priority priority=vote board=wall title=Quoi points=5 "
               "by_delegation=yes");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=4");
    scene_when(scene, "pia", "allot allotment=b priority=vote card=need points=2");
    scene_refused(scene, "budget_spent at points, limit 1");
    scene_when(scene, "farid", "allot allotment=c priority=vote card=need points=5");
    scene_has(scene, "allotment c priority=vote person=farid card=need points=5 audience=person "
                     "holder=farid");
}

static void C40_a_board_goes_with_all_that_lies_on_it(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna",
               "add_priority priority=vote board=wall title=Quoi points=5 "
               "by_delegation=no");
    scene_when(scene, "paul", "allot allotment=a priority=vote card=idea points=3");
    scene_when(scene, "anna", "drop_board board=wall");
    scene_lacks(scene, "card idea");
    scene_lacks(scene, "zone vault");
    scene_lacks(scene, "allotment a");
    scene_lacks(scene, "board wall");
    scene_when(scene, "anna", "drop_board board=attic");
    scene_refused(scene, "last_board at board");
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, furnished, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(C30_coming_into_a_zone_sets_what_it_says),
        SCENE(C30_the_command_itself_has_the_last_word),
        SCENE(C30_what_serves_the_objective_keeps_the_others_it_serves),
        SCENE(C30_a_new_card_follows_the_zone_but_for_what_it_says_itself),
        SCENE(C12_a_list_names_what_is_there),
        SCENE(C31_a_locked_zone_has_no_way_round_it),
        SCENE(C31_a_locked_card_is_changed_by_animators_alone),
        SCENE(C32_under_a_veil_one_writes_for_oneself_until_it_is_lifted),
        SCENE(C33_on_a_controlled_board_contributions_wait),
        SCENE(C34_an_anonymous_cards_writer_is_told_to_nobody),
        SCENE(C35_what_somebody_took_off_comes_back_in_one_action),
        SCENE(C35_who_took_a_card_off_brings_it_back),
        SCENE(C36_merging_keeps_both_texts_authors_and_links),
        SCENE(C36_merging_leaves_no_two_links_in_one_direction),
        SCENE(C37_two_in_one_text_lose_nothing),
        SCENE(C37_an_edit_from_an_older_text_is_joined),
        SCENE(C38_an_animator_leads_and_releases),
        SCENE(C38_what_not_everyone_sees_is_in_no_light),
        SCENE(C39_points_have_a_budget_and_are_hidden_until_shown),
        SCENE(C39_points_rest_on_a_card_that_was_taken_off),
        SCENE(C39_points_go_with_a_card_that_is_no_longer_everyones),
        SCENE(C39_a_delegation_shares_its_budget),
        SCENE(C40_a_board_goes_with_all_that_lies_on_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
