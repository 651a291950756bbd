/* The shortest way from one row of tokens to another: which are taken out, and what is put in.
 *
 * E. W. Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1 (1986): for
 * D = 0, 1, 2… edits, the furthest point that can be reached on each diagonal, until one of them is
 * the end. Time and memory grow with the number of edits, not with the length, and are bounded
 * by the steps that the caller allows: one for each diagonal tried and each pair of tokens
 * compared. A step takes a word of memory at most. */
#ifndef ARCHIPEL_CORE_METHODS_SHORTEST_EDIT_H
#define ARCHIPEL_CORE_METHODS_SHORTEST_EDIT_H

#include "core/methods/text_tokens.h"

/* from[from_begin, from_end) becomes to[to_begin, to_end). */
struct hunk {
    size_t from_begin, from_end, to_begin, to_end;
};

/* From left to right, with an equal token between any two. A zeroed struct is empty. */
struct hunks {
    struct hunk *items;
    size_t count, capacity;
};

/* Frees them; there are none again. */
void hunks_clear(struct hunks *hunks);

/* What leads from `from` to `to`; *hunks is filled, the caller clears it. *steps is what may be
 * spent, and becomes what is left. False, with nothing in *hunks, when that is not enough. */
bool shortest_edit(const struct text_tokens *from, const struct text_tokens *to, size_t *steps,
                   struct hunks *hunks);

#endif
