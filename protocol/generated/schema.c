/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#include "protocol/generated/schema.h"

#include <stddef.h>

static const struct field record_workshop[] = {
    {.name = "title", .label = {"le titre", "the title"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct workshop, title), .max = 160},
    {.name = "language", .label = {"la langue", "the language"}, .number = 2, .kind = FIELD_CHOICE, .offset = offsetof(struct workshop, language), .max = 2, .values = FIELD_BIT(1) | FIELD_BIT(2)},
    {.name = "template", .label = {"le modèle", "the template"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct workshop, template), .max = 40},
    {.name = "made_at", .label = {"la date de création", "the creation date"}, .number = 4, .kind = FIELD_TIME, .offset = offsetof(struct workshop, made_at)},
    {.name = "closed", .label = {"la clôture", "closing"}, .number = 5, .kind = FIELD_FLAG, .offset = offsetof(struct workshop, closed)},
};

static const struct field record_category[] = {
    {.name = "label", .label = {"l'intitulé", "the label"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct category, label), .max = 80},
    {.name = "code", .label = {"le code", "the code"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct category, code), .max = 24},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 3, .kind = FIELD_CHOICE, .offset = offsetof(struct category, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
};

static const struct field record_group[] = {
    {.name = "title", .label = {"le nom du groupe", "the group's name"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct group, title), .max = 120},
};

static const struct field record_person[] = {
    {.name = "name", .label = {"le nom", "the name"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct person, name), .max = 80},
    {.name = "organisation", .label = {"l'organisation", "the organisation"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct person, organisation), .max = 160},
    {.name = "territory", .label = {"le territoire", "the territory"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct person, territory), .max = 120},
    {.name = "category", .label = {"la catégorie", "the category"}, .number = 4, .kind = FIELD_ID, .of = RECORD_CATEGORY, .offset = offsetof(struct person, category)},
    {.name = "role", .label = {"le rôle", "the role"}, .number = 5, .kind = FIELD_CHOICE, .offset = offsetof(struct person, role), .max = 5, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5)},
    {.name = "joined_at", .label = {"l'heure d'entrée", "the time of entry"}, .number = 6, .kind = FIELD_TIME, .offset = offsetof(struct person, joined_at)},
    {.name = "listed", .label = {"l'inscription", "the registration"}, .number = 7, .kind = FIELD_FLAG, .offset = offsetof(struct person, listed)},
    {.name = "invitation", .label = {"le lien d'accès", "the access link"}, .number = 8, .kind = FIELD_ID, .of = RECORD_INVITATION, .offset = offsetof(struct person, invitation)},
    {.name = "groups", .label = {"les groupes", "the groups"}, .number = 9, .kind = FIELD_IDS, .of = RECORD_GROUP, .offset = offsetof(struct person, groups), .max = 12},
};

static const struct field record_invitation[] = {
    {.name = "role", .label = {"le rôle", "the role"}, .number = 1, .kind = FIELD_CHOICE, .offset = offsetof(struct invitation, role), .max = 5, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5)},
    {.name = "number", .label = {"le numéro", "the number"}, .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct invitation, number), .min = 1, .max = 1000000},
    {.name = "made_at", .label = {"la date de création", "the creation date"}, .number = 3, .kind = FIELD_TIME, .offset = offsetof(struct invitation, made_at)},
    {.name = "revoked_at", .label = {"la date de révocation", "the revocation date"}, .number = 4, .kind = FIELD_TIME, .offset = offsetof(struct invitation, revoked_at)},
    {.name = "entries", .label = {"le nombre d'entrées", "the number of entries"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct invitation, entries), .min = 0, .max = 2000},
};

static const struct field record_key[] = {
    {.name = "digest", .label = {"l'empreinte", "the digest"}, .number = 1, .kind = FIELD_SECRET, .offset = offsetof(struct key, digest)},
    {.name = "invitation", .label = {"le lien d'accès", "the access link"}, .number = 2, .kind = FIELD_ID, .of = RECORD_INVITATION, .offset = offsetof(struct key, invitation)},
    {.name = "person", .label = {"la personne", "the person"}, .number = 3, .kind = FIELD_ID, .of = RECORD_PERSON, .optional = true, .offset = offsetof(struct key, person)},
};

static const struct field record_board[] = {
    {.name = "title", .label = {"le titre de la planche", "the board's title"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct board, title), .max = 120},
    {.name = "locked", .label = {"le verrou", "the lock"}, .number = 2, .kind = FIELD_FLAG, .offset = offsetof(struct board, locked)},
    {.name = "instructions", .label = {"la consigne", "the instructions"}, .number = 3, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct board, instructions), .max = 600},
    {.name = "controlled", .label = {"le mode contrôlé", "controlled mode"}, .number = 4, .kind = FIELD_FLAG, .offset = offsetof(struct board, controlled)},
    {.name = "veiled", .label = {"l'écriture privée", "private writing"}, .number = 5, .kind = FIELD_FLAG, .offset = offsetof(struct board, veiled)},
    {.name = "timer_end", .label = {"la fin du minuteur", "the end of the timer"}, .number = 6, .kind = FIELD_TIME, .offset = offsetof(struct board, timer_end)},
    {.name = "scene", .label = {"le fond", "the scene"}, .number = 7, .kind = FIELD_TEXT, .offset = offsetof(struct board, scene), .max = 24},
    {.name = "timer_left", .label = {"le reste du minuteur", "what is left of the timer"}, .number = 8, .kind = FIELD_INTEGER, .offset = offsetof(struct board, timer_left), .min = 0, .max = 359999000},
    {.name = "timer_rings", .label = {"la sonnerie du minuteur", "the timer's sound"}, .number = 9, .kind = FIELD_FLAG, .offset = offsetof(struct board, timer_rings)},
};

static const struct field record_zone[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct zone, board)},
    {.name = "title", .label = {"le titre de la zone", "the zone's title"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct zone, title), .max = 200},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 3, .kind = FIELD_CHOICE, .offset = offsetof(struct zone, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "x", .label = {"la position", "the position"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la position", "the position"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la largeur", "the width"}, .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, width), .min = 40, .max = 20000},
    {.name = "height", .label = {"la hauteur", "the height"}, .number = 7, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, height), .min = 40, .max = 20000},
    {.name = "objective", .label = {"l'objectif de la zone", "the zone's objective"}, .number = 8, .kind = FIELD_ID, .of = RECORD_OBJECTIVE, .offset = offsetof(struct zone, objective)},
    {.name = "card_type", .label = {"le type de la zone", "the zone's type"}, .number = 9, .kind = FIELD_ID, .of = RECORD_CARD_TYPE, .offset = offsetof(struct zone, card_type)},
    {.name = "paints", .label = {"la couleur imposée", "the imposed colour"}, .number = 10, .kind = FIELD_FLAG, .offset = offsetof(struct zone, paints)},
    {.name = "locked", .label = {"le verrou de la zone", "the zone's lock"}, .number = 11, .kind = FIELD_FLAG, .offset = offsetof(struct zone, locked)},
};

static const struct field record_card[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct card, board)},
    {.name = "title", .label = {"le titre de la fiche", "the card's title"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct card, title), .max = 240},
    {.name = "text", .label = {"le texte de la fiche", "the card's text"}, .number = 3, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct card, text), .max = 4000},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 4, .kind = FIELD_CHOICE, .offset = offsetof(struct card, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "x", .label = {"la position", "the position"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct card, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la position", "the position"}, .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct card, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la largeur", "the width"}, .number = 7, .kind = FIELD_INTEGER, .offset = offsetof(struct card, width), .min = 80, .max = 2000},
    {.name = "height", .label = {"la hauteur", "the height"}, .number = 8, .kind = FIELD_INTEGER, .offset = offsetof(struct card, height), .min = 40, .max = 2000},
    {.name = "author", .label = {"l'auteur", "the author"}, .number = 9, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct card, author)},
    {.name = "made_at", .label = {"la date de création", "the creation date"}, .number = 10, .kind = FIELD_TIME, .offset = offsetof(struct card, made_at)},
    {.name = "audience", .label = {"la visibilité", "the visibility"}, .number = 11, .kind = FIELD_CHOICE, .offset = offsetof(struct card, audience), .max = 4, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4)},
    {.name = "holder", .label = {"le détenteur", "the holder"}, .number = 12, .kind = FIELD_ID, .offset = offsetof(struct card, holder)},
    {.name = "card_type", .label = {"le type de fiche", "the card's type"}, .number = 13, .kind = FIELD_ID, .of = RECORD_CARD_TYPE, .offset = offsetof(struct card, card_type)},
    {.name = "objectives", .label = {"les objectifs", "the objectives"}, .number = 14, .kind = FIELD_IDS, .of = RECORD_OBJECTIVE, .offset = offsetof(struct card, objectives), .max = 8},
    {.name = "territory", .label = {"le territoire de la fiche", "the card's territory"}, .number = 15, .kind = FIELD_ID, .of = RECORD_TERRITORY, .offset = offsetof(struct card, territory)},
    {.name = "tags", .label = {"les mots-clés", "the tags"}, .number = 16, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct card, tags), .max = 400},
    {.name = "group", .label = {"le groupe", "the group"}, .number = 17, .kind = FIELD_ID, .of = RECORD_GROUP, .offset = offsetof(struct card, group)},
    {.name = "locked", .label = {"le verrou de la fiche", "the card's lock"}, .number = 18, .kind = FIELD_FLAG, .offset = offsetof(struct card, locked)},
    {.name = "place", .label = {"l'ordre de présentation", "the order of presentation"}, .number = 19, .kind = FIELD_INTEGER, .offset = offsetof(struct card, place), .min = 0, .max = 100000},
    {.name = "unplaced", .label = {"l'attente", "the waiting"}, .number = 20, .kind = FIELD_FLAG, .offset = offsetof(struct card, unplaced)},
    {.name = "veiled", .label = {"le voile", "the veil"}, .number = 21, .kind = FIELD_FLAG, .offset = offsetof(struct card, veiled)},
    {.name = "anonymous", .label = {"l'anonymat", "the anonymity"}, .number = 22, .kind = FIELD_FLAG, .offset = offsetof(struct card, anonymous)},
    {.name = "pinned", .label = {"le point sur la carte", "the point on the map"}, .number = 23, .kind = FIELD_FLAG, .offset = offsetof(struct card, pinned)},
    {.name = "longitude", .label = {"la longitude", "the longitude"}, .number = 24, .kind = FIELD_INTEGER, .offset = offsetof(struct card, longitude), .min = -180000000, .max = 180000000},
    {.name = "latitude", .label = {"la latitude", "the latitude"}, .number = 25, .kind = FIELD_INTEGER, .offset = offsetof(struct card, latitude), .min = -90000000, .max = 90000000},
    {.name = "dropped_by", .label = {"l'auteur du retrait", "who removed it"}, .number = 26, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct card, dropped_by)},
    {.name = "dropped_at", .label = {"l'heure du retrait", "the time of removal"}, .number = 27, .kind = FIELD_TIME, .offset = offsetof(struct card, dropped_at)},
    {.name = "coauthors", .label = {"les coauteurs", "the co-authors"}, .number = 28, .kind = FIELD_IDS, .of = RECORD_PERSON, .offset = offsetof(struct card, coauthors), .max = 24},
    {.name = "returned", .label = {"le renvoi", "the return"}, .number = 29, .kind = FIELD_FLAG, .offset = offsetof(struct card, returned)},
};

static const struct field record_link[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct link, board)},
    {.name = "from", .label = {"la fiche de départ", "the first card"}, .number = 2, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct link, from)},
    {.name = "to", .label = {"la fiche d'arrivée", "the second card"}, .number = 3, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct link, to)},
    {.name = "label", .label = {"l'intitulé du lien", "the link's label"}, .number = 4, .kind = FIELD_TEXT, .offset = offsetof(struct link, label), .max = 80},
    {.name = "author", .label = {"l'auteur", "the author"}, .number = 5, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct link, author)},
    {.name = "audience", .label = {"la visibilité", "the visibility"}, .number = 6, .kind = FIELD_CHOICE, .offset = offsetof(struct link, audience), .max = 4, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4)},
    {.name = "holder", .label = {"le détenteur", "the holder"}, .number = 7, .kind = FIELD_ID, .offset = offsetof(struct link, holder)},
    {.name = "link_type", .label = {"le type de lien", "the link's type"}, .number = 8, .kind = FIELD_ID, .of = RECORD_LINK_TYPE, .offset = offsetof(struct link, link_type)},
};

static const struct field record_card_type[] = {
    {.name = "label", .label = {"l'intitulé du type", "the type's label"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct card_type, label), .max = 60},
    {.name = "icon", .label = {"l'icône", "the icon"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct card_type, icon), .max = 24},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 3, .kind = FIELD_CHOICE, .offset = offsetof(struct card_type, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "place", .label = {"l'ordre", "the order"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct card_type, place), .min = 0, .max = 10000},
};

static const struct field record_link_type[] = {
    {.name = "label", .label = {"l'intitulé du type", "the type's label"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct link_type, label), .max = 60},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 2, .kind = FIELD_CHOICE, .offset = offsetof(struct link_type, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "dashed", .label = {"le trait", "the stroke"}, .number = 3, .kind = FIELD_FLAG, .offset = offsetof(struct link_type, dashed)},
    {.name = "place", .label = {"l'ordre", "the order"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct link_type, place), .min = 0, .max = 10000},
};

static const struct field record_objective[] = {
    {.name = "title", .label = {"l'objectif", "the objective"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct objective, title), .max = 200},
    {.name = "brief", .label = {"le nom court", "the short name"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct objective, brief), .max = 32},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 3, .kind = FIELD_CHOICE, .offset = offsetof(struct objective, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "place", .label = {"l'ordre", "the order"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct objective, place), .min = 0, .max = 10000},
};

static const struct field record_territory[] = {
    {.name = "name", .label = {"le nom du territoire", "the territory's name"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct territory, name), .max = 120},
    {.name = "kind", .label = {"la nature du territoire", "the kind of territory"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct territory, kind), .max = 40},
    {.name = "code", .label = {"le code du département", "the département's code"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct territory, code), .max = 8},
    {.name = "longitude", .label = {"la longitude", "the longitude"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct territory, longitude), .min = -180000000, .max = 180000000},
    {.name = "latitude", .label = {"la latitude", "the latitude"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct territory, latitude), .min = -90000000, .max = 90000000},
};

static const struct field record_priority[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct priority, board)},
    {.name = "title", .label = {"la question", "the question"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct priority, title), .max = 160},
    {.name = "points", .label = {"le budget de points", "the budget of points"}, .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct priority, points), .min = 1, .max = 100},
    {.name = "by_delegation", .label = {"le partage par délégation", "sharing by delegation"}, .number = 4, .kind = FIELD_FLAG, .offset = offsetof(struct priority, by_delegation)},
    {.name = "closed", .label = {"la clôture", "closing"}, .number = 5, .kind = FIELD_FLAG, .offset = offsetof(struct priority, closed)},
    {.name = "shown", .label = {"l'affichage", "showing"}, .number = 6, .kind = FIELD_FLAG, .offset = offsetof(struct priority, shown)},
    {.name = "made_at", .label = {"l'heure d'ouverture", "the time of opening"}, .number = 7, .kind = FIELD_TIME, .offset = offsetof(struct priority, made_at)},
};

static const struct field record_allotment[] = {
    {.name = "priority", .label = {"la priorisation", "the prioritisation"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PRIORITY, .offset = offsetof(struct allotment, priority)},
    {.name = "person", .label = {"la personne", "the person"}, .number = 2, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct allotment, person)},
    {.name = "card", .label = {"la fiche", "the card"}, .number = 3, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct allotment, card)},
    {.name = "points", .label = {"les points", "the points"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct allotment, points), .min = 0, .max = 100},
    {.name = "audience", .label = {"la visibilité", "the visibility"}, .number = 5, .kind = FIELD_CHOICE, .offset = offsetof(struct allotment, audience), .max = 4, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4)},
    {.name = "holder", .label = {"le détenteur", "the holder"}, .number = 6, .kind = FIELD_ID, .offset = offsetof(struct allotment, holder)},
};

static const struct field record_lead[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct lead, board)},
    {.name = "x", .label = {"la vue", "the view"}, .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct lead, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la vue", "the view"}, .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct lead, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la vue", "the view"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct lead, width), .min = 0, .max = 200000},
    {.name = "height", .label = {"la vue", "the view"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct lead, height), .min = 0, .max = 200000},
    {.name = "held", .label = {"le maintien", "the hold"}, .number = 6, .kind = FIELD_FLAG, .offset = offsetof(struct lead, held)},
    {.name = "card", .label = {"la fiche en vue", "the card in view"}, .number = 7, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct lead, card)},
    {.name = "person", .label = {"qui mène", "who leads"}, .number = 8, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct lead, person)},
    {.name = "at", .label = {"l'heure", "the time"}, .number = 9, .kind = FIELD_TIME, .offset = offsetof(struct lead, at)},
};

static const struct field record_authorship[] = {
    {.name = "person", .label = {"l'auteur", "the author"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct authorship, person)},
    {.name = "dropped_by", .label = {"l'auteur du retrait", "who removed it"}, .number = 2, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct authorship, dropped_by)},
};

static const struct field record_short_code[] = {
    {.name = "code", .label = {"le code court", "the short code"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct short_code, code), .max = 6},
    {.name = "opened_at", .label = {"l'heure d'ouverture", "the time of opening"}, .number = 2, .kind = FIELD_TIME, .offset = offsetof(struct short_code, opened_at)},
    {.name = "withdrawn_at", .label = {"l'heure du retrait", "the time of withdrawal"}, .number = 3, .kind = FIELD_TIME, .offset = offsetof(struct short_code, withdrawn_at)},
};

static const struct field record_remark[] = {
    {.name = "card", .label = {"la fiche", "the card"}, .number = 1, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct remark, card)},
    {.name = "text", .label = {"le mot", "the word"}, .number = 2, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct remark, text), .max = 600},
    {.name = "audience", .label = {"la visibilité", "the visibility"}, .number = 3, .kind = FIELD_CHOICE, .offset = offsetof(struct remark, audience), .max = 4, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4)},
    {.name = "holder", .label = {"le détenteur", "the holder"}, .number = 4, .kind = FIELD_ID, .offset = offsetof(struct remark, holder)},
    {.name = "at", .label = {"l'heure du renvoi", "the time of the return"}, .number = 5, .kind = FIELD_TIME, .offset = offsetof(struct remark, at)},
};

static const struct field record_link_authorship[] = {
    {.name = "person", .label = {"l'auteur", "the author"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct link_authorship, person)},
    {.name = "made_at", .label = {"la date de création", "the creation date"}, .number = 2, .kind = FIELD_TIME, .offset = offsetof(struct link_authorship, made_at)},
    {.name = "anonymous", .label = {"l'anonymat", "the anonymity"}, .number = 3, .kind = FIELD_FLAG, .offset = offsetof(struct link_authorship, anonymous)},
};

static const struct field record_territory_authorship[] = {
    {.name = "person", .label = {"l'auteur", "the author"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct territory_authorship, person)},
    {.name = "made_at", .label = {"la date de création", "the creation date"}, .number = 2, .kind = FIELD_TIME, .offset = offsetof(struct territory_authorship, made_at)},
};

static const struct field record_wall[] = {
    {.name = "phase", .label = {"ce que montre l'écran de salle", "what the wall shows"}, .number = 1, .kind = FIELD_CHOICE, .offset = offsetof(struct wall, phase), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "message", .label = {"le message à la salle", "the message to the hall"}, .number = 2, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct wall, message), .max = 400},
};

static const struct field command_create_workshop[] = {
    {.name = "title", .label = {"le titre", "the title"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct create_workshop, title), .max = 160},
    {.name = "language", .label = {"la langue", "the language"}, .number = 2, .kind = FIELD_CHOICE, .offset = offsetof(struct create_workshop, language), .max = 2, .values = FIELD_BIT(1) | FIELD_BIT(2)},
    {.name = "template", .label = {"le modèle", "the template"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct create_workshop, template), .max = 40},
};

static const struct field command_edit_workshop[] = {
    {.name = "workshop", .label = {"l'atelier", "the workshop"}, .number = 1, .kind = FIELD_ID, .of = RECORD_WORKSHOP, .offset = offsetof(struct edit_workshop, workshop)},
    {.name = "title", .label = {"le titre", "the title"}, .number = 2, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_workshop, title), .max = 160},
    {.name = "closed", .label = {"la clôture", "closing"}, .number = 3, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_workshop, closed)},
};

static const struct field command_join[] = {
    {.name = "person", .label = {"la personne", "the person"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct join, person)},
    {.name = "name", .label = {"le nom", "the name"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct join, name), .max = 80},
    {.name = "organisation", .label = {"l'organisation", "the organisation"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct join, organisation), .max = 160},
    {.name = "territory", .label = {"le territoire", "the territory"}, .number = 4, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct join, territory), .max = 120},
    {.name = "category", .label = {"la catégorie", "the category"}, .number = 5, .kind = FIELD_ID, .of = RECORD_CATEGORY, .optional = true, .offset = offsetof(struct join, category)},
    {.name = "key", .label = {"la clé", "the key"}, .number = 6, .kind = FIELD_SECRET, .offset = offsetof(struct join, key)},
};

static const struct field command_edit_person[] = {
    {.name = "person", .label = {"la personne", "the person"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct edit_person, person)},
    {.name = "name", .label = {"le nom", "the name"}, .number = 2, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_person, name), .max = 80},
    {.name = "organisation", .label = {"l'organisation", "the organisation"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_person, organisation), .max = 160},
    {.name = "territory", .label = {"le territoire", "the territory"}, .number = 4, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_person, territory), .max = 120},
    {.name = "category", .label = {"la catégorie", "the category"}, .number = 5, .kind = FIELD_ID, .of = RECORD_CATEGORY, .optional = true, .offset = offsetof(struct edit_person, category)},
    {.name = "role", .label = {"le rôle", "the role"}, .number = 6, .kind = FIELD_CHOICE, .optional = true, .offset = offsetof(struct edit_person, role), .max = 5, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5)},
};

static const struct field command_remove_person[] = {
    {.name = "person", .label = {"la personne", "the person"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct remove_person, person)},
};

static const struct field command_add_invitation[] = {
    {.name = "invitation", .label = {"le lien d'accès", "the access link"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_invitation, invitation)},
    {.name = "role", .label = {"le rôle", "the role"}, .number = 2, .kind = FIELD_CHOICE, .offset = offsetof(struct add_invitation, role), .max = 5, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5)},
    {.name = "number", .label = {"le numéro", "the number"}, .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct add_invitation, number), .min = 1, .max = 1000000},
    {.name = "key", .label = {"la clé", "the key"}, .number = 4, .kind = FIELD_SECRET, .offset = offsetof(struct add_invitation, key)},
};

static const struct field command_revoke_invitation[] = {
    {.name = "invitation", .label = {"le lien d'accès", "the access link"}, .number = 1, .kind = FIELD_ID, .of = RECORD_INVITATION, .offset = offsetof(struct revoke_invitation, invitation)},
    {.name = "expel", .label = {"l'exclusion", "the expulsion"}, .number = 2, .kind = FIELD_FLAG, .offset = offsetof(struct revoke_invitation, expel)},
};

static const struct field command_edit_board[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct edit_board, board)},
    {.name = "title", .label = {"le titre de la planche", "the board's title"}, .number = 2, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_board, title), .max = 120},
    {.name = "locked", .label = {"le verrou", "the lock"}, .number = 3, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_board, locked)},
    {.name = "instructions", .label = {"la consigne", "the instructions"}, .number = 4, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct edit_board, instructions), .max = 600},
    {.name = "controlled", .label = {"le mode contrôlé", "controlled mode"}, .number = 5, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_board, controlled)},
    {.name = "timer_end", .label = {"la fin du minuteur", "the end of the timer"}, .number = 6, .kind = FIELD_TIME, .optional = true, .offset = offsetof(struct edit_board, timer_end)},
    {.name = "scene", .label = {"le fond", "the scene"}, .number = 7, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_board, scene), .max = 24},
    {.name = "timer_left", .label = {"le reste du minuteur", "what is left of the timer"}, .number = 8, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_board, timer_left), .min = 0, .max = 359999000},
    {.name = "timer_rings", .label = {"la sonnerie du minuteur", "the timer's sound"}, .number = 9, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_board, timer_rings)},
};

static const struct field command_add_card[] = {
    {.name = "card", .label = {"la fiche", "the card"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_card, card)},
    {.name = "board", .label = {"la planche", "the board"}, .number = 2, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct add_card, board)},
    {.name = "title", .label = {"le titre de la fiche", "the card's title"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct add_card, title), .max = 240},
    {.name = "text", .label = {"le texte de la fiche", "the card's text"}, .number = 4, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct add_card, text), .max = 4000},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 5, .kind = FIELD_CHOICE, .offset = offsetof(struct add_card, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "x", .label = {"la position", "the position"}, .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct add_card, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la position", "the position"}, .number = 7, .kind = FIELD_INTEGER, .offset = offsetof(struct add_card, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la largeur", "the width"}, .number = 8, .kind = FIELD_INTEGER, .offset = offsetof(struct add_card, width), .min = 80, .max = 2000},
    {.name = "height", .label = {"la hauteur", "the height"}, .number = 9, .kind = FIELD_INTEGER, .offset = offsetof(struct add_card, height), .min = 40, .max = 2000},
    {.name = "audience", .label = {"la visibilité", "the visibility"}, .number = 10, .kind = FIELD_CHOICE, .offset = offsetof(struct add_card, audience), .max = 4, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4)},
    {.name = "holder", .label = {"le détenteur", "the holder"}, .number = 11, .kind = FIELD_ID, .optional = true, .offset = offsetof(struct add_card, holder)},
    {.name = "card_type", .label = {"le type de fiche", "the card's type"}, .number = 12, .kind = FIELD_ID, .of = RECORD_CARD_TYPE, .optional = true, .offset = offsetof(struct add_card, card_type)},
    {.name = "objectives", .label = {"les objectifs", "the objectives"}, .number = 13, .kind = FIELD_IDS, .of = RECORD_OBJECTIVE, .optional = true, .offset = offsetof(struct add_card, objectives), .max = 8},
    {.name = "territory", .label = {"le territoire de la fiche", "the card's territory"}, .number = 14, .kind = FIELD_ID, .of = RECORD_TERRITORY, .optional = true, .offset = offsetof(struct add_card, territory)},
    {.name = "tags", .label = {"les mots-clés", "the tags"}, .number = 15, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct add_card, tags), .max = 400},
    {.name = "anonymous", .label = {"l'anonymat", "the anonymity"}, .number = 16, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct add_card, anonymous)},
    {.name = "pinned", .label = {"le point sur la carte", "the point on the map"}, .number = 17, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct add_card, pinned)},
    {.name = "longitude", .label = {"la longitude", "the longitude"}, .number = 18, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct add_card, longitude), .min = -180000000, .max = 180000000},
    {.name = "latitude", .label = {"la latitude", "the latitude"}, .number = 19, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct add_card, latitude), .min = -90000000, .max = 90000000},
};

static const struct field command_edit_card[] = {
    {.name = "card", .label = {"la fiche", "the card"}, .number = 1, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct edit_card, card)},
    {.name = "title", .label = {"le titre de la fiche", "the card's title"}, .number = 2, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_card, title), .max = 240},
    {.name = "text", .label = {"le texte de la fiche", "the card's text"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct edit_card, text), .max = 4000},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 4, .kind = FIELD_CHOICE, .optional = true, .offset = offsetof(struct edit_card, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "x", .label = {"la position", "the position"}, .number = 5, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_card, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la position", "the position"}, .number = 6, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_card, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la largeur", "the width"}, .number = 7, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_card, width), .min = 80, .max = 2000},
    {.name = "height", .label = {"la hauteur", "the height"}, .number = 8, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_card, height), .min = 40, .max = 2000},
    {.name = "audience", .label = {"la visibilité", "the visibility"}, .number = 9, .kind = FIELD_CHOICE, .optional = true, .offset = offsetof(struct edit_card, audience), .max = 4, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4)},
    {.name = "holder", .label = {"le détenteur", "the holder"}, .number = 10, .kind = FIELD_ID, .optional = true, .offset = offsetof(struct edit_card, holder)},
    {.name = "card_type", .label = {"le type de fiche", "the card's type"}, .number = 11, .kind = FIELD_ID, .of = RECORD_CARD_TYPE, .optional = true, .offset = offsetof(struct edit_card, card_type)},
    {.name = "objectives", .label = {"les objectifs", "the objectives"}, .number = 12, .kind = FIELD_IDS, .of = RECORD_OBJECTIVE, .optional = true, .offset = offsetof(struct edit_card, objectives), .max = 8},
    {.name = "territory", .label = {"le territoire de la fiche", "the card's territory"}, .number = 13, .kind = FIELD_ID, .of = RECORD_TERRITORY, .optional = true, .offset = offsetof(struct edit_card, territory)},
    {.name = "tags", .label = {"les mots-clés", "the tags"}, .number = 14, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct edit_card, tags), .max = 400},
    {.name = "pinned", .label = {"le point sur la carte", "the point on the map"}, .number = 15, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_card, pinned)},
    {.name = "longitude", .label = {"la longitude", "the longitude"}, .number = 16, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_card, longitude), .min = -180000000, .max = 180000000},
    {.name = "latitude", .label = {"la latitude", "the latitude"}, .number = 17, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_card, latitude), .min = -90000000, .max = 90000000},
    {.name = "locked", .label = {"le verrou de la fiche", "the card's lock"}, .number = 18, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_card, locked)},
    {.name = "place", .label = {"l'ordre de présentation", "the order of presentation"}, .number = 19, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_card, place), .min = 0, .max = 100000},
    {.name = "unplaced", .label = {"l'attente", "the waiting"}, .number = 20, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_card, unplaced)},
    {.name = "returned", .label = {"le renvoi", "the return"}, .number = 21, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_card, returned)},
};

static const struct field command_drop_card[] = {
    {.name = "card", .label = {"la fiche", "the card"}, .number = 1, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct drop_card, card)},
};

static const struct field command_add_link[] = {
    {.name = "link", .label = {"le lien", "the link"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_link, link)},
    {.name = "board", .label = {"la planche", "the board"}, .number = 2, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct add_link, board)},
    {.name = "from", .label = {"la fiche de départ", "the first card"}, .number = 3, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct add_link, from)},
    {.name = "to", .label = {"la fiche d'arrivée", "the second card"}, .number = 4, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct add_link, to)},
    {.name = "label", .label = {"l'intitulé du lien", "the link's label"}, .number = 5, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct add_link, label), .max = 80},
    {.name = "link_type", .label = {"le type de lien", "the link's type"}, .number = 6, .kind = FIELD_ID, .of = RECORD_LINK_TYPE, .optional = true, .offset = offsetof(struct add_link, link_type)},
};

static const struct field command_edit_link[] = {
    {.name = "link", .label = {"le lien", "the link"}, .number = 1, .kind = FIELD_ID, .of = RECORD_LINK, .offset = offsetof(struct edit_link, link)},
    {.name = "label", .label = {"l'intitulé du lien", "the link's label"}, .number = 2, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_link, label), .max = 80},
    {.name = "link_type", .label = {"le type de lien", "the link's type"}, .number = 3, .kind = FIELD_ID, .of = RECORD_LINK_TYPE, .optional = true, .offset = offsetof(struct edit_link, link_type)},
};

static const struct field command_drop_link[] = {
    {.name = "link", .label = {"le lien", "the link"}, .number = 1, .kind = FIELD_ID, .of = RECORD_LINK, .offset = offsetof(struct drop_link, link)},
};

static const struct field command_add_board[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_board, board)},
    {.name = "title", .label = {"le titre de la planche", "the board's title"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct add_board, title), .max = 120},
    {.name = "instructions", .label = {"la consigne", "the instructions"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct add_board, instructions), .max = 600},
    {.name = "scene", .label = {"le fond", "the scene"}, .number = 4, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct add_board, scene), .max = 24},
};

static const struct field command_drop_board[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct drop_board, board)},
};

static const struct field command_add_zone[] = {
    {.name = "zone", .label = {"la zone", "the zone"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_zone, zone)},
    {.name = "board", .label = {"la planche", "the board"}, .number = 2, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct add_zone, board)},
    {.name = "title", .label = {"le titre de la zone", "the zone's title"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct add_zone, title), .max = 200},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 4, .kind = FIELD_CHOICE, .offset = offsetof(struct add_zone, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "x", .label = {"la position", "the position"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct add_zone, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la position", "the position"}, .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct add_zone, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la largeur", "the width"}, .number = 7, .kind = FIELD_INTEGER, .offset = offsetof(struct add_zone, width), .min = 40, .max = 20000},
    {.name = "height", .label = {"la hauteur", "the height"}, .number = 8, .kind = FIELD_INTEGER, .offset = offsetof(struct add_zone, height), .min = 40, .max = 20000},
    {.name = "objective", .label = {"l'objectif de la zone", "the zone's objective"}, .number = 9, .kind = FIELD_ID, .of = RECORD_OBJECTIVE, .optional = true, .offset = offsetof(struct add_zone, objective)},
    {.name = "card_type", .label = {"le type de la zone", "the zone's type"}, .number = 10, .kind = FIELD_ID, .of = RECORD_CARD_TYPE, .optional = true, .offset = offsetof(struct add_zone, card_type)},
    {.name = "paints", .label = {"la couleur imposée", "the imposed colour"}, .number = 11, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct add_zone, paints)},
    {.name = "locked", .label = {"le verrou de la zone", "the zone's lock"}, .number = 12, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct add_zone, locked)},
};

static const struct field command_edit_zone[] = {
    {.name = "zone", .label = {"la zone", "the zone"}, .number = 1, .kind = FIELD_ID, .of = RECORD_ZONE, .offset = offsetof(struct edit_zone, zone)},
    {.name = "title", .label = {"le titre de la zone", "the zone's title"}, .number = 2, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_zone, title), .max = 200},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 3, .kind = FIELD_CHOICE, .optional = true, .offset = offsetof(struct edit_zone, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "x", .label = {"la position", "the position"}, .number = 4, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_zone, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la position", "the position"}, .number = 5, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_zone, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la largeur", "the width"}, .number = 6, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_zone, width), .min = 40, .max = 20000},
    {.name = "height", .label = {"la hauteur", "the height"}, .number = 7, .kind = FIELD_INTEGER, .optional = true, .offset = offsetof(struct edit_zone, height), .min = 40, .max = 20000},
    {.name = "objective", .label = {"l'objectif de la zone", "the zone's objective"}, .number = 8, .kind = FIELD_ID, .of = RECORD_OBJECTIVE, .optional = true, .offset = offsetof(struct edit_zone, objective)},
    {.name = "card_type", .label = {"le type de la zone", "the zone's type"}, .number = 9, .kind = FIELD_ID, .of = RECORD_CARD_TYPE, .optional = true, .offset = offsetof(struct edit_zone, card_type)},
    {.name = "paints", .label = {"la couleur imposée", "the imposed colour"}, .number = 10, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_zone, paints)},
    {.name = "locked", .label = {"le verrou de la zone", "the zone's lock"}, .number = 11, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_zone, locked)},
};

static const struct field command_drop_zone[] = {
    {.name = "zone", .label = {"la zone", "the zone"}, .number = 1, .kind = FIELD_ID, .of = RECORD_ZONE, .offset = offsetof(struct drop_zone, zone)},
};

static const struct field command_veil_board[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct veil_board, board)},
};

static const struct field command_reveal_board[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct reveal_board, board)},
};

static const struct field command_edit_text[] = {
    {.name = "card", .label = {"la fiche", "the card"}, .number = 1, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct edit_text, card)},
    {.name = "base", .label = {"le texte de départ", "the text it started from"}, .number = 2, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct edit_text, base), .max = 4000},
    {.name = "text", .label = {"le texte de la fiche", "the card's text"}, .number = 3, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct edit_text, text), .max = 4000},
};

static const struct field command_merge_cards[] = {
    {.name = "kept", .label = {"la fiche gardée", "the card kept"}, .number = 1, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct merge_cards, kept)},
    {.name = "gone", .label = {"la fiche fondue", "the card merged"}, .number = 2, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct merge_cards, gone)},
};

static const struct field command_restore_cards[] = {
    {.name = "person", .label = {"la personne", "the person"}, .number = 1, .kind = FIELD_ID, .optional = true, .offset = offsetof(struct restore_cards, person)},
    {.name = "since", .label = {"le moment", "the moment"}, .number = 2, .kind = FIELD_TIME, .offset = offsetof(struct restore_cards, since)},
};

static const struct field command_lead_board[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct lead_board, board)},
    {.name = "x", .label = {"la vue", "the view"}, .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct lead_board, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la vue", "the view"}, .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct lead_board, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la vue", "the view"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct lead_board, width), .min = 0, .max = 200000},
    {.name = "height", .label = {"la vue", "the view"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct lead_board, height), .min = 0, .max = 200000},
    {.name = "held", .label = {"le maintien", "the hold"}, .number = 6, .kind = FIELD_FLAG, .offset = offsetof(struct lead_board, held)},
    {.name = "card", .label = {"la fiche en vue", "the card in view"}, .number = 7, .kind = FIELD_ID, .of = RECORD_CARD, .optional = true, .offset = offsetof(struct lead_board, card)},
};

static const struct field command_release_board[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct release_board, board)},
};

static const struct field command_add_priority[] = {
    {.name = "priority", .label = {"la priorisation", "the prioritisation"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_priority, priority)},
    {.name = "board", .label = {"la planche", "the board"}, .number = 2, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct add_priority, board)},
    {.name = "title", .label = {"la question", "the question"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct add_priority, title), .max = 160},
    {.name = "points", .label = {"le budget de points", "the budget of points"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct add_priority, points), .min = 1, .max = 100},
    {.name = "by_delegation", .label = {"le partage par délégation", "sharing by delegation"}, .number = 5, .kind = FIELD_FLAG, .offset = offsetof(struct add_priority, by_delegation)},
};

static const struct field command_edit_priority[] = {
    {.name = "priority", .label = {"la priorisation", "the prioritisation"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PRIORITY, .offset = offsetof(struct edit_priority, priority)},
    {.name = "title", .label = {"la question", "the question"}, .number = 2, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct edit_priority, title), .max = 160},
    {.name = "closed", .label = {"la clôture", "closing"}, .number = 3, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_priority, closed)},
    {.name = "shown", .label = {"l'affichage", "showing"}, .number = 4, .kind = FIELD_FLAG, .optional = true, .offset = offsetof(struct edit_priority, shown)},
};

static const struct field command_drop_priority[] = {
    {.name = "priority", .label = {"la priorisation", "the prioritisation"}, .number = 1, .kind = FIELD_ID, .of = RECORD_PRIORITY, .offset = offsetof(struct drop_priority, priority)},
};

static const struct field command_allot[] = {
    {.name = "allotment", .label = {"les points", "the points"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct allot, allotment)},
    {.name = "priority", .label = {"la priorisation", "the prioritisation"}, .number = 2, .kind = FIELD_ID, .of = RECORD_PRIORITY, .offset = offsetof(struct allot, priority)},
    {.name = "card", .label = {"la fiche", "the card"}, .number = 3, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct allot, card)},
    {.name = "points", .label = {"les points", "the points"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct allot, points), .min = 0, .max = 100},
};

static const struct field command_add_territory[] = {
    {.name = "territory", .label = {"le territoire", "the territory"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_territory, territory)},
    {.name = "name", .label = {"le nom du territoire", "the territory's name"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct add_territory, name), .max = 120},
    {.name = "kind", .label = {"la nature du territoire", "the kind of territory"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct add_territory, kind), .max = 40},
    {.name = "code", .label = {"le code du département", "the département's code"}, .number = 4, .kind = FIELD_TEXT, .optional = true, .offset = offsetof(struct add_territory, code), .max = 8},
    {.name = "longitude", .label = {"la longitude", "the longitude"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct add_territory, longitude), .min = -180000000, .max = 180000000},
    {.name = "latitude", .label = {"la latitude", "the latitude"}, .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct add_territory, latitude), .min = -90000000, .max = 90000000},
};

static const struct field command_add_card_type[] = {
    {.name = "card_type", .label = {"le type de fiche", "the card's type"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_card_type, card_type)},
    {.name = "label", .label = {"l'intitulé du type", "the type's label"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct add_card_type, label), .max = 60},
    {.name = "icon", .label = {"l'icône", "the icon"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct add_card_type, icon), .max = 24},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 4, .kind = FIELD_CHOICE, .offset = offsetof(struct add_card_type, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "place", .label = {"l'ordre", "the order"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct add_card_type, place), .min = 0, .max = 10000},
};

static const struct field command_restore_card[] = {
    {.name = "card", .label = {"la fiche", "the card"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct restore_card, card)},
};

static const struct field command_add_link_type[] = {
    {.name = "link_type", .label = {"le type de lien", "the link's type"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_link_type, link_type)},
    {.name = "label", .label = {"l'intitulé du type", "the type's label"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct add_link_type, label), .max = 60},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 3, .kind = FIELD_CHOICE, .offset = offsetof(struct add_link_type, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "dashed", .label = {"le trait", "the stroke"}, .number = 4, .kind = FIELD_FLAG, .offset = offsetof(struct add_link_type, dashed)},
    {.name = "place", .label = {"l'ordre", "the order"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct add_link_type, place), .min = 0, .max = 10000},
};

static const struct field command_add_objective[] = {
    {.name = "objective", .label = {"l'objectif", "the objective"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct add_objective, objective)},
    {.name = "title", .label = {"l'objectif", "the objective"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct add_objective, title), .max = 200},
    {.name = "brief", .label = {"le nom court", "the short name"}, .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct add_objective, brief), .max = 32},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 4, .kind = FIELD_CHOICE, .offset = offsetof(struct add_objective, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "place", .label = {"l'ordre", "the order"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct add_objective, place), .min = 0, .max = 10000},
};

static const struct field command_unmerge_cards[] = {
    {.name = "kept", .label = {"la fiche gardée", "the card kept"}, .number = 1, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct unmerge_cards, kept)},
    {.name = "gone", .label = {"la fiche fondue", "the card merged"}, .number = 2, .kind = FIELD_ID, .offset = offsetof(struct unmerge_cards, gone)},
    {.name = "text", .label = {"le texte de départ", "the text it started from"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct unmerge_cards, text), .max = 4000},
    {.name = "tags", .label = {"les mots-clés", "the tags"}, .number = 4, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct unmerge_cards, tags), .max = 400},
    {.name = "objectives", .label = {"les objectifs", "the objectives"}, .number = 5, .kind = FIELD_IDS, .optional = true, .offset = offsetof(struct unmerge_cards, objectives), .max = 8},
    {.name = "coauthors", .label = {"les coauteurs", "the co-authors"}, .number = 6, .kind = FIELD_IDS, .optional = true, .offset = offsetof(struct unmerge_cards, coauthors), .max = 24},
    {.name = "links", .label = {"les liens", "the links"}, .number = 7, .kind = FIELD_IDS, .optional = true, .offset = offsetof(struct unmerge_cards, links), .max = 1000},
};

static const struct field command_give_code[] = {
    {.name = "workshop", .label = {"l'atelier", "the workshop"}, .number = 1, .kind = FIELD_ID, .of = RECORD_WORKSHOP, .offset = offsetof(struct give_code, workshop)},
    {.name = "code", .label = {"le code court", "the short code"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct give_code, code), .max = 6},
};

static const struct field command_drop_code[] = {
    {.name = "workshop", .label = {"l'atelier", "the workshop"}, .number = 1, .kind = FIELD_ID, .of = RECORD_WORKSHOP, .offset = offsetof(struct drop_code, workshop)},
};

static const struct field command_withdraw_code[] = {
    {.name = "workshop", .label = {"l'atelier", "the workshop"}, .number = 1, .kind = FIELD_ID, .of = RECORD_WORKSHOP, .offset = offsetof(struct withdraw_code, workshop)},
    {.name = "code", .label = {"le code court", "the short code"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct withdraw_code, code), .max = 6},
};

static const struct field command_return_card[] = {
    {.name = "remark", .label = {"le mot", "the word"}, .number = 1, .kind = FIELD_ID, .offset = offsetof(struct return_card, remark)},
    {.name = "card", .label = {"la fiche", "the card"}, .number = 2, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct return_card, card)},
    {.name = "text", .label = {"le mot", "the word"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct return_card, text), .max = 600},
};

static const struct field command_drop_added[] = {
    {.name = "person", .label = {"la personne", "the person"}, .number = 1, .kind = FIELD_ID, .optional = true, .offset = offsetof(struct drop_added, person)},
    {.name = "since", .label = {"le moment", "the moment"}, .number = 2, .kind = FIELD_TIME, .offset = offsetof(struct drop_added, since)},
};

static const struct field command_edit_invitation[] = {
    {.name = "invitation", .label = {"le lien d'accès", "the access link"}, .number = 1, .kind = FIELD_ID, .of = RECORD_INVITATION, .offset = offsetof(struct edit_invitation, invitation)},
    {.name = "entries", .label = {"le nombre d'entrées", "the number of entries"}, .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct edit_invitation, entries), .min = 0, .max = 2000},
};

static const struct field command_remove_people[] = {
    {.name = "invitation", .label = {"le lien d'accès", "the access link"}, .number = 1, .kind = FIELD_ID, .of = RECORD_INVITATION, .offset = offsetof(struct remove_people, invitation)},
    {.name = "since", .label = {"le moment", "the moment"}, .number = 2, .kind = FIELD_TIME, .offset = offsetof(struct remove_people, since)},
};

static const struct field command_set_wall[] = {
    {.name = "workshop", .label = {"l'atelier", "the workshop"}, .number = 1, .kind = FIELD_ID, .of = RECORD_WORKSHOP, .offset = offsetof(struct set_wall, workshop)},
    {.name = "phase", .label = {"ce que montre l'écran de salle", "what the wall shows"}, .number = 2, .kind = FIELD_CHOICE, .optional = true, .offset = offsetof(struct set_wall, phase), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "message", .label = {"le message à la salle", "the message to the hall"}, .number = 3, .kind = FIELD_TEXT, .optional = true, .lines = true, .offset = offsetof(struct set_wall, message), .max = 400},
};

static const struct field command_sign_card[] = {
    {.name = "card", .label = {"la fiche", "the card"}, .number = 1, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct sign_card, card)},
    {.name = "anonymous", .label = {"l'anonymat", "the anonymity"}, .number = 2, .kind = FIELD_FLAG, .offset = offsetof(struct sign_card, anonymous)},
};

static const struct field list_hinted[] = {
    {.name = "person", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct hinted, person)},
    {.name = "board", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct hinted, board)},
    {.name = "card", .number = 3, .kind = FIELD_ID, .offset = offsetof(struct hinted, card)},
    {.name = "x", .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct hinted, x), .min = -100000, .max = 100000},
    {.name = "y", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct hinted, y), .min = -100000, .max = 100000},
};

static const struct field list_veiled[] = {
    {.name = "board", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct veiled, board)},
    {.name = "cards", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct veiled, cards), .max = (INT64_C(1) << 53) - 1},
    {.name = "people", .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct veiled, people), .max = (INT64_C(1) << 53) - 1},
    {.name = "anonymous", .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct veiled, anonymous), .max = (INT64_C(1) << 53) - 1},
};

static const struct field list_voted[] = {
    {.name = "priority", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct voted, priority)},
    {.name = "category", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct voted, category)},
    {.name = "people", .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct voted, people), .max = (INT64_C(1) << 53) - 1},
};

static const struct field list_summary[] = {
    {.name = "workshop", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct summary, workshop)},
    {.name = "title", .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct summary, title), .max = 100000},
    {.name = "closed", .number = 3, .kind = FIELD_FLAG, .offset = offsetof(struct summary, closed)},
    {.name = "made_at", .number = 4, .kind = FIELD_TIME, .offset = offsetof(struct summary, made_at)},
    {.name = "people", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct summary, people), .max = (INT64_C(1) << 53) - 1},
    {.name = "connected", .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct summary, connected), .max = (INT64_C(1) << 53) - 1},
    {.name = "entries", .number = 7, .kind = FIELD_INTEGER, .offset = offsetof(struct summary, entries), .max = (INT64_C(1) << 53) - 1},
};

static const struct field message_hello[] = {
    {.name = "version", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hello, version), .max = (INT64_C(1) << 53) - 1},
    {.name = "schema", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hello, schema), .max = (INT64_C(1) << 53) - 1},
    {.name = "workshop", .number = 3, .kind = FIELD_ID, .offset = offsetof(struct message_hello, workshop)},
    {.name = "key", .number = 4, .kind = FIELD_SECRET, .offset = offsetof(struct message_hello, key)},
    {.name = "epoch", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hello, epoch), .max = (INT64_C(1) << 53) - 1},
    {.name = "seq", .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hello, seq), .max = (INT64_C(1) << 53) - 1},
    {.name = "mark", .number = 7, .kind = FIELD_ID, .offset = offsetof(struct message_hello, mark)},
    {.name = "unpacks", .number = 8, .kind = FIELD_FLAG, .offset = offsetof(struct message_hello, unpacks)},
};

static const struct field message_command[] = {
    {.name = "client", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_command, client)},
    {.name = "counter", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_command, counter), .max = (INT64_C(1) << 53) - 1},
    {.name = "command", .number = 3, .kind = FIELD_COMMAND, .offset = offsetof(struct message_command, command)},
};

static const struct field message_hint[] = {
    {.name = "board", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_hint, board)},
    {.name = "card", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct message_hint, card)},
    {.name = "x", .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hint, x), .min = -100000, .max = 100000},
    {.name = "y", .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hint, y), .min = -100000, .max = 100000},
};

/* ping has no fields */

static const struct field message_create[] = {
    {.name = "workshop", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_create, workshop)},
    {.name = "command", .number = 2, .kind = FIELD_COMMAND, .offset = offsetof(struct message_create, command)},
    {.name = "roll", .number = 3, .kind = FIELD_BYTES, .offset = offsetof(struct message_create, roll)},
};

/* list has no fields */

static const struct field message_try_code[] = {
    {.name = "version", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_try_code, version), .max = (INT64_C(1) << 53) - 1},
    {.name = "schema", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_try_code, schema), .max = (INT64_C(1) << 53) - 1},
    {.name = "code", .number = 3, .kind = FIELD_TEXT, .offset = offsetof(struct message_try_code, code), .max = 6},
};

static const struct field message_welcome[] = {
    {.name = "version", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_welcome, version), .max = (INT64_C(1) << 53) - 1},
    {.name = "workshop", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct message_welcome, workshop)},
    {.name = "person", .number = 3, .kind = FIELD_ID, .offset = offsetof(struct message_welcome, person)},
    {.name = "role", .number = 4, .kind = FIELD_CHOICE, .offset = offsetof(struct message_welcome, role), .max = 5, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5)},
    {.name = "epoch", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct message_welcome, epoch), .max = (INT64_C(1) << 53) - 1},
    {.name = "seq", .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct message_welcome, seq), .max = (INT64_C(1) << 53) - 1},
    {.name = "mark", .number = 7, .kind = FIELD_ID, .offset = offsetof(struct message_welcome, mark)},
    {.name = "resumed", .number = 8, .kind = FIELD_FLAG, .offset = offsetof(struct message_welcome, resumed)},
    {.name = "now", .number = 9, .kind = FIELD_TIME, .offset = offsetof(struct message_welcome, now)},
};

static const struct field message_snapshot[] = {
    {.name = "seq", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_snapshot, seq), .max = (INT64_C(1) << 53) - 1},
    {.name = "mark", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct message_snapshot, mark)},
    {.name = "last", .number = 3, .kind = FIELD_FLAG, .offset = offsetof(struct message_snapshot, last)},
    {.name = "changes", .number = 4, .kind = FIELD_CHANGES, .offset = offsetof(struct message_snapshot, changes)},
};

static const struct field message_changes[] = {
    {.name = "after", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_changes, after), .max = (INT64_C(1) << 53) - 1},
    {.name = "seq", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_changes, seq), .max = (INT64_C(1) << 53) - 1},
    {.name = "mark", .number = 3, .kind = FIELD_ID, .offset = offsetof(struct message_changes, mark)},
    {.name = "changes", .number = 4, .kind = FIELD_CHANGES, .offset = offsetof(struct message_changes, changes)},
};

static const struct field message_done[] = {
    {.name = "client", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_done, client)},
    {.name = "counter", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_done, counter), .max = (INT64_C(1) << 53) - 1},
    {.name = "seq", .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct message_done, seq), .max = (INT64_C(1) << 53) - 1},
};

static const struct field message_refused[] = {
    {.name = "client", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_refused, client)},
    {.name = "counter", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_refused, counter), .max = (INT64_C(1) << 53) - 1},
    {.name = "refusal", .number = 3, .kind = FIELD_INTEGER, .offset = offsetof(struct message_refused, refusal), .max = (INT64_C(1) << 53) - 1},
    {.name = "command", .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct message_refused, command), .max = (INT64_C(1) << 53) - 1},
    {.name = "field", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct message_refused, field), .max = (INT64_C(1) << 53) - 1},
    {.name = "limit", .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct message_refused, limit), .max = (INT64_C(1) << 53) - 1},
    {.name = "line", .number = 7, .kind = FIELD_INTEGER, .offset = offsetof(struct message_refused, line), .max = (INT64_C(1) << 53) - 1},
};

static const struct field message_presence[] = {
    {.name = "whole", .number = 1, .kind = FIELD_FLAG, .offset = offsetof(struct message_presence, whole)},
    {.name = "came", .number = 2, .kind = FIELD_IDS, .offset = offsetof(struct message_presence, came), .max = 100000},
    {.name = "left", .number = 3, .kind = FIELD_IDS, .offset = offsetof(struct message_presence, left), .max = 100000},
    {.name = "guests", .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct message_presence, guests), .max = (INT64_C(1) << 53) - 1},
};

static const struct field message_hints[] = {
    {.name = "hints", .number = 1, .kind = FIELD_LIST, .of = 0, .offset = offsetof(struct message_hints, hints)},
};

static const struct field message_pong[] = {
    {.name = "seq", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_pong, seq), .max = (INT64_C(1) << 53) - 1},
    {.name = "mark", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct message_pong, mark)},
    {.name = "now", .number = 3, .kind = FIELD_TIME, .offset = offsetof(struct message_pong, now)},
};

static const struct field message_created[] = {
    {.name = "workshop", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_created, workshop)},
    {.name = "people", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_created, people), .max = (INT64_C(1) << 53) - 1},
};

static const struct field message_listed[] = {
    {.name = "workshops", .number = 1, .kind = FIELD_LIST, .of = 3, .offset = offsetof(struct message_listed, workshops)},
};

static const struct field message_coming[] = {
    {.name = "parts", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_coming, parts), .max = (INT64_C(1) << 53) - 1},
    {.name = "door", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_coming, door), .max = (INT64_C(1) << 53) - 1},
};

static const struct field message_packed[] = {
    {.name = "tables", .number = 1, .kind = FIELD_BYTES, .offset = offsetof(struct message_packed, tables)},
};

static const struct field message_sums[] = {
    {.name = "written", .number = 1, .kind = FIELD_LIST, .of = 1, .offset = offsetof(struct message_sums, written)},
    {.name = "voted", .number = 2, .kind = FIELD_LIST, .of = 2, .offset = offsetof(struct message_sums, voted)},
};

static const struct field message_way_in[] = {
    {.name = "workshop", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_way_in, workshop)},
    {.name = "key", .number = 2, .kind = FIELD_BYTES, .offset = offsetof(struct message_way_in, key)},
};

static const struct schema_type records[] = {
    [1] = {.name = "workshop", .number = 1, .field_count = 5, .size = sizeof(struct workshop), .fields = record_workshop, .family = "workshop", .limit = 1, .door = true, .scope_rule = SCOPE_RULE_EVERYONE},
    [2] = {.name = "category", .number = 2, .field_count = 3, .size = sizeof(struct category), .fields = record_category, .family = "people", .limit = 24, .door = true, .scope_rule = SCOPE_RULE_EVERYONE},
    [3] = {.name = "group", .number = 3, .field_count = 1, .size = sizeof(struct group), .fields = record_group, .family = "people", .limit = 400, .scope_rule = SCOPE_RULE_EVERYONE},
    [4] = {.name = "person", .number = 4, .field_count = 9, .size = sizeof(struct person), .fields = record_person, .family = "people", .limit = 2000, .door = true, .scope_rule = SCOPE_RULE_EVERYONE},
    [5] = {.name = "invitation", .number = 5, .field_count = 5, .size = sizeof(struct invitation), .fields = record_invitation, .family = "access", .limit = 200, .scope_rule = SCOPE_RULE_ANIMATORS},
    [6] = {.name = "key", .number = 6, .field_count = 3, .size = sizeof(struct key), .fields = record_key, .family = "access", .limit = 6000, .scope_rule = SCOPE_RULE_SEALED},
    [7] = {.name = "board", .number = 7, .field_count = 9, .size = sizeof(struct board), .fields = record_board, .family = "boards", .limit = 60, .scope_rule = SCOPE_RULE_EVERYONE},
    [8] = {.name = "zone", .number = 8, .field_count = 11, .size = sizeof(struct zone), .fields = record_zone, .family = "boards", .limit = 400, .scope_rule = SCOPE_RULE_EVERYONE},
    [9] = {.name = "card", .number = 9, .field_count = 29, .size = sizeof(struct card), .fields = record_card, .family = "cards", .limit = 20000, .scope_rule = SCOPE_RULE_FIELDS, .audience_offset = offsetof(struct card, audience), .audience_field = 11, .holder_offset = offsetof(struct card, holder), .holder_field = 12, .bin_by = 26, .bin_at = 27},
    [10] = {.name = "link", .number = 10, .field_count = 8, .size = sizeof(struct link), .fields = record_link, .family = "links", .limit = 20000, .scope_rule = SCOPE_RULE_FIELDS, .audience_offset = offsetof(struct link, audience), .audience_field = 6, .holder_offset = offsetof(struct link, holder), .holder_field = 7},
    [11] = {.name = "card_type", .number = 11, .field_count = 4, .size = sizeof(struct card_type), .fields = record_card_type, .family = "cards", .limit = 60, .scope_rule = SCOPE_RULE_EVERYONE},
    [12] = {.name = "link_type", .number = 12, .field_count = 4, .size = sizeof(struct link_type), .fields = record_link_type, .family = "links", .limit = 40, .scope_rule = SCOPE_RULE_EVERYONE},
    [13] = {.name = "objective", .number = 13, .field_count = 4, .size = sizeof(struct objective), .fields = record_objective, .family = "cards", .limit = 24, .scope_rule = SCOPE_RULE_EVERYONE},
    [14] = {.name = "territory", .number = 14, .field_count = 5, .size = sizeof(struct territory), .fields = record_territory, .family = "cards", .limit = 2000, .scope_rule = SCOPE_RULE_EVERYONE},
    [15] = {.name = "priority", .number = 15, .field_count = 7, .size = sizeof(struct priority), .fields = record_priority, .family = "priorities", .limit = 60, .scope_rule = SCOPE_RULE_EVERYONE},
    [16] = {.name = "allotment", .number = 16, .field_count = 6, .size = sizeof(struct allotment), .fields = record_allotment, .family = "priorities", .limit = 40000, .scope_rule = SCOPE_RULE_FIELDS, .audience_offset = offsetof(struct allotment, audience), .audience_field = 5, .holder_offset = offsetof(struct allotment, holder), .holder_field = 6},
    [17] = {.name = "lead", .number = 17, .field_count = 9, .size = sizeof(struct lead), .fields = record_lead, .family = "facilitation", .limit = 60, .scope_rule = SCOPE_RULE_EVERYONE},
    [18] = {.name = "authorship", .number = 18, .field_count = 2, .size = sizeof(struct authorship), .fields = record_authorship, .family = "cards", .limit = 20000, .scope_rule = SCOPE_RULE_SEALED},
    [19] = {.name = "short_code", .number = 19, .field_count = 3, .size = sizeof(struct short_code), .fields = record_short_code, .family = "access", .limit = 1, .scope_rule = SCOPE_RULE_EVERYONE},
    [20] = {.name = "remark", .number = 20, .field_count = 5, .size = sizeof(struct remark), .fields = record_remark, .family = "facilitation", .limit = 4000, .scope_rule = SCOPE_RULE_FIELDS, .audience_offset = offsetof(struct remark, audience), .audience_field = 3, .holder_offset = offsetof(struct remark, holder), .holder_field = 4},
    [21] = {.name = "link_authorship", .number = 21, .field_count = 3, .size = sizeof(struct link_authorship), .fields = record_link_authorship, .family = "links", .limit = 20000, .scope_rule = SCOPE_RULE_SEALED},
    [22] = {.name = "territory_authorship", .number = 22, .field_count = 2, .size = sizeof(struct territory_authorship), .fields = record_territory_authorship, .family = "cards", .limit = 2000, .scope_rule = SCOPE_RULE_SEALED},
    [23] = {.name = "wall", .number = 23, .field_count = 2, .size = sizeof(struct wall), .fields = record_wall, .family = "facilitation", .limit = 1, .scope_rule = SCOPE_RULE_EVERYONE},
};

static const struct schema_type commands[] = {
    [1] = {.name = "create_workshop", .number = 1, .field_count = 3, .size = sizeof(struct create_workshop), .fields = command_create_workshop, .family = "workshop"},
    [2] = {.name = "edit_workshop", .number = 2, .field_count = 3, .size = sizeof(struct edit_workshop), .fields = command_edit_workshop, .family = "workshop"},
    [3] = {.name = "join", .number = 3, .field_count = 6, .size = sizeof(struct join), .fields = command_join, .family = "people"},
    [4] = {.name = "edit_person", .number = 4, .field_count = 6, .size = sizeof(struct edit_person), .fields = command_edit_person, .family = "people"},
    [5] = {.name = "remove_person", .number = 5, .field_count = 1, .size = sizeof(struct remove_person), .fields = command_remove_person, .family = "people"},
    [6] = {.name = "add_invitation", .number = 6, .field_count = 4, .size = sizeof(struct add_invitation), .fields = command_add_invitation, .family = "access"},
    [7] = {.name = "revoke_invitation", .number = 7, .field_count = 2, .size = sizeof(struct revoke_invitation), .fields = command_revoke_invitation, .family = "access"},
    [8] = {.name = "edit_board", .number = 8, .field_count = 9, .size = sizeof(struct edit_board), .fields = command_edit_board, .family = "boards"},
    [9] = {.name = "add_card", .number = 9, .field_count = 19, .size = sizeof(struct add_card), .fields = command_add_card, .family = "cards"},
    [10] = {.name = "edit_card", .number = 10, .field_count = 21, .size = sizeof(struct edit_card), .fields = command_edit_card, .family = "cards"},
    [11] = {.name = "drop_card", .number = 11, .field_count = 1, .size = sizeof(struct drop_card), .fields = command_drop_card, .family = "cards"},
    [12] = {.name = "add_link", .number = 12, .field_count = 6, .size = sizeof(struct add_link), .fields = command_add_link, .family = "links"},
    [13] = {.name = "edit_link", .number = 13, .field_count = 3, .size = sizeof(struct edit_link), .fields = command_edit_link, .family = "links"},
    [14] = {.name = "drop_link", .number = 14, .field_count = 1, .size = sizeof(struct drop_link), .fields = command_drop_link, .family = "links"},
    [15] = {.name = "add_board", .number = 15, .field_count = 4, .size = sizeof(struct add_board), .fields = command_add_board, .family = "boards"},
    [16] = {.name = "drop_board", .number = 16, .field_count = 1, .size = sizeof(struct drop_board), .fields = command_drop_board, .family = "boards"},
    [17] = {.name = "add_zone", .number = 17, .field_count = 12, .size = sizeof(struct add_zone), .fields = command_add_zone, .family = "boards"},
    [18] = {.name = "edit_zone", .number = 18, .field_count = 11, .size = sizeof(struct edit_zone), .fields = command_edit_zone, .family = "boards"},
    [19] = {.name = "drop_zone", .number = 19, .field_count = 1, .size = sizeof(struct drop_zone), .fields = command_drop_zone, .family = "boards"},
    [20] = {.name = "veil_board", .number = 20, .field_count = 1, .size = sizeof(struct veil_board), .fields = command_veil_board, .family = "boards"},
    [21] = {.name = "reveal_board", .number = 21, .field_count = 1, .size = sizeof(struct reveal_board), .fields = command_reveal_board, .family = "boards"},
    [22] = {.name = "edit_text", .number = 22, .field_count = 3, .size = sizeof(struct edit_text), .fields = command_edit_text, .family = "cards"},
    [23] = {.name = "merge_cards", .number = 23, .field_count = 2, .size = sizeof(struct merge_cards), .fields = command_merge_cards, .family = "cards"},
    [24] = {.name = "restore_cards", .number = 24, .field_count = 2, .size = sizeof(struct restore_cards), .fields = command_restore_cards, .family = "cards"},
    [25] = {.name = "lead_board", .number = 25, .field_count = 7, .size = sizeof(struct lead_board), .fields = command_lead_board, .family = "facilitation"},
    [26] = {.name = "release_board", .number = 26, .field_count = 1, .size = sizeof(struct release_board), .fields = command_release_board, .family = "facilitation"},
    [27] = {.name = "add_priority", .number = 27, .field_count = 5, .size = sizeof(struct add_priority), .fields = command_add_priority, .family = "priorities"},
    [28] = {.name = "edit_priority", .number = 28, .field_count = 4, .size = sizeof(struct edit_priority), .fields = command_edit_priority, .family = "priorities"},
    [29] = {.name = "drop_priority", .number = 29, .field_count = 1, .size = sizeof(struct drop_priority), .fields = command_drop_priority, .family = "priorities"},
    [30] = {.name = "allot", .number = 30, .field_count = 4, .size = sizeof(struct allot), .fields = command_allot, .family = "priorities"},
    [31] = {.name = "add_territory", .number = 31, .field_count = 6, .size = sizeof(struct add_territory), .fields = command_add_territory, .family = "cards"},
    [32] = {.name = "add_card_type", .number = 32, .field_count = 5, .size = sizeof(struct add_card_type), .fields = command_add_card_type, .family = "cards"},
    [33] = {.name = "restore_card", .number = 33, .field_count = 1, .size = sizeof(struct restore_card), .fields = command_restore_card, .family = "cards"},
    [34] = {.name = "add_link_type", .number = 34, .field_count = 5, .size = sizeof(struct add_link_type), .fields = command_add_link_type, .family = "links"},
    [35] = {.name = "add_objective", .number = 35, .field_count = 5, .size = sizeof(struct add_objective), .fields = command_add_objective, .family = "cards"},
    [36] = {.name = "unmerge_cards", .number = 36, .field_count = 7, .size = sizeof(struct unmerge_cards), .fields = command_unmerge_cards, .family = "cards"},
    [37] = {.name = "give_code", .number = 37, .field_count = 2, .size = sizeof(struct give_code), .fields = command_give_code, .family = "access"},
    [38] = {.name = "drop_code", .number = 38, .field_count = 1, .size = sizeof(struct drop_code), .fields = command_drop_code, .family = "access"},
    [39] = {.name = "withdraw_code", .number = 39, .field_count = 2, .size = sizeof(struct withdraw_code), .fields = command_withdraw_code, .family = "access"},
    [40] = {.name = "return_card", .number = 40, .field_count = 3, .size = sizeof(struct return_card), .fields = command_return_card, .family = "facilitation"},
    [41] = {.name = "drop_added", .number = 41, .field_count = 2, .size = sizeof(struct drop_added), .fields = command_drop_added, .family = "shares"},
    [42] = {.name = "edit_invitation", .number = 42, .field_count = 2, .size = sizeof(struct edit_invitation), .fields = command_edit_invitation, .family = "access"},
    [43] = {.name = "remove_people", .number = 43, .field_count = 2, .size = sizeof(struct remove_people), .fields = command_remove_people, .family = "people"},
    [44] = {.name = "set_wall", .number = 44, .field_count = 3, .size = sizeof(struct set_wall), .fields = command_set_wall, .family = "facilitation"},
    [45] = {.name = "sign_card", .number = 45, .field_count = 2, .size = sizeof(struct sign_card), .fields = command_sign_card, .family = "cards"},
};

static const struct schema_type lists[] = {
    {.name = "hinted", .number = 0, .field_count = 5, .size = sizeof(struct hinted), .fields = list_hinted},
    {.name = "veiled", .number = 0, .field_count = 4, .size = sizeof(struct veiled), .fields = list_veiled},
    {.name = "voted", .number = 0, .field_count = 3, .size = sizeof(struct voted), .fields = list_voted},
    {.name = "summary", .number = 0, .field_count = 7, .size = sizeof(struct summary), .fields = list_summary},
};

static const struct schema_type messages[] = {
    [1] = {.name = "hello", .number = 1, .field_count = 8, .size = sizeof(struct message_hello), .fields = message_hello, .to_server = true},
    [2] = {.name = "command", .number = 2, .field_count = 3, .size = sizeof(struct message_command), .fields = message_command, .to_server = true},
    [3] = {.name = "hint", .number = 3, .field_count = 4, .size = sizeof(struct message_hint), .fields = message_hint, .to_server = true},
    [4] = {.name = "ping", .number = 4, .field_count = 0, .size = sizeof(struct message_ping), .fields = NULL, .to_server = true},
    [5] = {.name = "create", .number = 5, .field_count = 3, .size = sizeof(struct message_create), .fields = message_create, .to_server = true},
    [6] = {.name = "list", .number = 6, .field_count = 0, .size = sizeof(struct message_list), .fields = NULL, .to_server = true},
    [7] = {.name = "try_code", .number = 7, .field_count = 3, .size = sizeof(struct message_try_code), .fields = message_try_code, .to_server = true},
    [32] = {.name = "welcome", .number = 32, .field_count = 9, .size = sizeof(struct message_welcome), .fields = message_welcome},
    [33] = {.name = "snapshot", .number = 33, .field_count = 4, .size = sizeof(struct message_snapshot), .fields = message_snapshot},
    [34] = {.name = "changes", .number = 34, .field_count = 4, .size = sizeof(struct message_changes), .fields = message_changes},
    [35] = {.name = "done", .number = 35, .field_count = 3, .size = sizeof(struct message_done), .fields = message_done},
    [36] = {.name = "refused", .number = 36, .field_count = 7, .size = sizeof(struct message_refused), .fields = message_refused},
    [37] = {.name = "presence", .number = 37, .field_count = 4, .size = sizeof(struct message_presence), .fields = message_presence},
    [38] = {.name = "hints", .number = 38, .field_count = 1, .size = sizeof(struct message_hints), .fields = message_hints},
    [39] = {.name = "pong", .number = 39, .field_count = 3, .size = sizeof(struct message_pong), .fields = message_pong},
    [40] = {.name = "created", .number = 40, .field_count = 2, .size = sizeof(struct message_created), .fields = message_created},
    [41] = {.name = "listed", .number = 41, .field_count = 1, .size = sizeof(struct message_listed), .fields = message_listed},
    [42] = {.name = "coming", .number = 42, .field_count = 2, .size = sizeof(struct message_coming), .fields = message_coming},
    [43] = {.name = "packed", .number = 43, .field_count = 1, .size = sizeof(struct message_packed), .fields = message_packed},
    [44] = {.name = "sums", .number = 44, .field_count = 2, .size = sizeof(struct message_sums), .fields = message_sums},
    [45] = {.name = "way_in", .number = 45, .field_count = 2, .size = sizeof(struct message_way_in), .fields = message_way_in},
};

static const struct command_policy policies[] = {
    [COMMAND_CREATE_WORKSHOP] = {FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_EDIT_WORKSHOP] = {FIELD_BIT(ROLE_ANIMATOR) | FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_JOIN] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_EDIT_PERSON] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_REMOVE_PERSON] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_ADD_INVITATION] = {FIELD_BIT(ROLE_ANIMATOR) | FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_REVOKE_INVITATION] = {FIELD_BIT(ROLE_ANIMATOR) | FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_EDIT_BOARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_ADD_CARD] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_EDIT_CARD] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_DROP_CARD] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_ADD_LINK] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_EDIT_LINK] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_DROP_LINK] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_ADD_BOARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_DROP_BOARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_ADD_ZONE] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_EDIT_ZONE] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_DROP_ZONE] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_VEIL_BOARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_REVEAL_BOARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_EDIT_TEXT] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_MERGE_CARDS] = {FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_RESTORE_CARDS] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_LEAD_BOARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_RELEASE_BOARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_ADD_PRIORITY] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_EDIT_PRIORITY] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_DROP_PRIORITY] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_ALLOT] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_ADD_TERRITORY] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_ADD_CARD_TYPE] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_RESTORE_CARD] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_ADD_LINK_TYPE] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_ADD_OBJECTIVE] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_UNMERGE_CARDS] = {FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_GIVE_CODE] = {FIELD_BIT(ROLE_ANIMATOR) | FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_DROP_CODE] = {FIELD_BIT(ROLE_ANIMATOR) | FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_WITHDRAW_CODE] = {FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_RETURN_CARD] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
    [COMMAND_DROP_ADDED] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_EDIT_INVITATION] = {FIELD_BIT(ROLE_ANIMATOR) | FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_REMOVE_PEOPLE] = {FIELD_BIT(ROLE_ANIMATOR) | FIELD_BIT(ROLE_ORGANISER), CLASS_RARE},
    [COMMAND_SET_WALL] = {FIELD_BIT(ROLE_ANIMATOR), CLASS_RARE},
    [COMMAND_SIGN_CARD] = {FIELD_BIT(ROLE_PARTICIPANT) | FIELD_BIT(ROLE_FACILITATOR) | FIELD_BIT(ROLE_ANIMATOR), CLASS_EDIT},
};

static const struct effect effects[] = {
    [COMMAND_EDIT_WORKSHOP] = {CHANGE_PATCH, RECORD_WORKSHOP, 1, 0, 0, 2, {{2, 1}, {3, 5}}},
    [COMMAND_EDIT_PERSON] = {CHANGE_PATCH, RECORD_PERSON, 1, 0, 0, 5, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}}},
    [COMMAND_EDIT_BOARD] = {CHANGE_PATCH, RECORD_BOARD, 1, 0, 0, 8, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 6}, {7, 7}, {8, 8}, {9, 9}}},
    [COMMAND_ADD_CARD] = {CHANGE_PUT, RECORD_CARD, 1, 9, 10, 18, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}, {7, 6}, {8, 7}, {9, 8}, {10, 11}, {11, 12}, {12, 13}, {13, 14}, {14, 15}, {15, 16}, {16, 22}, {17, 23}, {18, 24}, {19, 25}}},
    [COMMAND_EDIT_CARD] = {CHANGE_PATCH, RECORD_CARD, 1, 0, 0, 20, {{2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 11}, {10, 12}, {11, 13}, {12, 14}, {13, 15}, {14, 16}, {15, 23}, {16, 24}, {17, 25}, {18, 18}, {19, 19}, {20, 20}, {21, 29}}},
    [COMMAND_DROP_CARD] = {CHANGE_DROP, RECORD_CARD, 1, 0, 0, 0, {{0, 0}}},
    [COMMAND_ADD_LINK] = {CHANGE_PUT, RECORD_LINK, 1, 0, 0, 5, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 8}}},
    [COMMAND_EDIT_LINK] = {CHANGE_PATCH, RECORD_LINK, 1, 0, 0, 2, {{2, 4}, {3, 8}}},
    [COMMAND_DROP_LINK] = {CHANGE_DROP, RECORD_LINK, 1, 0, 0, 0, {{0, 0}}},
    [COMMAND_ADD_BOARD] = {CHANGE_PUT, RECORD_BOARD, 1, 0, 0, 3, {{2, 1}, {3, 3}, {4, 7}}},
    [COMMAND_DROP_BOARD] = {CHANGE_DROP, RECORD_BOARD, 1, 0, 0, 0, {{0, 0}}},
    [COMMAND_ADD_ZONE] = {CHANGE_PUT, RECORD_ZONE, 1, 0, 0, 11, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}, {7, 6}, {8, 7}, {9, 8}, {10, 9}, {11, 10}, {12, 11}}},
    [COMMAND_EDIT_ZONE] = {CHANGE_PATCH, RECORD_ZONE, 1, 0, 0, 10, {{2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 9}, {10, 10}, {11, 11}}},
    [COMMAND_DROP_ZONE] = {CHANGE_DROP, RECORD_ZONE, 1, 0, 0, 0, {{0, 0}}},
    [COMMAND_EDIT_TEXT] = {CHANGE_PATCH, RECORD_CARD, 1, 0, 0, 1, {{3, 3}}},
    [COMMAND_LEAD_BOARD] = {CHANGE_PUT, RECORD_LEAD, 1, 8, 9, 6, {{2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}}},
    [COMMAND_ADD_PRIORITY] = {CHANGE_PUT, RECORD_PRIORITY, 1, 0, 7, 4, {{2, 1}, {3, 2}, {4, 3}, {5, 4}}},
    [COMMAND_EDIT_PRIORITY] = {CHANGE_PATCH, RECORD_PRIORITY, 1, 0, 0, 3, {{2, 2}, {3, 5}, {4, 6}}},
    [COMMAND_DROP_PRIORITY] = {CHANGE_DROP, RECORD_PRIORITY, 1, 0, 0, 0, {{0, 0}}},
    [COMMAND_ADD_TERRITORY] = {CHANGE_PUT, RECORD_TERRITORY, 1, 0, 0, 5, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}}},
    [COMMAND_ADD_CARD_TYPE] = {CHANGE_PUT, RECORD_CARD_TYPE, 1, 0, 0, 4, {{2, 1}, {3, 2}, {4, 3}, {5, 4}}},
    [COMMAND_ADD_LINK_TYPE] = {CHANGE_PUT, RECORD_LINK_TYPE, 1, 0, 0, 4, {{2, 1}, {3, 2}, {4, 3}, {5, 4}}},
    [COMMAND_ADD_OBJECTIVE] = {CHANGE_PUT, RECORD_OBJECTIVE, 1, 0, 0, 4, {{2, 1}, {3, 2}, {4, 3}, {5, 4}}},
    [COMMAND_EDIT_INVITATION] = {CHANGE_PATCH, RECORD_INVITATION, 1, 0, 0, 1, {{2, 5}}},
    [COMMAND_SIGN_CARD] = {CHANGE_PATCH, RECORD_CARD, 1, 0, 0, 1, {{2, 22}}},
};

static const struct rate_class classes[] = {
    [CLASS_EDIT] = {"edit", 20, 4400},
    [CLASS_RARE] = {"rare", 2, 30},
};

const struct schema_type *schema_record(unsigned number)
{
    return number < sizeof records / sizeof *records && records[number].name ? &records[number] : NULL;
}

const struct schema_type *schema_command(unsigned number)
{
    return number < sizeof commands / sizeof *commands && commands[number].name ? &commands[number] : NULL;
}

const struct schema_type *schema_message(unsigned number)
{
    return number < sizeof messages / sizeof *messages && messages[number].name ? &messages[number] : NULL;
}

const struct schema_type *schema_list(unsigned index)
{
    return index < sizeof lists / sizeof *lists ? &lists[index] : NULL;
}

const struct command_policy *schema_policy(enum command_type type)
{
    return (unsigned)type < sizeof policies / sizeof *policies && policies[type].who ? &policies[type] : NULL;
}

const struct effect *schema_effect(enum command_type type)
{
    return (unsigned)type < sizeof effects / sizeof *effects && effects[type].operation ? &effects[type] : NULL;
}

const struct rate_class *schema_class(unsigned class)
{
    return class >= 1 && class <= CLASS_COUNT ? &classes[class] : NULL;
}

const struct field *schema_field(const struct schema_type *type, unsigned number)
{
    return number >= 1 && number <= type->field_count ? &type->fields[number - 1] : NULL;
}
