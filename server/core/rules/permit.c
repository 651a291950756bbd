/* Animators may touch everything that they see. Others may touch what no lock covers: that of the
 * board, of the zone in which the middle of a card lies, of the card. */
#include "core/rules/permit.h"

#include "core/changes.h"
#include "core/decide.h"
#include "core/state.h"

static bool animates(const struct state *state, const struct context *context)
{
    return may_animate(decide_role(state, context));
}

bool permit_board(const struct state *state, const struct context *context, uint64_t board,
                  struct decision *decision)
{
    if (!state_board(state, board)->locked || animates(state, context)) return true;
    return refuse(decision, REFUSAL_BOARD_LOCKED, 0);
}

uint64_t card_writer(const struct state *state, uint64_t id)
{
    const struct card *card = state_card(state, id);
    if (!card->anonymous) return card->author;
    const struct record *record = state_get(state, RECORD_AUTHORSHIP, id);
    return record ? record->body.authorship.person : 0;
}

/* ---- zones ---- */

static bool holds_middle(const struct zone *zone, const struct card *card)
{
    int64_t x = card->x + card->width / 2, y = card->y + card->height / 2;
    return x >= zone->x && x < zone->x + zone->width && y >= zone->y && y < zone->y + zone->height;
}

static bool is_smaller(const struct record *zone, const struct record *than)
{
    const struct zone *one = &zone->body.zone, *other = &than->body.zone;
    int64_t area = one->width * one->height, other_area = other->width * other->height;
    return area < other_area || (area == other_area && zone->id < than->id);
}

const struct record *zone_at(const struct state *state, const struct card *card)
{
    const struct record *found = NULL;
    if (card->unplaced) return NULL;
    struct holders zones = state_holders(state, INDEX_ZONE_BOARD, card->board);
    for (const struct record *zone; (zone = holders_next(&zones));)
        if (holds_middle(&zone->body.zone, card) && (!found || is_smaller(zone, found)))
            found = zone;
    return found;
}

bool permit_place(const struct state *state, const struct context *context, const struct card *card,
                  struct decision *decision)
{
    const struct record *zone = zone_at(state, card);
    if (!zone || !zone->body.zone.locked || animates(state, context)) return true;
    return refuse(decision, REFUSAL_ZONE_LOCKED, 0);
}

/* Whether it was taken off or not. */
static bool permit_change(const struct state *state, const struct context *context, uint64_t id,
                          struct decision *decision)
{
    const struct card *card = state_card(state, id);
    if (animates(state, context)) return true;
    if (!permit_board(state, context, card->board, decision)) return false;
    if (card->locked) return refuse(decision, REFUSAL_CARD_LOCKED, 0);
    bool waits = card->unplaced && card_writer(state, id) == context->person;
    if (state_board(state, card->board)->controlled && !waits)
        return refuse(decision, REFUSAL_NOT_YOURS, 0);
    return permit_place(state, context, card, decision);
}

bool permit_card(const struct state *state, const struct context *context, uint64_t id,
                 struct decision *decision)
{
    if (state_card(state, id)->dropped_at) return refuse(decision, REFUSAL_UNKNOWN_RECORD, 0);
    return permit_change(state, context, id, decision);
}

/* Anonymous ones too; 0 for nobody. */
static uint64_t dropped_by(const struct state *state, uint64_t id)
{
    const struct record *sealed = state_get(state, RECORD_AUTHORSHIP, id);
    return sealed ? sealed->body.authorship.dropped_by : state_card(state, id)->dropped_by;
}

bool permit_restore(const struct state *state, const struct context *context, uint64_t id,
                    unsigned field, struct decision *decision)
{
    const struct card *card = state_card(state, id);
    bool is_theirs = card && context->person && dropped_by(state, id) == context->person;
    if (!card || !card->dropped_at || !(is_theirs || animates(state, context)))
        return refuse(decision, REFUSAL_UNKNOWN_RECORD, field);
    return permit_change(state, context, id, decision);
}

/* ---- audiences ---- */

static bool may_show_to(const struct viewer *viewer, enum audience audience, uint64_t holder)
{
    switch (audience) {
    case AUDIENCE_EVERYONE: return holder == 0;
    case AUDIENCE_ANIMATORS: return holder == 0 && may_animate(viewer->role);
    case AUDIENCE_PERSON: return viewer->person && holder == viewer->person;
    case AUDIENCE_GROUP: return holder && bytes_has_id(viewer->groups, holder);
    }
    return false;
}

bool permit_audience(const struct state *state, const struct context *context,
                     enum audience audience, uint64_t holder, unsigned field,
                     struct decision *decision)
{
    struct viewer viewer = viewer_of(state, context);
    return may_show_to(&viewer, audience, holder) || refuse(decision, REFUSAL_NOT_ALLOWED, field);
}
