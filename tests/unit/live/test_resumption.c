#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/state.h"
#include "live/resumption.h"
#include "live/tail.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/frame.h"

enum { PAUL = 11, CARD = 31, MARK = 4711 };

static const struct viewer animator = {.person = 12, .role = ROLE_ANIMATOR};
static const struct viewer paul = {.person = PAUL, .role = ROLE_PARTICIPANT};
static const struct viewer guest = {.role = ROLE_PARTICIPANT};
static const struct viewer screen = {.role = ROLE_SCREEN};

struct ground {
    struct state *state;
    struct tail tail;
    struct resumptions resumptions;
    uint64_t seq;
};

/* An entry that everybody who was there has been told of. */
static void happen(struct ground *ground, const struct change *change)
{
    struct entry entry = {.seq = ++ground->seq,
                          .changes = {.items = (struct change *)change, .count = 1}};
    struct tellings tellings;
    assert_true(state_apply_entry(ground->state, &entry, NULL, &tellings));
    resumptions_clear(&ground->resumptions);
    tail_add(&ground->tail, ground->seq, &tellings, NULL);
    tail_told(&ground->tail, ground->seq);
}

/* A card of this number in this scope. */
static void put_card(struct ground *ground, uint64_t number, struct scope scope)
{
    struct change put = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = CARD + number};
    scope_to_fields(scope, &put.body.card.audience, &put.body.card.holder);
    happen(ground, &put);
}

static struct ground ground_with(uint64_t cards)
{
    struct ground ground = {.state = state_new()};
    for (uint64_t i = 0; i < cards; i++) put_card(&ground, i, (struct scope){SCOPE_EVERYONE, 0});
    return ground;
}

static void ground_clear(struct ground *ground)
{
    resumptions_clear(&ground->resumptions);
    tail_reset(&ground->tail, &(struct journal_position){0});
    state_free(ground->state);
}

static struct frame *come_back(struct ground *ground, uint64_t after, const struct viewer *viewer)
{
    struct point end = {ground->seq, MARK};
    return resumptions_frame(&ground->resumptions, &ground->tail, ground->state, after, end,
                             viewer);
}

/* One changes message from there to the end, with so many changes. */
static void assert_told(struct ground *ground, uint64_t after, const struct viewer *viewer,
                        size_t count)
{
    const struct frame *frame = come_back(ground, after, viewer);
    struct cursor cursor = cursor_new(frame->data, frame->length);
    struct message message;
    assert_true(decode_next_message(&cursor, &message));
    assert_int_equal(cursor_left(&cursor), 0);
    assert_int_equal(message.type, MESSAGE_CHANGES);
    assert_int_equal(message.body.changes.after, after);
    assert_int_equal(message.body.changes.seq, ground->seq);
    assert_int_equal(message.body.changes.mark, MARK);
    assert_int_equal(message.body.changes.changes.count, count);
    message_clear(&message);
}

static void p5_each_is_told_from_where_they_were(void **unused)
{
    (void)unused;
    struct ground ground = ground_with(10);
    put_card(&ground, 10, (struct scope){SCOPE_ANIMATORS, 0});
    for (uint64_t after = 0; after < ground.seq; after++) {
        assert_told(&ground, after, &guest, 10 - after);
        assert_told(&ground, after, &animator, 11 - after);
    }
    ground_clear(&ground);
}

static void p6_those_who_come_back_from_one_place_share_a_frame(void **unused)
{
    (void)unused;
    struct ground ground = ground_with(10);
    put_card(&ground, 10, (struct scope){SCOPE_PERSON, PAUL});
    const struct frame *frame = come_back(&ground, 3, &guest);
    assert_ptr_not_equal(come_back(&ground, 3, &paul), frame);
    for (uint64_t after = 4; after < 3 + RESUMPTIONS_MOST; after++)
        assert_ptr_not_equal(come_back(&ground, after, &guest), frame);
    assert_ptr_equal(come_back(&ground, 3, &screen), frame);
    assert_told(&ground, 9, &guest, 1);
    assert_told(&ground, 3, &guest, 7);
    ground_clear(&ground);
}

/* What is shared is never what was. */
static void p4_after_another_entry_it_is_another_difference(void **unused)
{
    (void)unused;
    struct ground ground = ground_with(4);
    assert_told(&ground, 2, &guest, 2);
    put_card(&ground, 4, (struct scope){SCOPE_EVERYONE, 0});
    assert_told(&ground, 2, &guest, 3);
    struct change drop = {.operation = CHANGE_DROP, .type = RECORD_CARD, .id = CARD + 4};
    happen(&ground, &drop);
    assert_told(&ground, 2, &guest, 2);
    assert_told(&ground, 5, &guest, 1);
    ground_clear(&ground);
}

/* More audiences than a mask has bits: everybody their own, and no more than one is kept. */
static void s2_with_too_many_audiences_nothing_leaks(void **unused)
{
    (void)unused;
    struct ground ground = ground_with(1);
    for (uint64_t i = 0; i <= AUDIENCES_MOST; i++)
        put_card(&ground, 1 + i, (struct scope){SCOPE_PERSON, PAUL + i});
    for (uint64_t i = 0; i <= AUDIENCES_MOST; i++) {
        struct viewer viewer = {.person = PAUL + i, .role = ROLE_PARTICIPANT};
        assert_told(&ground, 0, &viewer, 2);
    }
    assert_told(&ground, 0, &guest, 1);
    assert_int_equal(ground.resumptions.items[0].audiences.frame_count, 1);
    ground_clear(&ground);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p5_each_is_told_from_where_they_were),
        cmocka_unit_test(p6_those_who_come_back_from_one_place_share_a_frame),
        cmocka_unit_test(p4_after_another_entry_it_is_another_difference),
        cmocka_unit_test(s2_with_too_many_audiences_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
