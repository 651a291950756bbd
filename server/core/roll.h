/* A roll: the people expected, as a file named them (wire/roll.h reads it). */
#ifndef ARCHIPEL_CORE_ROLL_H
#define ARCHIPEL_CORE_ROLL_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

struct roll_line {
    uint32_t line; /* of the file, from 1 */
    struct bytes *name, *organisation, *territory;
    struct bytes *category; /* a category's code or label, as written; NULL for none */
};

/* A zeroed struct roll is empty; clear drops its text. */
struct roll {
    struct roll_line *lines;
    size_t count, capacity;
};

/* Frees its lines; it is empty again. */
void roll_clear(struct roll *roll);

#endif
