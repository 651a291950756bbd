#include "simulation/actions.h"

#include <string.h>

#include "base/check.h"
#include "core/fields.h"
#include "simulation/client.h"
#include "support/chance.h"

enum { ORDINARY = 24, MADE_UP = 40 };

/* ---- how often ---- */

/* What fills a workshop is done all the time, and what changes somebody's eyes often; what takes
 * people's access or their work away has to stay the exception. */
static unsigned usual(enum command_type type)
{
    static const uint16_t unusual[COMMAND_TYPES + 1] = {
        [COMMAND_ADD_CARD] = 400,     [COMMAND_EDIT_CARD] = 300,       [COMMAND_EDIT_PERSON] = 100,
        [COMMAND_ADD_INVITATION] = 1, [COMMAND_EDIT_BOARD] = 1,        [COMMAND_EDIT_WORKSHOP] = 1,
        [COMMAND_REMOVE_PERSON] = 1,  [COMMAND_REVOKE_INVITATION] = 1, [COMMAND_REMOVE_PEOPLE] = 1,
        [COMMAND_DROP_ADDED] = 1,     [COMMAND_EDIT_INVITATION] = 1,
    };
    return unusual[type] ? unusual[type] : ORDINARY;
}

/* Each seed has commands that it does without, and some that it does much. */
void actions_plan(struct simulation *simulation)
{
    static const unsigned factors[] = {0, 1, 1, 6};
    unsigned *weights = simulation->plan.weights;
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++) {
        struct chance dice = world_stream(simulation->world, schema_command(type)->name, 0);
        weights[type] = usual(type) * factors[chance_below(&dice, 4)];
    }
    weights[COMMAND_ADD_CARD] = usual(COMMAND_ADD_CARD);
    weights[COMMAND_EDIT_CARD] = usual(COMMAND_EDIT_CARD);
    weights[COMMAND_CREATE_WORKSHOP] = weights[COMMAND_JOIN] = 0;
}

/* ---- choosing ---- */

/* Somebody who does one thing, with dice for it alone. */
struct action {
    struct client *client;
    struct chance dice;
    bool presumes; /* asks for what is not for them */
};

static bool once_in(struct action *action, uint64_t bound)
{
    return chance_one_in(&action->dice, bound);
}

static unsigned weight_of(const void *context, enum command_type type)
{
    const struct action *action = context;
    bool may = schema_policy(type)->who & FIELD_BIT(action->client->replica.role);
    return may || action->presumes ? action->client->simulation->plan.weights[type] : 0;
}

static enum command_type some_command(struct action *action)
{
    action->presumes = once_in(action, MADE_UP);
    return chance_command(&action->dice, weight_of, action);
}

/* ---- fields ---- */

static uint64_t some_record(struct action *action, unsigned type)
{
    const struct state *state = action->client->replica.state;
    size_t count = type ? state_count(state, (enum record_type)type) : 0;
    if (!count || once_in(action, MADE_UP)) return simulation_id(&action->dice);
    return state_at(state, (enum record_type)type, (size_t)chance_below(&action->dice, count))->id;
}

static void set_ids(struct action *action, const struct field *field, void *body)
{
    uint64_t ids[2];
    for (size_t i = 0; i < 2; i++) ids[i] = some_record(action, field->of);
    bytes_drop(*field_bytes(field, body));
    *field_bytes(field, body) = bytes_from_ids(ids, 1 + (ids[0] != ids[1]));
}

static void set_field(struct action *action, const struct field *field, void *body)
{
    if (field->kind == FIELD_ID)
        field_set_number(field, body, (int64_t)some_record(action, field->of));
    else if (field->kind == FIELD_IDS) set_ids(action, field, body);
    else chance_field(&action->dice, field, body);
}

static const struct field *named(const struct schema_type *type, const char *name)
{
    for (size_t i = 0; i < type->field_count; i++)
        if (strcmp(type->fields[i].name, name) == 0) return &type->fields[i];
    return NULL;
}

/* C25: who may see it goes with whom it names. */
static void set_holder(struct action *action, const struct schema_type *type,
                       struct command *command)
{
    const struct field *audience = named(type, "audience"), *holder = named(type, "holder");
    if (!audience || !holder) return;
    int64_t to = field_number(audience, &command->body);
    const struct person *self =
        state_person(action->client->replica.state, action->client->replica.person);
    const struct bytes *groups = self ? self->groups : NULL;
    uint64_t whom = 0;
    if (to == AUDIENCE_PERSON) whom = action->client->replica.person;
    if (to == AUDIENCE_GROUP && bytes_id_count(groups)) whom = bytes_id(groups, 0);
    if (once_in(action, MADE_UP)) whom = some_record(action, RECORD_PERSON);
    field_set_number(holder, &command->body, (int64_t)whom);
    if (command->present & FIELD_BIT(audience->number))
        command->present |= FIELD_BIT(holder->number);
}

static void fill(struct action *action, struct command *command)
{
    const struct schema_type *type = schema_command(command->type);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (field->optional && once_in(action, 2)) continue;
        set_field(action, field, &command->body);
        command->present |= FIELD_BIT(field->number);
    }
    set_holder(action, type, command);
}

/* ---- what somebody has to remember, or do at once ---- */

/* One may come in by a link that was made here. */
static void remember_key(struct action *action, const struct command *command)
{
    struct simulation *simulation = action->client->simulation;
    if (command->type != COMMAND_ADD_INVITATION || simulation->key_count == KEYS_MOST) return;
    const struct add_invitation *add = &command->body.add_invitation;
    struct made_key *made = &simulation->keys[simulation->key_count++];
    made->role = add->role;
    memcpy(made->key.bytes, bytes_text(add->key), SECRET_BYTES);
}

/* A workshop that stays closed or boards that stay locked would be dull. */
static void soften(struct action *action, struct command *command)
{
    if (command->type == COMMAND_EDIT_WORKSHOP && !once_in(action, 3))
        command->body.edit_workshop.closed = false;
    if (command->type == COMMAND_EDIT_BOARD && !once_in(action, 3))
        command->body.edit_board.locked = false;
    if (command->type == COMMAND_EDIT_INVITATION && !once_in(action, 3))
        command->body.edit_invitation.entries = 0;
    if (command->type == COMMAND_REVOKE_INVITATION && !once_in(action, 3))
        command->body.revoke_invitation.expel = false;
}

static void hint(struct action *action)
{
    struct message message = {.type = MESSAGE_HINT};
    message.body.hint.board = some_record(action, RECORD_BOARD);
    message.body.hint.card = once_in(action, 2) ? some_record(action, RECORD_CARD) : 0;
    client_send(action->client, &message);
}

static void command(struct action *action)
{
    struct command command = {.type = some_command(action)};
    fill(action, &command);
    soften(action, &command);
    remember_key(action, &command);
    client_ask(action->client, &command);
}

static struct action next_action(struct client *client)
{
    uint64_t which = (uint64_t)client->index << 32 | ++client->acts;
    return (struct action){client, world_stream(client->simulation->world, "action", which), false};
}

void actions_one(struct client *client)
{
    struct action action = next_action(client);
    if (once_in(&action, 10)) {
        hint(&action);
        return;
    }
    uint64_t more = once_in(&action, 5) ? chance_below(&action.dice, 4) : 0;
    for (command(&action); more; more--) {
        action = next_action(client);
        command(&action);
    }
}
