/* Whatever people do, what a record names is there, and seen by whoever sees the record.
 *
 * Many people command at random; after every entry the whole state is looked at. What may name
 * somebody who has gone or something that is out of sight is what the schema says of each field;
 * that the schema says it rightly is told by the tests of each family. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/fields.h"
#include "core/hanging.h"
#include "core/scope.h"
#include "core/state.h"
#include "protocol/generated/schema.h"
#include "support/bustle.h"
#include "support/full_walk.h"
#include "support/scene.h"

enum { STEPS = 3000, SEEDS = 8, MOST_PEOPLE = 24, FIRST_FRESH = 1000001 };

static const char *const furniture[] = {
    "card_type project label=Projet color=sun",
    "link_type supports label=Soutient color=leaf",
    "objective water title=Eau brief=Eau color=sea",
    "territory brest name=Brest",
    "zone shallows board=wall title=Eau color=sea x=0 y=0 width=800 height=800 objective=water",
    "priority first board=wall title=Urgent points=10",
    "card port board=wall title=Port color=sun width=240 height=120 audience=everyone",
};

/* ---- what a field may name ---- */

static bool sees_at_least(struct scope holder, struct scope named)
{
    return holder.kind == SCOPE_SEALED || named.kind == SCOPE_EVERYONE ||
           scope_equal(holder, named);
}

static const char *name_of(const struct index_rule *rule)
{
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    return field ? field->name : "id";
}

static void check_sight(const struct record *holder, const struct index_rule *rule,
                        const struct record *named)
{
    struct scope seen = scope_of(named->type, &named->body);
    bool binned = hanging_is_in_bin(named->type, &named->body);
    bool may_hide = named->type != RECORD_PERSON && named->type != RECORD_GROUP &&
                    (binned ? rule->binned : rule->hidden) == FATE_STAY && !rule->follows;
    if (may_hide && schema_record(named->type)->scope_rule != SCOPE_RULE_EVERYONE) return;
    if (!sees_at_least(scope_of(holder->type, &holder->body), seen) ||
        (rule->public && seen.kind != SCOPE_EVERYONE))
        fail_msg("the %s of a %s is not seen by whoever sees it", name_of(rule),
                 schema_record(holder->type)->name);
}

static void check_named(const struct state *state, const struct record *holder,
                        const struct index_rule *rule, uint64_t id)
{
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    if (!id && (rule->gone != FATE_DROP || field->optional)) return;
    const struct record *named = state_get(state, rule->of, id);
    if (named) check_sight(holder, rule, named);
    else if (rule->gone != FATE_STAY)
        fail_msg("the %s of a %s is not there", name_of(rule), schema_record(holder->type)->name);
}

static void check_reference(const struct state *state, const struct record *record,
                            const struct index_rule *rule)
{
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    if (rule->kind == INDEX_BY_SELF) check_named(state, record, rule, record->id);
    if (rule->kind == INDEX_BY_NUMBER)
        check_named(state, record, rule, (uint64_t)field_number(field, &record->body));
    if (rule->kind != INDEX_BY_IDS) return;
    const struct bytes *ids = field_bytes_of(field, &record->body);
    for (size_t i = 0; i < bytes_id_count(ids); i++)
        check_named(state, record, rule, bytes_id(ids, i));
}

/* S4: who follows others has the narrowest scope of theirs. */
static void check_follows(const struct state *state, const struct record *record)
{
    struct scope scope;
    bool follows = false;
    for (const uint16_t *at = indexes_of(record->type); *at != RECORD_INDEXES; at++)
        follows = follows || index_rule(*at)->follows;
    if (!follows) return;
    assert_true(hanging_scope(state, record, &scope));
    assert_true(scope_equal(scope, scope_of(record->type, &record->body)));
}

static void check_scope(const struct state *state, const struct record *record)
{
    struct scope scope = scope_of(record->type, &record->body);
    const struct person *person = state_person(state, scope.id);
    if (scope.kind == SCOPE_PERSON) assert_true(person && person->joined_at);
    if (scope.kind == SCOPE_GROUP) assert_non_null(state_get(state, RECORD_GROUP, scope.id));
}

static void check_references(const struct state *state)
{
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        for (size_t i = 0; i < state_count(state, type); i++) {
            const struct record *record = state_at(state, type, i);
            for (const uint16_t *at = indexes_of(type); *at != RECORD_INDEXES; at++)
                if (index_rule(*at)->of) check_reference(state, record, index_rule(*at));
            check_scope(state, record);
            check_follows(state, record);
        }
}

/* ---- what the rules promise of several records together ---- */

/* C26: once in each direction. */
static void check_links(const struct state *state)
{
    for (size_t i = 0; i < state_count(state, RECORD_LINK); i++)
        for (size_t j = 0; j < i; j++) {
            const struct link *one = &state_at(state, RECORD_LINK, i)->body.link;
            const struct link *other = &state_at(state, RECORD_LINK, j)->body.link;
            if (one->from == other->from && one->to == other->to)
                fail_msg("two cards are linked twice");
        }
}

/* C32, C34: what waits under a veil is its writer's; only what is unsigned has a sealed author. */
static void check_cards(const struct state *state)
{
    for (size_t i = 0; i < state_count(state, RECORD_CARD); i++) {
        const struct record *record = state_at(state, RECORD_CARD, i);
        const struct card *card = &record->body.card;
        if (card->veiled) assert_int_equal(card->audience, AUDIENCE_PERSON);
        if (card->dropped_at) assert_int_equal(card->audience, AUDIENCE_ANIMATORS);
        if (card->anonymous) assert_int_equal(card->author, 0);
        assert_int_equal(!!state_get(state, RECORD_AUTHORSHIP, record->id), card->anonymous);
    }
    for (size_t i = 0; i < state_count(state, RECORD_AUTHORSHIP); i++)
        assert_non_null(state_card(state, state_at(state, RECORD_AUTHORSHIP, i)->id));
}

/* C38: one a board, on a card that lies there and that everyone sees. */
static void check_leads(const struct state *state)
{
    for (size_t i = 0; i < state_count(state, RECORD_LEAD); i++) {
        const struct record *record = state_at(state, RECORD_LEAD, i);
        const struct card *card = state_card(state, record->body.lead.card);
        assert_int_equal(record->id, record->body.lead.board);
        if (card) assert_int_equal(card->board, record->id);
    }
}

static int64_t given(const struct state *state, uint64_t priority, uint64_t person)
{
    int64_t sum = 0;
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct allotment *one = &state_at(state, RECORD_ALLOTMENT, i)->body.allotment;
        if (one->priority == priority && one->person == person) sum += one->points;
    }
    return sum;
}

/* C39: on cards of its board that everyone saw, and never over the budget, whatever comes back. */
static void check_allotments(const struct state *state)
{
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct allotment *one = &state_at(state, RECORD_ALLOTMENT, i)->body.allotment;
        const struct priority *priority =
            &state_get(state, RECORD_PRIORITY, one->priority)->body.priority;
        const struct card *card = state_card(state, one->card);
        assert_int_equal(card->board, priority->board);
        assert_true(card->dropped_at || card->audience == AUDIENCE_EVERYONE);
        assert_true(given(state, one->priority, one->person) <= priority->points);
    }
}

/* ---- people at work ---- */

static struct seen {
    size_t entries, lit, binned, resting;
} seen;

static void note(const struct state *state)
{
    seen.entries++;
    for (size_t i = 0; i < state_count(state, RECORD_LEAD); i++)
        seen.lit += state_at(state, RECORD_LEAD, i)->body.lead.card != 0;
    for (size_t i = 0; i < state_count(state, RECORD_CARD); i++)
        seen.binned += state_at(state, RECORD_CARD, i)->body.card.dropped_at != 0;
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        uint64_t card = state_at(state, RECORD_ALLOTMENT, i)->body.allotment.card;
        seen.resting += state_card(state, card)->dropped_at != 0;
    }
}

static void happen(struct scene *scene, const struct command *command, const struct context *asker)
{
    struct decision decision;
    decide(scene->state, command, asker, &decision);
    struct entry entry = {.actor = decide_actor(command, asker), .changes = decision.changes};
    if (!decision.refusal && decision.changes.count) {
        assert_true(state_apply_entry(scene->state, &entry, NULL, NULL));
        check_references(scene->state);
        check_indexes(scene->state);
        check_links(scene->state);
        check_cards(scene->state);
        check_leads(scene->state);
        check_allotments(scene->state);
        note(scene->state);
    }
    changes_clear(&decision.changes);
}

static void live(struct chance *chance)
{
    void *made;
    scene_setup(&made);
    struct scene *scene = made;
    for (size_t i = 0; i < sizeof furniture / sizeof *furniture; i++)
        scene_given(scene, furniture[i]);
    struct bustle bustle;
    bustle_init(&bustle, chance, scene->state, FIRST_FRESH);
    for (size_t step = 0; step < STEPS; step++) {
        bustle_step(&bustle);
        enum command_type type = bustle_type(&bustle);
        if (type == COMMAND_JOIN && state_count(scene->state, RECORD_PERSON) >= MOST_PEOPLE)
            continue;
        struct context asker = bustle_asker(&bustle, type);
        struct command command = bustle_command(&bustle, type, &asker);
        happen(scene, &command, &asker);
        command_clear(&command);
    }
    scene_free(scene);
}

static void what_a_record_names_is_there(void **state)
{
    (void)state;
    seen = (struct seen){0};
    chance_each(SEEDS, live);
    print_message("%zu entries; lit %zu, binned %zu, points in the bin %zu\n", seen.entries,
                  seen.lit, seen.binned, seen.resting);
    if (getenv("CHANCE_SEED")) return; /* one seed need not see everything */
    assert_true(seen.lit && seen.binned && seen.resting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_record_names_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
