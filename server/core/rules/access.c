/* Access links: who holds a key comes in with the role that stands here. */
#include "core/access.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "core/changes.h"
#include "core/decision.h"
#include "core/short_code.h"
#include "core/state.h"

bool decision_put_key(const struct state *state, struct decision *decision,
                      const struct bytes *digest, uint64_t invitation, uint64_t person,
                      unsigned field)
{
    union body body = {
        .key = {.digest = (struct bytes *)digest, .invitation = invitation, .person = person}};
    return decision_put(state, decision, RECORD_KEY, key_id(digest), &body, field);
}

void decide_add_invitation(const struct state *state, const struct command *command,
                           const struct context *context, struct decision *decision)
{
    const struct add_invitation *add = &command->body.add_invitation;
    if (add->role == ROLE_ORGANISER) {
        refuse(decision, REFUSAL_NOT_ALLOWED, ADD_INVITATION_ROLE);
        return;
    }
    union body body = {
        .invitation = {.role = add->role, .number = add->number, .made_at = context->time}};
    if (decision_put(state, decision, RECORD_INVITATION, add->invitation, &body,
                     ADD_INVITATION_INVITATION))
        decision_put_key(state, decision, add->key, add->invitation, 0, ADD_INVITATION_KEY);
}

static bool another_animator_link(const struct state *state, uint64_t but)
{
    struct holders links = state_holders(state, INDEX_INVITATION_ROLE, ROLE_ANIMATOR);
    for (const struct record *link; (link = holders_next(&links));)
        if (link->id != but && !link->body.invitation.revoked_at) return true;
    return false;
}

static void drop_link_keys(const struct state *state, struct decision *decision,
                           uint64_t invitation)
{
    struct holders keys = state_holders(state, INDEX_KEY_INVITATION, invitation);
    for (const struct record *key; (key = holders_next(&keys));)
        if (!key->body.key.person) decision_drop(decision, RECORD_KEY, key->id);
}

/* Whoever came in by the link goes as if taken out one by one. */
static void expel(const struct state *state, struct decision *decision, uint64_t invitation)
{
    struct holders holders = state_holders(state, INDEX_PERSON_INVITATION, invitation);
    uint64_t *people = NULL;
    size_t count = 0, capacity = 0;
    for (const struct record *person; (person = holders_next(&holders));) {
        people = array_room(people, count, &capacity, sizeof *people);
        people[count++] = person->id;
    }
    if (count) decision_remove_people(state, decision, people, count);
    free(people);
}

void decide_edit_invitation(const struct state *state, const struct command *command,
                            const struct context *context, struct decision *decision)
{
    decide_plain(state, command, context, decision);
}

void decide_revoke_invitation(const struct state *state, const struct command *command,
                              const struct context *context, struct decision *decision)
{
    const struct revoke_invitation *revoke = &command->body.revoke_invitation;
    const struct invitation *invitation = state_invitation(state, revoke->invitation);
    if (invitation->revoked_at) {
        refuse(decision, REFUSAL_ALREADY_REVOKED, REVOKE_INVITATION_INVITATION);
        return;
    }
    if (invitation->role == ROLE_ANIMATOR && context->role != ROLE_ORGANISER &&
        !another_animator_link(state, revoke->invitation)) {
        refuse(decision, REFUSAL_LAST_ANIMATOR, REVOKE_INVITATION_INVITATION);
        return;
    }
    union body revoked = {.invitation = {.revoked_at = context->time}};
    decision_patch(decision, RECORD_INVITATION, revoke->invitation,
                   FIELD_BIT(INVITATION_REVOKED_AT), &revoked);
    drop_link_keys(state, decision, revoke->invitation);
    if (revoke->expel) expel(state, decision, revoke->invitation);
}

/* ---- the short code ---- */

/* There is one a workshop, under its own id: a new one takes the old one's place. */
void decide_give_code(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct give_code *give = &command->body.give_code;
    (void)state;
    if (!short_code_is_one(give->code)) {
        refuse(decision, REFUSAL_BAD_CODE, GIVE_CODE_CODE);
        return;
    }
    struct change put = {.operation = CHANGE_PUT,
                         .type = RECORD_SHORT_CODE,
                         .id = give->workshop,
                         .body.short_code = {.code = give->code, .opened_at = context->time}};
    changes_add(&decision->changes, &put);
}

void decide_drop_code(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    uint64_t workshop = command->body.drop_code.workshop;
    (void)context;
    if (state_get(state, RECORD_SHORT_CODE, workshop))
        decision_drop(decision, RECORD_SHORT_CODE, workshop);
}

/* A code that has been given up meanwhile is not the one that is meant. */
void decide_withdraw_code(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    const struct withdraw_code *withdraw = &command->body.withdraw_code;
    const struct record *record = state_get(state, RECORD_SHORT_CODE, withdraw->workshop);
    if (!record || !bytes_equal(record->body.short_code.code, withdraw->code)) return;
    union body withdrawn = {.short_code = {.withdrawn_at = context->time}};
    decision_patch(decision, RECORD_SHORT_CODE, withdraw->workshop,
                   FIELD_BIT(SHORT_CODE_CODE) | FIELD_BIT(SHORT_CODE_WITHDRAWN_AT), &withdrawn);
}
