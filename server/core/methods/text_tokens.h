/* A text cut into tokens, so that two texts can be compared by lines, by words or by characters.
 *
 * A line ends with its line feed. A word is a run of letters and digits, or any other character,
 * with the blanks behind it: so words that stand in a row are one stretch. Letters are those of
 * ASCII and what lies from U+00AA to U+1FFF but for « and »; an ideograph or an emoji is a word. */
#ifndef ARCHIPEL_CORE_METHODS_TEXT_TOKENS_H
#define ARCHIPEL_CORE_METHODS_TEXT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum text_grain { GRAIN_LINES, GRAIN_WORDS, GRAIN_CHARACTERS };

/* A stretch of a text, UTF-8 and not zero-terminated. */
struct text_stretch {
    const char *text;
    size_t bytes;
};

/* They follow one another without a gap. A zeroed struct is empty; clear frees it. */
struct text_tokens {
    struct text_stretch *items;
    size_t count, capacity;
};

/* The tokens of a whole stretch, which must outlive them. */
struct text_tokens text_tokens_of(struct text_stretch whole, enum text_grain grain);
/* Frees them, never the text; there are none again. */
void text_tokens_clear(struct text_tokens *tokens);

/* Whether both read the same. */
bool text_stretch_equal(const struct text_stretch *left, const struct text_stretch *right);
/* From the token `from` to before the token `to`. */
struct text_stretch text_tokens_join(const struct text_tokens *tokens, size_t from, size_t to);

#endif
