/* Joining what two people wrote into one text. */
#ifndef ARCHIPEL_CORE_TEXT_MERGE_H
#define ARCHIPEL_CORE_TEXT_MERGE_H

#include "base/bytes.h"

/* A three-way merge of plain UTF-8: `mine` was written from `base` while others made `theirs` of
 * it. Each side's edit is the span of base that it replaced (what is left after the longest
 * common beginning and end). Spans that do not touch are both applied; where they touch, what
 * either removed is removed and both insertions stay, the earlier span's first. So nobody's
 * words are lost, and one side alone merges to itself. Owned by the caller. */
struct bytes *text_merge(const struct bytes *base, const struct bytes *theirs,
                         const struct bytes *mine);

/* One text after the other with `between`, or the one that is not empty. Owned by the caller. */
struct bytes *text_join(const struct bytes *left, const struct bytes *right, const char *between);

#endif
