/* Joining what two people wrote into one text. */
#ifndef ARCHIPEL_CORE_TEXT_MERGE_H
#define ARCHIPEL_CORE_TEXT_MERGE_H

#include "base/bytes.h"

/* `wanted` was written from `base` while others made `now` of it. The change that makes of now what
 * both wanted: the difference of base and wanted (core/methods/text_difference.h), mapped over the
 * difference of base and now. What either removed is removed, what both added stays, theirs first,
 * and a correction that both made alike counts once. One side alone merges to itself. Owned by the
 * caller. */
struct bytes *text_merge(const struct bytes *base, const struct bytes *now,
                         const struct bytes *wanted);

/* One text after the other with `between`, or the one that is not empty. Owned by the caller. */
struct bytes *text_join(const struct bytes *left, const struct bytes *right, const char *between);

#endif
