/* Leading everybody's eyes. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/state.h"

/* A lead is told to everyone, so the card in the light is one that everyone sees. */
static bool may_light(const struct state *state, uint64_t id, uint64_t board,
                      struct decision *decision)
{
    const struct card *card = state_card(state, id);
    if (!card) return true;
    if (card->dropped_at) return refuse(decision, REFUSAL_UNKNOWN_RECORD, LEAD_BOARD_CARD);
    if (card->board != board) return refuse(decision, REFUSAL_OTHER_BOARD, LEAD_BOARD_CARD);
    return card->audience == AUDIENCE_EVERYONE ||
           refuse(decision, REFUSAL_NOT_ALLOWED, LEAD_BOARD_CARD);
}

/* There is one lead a board, under the board's own id: a new one takes the old one's place. */
void decide_lead_board(const struct state *state, const struct command *command,
                       const struct context *context, struct decision *decision)
{
    uint64_t board = command->body.lead_board.board;
    if (!may_light(state, command->body.lead_board.card, board, decision)) return;
    struct change put = {.operation = CHANGE_PUT,
                         .type = RECORD_LEAD,
                         .id = board,
                         .body = effect_body(command, context)};
    put.body.lead.board = board;
    changes_add(&decision->changes, &put);
}

void decide_release_board(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    uint64_t board = command->body.release_board.board;
    (void)context;
    if (state_get(state, RECORD_LEAD, board)) decision_drop(decision, RECORD_LEAD, board);
}
