#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/check.h"
#include "core/state.h"
#include "live/parts.h"
#include "support/unpacked.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/frame.h"

enum { PAUL = 11, SEQ = 40, MARK = 4711, NOW = 5000, CARDS = 4000 };

static const struct viewer animator = {.person = 12, .role = ROLE_ANIMATOR};
static const struct viewer paul = {.person = PAUL, .role = ROLE_PARTICIPANT};
static const struct viewer guest = {.role = ROLE_PARTICIPANT};

static void put(struct state *state, enum record_type type, uint64_t id)
{
    struct change put = {.operation = CHANGE_PUT, .type = type, .id = id};
    assert_true(state_apply(state, &put, NULL));
}

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
    struct frame *frames[64];
    size_t frame_count, record_count, packed_count;
    int64_t coming, door; /* as announced; -1 when nothing was */
    bool ended;
};

static bool is_packed(const struct frame *frame)
{
    struct cursor cursor = cursor_new(frame->data, frame->length);
    struct message message;
    assert_true(decode_next_message(&cursor, &message));
    bool packed = message.type == MESSAGE_PACKED;
    message_clear(&message);
    return packed;
}

static void take_coming(struct given *given, const struct message_coming *coming)
{
    assert_int_equal(given->frame_count, 0);
    given->coming = coming->parts;
    given->door = coming->door;
}

static void take_part(struct given *given, const struct message_snapshot *part, struct frame *frame)
{
    bool packed = is_packed(frame);
    assert_int_equal(part->seq, packed ? 0 : SEQ);
    assert_int_equal(part->mark, packed ? 0 : MARK);
    given->packed_count += packed;
    given->record_count += part->changes.count;
    given->ended = part->last;
    given->frames[given->frame_count++] = frame_keep(frame);
}

static void take(void *context, struct frame *frame)
{
    struct given *given = context;
    struct cursor cursor = cursor_new(frame->data, frame->length);
    struct message message;
    assert_false(given->ended);
    assert_true(unpacked_next(&cursor, &message));
    if (message.type == MESSAGE_COMING) {
        take_coming(given, &message.body.coming);
    } else {
        assert_int_equal(message.type, MESSAGE_SNAPSHOT);
        take_part(given, &message.body.snapshot, frame);
    }
    message_clear(&message);
}

static struct given give_at(struct parts *parts, const struct state *state, uint64_t seq,
                            const struct viewer *viewer, struct packing *packing)
{
    struct given given = {.coming = -1};
    struct packing none = {0};
    const struct part_reader reader = {viewer, packing != NULL, take, &given};
    parts_each(parts, state, (struct point){seq, MARK}, packing ? packing : &none, NOW, &reader);
    assert_true(given.ended);
    if (given.coming >= 0) assert_int_equal(given.coming, given.frame_count - 1);
    return given;
}

static struct given give(struct parts *parts, const struct state *state,
                         const struct viewer *viewer)
{
    return give_at(parts, state, SEQ, viewer, NULL);
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
    for (size_t i = 0; i < given.frame_count; i++) assert_true(given.frames[i]->length < 32000);
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

/* ---- packed ---- */

/* A wall of cards, with its workshop and somebody on the roll. */
static struct state *wall(void)
{
    struct state *state = state_new();
    for (uint64_t id = 1; id <= CARDS; id++) {
        char text[128];
        snprintf(text, sizeof text, "La cantine %d commande à la criée, le mardi, par la goélette",
                 (int)id);
        struct bytes *bytes = bytes_from(text);
        put_card(state, id * 7919, (struct scope){SCOPE_EVERYONE, 0}, bytes);
        bytes_drop(bytes);
    }
    put(state, RECORD_PERSON, PAUL);
    put(state, RECORD_WORKSHOP, 77);
    return state;
}

static size_t bytes_of(const struct given *given)
{
    size_t bytes = 0;
    for (size_t i = 0; i < given->frame_count; i++) bytes += given->frames[i]->length;
    return bytes;
}

static void p8_who_unpacks_is_sent_far_fewer_bytes(void **unused)
{
    (void)unused;
    struct state *state = wall();
    struct parts parts = {0};
    struct packing packing = {0};
    struct given plain = give(&parts, state, &guest);
    struct given packed = give_at(&parts, state, SEQ, &guest, &packing);
    assert_int_equal(plain.packed_count, 0);
    assert_int_equal(plain.coming, -1);
    assert_int_equal(packed.packed_count, packed.frame_count - 1);
    assert_int_equal(packed.record_count, plain.record_count);
    assert_true(bytes_of(&packed) * 4 < bytes_of(&plain));
    given_drop(&plain);
    given_drop(&packed);
    parts_clear(&parts);
    state_free(state);
}

static void p9_the_door_comes_first_in_a_message_of_its_own(void **unused)
{
    (void)unused;
    struct state *state = wall();
    struct parts parts = {0};
    struct packing packing = {0};
    struct given given = give_at(&parts, state, SEQ, &guest, &packing);
    assert_int_equal(given.door, 1);
    assert_true(given.frames[0]->ends_message);
    assert_true(given.frames[0]->length < 200);
    for (size_t i = 1; i < given.frame_count; i++) assert_false(given.frames[i]->ends_message);
    given_drop(&given);
    parts_clear(&parts);
    state_free(state);
}

static void p9_where_little_follows_the_door_needs_no_message_of_its_own(void **unused)
{
    (void)unused;
    struct state *state = mixed();
    struct parts parts = {0};
    struct packing packing = {0};
    put(state, RECORD_WORKSHOP, 77);
    struct given few = give_at(&parts, state, SEQ, &guest, &packing);
    assert_int_equal(few.door, 1);
    assert_false(few.frames[0]->ends_message);
    for (uint64_t id = 100; id < 1100; id++)
        put_card(state, id, (struct scope){SCOPE_EVERYONE, 0}, NULL);
    parts.valid = false; /* another position, in a test that knows one only */
    struct given many = give_at(&parts, state, SEQ, &guest, &packing);
    assert_true(many.frames[0]->ends_message);
    given_drop(&few);
    given_drop(&many);
    parts_clear(&parts);
    state_free(state);
}

/* How many of the frames the other one has too. */
static size_t shared(const struct given *one, const struct given *other)
{
    size_t count = 0;
    for (size_t i = 0; i < one->frame_count; i++)
        for (size_t j = 0; j < other->frame_count; j++) count += one->frames[i] == other->frames[j];
    return count;
}

static void p8_what_did_not_change_is_not_compressed_again(void **unused)
{
    (void)unused;
    struct state *state = wall();
    struct parts parts = {0};
    struct packing packing = {0};
    struct given before = give_at(&parts, state, SEQ, &guest, &packing);
    struct given again = give_at(&parts, state, SEQ, &guest, &packing);
    assert_int_equal(shared(&before, &again), before.packed_count);
    packing = (struct packing){0};
    put_card(state, 7919 * 900, (struct scope){SCOPE_EVERYONE, 0}, NULL);
    put_card(state, 7919 * CARDS + 1, (struct scope){SCOPE_EVERYONE, 0}, NULL);
    parts.valid = false; /* another position, in a test that knows one only */
    struct given after = give_at(&parts, state, SEQ, &guest, &packing);
    assert_true(before.packed_count >= 3);
    assert_true(shared(&before, &after) + 2 >= before.packed_count);
    assert_true(packing.bytes <= 2 * 241 * 1024);
    given_drop(&before);
    given_drop(&again);
    given_drop(&after);
    parts_clear(&parts);
    state_free(state);
}

static void p8_what_is_ones_own_goes_plain(void **unused)
{
    (void)unused;
    struct state *state = mixed();
    struct parts parts = {0};
    struct packing packing = {0};
    struct given given = give_at(&parts, state, SEQ, &paul, &packing);
    assert_int_equal(given.record_count, 3);
    assert_int_equal(given.packed_count, 1);
    given_drop(&given);
    parts_clear(&parts);
    state_free(state);
}

static void p8_a_server_that_compressed_much_of_late_sends_plain(void **unused)
{
    (void)unused;
    struct state *state = wall();
    struct parts parts = {0};
    struct packing busy = {.window = NOW / 250, .bytes = 400 << 10}, later = {0};
    struct given given = give_at(&parts, state, SEQ, &guest, &busy);
    assert_true(given.packed_count < given.frame_count / 2);
    assert_int_equal(given.record_count, CARDS + 2);
    struct given whole = give_at(&parts, state, SEQ, &guest, &later);
    assert_int_equal(whole.packed_count, whole.frame_count - 1);
    given_drop(&given);
    given_drop(&whole);
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
        cmocka_unit_test(p8_who_unpacks_is_sent_far_fewer_bytes),
        cmocka_unit_test(p9_the_door_comes_first_in_a_message_of_its_own),
        cmocka_unit_test(p9_where_little_follows_the_door_needs_no_message_of_its_own),
        cmocka_unit_test(p8_what_did_not_change_is_not_compressed_again),
        cmocka_unit_test(p8_what_is_ones_own_goes_plain),
        cmocka_unit_test(p8_a_server_that_compressed_much_of_late_sends_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
