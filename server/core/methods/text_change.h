/* A change of a text: which stretches of it are kept, and what stands in place of the others.
 *
 * In the manner of a ChangeSet of CodeMirror (@codemirror/state by M. Haverbeke), whose rules are
 * followed to the part: a change walks the whole old text from left to right, in parts that are
 * kept, or replaced by a text that may be empty. A part of length 0 is an insertion.
 *
 *      un   atelier  .          keep 3 | replace 0 by "grand " | keep 8
 *      un   grand atelier  .
 *
 * Lengths and places are counted in units of UTF-16, as browsers count; texts are UTF-8. A change
 * fits one text only: the one of its length in which it cuts no character. Nothing is applied
 * before that is known, so that what comes from outside may be asked of without care.
 *
 * A change is immutable, shared and counted like a text (base/bytes.h); NULL is the change of the
 * empty text into itself. Two changes that are equal as bytes have the same parts: neighbours that
 * do the same are one part, and no part does nothing. No text is longer than TEXT_LONGEST. */
#ifndef ARCHIPEL_CORE_METHODS_TEXT_CHANGE_H
#define ARCHIPEL_CORE_METHODS_TEXT_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/bytes.h"

#define TEXT_LONGEST ((uint32_t)INT32_MAX)

/* Of two who come to the same place: who stands before what the other puts there, and who after. */
enum text_side { TEXT_BEFORE, TEXT_AFTER };

/* ---- texts in units ---- */

/* How long valid UTF-8 is, in units. */
uint32_t text_units(const char *text, size_t bytes);
/* How many bytes the first `units` take. False when the text is shorter, or a character is cut. */
bool text_bytes_of(const char *text, size_t bytes, uint32_t units, size_t *taken);

/* ---- reading a change ---- */

struct text_part {
    uint32_t length;  /* of the old text */
    bool kept;        /* or else replaced by: */
    uint32_t units;   /* the length of what stands there now; of a kept part, the same */
    const char *text; /* UTF-8, without a closing zero, valid while the change is; NULL when kept */
    size_t bytes;
};

struct text_parts {
    const struct bytes *change;
    size_t next, text; /* where the next part stands, and its text */
};

/* The parts of a change from left to right; the change must outlive the walk. */
struct text_parts text_parts_of(const struct bytes *change);
/* False at the end. */
bool text_parts_next(struct text_parts *parts, struct text_part *part);

/* The length of the text that it changes. */
uint32_t text_change_before(const struct bytes *change);
/* The length of what it makes of it. */
uint32_t text_change_after(const struct bytes *change);
/* Whether it keeps everything. */
bool text_change_is_idle(const struct bytes *change);

/* ---- making one ---- */

/* Parts as they are put together. A zeroed draft is empty. */
struct text_draft {
    struct buffer parts, text;
    uint64_t before, after;
};

/* Whether neither length passes TEXT_LONGEST with `length` units more before and `units` more after;
 * to be asked for what comes from outside. */
bool text_draft_has_room(const struct text_draft *draft, uint64_t length, uint64_t units);
/* Adds a part at the end: what stays. One of length 0 is left out, and one that goes on with what the
 * last part did becomes a part of it. */
void text_draft_keep(struct text_draft *draft, uint32_t length);
/* The same for what is replaced: `length` units by this text. */
void text_draft_replace(struct text_draft *draft, uint32_t length, const char *text, size_t bytes);
/* The same, but what was replaced last and this become one part. */
void text_draft_extend(struct text_draft *draft, uint32_t length, const char *text, size_t bytes);
/* How many parts there are. */
size_t text_draft_count(const struct text_draft *draft);
/* The change, owned by the caller; the draft is empty again. */
struct bytes *text_draft_finish(struct text_draft *draft);
/* Gives the draft up; it is empty again. */
void text_draft_clear(struct text_draft *draft);

/* ---- using one ---- */

/* Whether this is a change of that text. */
bool text_change_fits(const struct bytes *change, const struct bytes *text);
/* True: *after is the changed text, owned by the caller. False, with *after NULL: it does not
 * fit. */
bool text_change_apply(const struct bytes *change, const struct bytes *text, struct bytes **after);
/* The change that takes it back, of a change that fits `text`, the text before it. Owned by the
 * caller. */
struct bytes *text_change_invert(const struct bytes *change, const struct bytes *text);
/* Where a place of the old text (a caret, an end of a selection) lies in the new one. A place
 * where something is put stands before or after it, by its side; one whose text is gone lies
 * where that was. A place beyond the text is its end. */
uint32_t text_change_place(const struct bytes *change, uint32_t place, enum text_side side);

#endif
