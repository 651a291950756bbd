/* A key is a record whose id follows from its digest, so that looking one up costs no search; the
 * whole digest is compared, since an id is only its first bits.
 *
 *   key ──▶ link ──▶ role of a guest
 *    └────▶ person ─▶ role, groups
 */
#include "core/access.h"

#include "base/bytes.h"
#include "core/state.h"

enum { HAND = 40 }; /* board units around a card */

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

/* A hand on an unsigned card, or at its edge, is as good as a signature. */
static bool is_at(const struct card *card, int64_t x, int64_t y)
{
    return x >= card->x - HAND && x <= card->x + card->width + HAND && y >= card->y - HAND &&
           y <= card->y + card->height + HAND;
}

static bool is_at_unsigned(const struct state *state, uint64_t board, int64_t x, int64_t y)
{
    for (size_t i = 0; i < state_count(state, RECORD_AUTHORSHIP); i++) {
        const struct card *card = state_card(state, state_at(state, RECORD_AUTHORSHIP, i)->id);
        if (card && card->board == board && is_at(card, x, y)) return true;
    }
    return false;
}

bool access_may_hint(const struct state *state, uint64_t board, uint64_t card, int64_t x, int64_t y)
{
    const struct board *where = state_board(state, board);
    if (!where) return false;
    if (!card) return !where->veiled && !is_at_unsigned(state, board, x, y);
    const struct record *record = state_get(state, RECORD_CARD, card);
    return record && !record->body.card.anonymous &&
           scope_of(RECORD_CARD, &record->body).kind == SCOPE_EVERYONE;
}
