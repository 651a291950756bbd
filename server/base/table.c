/* A slot's home is its mixed key modulo the capacity; from there probing walks right:
 *
 *      home(a)=1  home(b)=1  home(c)=3
 *      | . | a | b | c | . | . | . | . |
 *
 * Removal leaves no tombstone: what follows shifts back into the hole as long as
 * its home is not between the hole and itself. */
#include "base/table.h"

#include <stdlib.h>

#include "base/check.h"

#define FIRST_CAPACITY 8

static uint64_t mix(uint64_t key)
{
    key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9u;
    key = (key ^ (key >> 27)) * 0x94d049bb133111ebu;
    return key ^ (key >> 31);
}

static size_t home(const struct table *table, uint64_t key)
{
    return (size_t)mix(key) & (table->capacity - 1);
}

/* The slot that holds key, or the free one where it would stand. Capacity is not 0. */
static struct table_slot *find(const struct table *table, uint64_t key)
{
    size_t at = home(table, key);
    while (table->slots[at].key && table->slots[at].key != key)
        at = (at + 1) & (table->capacity - 1);
    return &table->slots[at];
}

static void grow(struct table *table)
{
    struct table larger = {.capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY,
                           .count = table->count};
    larger.slots = allocate_zero(larger.capacity, sizeof *larger.slots);
    for (size_t at = 0; at < table->capacity; at++)
        if (table->slots[at].key) *find(&larger, table->slots[at].key) = table->slots[at];
    free(table->slots);
    *table = larger;
}

void table_clear(struct table *table)
{
    free(table->slots);
    *table = (struct table){0};
}

void *table_get(const struct table *table, uint64_t key)
{
    return table->capacity && key ? find(table, key)->value : NULL;
}

void *table_set(struct table *table, uint64_t key, void *value)
{
    CHECK(key && value);
    if ((table->count + 1) * 4 > table->capacity * 3) grow(table);
    struct table_slot *slot = find(table, key);
    void *previous = slot->value;
    if (!slot->key) table->count++;
    *slot = (struct table_slot){.key = key, .value = value};
    return previous;
}

static void close_hole(struct table *table, size_t hole)
{
    size_t mask = table->capacity - 1;
    for (size_t at = (hole + 1) & mask; table->slots[at].key; at = (at + 1) & mask) {
        size_t from_home = (at - home(table, table->slots[at].key)) & mask;
        size_t from_hole = (at - hole) & mask;
        if (from_home >= from_hole) {
            table->slots[hole] = table->slots[at];
            hole = at;
        }
    }
    table->slots[hole] = (struct table_slot){0};
}

void *table_remove(struct table *table, uint64_t key)
{
    if (!table->capacity || !key) return NULL;
    struct table_slot *slot = find(table, key);
    if (!slot->key) return NULL;
    void *value = slot->value;
    close_hole(table, (size_t)(slot - table->slots));
    table->count--;
    return value;
}

void *table_next(const struct table *table, size_t *at)
{
    while (*at < table->capacity) {
        const struct table_slot *slot = &table->slots[(*at)++];
        if (slot->key) return slot->value;
    }
    return NULL;
}
