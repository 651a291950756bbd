#include "support/bustle.h"

#include <string.h>

#include "core/fields.h"
#include "protocol/generated/references.h"
#include "protocol/generated/schema.h"

enum { IDS_MOST = 3, TRIES = 8 };

uint64_t bustle_record(struct bustle *bustle, enum record_type type)
{
    size_t count = state_count(bustle->state, type);
    if (!count || chance_one_in(&bustle->dice, 40)) return bustle->fresh;
    return state_at(bustle->state, type, chance_below(&bustle->dice, count))->id;
}

/* ---- what ---- */

enum { ORDINARY = 2 };

/* A new command is an ordinary one, unless it is often done, or needs many tries to succeed. */
static unsigned weight_of(const void *context, enum command_type type)
{
    static const unsigned char weights[COMMAND_TYPES + 1] = {
        [COMMAND_JOIN] = 14,          [COMMAND_EDIT_WORKSHOP] = 6,     [COMMAND_EDIT_PERSON] = 6,
        [COMMAND_REMOVE_PERSON] = 1,  [COMMAND_REMOVE_PEOPLE] = 1,     [COMMAND_DROP_ADDED] = 1,
        [COMMAND_ADD_INVITATION] = 3, [COMMAND_REVOKE_INVITATION] = 1, [COMMAND_ADD_BOARD] = 1,
        [COMMAND_DROP_BOARD] = 1,     [COMMAND_ADD_CARD] = 30,         [COMMAND_EDIT_CARD] = 50,
        [COMMAND_DROP_CARD] = 14,     [COMMAND_MERGE_CARDS] = 10,      [COMMAND_RESTORE_CARDS] = 8,
        [COMMAND_RESTORE_CARD] = 10,  [COMMAND_EDIT_TEXT] = 10,        [COMMAND_ADD_LINK] = 50,
        [COMMAND_EDIT_LINK] = 10,     [COMMAND_DROP_LINK] = 5,         [COMMAND_EDIT_ZONE] = 6,
        [COMMAND_REVEAL_BOARD] = 6,   [COMMAND_LEAD_BOARD] = 4,        [COMMAND_RELEASE_BOARD] = 4,
        [COMMAND_ADD_PRIORITY] = 3,   [COMMAND_EDIT_PRIORITY] = 4,     [COMMAND_DROP_PRIORITY] = 1,
        [COMMAND_ALLOT] = 20,
    };
    (void)context;
    if (type == COMMAND_CREATE_WORKSHOP) return 0;
    return weights[type] ? weights[type] : ORDINARY;
}

void bustle_init(struct bustle *bustle, const struct chance *seed, const struct state *state,
                 uint64_t fresh)
{
    *bustle = (struct bustle){.seed = seed->state, .state = state, .fresh = fresh};
    bustle_step(bustle);
}

void bustle_step(struct bustle *bustle)
{
    bustle->dice = chance_stream(bustle->seed, "bustle", ++bustle->steps);
}

enum command_type bustle_type(struct bustle *bustle)
{
    return chance_command(&bustle->dice, weight_of, NULL);
}

/* ---- who ---- */

static void be_a_guest(struct bustle *bustle, struct context *asker)
{
    asker->invitation = bustle_record(bustle, RECORD_INVITATION);
    const struct invitation *link = state_invitation(bustle->state, asker->invitation);
    asker->role = link ? link->role : ROLE_PARTICIPANT;
}

/* Mostly somebody who may ask for that. */
static void be_a_person(struct bustle *bustle, struct context *asker, enum command_type type)
{
    for (unsigned i = 0; i < TRIES; i++) {
        asker->person = bustle_record(bustle, RECORD_PERSON);
        const struct person *person = state_person(bustle->state, asker->person);
        bool may = person && schema_policy(type)->who & FIELD_BIT(person->role);
        if (may || chance_one_in(&bustle->dice, 4)) break;
    }
    asker->role = ROLE_PARTICIPANT;
}

struct context bustle_asker(struct bustle *bustle, enum command_type type)
{
    struct context asker = {.time = 1 + (int64_t)chance_below(&bustle->dice, 1000000)};
    if (chance_one_in(&bustle->dice, 20)) asker.role = ROLE_ORGANISER;
    else if (type == COMMAND_JOIN || chance_one_in(&bustle->dice, 20)) be_a_guest(bustle, &asker);
    else be_a_person(bustle, &asker, type);
    return asker;
}

/* ---- with what ---- */

static uint64_t some_group_of(struct bustle *bustle, const struct context *asker)
{
    const struct person *person = state_person(bustle->state, asker->person);
    size_t count = person ? bytes_id_count(person->groups) : 0;
    return count ? bytes_id(person->groups, chance_below(&bustle->dice, count))
                 : bustle_record(bustle, RECORD_GROUP);
}

/* Mostly one that goes with the audience. */
static uint64_t some_holder(struct bustle *bustle, const struct context *asker,
                            enum audience audience)
{
    if (chance_one_in(&bustle->dice, 8)) return bustle_record(bustle, RECORD_PERSON);
    switch (audience) {
    case AUDIENCE_EVERYONE:
    case AUDIENCE_ANIMATORS: return 0;
    case AUDIENCE_PERSON: return asker->person;
    case AUDIENCE_GROUP: return some_group_of(bustle, asker);
    }
    return 0;
}

static void set_id(struct bustle *bustle, const struct field *field, void *body)
{
    uint64_t id = field->of ? bustle_record(bustle, field->of) : bustle->fresh++;
    field_set_number(field, body, (int64_t)id);
}

static void set_ids(struct bustle *bustle, const struct field *field, void *body)
{
    uint64_t ids[IDS_MOST];
    size_t count = chance_below(&bustle->dice, IDS_MOST + 1);
    for (size_t i = 0; i < count; i++)
        ids[i] = field->of ? bustle_record(bustle, field->of) : bustle->fresh++;
    *field_bytes(field, body) = bytes_from_ids(ids, count);
}

static uint64_t some_card_taken_off(struct bustle *bustle)
{
    size_t count = state_count(bustle->state, RECORD_CARD);
    size_t first = chance_below(&bustle->dice, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct record *card = state_at(bustle->state, RECORD_CARD, (first + i) % count);
        if (card->body.card.dropped_at) return card->id;
    }
    return bustle->fresh;
}

static uint64_t some_card_that_waits(struct bustle *bustle)
{
    size_t count = state_count(bustle->state, RECORD_CARD);
    size_t first = chance_below(&bustle->dice, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct record *card = state_at(bustle->state, RECORD_CARD, (first + i) % count);
        if (card->body.card.unplaced && !card->body.card.dropped_at) return card->id;
    }
    return bustle_record(bustle, RECORD_CARD);
}

/* A card beside this one: on its board, for the same people. */
static uint64_t some_companion(struct bustle *bustle, uint64_t card)
{
    const struct card *there = state_card(bustle->state, card);
    size_t count = state_count(bustle->state, RECORD_CARD);
    size_t first = chance_below(&bustle->dice, count + 1);
    for (size_t i = 0; there && i < count; i++) {
        const struct record *other = state_at(bustle->state, RECORD_CARD, (first + i) % count);
        const struct card *body = &other->body.card;
        if (other->id != card && body->board == there->board && body->holder == there->holder &&
            body->audience == there->audience)
            return other->id;
    }
    return bustle_record(bustle, RECORD_CARD);
}

/* Where the record that `from` names hangs on something of the type that `to` names, `to` names
 * that: a link goes to the board of its cards. */
static void agree(struct bustle *bustle, struct command *command, const struct field *from,
                  const struct field *to)
{
    uint64_t id = (uint64_t)field_number(from, &command->body);
    const struct record *named = state_get(bustle->state, from->of, id);
    for (const uint16_t *at = indexes_of(from->of); named && *at != RECORD_INDEXES; at++) {
        const struct index_rule *rule = index_rule(*at);
        const struct field *field = schema_field(schema_record(rule->holder), rule->field);
        bool hangs = rule->kind == INDEX_BY_NUMBER && rule->of == to->of && rule->gone == FATE_DROP;
        if (hangs) field_set_number(to, &command->body, field_number(field, &named->body));
    }
}

static void agree_all(struct bustle *bustle, struct command *command)
{
    const struct schema_type *type = schema_command(command->type);
    for (size_t i = 0; i < type->field_count; i++)
        for (size_t k = 0; k < type->field_count; k++) {
            const struct field *from = &type->fields[i], *to = &type->fields[k];
            bool both = from->kind == FIELD_ID && to->kind == FIELD_ID && from->of && to->of;
            if (both && i != k) agree(bustle, command, from, to);
        }
}

/* A card in the bin, another of its board, and links that are the kept one's. */
static void part_sensibly(struct bustle *bustle, struct unmerge_cards *unmerge)
{
    uint64_t links[IDS_MOST];
    size_t count = 0;
    unmerge->gone = some_card_taken_off(bustle);
    if (!state_card(bustle->state, unmerge->gone)) return;
    struct holders cards = state_holders(bustle->state, INDEX_CARD_BOARD,
                                         state_card(bustle->state, unmerge->gone)->board);
    for (const struct record *card; (card = holders_next(&cards));)
        if (!card->body.card.dropped_at) unmerge->kept = card->id;
    struct holders from = state_holders(bustle->state, INDEX_LINK_FROM, unmerge->kept);
    for (const struct record *link; count < IDS_MOST && (link = holders_next(&from));)
        links[count++] = link->id;
    bytes_drop(unmerge->links);
    unmerge->links = bytes_from_ids(links, count);
}

static void take_code(struct bytes **code)
{
    bytes_drop(*code);
    *code = bytes_from("BCDFHJ");
}

/* What chance alone would hardly ever get right. */
static void make_sense(struct bustle *bustle, const struct context *asker, struct command *command)
{
    struct chance *chance = &bustle->dice;
    union command_body *body = &command->body;
    agree_all(bustle, command);
    if (command->type == COMMAND_ADD_CARD)
        body->add_card.holder = some_holder(bustle, asker, body->add_card.audience);
    if (command->type == COMMAND_EDIT_CARD)
        body->edit_card.holder = some_holder(bustle, asker, body->edit_card.audience);
    if (command->type == COMMAND_JOIN && chance_one_in(chance, 2))
        body->join.person = bustle_record(bustle, RECORD_PERSON);
    if (command->type == COMMAND_EDIT_WORKSHOP && !chance_one_in(chance, 20))
        body->edit_workshop.closed = false;
    if (command->type == COMMAND_EDIT_BOARD && !chance_one_in(chance, 4))
        body->edit_board.locked = false;
    if (command->type == COMMAND_EDIT_BOARD && !chance_one_in(chance, 8))
        body->edit_board.controlled = false;
    if (command->type == COMMAND_MERGE_CARDS && !chance_one_in(chance, 4))
        body->merge_cards.gone = some_companion(bustle, body->merge_cards.kept);
    if (command->type == COMMAND_RESTORE_CARD)
        body->restore_card.card = some_card_taken_off(bustle);
    if (command->type == COMMAND_UNMERGE_CARDS) part_sensibly(bustle, &body->unmerge_cards);
    if (command->type == COMMAND_GIVE_CODE) take_code(&body->give_code.code);
    if (command->type == COMMAND_WITHDRAW_CODE) take_code(&body->withdraw_code.code);
    if (command->type == COMMAND_RETURN_CARD && !chance_one_in(chance, 4))
        body->return_card.card = some_card_that_waits(bustle);
    if (command->type == COMMAND_RESTORE_CARDS) body->restore_cards.since = 0;
    if (command->type == COMMAND_RESTORE_CARDS) body->restore_cards.person = 0;
}

struct command bustle_command(struct bustle *bustle, enum command_type type,
                              const struct context *asker)
{
    struct command command;
    memset(&command, 0, sizeof command);
    command.type = type;
    for (size_t i = 0; i < schema_command(type)->field_count; i++) {
        const struct field *field = &schema_command(type)->fields[i];
        if (field->optional && chance_one_in(&bustle->dice, 3)) continue;
        if (field->kind == FIELD_ID) set_id(bustle, field, &command.body);
        else if (field->kind == FIELD_IDS) set_ids(bustle, field, &command.body);
        else chance_field(&bustle->dice, field, &command.body);
        command.present |= FIELD_BIT(field->number);
    }
    make_sense(bustle, asker, &command);
    return command;
}
