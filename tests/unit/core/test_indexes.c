/* Whatever is applied and taken back, each index finds what a walk over all records finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/changes.h"
#include "core/fields.h"
#include "core/fold.h"
#include "core/state.h"
#include "protocol/generated/schema.h"
#include "support/chance.h"
#include "support/full_walk.h"

enum { SEEDS = 4, STEPS = 1500, IDS = 40 };

static struct change any_change(struct chance *chance)
{
    struct change change = {.operation = CHANGE_PUT,
                            .type = (enum record_type)(1 + chance_below(chance, RECORD_TYPES)),
                            .id = 1 + chance_below(chance, IDS)};
    const struct schema_type *type = schema_record(change.type);
    if (chance_one_in(chance, 4)) change.operation = CHANGE_DROP;
    else if (chance_one_in(chance, 2)) change.operation = CHANGE_PATCH;
    for (size_t i = 0; i < type->field_count; i++) {
        bool given = change.operation == CHANGE_PUT ||
                     (change.operation == CHANGE_PATCH && chance_one_in(chance, 3));
        if (!given) continue;
        chance_field(chance, &type->fields[i], &change.body);
        change.mask |= FIELD_BIT(type->fields[i].number);
    }
    return change;
}

static void check_each_step(struct chance *chance)
{
    struct state *state = state_new();
    size_t most = 0;
    for (size_t step = 0; step < STEPS; step++) {
        struct change change = any_change(chance), inverse;
        if (state_apply(state, &change, &inverse)) {
            size_t found = check_indexes(state);
            if (found > most) most = found;
            if (chance_one_in(chance, 3)) {
                assert_true(state_apply(state, &inverse, NULL));
                check_indexes(state);
            }
            change_clear(&inverse);
        }
        change_clear(&change);
    }
    assert_true(most > RECORD_INDEXES);
    state_free(state);
}

static void an_index_finds_what_a_full_walk_finds(void **unused)
{
    (void)unused;
    chance_each(SEEDS, check_each_step);
}

static void add_person(struct state *state, uint64_t id, const char *territory)
{
    struct change put = {.operation = CHANGE_PUT, .type = RECORD_PERSON, .id = id};
    put.body.person.territory = bytes_from(territory);
    assert_true(state_apply(state, &put, NULL));
    change_clear(&put);
}

static void words_are_found_without_regard_to_case_and_accents(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct bytes *wanted = bytes_from("PAYS D'IROISE");
    add_person(state, 7, "Pays d'Iroise");
    add_person(state, 5, "pays d’iroise");
    add_person(state, 6, "Brest");
    add_person(state, 4, "");
    struct holders there = state_holders(state, INDEX_PERSON_TERRITORY, fold_key(wanted));
    assert_int_equal(holders_next(&there)->id, 5);
    assert_int_equal(holders_next(&there)->id, 7);
    assert_null(holders_next(&there));
    assert_int_equal(fold_key(NULL), 0);
    bytes_drop(wanted);
    state_free(state);
}

static void nothing_is_found_by_the_value_of_none(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct change put = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = 3};
    assert_true(state_apply(state, &put, NULL));
    for (enum record_index index = 0; index < RECORD_INDEXES; index++) {
        struct holders holders = state_holders(state, index, 0);
        assert_null(holders_next(&holders));
    }
    state_free(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_index_finds_what_a_full_walk_finds),
        cmocka_unit_test(words_are_found_without_regard_to_case_and_accents),
        cmocka_unit_test(nothing_is_found_by_the_value_of_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
