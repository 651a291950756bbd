/* A map from a non-zero 64-bit key to a pointer.
 *
 * Open addressing with linear probing and backward-shift deletion (Knuth, TAOCP
 * vol. 3, 6.4, algorithm R), power-of-two capacity, at most 3/4 full. Keys are
 * mixed with the finaliser of splitmix64 (Steele, Lea, Flood 2014), because ids
 * come from outside. Iteration order depends on the history of the table only. */
#ifndef ARCHIPEL_BASE_TABLE_H
#define ARCHIPEL_BASE_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct table_slot {
    uint64_t key; /* 0: free */
    void *value;
};

struct table {
    struct table_slot *slots;
    size_t capacity, count;
};

/* A zeroed struct table is an empty table; clear frees its slots, never its values. */
void table_clear(struct table *table);

/* The value of key, or NULL. */
void *table_get(const struct table *table, uint64_t key);
/* Sets key to value (not NULL); returns what it replaced, or NULL. */
void *table_set(struct table *table, uint64_t key, void *value);
/* Removes key; returns its value, or NULL. */
void *table_remove(struct table *table, uint64_t key);

/* Walks all values: size_t at = 0; while ((v = table_next(t, &at))) …
 * The table must not be changed during a walk. */
void *table_next(const struct table *table, size_t *at);

#endif
