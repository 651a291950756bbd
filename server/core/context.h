/* What deciding is given beside the command and the state, and what it answers. */
#ifndef ARCHIPEL_CORE_CONTEXT_H
#define ARCHIPEL_CORE_CONTEXT_H

#include <stdint.h>

#include "protocol/generated/codes.h"
#include "protocol/generated/records.h"

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

#endif
