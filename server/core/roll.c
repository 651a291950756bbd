/* Lines own their texts. */
#include "core/roll.h"

#include <stdlib.h>

void roll_clear(struct roll *roll)
{
    for (size_t i = 0; i < roll->count; i++) {
        struct roll_line *line = &roll->lines[i];
        bytes_drop(line->name);
        bytes_drop(line->organisation);
        bytes_drop(line->territory);
        bytes_drop(line->category);
    }
    free(roll->lines);
    *roll = (struct roll){0};
}
