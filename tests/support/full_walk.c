/* What an index finds a record by is written here once more, and not taken from core/indexes.c. */
#include "support/full_walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/array.h"
#include "core/fields.h"
#include "core/fold.h"
#include "core/scope.h"
#include "protocol/generated/schema.h"

struct found {
    struct pair *items;
    size_t count, capacity;
};

static void add(struct found *found, uint64_t value, uint64_t id)
{
    if (!value) return;
    found->items = array_room(found->items, found->count, &found->capacity, sizeof *found->items);
    found->items[found->count++] = (struct pair){value, id};
}

static void add_ids(struct found *found, const struct bytes *ids, uint64_t id)
{
    for (size_t i = 0; i < bytes_id_count(ids); i++) add(found, bytes_id(ids, i), id);
}

static void add_record(struct found *found, const struct index_rule *rule,
                       const struct record *record)
{
    const struct field *field = schema_field(schema_record(rule->holder), rule->field);
    struct scope scope = scope_of(record->type, &record->body);
    switch ((enum index_kind)rule->kind) {
    case INDEX_BY_NUMBER:
        add(found, (uint64_t)field_number(field, &record->body), record->id);
        return;
    case INDEX_BY_IDS: add_ids(found, field_bytes_of(field, &record->body), record->id); return;
    case INDEX_BY_WORDS:
        add(found, fold_key(field_bytes_of(field, &record->body)), record->id);
        return;
    case INDEX_BY_PERSON:
        if (scope.kind == SCOPE_PERSON) add(found, scope.id, record->id);
        return;
    case INDEX_BY_GROUP:
        if (scope.kind == SCOPE_GROUP) add(found, scope.id, record->id);
        return;
    case INDEX_BY_SELF: add(found, record->id, record->id); return;
    }
}

static int compare(const void *left, const void *right)
{
    const struct pair *one = left, *other = right;
    if (one->value != other->value) return one->value < other->value ? -1 : 1;
    return one->id < other->id ? -1 : one->id > other->id;
}

/* An id may stand in a list twice. */
static void sort_once(struct found *found)
{
    size_t count = 0;
    if (found->count) qsort(found->items, found->count, sizeof *found->items, compare);
    for (size_t i = 0; i < found->count; i++)
        if (!i || compare(&found->items[i - 1], &found->items[i]) != 0)
            found->items[count++] = found->items[i];
    found->count = count;
}

static void check_walk(const struct found *found, size_t first, size_t end, struct holders holders)
{
    unsigned index = holders.index;
    for (size_t i = first; i < end; i++) {
        const struct record *holder = holders_next(&holders);
        if (!holder || holder->id != found->items[i].id)
            fail_msg("index %u does not find what a full walk finds", index);
    }
    if (holders_next(&holders)) fail_msg("index %u finds what a full walk does not", index);
}

static void check_index(const struct state *state, enum record_index index,
                        const struct found *found)
{
    size_t first = 0;
    for (size_t end = 1; end <= found->count; end++) {
        if (end < found->count && found->items[end].value == found->items[first].value) continue;
        check_walk(found, first, end, state_holders(state, index, found->items[first].value));
        first = end;
    }
    if (index_rule(index)->kind != INDEX_BY_SELF)
        check_walk(found, 0, found->count, state_holders_from(state, index, 1));
}

size_t check_indexes(const struct state *state)
{
    size_t count = 0;
    for (enum record_index index = 0; index < RECORD_INDEXES; index++) {
        struct found found = {0};
        const struct index_rule *rule = index_rule(index);
        for (size_t i = 0; i < state_count(state, rule->holder); i++)
            add_record(&found, rule, state_at(state, rule->holder, i));
        sort_once(&found);
        check_index(state, index, &found);
        count += found.count;
        free(found.items);
    }
    return count;
}
