/* What the test of a family says of each of its commands and records, and nobody else has to.
 *
 *   static const struct family boards = {
 *       "boards",
 *       .given = (const char *const[]){"zone area board=wall width=100 height=100", NULL},
 *       .commands =
 *           (const struct family_command[]){
 *               {"drop_zone zone=area", "nnjn nnyn", "nnjn nnyn"},
 *               {0},
 *           },
 *       .records =
 *           (const struct family_record[]){
 *               {"board", "everyone", ""},
 *               {"zone", "everyone", "board drop; objective clear; card_type clear"},
 *               {0},
 *           },
 *   };
 *
 * A command that the schema gains fails here until it has its row, and so does a record. */
#ifndef ARCHIPEL_TESTS_FAMILY_H
#define ARCHIPEL_TESTS_FAMILY_H

/* A command as scene_when takes it, and what it is answered, in an open workshop and in a closed
 * one: a letter for each asker. Who holds a link of their role and has not joined (participant,
 * facilitator, animator, screen), then paul, farid, anna and an organiser.
 *
 *   y  accepted          i  already_joined   b  board_locked      u  unknown_record
 *   n  not_allowed       o  not_yours        c  workshop_closed   e  workshop_exists
 *   j  not_joined */
struct family_command {
    const char *command, *open, *closed;
};

/* A record type, whose its scope is (everyone, animators, sealed, or own when its fields say it), and
 * what the schema says of what it hangs on, field by field:
 *
 *   "board drop; card clear, hidden clear; author stay; at index; bin by at" */
struct family_record {
    const char *type, *scope, *hangs;
};

struct family {
    const char *name;                      /* of protocol/schema/NAME.json */
    const char *const *given;              /* records that the commands need; NULL ends them */
    const struct family_command *commands; /* a zeroed one ends them */
    const struct family_record *records;   /* a zeroed one ends them */
};

/* Runs the tests that every family has; answers how many failed, for main. */
int check_family(const struct family *family);

#endif
