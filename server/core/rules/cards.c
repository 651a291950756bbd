/* Cards: laid down, changed, merged, taken off and brought back.
 *
 * A card that everybody saw is not gone when it is taken off: it moves out of everybody's sight
 * into the animators', with who did it and when, and can be brought back. One that only some
 * saw goes for good, because to keep it would show it to others. */
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/decide.h"
#include "core/decision.h"
#include "core/hanging.h"
#include "core/methods/text_change.h"
#include "core/rules/permit.h"
#include "core/state.h"
#include "core/text_merge.h"
#include "protocol/generated/references.h"
#include "protocol/generated/schema.h"

static bool animates(const struct state *state, const struct context *context)
{
    return may_animate(decide_role(state, context));
}

/* ---- the rule of a zone ---- */

/* Sets what the zone says, but for the fields in `given`; returns the fields set. The bytes of
 * objectives are the caller's. */
static uint64_t follow_rule(const struct zone *zone, uint64_t given, struct card *card)
{
    uint64_t mask = 0;
    if (zone->objective && !(given & FIELD_BIT(CARD_OBJECTIVES))) {
        card->objectives = bytes_from_ids(&zone->objective, 1);
        mask |= FIELD_BIT(CARD_OBJECTIVES);
    }
    if (zone->card_type && !(given & FIELD_BIT(CARD_CARD_TYPE))) {
        card->card_type = zone->card_type;
        mask |= FIELD_BIT(CARD_CARD_TYPE);
    }
    if (zone->paints && !(given & FIELD_BIT(CARD_COLOR))) {
        card->color = zone->color;
        mask |= FIELD_BIT(CARD_COLOR);
    }
    return mask;
}

/* ---- adding ---- */

/* When the workshop is full, what was taken off longest ago makes room. */
static void make_room(const struct state *state, struct decision *decision)
{
    if (state_count(state, RECORD_CARD) < schema_record(RECORD_CARD)->limit) return;
    struct holders bin = state_holders_from(state, INDEX_CARD_DROPPED_AT, 1);
    const struct record *oldest = holders_next(&bin);
    if (!oldest) return;
    decision_drop(decision, RECORD_CARD, oldest->id);
    hanging_settle(state, decision);
}

static size_t cards_of(const struct state *state, uint64_t person)
{
    return state_count_holders(state, INDEX_CARD_AUTHOR, person) +
           state_count_holders(state, INDEX_AUTHORSHIP_PERSON, person);
}

/* When somebody's share is full, what of theirs was taken off longest ago makes room. */
static void make_own_room(const struct state *state, uint64_t person, struct decision *decision)
{
    if (!person || cards_of(state, person) < share_of(RECORD_CARD)->limit) return;
    struct holders bin = state_holders_from(state, INDEX_CARD_DROPPED_AT, 1);
    for (const struct record *card; (card = holders_next(&bin));) {
        if (card_writer(state, card->id) != person) continue;
        decision_drop(decision, RECORD_CARD, card->id);
        hanging_settle(state, decision);
        return;
    }
}

/* Under a veil, and on a controlled board, what participants write is not at once everybody's. */
static void hold_back(const struct state *state, const struct context *context, struct card *card)
{
    const struct board *board = state_board(state, card->board);
    if (animates(state, context)) return;
    card->unplaced = board->controlled;
    if (!board->veiled || card->audience != AUDIENCE_EVERYONE) return;
    card->veiled = true;
    card->audience = AUDIENCE_PERSON;
    card->holder = context->person;
}

/* A group of one would name the writer: what is unsigned has none either. */
static void sign(const struct state *state, const struct context *context, struct card *card)
{
    const struct person *person = state_person(state, context->person);
    if (card->anonymous) card->author = 0;
    else if (person && bytes_id_count(person->groups)) card->group = bytes_id(person->groups, 0);
}

static void put_card(const struct state *state, const struct command *command,
                     const struct context *context, union body *body, struct decision *decision)
{
    const struct add_card *add = &command->body.add_card;
    const struct record *zone = zone_at(state, &body->card);
    uint64_t given =
        command->present & FIELD_BIT(ADD_CARD_OBJECTIVES) ? FIELD_BIT(CARD_OBJECTIVES) : 0;
    if (command->present & FIELD_BIT(ADD_CARD_CARD_TYPE)) given |= FIELD_BIT(CARD_CARD_TYPE);
    uint64_t ruled = zone ? follow_rule(&zone->body.zone, given, &body->card) : 0;
    make_own_room(state, context->person, decision);
    if (!decision->changes.count) make_room(state, decision);
    if (decision_put(state, decision, RECORD_CARD, add->card, body, ADD_CARD_CARD) &&
        add->anonymous) {
        union body authorship = {.authorship = {.person = context->person}};
        decision_put(state, decision, RECORD_AUTHORSHIP, add->card, &authorship, ADD_CARD_CARD);
    }
    if (ruled & FIELD_BIT(CARD_OBJECTIVES)) bytes_drop(body->card.objectives);
}

void decide_add_card(const struct state *state, const struct command *command,
                     const struct context *context, struct decision *decision)
{
    const struct add_card *add = &command->body.add_card;
    union body body = effect_body(command, context);
    if (!permit_board(state, context, add->board, decision) ||
        !permit_audience(state, context, add->audience, add->holder, ADD_CARD_AUDIENCE, decision))
        return;
    hold_back(state, context, &body.card);
    if (!permit_place(state, context, &body.card, decision)) return;
    sign(state, context, &body.card);
    put_card(state, command, context, &body, decision);
}

/* ---- editing ---- */

/* Whoever sees a card may edit it; who sees it is for its writer and the animators to say, and
 * under a veil for the animators alone. */
static bool may_change_audience(const struct state *state, const struct context *context,
                                const struct edit_card *edit, struct decision *decision)
{
    const struct card *card = state_card(state, edit->card);
    bool is_theirs = context->person && card_writer(state, edit->card) == context->person;
    bool lifts_veil = card->veiled || (state_board(state, card->board)->veiled &&
                                       edit->audience == AUDIENCE_EVERYONE);
    if (!animates(state, context) && (!is_theirs || lifts_veil))
        return refuse(decision, REFUSAL_NOT_YOURS, EDIT_CARD_AUDIENCE);
    return permit_audience(state, context, edit->audience, edit->holder, EDIT_CARD_AUDIENCE,
                           decision);
}

/* The audience and its holder change together or not at all. */
static struct command with_holder(const struct command *command)
{
    struct command whole = *command;
    if (whole.present & FIELD_BIT(EDIT_CARD_AUDIENCE)) whole.present |= FIELD_BIT(EDIT_CARD_HOLDER);
    else whole.present &= ~FIELD_BIT(EDIT_CARD_HOLDER);
    return whole;
}

/* Locks, order and placing are for animators; sending back is a command of its own. */
static bool may_change_these(const struct state *state, const struct command *command,
                             const struct context *context, struct decision *decision)
{
    if (command->present & FIELD_BIT(EDIT_CARD_RETURNED) && command->body.edit_card.returned)
        return refuse(decision, REFUSAL_NOT_ALLOWED, EDIT_CARD_RETURNED);
    uint64_t animators =
        FIELD_BIT(EDIT_CARD_LOCKED) | FIELD_BIT(EDIT_CARD_PLACE) | FIELD_BIT(EDIT_CARD_UNPLACED);
    return !(command->present & animators) || animates(state, context) ||
           refuse(decision, REFUSAL_NOT_ALLOWED, 0);
}

/* The card as it will lie: where it is now, but for what the command moves. */
static struct card moved(const struct state *state, const struct command *command)
{
    const struct edit_card *edit = &command->body.edit_card;
    struct card card = *state_card(state, edit->card);
    if (command->present & FIELD_BIT(EDIT_CARD_X)) card.x = edit->x;
    if (command->present & FIELD_BIT(EDIT_CARD_Y)) card.y = edit->y;
    if (command->present & FIELD_BIT(EDIT_CARD_WIDTH)) card.width = edit->width;
    if (command->present & FIELD_BIT(EDIT_CARD_HEIGHT)) card.height = edit->height;
    if (command->present & FIELD_BIT(EDIT_CARD_UNPLACED)) card.unplaced = edit->unplaced;
    return card;
}

/* Only coming into a zone sets what it says: what people correct inside it stays. A card that
 * serves the zone's objective already keeps the others it serves. */
static void patch_by_rule(const struct state *state, const struct command *command,
                          struct decision *decision)
{
    uint64_t id = command->body.edit_card.card;
    struct card there = moved(state, command);
    const struct record *from = zone_at(state, state_card(state, id));
    const struct record *to = zone_at(state, &there);
    if (!to || to == from) return;
    union body body;
    memset(&body, 0, sizeof body);
    uint64_t given = effect_mask(command);
    if (bytes_has_id(there.objectives, to->body.zone.objective))
        given |= FIELD_BIT(CARD_OBJECTIVES);
    uint64_t mask = follow_rule(&to->body.zone, given, &body.card);
    if (mask) decision_patch(decision, RECORD_CARD, id, mask, &body);
    bytes_drop(body.card.objectives);
}

/* Whom it is shown to is said now, so that no veil is left on it. */
static void unveil(const struct state *state, struct decision *decision, uint64_t id)
{
    union body body = {.card = {.veiled = false}};
    if (state_card(state, id)->veiled)
        decision_patch(decision, RECORD_CARD, id, FIELD_BIT(CARD_VEILED), &body);
}

/* Handed in again, or placed after all: what was said of it is settled. */
static void settle_return(const struct state *state, const struct command *command,
                          struct decision *decision)
{
    const struct edit_card *edit = &command->body.edit_card;
    bool placed = command->present & FIELD_BIT(EDIT_CARD_UNPLACED) && !edit->unplaced;
    if (!placed && !(command->present & FIELD_BIT(EDIT_CARD_RETURNED))) return;
    union body body = {.card = {.returned = false}};
    if (state_card(state, edit->card)->returned)
        decision_patch(decision, RECORD_CARD, edit->card, FIELD_BIT(CARD_RETURNED), &body);
    struct holders remarks = state_holders(state, INDEX_REMARK_CARD, edit->card);
    for (const struct record *remark; (remark = holders_next(&remarks));)
        decision_drop(decision, RECORD_REMARK, remark->id);
}

void decide_edit_card(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct edit_card *edit = &command->body.edit_card;
    struct command whole = with_holder(command);
    bool shows = whole.present & FIELD_BIT(EDIT_CARD_AUDIENCE);
    struct card there = moved(state, command);
    if (!permit_card(state, context, edit->card, decision) ||
        !may_change_these(state, command, context, decision) ||
        !permit_place(state, context, &there, decision) ||
        (shows && !may_change_audience(state, context, edit, decision)))
        return;
    decide_plain(state, &whole, context, decision);
    patch_by_rule(state, command, decision);
    settle_return(state, command, decision);
    if (shows) unveil(state, decision, edit->card);
}

/* ---- signing ---- */

/* Who wrote an unsigned card is told to nobody, and known to the server alone. */
static void keep_writer(const struct state *state, struct decision *decision, uint64_t card,
                        uint64_t writer)
{
    union body authorship = {.authorship = {.person = writer}};
    decision_put(state, decision, RECORD_AUTHORSHIP, card, &authorship, SIGN_CARD_CARD);
}

void decide_sign_card(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct sign_card *sign = &command->body.sign_card;
    if (!permit_card(state, context, sign->card, decision)) return;
    if (!context->person || card_writer(state, sign->card) != context->person) {
        refuse(decision, REFUSAL_NOT_YOURS, SIGN_CARD_CARD);
        return;
    }
    if (state_card(state, sign->card)->anonymous == sign->anonymous) return;
    union body body = {
        .card = {.anonymous = sign->anonymous, .author = sign->anonymous ? 0 : context->person}};
    decision_patch(decision, RECORD_CARD, sign->card,
                   FIELD_BIT(CARD_ANONYMOUS) | FIELD_BIT(CARD_AUTHOR) | FIELD_BIT(CARD_GROUP),
                   &body);
    if (!sign->anonymous) decision_drop(decision, RECORD_AUTHORSHIP, sign->card);
    else keep_writer(state, decision, sign->card, context->person);
}

void decide_edit_text(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    const struct edit_text *edit = &command->body.edit_text;
    if (!permit_card(state, context, edit->card, decision)) return;
    const struct bytes *now = state_card(state, edit->card)->text;
    int64_t most = schema_field(schema_record(RECORD_CARD), CARD_TEXT)->max;
    struct bytes *merged = text_merge(edit->base, now, edit->text), *text;
    CHECK(text_change_apply(merged, now, &text));
    if ((int64_t)bytes_length(text) > most) {
        decision->limit = most;
        refuse(decision, REFUSAL_FIELD_TOO_LONG, EDIT_TEXT_TEXT);
    } else decision_edit(decision, RECORD_CARD, edit->card, CARD_TEXT, merged);
    bytes_drop(merged);
    bytes_drop(text);
}

/* ---- taking off and bringing back ---- */

/* Whoever takes an unsigned card off is as a rule who wrote it: who did is sealed with who wrote it. */
static void note_dropped_by(struct decision *decision, uint64_t card, uint64_t person)
{
    union body body = {.authorship = {.dropped_by = person}};
    decision_patch(decision, RECORD_AUTHORSHIP, card, FIELD_BIT(AUTHORSHIP_DROPPED_BY), &body);
}

void card_take_off(const struct state *state, const struct context *context,
                   struct decision *decision, uint64_t id)
{
    bool sealed = state_get(state, RECORD_AUTHORSHIP, id);
    uint64_t by = sealed ? 0 : context->person;
    hanging_take_off(state, decision, RECORD_CARD, id, by, context->time);
    if (sealed && decision->changes.items[decision->changes.count - 1].operation == CHANGE_PATCH)
        note_dropped_by(decision, id, context->person);
}

static void bring_back(const struct state *state, struct decision *decision, uint64_t id)
{
    hanging_bring_back(decision, RECORD_CARD, id);
    if (state_get(state, RECORD_AUTHORSHIP, id)) note_dropped_by(decision, id, 0);
}

void decide_drop_card(const struct state *state, const struct command *command,
                      const struct context *context, struct decision *decision)
{
    uint64_t id = command->body.drop_card.card;
    if (permit_card(state, context, id, decision)) card_take_off(state, context, decision, id);
}

void decide_restore_card(const struct state *state, const struct command *command,
                         const struct context *context, struct decision *decision)
{
    uint64_t id = command->body.restore_card.card;
    if (permit_restore(state, context, id, RESTORE_CARD_CARD, decision))
        bring_back(state, decision, id);
}

void decide_restore_cards(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    const struct restore_cards *wanted = &command->body.restore_cards;
    uint64_t since = wanted->since > 0 ? (uint64_t)wanted->since : 1;
    struct holders bin = state_holders_from(state, INDEX_CARD_DROPPED_AT, since);
    (void)context;
    for (const struct record *card; (card = holders_next(&bin));)
        if (!wanted->person || card->body.card.dropped_by == wanted->person)
            bring_back(state, decision, card->id);
}

/* ---- merging ---- */

/* Both lists, each id once, at most `most` of them. */
static struct bytes *join_ids(const struct bytes *left, const struct bytes *right, uint64_t also,
                              size_t most)
{
    size_t count = 0;
    uint64_t *all = allocate((bytes_id_count(left) + bytes_id_count(right) + 1) * sizeof *all);
    for (size_t i = 0; i < bytes_id_count(left); i++) all[count++] = bytes_id(left, i);
    for (size_t i = 0; i < bytes_id_count(right); i++)
        if (!bytes_has_id(left, bytes_id(right, i))) all[count++] = bytes_id(right, i);
    if (also && !bytes_has_id(left, also) && !bytes_has_id(right, also)) all[count++] = also;
    struct bytes *joined = bytes_from_ids(all, count < most ? count : most);
    free(all);
    return joined;
}

/* To where `link` goes, unless there is such a link. */
static void lead_link(const struct state *state, struct decision *decision, uint64_t id,
                      struct link link)
{
    union body body = {.link = link};
    if (link.from != link.to && !is_linked(state, link.from, link.to, NULL))
        decision_patch(decision, RECORD_LINK, id, FIELD_BIT(LINK_FROM) | FIELD_BIT(LINK_TO), &body);
}

static void move_link(const struct state *state, struct decision *decision,
                      const struct merge_cards *merge, const struct record *record)
{
    struct link link = record->body.link;
    if (link.from == merge->gone) link.from = merge->kept;
    if (link.to == merge->gone) link.to = merge->kept;
    lead_link(state, decision, record->id, link);
}

/* What is linked with the card that goes is linked with the one that stays, once in each
 * direction. What would be one too many, or lead from the card to itself, hangs on the one that
 * goes, and comes back with it. */
static void move_links(const struct state *state, struct decision *decision,
                       const struct merge_cards *merge)
{
    static const enum record_index ends[] = {INDEX_LINK_FROM, INDEX_LINK_TO};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct holders links = state_holders(state, ends[i], merge->gone);
        for (const struct record *link; (link = holders_next(&links));)
            move_link(state, decision, merge, link);
    }
}

static bool may_merge(const struct state *state, const struct context *context,
                      const struct merge_cards *merge, struct decision *decision)
{
    const struct card *kept = state_card(state, merge->kept);
    const struct card *gone = state_card(state, merge->gone);
    if (merge->kept == merge->gone) return refuse(decision, REFUSAL_SAME_CARD, MERGE_CARDS_GONE);
    if (!permit_card(state, context, merge->kept, decision) ||
        !permit_card(state, context, merge->gone, decision))
        return false;
    if (kept->board != gone->board) return refuse(decision, REFUSAL_OTHER_BOARD, MERGE_CARDS_GONE);
    return (kept->audience == gone->audience && kept->holder == gone->holder) ||
           refuse(decision, REFUSAL_PRIVATE_LINK, MERGE_CARDS_GONE);
}

static bool merged_body(const struct card *kept, const struct card *gone, struct decision *decision,
                        union body *body)
{
    const struct schema_type *type = schema_record(RECORD_CARD);
    memset(body, 0, sizeof *body);
    struct bytes *words = text_join(gone->title, gone->text, "\n");
    body->card.text = text_join(kept->text, words, "\n\n");
    bytes_drop(words);
    body->card.tags = text_join(kept->tags, gone->tags, "\n");
    body->card.objectives = join_ids(kept->objectives, gone->objectives, 0,
                                     (size_t)schema_field(type, CARD_OBJECTIVES)->max);
    uint64_t author = gone->author == kept->author ? 0 : gone->author;
    body->card.coauthors = join_ids(kept->coauthors, gone->coauthors, author,
                                    (size_t)schema_field(type, CARD_COAUTHORS)->max);
    decision->limit = schema_field(type, CARD_TEXT)->max;
    if ((int64_t)bytes_length(body->card.text) > decision->limit)
        return refuse(decision, REFUSAL_FIELD_TOO_LONG, MERGE_CARDS_KEPT);
    decision->limit = schema_field(type, CARD_TAGS)->max;
    return (int64_t)bytes_length(body->card.tags) <= decision->limit ||
           refuse(decision, REFUSAL_FIELD_TOO_LONG, MERGE_CARDS_KEPT);
}

void decide_merge_cards(const struct state *state, const struct command *command,
                        const struct context *context, struct decision *decision)
{
    const struct merge_cards *merge = &command->body.merge_cards;
    uint64_t mask = FIELD_BIT(CARD_TEXT) | FIELD_BIT(CARD_TAGS) | FIELD_BIT(CARD_OBJECTIVES) |
                    FIELD_BIT(CARD_COAUTHORS);
    if (!may_merge(state, context, merge, decision)) return;
    union body body;
    if (merged_body(state_card(state, merge->kept), state_card(state, merge->gone), decision,
                    &body)) {
        decision->limit = 0;
        decision_patch(decision, RECORD_CARD, merge->kept, mask, &body);
        move_links(state, decision, merge);
        card_take_off(state, context, decision, merge->gone);
    }
    body_drop(RECORD_CARD, &body, ALL_FIELDS);
}

/* ---- taking a merge back ---- */

/* Those of the kept card's list that it had of its own, or that did not come from the other. */
static struct bytes *own_ids(const struct bytes *now, const struct bytes *theirs, uint64_t also,
                             const struct bytes *before)
{
    size_t count = 0;
    uint64_t *left = allocate((bytes_id_count(now) + 1) * sizeof *left);
    for (size_t i = 0; i < bytes_id_count(now); i++) {
        uint64_t id = bytes_id(now, i);
        bool came = bytes_has_id(theirs, id) || (also && id == also);
        if (!came || bytes_has_id(before, id)) left[count++] = id;
    }
    struct bytes *own = bytes_from_ids(left, count);
    free(left);
    return own;
}

/* The text without what was joined to it; what others wrote into it since stays. */
static struct bytes *parted(const struct bytes *before, const struct bytes *added,
                            const char *between, const struct bytes *now)
{
    struct bytes *joined = text_join(before, added, between);
    struct bytes *change = text_merge(joined, now, before), *text;
    CHECK(text_change_apply(change, now, &text));
    bytes_drop(change);
    bytes_drop(joined);
    return text;
}

static void give_back(const struct state *state, struct decision *decision,
                      const struct unmerge_cards *unmerge)
{
    const struct card *kept = state_card(state, unmerge->kept);
    const struct card *gone = state_card(state, unmerge->gone);
    struct bytes *words = text_join(gone->title, gone->text, "\n");
    union body body;
    memset(&body, 0, sizeof body);
    body.card.text = parted(unmerge->text, words, "\n\n", kept->text);
    body.card.tags = parted(unmerge->tags, gone->tags, "\n", kept->tags);
    body.card.objectives = own_ids(kept->objectives, gone->objectives, 0, unmerge->objectives);
    body.card.coauthors =
        own_ids(kept->coauthors, gone->coauthors, gone->author, unmerge->coauthors);
    decision_patch(decision, RECORD_CARD, unmerge->kept,
                   FIELD_BIT(CARD_TEXT) | FIELD_BIT(CARD_TAGS) | FIELD_BIT(CARD_OBJECTIVES) |
                       FIELD_BIT(CARD_COAUTHORS),
                   &body);
    bytes_drop(words);
    body_drop(RECORD_CARD, &body, ALL_FIELDS);
}

/* The links that were the other card's, as far as they still hang on the one that was kept. */
static void lead_links_back(const struct state *state, struct decision *decision,
                            const struct unmerge_cards *unmerge)
{
    for (size_t i = 0; i < bytes_id_count(unmerge->links); i++) {
        uint64_t id = bytes_id(unmerge->links, i);
        const struct record *record = state_get(state, RECORD_LINK, id);
        if (!record) continue;
        struct link link = record->body.link;
        if (link.from == unmerge->gone || link.to == unmerge->gone) continue;
        if (link.from == unmerge->kept) link.from = unmerge->gone;
        else if (link.to == unmerge->kept) link.to = unmerge->gone;
        else continue;
        lead_link(state, decision, id, link);
    }
}

void decide_unmerge_cards(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    const struct unmerge_cards *unmerge = &command->body.unmerge_cards;
    if (!permit_card(state, context, unmerge->kept, decision) ||
        !permit_restore(state, context, unmerge->gone, UNMERGE_CARDS_GONE, decision))
        return;
    if (state_card(state, unmerge->kept)->board != state_card(state, unmerge->gone)->board) {
        refuse(decision, REFUSAL_OTHER_BOARD, UNMERGE_CARDS_GONE);
        return;
    }
    give_back(state, decision, unmerge);
    hanging_bring_back(decision, RECORD_CARD, unmerge->gone);
    lead_links_back(state, decision, unmerge);
}

/* ---- what cards are about ---- */

void decide_add_card_type(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    if (require_text(decision, command->body.add_card_type.label, ADD_CARD_TYPE_LABEL))
        decide_plain(state, command, context, decision);
}

void decide_add_objective(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    if (require_text(decision, command->body.add_objective.title, ADD_OBJECTIVE_TITLE))
        decide_plain(state, command, context, decision);
}

void decide_add_territory(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    if (!require_text(decision, command->body.add_territory.name, ADD_TERRITORY_NAME)) return;
    decide_plain(state, command, context, decision);
    if (decision->refusal) return;
    union body body = {
        .territory_authorship = {.person = context->person, .made_at = context->time}};
    decision_put(state, decision, RECORD_TERRITORY_AUTHORSHIP,
                 command->body.add_territory.territory, &body, ADD_TERRITORY_TERRITORY);
}
