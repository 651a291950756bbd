/* Touches of one record become one: who saw it is asked of the first, since what a viewer has is what
 * they had then; its fields are those of all. The values come from the state. */
#include "core/difference.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/array.h"
#include "core/changes.h"
#include "core/state.h"

/* Ids have 53 bits. */
static uint64_t key_of(const struct touch *touch)
{
    return (uint64_t)touch->type << 53 | touch->id;
}

void difference_clear(struct difference *difference)
{
    free(difference->touched);
    table_clear(&difference->places);
    *difference = (struct difference){0};
}

static void add_touch(struct difference *difference, const struct touch *touch)
{
    uintptr_t place = (uintptr_t)table_get(&difference->places, key_of(touch));
    if (place) {
        difference->touched[place - 1].fields |= touch->fields;
        return;
    }
    difference->touched = array_room(difference->touched, difference->count, &difference->capacity,
                                     sizeof *difference->touched);
    difference->touched[difference->count++] = *touch;
    table_set(&difference->places, key_of(touch), (void *)(uintptr_t)difference->count);
}

void difference_add(struct difference *difference, const struct tellings *tellings)
{
    for (size_t i = 0; i < tellings->touched_count; i++)
        add_touch(difference, &tellings->touched[i]);
}

/* What makes of a record that was as it was before the record that is. */
static struct change change_to(const struct touch *touch, const struct record *now)
{
    struct change change = {.operation = CHANGE_DROP, .type = touch->type, .id = touch->id};
    if (!now) return change;
    change.operation = touch->fields == ALL_FIELDS ? CHANGE_PUT : CHANGE_PATCH;
    change.mask = touch->fields;
    change.body = now->body;
    return change;
}

void difference_tell(const struct difference *difference, const struct state *state,
                     struct tellings *tellings)
{
    for (size_t i = 0; i < difference->count; i++) {
        const struct touch *touch = &difference->touched[i];
        const struct record *now = state_get(state, touch->type, touch->id);
        struct change change = change_to(touch, now);
        tellings_add(tellings, &change, &touch->before, now);
    }
}
