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

static void show_all(const struct state *state, struct decision *decision, uint64_t priority,
                     bool shown)
{
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct record *record = state_at(state, RECORD_ALLOTMENT, i);
        const struct allotment *allotment = &record->body.allotment;
        if (allotment->priority != priority) continue;
        union body body = {0};
        set_audience(&body, shown, allotment->person);
        decision_patch(decision, RECORD_ALLOTMENT, record->id,
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
    uint64_t priority = command->body.drop_priority.priority;
    (void)context;
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct record *record = state_at(state, RECORD_ALLOTMENT, i);
        if (record->body.allotment.priority == priority)
            decision_drop(decision, RECORD_ALLOTMENT, record->id);
    }
    decision_drop(decision, RECORD_PRIORITY, priority);
}

/* ---- giving points ---- */

/* Whether two people share a budget: they are one, or come from one territory. */
static bool share_budget(const struct state *state, const struct priority *priority, uint64_t one,
                         uint64_t other)
{
    if (one == other) return true;
    const struct person *left = state_person(state, one), *right = state_person(state, other);
    return priority->by_delegation && left && right && bytes_length(left->territory) &&
           fold_equal(bytes_text(left->territory), bytes_text(right->territory));
}

/* Points on a card that was taken off rest there: they are free until it comes back. */
static bool rests(const struct state *state, const struct allotment *allotment)
{
    const struct card *card = state_card(state, allotment->card);
    return !card || card->dropped_at || card->audience != AUDIENCE_EVERYONE;
}

/* Whether an allotment is paid from the budget of which somebody asks for more. */
static bool is_paid_from(const struct state *state, const struct allotment *allotment,
                         const struct allot *allot, uint64_t person)
{
    return allotment->priority == allot->priority &&
           share_budget(state, priority_of(state, allot->priority), person, allotment->person);
}

/* What of the budget is spent, but for one allotment. */
static int64_t spent(const struct state *state, const struct allot *allot, uint64_t person,
                     uint64_t but)
{
    int64_t sum = 0;
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct record *record = state_at(state, RECORD_ALLOTMENT, i);
        const struct allotment *allotment = &record->body.allotment;
        if (record->id != but && !rests(state, allotment) &&
            is_paid_from(state, allotment, allot, person))
            sum += allotment->points;
    }
    return sum;
}

/* What is given elsewhere does not come back: of the points that rest, `left` may stay. */
static void free_resting(const struct state *state, const struct allot *allot, uint64_t person,
                         int64_t left, struct decision *decision)
{
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct record *record = state_at(state, RECORD_ALLOTMENT, i);
        const struct allotment *allotment = &record->body.allotment;
        if (!rests(state, allotment) || !is_paid_from(state, allotment, allot, person)) continue;
        if (allotment->points > left) decision_drop(decision, RECORD_ALLOTMENT, record->id);
        else left -= allotment->points;
    }
}

void decision_drop_points(const struct state *state, struct decision *decision, uint64_t card)
{
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct record *record = state_at(state, RECORD_ALLOTMENT, i);
        if (record->body.allotment.card == card)
            decision_drop(decision, RECORD_ALLOTMENT, record->id);
    }
}

static const struct record *own_allotment(const struct state *state, const struct allot *allot,
                                          uint64_t person)
{
    for (size_t i = 0; i < state_count(state, RECORD_ALLOTMENT); i++) {
        const struct record *record = state_at(state, RECORD_ALLOTMENT, i);
        const struct allotment *allotment = &record->body.allotment;
        if (allotment->priority == allot->priority && allotment->card == allot->card &&
            allotment->person == person)
            return record;
    }
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
