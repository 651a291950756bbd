/* The state of a workshop as the journal keeps it (wire/stored.h), so that opening need not begin
 * with the first entry. What people are sent when they come in is another thing: parts.h. */
#ifndef ARCHIPEL_LIVE_SNAPSHOT_H
#define ARCHIPEL_LIVE_SNAPSHOT_H

#include <stdbool.h>
#include <stdint.h>

struct buffer;
struct journal_opening;
struct state;

/* Appends the state behind entry `seq`, at this time (ms since 1970), to the buffer. */
void snapshot_store(struct buffer *buffer, const struct state *state, uint64_t seq, int64_t time);
/* Fills an empty state from the snapshot that the journal found. False when it cannot be read or is
 * that of another seq; the state then holds a part of it, and is the caller's to throw away. */
bool snapshot_read(struct state *state, const struct journal_opening *opening);

#endif
