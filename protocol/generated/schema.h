/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#ifndef ARCHIPEL_GENERATED_SCHEMA_H
#define ARCHIPEL_GENERATED_SCHEMA_H

#include "protocol/generated/codes.h"
#include "protocol/generated/messages.h"

/* The schema as data: what a generic codec, apply or check needs to know of each field. */

enum field_kind {
    FIELD_ID,      /* uint64_t, 1 to 2^53-1; 0 for none */
    FIELD_INTEGER, /* int64_t, min to max */
    FIELD_TIME,    /* int64_t, ms since 1970 */
    FIELD_FLAG,    /* bool */
    FIELD_CHOICE,  /* an enum; max is its greatest value, choice says which are there */
    FIELD_TEXT,    /* struct bytes *, UTF-8, at most max bytes; newlines only when lines */
    FIELD_IDS,     /* struct bytes * of ids, at most max of them */
    FIELD_SECRET,  /* struct bytes * of 32 (in a message: struct secret); decoding keeps the digest only */
    FIELD_BYTES,   /* messages only: struct bytes * */
    FIELD_COMMAND, /* messages only: struct command */
    FIELD_CHANGES, /* messages only: struct changes */
    FIELD_LIST,    /* messages only: a struct of items and count; of is the list's index */
};

struct field {
    const char *name;
    const char *label[2]; /* French, English; NULL in messages */
    uint8_t number;       /* in messages: the place, from 1 */
    uint8_t kind;         /* enum field_kind */
    uint8_t of;           /* id, ids: the record type, 0 for any; list: its index */
    bool optional, lines;
    uint16_t offset;      /* in the struct */
    int64_t min, max;
    uint64_t values;      /* choice: a bit for each value there is */
};

enum scope_rule { SCOPE_RULE_EVERYONE, SCOPE_RULE_ANIMATORS, SCOPE_RULE_SEALED, SCOPE_RULE_FIELDS };

/* A record type, a command, a message or a list's item. */
struct schema_type {
    const char *name;
    uint8_t number;
    uint8_t field_count;
    uint16_t size; /* of the struct */
    const struct field *fields;
    const char *family;                        /* records, commands: the file of protocol/schema */
    uint32_t limit;                            /* records: how many a workshop may hold */
    uint8_t scope_rule;                        /* records: enum scope_rule */
    bool door;                                 /* records: what one needs to see to join by */
    bool to_server;                            /* messages: sent by clients */
    uint16_t audience_offset, holder_offset;   /* records of SCOPE_RULE_FIELDS */
    uint8_t audience_field, holder_field;      /* their numbers */
    uint8_t bin_by, bin_at;                    /* records with a bin: the fields that say who and when */
};

/* What a command plainly does: fields of the command go to fields of one record. */
struct effect_field {
    uint8_t command_field, record_field; /* numbers */
};

#define EFFECT_FIELDS 32

struct effect {
    enum change_operation operation;
    enum record_type record;
    uint8_t id_field;                 /* of the command */
    uint8_t actor_field, time_field;  /* of the record, 0 for none */
    uint8_t field_count;
    struct effect_field fields[EFFECT_FIELDS];
};

#define CLASS_EDIT 1 /* Writing on boards. An import of 2,000 cards and taking it back come at once. */
#define CLASS_RARE 2 /* Joining, names, settings. */
#define CLASS_COUNT 2

struct rate_class {
    const char *name;
    int32_t rate;  /* commands a second */
    int32_t burst; /* that may come at once */
};

struct command_policy {
    uint64_t who; /* a bit for each enum role */
    uint8_t class;
};

/* NULL for a number that is none. Tables are constant and never freed. */
const struct schema_type *schema_record(unsigned number);
const struct schema_type *schema_command(unsigned number);
const struct schema_type *schema_message(unsigned number);
const struct schema_type *schema_list(unsigned index);
const struct command_policy *schema_policy(enum command_type type);
/* NULL when the command's effect is not one plain change. */
const struct effect *schema_effect(enum command_type type);
/* For CLASS_…, 1 to CLASS_COUNT. */
const struct rate_class *schema_class(unsigned class);
/* The field with this number, or NULL. */
const struct field *schema_field(const struct schema_type *type, unsigned number);

#endif
