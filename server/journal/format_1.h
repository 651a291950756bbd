/* What a workshop of format 1 holds, brought to this format entry by entry.
 *
 * In format 1 an entry and a snapshot began with eight bytes, big-endian: the FNV-1a hash (Fowler,
 * Noll, Vo; 64 bits) of all entries before, or up to the snapshot. They come off, and the chain of
 * chain.h is made of what is left. Nothing is judged anew: what was damaged then is damaged after,
 * and what no server of format 1 would have believed is not believed. That is: entries behind the
 * snapshot whose hash tells of another past, which a server that did not know of a loss had
 * written. They are left out, and a new epoch begins. */
#ifndef ARCHIPEL_JOURNAL_FORMAT_1_H
#define ARCHIPEL_JOURNAL_FORMAT_1_H

#include "journal/journal.h"

struct format_1 {
    struct journal_position position; /* of what has been taken so far */
    uint64_t snapshot_seq;            /* 0: none */
    struct digest snapshot_head;      /* once the entries up to it have been taken */
    struct journal_bytes snapshot;    /* the caller's bytes, without the eight before them */
    uint64_t past;                    /* the hash of format 1, when it is */
    bool past_known;
    bool ended; /* what comes is left out */
};

/* A history in this epoch whose first entry has this number; `snapshot`, at `snapshot_seq`, is the
 * newest of the epoch, or empty. */
struct format_1 format_1_begin(uint64_t epoch, uint64_t first, uint64_t snapshot_seq,
                               struct journal_bytes snapshot);
/* Takes the next entry there is, `whole` when its checksum fits: what is left of it, and where it
 * stands. False when it is left out, and all behind it. */
bool format_1_take(struct format_1 *story, uint64_t seq, bool whole, struct journal_bytes *entry,
                   struct journal_position *place);

#endif
