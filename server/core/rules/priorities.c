/* Prioritisations: points spread over the cards of a board, everybody's own until shown. */
#include "core/changes.h"
#include "core/decision.h"
#include "core/fold.h"
#include "core/state.h"

static const struct priority *priority_of(const struct state *state, uint64_t id)
{
    return &state_get(state, RECORD_PRIORITY, id)->body.priority;
}

void decide_add_priority(const struct state *state, const struct command *command,
                         const struct context *context, struct decision *decision)
{
    if (require_text(decision, command->body.add_priority.title, ADD_PRIORITY_TITLE))
        decide_plain(state, command, context, decision);
}

/* ---- showing and hiding ---- */

static void set_audience(union body *body, bool shown, uint64_t person)
{
    body->allotment.audience = shown ? AUDIENCE_EVERYONE : AUDIENCE_PERSON;
    body->allotment.holder = shown ? 0 : person;
}

static bool is_in(const struct state *state, uint64_t id)
{
    const struct person *person = state_person(state, id);
    return person && person->joined_at;
}

/* Points that nobody would see any more, since whoever gave them was taken out, go. */
static void show_all(const struct state *state, struct decision *decision, uint64_t priority,
                     bool shown)
{
    struct holders allotments = state_holders(state, INDEX_ALLOTMENT_PRIORITY, priority);
    for (const struct record *allotment; (allotment = holders_next(&allotments));) {
        union body body = {0};
        if (!shown && !is_in(state, allotment->body.allotment.person)) {
            decision_drop(decision, RECORD_ALLOTMENT, allotment->id);
            continue;
        }
        set_audience(&body, shown, allotment->body.allotment.person);
        decision_patch(decision, RECORD_ALLOTMENT, allotment->id,
                       FIELD_BIT(ALLOTMENT_AUDIENCE) | FIELD_BIT(ALLOTMENT_HOLDER), &body);
    }
}

void decide_edit_priority(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    const struct edit_priority *edit = &command->body.edit_priority;
    if (command->present & FIELD_BIT(EDIT_PRIORITY_TITLE) &&
        !require_text(decision, edit->title, EDIT_PRIORITY_TITLE))
        return;
    decide_plain(state, command, context, decision);
    bool shows = command->present & FIELD_BIT(EDIT_PRIORITY_SHOWN);
    if (shows && edit->shown != priority_of(state, edit->priority)->shown)
        show_all(state, decision, edit->priority, edit->shown);
}

void decide_drop_priority(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    decide_plain(state, command, context, decision);
}

/* ---- giving points ---- */

/* A walk over the points of one budget, which is a person's or that of all people of a territory. */
struct purse {
    const struct state *state;
    uint64_t priority;
    const struct bytes *territory;
    struct holders people, points;
};

static struct purse purse_of(const struct state *state, const struct allot *allot, uint64_t person)
{
    struct purse purse = {.state = state, .priority = allot->priority};
    purse.territory = state_person(state, person)->territory;
    bool shared = priority_of(state, allot->priority)->by_delegation && purse.territory;
    purse.people =
        state_holders(state, INDEX_PERSON_TERRITORY, shared ? fold_key(purse.territory) : 0);
    purse.points = state_holders(state, INDEX_ALLOTMENT_PERSON, shared ? 0 : person);
    return purse;
}

static const struct record *next_payer(struct purse *purse)
{
    const struct record *person;
    while ((person = holders_next(&purse->people)))
        if (fold_equal(bytes_text(person->body.person.territory), bytes_text(purse->territory)))
            break;
    return person;
}

static const struct record *purse_next(struct purse *purse)
{
    for (;;) {
        for (const struct record *points; (points = holders_next(&purse->points));)
            if (points->body.allotment.priority == purse->priority) return points;
        const struct record *payer = next_payer(purse);
        if (!payer) return NULL;
        purse->points = state_holders(purse->state, INDEX_ALLOTMENT_PERSON, payer->id);
    }
}

/* Points on a card that was taken off rest there: they are free until it comes back. */
static bool rests(const struct state *state, const struct allotment *allotment)
{
    const struct card *card = state_card(state, allotment->card);
    return !card || card->dropped_at || card->audience != AUDIENCE_EVERYONE;
}

/* What of the budget is spent, but for one allotment. */
static int64_t spent(const struct state *state, const struct allot *allot, uint64_t person,
                     uint64_t but)
{
    int64_t sum = 0;
    struct purse purse = purse_of(state, allot, person);
    for (const struct record *points; (points = purse_next(&purse));)
        if (points->id != but && !rests(state, &points->body.allotment))
            sum += points->body.allotment.points;
    return sum;
}

/* What is given elsewhere does not come back: of the points that rest, `left` may stay. */
static void free_resting(const struct state *state, const struct allot *allot, uint64_t person,
                         int64_t left, struct decision *decision)
{
    struct purse purse = purse_of(state, allot, person);
    for (const struct record *points; (points = purse_next(&purse));) {
        const struct allotment *allotment = &points->body.allotment;
        if (!rests(state, allotment)) continue;
        if (allotment->points > left) decision_drop(decision, RECORD_ALLOTMENT, points->id);
        else left -= allotment->points;
    }
}

static const struct record *own_allotment(const struct state *state, const struct allot *allot,
                                          uint64_t person)
{
    struct holders given = state_holders(state, INDEX_ALLOTMENT_PERSON, person);
    for (const struct record *points; (points = holders_next(&given));)
        if (points->body.allotment.priority == allot->priority &&
            points->body.allotment.card == allot->card)
            return points;
    return NULL;
}

/* `left` is what the budget holds for this card. */
static bool may_allot(const struct state *state, const struct allot *allot, int64_t left,
                      struct decision *decision)
{
    const struct priority *priority = priority_of(state, allot->priority);
    const struct card *card = state_card(state, allot->card);
    if (priority->closed) return refuse(decision, REFUSAL_PRIORITY_CLOSED, ALLOT_PRIORITY);
    if (card->dropped_at) return refuse(decision, REFUSAL_UNKNOWN_RECORD, ALLOT_CARD);
    if (card->board != priority->board) return refuse(decision, REFUSAL_OTHER_BOARD, ALLOT_CARD);
    /* Points are shown to everyone one day, and name their card. */
    if (card->audience != AUDIENCE_EVERYONE)
        return refuse(decision, REFUSAL_NOT_ALLOWED, ALLOT_CARD);
    if (allot->points <= left) return true;
    decision->limit = left;
    return refuse(decision, REFUSAL_BUDGET_SPENT, ALLOT_POINTS);
}

void decide_allot(const struct state *state, const struct command *command,
                  const struct context *context, struct decision *decision)
{
    const struct allot *allot = &command->body.allot;
    const struct priority *priority = priority_of(state, allot->priority);
    const struct record *own = own_allotment(state, allot, context->person);
    int64_t left = priority->points - spent(state, allot, context->person, own ? own->id : 0);
    if (!may_allot(state, allot, left, decision)) return;
    free_resting(state, allot, context->person, left - allot->points, decision);
    union body body = {.allotment = {.priority = allot->priority,
                                     .person = context->person,
                                     .card = allot->card,
                                     .points = allot->points}};
    set_audience(&body, priority->shown, context->person);
    if (own && allot->points)
        decision_patch(decision, RECORD_ALLOTMENT, own->id, FIELD_BIT(ALLOTMENT_POINTS), &body);
    else if (own) decision_drop(decision, RECORD_ALLOTMENT, own->id);
    else if (allot->points)
        decision_put(state, decision, RECORD_ALLOTMENT, allot->allotment, &body, ALLOT_ALLOTMENT);
}
