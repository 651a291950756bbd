#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/check.h"
#include "core/state.h"
#include "live/parts.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/frame.h"

enum { PAUL = 11, SEQ = 40 };

static const struct viewer animator = {.person = 12, .role = ROLE_ANIMATOR};
static const struct viewer paul = {.person = PAUL, .role = ROLE_PARTICIPANT};
static const struct viewer guest = {.role = ROLE_PARTICIPANT};

static void put_card(struct state *state, uint64_t id, struct scope scope, struct bytes *text)
{
    struct record card = {.id = id, .type = RECORD_CARD};
    scope_to_fields(scope, &card.body.card.audience, &card.body.card.holder);
    card.body.card.text = text;
    struct change put = {.operation = CHANGE_PUT, .type = RECORD_CARD, .id = id, .body = card.body};
    assert_true(state_apply(state, &put, NULL));
}

/* Two for everyone, one for animators, one for Paul. */
static struct state *mixed(void)
{
    struct state *state = state_new();
    put_card(state, 1, (struct scope){SCOPE_EVERYONE, 0}, NULL);
    put_card(state, 2, (struct scope){SCOPE_EVERYONE, 0}, NULL);
    put_card(state, 3, (struct scope){SCOPE_ANIMATORS, 0}, NULL);
    put_card(state, 4, (struct scope){SCOPE_PERSON, PAUL}, NULL);
    return state;
}

/* What a viewer was given. */
struct given {
    struct frame *frames[16];
    size_t frame_count, record_count;
    bool ended;
};

static void take(void *context, struct frame *frame)
{
    struct given *given = context;
    struct cursor cursor = cursor_new(frame->data, frame->length);
    struct message message;
    assert_false(given->ended);
    assert_true(decode_next_message(&cursor, &message));
    assert_int_equal(message.type, MESSAGE_SNAPSHOT);
    assert_int_equal(message.body.snapshot.seq, SEQ);
    given->record_count += message.body.snapshot.changes.count;
    given->ended = message.body.snapshot.last;
    given->frames[given->frame_count++] = frame_keep(frame);
    message_clear(&message);
}

static struct given give(struct parts *parts, const struct state *state,
                         const struct viewer *viewer)
{
    struct given given = {0};
    parts_each(parts, state, SEQ, viewer, take, &given);
    assert_true(given.ended);
    return given;
}

static void given_drop(struct given *given)
{
    for (size_t i = 0; i < given->frame_count; i++) frame_drop(given->frames[i]);
}

static void each_is_given_what_they_may_see(void **unused)
{
    (void)unused;
    struct state *state = mixed();
    struct parts parts = {0};
    struct given to_guest = give(&parts, state, &guest);
    struct given to_paul = give(&parts, state, &paul);
    struct given to_animator = give(&parts, state, &animator);
    assert_int_equal(to_guest.record_count, 2);
    assert_int_equal(to_paul.record_count, 3);
    assert_int_equal(to_animator.record_count, 3);
    given_drop(&to_guest);
    given_drop(&to_paul);
    given_drop(&to_animator);
    parts_clear(&parts);
    state_free(state);
}

static void p3_what_many_see_is_encoded_once(void **unused)
{
    (void)unused;
    struct state *state = mixed();
    struct parts parts = {0};
    struct given to_guest = give(&parts, state, &guest);
    struct given to_animator = give(&parts, state, &animator);
    assert_ptr_equal(to_guest.frames[0], to_animator.frames[0]);
    /* Whatever its position says, the state may have become another one. */
    parts_clear(&parts);
    struct given anew = give(&parts, state, &guest);
    assert_ptr_not_equal(anew.frames[0], to_guest.frames[0]);
    given_drop(&to_guest);
    given_drop(&to_animator);
    given_drop(&anew);
    parts_clear(&parts);
    state_free(state);
}

static void p3_much_comes_in_several_parts(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct parts parts = {0};
    char *zeros = allocate_zero(3000, 1);
    struct bytes *text = bytes_new(zeros, 3000);
    for (uint64_t id = 1; id <= 40; id++)
        put_card(state, id, (struct scope){SCOPE_EVERYONE, 0}, text);
    struct given given = give(&parts, state, &guest);
    assert_int_equal(given.record_count, 40);
    assert_true(given.frame_count > 3);
    for (size_t i = 0; i < given.frame_count; i++) assert_true(given.frames[i]->length < 64000);
    given_drop(&given);
    parts_clear(&parts);
    bytes_drop(text);
    free(zeros);
    state_free(state);
}

static void an_empty_state_has_an_end_only(void **unused)
{
    (void)unused;
    struct state *state = state_new();
    struct parts parts = {0};
    struct given given = give(&parts, state, &animator);
    assert_int_equal(given.frame_count, 1);
    given_drop(&given);
    parts_clear(&parts);
    state_free(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_given_what_they_may_see),
        cmocka_unit_test(p3_what_many_see_is_encoded_once),
        cmocka_unit_test(p3_much_comes_in_several_parts),
        cmocka_unit_test(an_empty_state_has_an_end_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
