#include "bench/edit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "base/check.h"
#include "wire/encode.h"

enum { TITLE_BYTES = 112, NUMBER_DIGITS = 9 };

void edit_hello(struct buffer *buffer, uint64_t workshop, const struct secret *key)
{
    struct message message = {.type = MESSAGE_HELLO};
    message.body.hello = (struct message_hello){.version = PROTOCOL_VERSION,
                                                .schema = PROTOCOL_SCHEMA,
                                                .workshop = workshop,
                                                .key = *key,
                                                .unpacks = true};
    encode_message(buffer, &message);
}

static void command(struct buffer *buffer, uint64_t client, int64_t counter,
                    const struct command *command)
{
    struct message message = {.type = MESSAGE_COMMAND};
    message.body.command =
        (struct message_command){.client = client, .counter = counter, .command = *command};
    encode_message(buffer, &message);
}

void edit_join(struct buffer *buffer, uint64_t client, int64_t counter, uint64_t person)
{
    struct secret key = secret_random();
    struct command join = {.type = COMMAND_JOIN,
                           .present =
                               FIELD_BIT(JOIN_PERSON) | FIELD_BIT(JOIN_NAME) | FIELD_BIT(JOIN_KEY)};
    join.body.join.person = person;
    join.body.join.name = bytes_from("Hinano Teriitahi");
    join.body.join.key = bytes_new(key.bytes, sizeof key.bytes);
    command(buffer, client, counter, &join);
    bytes_drop(join.body.join.name);
    bytes_drop(join.body.join.key);
}

void edit_add_card(struct buffer *buffer, uint64_t client, int64_t counter, uint64_t board,
                   uint64_t card)
{
    struct command add = {.type = COMMAND_ADD_CARD,
                          .present = FIELD_BIT(ADD_CARD_CARD) | FIELD_BIT(ADD_CARD_BOARD) |
                                     FIELD_BIT(ADD_CARD_TITLE) | FIELD_BIT(ADD_CARD_TEXT) |
                                     FIELD_BIT(ADD_CARD_COLOR) | FIELD_BIT(ADD_CARD_X) |
                                     FIELD_BIT(ADD_CARD_Y) | FIELD_BIT(ADD_CARD_WIDTH) |
                                     FIELD_BIT(ADD_CARD_HEIGHT) | FIELD_BIT(ADD_CARD_AUDIENCE)};
    add.body.add_card = (struct add_card){
        .card = card,
        .board = board,
        .title = bytes_from("Une cuisine centrale à Papeete, livrée par la mer"),
        .text = bytes_from("Les cantines des atolls commandent ensemble ; la goélette passe le "
                           "mardi. À voir : la chaîne du froid, le quai, qui paie."),
        .color = COLOR_SEA,
        .x = (int64_t)(card % 4000),
        .y = (int64_t)(card / 4000 % 4000),
        .width = 240,
        .height = 120,
        .audience = AUDIENCE_EVERYONE,
    };
    command(buffer, client, counter, &add);
    bytes_drop(add.body.add_card.title);
    bytes_drop(add.body.add_card.text);
}

static struct bytes *title_of(uint32_t number)
{
    char title[TITLE_BYTES + 1];
    snprintf(title, sizeof title, "%0*u %-*s", NUMBER_DIGITS, number,
             TITLE_BYTES - NUMBER_DIGITS - 1, "change of a card's title, as long as people write");
    return bytes_from(title);
}

void edit_command(struct buffer *buffer, uint64_t client, int64_t counter, uint64_t card,
                  uint32_t number)
{
    struct command edit = {.type = COMMAND_EDIT_CARD,
                           .present = FIELD_BIT(EDIT_CARD_CARD) | FIELD_BIT(EDIT_CARD_TITLE)};
    edit.body.edit_card.card = card;
    edit.body.edit_card.title = title_of(number);
    command(buffer, client, counter, &edit);
    bytes_drop(edit.body.edit_card.title);
}

void edit_change(struct buffer *buffer, uint64_t card, uint32_t number)
{
    struct change change = {.operation = CHANGE_PATCH,
                            .type = RECORD_CARD,
                            .id = card,
                            .mask = FIELD_BIT(CARD_TITLE)};
    change.body.card.title = title_of(number);
    encode_change(buffer, &change);
    bytes_drop(change.body.card.title);
}

bool edit_number(const struct change *change, uint32_t *number)
{
    if (change->operation != CHANGE_PATCH || change->type != RECORD_CARD) return false;
    *number = (uint32_t)strtoul(bytes_text(change->body.card.title), NULL, 10);
    return true;
}
