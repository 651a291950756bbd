/* Short codes: six letters that lead into a workshop for those who cannot scan (PROTOCOL.md, H21).
 *
 * The letters are the consonants of which no two look alike, capital or small, printed or written by
 * hand: of C and G, of D, O and Q, of I and L, of U and V there is one each, so that whoever takes
 * one for the other can be understood (a client folds them before it asks). Without vowels no word
 * comes about by chance. 18 letters make 34,012,224 codes. */
#ifndef ARCHIPEL_CORE_SHORT_CODE_H
#define ARCHIPEL_CORE_SHORT_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"
#include "protocol/generated/records.h"

struct state;

enum { SHORT_CODE_LETTERS = 6 };
/* How long a code leads in, ms: somebody may forget to close the door. */
#define SHORT_CODE_LASTS (INT64_C(24) * 3600 * 1000)

/* Whether a text, which may be NULL, is made as codes are. */
bool short_code_is_one(const struct bytes *text);
/* The code that this workshop says leads in at this time (ms since 1970), or NULL. */
const struct short_code *short_code_of(const struct state *state, int64_t now);
/* The newest participants' link that works, or NULL: where a code leads. */
const struct record *short_code_link(const struct state *state);

#endif
