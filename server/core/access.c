/* A key is a record whose id follows from its digest, so that looking one up costs no search; the
 * whole digest is compared, since an id is only its first bits.
 *
 *   key ──▶ link ──▶ role of a guest
 *    └────▶ person ─▶ role, groups
 */
#include "core/access.h"

#include "base/bytes.h"
#include "core/state.h"

/* Digests are as random as ids, so the first bits of one serve as the other. */
uint64_t key_id(const struct bytes *digest)
{
    uint64_t id = 0;
    const unsigned char *data = (const unsigned char *)bytes_text(digest);
    for (size_t i = 0; i < 7 && i < bytes_length(digest); i++) id = id << 8 | data[i];
    return id & ((UINT64_C(1) << 53) - 1);
}

bool access_of(const struct state *state, const struct bytes *digest, struct access *access)
{
    *access = (struct access){0};
    const struct record *record = state_get(state, RECORD_KEY, key_id(digest));
    if (!record || !bytes_equal(record->body.key.digest, digest)) return false;
    const struct key *key = &record->body.key;
    const struct invitation *link = state_invitation(state, key->invitation);
    const struct person *person = state_person(state, key->person);
    if (!link || (key->person && !person)) return false;
    access->invitation = key->invitation;
    access->viewer = (struct viewer){.person = key->person,
                                     .role = person ? person->role : link->role,
                                     .groups = person ? person->groups : NULL};
    return true;
}

bool access_changes(const struct change *change)
{
    uint64_t eyes = FIELD_BIT(PERSON_ROLE) | FIELD_BIT(PERSON_GROUPS);
    if (change->type == RECORD_KEY) return change->operation == CHANGE_DROP;
    if (change->type != RECORD_PERSON) return false;
    return change->operation == CHANGE_DROP ||
           (change->operation == CHANGE_PATCH && change->mask & eyes);
}

bool same_eyes(const struct viewer *left, const struct viewer *right)
{
    return left->person == right->person && left->role == right->role &&
           bytes_equal(left->groups, right->groups);
}

bool access_may_hint(const struct state *state, uint64_t board, uint64_t card)
{
    if (!state_board(state, board)) return false;
    if (!card) return true;
    const struct record *record = state_get(state, RECORD_CARD, card);
    return record && scope_of(RECORD_CARD, &record->body).kind == SCOPE_EVERYONE;
}
