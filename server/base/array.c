/* A full ring in an array twice as large: what stood before the head comes behind the old end.
 *
 *   c d │ a b          →          · · │ a b c d · ·
 *         ▲ head                        ▲
 */
#include "base/array.h"

#include <stdint.h>
#include <string.h>

#include "base/check.h"

enum { FIRST_CAPACITY = 4 };

void *array_room(void *items, size_t count, size_t *capacity, size_t item_bytes)
{
    if (count < *capacity) return items;
    *capacity = *capacity ? *capacity * 2 : FIRST_CAPACITY;
    CHECK(count < *capacity && *capacity <= SIZE_MAX / item_bytes);
    return reallocate(items, *capacity * item_bytes);
}

void *ring_room(void *items, size_t head, size_t count, size_t *capacity, size_t item_bytes)
{
    if (count < *capacity) return items;
    size_t before = *capacity;
    uint8_t *grown = array_room(items, count, capacity, item_bytes);
    memcpy(grown + before * item_bytes, grown, head * item_bytes);
    return grown;
}
