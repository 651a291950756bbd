/* What a command's declared effect means stands here once, for all rules: fields go from the
 * command to the record of the same name. */
#include "core/decision.h"

#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/fields.h"
#include "core/methods/text_change.h"
#include "core/state.h"
#include "protocol/generated/schema.h"

bool refuse(struct decision *decision, enum refusal refusal, unsigned field)
{
    decision->refusal = refusal;
    decision->field = field;
    return false;
}

static bool is_blank(const struct bytes *text)
{
    const char *data = bytes_text(text);
    for (size_t i = 0; i < bytes_length(text); i++)
        if (data[i] != ' ' && data[i] != '\n' && data[i] != '\t') return false;
    return true;
}

bool require_text(struct decision *decision, const struct bytes *text, unsigned field)
{
    return !is_blank(text) || refuse(decision, REFUSAL_FIELD_EMPTY, field);
}

/* What this decision already does counts too, where it may matter: founding makes many at once. */
static size_t count_after(const struct state *state, const struct decision *decision,
                          enum record_type type)
{
    size_t count = state_count(state, type);
    if (count + decision->changes.count < schema_record(type)->limit) return count;
    for (size_t i = 0; i < decision->changes.count; i++) {
        const struct change *change = &decision->changes.items[i];
        if (change->type != type) continue;
        if (change->operation == CHANGE_PUT) count++;
        if (change->operation == CHANGE_DROP) count--;
    }
    return count;
}

bool decision_put(const struct state *state, struct decision *decision, enum record_type type,
                  uint64_t id, const union body *body, unsigned field)
{
    if (!id || state_get(state, type, id)) return refuse(decision, REFUSAL_ID_TAKEN, field);
    uint32_t limit = schema_record(type)->limit;
    if (count_after(state, decision, type) >= limit) {
        decision->limit = limit;
        return refuse(decision, REFUSAL_TOO_MANY, field);
    }
    struct change change = {.operation = CHANGE_PUT, .type = type, .id = id, .body = *body};
    changes_add(&decision->changes, &change);
    return true;
}

void decision_patch(struct decision *decision, enum record_type type, uint64_t id, uint64_t mask,
                    const union body *body)
{
    struct change change = {
        .operation = CHANGE_PATCH, .type = type, .id = id, .mask = mask, .body = *body};
    changes_add(&decision->changes, &change);
}

void decision_drop(struct decision *decision, enum record_type type, uint64_t id)
{
    struct change change = {.operation = CHANGE_DROP, .type = type, .id = id};
    changes_add(&decision->changes, &change);
}

void decision_edit(struct decision *decision, enum record_type type, uint64_t id, unsigned field,
                   struct bytes *edit)
{
    struct change change = {CHANGE_EDIT, type, id, .mask = FIELD_BIT(field)};
    *field_bytes(schema_field(schema_record(type), field), &change.body) = edit;
    changes_add(&decision->changes, &change);
}

/* The fields of the patch whose values the record has. */
static uint64_t same_fields(const struct change *patch, const struct record *record)
{
    const struct schema_type *table = schema_record(patch->type);
    uint64_t same = 0;
    for (size_t i = 0; i < table->field_count; i++) {
        uint64_t bit = FIELD_BIT(table->fields[i].number);
        if (patch->mask & bit && body_equal(patch->type, &patch->body, &record->body, bit))
            same |= bit;
    }
    return same;
}

/* False when nothing is left of it. */
static bool leave_out_same(const struct state *state, struct change *patch)
{
    const struct record *record = state_get(state, patch->type, patch->id);
    if (!record) return true;
    uint64_t same = same_fields(patch, record);
    body_drop(patch->type, &patch->body, same);
    patch->mask &= ~same;
    return patch->mask;
}

static bool is_nothing(const struct state *state, struct change *change)
{
    if (change->operation == CHANGE_PATCH) return !leave_out_same(state, change);
    return change->operation == CHANGE_EDIT &&
           text_change_is_idle(field_bytes_of(change_edited(change), &change->body));
}

void decision_leave_out(const struct state *state, struct decision *decision)
{
    struct changes *changes = &decision->changes;
    size_t kept = 0;
    for (size_t i = 0; i < changes->count; i++) {
        struct change *change = &changes->items[i];
        if (is_nothing(state, change)) change_clear(change);
        else changes->items[kept++] = *change;
    }
    changes->count = kept;
}

static uint64_t effect_record_id(const struct effect *effect, const struct command *command)
{
    const struct field *field = schema_field(schema_command(command->type), effect->id_field);
    return (uint64_t)field_number(field, &command->body);
}

union body effect_body(const struct command *command, const struct context *context)
{
    const struct effect *effect = schema_effect(command->type);
    const struct schema_type *from = schema_command(command->type);
    const struct schema_type *to = schema_record(effect->record);
    union body body;
    memset(&body, 0, sizeof body);
    for (size_t i = 0; i < effect->field_count; i++)
        field_lend(schema_field(to, effect->fields[i].record_field), &body,
                   schema_field(from, effect->fields[i].command_field), &command->body);
    if (effect->actor_field)
        field_set_number(schema_field(to, effect->actor_field), &body, (int64_t)context->person);
    if (effect->time_field)
        field_set_number(schema_field(to, effect->time_field), &body, context->time);
    return body;
}

uint64_t effect_mask(const struct command *command)
{
    const struct effect *effect = schema_effect(command->type);
    uint64_t mask = 0;
    for (size_t i = 0; i < effect->field_count; i++)
        if (command->present & FIELD_BIT(effect->fields[i].command_field))
            mask |= FIELD_BIT(effect->fields[i].record_field);
    return mask;
}

void decide_plain(const struct state *state, const struct command *command,
                  const struct context *context, struct decision *decision)
{
    const struct effect *effect = schema_effect(command->type);
    uint64_t id = effect_record_id(effect, command);
    union body body = effect_body(command, context);
    switch (effect->operation) {
    case CHANGE_PUT:
        decision_put(state, decision, effect->record, id, &body, effect->id_field);
        return;
    case CHANGE_PATCH:
        if (effect_mask(command))
            decision_patch(decision, effect->record, id, effect_mask(command), &body);
        return;
    case CHANGE_DROP: decision_drop(decision, effect->record, id); return;
    case CHANGE_EDIT: break;
    }
    CHECK(false && "what a command plainly does is put, patch or drop");
}
