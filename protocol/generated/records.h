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

/* What the walls of a hall show. */
enum wall_phase {
    WALL_PHASE_AUTO = 1,
    WALL_PHASE_JOINING = 2,
    WALL_PHASE_WRITING = 3,
    WALL_PHASE_VOTING = 4,
    WALL_PHASE_RESULT = 5,
    WALL_PHASE_PRESENTING = 6,
    WALL_PHASE_MESSAGE = 7,
    WALL_PHASE_BOARD = 8,
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
    RECORD_CARD_TYPE = 11, /* A kind of card (project, problem, resource…): data, chosen by the template. */
    RECORD_LINK_TYPE = 12, /* A kind of link (supports, hinders…): data, chosen by the template. */
    RECORD_OBJECTIVE = 13, /* An objective that cards serve: data, chosen by the template. */
    RECORD_TERRITORY = 14, /* A place that cards are about. */
    RECORD_PRIORITY = 15, /* A prioritisation: everybody, or every delegation, spreads points over the cards of a board. */
    RECORD_ALLOTMENT = 16, /* The points that somebody gives to a card; theirs alone until the prioritisation is shown. */
    RECORD_LEAD = 17, /* An animator leads everybody's eyes on a board; its id is the board's. */
    RECORD_AUTHORSHIP = 18, /* Who wrote an anonymous card, and who took it off; its id is the card's. Told to nobody. */
    RECORD_SHORT_CODE = 19, /* Six letters that lead in as the participants' link does, while an animator keeps the door open (PROTOCOL.md, H21). Its id is the workshop's. */
    RECORD_REMARK = 20, /* A word with which a card that waits was sent back; for who wrote the card alone, also when it is unsigned. */
    RECORD_LINK_AUTHORSHIP = 21, /* Who drew a link, and when; its id is the link's. Told to nobody. */
    RECORD_TERRITORY_AUTHORSHIP = 22, /* Who named a place, and when; its id is the territory's. Told to nobody: a place that one anonymous card is about would sign it. */
    RECORD_WALL = 23, /* What an animator has chosen for the walls; its id is the workshop's. */
};
#define RECORD_TYPES 23

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
    int64_t entries; /* How many people may be in by it; 0 for as many as come. */
};
#define INVITATION_ROLE 1
#define INVITATION_NUMBER 2
#define INVITATION_MADE_AT 3
#define INVITATION_REVOKED_AT 4
#define INVITATION_ENTRIES 5

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
    bool controlled; /* Contributions wait in an inbox until an animator places them. */
    bool veiled; /* What participants write stays theirs until an animator reveals it. */
    int64_t timer_end; /* When the timer shown on the board runs out; 0 for none. Indicative: nothing happens by itself. */
    struct bytes *scene; /* What lies behind the cards: empty, or france for the map of départements. */
    int64_t timer_left; /* What is left of a timer that was paused, milliseconds, up to 99:59:59; 0 when it is not. While it is paused, timer_end counts for nothing. */
    bool timer_rings; /* The end of the timer is heard, on walls and at the animators'. */
};
#define BOARD_TITLE 1
#define BOARD_LOCKED 2
#define BOARD_INSTRUCTIONS 3
#define BOARD_CONTROLLED 4
#define BOARD_VEILED 5
#define BOARD_TIMER_END 6
#define BOARD_SCENE 7
#define BOARD_TIMER_LEFT 8
#define BOARD_TIMER_RINGS 9

/* A titled area of a board. */
struct zone {
    uint64_t board; /* Where it lies. */
    struct bytes *title; /* What it stands for. */
    enum color color; /* Its tint. */
    int64_t x; /* Left edge, board units. */
    int64_t y; /* Top edge, board units. */
    int64_t width; /* Board units. */
    int64_t height; /* Board units. */
    uint64_t objective; /* Cards laid here get this objective; 0 for none. */
    uint64_t card_type; /* Cards laid here become of this type; 0 for none. */
    bool paints; /* Cards laid here take the zone's colour. */
    bool locked; /* Only animators change, bring in or take out what lies here. */
};
#define ZONE_BOARD 1
#define ZONE_TITLE 2
#define ZONE_COLOR 3
#define ZONE_X 4
#define ZONE_Y 5
#define ZONE_WIDTH 6
#define ZONE_HEIGHT 7
#define ZONE_OBJECTIVE 8
#define ZONE_CARD_TYPE 9
#define ZONE_PAINTS 10
#define ZONE_LOCKED 11

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
    uint64_t card_type; /* Project, problem, resource…; 0 for none. */
    struct bytes *objectives; /* The charter's objectives it serves. */
    uint64_t territory; /* Where it is; 0 for none. */
    struct bytes *tags; /* One a line. */
    uint64_t group; /* The group it was written in; 0 for none. */
    bool locked; /* Only animators change it. */
    int64_t place; /* Its turn, from 1; 0 for none. */
    bool unplaced; /* It waits in the inbox for an animator to place it. */
    bool veiled; /* It was written under a veil and is shown when that is lifted. */
    bool anonymous; /* Its author is told to nobody; author is then 0. */
    bool pinned; /* It has a point of its own. */
    int64_t longitude; /* Of its own point, millionths of a degree, WGS 84. */
    int64_t latitude; /* Of its own point, millionths of a degree, WGS 84. */
    uint64_t dropped_by; /* Who took it off; 0 for an animator without a name, and for an anonymous card. */
    int64_t dropped_at; /* When it was taken off; it is kept for animators to bring back. 0 while it is there. */
    struct bytes *coauthors; /* Who wrote what was merged into it. */
    bool returned; /* It waits, and an animator has sent it back to who wrote it. */
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
#define CARD_CARD_TYPE 13
#define CARD_OBJECTIVES 14
#define CARD_TERRITORY 15
#define CARD_TAGS 16
#define CARD_GROUP 17
#define CARD_LOCKED 18
#define CARD_PLACE 19
#define CARD_UNPLACED 20
#define CARD_VEILED 21
#define CARD_ANONYMOUS 22
#define CARD_PINNED 23
#define CARD_LONGITUDE 24
#define CARD_LATITUDE 25
#define CARD_DROPPED_BY 26
#define CARD_DROPPED_AT 27
#define CARD_COAUTHORS 28
#define CARD_RETURNED 29

/* An arrow from one card to another on the same board. Its scope is the narrower of its cards'. */
struct link {
    uint64_t board; /* Where it lies. */
    uint64_t from; /* The card it leaves. */
    uint64_t to; /* The card it reaches. */
    struct bytes *label; /* What binds the two; may be empty. */
    uint64_t author; /* Who drew it, as stores of before 0.2 have it; 0 since: it would tell whose an anonymous card is. */
    enum audience audience; /* Who may see it. */
    uint64_t holder; /* As a card's. */
    uint64_t link_type; /* Supports, hinders…; 0 for none. */
};
#define LINK_BOARD 1
#define LINK_FROM 2
#define LINK_TO 3
#define LINK_LABEL 4
#define LINK_AUTHOR 5
#define LINK_AUDIENCE 6
#define LINK_HOLDER 7
#define LINK_LINK_TYPE 8

/* A kind of card (project, problem, resource…): data, chosen by the template. */
struct card_type {
    struct bytes *label; /* What people read. */
    struct bytes *icon; /* The name of an icon of the client; one it does not have is shown as a dot. */
    enum color color; /* Its colour. */
    int64_t place; /* Its place in lists. */
};
#define CARD_TYPE_LABEL 1
#define CARD_TYPE_ICON 2
#define CARD_TYPE_COLOR 3
#define CARD_TYPE_PLACE 4

/* A kind of link (supports, hinders…): data, chosen by the template. */
struct link_type {
    struct bytes *label; /* What people read. */
    enum color color; /* Its colour. */
    bool dashed; /* Drawn as a dashed line. */
    int64_t place; /* Its place in lists. */
};
#define LINK_TYPE_LABEL 1
#define LINK_TYPE_COLOR 2
#define LINK_TYPE_DASHED 3
#define LINK_TYPE_PLACE 4

/* An objective that cards serve: data, chosen by the template. */
struct objective {
    struct bytes *title; /* The whole sentence. */
    struct bytes *brief; /* What stands on a card. */
    enum color color; /* Its colour. */
    int64_t place; /* Its place in lists. */
};
#define OBJECTIVE_TITLE 1
#define OBJECTIVE_BRIEF 2
#define OBJECTIVE_COLOR 3
#define OBJECTIVE_PLACE 4

/* A place that cards are about. */
struct territory {
    struct bytes *name; /* What people read. */
    struct bytes *kind; /* Commune, pays, PETR… */
    struct bytes *code; /* INSEE code, for instance 62 or 2A; may be empty. */
    int64_t longitude; /* Millionths of a degree, WGS 84. */
    int64_t latitude; /* Millionths of a degree, WGS 84. */
};
#define TERRITORY_NAME 1
#define TERRITORY_KIND 2
#define TERRITORY_CODE 3
#define TERRITORY_LONGITUDE 4
#define TERRITORY_LATITUDE 5

/* A prioritisation: everybody, or every delegation, spreads points over the cards of a board. */
struct priority {
    uint64_t board; /* Over whose cards. */
    struct bytes *title; /* What is asked. */
    int64_t points; /* For each person or delegation. */
    bool by_delegation; /* The people of one territory share one budget. */
    bool closed; /* No more points are taken. */
    bool shown; /* The points are shown to everybody. */
    int64_t made_at; /* When it was opened. */
};
#define PRIORITY_BOARD 1
#define PRIORITY_TITLE 2
#define PRIORITY_POINTS 3
#define PRIORITY_BY_DELEGATION 4
#define PRIORITY_CLOSED 5
#define PRIORITY_SHOWN 6
#define PRIORITY_MADE_AT 7

/* The points that somebody gives to a card; theirs alone until the prioritisation is shown. */
struct allotment {
    uint64_t priority; /* In which. */
    uint64_t person; /* Whose points. */
    uint64_t card; /* On which card. */
    int64_t points; /* How many, in all, on this card. */
    enum audience audience; /* Person until shown, then everyone. */
    uint64_t holder; /* The person, until shown. */
};
#define ALLOTMENT_PRIORITY 1
#define ALLOTMENT_PERSON 2
#define ALLOTMENT_CARD 3
#define ALLOTMENT_POINTS 4
#define ALLOTMENT_AUDIENCE 5
#define ALLOTMENT_HOLDER 6

/* An animator leads everybody's eyes on a board; its id is the board's. */
struct lead {
    uint64_t board; /* Where. */
    int64_t x; /* Left edge of what is to be seen, board units. */
    int64_t y; /* Top edge. */
    int64_t width; /* Board units. */
    int64_t height; /* Board units. */
    bool held; /* Everybody stays there until released. */
    uint64_t card; /* The card in the spotlight; 0 for none. */
    uint64_t person; /* The animator. */
    int64_t at; /* Since when; a new time calls everybody again. */
};
#define LEAD_BOARD 1
#define LEAD_X 2
#define LEAD_Y 3
#define LEAD_WIDTH 4
#define LEAD_HEIGHT 5
#define LEAD_HELD 6
#define LEAD_CARD 7
#define LEAD_PERSON 8
#define LEAD_AT 9

/* Who wrote an anonymous card, and who took it off; its id is the card's. Told to nobody. */
struct authorship {
    uint64_t person; /* Who wrote it. */
    uint64_t dropped_by; /* Who took it off, and may bring it back; 0 while it is there, and for an animator without a name. */
};
#define AUTHORSHIP_PERSON 1
#define AUTHORSHIP_DROPPED_BY 2

/* Six letters that lead in as the participants' link does, while an animator keeps the door open (PROTOCOL.md, H21). Its id is the workshop's. */
struct short_code {
    struct bytes *code; /* The letters; empty once it was withdrawn because somebody guesses at codes. */
    int64_t opened_at; /* Since when it leads in; it does for a day at most. */
    int64_t withdrawn_at; /* When the server withdrew it; 0 while it works. */
};
#define SHORT_CODE_CODE 1
#define SHORT_CODE_OPENED_AT 2
#define SHORT_CODE_WITHDRAWN_AT 3

/* A word with which a card that waits was sent back; for who wrote the card alone, also when it is unsigned. */
struct remark {
    uint64_t card; /* Which. */
    struct bytes *text; /* What is said; may be empty. */
    enum audience audience; /* Person. */
    uint64_t holder; /* Who wrote the card. */
    int64_t at; /* When. */
};
#define REMARK_CARD 1
#define REMARK_TEXT 2
#define REMARK_AUDIENCE 3
#define REMARK_HOLDER 4
#define REMARK_AT 5

/* Who drew a link, and when; its id is the link's. Told to nobody. */
struct link_authorship {
    uint64_t person; /* Who drew it. */
    int64_t made_at; /* When. */
    bool anonymous; /* One of its cards was anonymous then: it is taken off with what is unsigned, never with what somebody added. */
};
#define LINK_AUTHORSHIP_PERSON 1
#define LINK_AUTHORSHIP_MADE_AT 2
#define LINK_AUTHORSHIP_ANONYMOUS 3

/* Who named a place, and when; its id is the territory's. Told to nobody: a place that one anonymous card is about would sign it. */
struct territory_authorship {
    uint64_t person; /* Who named it. */
    int64_t made_at; /* When. */
};
#define TERRITORY_AUTHORSHIP_PERSON 1
#define TERRITORY_AUTHORSHIP_MADE_AT 2

/* What an animator has chosen for the walls; its id is the workshop's. */
struct wall {
    enum wall_phase phase; /* Auto: what follows from the state of the workshop. */
    struct bytes *message; /* An animator's word to the hall, for the phase message. */
};
#define WALL_PHASE 1
#define WALL_MESSAGE 2

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
    struct card_type card_type;
    struct link_type link_type;
    struct objective objective;
    struct territory territory;
    struct priority priority;
    struct allotment allotment;
    struct lead lead;
    struct authorship authorship;
    struct short_code short_code;
    struct remark remark;
    struct link_authorship link_authorship;
    struct territory_authorship territory_authorship;
    struct wall wall;
};

/* One record. Its bytes are owned by whoever owns the record. */
struct record {
    uint64_t id;
    enum record_type type;
    union body body;
};

/* A bit of a mask of fields. */
#define FIELD_BIT(number) (UINT64_C(1) << (number))

enum change_operation { CHANGE_PUT = 1, CHANGE_PATCH = 2, CHANGE_DROP = 3, CHANGE_EDIT = 4 };
#define CHANGE_OPERATIONS 4

/* One record put (all fields), patched (the fields of mask) or dropped (no fields), or one of its
 * texts edited: then mask is that field alone, and in its place in the body stand, instead of a
 * text, the changes to the one that is there (core/methods/text_change.h). */
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
