/* Records live in a table by id and, for walks, in a dense array; a drop moves the last
 * record of the array into the hole.
 *
 *   shelf of a type     by_id: id → struct place     items: place, place, place …
 *                                     └────────────────────────▲  (index)
 *
 * Whatever changes a record goes through hand_over and take, which keep the indexes. */
#include "core/state.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/check.h"
#include "base/table.h"
#include "core/changes.h"
#include "core/fields.h"
#include "core/indexes.h"
#include "core/methods/text_change.h"

struct place {
    struct record record;
    size_t index;
};

struct shelf {
    struct table by_id;
    struct place **items;
    size_t count, capacity;
};

struct state {
    struct shelf shelves[RECORD_TYPES + 1];
    struct indexes indexes;
    struct counters counters;
};

struct state *state_new(void)
{
    return NEW(struct state);
}

static void shelf_clear(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++) {
        struct record *record = &shelf->items[i]->record;
        body_drop(record->type, &record->body, ALL_FIELDS);
        free(shelf->items[i]);
    }
    free(shelf->items);
    table_clear(&shelf->by_id);
}

void state_free(struct state *state)
{
    if (!state) return;
    for (size_t i = 0; i <= RECORD_TYPES; i++) shelf_clear(&state->shelves[i]);
    indexes_clear(&state->indexes);
    counters_clear(&state->counters);
    free(state);
}

static struct shelf *shelf_of(const struct state *state, enum record_type type)
{
    CHECK(type >= 1 && type <= RECORD_TYPES);
    return (struct shelf *)&state->shelves[type];
}

const struct record *state_get(const struct state *state, enum record_type type, uint64_t id)
{
    if (!id) return NULL;
    const struct place *place = table_get(&shelf_of(state, type)->by_id, id);
    return place ? &place->record : NULL;
}

size_t state_count(const struct state *state, enum record_type type)
{
    return shelf_of(state, type)->count;
}

const struct record *state_at(const struct state *state, enum record_type type, size_t index)
{
    const struct shelf *shelf = shelf_of(state, type);
    CHECK(index < shelf->count);
    return &shelf->items[index]->record;
}

struct holders state_holders(const struct state *state, enum record_index index, uint64_t value)
{
    struct pair first = {value, 0};
    return (struct holders){.state = state,
                            .place = pairs_from(&state->indexes.by[index], first),
                            .index = index,
                            .value = value};
}

struct holders state_holders_from(const struct state *state, enum record_index index,
                                  uint64_t value)
{
    struct holders holders = state_holders(state, index, value);
    holders.further = true;
    return holders;
}

/* Who has another's id is not kept in an index: there is one at most. */
static const struct record *next_self(struct holders *holders, const struct index_rule *rule)
{
    uint64_t id = holders->value;
    holders->value = 0;
    return state_get(holders->state, rule->holder, id);
}

const struct record *holders_next(struct holders *holders)
{
    const struct index_rule *rule = index_rule(holders->index);
    if (rule->kind == INDEX_BY_SELF) return next_self(holders, rule);
    const struct pair *pair = pairs_next(&holders->place);
    if (!pair || (pair->value != holders->value && !holders->further)) return NULL;
    return state_get(holders->state, rule->holder, pair->id);
}

size_t state_count_holders(const struct state *state, enum record_index index, uint64_t value)
{
    size_t count = 0;
    struct holders holders = state_holders(state, index, value);
    for (const struct pair *pair; (pair = pairs_next(&holders.place)) && pair->value == value;)
        count++;
    return count;
}

static const struct record *only_workshop(const struct state *state)
{
    return state_count(state, RECORD_WORKSHOP) ? state_at(state, RECORD_WORKSHOP, 0) : NULL;
}

const struct workshop *state_workshop(const struct state *state)
{
    const struct record *record = only_workshop(state);
    return record ? &record->body.workshop : NULL;
}

uint64_t state_workshop_id(const struct state *state)
{
    const struct record *record = only_workshop(state);
    return record ? record->id : 0;
}

const struct person *state_person(const struct state *state, uint64_t id)
{
    const struct record *record = state_get(state, RECORD_PERSON, id);
    return record ? &record->body.person : NULL;
}

const struct card *state_card(const struct state *state, uint64_t id)
{
    const struct record *record = state_get(state, RECORD_CARD, id);
    return record ? &record->body.card : NULL;
}

const struct link *state_link(const struct state *state, uint64_t id)
{
    const struct record *record = state_get(state, RECORD_LINK, id);
    return record ? &record->body.link : NULL;
}

const struct board *state_board(const struct state *state, uint64_t id)
{
    const struct record *record = state_get(state, RECORD_BOARD, id);
    return record ? &record->body.board : NULL;
}

const struct invitation *state_invitation(const struct state *state, uint64_t id)
{
    const struct record *record = state_get(state, RECORD_INVITATION, id);
    return record ? &record->body.invitation : NULL;
}

const struct counters *state_counters(const struct state *state)
{
    return &state->counters;
}

void state_keep_counter(struct state *state, const struct counter *counter)
{
    counters_keep(&state->counters, counter);
}

static struct place *shelf_add(struct shelf *shelf, enum record_type type, uint64_t id)
{
    struct place *place = NEW(struct place);
    place->record = (struct record){.id = id, .type = type};
    place->index = shelf->count;
    shelf->items = array_room(shelf->items, shelf->count, &shelf->capacity, sizeof *shelf->items);
    shelf->items[shelf->count++] = place;
    table_set(&shelf->by_id, id, place);
    return place;
}

static void shelf_remove(struct shelf *shelf, struct place *place)
{
    struct place *last = shelf->items[--shelf->count];
    shelf->items[place->index] = last;
    last->index = place->index;
    table_remove(&shelf->by_id, place->record.id);
    free(place);
}

/* The inverse takes the old bytes over, so nothing is copied. */
static void hand_over(struct state *state, struct change *inverse, struct place *place,
                      uint64_t mask)
{
    struct record *record = &place->record;
    indexes_remove(&state->indexes, record, mask);
    if (inverse) body_copy_fields(record->type, &inverse->body, &record->body, mask);
    body_drop(record->type, &record->body, mask);
}

static void take(struct state *state, struct place *place, const struct change *change,
                 uint64_t mask)
{
    body_copy_fields(change->type, &place->record.body, &change->body, mask);
    indexes_add(&state->indexes, &place->record, mask);
}

static bool apply_put(struct state *state, const struct change *change, struct change *inverse)
{
    struct shelf *shelf = shelf_of(state, change->type);
    if (!change->id) return false;
    struct place *place = table_get(&shelf->by_id, change->id);
    if (place) {
        if (inverse) inverse->operation = CHANGE_PUT;
        hand_over(state, inverse, place, ALL_FIELDS);
    } else {
        if (inverse) inverse->operation = CHANGE_DROP;
        place = shelf_add(shelf, change->type, change->id);
    }
    take(state, place, change, ALL_FIELDS);
    return true;
}

static bool apply_patch(struct state *state, const struct change *change, struct change *inverse)
{
    struct place *place = table_get(&shelf_of(state, change->type)->by_id, change->id);
    if (!place) return false;
    if (inverse) {
        inverse->operation = CHANGE_PATCH;
        inverse->mask = change->mask;
    }
    hand_over(state, inverse, place, change->mask);
    take(state, place, change, change->mask);
    return true;
}

/* The changed text is patched in, so that the rest is as with any patch. */
static bool apply_edit(struct state *state, const struct change *change, struct change *inverse)
{
    struct place *place = table_get(&shelf_of(state, change->type)->by_id, change->id);
    const struct field *field = change_edited(change);
    if (!place || !field) return false;
    struct change patch = {CHANGE_PATCH, change->type, change->id, .mask = change->mask};
    const struct bytes *edit = field_bytes_of(field, &change->body);
    const struct bytes *text = field_bytes_of(field, &place->record.body);
    if (!text_change_apply(edit, text, field_bytes(field, &patch.body))) return false;
    if (inverse) {
        inverse->operation = CHANGE_EDIT;
        inverse->mask = change->mask;
        *field_bytes(field, &inverse->body) = text_change_invert(edit, text);
    }
    apply_patch(state, &patch, NULL);
    change_clear(&patch);
    return true;
}

static bool apply_drop(struct state *state, const struct change *change, struct change *inverse)
{
    struct place *place = table_get(&shelf_of(state, change->type)->by_id, change->id);
    if (!place) return false;
    if (inverse) inverse->operation = CHANGE_PUT;
    hand_over(state, inverse, place, ALL_FIELDS);
    shelf_remove(shelf_of(state, change->type), place);
    return true;
}

bool state_apply(struct state *state, const struct change *change, struct change *inverse)
{
    if (inverse) *inverse = (struct change){.type = change->type, .id = change->id};
    switch (change->operation) {
    case CHANGE_PUT: return apply_put(state, change, inverse);
    case CHANGE_PATCH: return apply_patch(state, change, inverse);
    case CHANGE_DROP: return apply_drop(state, change, inverse);
    case CHANGE_EDIT: return apply_edit(state, change, inverse);
    }
    return false;
}

static void reverse(struct changes *changes)
{
    for (size_t i = 0; i < changes->count / 2; i++) {
        struct change *low = &changes->items[i], *high = &changes->items[changes->count - 1 - i];
        struct change middle = *low;
        *low = *high;
        *high = middle;
    }
}

/* Applies one change of an entry, notes how to take it back and whom to tell. */
static bool apply_and_note(struct state *state, const struct change *change, struct undo *back,
                           struct tellings *tellings)
{
    const struct record *record = state_get(state, change->type, change->id);
    struct scope before = {SCOPE_SEALED, 0};
    if (record) before = scope_of(record->type, &record->body);
    struct change inverse;
    if (!state_apply(state, change, &inverse)) return false;
    changes_add(&back->inverse, &inverse);
    change_clear(&inverse);
    if (tellings)
        tellings_add(tellings, change, record ? &before : NULL,
                     state_get(state, change->type, change->id));
    return true;
}

static void note_counter(struct state *state, const struct entry *entry, struct undo *back)
{
    if (!entry->client) return;
    back->person = entry->actor;
    back->client = entry->client;
    back->before = counters_find(&state->counters, entry->actor, entry->client);
    back->forgotten =
        counters_accept(&state->counters, entry->actor, entry->client, entry->counter, entry->seq);
}

bool state_apply_entry(struct state *state, const struct entry *entry, struct undo *undo,
                       struct tellings *tellings)
{
    struct undo back = {0};
    if (tellings) *tellings = (struct tellings){0};
    bool fits = true;
    for (size_t i = 0; fits && i < entry->changes.count; i++)
        fits = apply_and_note(state, &entry->changes.items[i], &back, tellings);
    reverse(&back.inverse);
    if (fits) note_counter(state, entry, &back);
    if (!fits) {
        state_undo(state, &back);
        if (tellings) tellings_clear(tellings);
    } else if (undo) *undo = back;
    else undo_clear(&back);
    return fits;
}

void state_undo(struct state *state, struct undo *undo)
{
    for (size_t i = 0; i < undo->inverse.count; i++)
        CHECK(state_apply(state, &undo->inverse.items[i], NULL));
    counters_forget(&state->counters, undo->person, undo->client);
    if (undo->before.client) counters_keep(&state->counters, &undo->before);
    if (undo->forgotten.client) counters_keep(&state->counters, &undo->forgotten);
    undo_clear(undo);
}

void undo_clear(struct undo *undo)
{
    changes_clear(&undo->inverse);
}
