#include "support/parts.h"

#include <stdlib.h>
#include <string.h>

#include "core/methods/text_change.h"

struct bytes *parts_read(const char *line)
{
    struct text_draft draft = {0};
    while (*line) {
        size_t length = strcspn(line, "|");
        const char *put = memchr(line, '+', length), *end = line + length;
        if (*line == '-' || *line == '+') {
            uint32_t old = *line == '-' ? (uint32_t)strtoul(line + 1, NULL, 10) : 0;
            text_draft_replace(&draft, old, put ? put + 1 : NULL,
                               put ? (size_t)(end - put - 1) : 0);
        } else text_draft_keep(&draft, (uint32_t)strtoul(line, NULL, 10));
        line = *end ? end + 1 : end;
    }
    return text_draft_finish(&draft);
}

void parts_write(struct buffer *line, const struct bytes *change)
{
    struct text_parts parts = text_parts_of(change);
    const char *between = "";
    for (struct text_part part; text_parts_next(&parts, &part); between = "|") {
        buffer_add_text(line, between);
        if (part.kept || part.length)
            buffer_add_format(line, part.kept ? "%u" : "-%u", (unsigned)part.length);
        if (!part.kept && part.bytes) {
            buffer_add_text(line, "+");
            buffer_add(line, part.text, part.bytes);
        }
    }
}
