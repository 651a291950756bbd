/* Immutable, reference-counted byte strings: text, digests, lists of ids.
 *
 * Everything of variable length that a record holds is one of these, so that a
 * record, the change that made it, its inverse and the tail of recent changes
 * share one copy. NULL is the empty string and is valid everywhere.
 * Counting is not atomic: bytes never leave the loop's thread. */
#ifndef ARCHIPEL_BASE_BYTES_H
#define ARCHIPEL_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bytes {
    uint32_t references;
    uint32_t length; /* of data, without the closing zero */
    char data[];     /* always followed by a zero byte */
};

/* A copy of `length` bytes with one reference; NULL when length is 0. */
struct bytes *bytes_new(const void *data, size_t length);
/* The same of a text, without its closing zero. */
struct bytes *bytes_from(const char *text);

/* One reference more; returns its argument. */
struct bytes *bytes_keep(struct bytes *bytes);
/* One reference less; the last one frees. */
void bytes_drop(struct bytes *bytes);

/* Without the closing zero; 0 for NULL. */
size_t bytes_length(const struct bytes *bytes);
/* Zero-terminated; "" for NULL. Valid while a reference is held. */
const char *bytes_text(const struct bytes *bytes);
/* Whether both hold the same bytes. */
bool bytes_equal(const struct bytes *left, const struct bytes *right);

/* Lists of ids are bytes that hold uint64_t in the machine's own order. */
struct bytes *bytes_from_ids(const uint64_t *ids, size_t count);
/* How many ids it holds. */
size_t bytes_id_count(const struct bytes *bytes);
/* The id at an index below that count. */
uint64_t bytes_id(const struct bytes *bytes, size_t index);
/* Whether it is one of the ids. */
bool bytes_has_id(const struct bytes *bytes, uint64_t id);

#endif
