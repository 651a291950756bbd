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
    COMMAND_EDIT_BOARD = 8, /* Rename or lock a board, change its instructions or its timer. */
    COMMAND_ADD_CARD = 9, /* Lay a card on a board. */
    COMMAND_EDIT_CARD = 10, /* Change a card: its words, place, size, colour, or who may see it; hand in again one that was sent back. */
    COMMAND_DROP_CARD = 11, /* Take a card off the board, and its links with it. */
    COMMAND_ADD_LINK = 12, /* Draw a link between two cards of one board. */
    COMMAND_EDIT_LINK = 13, /* Relabel a link. */
    COMMAND_DROP_LINK = 14, /* Take a link away. */
    COMMAND_ADD_BOARD = 15, /* Open another board. */
    COMMAND_DROP_BOARD = 16, /* Take a board away, with all that lies on it. The last one stays. */
    COMMAND_ADD_ZONE = 17, /* Draw a zone on a board. */
    COMMAND_EDIT_ZONE = 18, /* Change a zone: its words, place, size, rule or lock. */
    COMMAND_DROP_ZONE = 19, /* Take a zone away; the cards in it stay. */
    COMMAND_VEIL_BOARD = 20, /* From now on what participants write on this board stays theirs until it is revealed. */
    COMMAND_REVEAL_BOARD = 21, /* Show everybody what was written under the veil. */
    COMMAND_EDIT_TEXT = 22, /* Rewrite a card's text, starting from base. What others wrote since is kept: both edits are joined, and where they touch both insertions stay. */
    COMMAND_MERGE_CARDS = 23, /* Make one card of two: the one kept takes the other's words, author, objectives, tags and links; the other is taken off. */
    COMMAND_RESTORE_CARDS = 24, /* Bring back what somebody took off since a moment, in one action. */
    COMMAND_LEAD_BOARD = 25, /* Bring everybody to this view, hold them there, or put a card in the spotlight. */
    COMMAND_RELEASE_BOARD = 26, /* Let everybody look where they like. */
    COMMAND_ADD_PRIORITY = 27, /* Open a prioritisation over the cards of a board. */
    COMMAND_EDIT_PRIORITY = 28, /* Close or reopen a prioritisation, show its points to everybody. */
    COMMAND_DROP_PRIORITY = 29, /* Take a prioritisation away with its points. */
    COMMAND_ALLOT = 30, /* Give a card this many of one's points, in all; 0 takes them back. */
    COMMAND_ADD_TERRITORY = 31, /* Name a place that cards can be about. */
    COMMAND_ADD_CARD_TYPE = 32, /* Add a kind of card. */
    COMMAND_RESTORE_CARD = 33, /* Bring back, with its links, a card that one took off; as an animator, whoever did. */
    COMMAND_ADD_LINK_TYPE = 34, /* Add a kind of link. */
    COMMAND_ADD_OBJECTIVE = 35, /* Add an objective that cards can serve. */
    COMMAND_UNMERGE_CARDS = 36, /* Take a merge back: the card merged comes out of the bin with its links, and the card kept gives back its words, tags, objectives and author. What the kept card had of its own before is said, and stays. */
    COMMAND_GIVE_CODE = 37, /* Open the door with a short code, or give it another one. */
    COMMAND_DROP_CODE = 38, /* Close the door: its short code leads nowhere any more. */
    COMMAND_WITHDRAW_CODE = 39, /* Withdraw this short code, because somebody guesses at codes; what a server says for itself. */
    COMMAND_RETURN_CARD = 40, /* Send a card that waits back to who wrote it, with a word. */
    COMMAND_DROP_ADDED = 41, /* Take off, in one action, what was added since a moment: somebody's signed cards and the links that they drew between signed cards; or, of nobody named, all unsigned cards, the links drawn to them, and the territories that people named and no card is about. Cards go to the bin. */
    COMMAND_EDIT_INVITATION = 42, /* Say how many people may be in by an access link. Who is in already stays. */
    COMMAND_REMOVE_PEOPLE = 43, /* Take out all who came in by an access link since a moment, in one action, as by remove_person; not oneself. The link goes on. */
    COMMAND_SET_WALL = 44, /* Choose what the walls show, say a word to the hall. */
    COMMAND_SIGN_CARD = 45, /* Take one's name off a card that one wrote, or put it on again. */
};
#define COMMAND_TYPES 45

/* X for each, with the two ways to write it, for tables that leave none out. */
#define COMMANDS(X) \
    X(CREATE_WORKSHOP, create_workshop) \
    X(EDIT_WORKSHOP, edit_workshop) \
    X(JOIN, join) \
    X(EDIT_PERSON, edit_person) \
    X(REMOVE_PERSON, remove_person) \
    X(ADD_INVITATION, add_invitation) \
    X(REVOKE_INVITATION, revoke_invitation) \
    X(EDIT_BOARD, edit_board) \
    X(ADD_CARD, add_card) \
    X(EDIT_CARD, edit_card) \
    X(DROP_CARD, drop_card) \
    X(ADD_LINK, add_link) \
    X(EDIT_LINK, edit_link) \
    X(DROP_LINK, drop_link) \
    X(ADD_BOARD, add_board) \
    X(DROP_BOARD, drop_board) \
    X(ADD_ZONE, add_zone) \
    X(EDIT_ZONE, edit_zone) \
    X(DROP_ZONE, drop_zone) \
    X(VEIL_BOARD, veil_board) \
    X(REVEAL_BOARD, reveal_board) \
    X(EDIT_TEXT, edit_text) \
    X(MERGE_CARDS, merge_cards) \
    X(RESTORE_CARDS, restore_cards) \
    X(LEAD_BOARD, lead_board) \
    X(RELEASE_BOARD, release_board) \
    X(ADD_PRIORITY, add_priority) \
    X(EDIT_PRIORITY, edit_priority) \
    X(DROP_PRIORITY, drop_priority) \
    X(ALLOT, allot) \
    X(ADD_TERRITORY, add_territory) \
    X(ADD_CARD_TYPE, add_card_type) \
    X(RESTORE_CARD, restore_card) \
    X(ADD_LINK_TYPE, add_link_type) \
    X(ADD_OBJECTIVE, add_objective) \
    X(UNMERGE_CARDS, unmerge_cards) \
    X(GIVE_CODE, give_code) \
    X(DROP_CODE, drop_code) \
    X(WITHDRAW_CODE, withdraw_code) \
    X(RETURN_CARD, return_card) \
    X(DROP_ADDED, drop_added) \
    X(EDIT_INVITATION, edit_invitation) \
    X(REMOVE_PEOPLE, remove_people) \
    X(SET_WALL, set_wall) \
    X(SIGN_CARD, sign_card)

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

/* Rename or lock a board, change its instructions or its timer. */
struct edit_board {
    uint64_t board; /* Which. */
    struct bytes *title; /* What it is called. */
    bool locked; /* While locked, only animators change anything on it. */
    struct bytes *instructions; /* What people are asked to do here; stays visible. */
    bool controlled; /* Contributions wait in an inbox until an animator places them. */
    int64_t timer_end; /* When the timer shown on the board runs out; 0 for none. Indicative: nothing happens by itself. */
    struct bytes *scene; /* What lies behind the cards: empty, or france for the map of départements. */
    int64_t timer_left; /* What is left of a timer that was paused, milliseconds, up to 99:59:59; 0 when it is not. While it is paused, timer_end counts for nothing. */
    bool timer_rings; /* The end of the timer is heard, on walls and at the animators'. */
};
#define EDIT_BOARD_BOARD 1
#define EDIT_BOARD_TITLE 2
#define EDIT_BOARD_LOCKED 3
#define EDIT_BOARD_INSTRUCTIONS 4
#define EDIT_BOARD_CONTROLLED 5
#define EDIT_BOARD_TIMER_END 6
#define EDIT_BOARD_SCENE 7
#define EDIT_BOARD_TIMER_LEFT 8
#define EDIT_BOARD_TIMER_RINGS 9

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
    uint64_t card_type; /* Project, problem, resource…; 0 for none. */
    struct bytes *objectives; /* The charter's objectives it serves. */
    uint64_t territory; /* Where it is; 0 for none. */
    struct bytes *tags; /* One a line. */
    bool anonymous; /* Its author is told to nobody; author is then 0. */
    bool pinned; /* It has a point of its own. */
    int64_t longitude; /* Of its own point, millionths of a degree, WGS 84. */
    int64_t latitude; /* Of its own point, millionths of a degree, WGS 84. */
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
#define ADD_CARD_CARD_TYPE 12
#define ADD_CARD_OBJECTIVES 13
#define ADD_CARD_TERRITORY 14
#define ADD_CARD_TAGS 15
#define ADD_CARD_ANONYMOUS 16
#define ADD_CARD_PINNED 17
#define ADD_CARD_LONGITUDE 18
#define ADD_CARD_LATITUDE 19

/* Change a card: its words, place, size, colour, or who may see it; hand in again one that was sent back. */
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
    uint64_t card_type; /* Project, problem, resource…; 0 for none. */
    struct bytes *objectives; /* The charter's objectives it serves. */
    uint64_t territory; /* Where it is; 0 for none. */
    struct bytes *tags; /* One a line. */
    bool pinned; /* It has a point of its own. */
    int64_t longitude; /* Of its own point, millionths of a degree, WGS 84. */
    int64_t latitude; /* Of its own point, millionths of a degree, WGS 84. */
    bool locked; /* Only animators change it. */
    int64_t place; /* Its turn, from 1; 0 for none. */
    bool unplaced; /* It waits in the inbox for an animator to place it. */
    bool returned; /* It waits, and an animator has sent it back to who wrote it. */
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
#define EDIT_CARD_CARD_TYPE 11
#define EDIT_CARD_OBJECTIVES 12
#define EDIT_CARD_TERRITORY 13
#define EDIT_CARD_TAGS 14
#define EDIT_CARD_PINNED 15
#define EDIT_CARD_LONGITUDE 16
#define EDIT_CARD_LATITUDE 17
#define EDIT_CARD_LOCKED 18
#define EDIT_CARD_PLACE 19
#define EDIT_CARD_UNPLACED 20
#define EDIT_CARD_RETURNED 21

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
    uint64_t link_type; /* Supports, hinders…; 0 for none. */
};
#define ADD_LINK_LINK 1
#define ADD_LINK_BOARD 2
#define ADD_LINK_FROM 3
#define ADD_LINK_TO 4
#define ADD_LINK_LABEL 5
#define ADD_LINK_LINK_TYPE 6

/* Relabel a link. */
struct edit_link {
    uint64_t link; /* Which. */
    struct bytes *label; /* What binds the two; may be empty. */
    uint64_t link_type; /* Supports, hinders…; 0 for none. */
};
#define EDIT_LINK_LINK 1
#define EDIT_LINK_LABEL 2
#define EDIT_LINK_LINK_TYPE 3

/* Take a link away. */
struct drop_link {
    uint64_t link; /* Which. */
};
#define DROP_LINK_LINK 1

/* Open another board. */
struct add_board {
    uint64_t board; /* A fresh id. */
    struct bytes *title; /* What it is called. */
    struct bytes *instructions; /* What people are asked to do here; stays visible. */
    struct bytes *scene; /* What lies behind the cards: empty, or france for the map of départements. */
};
#define ADD_BOARD_BOARD 1
#define ADD_BOARD_TITLE 2
#define ADD_BOARD_INSTRUCTIONS 3
#define ADD_BOARD_SCENE 4

/* Take a board away, with all that lies on it. The last one stays. */
struct drop_board {
    uint64_t board; /* Which. */
};
#define DROP_BOARD_BOARD 1

/* Draw a zone on a board. */
struct add_zone {
    uint64_t zone; /* A fresh id. */
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
#define ADD_ZONE_ZONE 1
#define ADD_ZONE_BOARD 2
#define ADD_ZONE_TITLE 3
#define ADD_ZONE_COLOR 4
#define ADD_ZONE_X 5
#define ADD_ZONE_Y 6
#define ADD_ZONE_WIDTH 7
#define ADD_ZONE_HEIGHT 8
#define ADD_ZONE_OBJECTIVE 9
#define ADD_ZONE_CARD_TYPE 10
#define ADD_ZONE_PAINTS 11
#define ADD_ZONE_LOCKED 12

/* Change a zone: its words, place, size, rule or lock. */
struct edit_zone {
    uint64_t zone; /* Which. */
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
#define EDIT_ZONE_ZONE 1
#define EDIT_ZONE_TITLE 2
#define EDIT_ZONE_COLOR 3
#define EDIT_ZONE_X 4
#define EDIT_ZONE_Y 5
#define EDIT_ZONE_WIDTH 6
#define EDIT_ZONE_HEIGHT 7
#define EDIT_ZONE_OBJECTIVE 8
#define EDIT_ZONE_CARD_TYPE 9
#define EDIT_ZONE_PAINTS 10
#define EDIT_ZONE_LOCKED 11

/* Take a zone away; the cards in it stay. */
struct drop_zone {
    uint64_t zone; /* Which. */
};
#define DROP_ZONE_ZONE 1

/* From now on what participants write on this board stays theirs until it is revealed. */
struct veil_board {
    uint64_t board; /* Which. */
};
#define VEIL_BOARD_BOARD 1

/* Show everybody what was written under the veil. */
struct reveal_board {
    uint64_t board; /* Which. */
};
#define REVEAL_BOARD_BOARD 1

/* Rewrite a card's text, starting from base. What others wrote since is kept: both edits are joined, and where they touch both insertions stay. */
struct edit_text {
    uint64_t card; /* Whose text. */
    struct bytes *base; /* The card's text as the writer last saw it. */
    struct bytes *text; /* The rest; plain text. */
};
#define EDIT_TEXT_CARD 1
#define EDIT_TEXT_BASE 2
#define EDIT_TEXT_TEXT 3

/* Make one card of two: the one kept takes the other's words, author, objectives, tags and links; the other is taken off. */
struct merge_cards {
    uint64_t kept; /* Which. */
    uint64_t gone; /* Which. */
};
#define MERGE_CARDS_KEPT 1
#define MERGE_CARDS_GONE 2

/* Bring back what somebody took off since a moment, in one action. */
struct restore_cards {
    uint64_t person; /* Who took them off; 0, or left out, for anybody. */
    int64_t since; /* Cards taken off at this time or later. */
};
#define RESTORE_CARDS_PERSON 1
#define RESTORE_CARDS_SINCE 2

/* Bring everybody to this view, hold them there, or put a card in the spotlight. */
struct lead_board {
    uint64_t board; /* Which. */
    int64_t x; /* Left edge of what is to be seen, board units. */
    int64_t y; /* Top edge. */
    int64_t width; /* Board units. */
    int64_t height; /* Board units. */
    bool held; /* Everybody stays there until released. */
    uint64_t card; /* The card in the spotlight; 0 for none. */
};
#define LEAD_BOARD_BOARD 1
#define LEAD_BOARD_X 2
#define LEAD_BOARD_Y 3
#define LEAD_BOARD_WIDTH 4
#define LEAD_BOARD_HEIGHT 5
#define LEAD_BOARD_HELD 6
#define LEAD_BOARD_CARD 7

/* Let everybody look where they like. */
struct release_board {
    uint64_t board; /* Which. */
};
#define RELEASE_BOARD_BOARD 1

/* Open a prioritisation over the cards of a board. */
struct add_priority {
    uint64_t priority; /* A fresh id. */
    uint64_t board; /* Over whose cards. */
    struct bytes *title; /* What is asked. */
    int64_t points; /* For each person or delegation. */
    bool by_delegation; /* The people of one territory share one budget. */
};
#define ADD_PRIORITY_PRIORITY 1
#define ADD_PRIORITY_BOARD 2
#define ADD_PRIORITY_TITLE 3
#define ADD_PRIORITY_POINTS 4
#define ADD_PRIORITY_BY_DELEGATION 5

/* Close or reopen a prioritisation, show its points to everybody. */
struct edit_priority {
    uint64_t priority; /* Which. */
    struct bytes *title; /* What is asked. */
    bool closed; /* No more points are taken. */
    bool shown; /* The points are shown to everybody. */
};
#define EDIT_PRIORITY_PRIORITY 1
#define EDIT_PRIORITY_TITLE 2
#define EDIT_PRIORITY_CLOSED 3
#define EDIT_PRIORITY_SHOWN 4

/* Take a prioritisation away with its points. */
struct drop_priority {
    uint64_t priority; /* Which. */
};
#define DROP_PRIORITY_PRIORITY 1

/* Give a card this many of one's points, in all; 0 takes them back. */
struct allot {
    uint64_t allotment; /* The allotment that holds one's points on this card; a fresh id when there is none. */
    uint64_t priority; /* In which. */
    uint64_t card; /* On which card. */
    int64_t points; /* How many, in all, on this card. */
};
#define ALLOT_ALLOTMENT 1
#define ALLOT_PRIORITY 2
#define ALLOT_CARD 3
#define ALLOT_POINTS 4

/* Name a place that cards can be about. */
struct add_territory {
    uint64_t territory; /* A fresh id. */
    struct bytes *name; /* What people read. */
    struct bytes *kind; /* Commune, pays, PETR… */
    struct bytes *code; /* INSEE code, for instance 62 or 2A; may be empty. */
    int64_t longitude; /* Millionths of a degree, WGS 84. */
    int64_t latitude; /* Millionths of a degree, WGS 84. */
};
#define ADD_TERRITORY_TERRITORY 1
#define ADD_TERRITORY_NAME 2
#define ADD_TERRITORY_KIND 3
#define ADD_TERRITORY_CODE 4
#define ADD_TERRITORY_LONGITUDE 5
#define ADD_TERRITORY_LATITUDE 6

/* Add a kind of card. */
struct add_card_type {
    uint64_t card_type; /* A fresh id. */
    struct bytes *label; /* What people read. */
    struct bytes *icon; /* The name of an icon of the client; one it does not have is shown as a dot. */
    enum color color; /* Its colour. */
    int64_t place; /* Its place in lists. */
};
#define ADD_CARD_TYPE_CARD_TYPE 1
#define ADD_CARD_TYPE_LABEL 2
#define ADD_CARD_TYPE_ICON 3
#define ADD_CARD_TYPE_COLOR 4
#define ADD_CARD_TYPE_PLACE 5

/* Bring back, with its links, a card that one took off; as an animator, whoever did. */
struct restore_card {
    uint64_t card; /* Which. */
};
#define RESTORE_CARD_CARD 1

/* Add a kind of link. */
struct add_link_type {
    uint64_t link_type; /* A fresh id. */
    struct bytes *label; /* What people read. */
    enum color color; /* Its colour. */
    bool dashed; /* Drawn as a dashed line. */
    int64_t place; /* Its place in lists. */
};
#define ADD_LINK_TYPE_LINK_TYPE 1
#define ADD_LINK_TYPE_LABEL 2
#define ADD_LINK_TYPE_COLOR 3
#define ADD_LINK_TYPE_DASHED 4
#define ADD_LINK_TYPE_PLACE 5

/* Add an objective that cards can serve. */
struct add_objective {
    uint64_t objective; /* A fresh id. */
    struct bytes *title; /* The whole sentence. */
    struct bytes *brief; /* What stands on a card. */
    enum color color; /* Its colour. */
    int64_t place; /* Its place in lists. */
};
#define ADD_OBJECTIVE_OBJECTIVE 1
#define ADD_OBJECTIVE_TITLE 2
#define ADD_OBJECTIVE_BRIEF 3
#define ADD_OBJECTIVE_COLOR 4
#define ADD_OBJECTIVE_PLACE 5

/* Take a merge back: the card merged comes out of the bin with its links, and the card kept gives back its words, tags, objectives and author. What the kept card had of its own before is said, and stays. */
struct unmerge_cards {
    uint64_t kept; /* Which. */
    uint64_t gone; /* Which; it lies in the bin. */
    struct bytes *text; /* What the kept card said before. What others wrote since stays. */
    struct bytes *tags; /* Those the kept card had before. */
    struct bytes *objectives; /* Those the kept card had before. */
    struct bytes *coauthors; /* Those the kept card had before. */
    struct bytes *links; /* Those that were the merged card's. */
};
#define UNMERGE_CARDS_KEPT 1
#define UNMERGE_CARDS_GONE 2
#define UNMERGE_CARDS_TEXT 3
#define UNMERGE_CARDS_TAGS 4
#define UNMERGE_CARDS_OBJECTIVES 5
#define UNMERGE_CARDS_COAUTHORS 6
#define UNMERGE_CARDS_LINKS 7

/* Open the door with a short code, or give it another one. */
struct give_code {
    uint64_t workshop; /* Its id. */
    struct bytes *code; /* The letters; empty once it was withdrawn because somebody guesses at codes. */
};
#define GIVE_CODE_WORKSHOP 1
#define GIVE_CODE_CODE 2

/* Close the door: its short code leads nowhere any more. */
struct drop_code {
    uint64_t workshop; /* Its id. */
};
#define DROP_CODE_WORKSHOP 1

/* Withdraw this short code, because somebody guesses at codes; what a server says for itself. */
struct withdraw_code {
    uint64_t workshop; /* Its id. */
    struct bytes *code; /* The letters; empty once it was withdrawn because somebody guesses at codes. */
};
#define WITHDRAW_CODE_WORKSHOP 1
#define WITHDRAW_CODE_CODE 2

/* Send a card that waits back to who wrote it, with a word. */
struct return_card {
    uint64_t remark; /* A fresh id. */
    uint64_t card; /* Which. */
    struct bytes *text; /* What is said; may be empty. */
};
#define RETURN_CARD_REMARK 1
#define RETURN_CARD_CARD 2
#define RETURN_CARD_TEXT 3

/* Take off, in one action, what was added since a moment: somebody's signed cards and the links that they drew between signed cards; or, of nobody named, all unsigned cards, the links drawn to them, and the territories that people named and no card is about. Cards go to the bin. */
struct drop_added {
    uint64_t person; /* Who added it; 0 for what is unsigned. */
    int64_t since; /* What was added at this time or later. */
};
#define DROP_ADDED_PERSON 1
#define DROP_ADDED_SINCE 2

/* Say how many people may be in by an access link. Who is in already stays. */
struct edit_invitation {
    uint64_t invitation; /* Which. */
    int64_t entries; /* How many people may be in by it; 0 for as many as come. */
};
#define EDIT_INVITATION_INVITATION 1
#define EDIT_INVITATION_ENTRIES 2

/* Take out all who came in by an access link since a moment, in one action, as by remove_person; not oneself. The link goes on. */
struct remove_people {
    uint64_t invitation; /* Which. */
    int64_t since; /* Who came in at this time or later. */
};
#define REMOVE_PEOPLE_INVITATION 1
#define REMOVE_PEOPLE_SINCE 2

/* Choose what the walls show, say a word to the hall. */
struct set_wall {
    uint64_t workshop; /* Its id. */
    enum wall_phase phase; /* Auto: what follows from the state of the workshop. */
    struct bytes *message; /* An animator's word to the hall, for the phase message. */
};
#define SET_WALL_WORKSHOP 1
#define SET_WALL_PHASE 2
#define SET_WALL_MESSAGE 3

/* Take one's name off a card that one wrote, or put it on again. */
struct sign_card {
    uint64_t card; /* Which. */
    bool anonymous; /* Its author is told to nobody; author is then 0. */
};
#define SIGN_CARD_CARD 1
#define SIGN_CARD_ANONYMOUS 2

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
        struct add_board add_board;
        struct drop_board drop_board;
        struct add_zone add_zone;
        struct edit_zone edit_zone;
        struct drop_zone drop_zone;
        struct veil_board veil_board;
        struct reveal_board reveal_board;
        struct edit_text edit_text;
        struct merge_cards merge_cards;
        struct restore_cards restore_cards;
        struct lead_board lead_board;
        struct release_board release_board;
        struct add_priority add_priority;
        struct edit_priority edit_priority;
        struct drop_priority drop_priority;
        struct allot allot;
        struct add_territory add_territory;
        struct add_card_type add_card_type;
        struct restore_card restore_card;
        struct add_link_type add_link_type;
        struct add_objective add_objective;
        struct unmerge_cards unmerge_cards;
        struct give_code give_code;
        struct drop_code drop_code;
        struct withdraw_code withdraw_code;
        struct return_card return_card;
        struct drop_added drop_added;
        struct edit_invitation edit_invitation;
        struct remove_people remove_people;
        struct set_wall set_wall;
        struct sign_card sign_card;
    } body;
};

#endif
