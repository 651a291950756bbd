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
};

static const struct field record_key[] = {
    {.name = "digest", .label = {"l'empreinte", "the digest"}, .number = 1, .kind = FIELD_SECRET, .offset = offsetof(struct key, digest)},
    {.name = "invitation", .label = {"le lien d'accès", "the access link"}, .number = 2, .kind = FIELD_ID, .of = RECORD_INVITATION, .offset = offsetof(struct key, invitation)},
    {.name = "person", .label = {"la personne", "the person"}, .number = 3, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct key, person)},
};

static const struct field record_board[] = {
    {.name = "title", .label = {"le titre de la planche", "the board's title"}, .number = 1, .kind = FIELD_TEXT, .offset = offsetof(struct board, title), .max = 120},
    {.name = "locked", .label = {"le verrou", "the lock"}, .number = 2, .kind = FIELD_FLAG, .offset = offsetof(struct board, locked)},
    {.name = "instructions", .label = {"la consigne", "the instructions"}, .number = 3, .kind = FIELD_TEXT, .lines = true, .offset = offsetof(struct board, instructions), .max = 600},
};

static const struct field record_zone[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct zone, board)},
    {.name = "title", .label = {"le titre de la zone", "the zone's title"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct zone, title), .max = 200},
    {.name = "color", .label = {"la couleur", "the colour"}, .number = 3, .kind = FIELD_CHOICE, .offset = offsetof(struct zone, color), .max = 8, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5) | FIELD_BIT(6) | FIELD_BIT(7) | FIELD_BIT(8)},
    {.name = "x", .label = {"la position", "the position"}, .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, x), .min = -100000, .max = 100000},
    {.name = "y", .label = {"la position", "the position"}, .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, y), .min = -100000, .max = 100000},
    {.name = "width", .label = {"la largeur", "the width"}, .number = 6, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, width), .min = 40, .max = 20000},
    {.name = "height", .label = {"la hauteur", "the height"}, .number = 7, .kind = FIELD_INTEGER, .offset = offsetof(struct zone, height), .min = 40, .max = 20000},
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
};

static const struct field record_link[] = {
    {.name = "board", .label = {"la planche", "the board"}, .number = 1, .kind = FIELD_ID, .of = RECORD_BOARD, .offset = offsetof(struct link, board)},
    {.name = "from", .label = {"la fiche de départ", "the first card"}, .number = 2, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct link, from)},
    {.name = "to", .label = {"la fiche d'arrivée", "the second card"}, .number = 3, .kind = FIELD_ID, .of = RECORD_CARD, .offset = offsetof(struct link, to)},
    {.name = "label", .label = {"l'intitulé du lien", "the link's label"}, .number = 4, .kind = FIELD_TEXT, .offset = offsetof(struct link, label), .max = 80},
    {.name = "author", .label = {"l'auteur", "the author"}, .number = 5, .kind = FIELD_ID, .of = RECORD_PERSON, .offset = offsetof(struct link, author)},
    {.name = "audience", .label = {"la visibilité", "the visibility"}, .number = 6, .kind = FIELD_CHOICE, .offset = offsetof(struct link, audience), .max = 4, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4)},
    {.name = "holder", .label = {"le détenteur", "the holder"}, .number = 7, .kind = FIELD_ID, .offset = offsetof(struct link, holder)},
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
};

static const struct field command_edit_link[] = {
    {.name = "link", .label = {"le lien", "the link"}, .number = 1, .kind = FIELD_ID, .of = RECORD_LINK, .offset = offsetof(struct edit_link, link)},
    {.name = "label", .label = {"l'intitulé du lien", "the link's label"}, .number = 2, .kind = FIELD_TEXT, .offset = offsetof(struct edit_link, label), .max = 80},
};

static const struct field command_drop_link[] = {
    {.name = "link", .label = {"le lien", "the link"}, .number = 1, .kind = FIELD_ID, .of = RECORD_LINK, .offset = offsetof(struct drop_link, link)},
};

static const struct field list_hinted[] = {
    {.name = "person", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct hinted, person)},
    {.name = "board", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct hinted, board)},
    {.name = "card", .number = 3, .kind = FIELD_ID, .offset = offsetof(struct hinted, card)},
    {.name = "x", .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct hinted, x), .min = -100000, .max = 100000},
    {.name = "y", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct hinted, y), .min = -100000, .max = 100000},
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
    {.name = "workshop", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct message_hello, workshop)},
    {.name = "key", .number = 3, .kind = FIELD_SECRET, .offset = offsetof(struct message_hello, key)},
    {.name = "epoch", .number = 4, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hello, epoch), .max = (INT64_C(1) << 53) - 1},
    {.name = "seq", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct message_hello, seq), .max = (INT64_C(1) << 53) - 1},
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

static const struct field message_welcome[] = {
    {.name = "version", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_welcome, version), .max = (INT64_C(1) << 53) - 1},
    {.name = "workshop", .number = 2, .kind = FIELD_ID, .offset = offsetof(struct message_welcome, workshop)},
    {.name = "person", .number = 3, .kind = FIELD_ID, .offset = offsetof(struct message_welcome, person)},
    {.name = "role", .number = 4, .kind = FIELD_CHOICE, .offset = offsetof(struct message_welcome, role), .max = 5, .values = FIELD_BIT(1) | FIELD_BIT(2) | FIELD_BIT(3) | FIELD_BIT(4) | FIELD_BIT(5)},
    {.name = "epoch", .number = 5, .kind = FIELD_INTEGER, .offset = offsetof(struct message_welcome, epoch), .max = (INT64_C(1) << 53) - 1},
    {.name = "resumed", .number = 6, .kind = FIELD_FLAG, .offset = offsetof(struct message_welcome, resumed)},
    {.name = "now", .number = 7, .kind = FIELD_TIME, .offset = offsetof(struct message_welcome, now)},
};

static const struct field message_snapshot[] = {
    {.name = "seq", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_snapshot, seq), .max = (INT64_C(1) << 53) - 1},
    {.name = "last", .number = 2, .kind = FIELD_FLAG, .offset = offsetof(struct message_snapshot, last)},
    {.name = "changes", .number = 3, .kind = FIELD_CHANGES, .offset = offsetof(struct message_snapshot, changes)},
};

static const struct field message_changes[] = {
    {.name = "after", .number = 1, .kind = FIELD_INTEGER, .offset = offsetof(struct message_changes, after), .max = (INT64_C(1) << 53) - 1},
    {.name = "seq", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_changes, seq), .max = (INT64_C(1) << 53) - 1},
    {.name = "changes", .number = 3, .kind = FIELD_CHANGES, .offset = offsetof(struct message_changes, changes)},
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
    {.name = "now", .number = 2, .kind = FIELD_TIME, .offset = offsetof(struct message_pong, now)},
};

static const struct field message_created[] = {
    {.name = "workshop", .number = 1, .kind = FIELD_ID, .offset = offsetof(struct message_created, workshop)},
    {.name = "people", .number = 2, .kind = FIELD_INTEGER, .offset = offsetof(struct message_created, people), .max = (INT64_C(1) << 53) - 1},
};

static const struct field message_listed[] = {
    {.name = "workshops", .number = 1, .kind = FIELD_LIST, .of = 1, .offset = offsetof(struct message_listed, workshops)},
};

static const struct schema_type records[] = {
    {.name = "workshop", .number = 1, .field_count = 5, .size = sizeof(struct workshop), .fields = record_workshop, .limit = 1, .scope_rule = SCOPE_RULE_EVERYONE},
    {.name = "category", .number = 2, .field_count = 3, .size = sizeof(struct category), .fields = record_category, .limit = 24, .scope_rule = SCOPE_RULE_EVERYONE},
    {.name = "group", .number = 3, .field_count = 1, .size = sizeof(struct group), .fields = record_group, .limit = 400, .scope_rule = SCOPE_RULE_EVERYONE},
    {.name = "person", .number = 4, .field_count = 9, .size = sizeof(struct person), .fields = record_person, .limit = 2000, .scope_rule = SCOPE_RULE_EVERYONE},
    {.name = "invitation", .number = 5, .field_count = 4, .size = sizeof(struct invitation), .fields = record_invitation, .limit = 200, .scope_rule = SCOPE_RULE_ANIMATORS},
    {.name = "key", .number = 6, .field_count = 3, .size = sizeof(struct key), .fields = record_key, .limit = 6000, .scope_rule = SCOPE_RULE_SEALED},
    {.name = "board", .number = 7, .field_count = 3, .size = sizeof(struct board), .fields = record_board, .limit = 60, .scope_rule = SCOPE_RULE_EVERYONE},
    {.name = "zone", .number = 8, .field_count = 7, .size = sizeof(struct zone), .fields = record_zone, .limit = 400, .scope_rule = SCOPE_RULE_EVERYONE},
    {.name = "card", .number = 9, .field_count = 12, .size = sizeof(struct card), .fields = record_card, .limit = 20000, .scope_rule = SCOPE_RULE_FIELDS, .audience_offset = offsetof(struct card, audience), .holder_offset = offsetof(struct card, holder)},
    {.name = "link", .number = 10, .field_count = 7, .size = sizeof(struct link), .fields = record_link, .limit = 20000, .scope_rule = SCOPE_RULE_FIELDS, .audience_offset = offsetof(struct link, audience), .holder_offset = offsetof(struct link, holder)},
};

static const struct schema_type commands[] = {
    {.name = "create_workshop", .number = 1, .field_count = 3, .size = sizeof(struct create_workshop), .fields = command_create_workshop},
    {.name = "edit_workshop", .number = 2, .field_count = 3, .size = sizeof(struct edit_workshop), .fields = command_edit_workshop},
    {.name = "join", .number = 3, .field_count = 6, .size = sizeof(struct join), .fields = command_join},
    {.name = "edit_person", .number = 4, .field_count = 6, .size = sizeof(struct edit_person), .fields = command_edit_person},
    {.name = "remove_person", .number = 5, .field_count = 1, .size = sizeof(struct remove_person), .fields = command_remove_person},
    {.name = "add_invitation", .number = 6, .field_count = 4, .size = sizeof(struct add_invitation), .fields = command_add_invitation},
    {.name = "revoke_invitation", .number = 7, .field_count = 2, .size = sizeof(struct revoke_invitation), .fields = command_revoke_invitation},
    {.name = "edit_board", .number = 8, .field_count = 4, .size = sizeof(struct edit_board), .fields = command_edit_board},
    {.name = "add_card", .number = 9, .field_count = 11, .size = sizeof(struct add_card), .fields = command_add_card},
    {.name = "edit_card", .number = 10, .field_count = 10, .size = sizeof(struct edit_card), .fields = command_edit_card},
    {.name = "drop_card", .number = 11, .field_count = 1, .size = sizeof(struct drop_card), .fields = command_drop_card},
    {.name = "add_link", .number = 12, .field_count = 5, .size = sizeof(struct add_link), .fields = command_add_link},
    {.name = "edit_link", .number = 13, .field_count = 2, .size = sizeof(struct edit_link), .fields = command_edit_link},
    {.name = "drop_link", .number = 14, .field_count = 1, .size = sizeof(struct drop_link), .fields = command_drop_link},
};

static const struct schema_type lists[] = {
    {.name = "hinted", .number = 0, .field_count = 5, .size = sizeof(struct hinted), .fields = list_hinted},
    {.name = "summary", .number = 0, .field_count = 7, .size = sizeof(struct summary), .fields = list_summary},
};

static const struct schema_type messages[] = {
    {.name = "hello", .number = 1, .field_count = 5, .size = sizeof(struct message_hello), .fields = message_hello, .to_server = true},
    {.name = "command", .number = 2, .field_count = 3, .size = sizeof(struct message_command), .fields = message_command, .to_server = true},
    {.name = "hint", .number = 3, .field_count = 4, .size = sizeof(struct message_hint), .fields = message_hint, .to_server = true},
    {.name = "ping", .number = 4, .field_count = 0, .size = sizeof(struct message_ping), .fields = NULL, .to_server = true},
    {.name = "create", .number = 5, .field_count = 3, .size = sizeof(struct message_create), .fields = message_create, .to_server = true},
    {.name = "list", .number = 6, .field_count = 0, .size = sizeof(struct message_list), .fields = NULL, .to_server = true},
    {.name = "welcome", .number = 32, .field_count = 7, .size = sizeof(struct message_welcome), .fields = message_welcome},
    {.name = "snapshot", .number = 33, .field_count = 3, .size = sizeof(struct message_snapshot), .fields = message_snapshot},
    {.name = "changes", .number = 34, .field_count = 3, .size = sizeof(struct message_changes), .fields = message_changes},
    {.name = "done", .number = 35, .field_count = 3, .size = sizeof(struct message_done), .fields = message_done},
    {.name = "refused", .number = 36, .field_count = 7, .size = sizeof(struct message_refused), .fields = message_refused},
    {.name = "presence", .number = 37, .field_count = 4, .size = sizeof(struct message_presence), .fields = message_presence},
    {.name = "hints", .number = 38, .field_count = 1, .size = sizeof(struct message_hints), .fields = message_hints},
    {.name = "pong", .number = 39, .field_count = 2, .size = sizeof(struct message_pong), .fields = message_pong},
    {.name = "created", .number = 40, .field_count = 2, .size = sizeof(struct message_created), .fields = message_created},
    {.name = "listed", .number = 41, .field_count = 1, .size = sizeof(struct message_listed), .fields = message_listed},
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
};

static const struct effect effects[] = {
    [COMMAND_EDIT_WORKSHOP] = {CHANGE_PATCH, RECORD_WORKSHOP, 1, 0, 0, 2, {{2, 1}, {3, 5}}},
    [COMMAND_EDIT_PERSON] = {CHANGE_PATCH, RECORD_PERSON, 1, 0, 0, 5, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}}},
    [COMMAND_EDIT_BOARD] = {CHANGE_PATCH, RECORD_BOARD, 1, 0, 0, 3, {{2, 1}, {3, 2}, {4, 3}}},
    [COMMAND_ADD_CARD] = {CHANGE_PUT, RECORD_CARD, 1, 9, 10, 10, {{2, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}, {7, 6}, {8, 7}, {9, 8}, {10, 11}, {11, 12}}},
    [COMMAND_EDIT_CARD] = {CHANGE_PATCH, RECORD_CARD, 1, 0, 0, 9, {{2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 11}, {10, 12}}},
    [COMMAND_DROP_CARD] = {CHANGE_DROP, RECORD_CARD, 1, 0, 0, 0, {{0, 0}}},
    [COMMAND_ADD_LINK] = {CHANGE_PUT, RECORD_LINK, 1, 5, 0, 4, {{2, 1}, {3, 2}, {4, 3}, {5, 4}}},
    [COMMAND_EDIT_LINK] = {CHANGE_PATCH, RECORD_LINK, 1, 0, 0, 1, {{2, 4}}},
    [COMMAND_DROP_LINK] = {CHANGE_DROP, RECORD_LINK, 1, 0, 0, 0, {{0, 0}}},
};

static const struct rate_class classes[] = {
    [CLASS_EDIT] = {"edit", 20, 400},
    [CLASS_RARE] = {"rare", 2, 30},
};

const struct schema_type *schema_record(unsigned number)
{
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        if (records[i].number == number) return &records[i];
    return NULL;
}

const struct schema_type *schema_command(unsigned number)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (commands[i].number == number) return &commands[i];
    return NULL;
}

const struct schema_type *schema_message(unsigned number)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        if (messages[i].number == number) return &messages[i];
    return NULL;
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
    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].number == number) return &type->fields[i];
    return NULL;
}
