/* Leading everybody's eyes, and answering what was handed in. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/rules/permit.h"
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

/* ---- sending back ---- */

/* That the writer of an unsigned card is not here any more is for nobody to know: few are not. */
static bool may_return(const struct state *state, uint64_t id, bool here, struct decision *decision)
{
    const struct card *card = state_card(state, id);
    if (card->dropped_at) return refuse(decision, REFUSAL_UNKNOWN_RECORD, RETURN_CARD_CARD);
    if (!card->unplaced || card->audience != AUDIENCE_EVERYONE)
        return refuse(decision, REFUSAL_NOT_WAITING, RETURN_CARD_CARD);
    return here || card->anonymous || refuse(decision, REFUSAL_AUTHOR_GONE, RETURN_CARD_CARD);
}

/* There is one word for a card: a new one takes the old one's place. */
static void say(const struct state *state, const struct command *command,
                const struct context *context, uint64_t writer, struct decision *decision)
{
    const struct return_card *back = &command->body.return_card;
    struct holders remarks = state_holders(state, INDEX_REMARK_CARD, back->card);
    const struct record *before = holders_next(&remarks);
    union body body = {.remark = {.card = back->card,
                                  .text = back->text,
                                  .audience = AUDIENCE_PERSON,
                                  .holder = writer,
                                  .at = context->time}};
    if (before)
        decision_patch(decision, RECORD_REMARK, before->id,
                       FIELD_BIT(REMARK_TEXT) | FIELD_BIT(REMARK_AT), &body);
    else decision_put(state, decision, RECORD_REMARK, back->remark, &body, RETURN_CARD_REMARK);
}

void decide_return_card(const struct state *state, const struct command *command,
                        const struct context *context, struct decision *decision)
{
    uint64_t id = command->body.return_card.card, writer = card_writer(state, id);
    bool here = state_person(state, writer);
    if (!may_return(state, id, here, decision)) return;
    union body body = {.card = {.returned = true}};
    decision_patch(decision, RECORD_CARD, id, FIELD_BIT(CARD_RETURNED), &body);
    if (here) say(state, command, context, writer, decision);
}

/* ---- walls ---- */

/* There is one choice for all walls, under the workshop's own id. */
void decide_set_wall(const struct state *state, const struct command *command,
                     const struct context *context, struct decision *decision)
{
    const struct set_wall *set = &command->body.set_wall;
    const struct record *there = state_get(state, RECORD_WALL, set->workshop);
    (void)context;
    union body body = {.wall = {.phase = WALL_PHASE_AUTO, .message = set->message}};
    uint64_t mask = 0;
    if (command->present & FIELD_BIT(SET_WALL_PHASE)) {
        body.wall.phase = set->phase;
        mask |= FIELD_BIT(WALL_PHASE);
    }
    if (command->present & FIELD_BIT(SET_WALL_MESSAGE)) mask |= FIELD_BIT(WALL_MESSAGE);
    if (there) decision_patch(decision, RECORD_WALL, set->workshop, mask, &body);
    else decision_put(state, decision, RECORD_WALL, set->workshop, &body, SET_WALL_WORKSHOP);
}
