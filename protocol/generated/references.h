/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#ifndef ARCHIPEL_GENERATED_REFERENCES_H
#define ARCHIPEL_GENERATED_REFERENCES_H

#include <stdbool.h>
#include "protocol/generated/records.h"

/* What hangs on what, and by which fields records are found. */

/* What becomes of a record (the holder) when one that it names goes. */
enum fate {
    FATE_STAY,  /* nothing: it tells of a deed */
    FATE_CLEAR, /* the field is emptied, or the id leaves the list */
    FATE_DROP,  /* it goes too */
};

/* By what the holders of an index are found. */
enum index_kind {
    INDEX_BY_NUMBER, /* an id, a choice, a time; 0 is not found */
    INDEX_BY_IDS,    /* each id of a list */
    INDEX_BY_WORDS,  /* fold_key of a text; an empty one is not found */
    INDEX_BY_PERSON, /* the one person who sees it */
    INDEX_BY_GROUP,  /* the one group that sees it */
    INDEX_BY_SELF,   /* its own id, which is another's: needs no index */
};

enum record_index {
    INDEX_PERSON_TERRITORY,
    INDEX_PERSON_CATEGORY,
    INDEX_PERSON_INVITATION,
    INDEX_PERSON_GROUPS,
    INDEX_INVITATION_ROLE,
    INDEX_KEY_INVITATION,
    INDEX_KEY_PERSON,
    INDEX_ZONE_BOARD,
    INDEX_ZONE_OBJECTIVE,
    INDEX_ZONE_CARD_TYPE,
    INDEX_CARD_BOARD,
    INDEX_CARD_AUTHOR,
    INDEX_CARD_HOLDER_PERSON,
    INDEX_CARD_HOLDER_GROUP,
    INDEX_CARD_CARD_TYPE,
    INDEX_CARD_OBJECTIVES,
    INDEX_CARD_TERRITORY,
    INDEX_CARD_GROUP,
    INDEX_CARD_DROPPED_BY,
    INDEX_CARD_DROPPED_AT,
    INDEX_CARD_COAUTHORS,
    INDEX_LINK_BOARD,
    INDEX_LINK_FROM,
    INDEX_LINK_TO,
    INDEX_LINK_AUTHOR,
    INDEX_LINK_HOLDER_PERSON,
    INDEX_LINK_HOLDER_GROUP,
    INDEX_LINK_LINK_TYPE,
    INDEX_PRIORITY_BOARD,
    INDEX_ALLOTMENT_PRIORITY,
    INDEX_ALLOTMENT_PERSON,
    INDEX_ALLOTMENT_CARD,
    INDEX_ALLOTMENT_HOLDER_PERSON,
    INDEX_ALLOTMENT_HOLDER_GROUP,
    INDEX_LEAD_BOARD,
    INDEX_LEAD_CARD,
    INDEX_LEAD_PERSON,
    INDEX_AUTHORSHIP_ID,
    INDEX_AUTHORSHIP_PERSON,
    INDEX_AUTHORSHIP_DROPPED_BY,
    INDEX_SHORT_CODE_ID,
    INDEX_REMARK_CARD,
    INDEX_REMARK_HOLDER_PERSON,
    INDEX_REMARK_HOLDER_GROUP,
    INDEX_LINK_AUTHORSHIP_ID,
    INDEX_LINK_AUTHORSHIP_PERSON,
    INDEX_TERRITORY_AUTHORSHIP_ID,
    INDEX_TERRITORY_AUTHORSHIP_PERSON,
    INDEX_WALL_ID,
};
#define RECORD_INDEXES 49

struct index_rule {
    uint8_t holder;      /* enum record_type: of the records that are found */
    uint8_t of;          /* enum record_type: which they name; 0 when the value names none */
    uint8_t field;       /* of the holder; 0 for its id */
    uint8_t kind;        /* enum index_kind */
    uint8_t gone;        /* enum fate: when what is named is dropped, */
    uint8_t hidden;      /* when somebody who sees the holder no longer sees it, */
    uint8_t binned;      /* and when that is because it is in the bin */
    bool public;         /* only what everyone sees is in sight */
    bool follows;        /* the holder has the narrowest scope of all that it names so */
    uint64_t mask;       /* the fields of the holder that the value is read from */
};

/* Tables are constant and never freed. */
const struct index_rule *index_rule(enum record_index index);
/* The indexes by fields of this type, and those by which records of this type are named: numbers of
 * enum record_index, then RECORD_INDEXES. */
const uint16_t *indexes_of(enum record_type type);
const uint16_t *indexes_naming(enum record_type type);

/* How many records of a type one person may have added, and the indexes that find those they did, then
 * RECORD_INDEXES. */
struct share {
    uint32_t limit; /* 0: as many as there may be */
    uint16_t by[3];
};
const struct share *share_of(enum record_type type);

#endif
