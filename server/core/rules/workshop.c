/* The workshop itself: founded from a template and a roll, renamed, closed, reopened.
 *
 * Founding takes its fresh ids in this order:  the template's records | 3 access links | the roll. */
#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/decide.h"
#include "core/decision.h"
#include "core/fields.h"
#include "core/fold.h"
#include "core/roll.h"
#include "core/state.h"
#include "protocol/generated/schema.h"
#include "protocol/generated/templates.h"

enum { FIRST_LINKS = 3 };

size_t foundation_ids(const struct template *template, const struct roll *roll)
{
    return (template ? template->count : 0) + FIRST_LINKS + (roll ? roll->count : 0);
}

static void add_id(struct bytes **list, uint64_t id)
{
    size_t count = bytes_id_count(*list);
    struct bytes *longer;
    uint64_t ids[32];
    CHECK(count < sizeof ids / sizeof *ids);
    for (size_t i = 0; i < count; i++) ids[i] = bytes_id(*list, i);
    ids[count] = id;
    longer = bytes_from_ids(ids, count + 1);
    bytes_drop(*list);
    *list = longer;
}

/* A template names the records before it by their place, from 1. */
static void set_field(const struct field *field, union body *body,
                      const struct template_field *from, const uint64_t *ids)
{
    if (field->kind == FIELD_TEXT) *field_bytes(field, body) = bytes_from(from->text);
    else if (field->kind == FIELD_IDS) add_id(field_bytes(field, body), ids[from->integer - 1]);
    else if (field->kind == FIELD_ID && from->integer)
        field_set_number(field, body, (int64_t)ids[from->integer - 1]);
    else field_set_number(field, body, from->integer);
}

static bool put_template_record(const struct state *state, const struct context *context,
                                const struct template_record *from, size_t place,
                                struct decision *decision)
{
    const struct schema_type *type = schema_record(from->type);
    const struct foundation *foundation = context->foundation;
    union body body;
    memset(&body, 0, sizeof body);
    for (size_t i = 0; i < from->field_count; i++)
        set_field(schema_field(type, from->fields[i].number), &body, &from->fields[i],
                  foundation->ids);
    if (from->type == RECORD_CARD) body.card.made_at = context->time;
    bool fits = decision_put(state, decision, from->type, foundation->ids[place], &body, 0);
    body_drop(from->type, &body, ALL_FIELDS);
    return fits;
}

static bool put_template(const struct state *state, const struct context *context,
                         enum language language, struct decision *decision)
{
    const struct template *template = context->foundation->template;
    for (size_t i = 0; i < template->count; i++)
        if (!put_template_record(state, context, &template->records[language - 1][i], i, decision))
            return false;
    return true;
}

static bool put_link(const struct state *state, const struct context *context, enum role role,
                     const struct bytes *digest, uint64_t id, struct decision *decision)
{
    union body body = {.invitation = {.role = role, .number = 1, .made_at = context->time}};
    return decision_put(state, decision, RECORD_INVITATION, id, &body, 0) &&
           decision_put_key(state, decision, digest, id, 0, 0);
}

static bool put_links(const struct state *state, const struct context *context,
                      struct decision *decision)
{
    const struct foundation *foundation = context->foundation;
    const uint64_t *ids = foundation->ids + foundation->template->count;
    return put_link(state, context, ROLE_ANIMATOR, foundation->animator, ids[0], decision) &&
           put_link(state, context, ROLE_PARTICIPANT, foundation->participant, ids[1], decision) &&
           put_link(state, context, ROLE_SCREEN, foundation->screen, ids[2], decision);
}

/* A roll may give a category's code or what people read, with or without accents. */
static bool find_category(const struct decision *decision, const struct bytes *wanted, uint64_t *id)
{
    *id = 0;
    if (!bytes_length(wanted)) return true;
    for (size_t i = 0; i < decision->changes.count; i++) {
        const struct change *change = &decision->changes.items[i];
        if (change->type != RECORD_CATEGORY) continue;
        if (fold_equal(bytes_text(change->body.category.code), bytes_text(wanted)) ||
            fold_equal(bytes_text(change->body.category.label), bytes_text(wanted))) {
            *id = change->id;
            return true;
        }
    }
    return false;
}

static bool put_line(const struct state *state, const struct roll_line *line, uint64_t id,
                     struct decision *decision)
{
    union body body = {.person = {.name = line->name,
                                  .organisation = line->organisation,
                                  .territory = line->territory,
                                  .role = ROLE_PARTICIPANT,
                                  .listed = true}};
    decision->line = line->line;
    if (!find_category(decision, line->category, &body.person.category))
        return refuse(decision, REFUSAL_ROLL_UNKNOWN_CATEGORY, 0);
    return decision_put(state, decision, RECORD_PERSON, id, &body, 0);
}

static void put_roll(const struct state *state, const struct context *context,
                     struct decision *decision)
{
    const struct foundation *foundation = context->foundation;
    const struct roll *roll = foundation->roll;
    const uint64_t *ids = foundation->ids + foundation->template->count + FIRST_LINKS;
    for (size_t i = 0; roll && i < roll->count; i++)
        if (!put_line(state, &roll->lines[i], ids[i], decision)) return;
    decision->line = 0;
}

void decide_create_workshop(const struct state *state, const struct command *command,
                            const struct context *context, struct decision *decision)
{
    const struct create_workshop *create = &command->body.create_workshop;
    const struct foundation *foundation = context->foundation;
    if (state_workshop(state)) {
        refuse(decision, REFUSAL_WORKSHOP_EXISTS, 0);
        return;
    }
    if (!foundation || !foundation->template) {
        refuse(decision, REFUSAL_UNKNOWN_TEMPLATE, CREATE_WORKSHOP_TEMPLATE);
        return;
    }
    if (!require_text(decision, create->title, CREATE_WORKSHOP_TITLE)) return;
    union body body = {.workshop = {.title = create->title,
                                    .language = create->language,
                                    .template = create->template,
                                    .made_at = context->time}};
    if (decision_put(state, decision, RECORD_WORKSHOP, foundation->workshop, &body, 0) &&
        put_template(state, context, create->language, decision) &&
        put_links(state, context, decision))
        put_roll(state, context, decision);
}

void decide_edit_workshop(const struct state *state, const struct command *command,
                          const struct context *context, struct decision *decision)
{
    const struct edit_workshop *edit = &command->body.edit_workshop;
    if (command->present & FIELD_BIT(EDIT_WORKSHOP_TITLE) &&
        !require_text(decision, edit->title, EDIT_WORKSHOP_TITLE))
        return;
    decide_plain(state, command, context, decision);
}
