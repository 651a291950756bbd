#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/changes.h"
#include "core/fields.h"
#include "core/methods/text_difference.h"
#include "core/state.h"
#include "protocol/generated/schema.h"
#include "support/chance.h"
#include "support/parts.h"
#include "support/states.h"

static struct change board_change(enum change_operation operation, uint64_t id, const char *title)
{
    struct change change = {.operation = operation, .type = RECORD_BOARD, .id = id};
    if (operation == CHANGE_PATCH) change.mask = FIELD_BIT(BOARD_TITLE);
    change.body.board.title = bytes_from(title);
    return change;
}

/* Applies and gives the change up; answers whether it fitted. */
static bool apply(struct state *state, struct change change, struct change *inverse)
{
    bool fits = state_apply(state, &change, inverse);
    bytes_drop(change.body.board.title);
    return fits;
}

static const char *title_of(const struct state *state, uint64_t id)
{
    const struct board *board = state_board(state, id);
    return board ? bytes_text(board->title) : "none";
}

static void an_empty_state_has_nothing(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) {
        assert_int_equal(state_count(state, type), 0);
        assert_null(state_get(state, type, 1));
        assert_null(state_get(state, type, 0));
    }
    assert_null(state_workshop(state));
    assert_int_equal(state_workshop_id(state), 0);
    state_free(state);
    state_free(NULL);
}

static void a_change_and_its_inverse(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct change undo_put, undo_patch, undo_drop;
    assert_true(apply(state, board_change(CHANGE_PUT, 5, "Mur"), &undo_put));
    assert_true(apply(state, board_change(CHANGE_PATCH, 5, "Tableau"), &undo_patch));
    assert_string_equal(title_of(state, 5), "Tableau");
    assert_true(apply(state, board_change(CHANGE_DROP, 5, ""), &undo_drop));
    assert_string_equal(title_of(state, 5), "none");
    assert_true(state_apply(state, &undo_drop, NULL));
    assert_string_equal(title_of(state, 5), "Tableau");
    assert_true(state_apply(state, &undo_patch, NULL));
    assert_string_equal(title_of(state, 5), "Mur");
    assert_true(state_apply(state, &undo_put, NULL));
    assert_string_equal(title_of(state, 5), "none");
    change_clear(&undo_put);
    change_clear(&undo_patch);
    change_clear(&undo_drop);
    state_free(state);
}

static void a_patch_leaves_the_other_fields(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct change patch = {.operation = CHANGE_PATCH,
                           .type = RECORD_BOARD,
                           .id = 5,
                           .mask = FIELD_BIT(BOARD_LOCKED),
                           .body = {.board = {.locked = true}}};
    assert_true(apply(state, board_change(CHANGE_PUT, 5, "Mur"), NULL));
    assert_true(state_apply(state, &patch, NULL));
    assert_string_equal(title_of(state, 5), "Mur");
    assert_true(state_board(state, 5)->locked);
    state_free(state);
}

static void a_put_replaces_the_whole_record(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct change put = {.operation = CHANGE_PUT,
                         .type = RECORD_BOARD,
                         .id = 5,
                         .body = {.board = {.locked = true}}};
    struct change inverse;
    assert_true(apply(state, board_change(CHANGE_PUT, 5, "Mur"), NULL));
    assert_true(state_apply(state, &put, &inverse));
    assert_string_equal(title_of(state, 5), "");
    assert_int_equal(state_count(state, RECORD_BOARD), 1);
    assert_true(state_apply(state, &inverse, NULL));
    assert_string_equal(title_of(state, 5), "Mur");
    assert_false(state_board(state, 5)->locked);
    change_clear(&inverse);
    state_free(state);
}

/* The last record moves into the hole. */
static void a_walk_meets_every_record_once(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    for (uint64_t id = 1; id <= 20; id++)
        assert_true(apply(state, board_change(CHANGE_PUT, id, "Mur"), NULL));
    for (uint64_t id = 1; id <= 20; id += 3)
        assert_true(apply(state, board_change(CHANGE_DROP, id, ""), NULL));
    uint64_t met = 0;
    assert_int_equal(state_count(state, RECORD_BOARD), 13);
    for (size_t i = 0; i < 13; i++) met |= FIELD_BIT(state_at(state, RECORD_BOARD, i)->id);
    for (uint64_t id = 1; id <= 20; id++) assert_int_equal(!!(met & FIELD_BIT(id)), id % 3 != 1);
    state_free(state);
}

static void types_do_not_share_ids(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct change card = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = 5};
    assert_true(apply(state, board_change(CHANGE_PUT, 5, "Mur"), NULL));
    assert_true(state_apply(state, &card, NULL));
    assert_true(apply(state, board_change(CHANGE_DROP, 5, ""), NULL));
    assert_non_null(state_card(state, 5));
    assert_null(state_board(state, 5));
    assert_null(state_link(state, 5));
    state_free(state);
}

static void a_damaged_change_does_nothing(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    assert_false(apply(state, board_change(CHANGE_PATCH, 5, "Mur"), NULL));
    assert_false(apply(state, board_change(CHANGE_DROP, 5, ""), NULL));
    assert_false(apply(state, board_change(CHANGE_PUT, 0, "Mur"), NULL));
    assert_false(apply(state, board_change((enum change_operation)9, 5, "Mur"), NULL));
    struct state *empty = state_new();
    assert_true(state_equal(state, empty));
    state_free(empty);
    state_free(state);
}

static struct entry entry_of_two(struct change first, struct change second)
{
    struct entry entry = {.actor = 1, .client = 7, .counter = 4};
    changes_add(&entry.changes, &first);
    changes_add(&entry.changes, &second);
    bytes_drop(first.body.board.title);
    bytes_drop(second.body.board.title);
    return entry;
}

static void a_damaged_entry_does_nothing(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    state_keep_counter(state, &(struct counter){.person = 1, .client = 7, .counter = 3, .seq = 2});
    struct state *before = state_copy(state);
    struct entry entry =
        entry_of_two(board_change(CHANGE_PUT, 5, "Mur"), board_change(CHANGE_DROP, 6, ""));
    struct undo undo = {0};
    struct tellings tellings;
    assert_false(state_apply_entry(state, &entry, &undo, &tellings));
    assert_true(state_equal(state, before));
    assert_int_equal(tellings.count, 0);
    assert_int_equal(undo.inverse.count, 0);
    entry_clear(&entry);
    state_free(before);
    state_free(state);
}

static void an_entry_is_applied_noted_and_told(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct entry entry =
        entry_of_two(board_change(CHANGE_PUT, 5, "Mur"), board_change(CHANGE_PATCH, 5, "Tableau"));
    struct undo undo;
    struct tellings tellings;
    assert_true(state_apply_entry(state, &entry, &undo, &tellings));
    assert_string_equal(title_of(state, 5), "Tableau");
    assert_int_equal(counters_find(state_counters(state), 1, 7).counter, 4);
    assert_int_equal(tellings.count, 2);
    assert_int_equal(tellings.items[0].change.operation, CHANGE_PUT);
    assert_string_equal(bytes_text(tellings.items[1].change.body.board.title), "Tableau");
    state_undo(state, &undo);
    assert_string_equal(title_of(state, 5), "none");
    assert_int_equal(counters_find(state_counters(state), 1, 7).counter, 0);
    tellings_clear(&tellings);
    entry_clear(&entry);
    state_free(state);
}

/* An edit of the board's title; the line says its parts. */
static struct change title_edit(uint64_t id, const char *line)
{
    struct change edit = {CHANGE_EDIT, RECORD_BOARD, id, .mask = FIELD_BIT(BOARD_TITLE)};
    edit.body.board.title = parts_read(line);
    return edit;
}

static void P7_an_edit_changes_one_text(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct change undo_first, undo_second;
    assert_true(apply(state, board_change(CHANGE_PUT, 5, "Mur"), NULL));
    assert_true(apply(state, title_edit(5, "+Le |-1+m|2"), &undo_first));
    assert_string_equal(title_of(state, 5), "Le mur");
    assert_true(apply(state, title_edit(5, "6|+ 😀"), &undo_second));
    assert_string_equal(title_of(state, 5), "Le mur 😀");
    assert_true(apply(state, undo_second, NULL));
    assert_true(apply(state, undo_first, NULL));
    assert_string_equal(title_of(state, 5), "Mur");
    state_free(state);
}

/* As a damaged journal might have it. */
static void P7_an_edit_that_does_not_fit_changes_nothing(void **unused)
{
    (void)unused;
    static const char *const lines[] = {"", "2", "4", "-4", "+a", "3|-1", "1|+x|1"};
    struct state *state = state_new();
    assert_false(apply(state, title_edit(5, "3"), NULL));
    assert_true(apply(state, board_change(CHANGE_PUT, 5, "M😀"), NULL));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(apply(state, title_edit(5, lines[i]), NULL));
    assert_false(apply(state, title_edit(5, "2|+x|1"), NULL));
    struct change edit = title_edit(5, "3");
    edit.mask |= FIELD_BIT(BOARD_INSTRUCTIONS);
    assert_false(apply(state, edit, NULL));
    edit = title_edit(5, "3");
    edit.mask = FIELD_BIT(BOARD_LOCKED);
    assert_false(apply(state, edit, NULL));
    assert_string_equal(title_of(state, 5), "M😀");
    state_free(state);
}

/* Random entries, now and then a damaged one, taken back last first: every state on the way is
 * met again. */
enum { ENTRIES = 300, MOST_CHANGES = 4 };

/* Of a text field of the record: mostly changes of the text that is there. */
static void some_edit(struct chance *chance, const struct state *state, struct change *change)
{
    const struct record *record = state_get(state, change->type, change->id);
    const struct schema_type *type = schema_record(change->type);
    const struct field *field = &type->fields[chance_below(chance, type->field_count)];
    union body other;
    memset(&other, 0, sizeof other);
    change->operation = CHANGE_DROP;
    if (!record || field->kind != FIELD_TEXT) return;
    change->operation = CHANGE_EDIT;
    change->mask = FIELD_BIT(field->number);
    chance_field(chance, field, &other);
    const struct bytes *to = field_bytes_of(field, &other);
    const struct bytes *from =
        chance_one_in(chance, 20) ? to : field_bytes_of(field, &record->body);
    *field_bytes(field, &change->body) = text_difference(from, to);
    body_drop(change->type, &other, ALL_FIELDS);
}

static struct change some_change(struct chance *chance, const struct state *state)
{
    struct change change;
    memset(&change, 0, sizeof change);
    change.type = (enum record_type)(1 + chance_below(chance, RECORD_TYPES));
    change.operation = (enum change_operation)(1 + chance_below(chance, CHANGE_OPERATIONS));
    change.id = 1 + chance_below(chance, 12);
    if (change.operation == CHANGE_EDIT) some_edit(chance, state, &change);
    if (change.operation == CHANGE_EDIT) return change;
    bool fits = change.operation == CHANGE_PUT || state_get(state, change.type, change.id);
    if (!fits && !chance_one_in(chance, 10)) change.operation = CHANGE_PUT;
    const struct schema_type *type = schema_record(change.type);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (change.operation == CHANGE_PATCH && chance_one_in(chance, 2)) continue;
        if (change.operation == CHANGE_DROP) continue;
        chance_field(chance, field, &change.body);
        if (change.operation == CHANGE_PATCH) change.mask |= FIELD_BIT(field->number);
    }
    return change;
}

/* Made against a state that goes along, so that most of its changes fit. */
static struct entry some_entry(struct chance *chance, const struct state *state, uint64_t seq)
{
    struct entry entry = {.seq = seq,
                          .actor = chance_below(chance, 2),
                          .client = chance_below(chance, 2 * COUNTERS_KEPT)};
    entry.counter = entry.client ? 1 + chance_below(chance, 100) : 0;
    struct state *ahead = state_copy(state);
    for (size_t count = chance_below(chance, MOST_CHANGES + 1); count; count--) {
        struct change change = some_change(chance, ahead);
        changes_add(&entry.changes, &change);
        state_apply(ahead, &change, NULL);
        change_clear(&change);
    }
    state_free(ahead);
    return entry;
}

struct walk {
    struct state *state;
    struct state *before[ENTRIES];
    struct undo undo[ENTRIES];
    size_t count, damaged, forgotten;
};

static void go_on(struct walk *walk, struct chance *chance)
{
    struct entry entry = some_entry(chance, walk->state, walk->count + 1);
    struct state *before = state_copy(walk->state);
    if (state_apply_entry(walk->state, &entry, &walk->undo[walk->count], NULL)) {
        walk->forgotten += walk->undo[walk->count].forgotten.client != 0;
        walk->before[walk->count++] = before;
        assert_int_equal(counters_find(state_counters(walk->state), entry.actor, entry.client).seq,
                         entry.client ? entry.seq : 0);
    } else {
        walk->damaged++;
        assert_true(state_equal(walk->state, before));
        state_free(before);
    }
    entry_clear(&entry);
}

static void go_back(struct walk *walk)
{
    walk->count--;
    state_undo(walk->state, &walk->undo[walk->count]);
    assert_true(state_equal(walk->state, walk->before[walk->count]));
    state_free(walk->before[walk->count]);
}

static void walk_to_and_fro(struct chance *chance)
{
    struct walk walk = {.state = state_new()};
    while (walk.count < ENTRIES)
        if (walk.count && chance_one_in(chance, 4)) go_back(&walk);
        else go_on(&walk, chance);
    assert_in_range(walk.damaged, 1, ENTRIES);
    assert_true(walk.forgotten);
    while (walk.count) go_back(&walk);
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        assert_int_equal(state_count(walk.state, type), 0);
    state_free(walk.state);
}

static void what_was_applied_can_be_taken_back(void **unused)
{
    (void)unused;
    chance_each(10, walk_to_and_fro);
}

/* What the walk relies on. */
static void states_that_differ_are_not_equal(void **unused)
{
    (void)unused;
    struct state *one = state_new(), *other = state_new();
    assert_true(apply(one, board_change(CHANGE_PUT, 5, "Mur"), NULL));
    assert_false(state_equal(one, other));
    assert_false(state_equal(other, one));
    assert_true(apply(other, board_change(CHANGE_PUT, 5, "Tableau"), NULL));
    assert_false(state_equal(one, other));
    assert_true(apply(other, board_change(CHANGE_PATCH, 5, "Mur"), NULL));
    assert_true(state_equal(one, other));
    state_keep_counter(one, &(struct counter){.person = 1, .client = 7, .counter = 1, .seq = 1});
    assert_false(state_equal(one, other));
    assert_false(state_equal(other, one));
    state_free(one);
    state_free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_state_has_nothing),
        cmocka_unit_test(a_change_and_its_inverse),
        cmocka_unit_test(a_patch_leaves_the_other_fields),
        cmocka_unit_test(a_put_replaces_the_whole_record),
        cmocka_unit_test(a_walk_meets_every_record_once),
        cmocka_unit_test(types_do_not_share_ids),
        cmocka_unit_test(a_damaged_change_does_nothing),
        cmocka_unit_test(a_damaged_entry_does_nothing),
        cmocka_unit_test(an_entry_is_applied_noted_and_told),
        cmocka_unit_test(P7_an_edit_changes_one_text),
        cmocka_unit_test(P7_an_edit_that_does_not_fit_changes_nothing),
        cmocka_unit_test(what_was_applied_can_be_taken_back),
        cmocka_unit_test(states_that_differ_are_not_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
