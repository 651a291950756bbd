/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#ifndef ARCHIPEL_GENERATED_MESSAGES_H
#define ARCHIPEL_GENERATED_MESSAGES_H

#include "base/secret.h"
#include "protocol/generated/commands.h"

#define PROTOCOL_SUBPROTOCOL "archipel.v1"
#define PROTOCOL_VERSION 1
/* Of the schema that this was built with (PROTOCOL.md, H19). */
#define PROTOCOL_SCHEMA INT64_C(47982263700762)

#define LIMIT_MESSAGE_BYTES 65536 /* Largest message a client may send. */
#define LIMIT_ORGANISER_MESSAGE_BYTES 1048576 /* Largest message an organiser may send once let in: a roll travels in it. */
#define LIMIT_HELLO_BYTES 1024 /* Largest first message. */
#define LIMIT_HELLO_MS 10000 /* How long a connection may stay without a valid hello. */
#define LIMIT_SILENCE_MS 60000 /* A connection that sent nothing for this long is closed; clients ping three times as often. */
#define LIMIT_DEPTH 8 /* Deepest nesting of msgpack containers. */
#define LIMIT_OUTBOX_BYTES 8388608 /* Unsent bytes a connection may have waiting beyond its snapshot before it is closed with too_slow. */
#define LIMIT_FRAME_BYTES 16384 /* What a server joins into one WebSocket message; a single message may be larger. */
#define LIMIT_RESUMPTION_BYTES 32768 /* What a client missed is at most that long when it resumes; beyond it a snapshot follows. */
#define LIMIT_PACKED_BYTES 1048576 /* What the tables of a packed message are at most once they are unpacked. */
#define LIMIT_CONNECTIONS_PER_PERSON 8 /* Tabs and devices of one person in one workshop; the oldest gives way. */
#define LIMIT_IN_FLIGHT 32 /* Commands a client may have sent and not yet seen answered. */

/* A cursor or drag of somebody, in an array. */
struct hinted {
    uint64_t person; /* Whose. */
    uint64_t board; /* Where. */
    uint64_t card; /* The card being dragged, 0 for a bare cursor. */
    int64_t x; /* Board units. */
    int64_t y; /* Board units. */
};
struct hinted_list {
    struct hinted *items;
    size_t count;
};

/* What is written behind the veil of a board, in numbers. */
struct veiled {
    uint64_t board; /* Which. */
    int64_t cards; /* So many cards. */
    int64_t people; /* Who signed them: so many people. Who wrote an unsigned card counts for no one, or the number would tell of them. */
    int64_t anonymous; /* So many of the cards are unsigned. */
};
struct veiled_list {
    struct veiled *items;
    size_t count;
};

/* Who has given points that are not shown yet, in numbers. */
struct voted {
    uint64_t priority; /* In which prioritisation. */
    uint64_t category; /* Of which category; 0 for those without one, and on a wall for all together. */
    int64_t people; /* So many people. */
};
struct voted_list {
    struct voted *items;
    size_t count;
};

/* A workshop as a list shows it. */
struct summary {
    uint64_t workshop; /* Its id. */
    struct bytes *title; /* What it is called. */
    bool closed; /* Whether it is closed. */
    int64_t made_at; /* When it was created. */
    int64_t people; /* Who came in or stands on the roll. */
    int64_t connected; /* Connections now, on this server. */
    int64_t entries; /* Length of its journal. */
};
struct summary_list {
    struct summary *items;
    size_t count;
};

enum message_type {
    MESSAGE_HELLO = 1, /* The first message: who I am and how far I have come. */
    MESSAGE_COMMAND = 2, /* Somebody asks for something. client and counter make resending safe: what was accepted is answered done and does nothing, what was refused is judged again (PROTOCOL.md, C6 and C7). */
    MESSAGE_HINT = 3, /* A cursor or a drag under way; never kept, may be lost. */
    MESSAGE_PING = 4, /* I am alive; answered with pong. */
    MESSAGE_CREATE = 5, /* An organiser founds a workshop. */
    MESSAGE_LIST = 6, /* An organiser asks for the workshops there are. */
    MESSAGE_TRY_CODE = 7, /* In the place of a hello: a short code that somebody typed. Answered way_in, or closed with unknown_code. */
    MESSAGE_WELCOME = 32, /* Let in. What follows is a snapshot unless resumed. */
    MESSAGE_SNAPSHOT = 33, /* A part of a snapshot: puts. The last part carries the position. */
    MESSAGE_CHANGES = 34, /* What happened after seq `after` up to and with `seq`, as far as you may see it. */
    MESSAGE_DONE = 35, /* A command of yours is in the journal for good. */
    MESSAGE_REFUSED = 36, /* A command of yours was not accepted and changed nothing. */
    MESSAGE_PRESENCE = 37, /* Who is connected. At most one a second; the first after welcome is whole. */
    MESSAGE_HINTS = 38, /* Cursors and drags of others, coalesced: the newest of each person. */
    MESSAGE_PONG = 39, /* The answer to ping. */
    MESSAGE_CREATED = 40, /* The workshop stands; the organiser derives its keys (PROTOCOL.md, H). */
    MESSAGE_LISTED = 41, /* The workshops there are. */
    MESSAGE_COMING = 42, /* To who unpacks: a snapshot comes, in so many parts before its last. */
    MESSAGE_PACKED = 43, /* A part of a snapshot, compressed; never the last. */
    MESSAGE_SUMS = 44, /* To animators and walls: how much there is of what they do not see. Whole; at most one a second. */
    MESSAGE_WAY_IN = 45, /* How participants come in now: to who tried a code that works; to a screen and to animators after the snapshot, and whenever it changes. */
};

/* The first message: who I am and how far I have come. */
struct message_hello {
    int64_t version; /* The protocol version. */
    int64_t schema; /* The fingerprint of the schema the client was built with (PROTOCOL.md, H19). */
    uint64_t workshop; /* Which workshop; 0 with the organiser key, to create or list. */
    struct secret key; /* 32 bytes: an access link's key, a person's own, or the organiser's. */
    int64_t epoch; /* Of the last position, 0 for none. */
    int64_t seq; /* Of the last position, 0 for none. */
    uint64_t mark; /* Of the last position, 0 for none. */
    bool unpacks; /* Parts of a snapshot may come as packed. */
};

/* Somebody asks for something. client and counter make resending safe: what was accepted is answered done and does nothing, what was refused is judged again (PROTOCOL.md, C6 and C7). */
struct message_command {
    uint64_t client; /* An id of this page load, made of where it was made and chance (PROTOCOL.md, C1). */
    int64_t counter; /* 1, 2, 3… in order, one for each command of that client. */
    struct command command; /* What is asked for. */
};

/* A cursor or a drag under way; never kept, may be lost. */
struct message_hint {
    uint64_t board; /* Where. */
    uint64_t card; /* The card being dragged, 0 for a bare cursor. */
    int64_t x; /* Board units. */
    int64_t y; /* Board units. */
};

/* I am alive; answered with pong. */
struct message_ping {
    char nothing;
};

/* An organiser founds a workshop. */
struct message_create {
    uint64_t workshop; /* A fresh id. */
    struct command command; /* create_workshop. */
    struct bytes *roll; /* A CSV file as it is, possibly empty: UTF-8 or CP1252; comma, semicolon or tab. */
};

/* An organiser asks for the workshops there are. */
struct message_list {
    char nothing;
};

/* In the place of a hello: a short code that somebody typed. Answered way_in, or closed with unknown_code. */
struct message_try_code {
    int64_t version; /* The protocol version. */
    int64_t schema; /* The fingerprint of the schema the client was built with (PROTOCOL.md, H19). */
    struct bytes *code; /* Six letters (PROTOCOL.md, H21). */
};

/* Let in. What follows is a snapshot unless resumed. */
struct message_welcome {
    int64_t version; /* The protocol version. */
    uint64_t workshop; /* Which. */
    uint64_t person; /* Who you are; 0 before join, for screens and for organisers. */
    enum role role; /* What you may do. */
    int64_t epoch; /* The workshop's epoch. */
    int64_t seq; /* Where what follows leads to: the snapshot, or the changes of a resumption. */
    uint64_t mark; /* Of that position. */
    bool resumed; /* True: what you have stands, changes follow. False: forget it, a snapshot follows. */
    int64_t now; /* The server's clock. */
};

/* A part of a snapshot: puts. The last part carries the position. */
struct message_snapshot {
    int64_t seq; /* The position of the whole snapshot. */
    uint64_t mark; /* Of that position. */
    bool last; /* Nothing more follows. */
    struct changes changes; /* Puts only. */
};

/* What happened after seq `after` up to and with `seq`, as far as you may see it. */
struct message_changes {
    int64_t after; /* Must be your position, else you have a hole: reconnect. */
    int64_t seq; /* Your new position. */
    uint64_t mark; /* Of that position. */
    struct changes changes; /* In order; may be empty. */
};

/* A command of yours is in the journal for good. */
struct message_done {
    uint64_t client; /* As sent. */
    int64_t counter; /* As sent. */
    int64_t seq; /* Its entry; 0 when it changed nothing or had been accepted before. */
};

/* A command of yours was not accepted and changed nothing. */
struct message_refused {
    uint64_t client; /* As sent. */
    int64_t counter; /* As sent. */
    int64_t refusal; /* A number of codes.json. */
    int64_t command; /* The command's number. */
    int64_t field; /* The field of the command at fault, 0 for none. */
    int64_t limit; /* The limit that was passed, 0 for none. */
    int64_t line; /* The line of the roll at fault, 0 for none. */
};

/* Who is connected. At most one a second; the first after welcome is whole. */
struct message_presence {
    bool whole; /* True: forget what you knew. */
    struct bytes *came; /* People now here. */
    struct bytes *left; /* People no longer here. */
    int64_t guests; /* Connections that have not joined. */
};

/* Cursors and drags of others, coalesced: the newest of each person. */
struct message_hints {
    struct hinted_list hints; /* In no order. */
};

/* The answer to ping. */
struct message_pong {
    int64_t seq; /* The position this connection has been told; a client that is elsewhere has lost something and reconnects. */
    uint64_t mark; /* Of that position. */
    int64_t now; /* The server's clock. */
};

/* The workshop stands; the organiser derives its keys (PROTOCOL.md, H). */
struct message_created {
    uint64_t workshop; /* Its id. */
    int64_t people; /* How many the roll brought. */
};

/* The workshops there are. */
struct message_listed {
    struct summary_list workshops; /* Newest first. */
};

/* To who unpacks: a snapshot comes, in so many parts before its last. */
struct message_coming {
    int64_t parts; /* Messages snapshot and packed that come before the last. */
    int64_t door; /* With the first so many of them all is there that somebody needs to join by. */
};

/* A part of a snapshot, compressed; never the last. */
struct message_packed {
    struct bytes *tables; /* The records of a snapshot's part, field by field (PROTOCOL.md, P8), in the form of zlib (RFC 1950). */
};

/* To animators and walls: how much there is of what they do not see. Whole; at most one a second. */
struct message_sums {
    struct veiled_list written; /* For each board with a veil. */
    struct voted_list voted; /* For each prioritisation whose points are not shown, and each category. */
};

/* How participants come in now: to who tried a code that works; to a screen and to animators after the snapshot, and whenever it changes. */
struct message_way_in {
    uint64_t workshop; /* Where. */
    struct bytes *key; /* A key that gives what the newest participants' link that works gives, 32 bytes; none when there is no such link. */
};

/* One message. Owns its bytes, command, changes and lists. */
struct message {
    enum message_type type;
    union {
        struct message_hello hello;
        struct message_command command;
        struct message_hint hint;
        struct message_ping ping;
        struct message_create create;
        struct message_list list;
        struct message_try_code try_code;
        struct message_welcome welcome;
        struct message_snapshot snapshot;
        struct message_changes changes;
        struct message_done done;
        struct message_refused refused;
        struct message_presence presence;
        struct message_hints hints;
        struct message_pong pong;
        struct message_created created;
        struct message_listed listed;
        struct message_coming coming;
        struct message_packed packed;
        struct message_sums sums;
        struct message_way_in way_in;
    } body;
};

#endif
