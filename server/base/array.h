/* How an array grows, for whoever keeps its items, their count and its capacity in a struct of
 * their own. */
#ifndef ARCHIPEL_BASE_ARRAY_H
#define ARCHIPEL_BASE_ARRAY_H

#include <stddef.h>

/* Room for at least one item more after `count`: returns the array, which may have moved, and
 * sets its capacity. The doubling keeps the cost of adding constant on average. NULL with
 * capacity 0 is an empty array; the caller frees it with free. */
void *array_room(void *items, size_t count, size_t *capacity, size_t item_bytes);

/* The same for a ring whose oldest item is at `head`: what went round the end is laid behind it,
 * so that head stays right. */
void *ring_room(void *items, size_t head, size_t count, size_t *capacity, size_t item_bytes);

#endif
