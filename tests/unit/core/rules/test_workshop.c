#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/access.h"
#include "core/fields.h"
#include "core/roll.h"
#include "protocol/generated/schema.h"
#include "protocol/generated/templates.h"
#include "support/family.h"
#include "support/scene.h"

static const struct family workshop = {
    "workshop",
    .commands =
        (const struct family_command[]){
            {"create_workshop title=T language=fr template=blank", "nnnn nnne", "nnnn nnne"},
            {"edit_workshop workshop=alliance title=T closed=no", "nnjn nnyy", "nnjn nnyy"},
            {0},
        },
    .records =
        (const struct family_record[]){
            {"workshop", "everyone", ""},
            {0},
        },
};

enum { WORKSHOP = 77, FIRST_FRESH = 100001 };

/* What founding needs, with ids from FIRST_FRESH on. */
struct ground {
    struct foundation foundation;
    struct bytes *animator, *participant, *screen;
    uint64_t *ids;
    struct scene *scene;
};

static struct bytes *digest_of(char letter)
{
    char digest[32];
    memset(digest, letter, sizeof digest);
    return bytes_new(digest, sizeof digest);
}

static struct ground ground_new(const char *template, const struct roll *roll)
{
    struct ground ground = {.animator = digest_of('a'),
                            .participant = digest_of('p'),
                            .screen = digest_of('s'),
                            .scene = scene_new()};
    ground.foundation = (struct foundation){.workshop = WORKSHOP,
                                            .template = template_find(template),
                                            .roll = roll,
                                            .animator = ground.animator,
                                            .participant = ground.participant,
                                            .screen = ground.screen};
    size_t count = foundation_ids(ground.foundation.template, roll);
    ground.ids = allocate(count * sizeof *ground.ids);
    for (size_t i = 0; i < count; i++) ground.ids[i] = FIRST_FRESH + i;
    ground.foundation.ids = ground.ids;
    return ground;
}

/* The scene borrows the foundation, so the ground must stay where it is. */
static void found(struct ground *ground, const char *command)
{
    ground->scene->foundation = &ground->foundation;
    scene_when(ground->scene, "organiser", command);
}

static void ground_clear(struct ground *ground)
{
    scene_free(ground->scene);
    bytes_drop(ground->animator);
    bytes_drop(ground->participant);
    bytes_drop(ground->screen);
    free(ground->ids);
}

/* What a template says of a field of the record; NULL for nothing. */
static const struct template_field *said(const struct template_record *record, unsigned number)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].number == number) return &record->fields[i];
    return NULL;
}

/* A field of several ids comes once for each. */
static size_t times_said(const struct template_record *record, unsigned number)
{
    size_t count = 0;
    for (size_t i = 0; i < record->field_count; i++) count += record->fields[i].number == number;
    return count;
}

static int64_t expected_number(const struct field *field, const struct template_field *from,
                               const struct state *state)
{
    if (strcmp(field->name, "made_at") == 0) return INT64_C(1790000000000);
    if (!from) return 0;
    if (field->kind != FIELD_ID) return from->integer;
    assert_true(state_get(state, field->of, (uint64_t)(FIRST_FRESH + from->integer - 1)));
    return FIRST_FRESH + from->integer - 1;
}

static void check_record(const struct state *state, const struct template_record *from, uint64_t id)
{
    const struct record *record = state_get(state, from->type, id);
    const struct schema_type *type = schema_record(from->type);
    assert_non_null(record);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        const struct template_field *given = said(from, field->number);
        if (field_is_number(field))
            assert_int_equal(field_number(field, &record->body),
                             expected_number(field, given, state));
        else if (field->kind == FIELD_IDS)
            assert_int_equal(bytes_id_count(field_bytes_of(field, &record->body)),
                             times_said(from, field->number));
        else
            assert_string_equal(bytes_text(field_bytes_of(field, &record->body)),
                                given ? given->text : "");
    }
    assert_int_not_equal(scope_of(record->type, &record->body).kind, SCOPE_SEALED);
}

static void check_founded(const char *name, enum language language, const char *command)
{
    struct ground ground = ground_new(name, NULL);
    found(&ground, command);
    const struct state *state = ground.scene->state;
    assert_string_equal(refusal_name(ground.scene->decision.refusal), "none");
    const struct template *template = ground.foundation.template;
    for (size_t i = 0; i < template->count; i++)
        check_record(state, &template->records[language - 1][i], FIRST_FRESH + i);
    assert_int_equal(state_workshop_id(state), WORKSHOP);
    assert_int_equal(state_workshop(state)->language, language);
    assert_string_equal(bytes_text(state_workshop(state)->template), name);
    assert_int_equal(ground.scene->decision.changes.count, 1 + template->count + 6);
    ground_clear(&ground);
}

static void a_workshop_is_founded_from_every_template_in_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEMPLATE_COUNT; i++) {
        char command[200];
        for (enum language language = LANGUAGE_FR; language <= LANGUAGE_EN; language++) {
            snprintf(command, sizeof command, "create_workshop title=T language=%s template=%s",
                     language == LANGUAGE_FR ? "fr" : "en", templates[i].name);
            check_founded(templates[i].name, language, command);
        }
    }
}

static void check_link(const struct state *state, uint64_t id, enum role role,
                       const struct bytes *digest)
{
    const struct invitation *invitation = state_invitation(state, id);
    assert_int_equal(invitation->role, role);
    assert_int_equal(invitation->number, 1);
    assert_int_equal(invitation->revoked_at, 0);
    const struct record *key = state_get(state, RECORD_KEY, key_id(digest));
    assert_true(bytes_equal(key->body.key.digest, digest));
    assert_int_equal(key->body.key.invitation, id);
    assert_int_equal(key->body.key.person, 0);
}

static void H17_its_first_three_links_come_with_it(void **state)
{
    (void)state;
    struct ground ground = ground_new("blank", NULL);
    found(&ground, "create_workshop title='Journée' language=fr template=blank");
    const struct state *founded = ground.scene->state;
    const uint64_t first = FIRST_FRESH + ground.foundation.template->count;
    assert_int_equal(state_count(founded, RECORD_INVITATION), 3);
    assert_int_equal(state_count(founded, RECORD_KEY), 3);
    assert_int_equal(state_count(founded, RECORD_PERSON), 0);
    check_link(founded, first, ROLE_ANIMATOR, ground.animator);
    check_link(founded, first + 1, ROLE_PARTICIPANT, ground.participant);
    check_link(founded, first + 2, ROLE_SCREEN, ground.screen);
    assert_string_equal(bytes_text(state_workshop(founded)->title), "Journée");
    ground_clear(&ground);
}

static void what_cannot_be_founded(void **state)
{
    (void)state;
    struct ground ground = ground_new("blank", NULL);
    found(&ground, "create_workshop title=' ' language=fr template=blank");
    scene_refused(ground.scene, "field_empty at title");
    ground.foundation.template = NULL;
    found(&ground, "create_workshop title=T language=fr template=nothing");
    scene_refused(ground.scene, "unknown_template at template");
    ground.foundation.template = template_find("blank");
    found(&ground, "create_workshop title=T language=fr template=blank");
    found(&ground, "create_workshop title=T language=fr template=blank");
    scene_refused(ground.scene, "workshop_exists");
    ground_clear(&ground);
}

static void add_line(struct roll *roll, const char *name, const char *category)
{
    roll->lines = reallocate(roll->lines, (roll->count + 1) * sizeof *roll->lines);
    roll->lines[roll->count] = (struct roll_line){.line = (uint32_t)roll->count + 2,
                                                  .name = bytes_from(name),
                                                  .organisation = bytes_from("Mairie"),
                                                  .territory = bytes_from("Lomme"),
                                                  .category = bytes_from(category)};
    roll->count++;
}

static uint64_t category_called(const struct state *state, const char *code)
{
    for (size_t i = 0; i < state_count(state, RECORD_CATEGORY); i++) {
        const struct record *record = state_at(state, RECORD_CATEGORY, i);
        if (strcmp(bytes_text(record->body.category.code), code) == 0) return record->id;
    }
    return 0;
}

static void H18_a_roll_names_categories_as_people_write_them(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"elu", "elu"},
        {"ÉLU", "elu"},
        {"Élu·e", "elu"},
        {"elu(e)", "elu"},
        {"agent", "agent"},
        {"Agent.e de collectivite", "agent"},
        {"État territorial", "etat"},
        {"", ""},
    };
    struct roll roll = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) add_line(&roll, "Léa", names[i][0]);
    struct ground ground = ground_new("initiation", &roll);
    found(&ground, "create_workshop title=T language=fr template=initiation");
    const struct state *founded = ground.scene->state;
    assert_int_equal(state_count(founded, RECORD_PERSON), roll.count);
    uint64_t first = FIRST_FRESH + ground.foundation.template->count + 3;
    for (size_t i = 0; i < roll.count; i++) {
        const struct person *person = state_person(founded, first + i);
        assert_int_equal(person->category, category_called(founded, names[i][1]));
        assert_int_equal(!person->category, !*names[i][1]);
    }
    ground_clear(&ground);
    roll_clear(&roll);
}

static void H18_people_of_the_roll_are_free_lines(void **state)
{
    (void)state;
    struct roll roll = {0};
    add_line(&roll, "Léa", "");
    struct ground ground = ground_new("blank", &roll);
    found(&ground, "create_workshop title=T language=en template=blank");
    const struct state *founded = ground.scene->state;
    uint64_t id = FIRST_FRESH + ground.foundation.template->count + 3;
    const struct person *person = state_person(founded, id);
    assert_string_equal(bytes_text(person->name), "Léa");
    assert_string_equal(bytes_text(person->organisation), "Mairie");
    assert_string_equal(bytes_text(person->territory), "Lomme");
    assert_int_equal(person->role, ROLE_PARTICIPANT);
    assert_int_equal(person->joined_at, 0);
    assert_true(person->listed);
    ground_clear(&ground);
    roll_clear(&roll);
}

static void H18_an_unknown_category_names_its_line_and_founds_nothing(void **state)
{
    (void)state;
    struct roll roll = {0};
    add_line(&roll, "Léa", "elu");
    add_line(&roll, "Ali", "Élu·e");
    add_line(&roll, "Zoé", "pompier");
    struct ground ground = ground_new("initiation", &roll);
    found(&ground, "create_workshop title=T language=fr template=initiation");
    scene_refused(ground.scene, "roll_unknown_category, line 4");
    assert_null(state_workshop(ground.scene->state));
    ground_clear(&ground);
    roll_clear(&roll);
}

/* A label is known in the language of the workshop only, a code in every one. */
static void H18_an_english_workshop_knows_english_labels(void **state)
{
    (void)state;
    struct roll roll = {0};
    add_line(&roll, "Léa", "elected official");
    add_line(&roll, "Ali", "elu");
    struct ground ground = ground_new("initiation", &roll);
    found(&ground, "create_workshop title=T language=en template=initiation");
    assert_int_equal(state_count(ground.scene->state, RECORD_PERSON), 2);
    ground_clear(&ground);
    ground = ground_new("initiation", &roll);
    found(&ground, "create_workshop title=T language=fr template=initiation");
    scene_refused(ground.scene, "roll_unknown_category, line 2");
    ground_clear(&ground);
    roll_clear(&roll);
}

static void a_full_roll_founds_a_full_workshop(void **state)
{
    (void)state;
    struct roll roll = {0};
    for (size_t i = 0; i < 2000; i++) add_line(&roll, "Léa", "elu");
    struct ground ground = ground_new("initiation", &roll);
    found(&ground, "create_workshop title=T language=fr template=initiation");
    assert_int_equal(state_count(ground.scene->state, RECORD_PERSON), 2000);
    ground_clear(&ground);
    add_line(&roll, "Ali", "elu");
    ground = ground_new("initiation", &roll);
    found(&ground, "create_workshop title=T language=fr template=initiation");
    scene_refused(ground.scene, "too_many, limit 2000, line 2002");
    ground_clear(&ground);
    roll_clear(&roll);
}

static void an_animator_renames_closes_and_reopens(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "anna", "edit_workshop workshop=alliance title='Assemblée' closed=yes");
    scene_then(scene, "patch workshop alliance title='Assemblée' closed=yes");
    scene_tells(scene, "screen_link", "patch workshop alliance title='Assemblée' closed=yes");
    scene_when(scene, "anna", "edit_workshop workshop=alliance closed=no");
    scene_then(scene, "patch workshop alliance closed=no");
    scene_when(scene, "anna", "edit_workshop workshop=alliance title=' '");
    scene_refused(scene, "field_empty at title");
    scene_when(scene, "anna", "edit_workshop workshop=other title=T");
    scene_refused(scene, "unknown_record at workshop");
}

static void C14_closed_then_reopened(void **state)
{
    struct scene *scene = *state;
    scene_when(scene, "organiser", "edit_workshop workshop=alliance closed=yes");
    scene_when(scene, "paul", "add_card card=idea board=wall audience=everyone");
    scene_refused(scene, "workshop_closed");
    scene_when(scene, "participant_link", "join person=zoe name=Zoé key=zoe_key");
    scene_refused(scene, "workshop_closed");
    scene_when(scene, "animator_link", "join person=zoe name=Zoé key=zoe_key");
    scene_when(scene, "zoe", "edit_workshop workshop=alliance closed=no");
    scene_when(scene, "paul", "add_card card=idea board=wall audience=everyone");
    scene_has(scene, "card idea board=wall author=paul made_at=now audience=everyone group=north");
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, scene_setup, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_workshop_is_founded_from_every_template_in_both_languages),
        cmocka_unit_test(H17_its_first_three_links_come_with_it),
        cmocka_unit_test(what_cannot_be_founded),
        cmocka_unit_test(H18_a_roll_names_categories_as_people_write_them),
        cmocka_unit_test(H18_people_of_the_roll_are_free_lines),
        cmocka_unit_test(H18_an_unknown_category_names_its_line_and_founds_nothing),
        cmocka_unit_test(H18_an_english_workshop_knows_english_labels),
        cmocka_unit_test(a_full_roll_founds_a_full_workshop),
        SCENE(an_animator_renames_closes_and_reopens),
        SCENE(C14_closed_then_reopened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + check_family(&workshop);
}
