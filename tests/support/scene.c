#include "support/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/decision.h"
#include "protocol/generated/schema.h"
#include "support/states.h"

static const char *const usual[] = {
    "workshop alliance title='Alliance' language=fr template=blank made_at=1",
    "category elu label='Élu·e' code=elu color=violet",
    "group north title=Nord",
    "group south title=Sud",
    "invitation animator_link role=animator number=1 made_at=1",
    "invitation facilitator_link role=facilitator number=1 made_at=1",
    "invitation participant_link role=participant number=1 made_at=1",
    "invitation screen_link role=screen number=1 made_at=1",
    "key animators_key digest=animators_key invitation=animator_link",
    "key participants_key digest=participants_key invitation=participant_link",
    "person anna name=Anna role=animator joined_at=1 invitation=animator_link",
    "person farid name=Farid role=facilitator joined_at=1 invitation=facilitator_link groups=north",
    "person paul name=Paul role=participant joined_at=1 invitation=participant_link groups=north",
    "person pia name=Pia role=participant joined_at=1 invitation=participant_link groups=south",
    "person lea name=Léa organisation=Mairie role=participant listed=yes",
    "key anna_key digest=anna_key invitation=animator_link person=anna",
    "key paul_key digest=paul_key invitation=participant_link person=paul",
    "key pia_key digest=pia_key invitation=participant_link person=pia",
    "board wall title=Mur",
    "board attic title=Grenier locked=yes",
};

struct scene *scene_new(void)
{
    struct scene *scene = NEW(struct scene);
    scene->notation.now = INT64_C(1790000000000);
    scene->state = state_new();
    return scene;
}

static void forget_last(struct scene *scene)
{
    changes_clear(&scene->decision.changes);
    tellings_clear(&scene->tellings);
}

void scene_free(struct scene *scene)
{
    forget_last(scene);
    state_free(scene->state);
    free(scene);
}

int scene_setup(void **state)
{
    struct scene *scene = scene_new();
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) scene_given(scene, usual[i]);
    *state = scene;
    return 0;
}

int scene_setup_pinned(void **state)
{
    scene_setup(state);
    scene_given(*state, "card idea board=wall author=paul audience=everyone");
    scene_given(*state, "card need board=wall author=paul audience=everyone");
    scene_given(*state, "link bond board=wall from=idea to=need author=paul audience=everyone");
    return 0;
}

int scene_setup_furnished(void **state)
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

int scene_teardown(void **state)
{
    scene_free(*state);
    return 0;
}

void scene_given(struct scene *scene, const char *record)
{
    struct change put = notation_put(&scene->notation, record);
    CHECK(state_apply(scene->state, &put, NULL));
    change_clear(&put);
}

struct context scene_context(struct scene *scene, const char *who)
{
    struct context context = {.time = scene->notation.now, .foundation = scene->foundation};
    if (strcmp(who, "organiser") == 0) {
        context.role = ROLE_ORGANISER;
        return context;
    }
    uint64_t id = notation_id(&scene->notation, who);
    const struct person *person = state_person(scene->state, id);
    context.invitation = person ? person->invitation : id;
    const struct invitation *link = state_invitation(scene->state, context.invitation);
    context.role = link ? link->role : ROLE_PARTICIPANT;
    if (!link || person) context.person = id;
    return context;
}

/* Applied, taken back, applied again. */
static void apply(struct scene *scene, const struct entry *entry)
{
    struct state *before = state_copy(scene->state);
    struct undo undo;
    assert_true(state_apply_entry(scene->state, entry, &undo, NULL));
    state_undo(scene->state, &undo);
    if (!state_equal(scene->state, before)) fail_msg("taking the entry back leaves a trace");
    state_free(before);
    assert_true(state_apply_entry(scene->state, entry, NULL, &scene->tellings));
}

void scene_when(struct scene *scene, const char *who, const char *line)
{
    forget_last(scene);
    struct command command = notation_command(&scene->notation, line);
    struct context context = scene_context(scene, who);
    decide(scene->state, &command, &context, &scene->decision);
    if (!scene->decision.refusal) {
        struct entry entry = {.time = context.time,
                              .actor = decide_actor(&command, &context),
                              .command = command.type,
                              .changes = scene->decision.changes};
        apply(scene, &entry);
    } else assert_int_equal(scene->decision.changes.count, 0);
    scene->command = command.type;
    command_clear(&command);
}

static void write_refusal(const struct scene *scene, struct buffer *text)
{
    const struct decision *decision = &scene->decision;
    const struct field *field = schema_field(schema_command(scene->command), decision->field);
    buffer_add_text(text, refusal_name(decision->refusal));
    if (field) buffer_add_format(text, " at %s", field->name);
    if (decision->limit) buffer_add_format(text, ", limit %lld", (long long)decision->limit);
    if (decision->line) buffer_add_format(text, ", line %u", decision->line);
}

static void write_line(const struct scene *scene, struct buffer *text, const struct change *change)
{
    if (text->length) buffer_add_text(text, "\n");
    notation_write_change(&scene->notation, text, change);
}

static void assert_text(struct buffer *text, const char *expected)
{
    buffer_add(text, "", 1);
    assert_string_equal((const char *)text->data, expected);
    buffer_clear(text);
}

void scene_then(struct scene *scene, const char *changes)
{
    struct buffer text = {0};
    if (scene->decision.refusal) write_refusal(scene, &text);
    for (size_t i = 0; i < scene->decision.changes.count; i++)
        write_line(scene, &text, &scene->decision.changes.items[i]);
    assert_text(&text, changes);
}

void scene_refused(struct scene *scene, const char *refusal)
{
    struct buffer text = {0};
    write_refusal(scene, &text);
    assert_text(&text, refusal);
}

void scene_tells(struct scene *scene, const char *who, const char *changes)
{
    struct buffer text = {0};
    struct context context = scene_context(scene, who);
    struct viewer viewer = viewer_of(scene->state, &context);
    for (size_t i = 0; i < scene->tellings.count; i++)
        if (telling_admits(&scene->tellings.items[i], &viewer))
            write_line(scene, &text, &scene->tellings.items[i].change);
    assert_text(&text, changes);
}

static const struct record *record_named(struct scene *scene, const char *line)
{
    struct change named = notation_put(&scene->notation, line);
    const struct record *record = state_get(scene->state, named.type, named.id);
    change_clear(&named);
    return record;
}

void scene_has(struct scene *scene, const char *expected)
{
    struct buffer text = {0};
    const struct record *record = record_named(scene, expected);
    if (record) notation_write_record(&scene->notation, &text, record);
    assert_text(&text, expected);
}

void scene_lacks(struct scene *scene, const char *record)
{
    if (record_named(scene, record)) fail_msg("%s is there", record);
}
