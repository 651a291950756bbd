/* For each field that names a record, whatever the schema says of it: that is what happens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "core/changes.h"
#include "core/decision.h"
#include "core/fields.h"
#include "core/hanging.h"
#include "core/indexes.h"
#include "core/state.h"
#include "protocol/generated/schema.h"

enum { NAMED = 100, OTHER = 200, HOLDER = 300, SOMEBODY = 400 };

/* ---- two records, of which one names the other ---- */

static void put(struct state *state, enum record_type type, uint64_t id, const union body *body)
{
    struct change change = {.operation = CHANGE_PUT, .type = type, .id = id, .body = *body};
    assert_true(state_apply(state, &change, NULL));
}

static void show_to(enum record_type type, union body *body, struct scope scope)
{
    const struct schema_type *schema = schema_record(type);
    enum audience audience;
    uint64_t holder;
    if (!schema->audience_field) return;
    scope_to_fields(scope, &audience, &holder);
    field_set_number(schema_field(schema, schema->audience_field), body, (int64_t)audience);
    field_set_number(schema_field(schema, schema->holder_field), body, (int64_t)holder);
}

static void show_to_everyone(enum record_type type, union body *body)
{
    show_to(type, body, (struct scope){SCOPE_EVERYONE, 0});
}

/* What follows two records names twice the same. */
static void name(const struct index_rule *rule, union body *body)
{
    uint64_t both[] = {OTHER, NAMED};
    for (const uint16_t *at = indexes_of(rule->holder); *at != RECORD_INDEXES; at++) {
        const struct index_rule *each = index_rule(*at);
        const struct field *field = schema_field(schema_record(each->holder), each->field);
        bool follows = rule->follows && each->follows && each->kind == INDEX_BY_NUMBER;
        if (each != rule && !follows) continue;
        if (each->kind == INDEX_BY_NUMBER) field_set_number(field, body, NAMED);
        if (each->kind == INDEX_BY_IDS) *field_bytes(field, body) = bytes_from_ids(both, 2);
        if (each->kind == INDEX_BY_PERSON)
            show_to(rule->holder, body, (struct scope){SCOPE_PERSON, NAMED});
        if (each->kind == INDEX_BY_GROUP)
            show_to(rule->holder, body, (struct scope){SCOPE_GROUP, NAMED});
    }
}

static uint64_t holder_id(const struct index_rule *rule)
{
    return rule->kind == INDEX_BY_SELF ? NAMED : HOLDER;
}

/* Everyone sees both. */
static struct state *furnish(const struct index_rule *rule)
{
    struct state *state = state_new();
    union body named = {0}, holder = {0};
    show_to_everyone(rule->of, &named);
    show_to_everyone(rule->holder, &holder);
    put(state, rule->of, NAMED, &named);
    put(state, rule->of, OTHER, &named);
    name(rule, &holder);
    put(state, rule->holder, holder_id(rule), &holder);
    body_drop(rule->holder, &holder, ALL_FIELDS);
    return state;
}

/* ---- what becomes of it ---- */

static const char *title(const struct index_rule *rule, const char *when)
{
    static char text[120];
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    snprintf(text, sizeof text, "the %s of a %s, %s", field ? field->name : "id",
             schema_record(rule->holder)->name, when);
    return text;
}

static enum fate fate_of(const struct state *state, enum record_index index)
{
    const struct index_rule *rule = index_rule(index);
    const struct record *holder = state_get(state, rule->holder, holder_id(rule));
    if (!holder) return FATE_DROP;
    return index_has(index, holder->id, &holder->body, NAMED) ? FATE_STAY : FATE_CLEAR;
}

/* The other one that a list names stays. */
static void check_rest(const struct state *state, const struct index_rule *rule)
{
    const struct record *holder = state_get(state, rule->holder, HOLDER);
    if (!holder || rule->kind != INDEX_BY_IDS) return;
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    assert_true(bytes_has_id(field_bytes_of(field, &holder->body), OTHER));
}

static void check_once(const struct decision *decision)
{
    for (size_t i = 0; i < decision->changes.count; i++)
        for (size_t k = 0; k < i; k++) {
            const struct change *one = &decision->changes.items[i];
            const struct change *other = &decision->changes.items[k];
            assert_false(one->type == other->type && one->id == other->id);
        }
}

/* Settles, applies, looks, and takes it back: nothing must be left of it. */
static void check(struct state *state, struct decision *decision, enum record_index index,
                  enum fate fate, const char *when)
{
    const struct index_rule *rule = index_rule(index);
    struct undo undo;
    hanging_settle(state, decision);
    check_once(decision);
    struct entry entry = {.changes = decision->changes};
    assert_true(state_apply_entry(state, &entry, &undo, NULL));
    if (fate_of(state, index) != fate) fail_msg("%s: another fate", title(rule, when));
    check_rest(state, rule);
    state_undo(state, &undo);
    assert_int_equal(fate_of(state, index), FATE_STAY);
    changes_clear(&decision->changes);
}

static void C15_when_a_record_goes_its_holders_meet_their_fate(void **unused)
{
    (void)unused;
    for (enum record_index index = 0; index < RECORD_INDEXES; index++) {
        const struct index_rule *rule = index_rule(index);
        if (!rule->of) continue;
        struct state *state = furnish(rule);
        struct decision decision = {0};
        decision_drop(&decision, rule->of, NAMED);
        check(state, &decision, index, rule->gone, "when it goes");
        hanging_let_go(state, &decision, rule->of, &(uint64_t){NAMED}, 1);
        check(state, &decision, index, rule->gone, "when it is let go of");
        state_free(state);
    }
}

static void show(struct decision *decision, enum record_type type, struct scope scope)
{
    const struct schema_type *schema = schema_record(type);
    union body body = {0};
    show_to(type, &body, scope);
    decision_patch(decision, type, NAMED,
                   FIELD_BIT(schema->audience_field) | FIELD_BIT(schema->holder_field), &body);
}

static void C15_when_a_record_is_hidden_its_holders_meet_their_fate(void **unused)
{
    (void)unused;
    for (enum record_index index = 0; index < RECORD_INDEXES; index++) {
        const struct index_rule *rule = index_rule(index);
        if (!rule->of || !schema_record(rule->of)->audience_field || rule->follows) continue;
        struct state *state = furnish(rule);
        bool sealed = schema_record(rule->holder)->scope_rule == SCOPE_RULE_SEALED;
        struct decision decision = {0};
        show(&decision, rule->of, (struct scope){SCOPE_PERSON, SOMEBODY});
        check(state, &decision, index, sealed ? FATE_STAY : (enum fate)rule->hidden,
              "when it is hidden");
        hanging_take_off(state, &decision, rule->of, NAMED, SOMEBODY, 1);
        bool has_bin = schema_record(rule->of)->bin_at;
        check(state, &decision, index, has_bin ? rule->binned : rule->gone, "when it is taken off");
        state_free(state);
    }
}

/* Somebody's own, about what is theirs too: it must go all the same where it is for all to see one
 * day. */
static void C15_what_is_public_goes_with_what_is_no_longer_everyones(void **unused)
{
    (void)unused;
    struct scope theirs = {SCOPE_PERSON, SOMEBODY};
    for (enum record_index index = 0; index < RECORD_INDEXES; index++) {
        const struct index_rule *rule = index_rule(index);
        if (!rule->hidden || !schema_record(rule->holder)->audience_field) continue;
        struct state *state = furnish(rule);
        struct record holder = *state_get(state, rule->holder, HOLDER);
        show_to(rule->holder, &holder.body, theirs);
        put(state, rule->holder, HOLDER, &holder.body);
        struct decision decision = {0};
        show(&decision, rule->of, theirs);
        check(state, &decision, index, rule->public ? (enum fate)rule->hidden : FATE_STAY,
              "when it is theirs alone");
        state_free(state);
    }
}

static void S4_what_follows_has_the_scope_of_what_it_names(void **unused)
{
    (void)unused;
    const struct scope scopes[] = {{SCOPE_ANIMATORS, 0},
                                   {SCOPE_PERSON, SOMEBODY},
                                   {SCOPE_GROUP, SOMEBODY}};
    for (enum record_index index = 0; index < RECORD_INDEXES; index++)
        for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
            const struct index_rule *rule = index_rule(index);
            if (!rule->follows) continue;
            struct state *state = furnish(rule);
            struct decision decision = {0};
            show(&decision, rule->of, scopes[i]);
            hanging_settle(state, &decision);
            struct entry entry = {.changes = decision.changes};
            assert_true(state_apply_entry(state, &entry, NULL, NULL));
            const struct record *holder = state_get(state, rule->holder, holder_id(rule));
            assert_true(scope_equal(scope_of(holder->type, &holder->body), scopes[i]));
            changes_clear(&decision.changes);
            state_free(state);
        }
}

/* ---- trees ---- */

static struct state *a_board_of_cards(uint64_t cards)
{
    struct state *state = state_new();
    union body board = {0}, card = {.card = {.board = 1, .audience = AUDIENCE_EVERYONE}};
    put(state, RECORD_BOARD, 1, &board);
    for (uint64_t i = 0; i < cards; i++) {
        union body link = {.link = {.board = 1, .audience = AUDIENCE_EVERYONE}};
        put(state, RECORD_CARD, 1000 + i, &card);
        link.link.from = 1000 + i;
        link.link.to = 1000 + (i + 1) % cards;
        put(state, RECORD_LINK, 5000 + i, &link);
    }
    return state;
}

static void C15_a_tree_goes_in_the_order_in_which_it_is_reached(void **unused)
{
    (void)unused;
    enum { CARDS = 3 };
    static const uint64_t order[] = {1, 1000, 1001, 1002, 5000, 5001, 5002};
    struct state *state = a_board_of_cards(CARDS);
    struct decision decision = {0};
    decision_drop(&decision, RECORD_BOARD, 1);
    hanging_settle(state, &decision);
    hanging_settle(state, &decision); /* a second time adds nothing */
    assert_int_equal(decision.changes.count, sizeof order / sizeof *order);
    for (size_t i = 0; i < decision.changes.count; i++) {
        assert_int_equal(decision.changes.items[i].operation, CHANGE_DROP);
        assert_int_equal(decision.changes.items[i].id, order[i]);
    }
    changes_clear(&decision.changes);
    state_free(state);
}

/* All cards of a ring of links move at once to one person: at no moment is a link between two that
 * nobody sees together. */
static void S4_what_moves_together_stays_together(void **unused)
{
    (void)unused;
    enum { CARDS = 5 };
    struct state *state = a_board_of_cards(CARDS);
    struct decision decision = {0};
    union body theirs = {.card = {.audience = AUDIENCE_PERSON, .holder = SOMEBODY}};
    for (uint64_t i = 0; i < CARDS; i++)
        decision_patch(&decision, RECORD_CARD, 1000 + i,
                       FIELD_BIT(CARD_AUDIENCE) | FIELD_BIT(CARD_HOLDER), &theirs);
    hanging_settle(state, &decision);
    assert_int_equal(decision.changes.count, 2 * CARDS);
    for (size_t i = CARDS; i < 2 * CARDS; i++)
        assert_int_equal(decision.changes.items[i].operation, CHANGE_PATCH);
    changes_clear(&decision.changes);
    state_free(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(C15_when_a_record_goes_its_holders_meet_their_fate),
        cmocka_unit_test(C15_when_a_record_is_hidden_its_holders_meet_their_fate),
        cmocka_unit_test(C15_what_is_public_goes_with_what_is_no_longer_everyones),
        cmocka_unit_test(S4_what_follows_has_the_scope_of_what_it_names),
        cmocka_unit_test(C15_a_tree_goes_in_the_order_in_which_it_is_reached),
        cmocka_unit_test(S4_what_moves_together_stays_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
