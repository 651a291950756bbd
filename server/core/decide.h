/* Where the rules live: a command judged against the state of its workshop.
 *
 * decide performs nothing. It answers a refusal or the changes that the command amounts to;
 * whoever called appends them to the journal and only then applies and tells them. */
#ifndef ARCHIPEL_CORE_DECIDE_H
#define ARCHIPEL_CORE_DECIDE_H

#include <stdint.h>

#include "protocol/generated/codes.h"
#include "protocol/generated/commands.h"

struct state;
struct roll;
struct template;

/* What founding a workshop needs beside its command. */
struct foundation {
    uint64_t workshop;
    const struct template *template;                     /* NULL: no template of that name */
    const struct roll *roll;                             /* NULL for none */
    const struct bytes *animator, *participant, *screen; /* digests of the first three keys */
    const uint64_t *ids;                                 /* fresh ids, foundation_ids() of them */
};

/* How many fresh ids founding takes. */
size_t foundation_ids(const struct template *template, const struct roll *roll);

/* Who asks, and when. */
struct context {
    int64_t time;        /* ms since 1970 */
    uint64_t person;     /* 0 for a guest, a screen, an organiser */
    enum role role;      /* of the key they came with; a person's own record overrides it */
    uint64_t invitation; /* the access link they came with, 0 for an organiser */
    const struct foundation *foundation; /* create_workshop only */
};

/* The answer. changes belong to the caller, who clears them; empty when refused. field is the
 * command's field at fault, limit the limit that was passed, line the roll's line; 0 for none. */
struct decision {
    enum refusal refusal;
    unsigned field;
    int64_t limit;
    uint32_t line;
    struct changes changes;
};

void decide(const struct state *state, const struct command *command, const struct context *context,
            struct decision *decision);

/* Who a command counts as coming from: the person who joins by it, else the asker. Its
 * counter is kept under that person. */
uint64_t decide_actor(const struct command *command, const struct context *context);

/* What this person or guest may do now: their record's role, or their key's. */
enum role decide_role(const struct state *state, const struct context *context);

#endif
