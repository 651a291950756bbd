/* What an index finds a record by is read from the record alone, so that adding, removing and
 * checking go through one function, `each_value`. */
#include "core/indexes.h"

#include "core/fields.h"
#include "core/fold.h"
#include "core/scope.h"
#include "protocol/generated/schema.h"

void indexes_clear(struct indexes *indexes)
{
    for (size_t i = 0; i < RECORD_INDEXES; i++) pairs_clear(&indexes->by[i]);
}

/* The one value of all kinds but lists; 0 for none. */
static uint64_t value_of(const struct index_rule *rule, uint64_t id, const union body *body)
{
    struct scope scope;
    switch ((enum index_kind)rule->kind) {
    case INDEX_BY_SELF: return id;
    case INDEX_BY_NUMBER:
        return (uint64_t)field_number(schema_field(schema_record(rule->holder), rule->field), body);
    case INDEX_BY_WORDS:
        return fold_key(
            field_bytes_of(schema_field(schema_record(rule->holder), rule->field), body));
    case INDEX_BY_PERSON:
        scope = scope_of(rule->holder, body);
        return scope.kind == SCOPE_PERSON ? scope.id : 0;
    case INDEX_BY_GROUP:
        scope = scope_of(rule->holder, body);
        return scope.kind == SCOPE_GROUP ? scope.id : 0;
    case INDEX_BY_IDS: break;
    }
    return 0;
}

static const struct bytes *ids_of(const struct index_rule *rule, const union body *body)
{
    return field_bytes_of(schema_field(schema_record(rule->holder), rule->field), body);
}

/* Calls with each value that the record has in the index. */
static void each_value(const struct index_rule *rule, const struct record *record,
                       struct pairs *pairs, bool (*call)(struct pairs *, struct pair))
{
    if (rule->kind != INDEX_BY_IDS) {
        uint64_t value = value_of(rule, record->id, &record->body);
        if (value) call(pairs, (struct pair){value, record->id});
        return;
    }
    const struct bytes *ids = ids_of(rule, &record->body);
    for (size_t i = 0; i < bytes_id_count(ids); i++)
        call(pairs, (struct pair){bytes_id(ids, i), record->id});
}

static void each_index(struct indexes *indexes, const struct record *record, uint64_t mask,
                       bool (*call)(struct pairs *, struct pair))
{
    for (const uint16_t *at = indexes_of(record->type); *at != RECORD_INDEXES; at++) {
        const struct index_rule *rule = index_rule(*at);
        if (rule->mask & mask) each_value(rule, record, &indexes->by[*at], call);
    }
}

void indexes_add(struct indexes *indexes, const struct record *record, uint64_t mask)
{
    each_index(indexes, record, mask, pairs_add);
}

void indexes_remove(struct indexes *indexes, const struct record *record, uint64_t mask)
{
    each_index(indexes, record, mask, pairs_remove);
}

bool index_has(enum record_index index, uint64_t id, const union body *body, uint64_t value)
{
    const struct index_rule *rule = index_rule(index);
    if (!value) return false;
    if (rule->kind == INDEX_BY_IDS) return bytes_has_id(ids_of(rule, body), value);
    return value_of(rule, id, body) == value;
}
