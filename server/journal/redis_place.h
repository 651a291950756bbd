/* Positions, numbers and checked bytes as Redis keeps them.
 *
 * A position is the text "EPOCH SEQ HEAD CHECKSUM": two decimal numbers, 64 and 8 hexadecimal
 * digits. Redis compares it as a whole, so that a position with one wrong bit is nobody's. */
#ifndef ARCHIPEL_JOURNAL_REDIS_PLACE_H
#define ARCHIPEL_JOURNAL_REDIS_PLACE_H

#include "journal/pieces.h"

struct redisReply;

/* Adds a position. */
void redis_add_place(struct pieces *command, uint64_t workshop,
                     const struct journal_position *place);
/* Adds the number of a first entry, "FIRST CHECKSUM". */
void redis_add_first(struct pieces *command, uint64_t workshop, uint64_t first);
/* Adds an entry: checksum (four bytes, the highest first), the head before it, its bytes. */
void redis_add_entry(struct pieces *command, uint64_t workshop,
                     const struct journal_position *place, struct journal_bytes entry);
/* Adds a snapshot: checksum, its bytes. */
void redis_add_snapshot(struct pieces *command, uint64_t workshop,
                        const struct journal_position *place, struct journal_bytes snapshot);

/* False when it is not what was written: another text, a checksum that does not fit. A text needs
 * its closing zero; bytes stay the reply's. */
bool redis_read_place(const char *text, uint64_t workshop, struct journal_position *place);
/* The number of a first entry. */
bool redis_read_first(const struct redisReply *reply, uint64_t workshop, uint64_t *first);
/* place->seq is given. */
bool redis_read_entry(const struct redisReply *reply, uint64_t workshop,
                      struct journal_position *place, struct journal_bytes *entry);
/* The place is given whole. */
bool redis_read_snapshot(const struct redisReply *reply, uint64_t workshop,
                         const struct journal_position *place, struct journal_bytes *snapshot);

/* An element of an array, of this type; else NULL. */
const struct redisReply *redis_element(const struct redisReply *reply, size_t index, int type);
/* Decimal digits and nothing else. */
bool redis_read_digits(const struct redisReply *reply, size_t index, uint64_t *number);
/* The id of an entry of a stream is that of a number. */
bool redis_has_id(const struct redisReply *entry, uint64_t seq);

#endif
