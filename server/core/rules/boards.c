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

void decide_drop_board(const struct state *state, const struct command *command,
                       const struct context *context, struct decision *decision)
{
    if (state_count(state, RECORD_BOARD) == 1)
        refuse(decision, REFUSAL_LAST_BOARD, DROP_BOARD_BOARD);
    else decide_plain(state, command, context, decision);
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
    (void)context;
    if (!state_board(state, board)->veiled) {
        refuse(decision, REFUSAL_NOT_VEILED, REVEAL_BOARD_BOARD);
        return;
    }
    set_veil(decision, board, false);
    union body body = {.card = {.audience = AUDIENCE_EVERYONE}};
    struct holders cards = state_holders(state, INDEX_CARD_BOARD, board);
    for (const struct record *card; (card = holders_next(&cards));)
        if (card->body.card.veiled)
            decision_patch(decision, RECORD_CARD, card->id,
                           FIELD_BIT(CARD_AUDIENCE) | FIELD_BIT(CARD_HOLDER) |
                               FIELD_BIT(CARD_VEILED),
                           &body);
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
