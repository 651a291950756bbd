/* Written by protocol/generate.mjs; do not edit. */
/* What characters beyond ASCII are compared as: letters and digits of ASCII (core/fold.h). */
#ifndef ARCHIPEL_GENERATED_FOLD_H
#define ARCHIPEL_GENERATED_FOLD_H

#include <stddef.h>
#include <stdint.h>

struct folded {
    uint16_t character;
    char letters[6];
};

/* In the order of the characters. */
extern const struct folded fold_table[];
extern const size_t fold_table_count;

#endif
