/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#include "protocol/generated/references.h"

static const struct index_rule rules[] = {
    [INDEX_PERSON_TERRITORY] = {.holder = RECORD_PERSON, .field = 3, .kind = INDEX_BY_WORDS, .mask = FIELD_BIT(3)},
    [INDEX_PERSON_CATEGORY] = {.holder = RECORD_PERSON, .of = RECORD_CATEGORY, .field = 4, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .mask = FIELD_BIT(4)},
    [INDEX_PERSON_INVITATION] = {.holder = RECORD_PERSON, .of = RECORD_INVITATION, .field = 8, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .hidden = FATE_STAY, .binned = FATE_STAY, .mask = FIELD_BIT(8)},
    [INDEX_PERSON_GROUPS] = {.holder = RECORD_PERSON, .of = RECORD_GROUP, .field = 9, .kind = INDEX_BY_IDS, .gone = FATE_CLEAR, .mask = FIELD_BIT(9)},
    [INDEX_INVITATION_ROLE] = {.holder = RECORD_INVITATION, .field = 1, .kind = INDEX_BY_NUMBER, .mask = FIELD_BIT(1)},
    [INDEX_KEY_INVITATION] = {.holder = RECORD_KEY, .of = RECORD_INVITATION, .field = 2, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(2)},
    [INDEX_KEY_PERSON] = {.holder = RECORD_KEY, .of = RECORD_PERSON, .field = 3, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(3)},
    [INDEX_ZONE_BOARD] = {.holder = RECORD_ZONE, .of = RECORD_BOARD, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(1)},
    [INDEX_ZONE_OBJECTIVE] = {.holder = RECORD_ZONE, .of = RECORD_OBJECTIVE, .field = 8, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .mask = FIELD_BIT(8)},
    [INDEX_ZONE_CARD_TYPE] = {.holder = RECORD_ZONE, .of = RECORD_CARD_TYPE, .field = 9, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .mask = FIELD_BIT(9)},
    [INDEX_CARD_BOARD] = {.holder = RECORD_CARD, .of = RECORD_BOARD, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(1)},
    [INDEX_CARD_AUTHOR] = {.holder = RECORD_CARD, .of = RECORD_PERSON, .field = 9, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(9)},
    [INDEX_CARD_HOLDER_PERSON] = {.holder = RECORD_CARD, .of = RECORD_PERSON, .field = 12, .kind = INDEX_BY_PERSON, .gone = FATE_DROP, .mask = FIELD_BIT(11) | FIELD_BIT(12)},
    [INDEX_CARD_HOLDER_GROUP] = {.holder = RECORD_CARD, .of = RECORD_GROUP, .field = 12, .kind = INDEX_BY_GROUP, .gone = FATE_DROP, .mask = FIELD_BIT(11) | FIELD_BIT(12)},
    [INDEX_CARD_CARD_TYPE] = {.holder = RECORD_CARD, .of = RECORD_CARD_TYPE, .field = 13, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .mask = FIELD_BIT(13)},
    [INDEX_CARD_OBJECTIVES] = {.holder = RECORD_CARD, .of = RECORD_OBJECTIVE, .field = 14, .kind = INDEX_BY_IDS, .gone = FATE_CLEAR, .mask = FIELD_BIT(14)},
    [INDEX_CARD_TERRITORY] = {.holder = RECORD_CARD, .of = RECORD_TERRITORY, .field = 15, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .mask = FIELD_BIT(15)},
    [INDEX_CARD_GROUP] = {.holder = RECORD_CARD, .of = RECORD_GROUP, .field = 17, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .mask = FIELD_BIT(17)},
    [INDEX_CARD_DROPPED_BY] = {.holder = RECORD_CARD, .of = RECORD_PERSON, .field = 26, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(26)},
    [INDEX_CARD_DROPPED_AT] = {.holder = RECORD_CARD, .field = 27, .kind = INDEX_BY_NUMBER, .mask = FIELD_BIT(27)},
    [INDEX_CARD_COAUTHORS] = {.holder = RECORD_CARD, .of = RECORD_PERSON, .field = 28, .kind = INDEX_BY_IDS, .gone = FATE_STAY, .mask = FIELD_BIT(28)},
    [INDEX_LINK_BOARD] = {.holder = RECORD_LINK, .of = RECORD_BOARD, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(1)},
    [INDEX_LINK_FROM] = {.holder = RECORD_LINK, .of = RECORD_CARD, .field = 2, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .follows = true, .mask = FIELD_BIT(2)},
    [INDEX_LINK_TO] = {.holder = RECORD_LINK, .of = RECORD_CARD, .field = 3, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .follows = true, .mask = FIELD_BIT(3)},
    [INDEX_LINK_AUTHOR] = {.holder = RECORD_LINK, .of = RECORD_PERSON, .field = 5, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(5)},
    [INDEX_LINK_HOLDER_PERSON] = {.holder = RECORD_LINK, .of = RECORD_PERSON, .field = 7, .kind = INDEX_BY_PERSON, .gone = FATE_DROP, .mask = FIELD_BIT(6) | FIELD_BIT(7)},
    [INDEX_LINK_HOLDER_GROUP] = {.holder = RECORD_LINK, .of = RECORD_GROUP, .field = 7, .kind = INDEX_BY_GROUP, .gone = FATE_DROP, .mask = FIELD_BIT(6) | FIELD_BIT(7)},
    [INDEX_LINK_LINK_TYPE] = {.holder = RECORD_LINK, .of = RECORD_LINK_TYPE, .field = 8, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .mask = FIELD_BIT(8)},
    [INDEX_PRIORITY_BOARD] = {.holder = RECORD_PRIORITY, .of = RECORD_BOARD, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(1)},
    [INDEX_ALLOTMENT_PRIORITY] = {.holder = RECORD_ALLOTMENT, .of = RECORD_PRIORITY, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(1)},
    [INDEX_ALLOTMENT_PERSON] = {.holder = RECORD_ALLOTMENT, .of = RECORD_PERSON, .field = 2, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(2)},
    [INDEX_ALLOTMENT_CARD] = {.holder = RECORD_ALLOTMENT, .of = RECORD_CARD, .field = 3, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .hidden = FATE_DROP, .binned = FATE_STAY, .public = true, .mask = FIELD_BIT(3)},
    [INDEX_ALLOTMENT_HOLDER_PERSON] = {.holder = RECORD_ALLOTMENT, .of = RECORD_PERSON, .field = 6, .kind = INDEX_BY_PERSON, .gone = FATE_DROP, .mask = FIELD_BIT(5) | FIELD_BIT(6)},
    [INDEX_ALLOTMENT_HOLDER_GROUP] = {.holder = RECORD_ALLOTMENT, .of = RECORD_GROUP, .field = 6, .kind = INDEX_BY_GROUP, .gone = FATE_DROP, .mask = FIELD_BIT(5) | FIELD_BIT(6)},
    [INDEX_LEAD_BOARD] = {.holder = RECORD_LEAD, .of = RECORD_BOARD, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .mask = FIELD_BIT(1)},
    [INDEX_LEAD_CARD] = {.holder = RECORD_LEAD, .of = RECORD_CARD, .field = 7, .kind = INDEX_BY_NUMBER, .gone = FATE_CLEAR, .hidden = FATE_CLEAR, .binned = FATE_CLEAR, .mask = FIELD_BIT(7)},
    [INDEX_LEAD_PERSON] = {.holder = RECORD_LEAD, .of = RECORD_PERSON, .field = 8, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(8)},
    [INDEX_AUTHORSHIP_ID] = {.holder = RECORD_AUTHORSHIP, .of = RECORD_CARD, .kind = INDEX_BY_SELF, .gone = FATE_DROP},
    [INDEX_AUTHORSHIP_PERSON] = {.holder = RECORD_AUTHORSHIP, .of = RECORD_PERSON, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(1)},
    [INDEX_AUTHORSHIP_DROPPED_BY] = {.holder = RECORD_AUTHORSHIP, .of = RECORD_PERSON, .field = 2, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(2)},
    [INDEX_SHORT_CODE_ID] = {.holder = RECORD_SHORT_CODE, .of = RECORD_WORKSHOP, .kind = INDEX_BY_SELF, .gone = FATE_DROP},
    [INDEX_REMARK_CARD] = {.holder = RECORD_REMARK, .of = RECORD_CARD, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_DROP, .hidden = FATE_DROP, .binned = FATE_DROP, .mask = FIELD_BIT(1)},
    [INDEX_REMARK_HOLDER_PERSON] = {.holder = RECORD_REMARK, .of = RECORD_PERSON, .field = 4, .kind = INDEX_BY_PERSON, .gone = FATE_DROP, .mask = FIELD_BIT(3) | FIELD_BIT(4)},
    [INDEX_REMARK_HOLDER_GROUP] = {.holder = RECORD_REMARK, .of = RECORD_GROUP, .field = 4, .kind = INDEX_BY_GROUP, .gone = FATE_DROP, .mask = FIELD_BIT(3) | FIELD_BIT(4)},
    [INDEX_LINK_AUTHORSHIP_ID] = {.holder = RECORD_LINK_AUTHORSHIP, .of = RECORD_LINK, .kind = INDEX_BY_SELF, .gone = FATE_DROP},
    [INDEX_LINK_AUTHORSHIP_PERSON] = {.holder = RECORD_LINK_AUTHORSHIP, .of = RECORD_PERSON, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(1)},
    [INDEX_TERRITORY_AUTHORSHIP_ID] = {.holder = RECORD_TERRITORY_AUTHORSHIP, .of = RECORD_TERRITORY, .kind = INDEX_BY_SELF, .gone = FATE_DROP},
    [INDEX_TERRITORY_AUTHORSHIP_PERSON] = {.holder = RECORD_TERRITORY_AUTHORSHIP, .of = RECORD_PERSON, .field = 1, .kind = INDEX_BY_NUMBER, .gone = FATE_STAY, .mask = FIELD_BIT(1)},
    [INDEX_WALL_ID] = {.holder = RECORD_WALL, .of = RECORD_WORKSHOP, .kind = INDEX_BY_SELF, .gone = FATE_DROP},
};

static const uint16_t none[] = {RECORD_INDEXES};

static const uint16_t of_person[] = {INDEX_PERSON_TERRITORY, INDEX_PERSON_CATEGORY, INDEX_PERSON_INVITATION, INDEX_PERSON_GROUPS, RECORD_INDEXES};
static const uint16_t of_invitation[] = {INDEX_INVITATION_ROLE, RECORD_INDEXES};
static const uint16_t of_key[] = {INDEX_KEY_INVITATION, INDEX_KEY_PERSON, RECORD_INDEXES};
static const uint16_t of_zone[] = {INDEX_ZONE_BOARD, INDEX_ZONE_OBJECTIVE, INDEX_ZONE_CARD_TYPE, RECORD_INDEXES};
static const uint16_t of_card[] = {INDEX_CARD_BOARD, INDEX_CARD_AUTHOR, INDEX_CARD_HOLDER_PERSON, INDEX_CARD_HOLDER_GROUP, INDEX_CARD_CARD_TYPE, INDEX_CARD_OBJECTIVES, INDEX_CARD_TERRITORY, INDEX_CARD_GROUP, INDEX_CARD_DROPPED_BY, INDEX_CARD_DROPPED_AT, INDEX_CARD_COAUTHORS, RECORD_INDEXES};
static const uint16_t of_link[] = {INDEX_LINK_BOARD, INDEX_LINK_FROM, INDEX_LINK_TO, INDEX_LINK_AUTHOR, INDEX_LINK_HOLDER_PERSON, INDEX_LINK_HOLDER_GROUP, INDEX_LINK_LINK_TYPE, RECORD_INDEXES};
static const uint16_t of_priority[] = {INDEX_PRIORITY_BOARD, RECORD_INDEXES};
static const uint16_t of_allotment[] = {INDEX_ALLOTMENT_PRIORITY, INDEX_ALLOTMENT_PERSON, INDEX_ALLOTMENT_CARD, INDEX_ALLOTMENT_HOLDER_PERSON, INDEX_ALLOTMENT_HOLDER_GROUP, RECORD_INDEXES};
static const uint16_t of_lead[] = {INDEX_LEAD_BOARD, INDEX_LEAD_CARD, INDEX_LEAD_PERSON, RECORD_INDEXES};
static const uint16_t of_authorship[] = {INDEX_AUTHORSHIP_ID, INDEX_AUTHORSHIP_PERSON, INDEX_AUTHORSHIP_DROPPED_BY, RECORD_INDEXES};
static const uint16_t of_short_code[] = {INDEX_SHORT_CODE_ID, RECORD_INDEXES};
static const uint16_t of_remark[] = {INDEX_REMARK_CARD, INDEX_REMARK_HOLDER_PERSON, INDEX_REMARK_HOLDER_GROUP, RECORD_INDEXES};
static const uint16_t of_link_authorship[] = {INDEX_LINK_AUTHORSHIP_ID, INDEX_LINK_AUTHORSHIP_PERSON, RECORD_INDEXES};
static const uint16_t of_territory_authorship[] = {INDEX_TERRITORY_AUTHORSHIP_ID, INDEX_TERRITORY_AUTHORSHIP_PERSON, RECORD_INDEXES};
static const uint16_t of_wall[] = {INDEX_WALL_ID, RECORD_INDEXES};

static const uint16_t *const all_of[] = {
    [RECORD_WORKSHOP] = none,
    [RECORD_CATEGORY] = none,
    [RECORD_GROUP] = none,
    [RECORD_PERSON] = of_person,
    [RECORD_INVITATION] = of_invitation,
    [RECORD_KEY] = of_key,
    [RECORD_BOARD] = none,
    [RECORD_ZONE] = of_zone,
    [RECORD_CARD] = of_card,
    [RECORD_LINK] = of_link,
    [RECORD_CARD_TYPE] = none,
    [RECORD_LINK_TYPE] = none,
    [RECORD_OBJECTIVE] = none,
    [RECORD_TERRITORY] = none,
    [RECORD_PRIORITY] = of_priority,
    [RECORD_ALLOTMENT] = of_allotment,
    [RECORD_LEAD] = of_lead,
    [RECORD_AUTHORSHIP] = of_authorship,
    [RECORD_SHORT_CODE] = of_short_code,
    [RECORD_REMARK] = of_remark,
    [RECORD_LINK_AUTHORSHIP] = of_link_authorship,
    [RECORD_TERRITORY_AUTHORSHIP] = of_territory_authorship,
    [RECORD_WALL] = of_wall,
};


static const uint16_t naming_workshop[] = {INDEX_SHORT_CODE_ID, INDEX_WALL_ID, RECORD_INDEXES};
static const uint16_t naming_category[] = {INDEX_PERSON_CATEGORY, RECORD_INDEXES};
static const uint16_t naming_group[] = {INDEX_PERSON_GROUPS, INDEX_CARD_HOLDER_GROUP, INDEX_CARD_GROUP, INDEX_LINK_HOLDER_GROUP, INDEX_ALLOTMENT_HOLDER_GROUP, INDEX_REMARK_HOLDER_GROUP, RECORD_INDEXES};
static const uint16_t naming_person[] = {INDEX_KEY_PERSON, INDEX_CARD_AUTHOR, INDEX_CARD_HOLDER_PERSON, INDEX_CARD_DROPPED_BY, INDEX_CARD_COAUTHORS, INDEX_LINK_AUTHOR, INDEX_LINK_HOLDER_PERSON, INDEX_ALLOTMENT_PERSON, INDEX_ALLOTMENT_HOLDER_PERSON, INDEX_LEAD_PERSON, INDEX_AUTHORSHIP_PERSON, INDEX_AUTHORSHIP_DROPPED_BY, INDEX_REMARK_HOLDER_PERSON, INDEX_LINK_AUTHORSHIP_PERSON, INDEX_TERRITORY_AUTHORSHIP_PERSON, RECORD_INDEXES};
static const uint16_t naming_invitation[] = {INDEX_PERSON_INVITATION, INDEX_KEY_INVITATION, RECORD_INDEXES};
static const uint16_t naming_board[] = {INDEX_ZONE_BOARD, INDEX_CARD_BOARD, INDEX_LINK_BOARD, INDEX_PRIORITY_BOARD, INDEX_LEAD_BOARD, RECORD_INDEXES};
static const uint16_t naming_card[] = {INDEX_LINK_FROM, INDEX_LINK_TO, INDEX_ALLOTMENT_CARD, INDEX_LEAD_CARD, INDEX_AUTHORSHIP_ID, INDEX_REMARK_CARD, RECORD_INDEXES};
static const uint16_t naming_link[] = {INDEX_LINK_AUTHORSHIP_ID, RECORD_INDEXES};
static const uint16_t naming_card_type[] = {INDEX_ZONE_CARD_TYPE, INDEX_CARD_CARD_TYPE, RECORD_INDEXES};
static const uint16_t naming_link_type[] = {INDEX_LINK_LINK_TYPE, RECORD_INDEXES};
static const uint16_t naming_objective[] = {INDEX_ZONE_OBJECTIVE, INDEX_CARD_OBJECTIVES, RECORD_INDEXES};
static const uint16_t naming_territory[] = {INDEX_CARD_TERRITORY, INDEX_TERRITORY_AUTHORSHIP_ID, RECORD_INDEXES};
static const uint16_t naming_priority[] = {INDEX_ALLOTMENT_PRIORITY, RECORD_INDEXES};

static const uint16_t *const all_naming[] = {
    [RECORD_WORKSHOP] = naming_workshop,
    [RECORD_CATEGORY] = naming_category,
    [RECORD_GROUP] = naming_group,
    [RECORD_PERSON] = naming_person,
    [RECORD_INVITATION] = naming_invitation,
    [RECORD_KEY] = none,
    [RECORD_BOARD] = naming_board,
    [RECORD_ZONE] = none,
    [RECORD_CARD] = naming_card,
    [RECORD_LINK] = naming_link,
    [RECORD_CARD_TYPE] = naming_card_type,
    [RECORD_LINK_TYPE] = naming_link_type,
    [RECORD_OBJECTIVE] = naming_objective,
    [RECORD_TERRITORY] = naming_territory,
    [RECORD_PRIORITY] = naming_priority,
    [RECORD_ALLOTMENT] = none,
    [RECORD_LEAD] = none,
    [RECORD_AUTHORSHIP] = none,
    [RECORD_SHORT_CODE] = none,
    [RECORD_REMARK] = none,
    [RECORD_LINK_AUTHORSHIP] = none,
    [RECORD_TERRITORY_AUTHORSHIP] = none,
    [RECORD_WALL] = none,
};

const struct index_rule *index_rule(enum record_index index)
{
    return &rules[index];
}

const uint16_t *indexes_of(enum record_type type)
{
    return all_of[type];
}


const uint16_t *indexes_naming(enum record_type type)
{
    return all_naming[type];
}

static const struct share shares[] = {
    [RECORD_WORKSHOP] = {0, {RECORD_INDEXES}},
    [RECORD_CATEGORY] = {0, {RECORD_INDEXES}},
    [RECORD_GROUP] = {0, {RECORD_INDEXES}},
    [RECORD_PERSON] = {0, {RECORD_INDEXES}},
    [RECORD_INVITATION] = {0, {RECORD_INDEXES}},
    [RECORD_KEY] = {0, {RECORD_INDEXES}},
    [RECORD_BOARD] = {0, {RECORD_INDEXES}},
    [RECORD_ZONE] = {0, {RECORD_INDEXES}},
    [RECORD_CARD] = {4000, {INDEX_CARD_AUTHOR, INDEX_AUTHORSHIP_PERSON, RECORD_INDEXES}},
    [RECORD_LINK] = {4000, {INDEX_LINK_AUTHORSHIP_PERSON, RECORD_INDEXES}},
    [RECORD_CARD_TYPE] = {0, {RECORD_INDEXES}},
    [RECORD_LINK_TYPE] = {0, {RECORD_INDEXES}},
    [RECORD_OBJECTIVE] = {0, {RECORD_INDEXES}},
    [RECORD_TERRITORY] = {200, {INDEX_TERRITORY_AUTHORSHIP_PERSON, RECORD_INDEXES}},
    [RECORD_PRIORITY] = {0, {RECORD_INDEXES}},
    [RECORD_ALLOTMENT] = {0, {RECORD_INDEXES}},
    [RECORD_LEAD] = {0, {RECORD_INDEXES}},
    [RECORD_AUTHORSHIP] = {0, {RECORD_INDEXES}},
    [RECORD_SHORT_CODE] = {0, {RECORD_INDEXES}},
    [RECORD_REMARK] = {0, {RECORD_INDEXES}},
    [RECORD_LINK_AUTHORSHIP] = {0, {RECORD_INDEXES}},
    [RECORD_TERRITORY_AUTHORSHIP] = {0, {RECORD_INDEXES}},
    [RECORD_WALL] = {0, {RECORD_INDEXES}},
};

const struct share *share_of(enum record_type type)
{
    return &shares[type];
}
