/* Worked cases from files, tried on the server's own methods.
 *
 * A file is of one form, known by its members; each form has a function here. A case that differs
 * is a line: which, and of each thing that differs what was expected and what came. */
#ifndef ARCHIPEL_TESTS_REFERENCE_REFERENCE_H
#define ARCHIPEL_TESTS_REFERENCE_REFERENCE_H

#include "reference/json.h"

struct tally {
    size_t cases, differ;
};

/* One case under way. */
struct trial {
    struct tally *tally;
    struct buffer line; /* what differs so far */
};

/* Between the two, expect is called for each thing that the case says. */
void trial_begin(struct trial *trial, struct tally *tally);
/* Prints the line when there is one. */
void trial_end(struct trial *trial, const char *id);
/* Notes a difference of two values as they are written. */
void expect(struct trial *trial, const char *what, const struct buffer *expected,
            const struct buffer *came);
void expect_words(struct trial *trial, const char *what, const char *expected, const char *came);

/* Changes of a text: `vectors`, `random` and `must_be_refused`. */
bool is_text(const struct json *file);
void try_text(const struct json *file, struct tally *tally);
/* `differences` of two texts, and `merges` of two that were written from one. */
bool is_difference(const struct json *file);
void try_difference(const struct json *file, struct tally *tally);

#endif
