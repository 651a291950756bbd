#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "live/audience.h"
#include "live/tail.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/frame.h"

enum { PAUL = 11, CARD = 31, MARK = 4711 };

static const struct viewer animator = {.person = 12, .role = ROLE_ANIMATOR};
static const struct viewer paul = {.person = PAUL, .role = ROLE_PARTICIPANT};
static const struct viewer guest = {.role = ROLE_PARTICIPANT};
static const struct viewer screen = {.role = ROLE_SCREEN};

/* An entry that puts one card into this scope. */
static void add_put(struct tail *tail, uint64_t seq, struct scope scope)
{
    struct record card = {.id = CARD + seq, .type = RECORD_CARD};
    scope_to_fields(scope, &card.body.card.audience, &card.body.card.holder);
    struct change put = {.operation = CHANGE_PUT,
                         .type = RECORD_CARD,
                         .id = card.id,
                         .body = card.body};
    struct tellings tellings = {0};
    tellings_add(&tellings, &put, NULL, &card);
    tail_add(tail, seq, &tellings, bytes_from("stored"));
}

static void add_mixed(struct tail *tail)
{
    add_put(tail, 41, (struct scope){SCOPE_EVERYONE, 0});
    add_put(tail, 42, (struct scope){SCOPE_ANIMATORS, 0});
    add_put(tail, 43, (struct scope){SCOPE_PERSON, PAUL});
}

/* The entries at these places. */
static void look_at(struct audiences *audiences, const struct tail *tail, size_t first, size_t last)
{
    audiences_init(audiences, tail_at(tail, first)->seq - 1,
                   (struct point){tail_at(tail, last)->seq, MARK});
    for (size_t place = first; place <= last; place++)
        audiences_add(audiences, &tail_at(tail, place)->tellings);
}

/* One changes message about the entries after `after` up to seq, with so many changes. */
static void assert_holds(const struct frame *frame, int64_t after, int64_t seq, size_t count)
{
    struct cursor cursor = cursor_new(frame->data, frame->length);
    struct message message;
    assert_true(decode_next_message(&cursor, &message));
    assert_int_equal(cursor_left(&cursor), 0);
    assert_int_equal(message.type, MESSAGE_CHANGES);
    assert_int_equal(message.body.changes.after, after);
    assert_int_equal(message.body.changes.seq, seq);
    assert_int_equal(message.body.changes.mark, MARK);
    assert_int_equal(message.body.changes.changes.count, count);
    message_clear(&message);
}

static void each_is_told_what_they_may_see(void **unused)
{
    (void)unused;
    struct tail tail = {.base = 40};
    struct audiences audiences;
    add_mixed(&tail);
    look_at(&audiences, &tail, 0, 2);
    assert_holds(audiences_frame(&audiences, &animator), 40, 43, 2);
    assert_holds(audiences_frame(&audiences, &paul), 40, 43, 2);
    assert_holds(audiences_frame(&audiences, &guest), 40, 43, 1);
    audiences_clear(&audiences);
    look_at(&audiences, &tail, 1, 1);
    assert_holds(audiences_frame(&audiences, &animator), 41, 42, 1);
    assert_holds(audiences_frame(&audiences, &paul), 41, 42, 0);
    audiences_clear(&audiences);
    tail_reset(&tail, &(struct journal_position){0});
}

static void p6_those_who_see_the_same_share_a_frame(void **unused)
{
    (void)unused;
    struct tail tail = {.base = 40};
    struct audiences audiences;
    struct viewer other = {.person = 13, .role = ROLE_ANIMATOR};
    add_mixed(&tail);
    look_at(&audiences, &tail, 0, 2);
    assert_ptr_equal(audiences_frame(&audiences, &guest), audiences_frame(&audiences, &screen));
    assert_ptr_equal(audiences_frame(&audiences, &animator), audiences_frame(&audiences, &other));
    assert_ptr_not_equal(audiences_frame(&audiences, &guest), audiences_frame(&audiences, &paul));
    audiences_clear(&audiences);
    tail_reset(&tail, &(struct journal_position){0});
}

/* More audiences than a mask has bits. */
static void with_too_many_audiences_nothing_is_shared_and_nothing_leaks(void **unused)
{
    (void)unused;
    struct tail tail = {0};
    struct audiences audiences;
    for (uint64_t i = 0; i <= AUDIENCES_MOST; i++)
        add_put(&tail, i + 1, (struct scope){SCOPE_PERSON, PAUL + i});
    look_at(&audiences, &tail, 0, AUDIENCES_MOST);
    assert_true(audiences.too_many);
    for (uint64_t i = 0; i <= AUDIENCES_MOST; i++) {
        struct viewer viewer = {.person = PAUL + i, .role = ROLE_PARTICIPANT};
        assert_holds(audiences_frame(&audiences, &viewer), 0, AUDIENCES_MOST + 1, 1);
    }
    assert_holds(audiences_frame(&audiences, &guest), 0, AUDIENCES_MOST + 1, 0);
    audiences_clear(&audiences);
    tail_reset(&tail, &(struct journal_position){0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_told_what_they_may_see),
        cmocka_unit_test(p6_those_who_see_the_same_share_a_frame),
        cmocka_unit_test(with_too_many_audiences_nothing_is_shared_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
