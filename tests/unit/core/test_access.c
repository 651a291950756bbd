/* What keys give, what changes it, and what may be hinted at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/access.h"
#include "support/scene.h"

static struct bytes *digest_of(const char *word)
{
    char digest[32] = {0};
    memcpy(digest, word, strlen(word));
    return bytes_new(digest, sizeof digest);
}

/* What the key that the notation calls by this word gives. */
static bool look_up(const struct scene *scene, const char *word, struct access *access)
{
    struct bytes *digest = digest_of(word);
    bool known = access_of(scene->state, digest, access);
    bytes_drop(digest);
    return known;
}

static uint64_t id_of(struct scene *scene, const char *word)
{
    return notation_id(&scene->notation, word);
}

/* ---- keys ---- */

static void H14_a_links_key_makes_a_guest_of_its_role(void **state)
{
    struct scene *scene = *state;
    struct access access;
    assert_true(look_up(scene, "animators_key", &access));
    assert_int_equal(access.viewer.person, 0);
    assert_int_equal(access.viewer.role, ROLE_ANIMATOR);
    assert_null(access.viewer.groups);
    assert_int_equal(access.invitation, id_of(scene, "animator_link"));
}

static void H14_a_persons_key_makes_them_who_they_are(void **state)
{
    struct scene *scene = *state;
    struct access access;
    scene_given(scene, "person paul name=Paul role=facilitator groups=north");
    assert_true(look_up(scene, "paul_key", &access));
    assert_int_equal(access.viewer.person, id_of(scene, "paul"));
    assert_int_equal(access.viewer.role, ROLE_FACILITATOR);
    assert_true(bytes_has_id(access.viewer.groups, id_of(scene, "north")));
    assert_int_equal(access.invitation, id_of(scene, "participant_link"));
}

static void H12_a_key_that_is_not_known_gives_nothing(void **state)
{
    struct scene *scene = *state;
    struct access access;
    assert_false(look_up(scene, "nobodys", &access));
    /* An id is only the first bits of a digest. */
    assert_false(look_up(scene, "paul_keyhole", &access));
    assert_int_equal(access.viewer.person, 0);
    assert_int_equal(access.invitation, 0);
}

static void C23_a_key_gives_nothing_when_its_link_or_its_person_is_gone(void **state)
{
    struct scene *scene = *state;
    struct access access;
    scene_given(scene, "key lost digest=lost_key invitation=no_link");
    assert_false(look_up(scene, "lost_key", &access));
    scene_given(scene, "key late digest=late_key invitation=participant_link person=nobody");
    assert_false(look_up(scene, "late_key", &access));
}

static void a_keys_id_follows_from_its_digest(void **state)
{
    (void)state;
    static const unsigned char bits[32] = {0xff, 1, 2, 3, 4, 5, 6, 7};
    struct bytes *digest = bytes_new(bits, sizeof bits);
    assert_int_equal(key_id(digest), 0x1f010203040506);
    bytes_drop(digest);
    digest = bytes_new((unsigned char[32]){0}, 32);
    assert_int_equal(key_id(digest), 0);
    bytes_drop(digest);
}

/* ---- what changes it ---- */

static bool changes_access(enum record_type type, enum change_operation operation, uint64_t mask)
{
    struct change change = {.type = type, .operation = operation, .mask = mask};
    return access_changes(&change);
}

static void H15_access_changes_with_keys_and_with_who_somebody_is(void **state)
{
    (void)state;
    assert_true(changes_access(RECORD_KEY, CHANGE_DROP, 0));
    assert_true(changes_access(RECORD_PERSON, CHANGE_DROP, 0));
    assert_true(changes_access(RECORD_PERSON, CHANGE_PATCH, FIELD_BIT(PERSON_ROLE)));
    assert_true(changes_access(RECORD_PERSON, CHANGE_PATCH,
                               FIELD_BIT(PERSON_NAME) | FIELD_BIT(PERSON_GROUPS)));
    assert_false(changes_access(RECORD_KEY, CHANGE_PUT, 0));
    assert_false(changes_access(RECORD_PERSON, CHANGE_PUT, 0));
    assert_false(changes_access(RECORD_PERSON, CHANGE_PATCH, FIELD_BIT(PERSON_NAME)));
    assert_false(changes_access(RECORD_CARD, CHANGE_DROP, 0));
}

static void eyes_are_a_person_a_role_and_groups(void **state)
{
    (void)state;
    struct bytes *groups = bytes_from_ids((uint64_t[]){1, 2}, 2);
    struct bytes *equal = bytes_from_ids((uint64_t[]){1, 2}, 2);
    struct viewer paul = {.person = 7, .role = ROLE_PARTICIPANT, .groups = groups}, other = paul;
    other.groups = equal;
    assert_true(same_eyes(&paul, &other));
    other.groups = NULL;
    assert_false(same_eyes(&paul, &other));
    other = paul;
    other.role = ROLE_FACILITATOR;
    assert_false(same_eyes(&paul, &other));
    other = paul;
    other.person = 8;
    assert_false(same_eyes(&paul, &other));
    bytes_drop(groups);
    bytes_drop(equal);
}

/* ---- hints ---- */

static void L2_only_what_everybody_sees_may_be_hinted_at(void **state)
{
    struct scene *scene = *state;
    uint64_t wall = id_of(scene, "wall");
    scene_given(scene, "card open board=wall title=O author=paul audience=everyone");
    scene_given(scene, "card own board=wall title=P author=paul audience=person holder=paul");
    scene_given(scene, "card staff board=wall title=A author=anna audience=animators");
    assert_true(access_may_hint(scene->state, wall, 0, 0, 0));
    assert_true(access_may_hint(scene->state, wall, id_of(scene, "open"), 0, 0));
    assert_false(access_may_hint(scene->state, wall, id_of(scene, "own"), 0, 0));
    assert_false(access_may_hint(scene->state, wall, id_of(scene, "staff"), 0, 0));
    assert_false(access_may_hint(scene->state, wall, id_of(scene, "nothing"), 0, 0));
    assert_false(access_may_hint(scene->state, id_of(scene, "nowhere"), 0, 0, 0));
}

static void C34_whose_hand_is_on_an_unsigned_card_is_not_told(void **state)
{
    struct scene *scene = *state;
    uint64_t wall = id_of(scene, "wall"), shy = id_of(scene, "shy");
    scene_given(scene, "card shy board=wall x=500 y=500 width=200 height=100 anonymous=yes "
                       "audience=everyone");
    scene_given(scene, "authorship shy person=paul");
    assert_false(access_may_hint(scene->state, wall, shy, 500, 500));
    assert_false(access_may_hint(scene->state, wall, 0, 700, 600));
    assert_false(access_may_hint(scene->state, wall, 0, 740, 640));
    assert_true(access_may_hint(scene->state, wall, 0, 741, 550));
    assert_true(access_may_hint(scene->state, wall, 0, 550, 459));
}

static void C32_whose_hand_is_where_under_a_veil_is_not_told(void **state)
{
    struct scene *scene = *state;
    uint64_t wall = id_of(scene, "wall");
    scene_when(scene, "anna", "veil_board board=wall");
    assert_false(access_may_hint(scene->state, wall, 0, 0, 0));
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, scene_setup, scene_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(H14_a_links_key_makes_a_guest_of_its_role),
        SCENE(H14_a_persons_key_makes_them_who_they_are),
        SCENE(H12_a_key_that_is_not_known_gives_nothing),
        SCENE(C23_a_key_gives_nothing_when_its_link_or_its_person_is_gone),
        cmocka_unit_test(a_keys_id_follows_from_its_digest),
        cmocka_unit_test(H15_access_changes_with_keys_and_with_who_somebody_is),
        cmocka_unit_test(eyes_are_a_person_a_role_and_groups),
        SCENE(L2_only_what_everybody_sees_may_be_hinted_at),
        SCENE(C34_whose_hand_is_on_an_unsigned_card_is_not_told),
        SCENE(C32_whose_hand_is_where_under_a_veil_is_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
