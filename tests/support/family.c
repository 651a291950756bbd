#include "support/family.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "core/scope.h"
#include "protocol/generated/references.h"
#include "protocol/generated/schema.h"
#include "support/scene.h"

/* ---- who may ask ---- */

/* Guests hold a link of their role and have not joined. */
static const char *const askers[] = {
    "participant_link", "facilitator_link", "animator_link", "screen_link", "paul", "farid", "anna",
    "organiser",
};
enum { ASKERS = sizeof askers / sizeof *askers };

static enum refusal answer_of(char letter)
{
    switch (letter) {
    case 'y': return REFUSAL_NONE;
    case 'n': return REFUSAL_NOT_ALLOWED;
    case 'j': return REFUSAL_NOT_JOINED;
    case 'i': return REFUSAL_ALREADY_JOINED;
    case 'o': return REFUSAL_NOT_YOURS;
    case 'b': return REFUSAL_BOARD_LOCKED;
    case 'c': return REFUSAL_WORKSHOP_CLOSED;
    case 'u': return REFUSAL_UNKNOWN_RECORD;
    case 'e': return REFUSAL_WORKSHOP_EXISTS;
    }
    fail_msg("%c is no answer", letter);
    return REFUSAL_NONE;
}

static struct scene *new_scene(const struct family *family, bool closed)
{
    void *state;
    scene_setup(&state);
    for (const char *const *record = family->given; record && *record; record++)
        scene_given(state, *record);
    if (closed) scene_when(state, "anna", "edit_workshop workshop=alliance closed=yes");
    return state;
}

static void check_cell(const struct family *family, const char *command, const char *who,
                       bool closed, char letter)
{
    struct scene *scene = new_scene(family, closed);
    scene_when(scene, who, command);
    enum refusal expected = answer_of(letter), refusal = scene->decision.refusal;
    scene_free(scene);
    if (refusal != expected)
        fail_msg("%s by %s in %s workshop: %s, not %s", command, who,
                 closed ? "a closed" : "an open", refusal_name(refusal), refusal_name(expected));
}

/* The letters stand in groups. */
static void check_row(const struct family *family, const struct family_command *row, bool closed)
{
    size_t asker = 0;
    for (const char *letter = closed ? row->closed : row->open; *letter; letter++) {
        if (*letter == ' ') continue;
        assert_true(asker < ASKERS);
        check_cell(family, row->command, askers[asker++], closed, *letter);
    }
    assert_int_equal(asker, ASKERS);
}

static bool is_of(const struct family_command *row, const struct schema_type *command)
{
    size_t length = strlen(command->name);
    return !strncmp(row->command, command->name, length) && row->command[length] == ' ';
}

static const struct family_command *row_of(const struct family *family, enum command_type type)
{
    const struct schema_type *command = schema_command(type);
    for (const struct family_command *row = family->commands; row && row->command; row++)
        if (is_of(row, command)) return row;
    fail_msg("%s has no row in test_%s.c", command->name, family->name);
    return NULL;
}

static bool has_command(const struct family *family, enum command_type type)
{
    return !strcmp(schema_command(type)->family, family->name);
}

static void C12_everybody_is_answered_by_their_role(void **state)
{
    const struct family *family = *state;
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++)
        if (has_command(family, type)) check_row(family, row_of(family, type), false);
}

static void C14_a_closed_workshop_refuses_all_but_animators(void **state)
{
    const struct family *family = *state;
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++)
        if (has_command(family, type)) check_row(family, row_of(family, type), true);
}

static void every_role_there_is_asks(void **state)
{
    struct scene *scene = new_scene(*state, false);
    uint64_t asked = 0, roles = schema_field(schema_record(RECORD_PERSON), PERSON_ROLE)->values;
    for (size_t i = 0; i < ASKERS; i++) {
        struct context context = scene_context(scene, askers[i]);
        asked |= FIELD_BIT(decide_role(scene->state, &context));
    }
    assert_int_equal(asked, roles);
    scene_free(scene);
}

static void before_it_is_founded_a_workshop_has_nothing(void **state)
{
    const struct family *family = *state;
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++) {
        bool may = schema_policy(type)->who & FIELD_BIT(ROLE_ORGANISER);
        if (!has_command(family, type) || !may) continue;
        struct scene *scene = scene_new();
        scene_when(scene, "organiser", row_of(family, type)->command);
        scene_refused(scene, type == COMMAND_CREATE_WORKSHOP ? "unknown_template at template"
                                                             : "unknown_record");
        scene_free(scene);
    }
}

/* ---- what a record is ---- */

static const struct family_record *say_of(const struct family *family, enum record_type type)
{
    const char *name = schema_record(type)->name;
    for (const struct family_record *say = family->records; say && say->type; say++)
        if (!strcmp(say->type, name)) return say;
    fail_msg("%s has no row in test_%s.c", name, family->name);
    return NULL;
}

static const char *scope_word(enum record_type type)
{
    union body nothing = {0};
    if (schema_record(type)->audience_field) return "own";
    switch (scope_of(type, &nothing).kind) {
    case SCOPE_EVERYONE: return "everyone";
    case SCOPE_ANIMATORS: return "animators";
    case SCOPE_SEALED: return "sealed";
    case SCOPE_PERSON:
    case SCOPE_GROUP: break;
    }
    return "?";
}

static const char *fate_word(enum fate fate)
{
    switch (fate) {
    case FATE_STAY: return "stay";
    case FATE_CLEAR: return "clear";
    case FATE_DROP: return "drop";
    }
    return "?";
}

static void say_when(struct buffer *text, const char *when, enum fate fate)
{
    buffer_add_text(text, when);
    buffer_add_text(text, fate_word(fate));
}

static void say_field(struct buffer *text, const struct index_rule *rule)
{
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    if (text->length) buffer_add_text(text, "; ");
    buffer_add_text(text, field ? field->name : "id");
    if (!rule->of) {
        buffer_add_text(text, " index");
        return;
    }
    say_when(text, " ", rule->gone);
    if (rule->hidden) say_when(text, ", hidden ", rule->hidden);
    if (rule->binned != rule->hidden) say_when(text, ", binned ", rule->binned);
    if (rule->public) buffer_add_text(text, ", public");
    if (rule->follows) buffer_add_text(text, ", follows");
    if (field && field->optional) buffer_add_text(text, ", optional");
}

static void say_bin(struct buffer *text, const struct schema_type *type)
{
    if (!type->bin_at) return;
    buffer_add_text(text, "; bin ");
    buffer_add_text(text, schema_field(type, type->bin_by)->name);
    buffer_add_text(text, " ");
    buffer_add_text(text, schema_field(type, type->bin_at)->name);
}

/* A holder is found by its person and by its group: it is one field. */
static void check_hangs(enum record_type type, const char *expected)
{
    struct buffer text = {0};
    for (const uint16_t *at = indexes_of(type); *at != RECORD_INDEXES; at++)
        if (index_rule(*at)->kind != INDEX_BY_GROUP) say_field(&text, index_rule(*at));
    say_bin(&text, schema_record(type));
    buffer_add(&text, "", 1);
    assert_string_equal((const char *)text.data, expected);
    buffer_clear(&text);
}

static bool has_record(const struct family *family, enum record_type type)
{
    return !strcmp(schema_record(type)->family, family->name);
}

static void S1_each_record_has_its_scope(void **state)
{
    const struct family *family = *state;
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        if (has_record(family, type))
            assert_string_equal(scope_word(type), say_of(family, type)->scope);
}

static void C15_each_record_hangs_on_what_it_should(void **state)
{
    const struct family *family = *state;
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        if (has_record(family, type)) check_hangs(type, say_of(family, type)->hangs);
}

int check_family(const struct family *family)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(C12_everybody_is_answered_by_their_role, (void *)family),
        cmocka_unit_test_prestate(C14_a_closed_workshop_refuses_all_but_animators, (void *)family),
        cmocka_unit_test_prestate(every_role_there_is_asks, (void *)family),
        cmocka_unit_test_prestate(before_it_is_founded_a_workshop_has_nothing, (void *)family),
        cmocka_unit_test_prestate(S1_each_record_has_its_scope, (void *)family),
        cmocka_unit_test_prestate(C15_each_record_hangs_on_what_it_should, (void *)family),
    };
    return cmocka_run_group_tests_name(family->name, tests, NULL, NULL);
}
