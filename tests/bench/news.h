/* What servers say, decoded once however many people are told the same bytes: a thousand copies
 * of one message cost a comparison each, so that the load is never the bottleneck. */
#ifndef ARCHIPEL_BENCH_NEWS_H
#define ARCHIPEL_BENCH_NEWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "protocol/generated/messages.h"

/* A message in short. */
struct news {
    struct buffer bytes; /* of the message, for comparing */
    enum message_type type;
    uint64_t after, seq;   /* changes; seq of a snapshot and of done too */
    bool last;             /* of a snapshot's parts */
    uint64_t person;       /* welcome */
    uint64_t board;        /* a board that a snapshot's part held, or 0 */
    struct buffer numbers; /* changes: uint32_t, of the edits, in order */
    size_t changes;        /* how many the message holds, edits or not */
};

enum { NEWS_KEPT = 64 };

/* A zeroed struct newsroom is empty. */
struct newsroom {
    struct news kept[NEWS_KEPT];
    size_t next;
};

/* The first message of `data`; it is `bytes.length` long. Valid until the next call. NULL when it
 * is no message. */
const struct news *news_read(struct newsroom *room, const uint8_t *data, size_t length);
void news_clear(struct newsroom *room);

#endif
