/* A queue of what went, was let go of or moved to another scope. Each is taken in turn, and what names
 * it is found by the indexes:
 *
 *   it is gone      → a holder goes too (back into the queue) or lets go of the name
 *   it has moved    → a holder whose scope follows is put where it now belongs (back into the queue)
 *   when all scopes are known:
 *   it has moved    → a holder that is seen by somebody who no longer sees it goes or lets go
 *
 * Changes grow at the end of the decision's list; `at` finds the one of a record. The queue ends,
 * since a record goes once, and scopes follow each other in no circle (the generator sees to it). */
#include "core/hanging.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"
#include "base/table.h"
#include "core/changes.h"
#include "core/decision.h"
#include "core/fields.h"
#include "core/indexes.h"
#include "core/methods/text_change.h"
#include "core/methods/text_transform.h"
#include "core/state.h"
#include "protocol/generated/schema.h"

enum { ID_BITS = 53 };

struct event {
    enum record_type type;
    bool gone; /* or let go of; else moved */
    uint64_t id;
};

struct settling {
    const struct state *state;
    struct changes *changes;
    struct table at; /* key_of → the change's place, plus one */
    struct event *events;
    size_t count, capacity;
};

/* ---- the changes so far ---- */

static uint64_t key_of(enum record_type type, uint64_t id)
{
    return (uint64_t)type << ID_BITS | id;
}

/* Valid until the next change is added; NULL when nothing becomes of the record. */
static struct change *change_of(const struct settling *settling, enum record_type type, uint64_t id)
{
    size_t place = (size_t)(uintptr_t)table_get(&settling->at, key_of(type, id));
    return place ? &settling->changes->items[place - 1] : NULL;
}

static void note_place(struct settling *settling, const struct change *change, size_t place)
{
    table_set(&settling->at, key_of(change->type, change->id), (void *)(uintptr_t)(place + 1));
}

static bool is_gone(const struct settling *settling, const struct record *record)
{
    const struct change *change = change_of(settling, record->type, record->id);
    return change && change->operation == CHANGE_DROP;
}

/* The record's body once the changes are applied; its bytes are borrowed. */
static union body body_after(const struct settling *settling, const struct record *record)
{
    union body body = record->body;
    const struct change *change = change_of(settling, record->type, record->id);
    if (change && change->operation != CHANGE_EDIT)
        body_lend_fields(record->type, &body, &change->body, change_fields(change));
    return body;
}

static void add_event(struct settling *settling, enum record_type type, uint64_t id, bool gone)
{
    settling->events = array_room(settling->events, settling->count, &settling->capacity,
                                  sizeof *settling->events);
    settling->events[settling->count++] = (struct event){type, gone, id};
}

static void merge_patch(struct change *into, const struct change *patch)
{
    CHECK(into->operation == CHANGE_PUT || into->operation == CHANGE_PATCH);
    body_copy_fields(patch->type, &into->body, &patch->body, patch->mask);
    into->mask |= into->operation == CHANGE_PATCH ? patch->mask : 0;
}

/* The edit as a patch with the text that it makes of the one in `body`. */
static struct change spelled_out(const struct change *edit, const union body *body)
{
    struct change patch = {CHANGE_PATCH, edit->type, edit->id, .mask = edit->mask};
    const struct field *field = change_edited(edit);
    CHECK(field && text_change_apply(field_bytes_of(field, &edit->body),
                                     field_bytes_of(field, body), field_bytes(field, &patch.body)));
    return patch;
}

/* Two edits of one text are one edit; of an edit of which more becomes only the text is left. */
static void merge_edit(const struct settling *settling, struct change *into,
                       const struct change *change)
{
    const struct field *field = change_edited(change);
    struct change other = {CHANGE_EDIT, into->type, into->id, .mask = into->mask};
    if (field && into->operation == CHANGE_EDIT && into->mask == change->mask) {
        CHECK(text_change_compose(field_bytes_of(field, &into->body),
                                  field_bytes_of(field, &change->body),
                                  field_bytes(field, &other.body)));
        change_clear(into);
        *into = other;
        return;
    }
    union body body = into->body;
    const struct record *record = state_get(settling->state, into->type, into->id);
    if (into->operation == CHANGE_PATCH) body = body_after(settling, record);
    other = spelled_out(change, &body);
    merge_patch(into, &other);
    change_clear(&other);
}

/* What is done to the record before is done by one change together with this. */
static void merge(const struct settling *settling, struct change *into, const struct change *change)
{
    bool edits = change->operation == CHANGE_EDIT && into->mask == change->mask;
    if (into->operation == CHANGE_EDIT && change->operation != CHANGE_DROP && !edits) {
        struct change patch =
            spelled_out(into, &state_get(settling->state, into->type, into->id)->body);
        change_clear(into);
        *into = patch;
    }
    if (change->operation == CHANGE_PATCH) merge_patch(into, change);
    else if (change->operation == CHANGE_EDIT) merge_edit(settling, into, change);
    else {
        struct change copy = change_copy(change);
        change_clear(into);
        *into = copy;
    }
}

static void add_change(struct settling *settling, const struct change *change)
{
    struct change *known = change_of(settling, change->type, change->id);
    if (known) {
        merge(settling, known, change);
        return;
    }
    note_place(settling, change, settling->changes->count);
    changes_add(settling->changes, change);
}

/* ---- what becomes of one holder ---- */

static void drop(struct settling *settling, const struct record *record)
{
    struct change change = {.operation = CHANGE_DROP, .type = record->type, .id = record->id};
    add_change(settling, &change);
    add_event(settling, record->type, record->id, true);
}

static struct bytes *without(const struct bytes *ids, uint64_t id)
{
    size_t count = 0;
    uint64_t *left = allocate((bytes_id_count(ids) + 1) * sizeof *left);
    for (size_t i = 0; i < bytes_id_count(ids); i++)
        if (bytes_id(ids, i) != id) left[count++] = bytes_id(ids, i);
    struct bytes *shorter = bytes_from_ids(left, count);
    free(left);
    return shorter;
}

static void clear(struct settling *settling, const struct record *record,
                  const struct index_rule *rule, uint64_t id)
{
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    union body body = body_after(settling, record);
    struct change patch = {.operation = CHANGE_PATCH,
                           .type = record->type,
                           .id = record->id,
                           .mask = FIELD_BIT(field->number)};
    if (field->kind == FIELD_IDS)
        *field_bytes(field, &patch.body) = without(field_bytes_of(field, &body), id);
    add_change(settling, &patch);
    change_clear(&patch);
}

static void meet_fate(struct settling *settling, enum fate fate, const struct record *record,
                      const struct index_rule *rule, uint64_t id)
{
    switch (fate) {
    case FATE_STAY: return;
    case FATE_CLEAR: clear(settling, record, rule, id); return;
    case FATE_DROP: drop(settling, record); return;
    }
}

/* ---- scopes that follow ---- */

static bool follow_one(const struct settling *settling, const struct index_rule *rule,
                       const struct record *record, const union body *body, struct scope *scope)
{
    uint64_t id = record->id;
    if (rule->field)
        id = (uint64_t)field_number(schema_field(schema_record(rule->holder), rule->field), body);
    const struct record *named = state_get(settling->state, rule->of, id);
    if (!named) return false;
    union body there = body_after(settling, named);
    return scope_meet(*scope, scope_of(named->type, &there), scope);
}

/* Whether the change leads the record to others that its scope follows. */
static bool leads_elsewhere(const struct change *change)
{
    for (const uint16_t *at = indexes_of(change->type); *at != RECORD_INDEXES; at++) {
        const struct index_rule *rule = index_rule(*at);
        if (rule->follows && rule->mask & change_fields(change)) return true;
    }
    return false;
}

static bool followed_scope(const struct settling *settling, const struct record *record,
                           const union body *body, struct scope *scope)
{
    *scope = (struct scope){SCOPE_EVERYONE, 0};
    for (const uint16_t *at = indexes_of(record->type); *at != RECORD_INDEXES; at++) {
        const struct index_rule *rule = index_rule(*at);
        if (rule->follows && !follow_one(settling, rule, record, body, scope)) return false;
    }
    return true;
}

bool hanging_scope(const struct state *state, const struct record *record, struct scope *scope)
{
    struct settling nothing_yet = {.state = state};
    return followed_scope(&nothing_yet, record, &record->body, scope);
}

static void set_scope(struct settling *settling, const struct record *record, struct scope scope)
{
    const struct schema_type *type = schema_record(record->type);
    struct change patch = {.operation = CHANGE_PATCH, .type = record->type, .id = record->id};
    enum audience audience;
    uint64_t holder;
    scope_to_fields(scope, &audience, &holder);
    field_set_number(schema_field(type, type->audience_field), &patch.body, (int64_t)audience);
    field_set_number(schema_field(type, type->holder_field), &patch.body, (int64_t)holder);
    patch.mask = FIELD_BIT(type->audience_field) | FIELD_BIT(type->holder_field);
    add_change(settling, &patch);
    add_event(settling, record->type, record->id, false);
}

static void follow(struct settling *settling, const struct record *record)
{
    struct scope scope;
    union body body = body_after(settling, record);
    if (!followed_scope(settling, record, &body, &scope)) drop(settling, record);
    else if (!scope_equal(scope, scope_of(record->type, &body))) set_scope(settling, record, scope);
}

/* ---- what names a record ---- */

typedef void visit(struct settling *settling, enum record_index index, const struct record *holder,
                   const struct record *named, uint64_t id);

/* Calls with each record that names this one and will still be there and name it. */
static void each_holder(struct settling *settling, const struct event *event, visit *call)
{
    struct event named = *event; /* the queue may grow */
    const struct record *record = state_get(settling->state, named.type, named.id);
    for (const uint16_t *at = indexes_naming(named.type); *at != RECORD_INDEXES; at++) {
        struct holders holders = state_holders(settling->state, *at, named.id);
        for (const struct record *holder; (holder = holders_next(&holders));) {
            union body body = body_after(settling, holder);
            if (!is_gone(settling, holder) && index_has(*at, holder->id, &body, named.id))
                call(settling, *at, holder, record, named.id);
        }
    }
}

static void lose(struct settling *settling, enum record_index index, const struct record *holder,
                 const struct record *named, uint64_t id)
{
    const struct index_rule *rule = index_rule(index);
    (void)named;
    meet_fate(settling, rule->gone, holder, rule, id);
}

static void keep_up(struct settling *settling, enum record_index index, const struct record *holder,
                    const struct record *named, uint64_t id)
{
    (void)named;
    (void)id;
    if (index_rule(index)->follows) follow(settling, holder);
}

/* Whether somebody who sees the holder does not see what has this scope. */
static bool hides(const struct index_rule *rule, struct scope holder, struct scope named)
{
    if (holder.kind == SCOPE_SEALED || named.kind == SCOPE_EVERYONE) return false;
    return rule->public || !scope_equal(holder, named);
}

static void lose_sight(struct settling *settling, enum record_index index,
                       const struct record *holder, const struct record *named, uint64_t id)
{
    const struct index_rule *rule = index_rule(index);
    union body it = body_after(settling, named), its = body_after(settling, holder);
    enum fate fate = hanging_is_in_bin(named->type, &it) ? rule->binned : rule->hidden;
    if (hides(rule, scope_of(holder->type, &its), scope_of(named->type, &it)))
        meet_fate(settling, fate, holder, rule, id);
}

/* ---- the queue ---- */

static void look_again(struct settling *settling, const struct event *event)
{
    const struct record *named = state_get(settling->state, event->type, event->id);
    if (!event->gone && !is_gone(settling, named)) each_holder(settling, event, lose_sight);
}

static void work_off(struct settling *settling)
{
    size_t known = 0, seen = 0;
    while (seen < settling->count) {
        if (known < settling->count) {
            const struct event *event = &settling->events[known++];
            each_holder(settling, event, event->gone ? lose : keep_up);
        } else {
            look_again(settling, &settling->events[seen++]);
        }
    }
    free(settling->events);
    table_clear(&settling->at);
}

/* What the rule says of one record is one change. */
static void gather(struct settling *settling)
{
    struct changes *changes = settling->changes;
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        struct change change = changes->items[i];
        struct change *known = change_of(settling, change.type, change.id);
        if (known) {
            merge(settling, known, &change);
            change_clear(&change);
            continue;
        }
        note_place(settling, &change, count);
        changes->items[count++] = change;
    }
    changes->count = count;
}

static void begin_with(struct settling *settling, size_t place)
{
    const struct change *change = &settling->changes->items[place];
    const struct record *record = state_get(settling->state, change->type, change->id);
    if (!record) return;
    if (change->operation == CHANGE_DROP) {
        add_event(settling, change->type, change->id, true);
        return;
    }
    union body body = body_after(settling, record);
    if (!scope_equal(scope_of(record->type, &record->body), scope_of(record->type, &body)))
        add_event(settling, record->type, record->id, false);
    else if (leads_elsewhere(change)) follow(settling, record);
}

static void begin(struct settling *settling)
{
    size_t said = settling->changes->count;
    for (size_t i = 0; i < said; i++) begin_with(settling, i);
}

/* Whether the change moves nothing that others hang on, and hangs on nothing else than before. */
static bool is_quiet(const struct change *change)
{
    const struct schema_type *type = schema_record(change->type);
    uint64_t scope = FIELD_BIT(type->audience_field) | FIELD_BIT(type->holder_field);
    return change->operation == CHANGE_PATCH && !(change->mask & scope) && !leads_elsewhere(change);
}

/* Nothing names what is new. */
static bool only_puts(const struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++)
        if (changes->items[i].operation != CHANGE_PUT) return false;
    return true;
}

void hanging_settle(const struct state *state, struct decision *decision)
{
    struct settling settling = {.state = state, .changes = &decision->changes};
    const struct changes *changes = &decision->changes;
    if (only_puts(changes) || (changes->count == 1 && is_quiet(&changes->items[0]))) return;
    gather(&settling);
    begin(&settling);
    work_off(&settling);
}

void hanging_let_go(const struct state *state, struct decision *decision, enum record_type type,
                    const uint64_t *ids, size_t count)
{
    struct settling settling = {.state = state, .changes = &decision->changes};
    gather(&settling);
    begin(&settling);
    for (size_t i = 0; i < count; i++) add_event(&settling, type, ids[i], true);
    work_off(&settling);
}

/* ---- the bin ---- */

bool hanging_is_in_bin(enum record_type type, const union body *body)
{
    const struct schema_type *schema = schema_record(type);
    return schema->bin_at && field_number(schema_field(schema, schema->bin_at), body);
}

static void set_bin(struct decision *decision, enum record_type type, uint64_t id,
                    enum audience audience, uint64_t by, int64_t at)
{
    const struct schema_type *schema = schema_record(type);
    union body body = {0};
    field_set_number(schema_field(schema, schema->audience_field), &body, (int64_t)audience);
    field_set_number(schema_field(schema, schema->bin_by), &body, (int64_t)by);
    field_set_number(schema_field(schema, schema->bin_at), &body, at);
    decision_patch(decision, type, id,
                   FIELD_BIT(schema->audience_field) | FIELD_BIT(schema->bin_by) |
                       FIELD_BIT(schema->bin_at),
                   &body);
}

void hanging_take_off(const struct state *state, struct decision *decision, enum record_type type,
                      uint64_t id, uint64_t by, int64_t at)
{
    const struct record *record = state_get(state, type, id);
    if (schema_record(type)->bin_at && scope_of(type, &record->body).kind == SCOPE_EVERYONE)
        set_bin(decision, type, id, AUDIENCE_ANIMATORS, by, at);
    else decision_drop(decision, type, id);
}

void hanging_bring_back(struct decision *decision, enum record_type type, uint64_t id)
{
    set_bin(decision, type, id, AUDIENCE_EVERYONE, 0, 0);
}
