/* Comparing words as people do: without case, accents, ligatures, wide forms or the punctuation of French
 * gender marks, so that "Élu·e", "elu.e" and "ÉLUE" are one, and "Œting" and "oeting". For what is written
 * with the letters of Latin; the page folds by the same rule (protocol/generator/fold.mjs). */
#ifndef ARCHIPEL_CORE_FOLD_H
#define ARCHIPEL_CORE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

/* Writes the folded text, zero-terminated, cut at the buffer's end; only a-z and 0-9 stay. */
void fold(const char *text, char *folded, size_t folded_bytes);
/* Whether two texts (UTF-8) fold to the same, within their first 120 letters. */
bool fold_equal(const char *left, const char *right);
/* A number that texts which fold to the same share; 0 for an empty text alone. Others may share it
 * by chance. FNV-1a (Fowler, Noll, Vo 1991) of the folded text. */
uint64_t fold_key(const struct bytes *text);

#endif
