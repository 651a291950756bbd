/* Cards: laid down, shown, edited, merged, taken off and brought back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "core/methods/text_change.h"
#include "core/text_merge.h"
#include "support/family.h"
#include "support/scene.h"

static const struct family cards = {
    "cards",
    .given =
        (const char *const[]){
            "card idea board=wall author=paul audience=everyone",
            "card need board=wall author=paul audience=everyone",
            "card gone board=wall author=paul audience=animators dropped_by=paul dropped_at=1",
            NULL},
    .commands =
        (const struct family_command[]){
            {"add_card card=new board=wall audience=everyone", "jjjn yyyn", "ccjn ccyn"},
            {"edit_card card=idea x=1", "jjjn yyyn", "ccjn ccyn"},
            {"sign_card card=need anonymous=yes", "jjjn yoon", "ccjn ccon"},
            {"drop_card card=idea", "jjjn yyyn", "ccjn ccyn"},
            {"edit_text card=idea base=a text=b", "jjjn yyyn", "ccjn ccyn"},
            {"merge_cards kept=idea gone=need", "njjn nyyn", "ncjn ncyn"},
            {"unmerge_cards kept=idea gone=gone", "njjn nuyn", "ncjn ncyn"},
            {"restore_cards person=0 since=0", "nnjn nnyn", "nnjn nnyn"},
            {"add_territory territory=new name=T longitude=0 latitude=0", "jjjn yyyn", "ccjn ccyn"},
            {"add_card_type card_type=new label=T icon=dot color=sun place=1", "nnjn nnyn",
             "nnjn nnyn"},
            {"restore_card card=gone", "jjjn yuyn", "ccjn ccyn"},
            {"add_objective objective=new title=T brief=T color=sun place=1", "nnjn nnyn",
             "nnjn nnyn"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"card", "own",
             "board drop; author stay; holder drop; card_type clear; objectives clear; territory "
             "clear; group clear; dropped_by stay; dropped_at index; coauthors stay; bin "
             "dropped_by dropped_at"},
            {"card_type", "everyone", ""},
            {"objective", "everyone", ""},
            {"territory", "everyone", ""},
            {"territory_authorship", "sealed", "id drop; person stay"},
            {"authorship", "sealed", "id drop; person stay; dropped_by stay"},
            {0},
        },
};

static void check_merge(const char *base, const char *theirs, const char *mine, const char *merged)
{
    struct bytes *b = bytes_from(base), *t = bytes_from(theirs), *m = bytes_from(mine);
    struct bytes *change = text_merge(b, t, m), *result;
    assert_true(text_change_apply(change, t, &result));
    assert_string_equal(bytes_text(result), merged);
    bytes_drop(change);
    bytes_drop(result);
    bytes_drop(b);
    bytes_drop(t);
    bytes_drop(m);
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
    scene_then(scene, "patch card lone audience=animators");
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
    scene_then(scene, "patch card seed audience=animators");
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

static void C27_a_card_goes_with_its_links(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card hers board=wall author=pia audience=person holder=pia");
    scene_given(scene, "link hidden board=wall from=hers to=idea audience=person holder=pia");
    scene_when(scene, "paul", "drop_card card=idea");
    scene_then(scene, "patch card idea audience=animators dropped_by=paul dropped_at=now\n"
                      "patch link bond audience=animators\ndrop link hidden");
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
               "drop card idea\ndrop link bond\nput card new board=wall author=paul made_at=now "
               "audience=everyone group=north");
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

static void C12_a_list_names_what_is_there(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "edit_card card=idea objectives=learn+dream");
    scene_refused(scene, "unknown_record at objectives");
    scene_when(scene, "paul", "edit_card card=idea objectives=learn");
    scene_then(scene, "patch card idea objectives=learn");
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

/* Mostly it is its writer, and under control nobody else may. */
static void C34_who_took_an_anonymous_card_off_is_told_to_nobody(void **state)
{
    struct scene *scene = *state;
    static const char *const told =
        "put card shy board=wall audience=animators anonymous=yes dropped_at=now";
    scene_given(scene, "card shy board=wall anonymous=yes audience=everyone");
    scene_given(scene, "authorship shy person=paul");
    scene_when(scene, "paul", "drop_card card=shy");
    scene_tells(scene, "anna", told);
    scene_when(scene, "anna", "restore_cards person=paul since=0");
    scene_then(scene, "");
    scene_when(scene, "pia", "restore_card card=shy");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "paul", "restore_card card=shy");
    scene_tells(scene, "anna", "put card shy board=wall audience=everyone anonymous=yes");
    scene_when(scene, "pia", "drop_card card=shy");
    scene_tells(scene, "anna", told);
    scene_when(scene, "paul", "restore_card card=shy");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "anna", "restore_cards person=0 since=0");
    scene_tells(scene, "pia", "put card shy board=wall audience=everyone anonymous=yes");
    scene_when(scene, "anna", "merge_cards kept=idea gone=shy");
    scene_has(scene, "authorship shy person=paul dropped_by=anna");
}

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
                      "patch link bond audience=everyone");
}

static void C35_who_took_a_card_off_brings_it_back(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "drop_card card=idea");
    scene_when(scene, "paul", "restore_card card=idea");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "pia", "restore_card card=idea");
    scene_then(scene, "patch card idea audience=everyone dropped_by=0 dropped_at=0\n"
                      "patch link bond audience=everyone");
    scene_when(scene, "pia", "restore_card card=idea");
    scene_refused(scene, "unknown_record at card");
    scene_when(scene, "pia", "drop_card card=idea");
    scene_when(scene, "anna", "edit_board board=wall locked=yes");
    scene_when(scene, "pia", "restore_card card=idea");
    scene_refused(scene, "board_locked");
    scene_when(scene, "anna", "restore_card card=idea");
    scene_then(scene, "patch card idea audience=everyone dropped_by=0 dropped_at=0\n"
                      "patch link bond audience=everyone");
}

static void C36_merging_keeps_both_texts_authors_and_links(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "paul", "merge_cards kept=idea gone=need");
    scene_refused(scene, "not_allowed");
    scene_given(scene, "link other board=wall from=need to=kept audience=everyone");
    scene_when(scene, "anna", "merge_cards kept=idea gone=need");
    scene_then(scene, "patch card idea text='base\n\nBesoin\nmanque' coauthors=pia\n"
                      "patch link other from=idea\n"
                      "patch card need audience=animators dropped_by=anna dropped_at=now\n"
                      "patch link bond audience=animators");
}

/* What not everyone saw goes for good, and takes along what still hangs on it: not the links that the
 * other card has taken over. */
static void C36_merging_what_few_see_keeps_the_links(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card one board=wall author=anna audience=animators");
    scene_given(scene, "card two board=wall author=anna audience=animators");
    scene_given(scene, "card three board=wall author=anna audience=animators");
    scene_given(scene, "link hint board=wall from=two to=three audience=animators");
    scene_when(scene, "anna", "merge_cards kept=one gone=two");
    scene_has(scene, "link hint board=wall from=one to=three audience=animators");
    scene_lacks(scene, "card two");
}

/* C26: once in each direction. */
static void C36_merging_leaves_no_two_links_in_one_direction(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "link ours board=wall from=idea to=kept audience=everyone");
    scene_given(scene, "link theirs board=wall from=need to=kept audience=everyone");
    scene_given(scene, "link back board=wall from=kept to=need audience=everyone");
    scene_when(scene, "anna", "merge_cards kept=idea gone=need");
    scene_has(scene, "link theirs board=wall from=need to=kept audience=animators");
    scene_has(scene, "link ours board=wall from=idea to=kept audience=everyone");
    scene_has(scene, "link back board=wall from=kept to=idea audience=everyone");
}

/* What the scene begins with is what it ends with: words, authors, tags, objectives, and each link
 * where it was, the one between the two and the second of one direction too. */
static void C36_a_merge_is_taken_back(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "objective both title=B");
    scene_given(scene, "objective hers title=H");
    scene_given(scene, "card one board=wall title=Un text=un tags='eau\nrive' objectives=both "
                       "author=paul audience=everyone coauthors=farid");
    scene_given(scene, "card two board=wall title=Deux text=deux tags='eau\nport' "
                       "objectives=both+hers author=pia audience=everyone coauthors=farid");
    scene_given(scene, "link between board=wall from=one to=two author=paul audience=everyone");
    scene_given(scene, "link ours board=wall from=one to=idea author=paul audience=everyone");
    scene_given(scene, "link double board=wall from=two to=idea author=pia audience=everyone");
    scene_given(scene, "link theirs board=wall from=need to=two author=pia audience=everyone");
    scene_when(scene, "anna", "merge_cards kept=one gone=two");
    scene_has(scene, "link theirs board=wall from=need to=one author=pia audience=everyone");
    scene_when(scene, "anna",
               "unmerge_cards kept=one gone=two text=un tags='eau\nrive' "
               "objectives=both coauthors=farid links=between+double+theirs");
    scene_has(scene, "card one board=wall title='Un' text='un' author=paul audience=everyone "
                     "objectives=both tags='eau\nrive' coauthors=farid");
    scene_has(scene, "card two board=wall title='Deux' text='deux' author=pia audience=everyone "
                     "objectives=both+hers tags='eau\nport' coauthors=farid");
    scene_has(scene, "link between board=wall from=one to=two author=paul audience=everyone");
    scene_has(scene, "link ours board=wall from=one to=idea author=paul audience=everyone");
    scene_has(scene, "link double board=wall from=two to=idea author=pia audience=everyone");
    scene_has(scene, "link theirs board=wall from=need to=two author=pia audience=everyone");
}

static void C36_what_others_did_since_stays_when_a_merge_is_taken_back(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "card one board=wall title=Un text=un author=paul audience=everyone");
    scene_given(scene, "card two board=wall title=Deux text=deux author=pia audience=everyone");
    scene_when(scene, "anna", "merge_cards kept=one gone=two");
    scene_when(scene, "paul",
               "edit_text card=one base='un\n\nDeux\ndeux' "
               "text='un de plus\n\nDeux\ndeux'");
    scene_when(scene, "paul", "edit_card card=one tags=eau");
    scene_when(scene, "anna", "unmerge_cards kept=one gone=two text=un");
    scene_has(scene, "card one board=wall title='Un' text='un de plus' author=paul "
                     "audience=everyone tags='eau'");
}

/* What is said of the kept card only keeps what it has: nobody is made an author. */
static void C36_taking_a_merge_back_adds_nothing(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "merge_cards kept=idea gone=need");
    scene_when(scene, "anna",
               "unmerge_cards kept=idea gone=need text=base coauthors=farid+paul "
               "links=bond");
    scene_then(scene, "patch card idea text='base' coauthors=\n"
                      "patch card need audience=everyone dropped_by=0 dropped_at=0\n"
                      "patch link bond audience=everyone");
}

static void C36_a_merge_is_taken_back_by_who_may_bring_the_card_back(void **state)
{
    struct scene *scene = *state;
    scene_given(scene, "board other title=O");
    scene_given(scene, "card far board=other author=anna audience=animators dropped_by=anna "
                       "dropped_at=1");
    scene_when(scene, "anna", "merge_cards kept=idea gone=need");
    scene_when(scene, "farid", "unmerge_cards kept=idea gone=need text=base");
    scene_refused(scene, "unknown_record at gone");
    scene_when(scene, "anna", "unmerge_cards kept=idea gone=kept text=base");
    scene_refused(scene, "unknown_record at gone");
    scene_when(scene, "anna", "unmerge_cards kept=idea gone=far text=base");
    scene_refused(scene, "other_board at gone");
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

static void C37_words_that_two_correct_stay_in_their_places(void **state)
{
    (void)state;
    const char *base = "Nous allons créer un atelier. Il y aura dix personnes. On finira à midi.";
    const char *theirs =
        "Nous allons créer un grand atelier. Il y aura dix personnes. On finira à midi.";
    const char *mine =
        "Nous allons monter un atelier. Il y aura douze personnes. On finira à treize heures.";
    const char *both = "Nous allons monter un grand atelier. Il y aura douze personnes. On finira "
                       "à treize heures.";
    check_merge(base, theirs, mine, both);
    check_merge(base, mine, theirs, both);
}

/* Two who see the same fault. */
static void C37_a_correction_made_by_both_counts_once(void **state)
{
    (void)state;
    check_merge("un evenement", "un événement", "un événement !", "un événement !");
    check_merge("un evenement ici", "un événement ici", "un évenement là", "un événement là");
    check_merge("a\n\nb", "a\nb", "a\nb\nc", "a\nb\nc");
}

static void C37_an_edit_may_not_make_the_text_too_long(void **state)
{
    struct scene *scene = *state;
    enum { MOST = 4000 };
    char line[MOST + 100];
    snprintf(line, sizeof line, "card idea board=wall title=Idée text='%0*d' audience=everyone",
             MOST - 3, 0);
    scene_given(scene, line);
    scene_when(scene, "paul", "edit_text card=idea base='' text=abcd");
    scene_refused(scene, "field_too_long at text, limit 4000");
    scene_when(scene, "paul", "edit_text card=idea base='' text=abc");
    scene_then(scene, "edit card idea text='3997|+abc'");
}

static void C37_an_edit_from_an_older_text_is_joined(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "pia", "edit_text card=idea base=base text='base, et plus'");
    scene_when(scene, "paul", "edit_text card=idea base=base text='La base'");
    scene_then(scene, "edit card idea text='+La |13'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_card_is_laid, scene_setup_pinned, scene_teardown),
        cmocka_unit_test_setup_teardown(C10_a_cards_id_is_taken_once, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C25_a_card_is_shown_to_those_one_belongs_to,
                                        scene_setup_pinned, scene_teardown),
        cmocka_unit_test_setup_teardown(C25_whoever_sees_a_card_edits_it, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C25_its_author_and_the_animators_say_who_sees_it,
                                        scene_setup_pinned, scene_teardown),
        cmocka_unit_test_setup_teardown(a_card_of_nobody_is_the_animators_to_show,
                                        scene_setup_pinned, scene_teardown),
        cmocka_unit_test_setup_teardown(a_holder_without_an_audience_changes_nothing,
                                        scene_setup_pinned, scene_teardown),
        cmocka_unit_test_setup_teardown(S2_what_one_may_not_see_is_not_there, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(what_was_never_there_is_not_there, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C27_a_card_goes_with_its_links, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(too_many_cards_are_refused, scene_setup_pinned,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C35_the_card_taken_off_longest_ago_makes_room,
                                        scene_setup_pinned, scene_teardown),
        cmocka_unit_test_setup_teardown(C12_a_list_names_what_is_there, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C31_a_locked_card_is_changed_by_animators_alone,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C34_an_anonymous_cards_writer_is_told_to_nobody,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C34_who_took_an_anonymous_card_off_is_told_to_nobody,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C35_what_somebody_took_off_comes_back_in_one_action,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C35_who_took_a_card_off_brings_it_back,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C36_merging_keeps_both_texts_authors_and_links,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C36_merging_leaves_no_two_links_in_one_direction,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C36_merging_what_few_see_keeps_the_links,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C36_a_merge_is_taken_back, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C36_what_others_did_since_stays_when_a_merge_is_taken_back,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C36_taking_a_merge_back_adds_nothing, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test_setup_teardown(C36_a_merge_is_taken_back_by_who_may_bring_the_card_back,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C37_two_in_one_text_lose_nothing, scene_setup_furnished,
                                        scene_teardown),
        cmocka_unit_test(C37_words_that_two_correct_stay_in_their_places),
        cmocka_unit_test(C37_a_correction_made_by_both_counts_once),
        cmocka_unit_test_setup_teardown(C37_an_edit_may_not_make_the_text_too_long,
                                        scene_setup_furnished, scene_teardown),
        cmocka_unit_test_setup_teardown(C37_an_edit_from_an_older_text_is_joined,
                                        scene_setup_furnished, scene_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&cards);
}
