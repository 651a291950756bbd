/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#ifndef ARCHIPEL_GENERATED_COMMANDS_H
#define ARCHIPEL_GENERATED_COMMANDS_H

#include "protocol/generated/records.h"

/* What somebody asks for. 0 is no command. */
enum command_type {
    COMMAND_CREATE_WORKSHOP = 1, /* Found a workshop from a template, with the people of its roll and its first three access links. */
    COMMAND_EDIT_WORKSHOP = 2, /* Rename, close or reopen the workshop. */
    COMMAND_JOIN = 3, /* Come in: as a new person, or as a free line of the roll (its id as person; the line's own fields then give way to these). The key is made by the person's device and brings them back later. */
    COMMAND_EDIT_PERSON = 4, /* Correct one's own line; an animator may correct anybody's and change their role. */
    COMMAND_REMOVE_PERSON = 5, /* Take somebody's access away and close their connections; a line of the roll becomes free again, anybody else is dropped. */
    COMMAND_ADD_INVITATION = 6, /* Make a new access link. */
    COMMAND_REVOKE_INVITATION = 7, /* Stop an access link. Live connections that came by it close at once; with expel, everybody who came in by it loses their access too. */
    COMMAND_EDIT_BOARD = 8, /* Rename or lock a board, change its instructions. */
    COMMAND_ADD_CARD = 9, /* Lay a card on a board. */
    COMMAND_EDIT_CARD = 10, /* Change a card: its words, place, size, colour, or who may see it. */
    COMMAND_DROP_CARD = 11, /* Take a card off the board, and its links with it. */
    COMMAND_ADD_LINK = 12, /* Draw a link between two cards of one board. */
    COMMAND_EDIT_LINK = 13, /* Relabel a link. */
    COMMAND_DROP_LINK = 14, /* Take a link away. */
};
#define COMMAND_TYPES 14

/* Found a workshop from a template, with the people of its roll and its first three access links. */
struct create_workshop {
    struct bytes *title; /* What it is called on every screen. */
    enum language language; /* Language of what the template wrote. */
    struct bytes *template; /* Name of the template it was made from. */
};
#define CREATE_WORKSHOP_TITLE 1
#define CREATE_WORKSHOP_LANGUAGE 2
#define CREATE_WORKSHOP_TEMPLATE 3

/* Rename, close or reopen the workshop. */
struct edit_workshop {
    uint64_t workshop; /* Its id. */
    struct bytes *title; /* What it is called on every screen. */
    bool closed; /* A closed workshop is read-only for all but animators. */
};
#define EDIT_WORKSHOP_WORKSHOP 1
#define EDIT_WORKSHOP_TITLE 2
#define EDIT_WORKSHOP_CLOSED 3

/* Come in: as a new person, or as a free line of the roll (its id as person; the line's own fields then give way to these). The key is made by the person's device and brings them back later. */
struct join {
    uint64_t person; /* A fresh id, or a free line of the roll. */
    struct bytes *name; /* The name shown; a pseudonym is fine. */
    struct bytes *organisation; /* Whom they come for; may be empty. */
    struct bytes *territory; /* Where they come from; may be empty. */
    uint64_t category; /* Their category of actors, 0 for none. */
    struct bytes *key; /* The person's own key; only its digest goes past the decoder. */
};
#define JOIN_PERSON 1
#define JOIN_NAME 2
#define JOIN_ORGANISATION 3
#define JOIN_TERRITORY 4
#define JOIN_CATEGORY 5
#define JOIN_KEY 6

/* Correct one's own line; an animator may correct anybody's and change their role. */
struct edit_person {
    uint64_t person; /* Whose line. */
    struct bytes *name; /* The name shown; a pseudonym is fine. */
    struct bytes *organisation; /* Whom they come for; may be empty. */
    struct bytes *territory; /* Where they come from; may be empty. */
    uint64_t category; /* Their category of actors, 0 for none. */
    enum role role; /* What they may do. */
};
#define EDIT_PERSON_PERSON 1
#define EDIT_PERSON_NAME 2
#define EDIT_PERSON_ORGANISATION 3
#define EDIT_PERSON_TERRITORY 4
#define EDIT_PERSON_CATEGORY 5
#define EDIT_PERSON_ROLE 6

/* Take somebody's access away and close their connections; a line of the roll becomes free again, anybody else is dropped. */
struct remove_person {
    uint64_t person; /* Who. */
};
#define REMOVE_PERSON_PERSON 1

/* Make a new access link. */
struct add_invitation {
    uint64_t invitation; /* A fresh id. */
    enum role role; /* The role it gives. */
    int64_t number; /* Which one of its role: keys are derived from a parent key and this number (PROTOCOL.md, H). */
    struct bytes *key; /* The link's key; only its digest goes past the decoder. */
};
#define ADD_INVITATION_INVITATION 1
#define ADD_INVITATION_ROLE 2
#define ADD_INVITATION_NUMBER 3
#define ADD_INVITATION_KEY 4

/* Stop an access link. Live connections that came by it close at once; with expel, everybody who came in by it loses their access too. */
struct revoke_invitation {
    uint64_t invitation; /* Which. */
    bool expel; /* Whether those who came in by it must leave. */
};
#define REVOKE_INVITATION_INVITATION 1
#define REVOKE_INVITATION_EXPEL 2

/* Rename or lock a board, change its instructions. */
struct edit_board {
    uint64_t board; /* Which. */
    struct bytes *title; /* What it is called. */
    bool locked; /* While locked, only animators change anything on it. */
    struct bytes *instructions; /* What people are asked to do here; stays visible. */
};
#define EDIT_BOARD_BOARD 1
#define EDIT_BOARD_TITLE 2
#define EDIT_BOARD_LOCKED 3
#define EDIT_BOARD_INSTRUCTIONS 4

/* Lay a card on a board. */
struct add_card {
    uint64_t card; /* A fresh id. */
    uint64_t board; /* Where it lies. */
    struct bytes *title; /* What it is about. */
    struct bytes *text; /* The rest; plain text. */
    enum color color; /* Its colour. */
    int64_t x; /* Left edge, board units. */
    int64_t y; /* Top edge, board units. */
    int64_t width; /* Board units. */
    int64_t height; /* Board units. */
    enum audience audience; /* Who may see it. */
    uint64_t holder; /* The person or group that may see it, when its audience is person or group; else 0. */
};
#define ADD_CARD_CARD 1
#define ADD_CARD_BOARD 2
#define ADD_CARD_TITLE 3
#define ADD_CARD_TEXT 4
#define ADD_CARD_COLOR 5
#define ADD_CARD_X 6
#define ADD_CARD_Y 7
#define ADD_CARD_WIDTH 8
#define ADD_CARD_HEIGHT 9
#define ADD_CARD_AUDIENCE 10
#define ADD_CARD_HOLDER 11

/* Change a card: its words, place, size, colour, or who may see it. */
struct edit_card {
    uint64_t card; /* Which. */
    struct bytes *title; /* What it is about. */
    struct bytes *text; /* The rest; plain text. */
    enum color color; /* Its colour. */
    int64_t x; /* Left edge, board units. */
    int64_t y; /* Top edge, board units. */
    int64_t width; /* Board units. */
    int64_t height; /* Board units. */
    enum audience audience; /* Who may see it. */
    uint64_t holder; /* The person or group that may see it, when its audience is person or group; else 0. */
};
#define EDIT_CARD_CARD 1
#define EDIT_CARD_TITLE 2
#define EDIT_CARD_TEXT 3
#define EDIT_CARD_COLOR 4
#define EDIT_CARD_X 5
#define EDIT_CARD_Y 6
#define EDIT_CARD_WIDTH 7
#define EDIT_CARD_HEIGHT 8
#define EDIT_CARD_AUDIENCE 9
#define EDIT_CARD_HOLDER 10

/* Take a card off the board, and its links with it. */
struct drop_card {
    uint64_t card; /* Which. */
};
#define DROP_CARD_CARD 1

/* Draw a link between two cards of one board. */
struct add_link {
    uint64_t link; /* A fresh id. */
    uint64_t board; /* Where it lies. */
    uint64_t from; /* The card it leaves. */
    uint64_t to; /* The card it reaches. */
    struct bytes *label; /* What binds the two; may be empty. */
};
#define ADD_LINK_LINK 1
#define ADD_LINK_BOARD 2
#define ADD_LINK_FROM 3
#define ADD_LINK_TO 4
#define ADD_LINK_LABEL 5

/* Relabel a link. */
struct edit_link {
    uint64_t link; /* Which. */
    struct bytes *label; /* What binds the two; may be empty. */
};
#define EDIT_LINK_LINK 1
#define EDIT_LINK_LABEL 2

/* Take a link away. */
struct drop_link {
    uint64_t link; /* Which. */
};
#define DROP_LINK_LINK 1

/* A command with the fields that were given (a mask of field numbers). Owns its bytes. */
struct command {
    enum command_type type;
    uint64_t present;
    union command_body {
        struct create_workshop create_workshop;
        struct edit_workshop edit_workshop;
        struct join join;
        struct edit_person edit_person;
        struct remove_person remove_person;
        struct add_invitation add_invitation;
        struct revoke_invitation revoke_invitation;
        struct edit_board edit_board;
        struct add_card add_card;
        struct edit_card edit_card;
        struct drop_card drop_card;
        struct add_link add_link;
        struct edit_link edit_link;
        struct drop_link drop_link;
    } body;
};

#endif
