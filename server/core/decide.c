/* The order of questions is the same for every command: may this role ask, is the workshop
 * open to it, is everything it names there and visible; then the command's own rule. */
#include "core/decide.h"

#include "base/check.h"
#include "core/changes.h"
#include "core/decision.h"
#include "core/fields.h"
#include "core/hanging.h"
#include "core/state.h"
#include "protocol/generated/references.h"
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

/* Whether all that a field names is there and visible. */
static bool can_see_named(const struct state *state, const struct viewer *viewer,
                          const struct field *field, const union command_body *body)
{
    if (!field->of || !(field->kind == FIELD_ID || field->kind == FIELD_IDS)) return true;
    if (field->kind == FIELD_ID) {
        uint64_t id = (uint64_t)field_number(field, body);
        return (!id && field->optional) || can_see(state, viewer, field->of, id);
    }
    const struct bytes *ids = field_bytes_of(field, body);
    for (size_t i = 0; i < bytes_id_count(ids); i++)
        if (!can_see(state, viewer, field->of, bytes_id(ids, i))) return false;
    return true;
}

/* What somebody may not see is, to them, not there. */
static bool names_what_is_there(const struct state *state, const struct command *command,
                                const struct context *context, struct decision *decision)
{
    const struct schema_type *type = schema_command(command->type);
    struct viewer viewer = viewer_of(state, context);
    for (size_t i = 0; i < type->field_count; i++)
        if (!can_see_named(state, &viewer, &type->fields[i], &command->body))
            return refuse(decision, REFUSAL_UNKNOWN_RECORD, type->fields[i].number);
    return true;
}

/* What of this type the decision adds, less what it takes away. */
static int64_t gain(const struct decision *decision, enum record_type type)
{
    int64_t gain = 0;
    for (size_t i = 0; i < decision->changes.count; i++) {
        const struct change *change = &decision->changes.items[i];
        if (change->type != type) continue;
        gain += (change->operation == CHANGE_PUT) - (change->operation == CHANGE_DROP);
    }
    return gain;
}

static bool is_within_share(const struct state *state, uint64_t person, enum record_type type,
                            struct decision *decision)
{
    const struct share *share = share_of(type);
    int64_t count = gain(decision, type);
    for (const uint16_t *by = share->by; *by != RECORD_INDEXES; by++)
        count += (int64_t)state_count_holders(state, *by, person);
    if (count <= share->limit) return true;
    decision->limit = share->limit;
    return refuse(decision, REFUSAL_SHARE_SPENT, 0);
}

/* Nobody but those who animate may fill what all share. */
static void keep_shares(const struct state *state, const struct context *context, enum role role,
                        struct decision *decision)
{
    size_t count = decision->changes.count;
    if (!context->person || may_animate(role)) return;
    for (size_t i = 0; i < count && !decision->refusal; i++) {
        const struct change *change = &decision->changes.items[i];
        if (change->operation == CHANGE_PUT && share_of(change->type)->limit)
            is_within_share(state, context->person, change->type, decision);
    }
}

static decide_function *const rules[] = {
#define RULE(type, name) [COMMAND_##type] = decide_##name,
    COMMANDS(RULE)
#undef RULE
};

void decide(const struct state *state, const struct command *command, const struct context *context,
            struct decision *decision)
{
    *decision = (struct decision){.refusal = REFUSAL_NONE};
    enum role role = decide_role(state, context);
    if (role_may_ask(command, role, decision) && is_open(state, command, role, decision) &&
        has_joined(state, command, context, decision) &&
        names_what_is_there(state, command, context, decision))
        rules[command->type](state, command, context, decision);
    if (!decision->refusal) keep_shares(state, context, role, decision);
    if (decision->refusal) changes_clear(&decision->changes);
    else {
        hanging_settle(state, decision);
        decision_leave_out(state, decision);
    }
}
