/* What animators do to a whole board: zones, leading everybody's eyes, kinds of cards, places. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/state.h"

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

void decide_add_card_type(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    if (require_text(decision, command->body.add_card_type.label, ADD_CARD_TYPE_LABEL))
        decide_plain(state, command, context, decision);
}

void decide_add_territory(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    if (require_text(decision, command->body.add_territory.name, ADD_TERRITORY_NAME))
        decide_plain(state, command, context, decision);
}

/* There is one lead a board, under the board's own id: a new one takes the old one's place. */
void decide_lead_board(const struct state *state, const struct command *command,
                 const struct context *context, struct decision *decision)
{
    uint64_t board = command->body.lead_board.board;
    (void)state;
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
