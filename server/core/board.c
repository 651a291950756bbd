/* Boards: cards, links between them, and the lock. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/state.h"

static bool is_unlocked(const struct state *state, const struct context *context, uint64_t board,
                        struct decision *decision)
{
    if (!state_board(state, board)->locked || may_animate(decide_role(state, context))) return true;
    return refuse(decision, REFUSAL_BOARD_LOCKED, 0);
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

/* One may show something to those one belongs to: everyone, oneself, one's group, and as an
 * animator the animators. */
static bool may_show_to(const struct state *state, const struct context *context,
                        enum audience audience, uint64_t holder)
{
    struct viewer viewer = viewer_of(state, context);
    switch (audience) {
    case AUDIENCE_EVERYONE:
        return holder == 0;
    case AUDIENCE_ANIMATORS:
        return holder == 0 && may_animate(viewer.role);
    case AUDIENCE_PERSON:
        return viewer.person && holder == viewer.person;
    case AUDIENCE_GROUP:
        return holder && bytes_has_id(viewer.groups, holder);
    }
    return false;
}

void decide_add_card(const struct state *state, const struct command *command,
                     const struct context *context, struct decision *decision)
{
    const struct add_card *add = &command->body.add_card;
    if (!is_unlocked(state, context, add->board, decision)) return;
    if (may_show_to(state, context, add->audience, add->holder))
        decide_plain(state, command, context, decision);
    else
        refuse(decision, REFUSAL_NOT_ALLOWED, ADD_CARD_AUDIENCE);
}

/* Card by card, what a link joins; false when this link does not touch the card. */
static bool link_touches(const struct link *link, uint64_t card)
{
    return link->from == card || link->to == card;
}

/* Links follow their cards: the card now has `scope`, the other one its own. A link whose two
 * cards nobody sees together goes. */
static void rescope_link(const struct state *state, struct decision *decision,
                         const struct record *record, uint64_t card, struct scope scope)
{
    const struct link *link = &record->body.link;
    uint64_t other = link->from == card ? link->to : link->from;
    const struct record *end = state_get(state, RECORD_CARD, other);
    struct scope met;
    if (!end || !scope_meet(scope, scope_of(RECORD_CARD, &end->body), &met)) {
        decision_drop(decision, RECORD_LINK, record->id);
        return;
    }
    union body body = {0};
    scope_to_fields(met, &body.link.audience, &body.link.holder);
    decision_patch(decision, RECORD_LINK, record->id,
                   FIELD_BIT(LINK_AUDIENCE) | FIELD_BIT(LINK_HOLDER), &body);
}

static void rescope_links(const struct state *state, struct decision *decision, uint64_t card,
                          struct scope scope)
{
    for (size_t i = 0; i < state_count(state, RECORD_LINK); i++) {
        const struct record *record = state_at(state, RECORD_LINK, i);
        if (link_touches(&record->body.link, card))
            rescope_link(state, decision, record, card, scope);
    }
}

/* Whoever sees a card may edit it; who sees it is for its author and the animators to say. */
static bool may_change_audience(const struct state *state, const struct context *context,
                                const struct card *card, const struct edit_card *edit,
                                struct decision *decision)
{
    bool is_theirs = context->person && card->author == context->person;
    if (!is_theirs && !may_animate(decide_role(state, context)))
        return refuse(decision, REFUSAL_NOT_YOURS, EDIT_CARD_AUDIENCE);
    if (may_show_to(state, context, edit->audience, edit->holder)) return true;
    return refuse(decision, REFUSAL_NOT_ALLOWED, EDIT_CARD_AUDIENCE);
}

/* The audience and its holder change together or not at all. */
static struct command with_holder(const struct command *command)
{
    struct command whole = *command;
    if (whole.present & FIELD_BIT(EDIT_CARD_AUDIENCE)) whole.present |= FIELD_BIT(EDIT_CARD_HOLDER);
    else whole.present &= ~FIELD_BIT(EDIT_CARD_HOLDER);
    return whole;
}

void decide_edit_card(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct edit_card *edit = &command->body.edit_card;
    const struct card *card = state_card(state, edit->card);
    if (!is_unlocked(state, context, card->board, decision)) return;
    struct command whole = with_holder(command);
    bool shows = whole.present & FIELD_BIT(EDIT_CARD_AUDIENCE);
    if (shows && !may_change_audience(state, context, card, edit, decision)) return;
    decide_plain(state, &whole, context, decision);
    if (!shows) return;
    union body body = effect_body(&whole, context);
    rescope_links(state, decision, edit->card, scope_of(RECORD_CARD, &body));
}

void decide_drop_card(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    uint64_t id = command->body.drop_card.card;
    if (!is_unlocked(state, context, state_card(state, id)->board, decision)) return;
    for (size_t i = 0; i < state_count(state, RECORD_LINK); i++) {
        const struct record *record = state_at(state, RECORD_LINK, i);
        if (link_touches(&record->body.link, id)) decision_drop(decision, RECORD_LINK, record->id);
    }
    decide_plain(state, command, context, decision);
}

static bool is_linked(const struct state *state, uint64_t from, uint64_t to,
                      const struct viewer *viewer)
{
    for (size_t i = 0; i < state_count(state, RECORD_LINK); i++) {
        const struct record *record = state_at(state, RECORD_LINK, i);
        const struct link *link = &record->body.link;
        if (link->from == from && link->to == to &&
            scope_admits(scope_of(RECORD_LINK, &record->body), viewer))
            return true;
    }
    return false;
}

static bool may_link(const struct state *state, const struct context *context,
                     const struct add_link *add, struct decision *decision)
{
    struct viewer viewer = viewer_of(state, context);
    if (add->from == add->to) return refuse(decision, REFUSAL_SAME_CARD, ADD_LINK_TO);
    if (state_card(state, add->from)->board != add->board)
        return refuse(decision, REFUSAL_OTHER_BOARD, ADD_LINK_FROM);
    if (state_card(state, add->to)->board != add->board)
        return refuse(decision, REFUSAL_OTHER_BOARD, ADD_LINK_TO);
    return !is_linked(state, add->from, add->to, &viewer) ||
           refuse(decision, REFUSAL_LINK_EXISTS, ADD_LINK_TO);
}

void decide_add_link(const struct state *state, const struct command *command,
                     const struct context *context, struct decision *decision)
{
    const struct add_link *add = &command->body.add_link;
    if (!is_unlocked(state, context, add->board, decision) ||
        !may_link(state, context, add, decision))
        return;
    struct scope scope;
    const struct record *from = state_get(state, RECORD_CARD, add->from);
    const struct record *to = state_get(state, RECORD_CARD, add->to);
    if (!scope_meet(scope_of(RECORD_CARD, &from->body), scope_of(RECORD_CARD, &to->body), &scope)) {
        refuse(decision, REFUSAL_PRIVATE_LINK, ADD_LINK_TO);
        return;
    }
    union body body = effect_body(command, context);
    scope_to_fields(scope, &body.link.audience, &body.link.holder);
    decision_put(state, decision, RECORD_LINK, add->link, &body, ADD_LINK_LINK);
}

void decide_edit_link(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct link *link = state_link(state, command->body.edit_link.link);
    if (is_unlocked(state, context, link->board, decision))
        decide_plain(state, command, context, decision);
}

void decide_drop_link(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct link *link = state_link(state, command->body.drop_link.link);
    if (is_unlocked(state, context, link->board, decision))
        decide_plain(state, command, context, decision);
}
