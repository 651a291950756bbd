/* Links between cards. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/family.h"
#include "support/scene.h"

static const struct family links = {
    "links",
    .given =
        (const char *const[]){"card idea board=wall author=paul audience=everyone",
                              "card need board=wall author=paul audience=everyone",
                              "link bond board=wall from=idea to=need audience=everyone", NULL},
    .commands =
        (const struct family_command[]){
            {"add_link link=new board=wall from=need to=idea", "jjjn yyyn", "ccjn ccyn"},
            {"edit_link link=bond label=L", "jjjn yyyn", "ccjn ccyn"},
            {"drop_link link=bond", "jjjn yyyn", "ccjn ccyn"},
            {"add_link_type link_type=new label=T color=sun dashed=no place=1", "nnjn nnyn",
             "nnjn nnyn"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"link", "own",
             "board drop; from drop, follows; to drop, follows; author stay; holder drop; "
             "link_type clear"},
            {"link_type", "everyone", ""},
            {"link_authorship", "sealed", "id drop; person stay"},
            {0},
        },
};

/* Cards of every scope that paul, pia and anna have a hand in. */
static int pinned(void **state)
{
    static const char *const cards[] = {
        "card idea board=wall author=paul audience=everyone",
        "card need board=wall author=paul audience=everyone",
        "card mine board=wall author=paul audience=person holder=paul",
        "card diary board=wall author=paul audience=person holder=paul",
        "card hers board=wall author=pia audience=person holder=pia",
        "card ours board=wall author=paul audience=group holder=north",
        "card staff board=wall author=anna audience=animators",
        "card old board=attic author=paul audience=everyone",
    };
    scene_setup(state);
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) scene_given(*state, cards[i]);
    return 0;
}

static void a_link_is_drawn(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "add_link link=bond board=wall from=idea to=need label=sert");
    scene_then(scene, "put link bond board=wall from=idea to=need label='sert' "
                      "audience=everyone\nput link_authorship bond person=pia made_at=now");
}

/* A link to a card that its author alone sees yet would sign the card when it is shown. */
static void C34_who_drew_a_link_is_told_to_nobody(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card shy board=wall anonymous=yes audience=person holder=paul");
    scene_given(scene, "authorship shy person=paul");
    scene_when(scene, "paul", "add_link link=bond board=wall from=shy to=need");
    scene_when(scene, "paul", "edit_card card=shy audience=everyone");
    scene_tells(scene, "anna",
                "put card shy board=wall audience=everyone anonymous=yes\n"
                "put link bond board=wall from=shy to=need audience=everyone");
}

static void S4_a_link_is_seen_by_who_sees_both_cards(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "add_link link=a board=wall from=idea to=mine");
    scene_then(scene, "put link a board=wall from=idea to=mine audience=person holder=paul\n"
                      "put link_authorship a person=paul made_at=now");
    scene_tells(scene, "pia", "");
    scene_tells(scene, "anna", "");
    scene_when(scene, "paul", "add_link link=b board=wall from=mine to=diary");
    scene_then(scene, "put link b board=wall from=mine to=diary audience=person holder=paul\n"
                      "put link_authorship b person=paul made_at=now");
    scene_when(scene, "paul", "add_link link=c board=wall from=ours to=need");
    scene_then(scene, "put link c board=wall from=ours to=need audience=group holder=north\n"
                      "put link_authorship c person=paul made_at=now");
    scene_when(scene, "anna", "add_link link=d board=wall from=staff to=need");
    scene_then(scene, "put link d board=wall from=staff to=need audience=animators\n"
                      "put link_authorship d person=anna made_at=now");
    scene_tells(scene, "organiser", "put link d board=wall from=staff to=need audience=animators");
    scene_tells(scene, "paul", "");
}

static void C26_cards_that_nobody_sees_together_are_not_linked(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "add_link link=bond board=wall from=ours to=mine");
    scene_refused(scene, "private_link at to");
}

static void C26_two_different_cards_of_the_links_board(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "add_link link=bond board=wall from=idea to=idea");
    scene_refused(scene, "same_card at to");
    scene_when(scene, "paul", "add_link link=bond board=wall from=old to=idea");
    scene_refused(scene, "other_board at from");
    scene_when(scene, "paul", "add_link link=bond board=wall from=idea to=old");
    scene_refused(scene, "other_board at to");
}

static void C26_one_link_in_each_direction(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "add_link link=there board=wall from=idea to=need");
    scene_when(scene, "pia", "add_link link=again board=wall from=idea to=need");
    scene_refused(scene, "link_exists at to");
    scene_when(scene, "pia", "add_link link=back board=wall from=need to=idea");
    scene_has(scene, "link back board=wall from=need to=idea audience=everyone");
}

static void S2_a_link_one_may_not_see_does_not_exist(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link secret board=wall from=idea to=need audience=person holder=pia");
    scene_when(scene, "paul", "add_link link=bond board=wall from=idea to=need");
    scene_has(scene, "link bond board=wall from=idea to=need audience=everyone");
}

static void C10_a_links_id_is_taken_once(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link bond board=wall from=idea to=need audience=everyone");
    scene_when(scene, "paul", "add_link link=bond board=wall from=need to=idea");
    scene_refused(scene, "id_taken at link");
}

static void a_link_is_relabelled_and_taken_away(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link bond board=wall from=idea to=need label=sert audience=everyone");
    scene_when(scene, "pia", "edit_link link=bond label=freine");
    scene_then(scene, "patch link bond label='freine'");
    scene_when(scene, "pia", "drop_link link=bond");
    scene_then(scene, "drop link bond");
    scene_has(scene, "card idea board=wall author=paul audience=everyone");
}

static void C27_a_link_is_hidden_with_its_card(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link bond board=wall from=idea to=need audience=everyone");
    scene_when(scene, "paul", "edit_card card=idea audience=person holder=paul");
    scene_then(scene, "patch card idea audience=person holder=paul\n"
                      "patch link bond audience=person holder=paul");
    scene_tells(scene, "pia", "drop card idea\ndrop link bond");
    scene_tells(scene, "screen_link", "drop card idea\ndrop link bond");
}

static void C27_a_link_is_shown_when_both_its_cards_are(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link bond board=wall from=mine to=diary audience=person holder=paul");
    scene_when(scene, "paul", "edit_card card=mine audience=everyone");
    scene_tells(scene, "pia", "put card mine board=wall author=paul audience=everyone");
    scene_has(scene, "link bond board=wall from=mine to=diary audience=person holder=paul");
    scene_when(scene, "paul", "edit_card card=diary audience=everyone");
    scene_tells(scene, "pia",
                "put card diary board=wall author=paul audience=everyone\n"
                "put link bond board=wall from=mine to=diary audience=everyone");
}

static void C27_a_link_that_nobody_could_see_whole_goes(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link bond board=wall from=hers to=idea audience=person holder=pia");
    scene_when(scene, "paul", "edit_card card=idea audience=person holder=paul");
    scene_then(scene, "patch card idea audience=person holder=paul\ndrop link bond");
    scene_tells(scene, "pia", "drop card idea\ndrop link bond");
    scene_tells(scene, "anna", "drop card idea");
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, pinned, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(a_link_is_drawn),
        SCENE(C34_who_drew_a_link_is_told_to_nobody),
        SCENE(S4_a_link_is_seen_by_who_sees_both_cards),
        SCENE(C26_cards_that_nobody_sees_together_are_not_linked),
        SCENE(C26_two_different_cards_of_the_links_board),
        SCENE(C26_one_link_in_each_direction),
        SCENE(S2_a_link_one_may_not_see_does_not_exist),
        SCENE(C10_a_links_id_is_taken_once),
        SCENE(a_link_is_relabelled_and_taken_away),
        SCENE(C27_a_link_is_hidden_with_its_card),
        SCENE(C27_a_link_is_shown_when_both_its_cards_are),
        SCENE(C27_a_link_that_nobody_could_see_whole_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&links);
}
