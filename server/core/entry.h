/* What the journal keeps of one accepted command. */
#ifndef ARCHIPEL_CORE_ENTRY_H
#define ARCHIPEL_CORE_ENTRY_H

#include <stdint.h>

#include "protocol/generated/commands.h"
#include "protocol/generated/records.h"

/* Owns its changes. A zeroed entry is empty. */
struct entry {
    uint64_t seq;              /* its place in the journal, from 1 */
    int64_t time;              /* ms since 1970 */
    uint64_t actor;            /* the person; 0 for none: a guest, an organiser, the server */
    uint64_t client, counter;  /* of the command; 0 when none was behind it */
    enum command_type command; /* 0 when none was behind it */
    struct changes changes;
};

/* Gives its changes up and zeroes it. */
void entry_clear(struct entry *entry);

#endif
