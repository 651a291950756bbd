/* People: who comes in, under which name, and who has to leave. */
#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"
#include "core/changes.h"
#include "core/decide.h"
#include "core/decision.h"
#include "core/hanging.h"
#include "core/state.h"
#include "protocol/generated/schema.h"

enum { SEATS_KEPT = 50 };

static void take_line(struct decision *decision, const struct join *join, uint64_t present,
                      const union body *body)
{
    uint64_t mask = FIELD_BIT(PERSON_NAME) | FIELD_BIT(PERSON_ROLE) | FIELD_BIT(PERSON_JOINED_AT) |
                    FIELD_BIT(PERSON_INVITATION);
    if (present & FIELD_BIT(JOIN_ORGANISATION)) mask |= FIELD_BIT(PERSON_ORGANISATION);
    if (present & FIELD_BIT(JOIN_TERRITORY)) mask |= FIELD_BIT(PERSON_TERRITORY);
    if (present & FIELD_BIT(JOIN_CATEGORY)) mask |= FIELD_BIT(PERSON_CATEGORY);
    decision_patch(decision, RECORD_PERSON, join->person, mask, body);
}

static bool may_join(const struct state *state, const struct context *context,
                     struct decision *decision)
{
    if (context->person) return refuse(decision, REFUSAL_ALREADY_JOINED, 0);
    const struct invitation *invitation = state_invitation(state, context->invitation);
    return (invitation && !invitation->revoked_at) || refuse(decision, REFUSAL_NOT_ALLOWED, 0);
}

/* A free line, or somebody new. Who was taken out is still named by what they did, so that nobody
 * else may go by their id; all who ever joined have a counter. */
static bool may_be(const struct state *state, uint64_t id, struct decision *decision)
{
    const struct person *line = state_person(state, id);
    if (line && (!line->listed || line->joined_at))
        return refuse(decision, REFUSAL_PERSON_TAKEN, JOIN_PERSON);
    return line || !counters_know(state_counters(state), id) ||
           refuse(decision, REFUSAL_ID_TAKEN, JOIN_PERSON);
}

/* Animators always find a seat, however many come by the others' links. */
static bool has_seat(const struct state *state, const struct context *context,
                     const struct person *line, struct decision *decision)
{
    size_t seats =
        schema_record(RECORD_PERSON)->limit - (may_animate(context->role) ? 0 : SEATS_KEPT);
    if (line || state_count(state, RECORD_PERSON) < seats) return true;
    decision->limit = (int64_t)seats;
    return refuse(decision, REFUSAL_TOO_MANY, JOIN_PERSON);
}

static bool link_has_room(const struct state *state, const struct context *context,
                          struct decision *decision)
{
    int64_t entries = state_invitation(state, context->invitation)->entries;
    if (!entries) return true;
    size_t came = state_count_holders(state, INDEX_PERSON_INVITATION, context->invitation);
    if ((int64_t)came < entries) return true;
    decision->limit = entries;
    return refuse(decision, REFUSAL_LINK_USED_UP, 0);
}

void decide_join(const struct state *state, const struct command *command,
                 const struct context *context, struct decision *decision)
{
    const struct join *join = &command->body.join;
    const struct person *line = state_person(state, join->person);
    if (!may_join(state, context, decision) || !require_text(decision, join->name, JOIN_NAME))
        return;
    if (!may_be(state, join->person, decision) || !link_has_room(state, context, decision) ||
        !has_seat(state, context, line, decision))
        return;
    union body body = {.person = {.name = join->name,
                                  .organisation = join->organisation,
                                  .territory = join->territory,
                                  .category = join->category,
                                  .role = context->role,
                                  .joined_at = context->time,
                                  .invitation = context->invitation}};
    if (line) take_line(decision, join, command->present, &body);
    else if (!decision_put(state, decision, RECORD_PERSON, join->person, &body, JOIN_PERSON))
        return;
    decision_put_key(state, decision, join->key, context->invitation, join->person, JOIN_KEY);
}

static bool may_set_role(const struct context *context, enum role asker, enum role wanted,
                         uint64_t person, struct decision *decision)
{
    bool is_a_persons =
        wanted == ROLE_PARTICIPANT || wanted == ROLE_FACILITATOR || wanted == ROLE_ANIMATOR;
    if (may_animate(asker) && is_a_persons && person != context->person) return true;
    return refuse(decision, REFUSAL_NOT_ALLOWED, EDIT_PERSON_ROLE);
}

void decide_edit_person(const struct state *state, const struct command *command,
                        const struct context *context, struct decision *decision)
{
    const struct edit_person *edit = &command->body.edit_person;
    enum role asker = decide_role(state, context);
    if (edit->person != context->person && !may_animate(asker)) {
        refuse(decision, REFUSAL_NOT_YOURS, EDIT_PERSON_PERSON);
        return;
    }
    if (command->present & FIELD_BIT(EDIT_PERSON_NAME) &&
        !require_text(decision, edit->name, EDIT_PERSON_NAME))
        return;
    if (command->present & FIELD_BIT(EDIT_PERSON_ROLE) &&
        !may_set_role(context, asker, edit->role, edit->person, decision))
        return;
    decide_plain(state, command, context, decision);
}

static void free_line(struct decision *decision, uint64_t id)
{
    union body freed = {.person = {.role = ROLE_PARTICIPANT}};
    decision_patch(decision, RECORD_PERSON, id,
                   FIELD_BIT(PERSON_JOINED_AT) | FIELD_BIT(PERSON_ROLE) |
                       FIELD_BIT(PERSON_INVITATION) | FIELD_BIT(PERSON_GROUPS),
                   &freed);
}

void decision_remove_people(const struct state *state, struct decision *decision,
                            const uint64_t *people, size_t count)
{
    uint64_t *lines = allocate(count * sizeof *lines);
    size_t line_count = 0;
    for (size_t i = 0; i < count; i++)
        if (state_person(state, people[i])->listed) lines[line_count++] = people[i];
        else decision_drop(decision, RECORD_PERSON, people[i]);
    hanging_let_go(state, decision, RECORD_PERSON, lines, line_count);
    for (size_t i = 0; i < line_count; i++) free_line(decision, lines[i]);
    free(lines);
}

void decide_remove_person(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    uint64_t id = command->body.remove_person.person;
    if (id == context->person) refuse(decision, REFUSAL_NOT_ALLOWED, REMOVE_PERSON_PERSON);
    else decision_remove_people(state, decision, &id, 1);
}

void decide_remove_people(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    const struct remove_people *remove = &command->body.remove_people;
    struct holders holders = state_holders(state, INDEX_PERSON_INVITATION, remove->invitation);
    uint64_t *people = NULL;
    size_t count = 0, capacity = 0;
    for (const struct record *person; (person = holders_next(&holders));) {
        bool stays = person->id == context->person || person->body.person.joined_at < remove->since;
        if (stays) continue;
        people = array_room(people, count, &capacity, sizeof *people);
        people[count++] = person->id;
    }
    if (count) decision_remove_people(state, decision, people, count);
    free(people);
}
