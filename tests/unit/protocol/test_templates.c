/* Every template can be founded: what core/rules/workshop.c relies on holds for each record. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "protocol/generated/schema.h"
#include "protocol/generated/templates.h"

static void given_a_name_the_template_of_that_name_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEMPLATE_COUNT; i++)
        assert_ptr_equal(template_find(templates[i].name), &templates[i]);
    assert_null(template_find("no-such-template"));
    assert_null(template_find(""));
}

/* An id names a record of the right type that stands before. */
static void check_reference(const struct template_record *records, size_t at,
                            const struct field *field, int64_t place)
{
    assert_true(place >= 1 && (size_t)place <= at);
    assert_int_equal(records[place - 1].type, field->of);
}

static void check_field(const struct template_record *records, size_t at,
                        const struct template_field *given)
{
    const struct field *field = schema_field(schema_record(records[at].type), given->number);
    assert_non_null(field);
    assert_int_equal(given->text != NULL, field->kind == FIELD_TEXT);
    if (field->kind == FIELD_ID || field->kind == FIELD_IDS)
        check_reference(records, at, field, given->integer);
    if (field->kind == FIELD_TEXT) assert_in_range(strlen(given->text), 1, (size_t)field->max);
}

static void check_record(const struct template_record *records, size_t at)
{
    unsigned last = 0;
    assert_non_null(schema_record(records[at].type));
    for (size_t i = 0; i < records[at].field_count; i++) {
        unsigned number = records[at].fields[i].number;
        bool of_several = schema_field(schema_record(records[at].type), number)->kind == FIELD_IDS;
        assert_true(number > last || (of_several && number == last));
        last = records[at].fields[i].number;
        check_field(records, at, &records[at].fields[i]);
    }
}

static void every_record_holds_known_fields_in_order_and_points_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEMPLATE_COUNT; i++)
        for (size_t language = 0; language < 2; language++)
            for (size_t at = 0; at < templates[i].count; at++)
                check_record(templates[i].records[language], at);
}

static void both_languages_hold_the_same_records(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEMPLATE_COUNT; i++)
        for (size_t at = 0; at < templates[i].count; at++) {
            const struct template_record *fr = &templates[i].records[0][at];
            const struct template_record *en = &templates[i].records[1][at];
            assert_int_equal(fr->type, en->type);
            assert_int_equal(fr->field_count, en->field_count);
        }
}

static size_t count_of(const struct template *template, enum record_type type)
{
    size_t count = 0;
    for (size_t at = 0; at < template->count; at++) count += template->records[0][at].type == type;
    return count;
}

static void every_template_has_a_board_and_the_categories_of_the_alliance(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEMPLATE_COUNT; i++) {
        assert_true(count_of(&templates[i], RECORD_BOARD) >= 1);
        assert_int_equal(count_of(&templates[i], RECORD_CATEGORY), 4);
    }
}

static void the_demonstration_shows_ten_chantiers_around_four_objectives(void **state)
{
    (void)state;
    const struct template *demo = template_find("demo-cartography");
    assert_non_null(demo);
    assert_true(demo->demo);
    assert_int_equal(count_of(demo, RECORD_CARD), 10);
    assert_int_equal(count_of(demo, RECORD_ZONE), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(given_a_name_the_template_of_that_name_is_found),
        cmocka_unit_test(every_record_holds_known_fields_in_order_and_points_back),
        cmocka_unit_test(both_languages_hold_the_same_records),
        cmocka_unit_test(every_template_has_a_board_and_the_categories_of_the_alliance),
        cmocka_unit_test(the_demonstration_shows_ten_chantiers_around_four_objectives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
