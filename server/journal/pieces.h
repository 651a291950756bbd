/* Byte strings one behind the other in one buffer: the entries of a batch or of a run. */
#ifndef ARCHIPEL_JOURNAL_PIECES_H
#define ARCHIPEL_JOURNAL_PIECES_H

#include "base/buffer.h"
#include "journal/journal.h"

/* Zeroed: none. clear frees them and makes it none again. */
struct pieces {
    struct buffer data;
    struct buffer ends; /* size_t each: where in data a piece ends */
};

/* Frees them; there are none again. */
void pieces_clear(struct pieces *pieces);
/* Copies the bytes. */
void pieces_add(struct pieces *pieces, struct journal_bytes bytes);
/* How many there are. */
size_t pieces_count(const struct pieces *pieces);
/* Valid until the next add or clear. */
struct journal_bytes pieces_at(const struct pieces *pieces, size_t index);
/* All of them, valid as long as pieces_at; the array is the caller's to free. */
struct journal_bytes *pieces_list(const struct pieces *pieces);

#endif
