/* Links between cards. A link is seen by those who see both its cards. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/hanging.h"
#include "core/rules/permit.h"
#include "core/state.h"

bool is_linked(const struct state *state, uint64_t from, uint64_t to, const struct viewer *viewer)
{
    struct holders links = state_holders(state, INDEX_LINK_FROM, from);
    for (const struct record *link; (link = holders_next(&links));)
        if (link->body.link.to == to &&
            (!viewer || scope_admits(scope_of(RECORD_LINK, &link->body), viewer)))
            return true;
    return false;
}

static bool is_an_end(const struct state *state, uint64_t card, uint64_t board, unsigned field,
                      struct decision *decision)
{
    const struct card *end = state_card(state, card);
    if (end->dropped_at) return refuse(decision, REFUSAL_UNKNOWN_RECORD, field);
    return end->board == board || refuse(decision, REFUSAL_OTHER_BOARD, field);
}

static bool may_link(const struct state *state, const struct context *context,
                     const struct add_link *add, struct decision *decision)
{
    struct viewer viewer = viewer_of(state, context);
    if (add->from == add->to) return refuse(decision, REFUSAL_SAME_CARD, ADD_LINK_TO);
    if (!is_an_end(state, add->from, add->board, ADD_LINK_FROM, decision) ||
        !is_an_end(state, add->to, add->board, ADD_LINK_TO, decision))
        return false;
    return !is_linked(state, add->from, add->to, &viewer) ||
           refuse(decision, REFUSAL_LINK_EXISTS, ADD_LINK_TO);
}

/* Sealed, since a link to a card that its author alone sees would sign the card once it is shown. */
static void note_author(const struct state *state, const struct context *context,
                        const struct add_link *add, struct decision *decision)
{
    bool unsigned_end =
        state_card(state, add->from)->anonymous || state_card(state, add->to)->anonymous;
    union body body = {.link_authorship = {.person = context->person,
                                           .made_at = context->time,
                                           .anonymous = unsigned_end}};
    decision_put(state, decision, RECORD_LINK_AUTHORSHIP, add->link, &body, ADD_LINK_LINK);
}

void decide_add_link(const struct state *state, const struct command *command,
                     const struct context *context, struct decision *decision)
{
    const struct add_link *add = &command->body.add_link;
    if (!permit_board(state, context, add->board, decision) ||
        !may_link(state, context, add, decision))
        return;
    struct scope scope;
    struct record link = {.type = RECORD_LINK, .body = effect_body(command, context)};
    if (!hanging_scope(state, &link, &scope)) {
        refuse(decision, REFUSAL_PRIVATE_LINK, ADD_LINK_TO);
        return;
    }
    scope_to_fields(scope, &link.body.link.audience, &link.body.link.holder);
    if (decision_put(state, decision, RECORD_LINK, add->link, &link.body, ADD_LINK_LINK))
        note_author(state, context, add, decision);
}

void decide_edit_link(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct link *link = state_link(state, command->body.edit_link.link);
    if (permit_board(state, context, link->board, decision))
        decide_plain(state, command, context, decision);
}

void decide_drop_link(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct link *link = state_link(state, command->body.drop_link.link);
    if (permit_board(state, context, link->board, decision))
        decide_plain(state, command, context, decision);
}

/* ---- kinds of links ---- */

void decide_add_link_type(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    if (require_text(decision, command->body.add_link_type.label, ADD_LINK_TYPE_LABEL))
        decide_plain(state, command, context, decision);
}
