#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "core/changes.h"
#include "core/telling.h"
#include "support/parts.h"

enum { PAUL = 11, ANNA = 12, NORTH = 21, SOUTH = 22, CARD = 31 };

/* Where a card is before and after; no card at all where kind is GONE. */
enum { GONE = SCOPE_SEALED + 1 };

/* The scopes a card can be in, and who sees them: a guest, Anna who animates, Paul in the north. */
static const struct place {
    struct scope scope;
    bool seen[3];
} places[] = {
    {{SCOPE_EVERYONE, 0}, {true, true, true}},
    {{SCOPE_ANIMATORS, 0}, {false, true, false}},
    {{SCOPE_PERSON, PAUL}, {false, false, true}},
    {{SCOPE_PERSON, ANNA}, {false, true, false}},
    {{SCOPE_GROUP, NORTH}, {false, false, true}},
    {{SCOPE_GROUP, SOUTH}, {false, false, false}},
    {{SCOPE_SEALED, 0}, {false, false, false}},
    {{(enum scope_kind)GONE, 0}, {false, false, false}},
};
enum { PLACES = sizeof places / sizeof *places };

static bool is_there(const struct place *place)
{
    return (unsigned)place->scope.kind != GONE;
}

static struct record card_at(const struct place *place)
{
    struct record record = {.id = CARD, .type = RECORD_CARD};
    if (is_there(place) && place->scope.kind != SCOPE_SEALED)
        scope_to_fields(place->scope, &record.body.card.audience, &record.body.card.holder);
    record.body.card.x = 7;
    return record;
}

/* The change that leads from one to the other: a put, a patch of all that moves it, or a drop. */
static struct change change_between(const struct place *from, const struct place *to)
{
    struct record record = card_at(to);
    struct change change = {.type = RECORD_CARD, .id = CARD, .body = record.body};
    change.operation = !is_there(to) ? CHANGE_DROP : is_there(from) ? CHANGE_PATCH : CHANGE_PUT;
    if (change.operation == CHANGE_PATCH)
        change.mask = FIELD_BIT(CARD_AUDIENCE) | FIELD_BIT(CARD_HOLDER);
    return change;
}

static struct tellings tell(const struct place *from, const struct place *to)
{
    struct tellings tellings = {0};
    struct change change = change_between(from, to);
    struct record after = card_at(to);
    tellings_add(&tellings, &change, is_there(from) ? &from->scope : NULL,
                 is_there(to) ? &after : NULL);
    return tellings;
}

/* The one change somebody is told, or NULL. Nobody is told twice. */
static const struct change *told(const struct tellings *tellings, const struct viewer *viewer)
{
    const struct change *told = NULL;
    for (size_t i = 0; i < tellings->count; i++) {
        if (!telling_admits(&tellings->items[i], viewer)) continue;
        assert_null(told);
        told = &tellings->items[i].change;
    }
    return told;
}

/* What somebody must be told who saw it or not, and now sees it or not. */
static void check(const struct place *from, const struct place *to, size_t who,
                  const struct change *change)
{
    bool stays = is_there(from) && is_there(to) && scope_equal(from->scope, to->scope);
    if (!from->seen[who] && !to->seen[who]) {
        assert_null(change);
        return;
    }
    assert_non_null(change);
    assert_int_equal(change->id, CARD);
    if (!to->seen[who]) assert_int_equal(change->operation, CHANGE_DROP);
    else if (stays) assert_int_equal(change->operation, CHANGE_PATCH);
    else assert_int_equal(change->operation, CHANGE_PUT);
    if (change->operation == CHANGE_PUT) assert_int_equal(change->body.card.x, 7);
}

static void S5_every_move_from_scope_to_scope(void **state)
{
    (void)state;
    uint64_t group = NORTH;
    struct bytes *groups = bytes_from_ids(&group, 1);
    const struct viewer viewers[3] = {{0, ROLE_PARTICIPANT, NULL},
                                      {ANNA, ROLE_ANIMATOR, NULL},
                                      {PAUL, ROLE_PARTICIPANT, groups}};
    for (size_t from = 0; from < PLACES; from++)
        for (size_t to = 0; to < PLACES; to++) {
            if (!is_there(&places[from]) && !is_there(&places[to])) continue;
            struct tellings tellings = tell(&places[from], &places[to]);
            for (size_t who = 0; who < 3; who++)
                check(&places[from], &places[to], who, told(&tellings, &viewers[who]));
            tellings_clear(&tellings);
        }
    bytes_drop(groups);
}

static void S2_what_is_sealed_is_told_to_nobody(void **state)
{
    (void)state;
    struct record key = {.id = 5, .type = RECORD_KEY};
    struct scope sealed = {SCOPE_SEALED, 0};
    struct change put = {.operation = CHANGE_PUT, .type = RECORD_KEY, .id = 5};
    struct change drop = {.operation = CHANGE_DROP, .type = RECORD_KEY, .id = 5};
    struct tellings tellings = {0};
    tellings_add(&tellings, &put, NULL, &key);
    tellings_add(&tellings, &put, &sealed, &key);
    tellings_add(&tellings, &drop, &sealed, NULL);
    assert_int_equal(tellings.count, 0);
    tellings_clear(&tellings);
}

/* Who sees the text is told what changes in it, and nobody else. */
static void S5_an_edit_is_told_as_an_edit(void **state)
{
    (void)state;
    struct record card = {.id = 5, .type = RECORD_CARD};
    card.body.card.audience = AUDIENCE_ANIMATORS;
    struct scope before = scope_of(RECORD_CARD, &card.body);
    struct change edit = {CHANGE_EDIT, RECORD_CARD, 5, .mask = FIELD_BIT(CARD_TEXT)};
    edit.body.card.text = parts_read("3|+!");
    struct tellings tellings = {0};
    tellings_add(&tellings, &edit, &before, &card);
    assert_int_equal(tellings.count, 1);
    assert_true(change_equal(&tellings.items[0].change, &edit));
    assert_true(scope_equal(tellings.items[0].to, before));
    tellings_clear(&tellings);
    change_clear(&edit);
}

/* The telling lives on when the change and the record are gone. */
static void a_telling_owns_its_words(void **state)
{
    (void)state;
    struct bytes *title = bytes_from("Mur");
    struct record board = {.id = 5, .type = RECORD_BOARD, .body = {.board = {.title = title}}};
    struct change put = {.operation = CHANGE_PUT,
                         .type = RECORD_BOARD,
                         .id = 5,
                         .body = board.body};
    struct tellings tellings = {0};
    tellings_add(&tellings, &put, NULL, &board);
    bytes_drop(title);
    assert_int_equal(tellings.count, 1);
    assert_string_equal(bytes_text(tellings.items[0].change.body.board.title), "Mur");
    tellings_clear(&tellings);
    assert_null(tellings.items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S5_every_move_from_scope_to_scope),
        cmocka_unit_test(S2_what_is_sealed_is_told_to_nobody),
        cmocka_unit_test(S5_an_edit_is_told_as_an_edit),
        cmocka_unit_test(a_telling_owns_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
