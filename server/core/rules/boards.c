/* Boards and their zones: opened, renamed, locked, veiled and revealed, taken away. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/rules/permit.h"
#include "core/state.h"

void decide_add_board(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    if (require_text(decision, command->body.add_board.title, ADD_BOARD_TITLE))
        decide_plain(state, command, context, decision);
}

void decide_edit_board(const struct state *state, const struct command *command,
                       const struct context *context, struct decision *decision)
{
    const struct edit_board *edit = &command->body.edit_board;
    if (command->present & FIELD_BIT(EDIT_BOARD_TITLE) &&
        !require_text(decision, edit->title, EDIT_BOARD_TITLE))
        return;
    decide_plain(state, command, context, decision);
}

/* ---- taking a board away ---- */

/* The board on which a record lies, 0 for what lies on none. */
static uint64_t board_of(const struct state *state, const struct record *record)
{
    const union body *body = &record->body;
    switch (record->type) {
    case RECORD_ZONE: return body->zone.board;
    case RECORD_CARD: return body->card.board;
    case RECORD_LINK: return body->link.board;
    case RECORD_PRIORITY: return body->priority.board;
    case RECORD_LEAD: return body->lead.board;
    case RECORD_ALLOTMENT: {
        const struct record *priority = state_get(state, RECORD_PRIORITY, body->allotment.priority);
        return priority ? priority->body.priority.board : 0;
    }
    case RECORD_AUTHORSHIP: {
        const struct card *card = state_card(state, record->id);
        return card ? card->board : 0;
    }
    case RECORD_WORKSHOP:
    case RECORD_CATEGORY:
    case RECORD_GROUP:
    case RECORD_PERSON:
    case RECORD_INVITATION:
    case RECORD_KEY:
    case RECORD_BOARD:
    case RECORD_CARD_TYPE:
    case RECORD_LINK_TYPE:
    case RECORD_OBJECTIVE:
    case RECORD_TERRITORY: break;
    }
    return 0;
}

void decide_drop_board(const struct state *state, const struct command *command,
                       const struct context *context, struct decision *decision)
{
    uint64_t board = command->body.drop_board.board;
    (void)context;
    if (state_count(state, RECORD_BOARD) == 1) {
        refuse(decision, REFUSAL_LAST_BOARD, DROP_BOARD_BOARD);
        return;
    }
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        for (size_t i = 0; i < state_count(state, type); i++) {
            const struct record *record = state_at(state, type, i);
            if (board_of(state, record) == board) decision_drop(decision, type, record->id);
        }
    decision_drop(decision, RECORD_BOARD, board);
}

/* ---- the veil ---- */

static void set_veil(struct decision *decision, uint64_t board, bool veiled)
{
    union body body = {.board = {.veiled = veiled}};
    decision_patch(decision, RECORD_BOARD, board, FIELD_BIT(BOARD_VEILED), &body);
}

void decide_veil_board(const struct state *state, const struct command *command,
                       const struct context *context, struct decision *decision)
{
    uint64_t board = command->body.veil_board.board;
    (void)context;
    if (!state_board(state, board)->veiled) set_veil(decision, board, true);
}

void decide_reveal_board(const struct state *state, const struct command *command,
                         const struct context *context, struct decision *decision)
{
    uint64_t board = command->body.reveal_board.board;
    struct id_list shown = {0};
    (void)context;
    if (!state_board(state, board)->veiled) {
        refuse(decision, REFUSAL_NOT_VEILED, REVEAL_BOARD_BOARD);
        return;
    }
    set_veil(decision, board, false);
    union body body = {.card = {.audience = AUDIENCE_EVERYONE}};
    for (size_t i = 0; i < state_count(state, RECORD_CARD); i++) {
        const struct record *record = state_at(state, RECORD_CARD, i);
        const struct card *card = &record->body.card;
        if (card->board != board || !card->veiled) continue;
        decision_patch(decision, RECORD_CARD, record->id,
                       FIELD_BIT(CARD_AUDIENCE) | FIELD_BIT(CARD_HOLDER) | FIELD_BIT(CARD_VEILED),
                       &body);
        id_list_add(&shown, record->id);
    }
    rescope_and_clear(state, decision, &shown, (struct scope){SCOPE_EVERYONE, 0});
}

/* ---- zones ---- */

void decide_add_zone(const struct state *state, const struct command *command,
                     const struct context *context, struct decision *decision)
{
    decide_plain(state, command, context, decision);
}

void decide_edit_zone(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    decide_plain(state, command, context, decision);
}

void decide_drop_zone(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    decide_plain(state, command, context, decision);
}
