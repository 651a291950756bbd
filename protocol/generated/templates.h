/* Written by protocol/generate.mjs from protocol/templates; do not edit. */
#ifndef ARCHIPEL_GENERATED_TEMPLATES_H
#define ARCHIPEL_GENERATED_TEMPLATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "protocol/generated/records.h"

/* What a workshop begins with: categories, boards, and what lies on them, in French and English.
 *
 * A record of a template is a list of the fields that are not at their zero, in ascending order
 * of number. Ids are not chosen yet: an id field holds the place of the record it names in the
 * same list, counted from 1, which always stands before it; a field of several ids comes once for
 * each. Who founds the workshop gives each
 * record a fresh id and fills in the times. */
struct template_field {
    uint8_t number;   /* of the record's field, for instance CARD_TITLE */
    int64_t integer;  /* of an id (see above), integer, flag or choice field */
    const char *text; /* of a text field, else NULL */
};

struct template_record {
    enum record_type type;
    const struct template_field *fields;
    size_t field_count;
};

struct template {
    const char *name;
    const char *title[2];   /* French, English: index language - 1 */
    const char *summary[2];
    bool demo;              /* not offered on the start page */
    const struct template_record *records[2]; /* French, English: same records, same order */
    size_t count;           /* of the records of one language */
};

/* All of them, in the order in which they are offered. */
#define TEMPLATE_COUNT 9
extern const struct template templates[TEMPLATE_COUNT];

/* The template of this name, or NULL. */
const struct template *template_find(const char *name);

#endif
