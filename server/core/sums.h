/* How much there is of what not everybody sees: what is written behind a veil, and who has given
 * points that are not shown. Numbers only.
 *
 * Who wrote an unsigned card counts for nobody: "two cards by one person", and later one of them
 * with a name, would tell whose the other is. */
#ifndef ARCHIPEL_CORE_SUMS_H
#define ARCHIPEL_CORE_SUMS_H

#include "protocol/generated/messages.h"

struct state;

/* Each board with a veil, and each prioritisation whose points are not shown with a row for each
 * category of those who gave some; by id. *sums is overwritten, the caller clears it. */
void sums_of(const struct state *state, struct message_sums *sums);
/* One row for each prioritisation, whatever the category. */
void sums_join_categories(struct message_sums *sums);
/* Frees the rows. */
void sums_clear(struct message_sums *sums);

#endif
