/* What one person may add is held in decide.c, by the schema; here is what animators do about it.
 *
 * Nothing here may tell who added what is unsigned (C34): of somebody named only what is signed goes, and
 * territories, whose use an animator can change, go by nobody's name. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/rules/permit.h"
#include "core/state.h"

static bool goes(const struct card *card, const struct drop_added *wanted)
{
    if (card->dropped_at || card->audience != AUDIENCE_EVERYONE || card->made_at < wanted->since)
        return false;
    return wanted->person ? card->author == wanted->person : card->anonymous;
}

static void take_off(const struct state *state, const struct context *context,
                     const struct drop_added *wanted, uint64_t id, struct decision *decision)
{
    const struct card *card = state_card(state, id);
    if (card && goes(card, wanted)) card_take_off(state, context, decision, id);
}

static void drop_link(const struct record *noted, const struct drop_added *wanted,
                      struct decision *decision)
{
    const struct link_authorship *by = &noted->body.link_authorship;
    if (by->anonymous == !wanted->person && by->made_at >= wanted->since)
        decision_drop(decision, RECORD_LINK, noted->id);
}

/* Whether a card is about it that stays on its board. */
static bool is_used(const struct state *state, uint64_t territory, const struct drop_added *wanted)
{
    struct holders cards = state_holders(state, INDEX_CARD_TERRITORY, territory);
    for (const struct record *card; (card = holders_next(&cards));)
        if (!card->body.card.dropped_at && !goes(&card->body.card, wanted)) return true;
    return false;
}

static void drop_territories(const struct state *state, const struct drop_added *wanted,
                             struct decision *decision)
{
    for (size_t i = 0; i < state_count(state, RECORD_TERRITORY_AUTHORSHIP); i++) {
        const struct record *noted = state_at(state, RECORD_TERRITORY_AUTHORSHIP, i);
        if (noted->body.territory_authorship.made_at >= wanted->since &&
            !is_used(state, noted->id, wanted))
            decision_drop(decision, RECORD_TERRITORY, noted->id);
    }
}

static void drop_unsigned(const struct state *state, const struct context *context,
                          const struct drop_added *wanted, struct decision *decision)
{
    for (size_t i = 0; i < state_count(state, RECORD_AUTHORSHIP); i++)
        take_off(state, context, wanted, state_at(state, RECORD_AUTHORSHIP, i)->id, decision);
    for (size_t i = 0; i < state_count(state, RECORD_LINK_AUTHORSHIP); i++)
        drop_link(state_at(state, RECORD_LINK_AUTHORSHIP, i), wanted, decision);
    drop_territories(state, wanted, decision);
}

void decide_drop_added(const struct state *state, const struct command *command,
                       const struct context *context, struct decision *decision)
{
    const struct drop_added *wanted = &command->body.drop_added;
    if (!wanted->person) {
        drop_unsigned(state, context, wanted, decision);
        return;
    }
    struct holders cards = state_holders(state, INDEX_CARD_AUTHOR, wanted->person);
    for (const struct record *card; (card = holders_next(&cards));)
        take_off(state, context, wanted, card->id, decision);
    struct holders links = state_holders(state, INDEX_LINK_AUTHORSHIP_PERSON, wanted->person);
    for (const struct record *noted; (noted = holders_next(&links));)
        drop_link(noted, wanted, decision);
}
