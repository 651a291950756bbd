/* What people do in a measurement: each change rewrites the title of a card, about 128 bytes on
 * the wire. The title begins with the change's number, so that whoever receives it knows which it
 * is and when it was sent. */
#ifndef ARCHIPEL_BENCH_EDIT_H
#define ARCHIPEL_BENCH_EDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/secret.h"
#include "protocol/generated/messages.h"

/* Messages to the server; each is appended to the buffer. */
void edit_hello(struct buffer *buffer, uint64_t workshop, const struct secret *key);
void edit_join(struct buffer *buffer, uint64_t client, int64_t counter, uint64_t person);
void edit_add_card(struct buffer *buffer, uint64_t client, int64_t counter, uint64_t board,
                   uint64_t card);
void edit_command(struct buffer *buffer, uint64_t client, int64_t counter, uint64_t card,
                  uint32_t number);

/* The change that this command makes, as every server sends it on. */
void edit_change(struct buffer *buffer, uint64_t card, uint32_t number);

/* Whether a change is of this kind, and which. */
bool edit_number(const struct change *change, uint32_t *number);

#endif
