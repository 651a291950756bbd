#include "simulation/actions.h"

#include <string.h>

#include "base/check.h"
#include "core/fields.h"
#include "simulation/client.h"
#include "support/chance.h"

enum { RARELY = 25, MADE_UP = 40 };

static struct chance *chance_of(const struct client *client)
{
    return world_chance(client->simulation->world);
}

static bool once_in(const struct client *client, uint64_t bound)
{
    return chance_one_in(chance_of(client), bound);
}

/* ---- choosing ---- */

static unsigned count_commands(void)
{
    unsigned count = 0;
    for (unsigned type = 1; type < 256; type++) count += schema_command(type) != NULL;
    return count;
}

/* What takes people's access or their work away has to stay the exception. */
static bool is_drastic(enum command_type type)
{
    const char *name = schema_command(type)->name;
    return strcmp(name, "remove_person") == 0 || strcmp(name, "revoke_invitation") == 0 ||
           strcmp(name, "edit_workshop") == 0 || strcmp(name, "add_invitation") == 0 ||
           strcmp(name, "edit_board") == 0;
}

static bool is_for_people(const struct client *client, unsigned type)
{
    const struct command_policy *policy = schema_policy(type);
    bool may = policy && policy->who & FIELD_BIT(client->replica.role);
    return may && type != COMMAND_JOIN && type != COMMAND_CREATE_WORKSHOP;
}

static enum command_type some_command(const struct client *client)
{
    if (once_in(client, 4)) return COMMAND_ADD_CARD;
    if (once_in(client, 4)) return COMMAND_EDIT_CARD;
    for (;;) {
        unsigned nth = (unsigned)chance_below(chance_of(client), count_commands()), type = 1;
        for (; !schema_command(type) || nth--; type++) CHECK(type < 255);
        if (!is_for_people(client, type) && !once_in(client, MADE_UP)) continue;
        if (type == COMMAND_CREATE_WORKSHOP) continue;
        if (!is_drastic((enum command_type)type) || once_in(client, RARELY))
            return (enum command_type)type;
    }
}

/* ---- fields ---- */

static uint64_t some_record(const struct client *client, unsigned type)
{
    const struct state *state = client->replica.state;
    size_t count = type ? state_count(state, (enum record_type)type) : 0;
    if (!count || once_in(client, MADE_UP)) return simulation_id(client->simulation);
    return state_at(state, (enum record_type)type, (size_t)chance_below(chance_of(client), count))
        ->id;
}

static void set_ids(const struct client *client, const struct field *field, void *body)
{
    uint64_t ids[2];
    for (size_t i = 0; i < 2; i++) ids[i] = some_record(client, field->of);
    bytes_drop(*field_bytes(field, body));
    *field_bytes(field, body) = bytes_from_ids(ids, 1 + (ids[0] != ids[1]));
}

static void set_field(const struct client *client, const struct field *field, void *body)
{
    if (field->kind == FIELD_ID)
        field_set_number(field, body, (int64_t)some_record(client, field->of));
    else if (field->kind == FIELD_IDS) set_ids(client, field, body);
    else chance_field(chance_of(client), field, body);
}

static const struct field *named(const struct schema_type *type, const char *name)
{
    for (size_t i = 0; i < type->field_count; i++)
        if (strcmp(type->fields[i].name, name) == 0) return &type->fields[i];
    return NULL;
}

/* C25: who may see it goes with whom it names. */
static void set_holder(const struct client *client, const struct schema_type *type,
                       struct command *command)
{
    const struct field *audience = named(type, "audience"), *holder = named(type, "holder");
    if (!audience || !holder) return;
    int64_t to = field_number(audience, &command->body);
    const struct person *self = state_person(client->replica.state, client->replica.person);
    const struct bytes *groups = self ? self->groups : NULL;
    uint64_t whom = 0;
    if (to == AUDIENCE_PERSON) whom = client->replica.person;
    if (to == AUDIENCE_GROUP && bytes_id_count(groups)) whom = bytes_id(groups, 0);
    if (once_in(client, MADE_UP)) whom = some_record(client, RECORD_PERSON);
    field_set_number(holder, &command->body, (int64_t)whom);
    if (command->present & FIELD_BIT(audience->number))
        command->present |= FIELD_BIT(holder->number);
}

static void fill(const struct client *client, struct command *command)
{
    const struct schema_type *type = schema_command(command->type);
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (field->optional && once_in(client, 2)) continue;
        set_field(client, field, &command->body);
        command->present |= FIELD_BIT(field->number);
    }
    set_holder(client, type, command);
}

/* ---- what somebody has to remember, or do at once ---- */

/* One may come in by a link that was made here. */
static void remember_key(const struct client *client, const struct command *command)
{
    struct simulation *simulation = client->simulation;
    if (command->type != COMMAND_ADD_INVITATION || simulation->key_count == KEYS_MOST) return;
    const struct add_invitation *add = &command->body.add_invitation;
    struct made_key *made = &simulation->keys[simulation->key_count++];
    made->role = add->role;
    memcpy(made->key.bytes, bytes_text(add->key), SECRET_BYTES);
}

/* A workshop that stays closed or boards that stay locked would be dull. */
static void soften(const struct client *client, struct command *command)
{
    if (command->type == COMMAND_EDIT_WORKSHOP && !once_in(client, 3))
        command->body.edit_workshop.closed = false;
    if (command->type == COMMAND_EDIT_BOARD && !once_in(client, 3))
        command->body.edit_board.locked = false;
    if (command->type == COMMAND_REVOKE_INVITATION && !once_in(client, 3))
        command->body.revoke_invitation.expel = false;
}

static void hint(struct client *client)
{
    struct message message = {.type = MESSAGE_HINT};
    message.body.hint.board = some_record(client, RECORD_BOARD);
    message.body.hint.card = once_in(client, 2) ? some_record(client, RECORD_CARD) : 0;
    client_send(client, &message);
}

void actions_one(struct client *client)
{
    if (once_in(client, 10)) {
        hint(client);
        return;
    }
    uint64_t count = 1 + (once_in(client, 5) ? chance_below(chance_of(client), 4) : 0);
    for (; count; count--) {
        struct command command = {.type = some_command(client)};
        fill(client, &command);
        soften(client, &command);
        remember_key(client, &command);
        client_ask(client, &command);
    }
}
