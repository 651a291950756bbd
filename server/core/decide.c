/* The order of questions is the same for every command: may this role ask, is the workshop
 * open to it, is everything it names there and visible; then the command's own rule. */
#include "core/decide.h"

#include "base/check.h"
#include "core/changes.h"
#include "core/decision.h"
#include "core/fields.h"
#include "core/state.h"
#include "protocol/generated/schema.h"

bool may_animate(enum role role)
{
    return role == ROLE_ANIMATOR || role == ROLE_ORGANISER;
}

enum role decide_role(const struct state *state, const struct context *context)
{
    const struct person *person = state_person(state, context->person);
    return person ? person->role : context->role;
}

struct viewer viewer_of(const struct state *state, const struct context *context)
{
    const struct person *person = state_person(state, context->person);
    return (struct viewer){.person = context->person,
                           .role = decide_role(state, context),
                           .groups = person ? person->groups : NULL};
}

uint64_t decide_actor(const struct command *command, const struct context *context)
{
    return command->type == COMMAND_JOIN ? command->body.join.person : context->person;
}

static bool role_may_ask(const struct command *command, enum role role, struct decision *decision)
{
    const struct command_policy *policy = schema_policy(command->type);
    if (policy && policy->who & FIELD_BIT(role)) return true;
    return refuse(decision, REFUSAL_NOT_ALLOWED, 0);
}

/* Joining is what guests do, founding what nobody is in yet. Somebody who was taken out while
 * their command was under way has not joined any more. */
static bool has_joined(const struct state *state, const struct command *command,
                       const struct context *context, struct decision *decision)
{
    const struct person *person = state_person(state, context->person);
    if (person && person->joined_at) return true;
    bool needs_no_name = command->type == COMMAND_JOIN || context->role == ROLE_ORGANISER;
    return (!context->person && needs_no_name) || refuse(decision, REFUSAL_NOT_JOINED, 0);
}

static bool is_open(const struct state *state, const struct command *command, enum role role,
                    struct decision *decision)
{
    const struct workshop *workshop = state_workshop(state);
    if (!workshop)
        return command->type == COMMAND_CREATE_WORKSHOP ||
               refuse(decision, REFUSAL_UNKNOWN_RECORD, 0);
    if (!workshop->closed || may_animate(role)) return true;
    return refuse(decision, REFUSAL_WORKSHOP_CLOSED, 0);
}

static bool can_see(const struct state *state, const struct viewer *viewer, unsigned type,
                    uint64_t id)
{
    const struct record *record = state_get(state, (enum record_type)type, id);
    return record && scope_admits(scope_of(record->type, &record->body), viewer);
}

/* What somebody may not see is, to them, not there. */
static bool names_what_is_there(const struct state *state, const struct command *command,
                                const struct context *context, struct decision *decision)
{
    const struct schema_type *type = schema_command(command->type);
    struct viewer viewer = viewer_of(state, context);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (field->kind != FIELD_ID || !field->of) continue;
        uint64_t id = (uint64_t)field_number(field, &command->body);
        if (!id && field->optional) continue;
        if (!can_see(state, &viewer, field->of, id))
            return refuse(decision, REFUSAL_UNKNOWN_RECORD, field->number);
    }
    return true;
}

static decide_function *rule_of(enum command_type type)
{
    switch (type) {
    case COMMAND_CREATE_WORKSHOP:
        return decide_create_workshop;
    case COMMAND_EDIT_WORKSHOP:
        return decide_edit_workshop;
    case COMMAND_JOIN:
        return decide_join;
    case COMMAND_EDIT_PERSON:
        return decide_edit_person;
    case COMMAND_REMOVE_PERSON:
        return decide_remove_person;
    case COMMAND_ADD_INVITATION:
        return decide_add_invitation;
    case COMMAND_REVOKE_INVITATION:
        return decide_revoke_invitation;
    case COMMAND_EDIT_BOARD:
        return decide_edit_board;
    case COMMAND_ADD_CARD:
        return decide_add_card;
    case COMMAND_EDIT_CARD:
        return decide_edit_card;
    case COMMAND_DROP_CARD:
        return decide_drop_card;
    case COMMAND_ADD_LINK:
        return decide_add_link;
    case COMMAND_EDIT_LINK:
        return decide_edit_link;
    case COMMAND_DROP_LINK:
        return decide_drop_link;
    case COMMAND_ADD_BOARD:
        return decide_add_board;
    case COMMAND_DROP_BOARD:
        return decide_drop_board;
    case COMMAND_ADD_ZONE:
        return decide_add_zone;
    case COMMAND_EDIT_ZONE:
        return decide_edit_zone;
    case COMMAND_DROP_ZONE:
        return decide_drop_zone;
    case COMMAND_VEIL_BOARD:
        return decide_veil_board;
    case COMMAND_REVEAL_BOARD:
        return decide_reveal_board;
    case COMMAND_EDIT_TEXT:
        return decide_edit_text;
    case COMMAND_MERGE_CARDS:
        return decide_merge_cards;
    case COMMAND_RESTORE_CARDS:
        return decide_restore_cards;
    case COMMAND_LEAD_BOARD:
        return decide_lead_board;
    case COMMAND_RELEASE_BOARD:
        return decide_release_board;
    case COMMAND_ADD_PRIORITY:
        return decide_add_priority;
    case COMMAND_EDIT_PRIORITY:
        return decide_edit_priority;
    case COMMAND_DROP_PRIORITY:
        return decide_drop_priority;
    case COMMAND_ALLOT:
        return decide_allot;
    case COMMAND_ADD_TERRITORY:
        return decide_add_territory;
    case COMMAND_ADD_CARD_TYPE:
        return decide_add_card_type;
    }
    CHECK(false && "a command that the schema does not know");
    return NULL;
}

void decide(const struct state *state, const struct command *command,
            const struct context *context, struct decision *decision)
{
    *decision = (struct decision){.refusal = REFUSAL_NONE};
    enum role role = decide_role(state, context);
    if (role_may_ask(command, role, decision) && is_open(state, command, role, decision) &&
        has_joined(state, command, context, decision) &&
        names_what_is_there(state, command, context, decision))
        rule_of(command->type)(state, command, context, decision);
    if (decision->refusal) changes_clear(&decision->changes);
}
