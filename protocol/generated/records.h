/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#ifndef ARCHIPEL_GENERATED_RECORDS_H
#define ARCHIPEL_GENERATED_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/bytes.h"

/* The language a workshop speaks by default. */
enum language {
    LANGUAGE_FR = 1,
    LANGUAGE_EN = 2,
};

/* What a person or a link may do. */
enum role {
    ROLE_PARTICIPANT = 1,
    ROLE_FACILITATOR = 2,
    ROLE_ANIMATOR = 3,
    ROLE_SCREEN = 4,
    ROLE_ORGANISER = 5,
};

/* Who may see a record that carries its own scope. */
enum audience {
    AUDIENCE_EVERYONE = 1,
    AUDIENCE_ANIMATORS = 2,
    AUDIENCE_PERSON = 3,
    AUDIENCE_GROUP = 4,
};

/* A colour of the palette; the client maps it to light and dark tones that keep their contrast. */
enum color {
    COLOR_SAND = 1,
    COLOR_SUN = 2,
    COLOR_CORAL = 3,
    COLOR_ROSE = 4,
    COLOR_VIOLET = 5,
    COLOR_SKY = 6,
    COLOR_SEA = 7,
    COLOR_LEAF = 8,
};

/* What a record is. 0 is no type. */
enum record_type {
    RECORD_WORKSHOP = 1, /* The gathering itself; exactly one, its id is the workshop's. */
    RECORD_CATEGORY = 2, /* A category of actors (élu, agent…): data, chosen by the template. */
    RECORD_GROUP = 3, /* A breakout room: the people whose groups name it share its records. */
    RECORD_PERSON = 4, /* Somebody who is in, or a line of the roll that nobody has taken yet. */
    RECORD_INVITATION = 5, /* An access link: who holds its key may come in with its role until it is revoked. The key itself is never stored. */
    RECORD_KEY = 6, /* The digest of a key that opens this workshop: an access link's, or a person's own. Told to nobody. */
    RECORD_BOARD = 7, /* A shared surface of cards, links and zones. */
    RECORD_ZONE = 8, /* A titled area of a board. */
    RECORD_CARD = 9, /* A project, a problem, an idea: the unit of the shared cartography. */
    RECORD_LINK = 10, /* An arrow from one card to another on the same board. Its scope is the narrower of its cards'. */
};
#define RECORD_TYPES 10

/* The gathering itself; exactly one, its id is the workshop's. */
struct workshop {
    struct bytes *title; /* What it is called on every screen. */
    enum language language; /* Language of what the template wrote. */
    struct bytes *template; /* Name of the template it was made from. */
    int64_t made_at; /* When it was created. */
    bool closed; /* A closed workshop is read-only for all but animators. */
};
#define WORKSHOP_TITLE 1
#define WORKSHOP_LANGUAGE 2
#define WORKSHOP_TEMPLATE 3
#define WORKSHOP_MADE_AT 4
#define WORKSHOP_CLOSED 5

/* A category of actors (élu, agent…): data, chosen by the template. */
struct category {
    struct bytes *label; /* What people read. */
    struct bytes *code; /* What a roll's column says, for instance elu. */
    enum color color; /* Its colour beside names. */
};
#define CATEGORY_LABEL 1
#define CATEGORY_CODE 2
#define CATEGORY_COLOR 3

/* A breakout room: the people whose groups name it share its records. */
struct group {
    struct bytes *title; /* What it is called. */
};
#define GROUP_TITLE 1

/* Somebody who is in, or a line of the roll that nobody has taken yet. */
struct person {
    struct bytes *name; /* The name shown; a pseudonym is fine. */
    struct bytes *organisation; /* Whom they come for; may be empty. */
    struct bytes *territory; /* Where they come from; may be empty. */
    uint64_t category; /* Their category of actors, 0 for none. */
    enum role role; /* What they may do. */
    int64_t joined_at; /* When they came in; 0 while their line of the roll is free. */
    bool listed; /* They stand on the roll. */
    uint64_t invitation; /* The access link they came in by. */
    struct bytes *groups; /* The groups they are in. */
};
#define PERSON_NAME 1
#define PERSON_ORGANISATION 2
#define PERSON_TERRITORY 3
#define PERSON_CATEGORY 4
#define PERSON_ROLE 5
#define PERSON_JOINED_AT 6
#define PERSON_LISTED 7
#define PERSON_INVITATION 8
#define PERSON_GROUPS 9

/* An access link: who holds its key may come in with its role until it is revoked. The key itself is never stored. */
struct invitation {
    enum role role; /* The role it gives. */
    int64_t number; /* Which one of its role: keys are derived from a parent key and this number (PROTOCOL.md, H). */
    int64_t made_at; /* When it was made. */
    int64_t revoked_at; /* When it stopped working; 0 while it works. */
};
#define INVITATION_ROLE 1
#define INVITATION_NUMBER 2
#define INVITATION_MADE_AT 3
#define INVITATION_REVOKED_AT 4

/* The digest of a key that opens this workshop: an access link's, or a person's own. Told to nobody. */
struct key {
    struct bytes *digest; /* SHA-256 of the key, 32 bytes. */
    uint64_t invitation; /* The access link it is, or that it came from. */
    uint64_t person; /* Whose key it is; 0 for an access link's. */
};
#define KEY_DIGEST 1
#define KEY_INVITATION 2
#define KEY_PERSON 3

/* A shared surface of cards, links and zones. */
struct board {
    struct bytes *title; /* What it is called. */
    bool locked; /* While locked, only animators change anything on it. */
    struct bytes *instructions; /* What people are asked to do here; stays visible. */
};
#define BOARD_TITLE 1
#define BOARD_LOCKED 2
#define BOARD_INSTRUCTIONS 3

/* A titled area of a board. */
struct zone {
    uint64_t board; /* Where it lies. */
    struct bytes *title; /* What it stands for. */
    enum color color; /* Its tint. */
    int64_t x; /* Left edge, board units. */
    int64_t y; /* Top edge, board units. */
    int64_t width; /* Board units. */
    int64_t height; /* Board units. */
};
#define ZONE_BOARD 1
#define ZONE_TITLE 2
#define ZONE_COLOR 3
#define ZONE_X 4
#define ZONE_Y 5
#define ZONE_WIDTH 6
#define ZONE_HEIGHT 7

/* A project, a problem, an idea: the unit of the shared cartography. */
struct card {
    uint64_t board; /* Where it lies. */
    struct bytes *title; /* What it is about. */
    struct bytes *text; /* The rest; plain text. */
    enum color color; /* Its colour. */
    int64_t x; /* Left edge, board units. */
    int64_t y; /* Top edge, board units. */
    int64_t width; /* Board units. */
    int64_t height; /* Board units. */
    uint64_t author; /* Who wrote it; 0 when a template did. */
    int64_t made_at; /* When it was written. */
    enum audience audience; /* Who may see it. */
    uint64_t holder; /* The person or group that may see it, when its audience is person or group; else 0. */
};
#define CARD_BOARD 1
#define CARD_TITLE 2
#define CARD_TEXT 3
#define CARD_COLOR 4
#define CARD_X 5
#define CARD_Y 6
#define CARD_WIDTH 7
#define CARD_HEIGHT 8
#define CARD_AUTHOR 9
#define CARD_MADE_AT 10
#define CARD_AUDIENCE 11
#define CARD_HOLDER 12

/* An arrow from one card to another on the same board. Its scope is the narrower of its cards'. */
struct link {
    uint64_t board; /* Where it lies. */
    uint64_t from; /* The card it leaves. */
    uint64_t to; /* The card it reaches. */
    struct bytes *label; /* What binds the two; may be empty. */
    uint64_t author; /* Who drew it. */
    enum audience audience; /* Who may see it. */
    uint64_t holder; /* As a card's. */
};
#define LINK_BOARD 1
#define LINK_FROM 2
#define LINK_TO 3
#define LINK_LABEL 4
#define LINK_AUTHOR 5
#define LINK_AUDIENCE 6
#define LINK_HOLDER 7

union body {
    struct workshop workshop;
    struct category category;
    struct group group;
    struct person person;
    struct invitation invitation;
    struct key key;
    struct board board;
    struct zone zone;
    struct card card;
    struct link link;
};

/* One record. Its bytes are owned by whoever owns the record. */
struct record {
    uint64_t id;
    enum record_type type;
    union body body;
};

/* A bit of a mask of fields. */
#define FIELD_BIT(number) (UINT64_C(1) << (number))

enum change_operation { CHANGE_PUT = 1, CHANGE_PATCH = 2, CHANGE_DROP = 3 };

/* One record put (all fields), patched (the fields of mask) or dropped (no fields). */
struct change {
    enum change_operation operation;
    enum record_type type;
    uint64_t id;
    uint64_t mask;
    union body body;
};

/* A zeroed struct changes is empty; core/changes.h grows and clears it. */
struct changes {
    struct change *items;
    size_t count, capacity;
};

#endif
