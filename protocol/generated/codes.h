/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#ifndef ARCHIPEL_GENERATED_CODES_H
#define ARCHIPEL_GENERATED_CODES_H

#include <stdbool.h>
#include <stdint.h>
#include "protocol/generated/records.h"

/* Why a command was not accepted. */
enum refusal {
    REFUSAL_NONE = 0,
    REFUSAL_NOT_ALLOWED = 1,
    REFUSAL_NOT_JOINED = 2,
    REFUSAL_WORKSHOP_CLOSED = 3,
    REFUSAL_BOARD_LOCKED = 4,
    REFUSAL_UNKNOWN_RECORD = 5,
    REFUSAL_ID_TAKEN = 6,
    REFUSAL_FIELD_MISSING = 7,
    REFUSAL_FIELD_TOO_LONG = 8,
    REFUSAL_FIELD_OUT_OF_RANGE = 9,
    REFUSAL_FIELD_EMPTY = 10,
    REFUSAL_FIELD_NOT_TEXT = 11,
    REFUSAL_FIELD_CONTROL_CHARACTER = 12,
    REFUSAL_FIELD_WRONG_KIND = 13,
    REFUSAL_TOO_MANY = 14,
    REFUSAL_PERSON_TAKEN = 15,
    REFUSAL_ALREADY_JOINED = 16,
    REFUSAL_SAME_CARD = 17,
    REFUSAL_LINK_EXISTS = 18,
    REFUSAL_OTHER_BOARD = 19,
    REFUSAL_ALREADY_REVOKED = 20,
    REFUSAL_LAST_ANIMATOR = 21,
    REFUSAL_UNKNOWN_TEMPLATE = 22,
    REFUSAL_WORKSHOP_EXISTS = 23,
    REFUSAL_ROLL_EMPTY = 24,
    REFUSAL_ROLL_NO_NAME_COLUMN = 25,
    REFUSAL_ROLL_BAD_LINE = 26,
    REFUSAL_ROLL_NO_NAME = 27,
    REFUSAL_ROLL_FIELD_TOO_LONG = 28,
    REFUSAL_ROLL_UNKNOWN_CATEGORY = 29,
    REFUSAL_ROLL_TOO_LONG = 30,
    REFUSAL_JOURNAL_UNAVAILABLE = 31,
    REFUSAL_FIELD_UNKNOWN = 32,
    REFUSAL_NOT_YOURS = 33,
    REFUSAL_PRIVATE_LINK = 34,
    REFUSAL_CARD_LOCKED = 35,
    REFUSAL_ZONE_LOCKED = 36,
    REFUSAL_LAST_BOARD = 37,
    REFUSAL_BUDGET_SPENT = 38,
    REFUSAL_PRIORITY_CLOSED = 39,
    REFUSAL_NOT_VEILED = 40,
    REFUSAL_FORGOTTEN = 41,
    REFUSAL_BAD_CODE = 42,
    REFUSAL_NOT_WAITING = 43,
    REFUSAL_AUTHOR_GONE = 44,
    REFUSAL_SHARE_SPENT = 45,
    REFUSAL_LINK_USED_UP = 46,
};

/* Why a connection was closed. */
enum close_code {
    CLOSE_GOING_AWAY = 1012,
    CLOSE_TOO_BIG = 1009,
    CLOSE_BAD_MESSAGE = 4000,
    CLOSE_WRONG_VERSION = 4001,
    CLOSE_UNKNOWN_WORKSHOP = 4002,
    CLOSE_UNKNOWN_KEY = 4003,
    CLOSE_REVOKED = 4004,
    CLOSE_NO_HELLO = 4005,
    CLOSE_SILENT = 4006,
    CLOSE_TOO_SLOW = 4007,
    CLOSE_ELSEWHERE = 4009,
    CLOSE_UNAVAILABLE = 4010,
    CLOSE_DAMAGED = 4011,
    CLOSE_FULL = 4012,
    CLOSE_OUTDATED = 4013,
    CLOSE_UNKNOWN_CODE = 4014,
};

/* A word for logs and tests; "?" for a number that is none. */
const char *refusal_name(enum refusal refusal);
const char *close_name(enum close_code code);
/* The sentence of codes.json, with {field}, {limit} and {line} still in it. */
const char *refusal_sentence(enum refusal refusal, enum language language);
const char *close_sentence(enum close_code code, enum language language);
/* Whether a client should come back by itself. */
bool close_again(enum close_code code);

#endif
