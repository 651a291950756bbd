/* What the journal keeps: entries and snapshots as bytes.
 *
 *   entry     [format, seq, time, actor, client, counter, command, [change, change, …]]
 *   snapshot  [format, seq, time, [[person, client, counter, seq, missed], …], [put, put, …]]
 *
 * Changes are encoded as on the wire, secrets as the digests they are. What is read back must
 * be understood to the last field: an unknown format, record, field, choice, operation or
 * command, as a newer server may have written (wire/newer.h tells), makes the whole unreadable
 * and is never passed over, because to drop what one does not know is to lose it at the next
 * snapshot.
 *
 * So the schema only grows. A new field reads as zero from older bytes. A record, field, choice
 * or command that is no longer wanted stays declared and is no longer written; its number never
 * means something else. Taking one out, or changing what a number means, needs a new format
 * here and a reader for the old one. Limits may change freely: they bind clients, not history. */
#ifndef ARCHIPEL_WIRE_STORED_H
#define ARCHIPEL_WIRE_STORED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "core/counters.h"
#include "core/entry.h"

#define STORED_FORMAT 1

/* Appends an entry. */
void stored_encode_entry(struct buffer *buffer, const struct entry *entry);
/* True: *entry belongs to the caller, who clears it. False: not understood, *entry is zeroed. */
bool stored_decode_entry(const void *data, size_t length, struct entry *entry);

/* A snapshot is written in order: the head; the number of counters, then each; the number of
 * records, then each with encode_put. This is the head. */
void stored_snapshot_head(struct buffer *buffer, uint64_t seq, int64_t time);
/* How many counters follow. */
void stored_snapshot_counters(struct buffer *buffer, size_t count);
/* One counter. */
void stored_snapshot_counter(struct buffer *buffer, const struct counter *counter);
/* How many records follow. */
void stored_snapshot_records(struct buffer *buffer, size_t count);

/* Whom to tell what a snapshot holds. The put stays the reader's; copy what is to be kept. */
struct stored_reader {
    void *context;
    void (*on_counter)(void *context, const struct counter *counter);
    void (*on_put)(void *context, const struct change *put);
};

/* Tells every counter, then every put. False: not understood; by then some may have been told,
 * so give up what they were told to. */
bool stored_decode_snapshot(const void *data, size_t length, const struct stored_reader *reader,
                            uint64_t *seq, int64_t *time);

#endif
