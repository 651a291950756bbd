#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/changes.h"
#include "core/entry.h"
#include "core/fields.h"

static struct change card_put(struct bytes *title, struct bytes *text)
{
    struct change change = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = 7};
    change.body.card.title = title;
    change.body.card.text = text;
    change.body.card.color = COLOR_SEA;
    change.body.card.x = -5;
    return change;
}

static void added_changes_hold_references_of_their_own(void **state)
{
    (void)state;
    struct bytes *title = bytes_from("Port"), *text = bytes_from("eau");
    struct change change = card_put(title, text);
    struct changes changes = {0};
    for (int i = 0; i < 9; i++) changes_add(&changes, &change);
    assert_int_equal(changes.count, 9);
    assert_int_equal(title->references, 10);
    assert_ptr_equal(changes.items[8].body.card.title, title);
    changes_clear(&changes);
    assert_int_equal(title->references, 1);
    assert_int_equal(changes.count, 0);
    assert_null(changes.items);
    change_clear(&change);
}

static void taken_changes_keep_the_reference_they_had(void **state)
{
    (void)state;
    struct bytes *title = bytes_from("Port");
    struct change change = card_put(title, NULL);
    struct changes changes = {0};
    changes_take(&changes, &change);
    assert_int_equal(change.type, 0);
    assert_int_equal(title->references, 1);
    changes_clear(&changes);
}

static void a_patch_carries_its_mask_only(void **state)
{
    (void)state;
    struct bytes *title = bytes_from("Port"), *text = bytes_from("eau");
    struct change change = card_put(title, text);
    change.operation = CHANGE_PATCH;
    change.mask = FIELD_BIT(CARD_TITLE);
    struct change copy = change_copy(&change);
    assert_ptr_equal(copy.body.card.title, title);
    assert_null(copy.body.card.text);
    assert_int_equal(copy.body.card.x, 0);
    assert_int_equal(text->references, 1);
    change_clear(&copy);
    bytes_drop(title);
    bytes_drop(text);
}

static void an_edit_carries_the_changes_of_its_field(void **state)
{
    (void)state;
    struct bytes *title = bytes_from("Port"), *parts = bytes_from("parts");
    struct change change = card_put(title, parts);
    change.operation = CHANGE_EDIT;
    change.mask = FIELD_BIT(CARD_TEXT);
    struct change copy = change_copy(&change);
    assert_int_equal(copy.mask, FIELD_BIT(CARD_TEXT));
    assert_ptr_equal(copy.body.card.text, parts);
    assert_null(copy.body.card.title);
    assert_true(change_equal(&copy, &change));
    assert_int_equal(change_edited(&change)->number, CARD_TEXT);
    change.mask |= FIELD_BIT(CARD_TITLE);
    assert_null(change_edited(&change));
    change.mask = FIELD_BIT(CARD_COLOR);
    assert_null(change_edited(&change));
    change_clear(&copy);
    assert_int_equal(parts->references, 1);
    bytes_drop(title);
    bytes_drop(parts);
}

static void a_drop_carries_nothing(void **state)
{
    (void)state;
    struct bytes *title = bytes_from("Port");
    struct change change = card_put(title, NULL);
    change.operation = CHANGE_DROP;
    struct change copy = change_copy(&change);
    assert_null(copy.body.card.title);
    assert_int_equal(title->references, 1);
    assert_true(change_equal(&copy, &change));
    bytes_drop(title);
}

static void copied_fields_replace_what_was_there(void **state)
{
    (void)state;
    struct bytes *old = bytes_keep(bytes_from("old")), *new = bytes_from("new");
    union body to = {.card = {.title = old, .x = 1, .y = 2, .audience = AUDIENCE_GROUP}};
    union body from = {.card = {.title = new, .x = 3, .y = 4, .audience = AUDIENCE_PERSON}};
    body_copy_fields(RECORD_CARD, &to, &from, FIELD_BIT(CARD_TITLE) | FIELD_BIT(CARD_X));
    assert_ptr_equal(to.card.title, new);
    assert_int_equal(new->references, 2);
    assert_int_equal(old->references, 1);
    assert_int_equal(to.card.x, 3);
    assert_int_equal(to.card.y, 2);
    assert_int_equal(to.card.audience, AUDIENCE_GROUP);
    body_copy_fields(RECORD_CARD, &to, &to, ALL_FIELDS);
    assert_int_equal(new->references, 2);
    body_drop(RECORD_CARD, &to, ALL_FIELDS);
    bytes_drop(old);
    bytes_drop(new);
}

static void dropped_fields_are_zero(void **state)
{
    (void)state;
    union body body = {.person = {.name = bytes_from("Z"), .role = ROLE_ANIMATOR, .listed = true}};
    body_drop(RECORD_PERSON, &body, FIELD_BIT(PERSON_NAME) | FIELD_BIT(PERSON_LISTED));
    assert_null(body.person.name);
    assert_false(body.person.listed);
    assert_int_equal(body.person.role, ROLE_ANIMATOR);
}

static void a_kept_body_outlives_the_first(void **state)
{
    (void)state;
    union body first = {.person = {.name = bytes_from("Z"), .territory = bytes_from("Y")}};
    union body second = first;
    body_keep(RECORD_PERSON, &second, ALL_FIELDS);
    body_drop(RECORD_PERSON, &first, ALL_FIELDS);
    assert_string_equal(bytes_text(second.person.territory), "Y");
    assert_int_equal(second.person.name->references, 1);
    body_drop(RECORD_PERSON, &second, ALL_FIELDS);
}

static void bodies_are_compared_by_value_within_the_mask(void **state)
{
    (void)state;
    union body left = {.card = {.title = bytes_from("a"), .x = 1}};
    union body right = {.card = {.title = bytes_from("a"), .x = 2}};
    assert_true(body_equal(RECORD_CARD, &left, &right, FIELD_BIT(CARD_TITLE)));
    assert_false(body_equal(RECORD_CARD, &left, &right, FIELD_BIT(CARD_X)));
    assert_false(body_equal(RECORD_CARD, &left, &right, ALL_FIELDS));
    body_drop(RECORD_CARD, &left, FIELD_BIT(CARD_TITLE));
    assert_false(body_equal(RECORD_CARD, &left, &right, FIELD_BIT(CARD_TITLE)));
    body_drop(RECORD_CARD, &right, ALL_FIELDS);
}

static void changes_differ_in_each_part(void **state)
{
    (void)state;
    struct change left = card_put(NULL, NULL), right = card_put(NULL, NULL);
    assert_true(change_equal(&left, &right));
    right.id = 8;
    assert_false(change_equal(&left, &right));
    right.id = left.id;
    left.operation = right.operation = CHANGE_PATCH;
    left.mask = FIELD_BIT(CARD_X);
    right.mask = FIELD_BIT(CARD_X) | FIELD_BIT(CARD_Y);
    assert_false(change_equal(&left, &right));
    right.mask = left.mask;
    right.body.card.y = 9;
    assert_true(change_equal(&left, &right));
    right.body.card.x = 9;
    assert_false(change_equal(&left, &right));
}

static void a_cleared_command_has_given_its_bytes_up(void **state)
{
    (void)state;
    struct bytes *key = bytes_keep(bytes_from("key"));
    struct command command = {.type = COMMAND_JOIN, .present = FIELD_BIT(JOIN_KEY)};
    command.body.join.key = key;
    command.body.join.name = bytes_from("Z");
    command_clear(&command);
    assert_int_equal(key->references, 1);
    assert_int_equal(command.type, 0);
    command_clear(&command);
    bytes_drop(key);
}

static void a_cleared_entry_is_empty(void **state)
{
    (void)state;
    struct entry entry = {.seq = 4, .actor = 5};
    struct change change = card_put(bytes_from("Port"), NULL);
    changes_take(&entry.changes, &change);
    entry_clear(&entry);
    assert_int_equal(entry.seq, 0);
    assert_int_equal(entry.changes.count, 0);
    entry_clear(&entry);
}

/* A number field is written and read back without touching its neighbours. */
static void every_number_field_keeps_its_value(void **state)
{
    (void)state;
    for (unsigned number = 1; number <= RECORD_TYPES; number++) {
        const struct schema_type *type = schema_record(number);
        union body body = {0};
        for (size_t i = 0; i < type->field_count; i++)
            if (field_is_number(&type->fields[i])) field_set_number(&type->fields[i], &body, 1);
        for (size_t i = 0; i < type->field_count; i++) {
            const struct field *field = &type->fields[i];
            if (!field_is_number(field)) assert_null(field_bytes_of(field, &body));
            else assert_int_equal(field_number(field, &body), 1);
            assert_int_equal(field_is_zero(field, &body), !field_is_number(field));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(added_changes_hold_references_of_their_own),
        cmocka_unit_test(taken_changes_keep_the_reference_they_had),
        cmocka_unit_test(a_patch_carries_its_mask_only),
        cmocka_unit_test(an_edit_carries_the_changes_of_its_field),
        cmocka_unit_test(a_drop_carries_nothing),
        cmocka_unit_test(copied_fields_replace_what_was_there),
        cmocka_unit_test(dropped_fields_are_zero),
        cmocka_unit_test(a_kept_body_outlives_the_first),
        cmocka_unit_test(bodies_are_compared_by_value_within_the_mask),
        cmocka_unit_test(changes_differ_in_each_part),
        cmocka_unit_test(a_cleared_command_has_given_its_bytes_up),
        cmocka_unit_test(a_cleared_entry_is_empty),
        cmocka_unit_test(every_number_field_keeps_its_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
