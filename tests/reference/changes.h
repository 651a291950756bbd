/* Changes of texts in cases: read, written and compared. */
#ifndef ARCHIPEL_TESTS_REFERENCE_CHANGES_H
#define ARCHIPEL_TESTS_REFERENCE_CHANGES_H

#include "base/bytes.h"
#include "reference/reference.h"

/* False, with *change NULL, for what is no change; else *change is the caller's. */
bool read_change(const struct json *json, struct bytes **change);
/* A member of the case that is a text; owned by the caller. */
struct bytes *read_text(const struct json *one, const char *name);

void write_changes(struct buffer *out, struct bytes *const *changes, size_t count);

/* What the case expects under that name against what came; a name that it does not have is not
 * asked. `came` is cleared. */
void compare(struct trial *trial, const struct json *expected, const char *name,
             struct buffer *came);
void compare_change(struct trial *trial, const struct json *expected, const char *name,
                    const struct bytes *change);
void compare_text(struct trial *trial, const struct json *expected, const char *name,
                  const struct bytes *text);

#endif
