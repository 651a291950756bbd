/* Each side's edit is one span of the base: what is between their longest common beginning and
 * end. What either span took out is out; what either put in is in, in the order of their places. */
#include "core/text_merge.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"

/* One side's edit: base[start, end) became text[start, text_end). */
struct span {
    const char *text;
    size_t start, end, text_end;
};

static bool is_inside_character(const char *text, size_t at, size_t length)
{
    return at < length && ((unsigned char)text[at] & 0xC0) == 0x80;
}

/* The longest common beginning, then the longest common end of the rest, both on whole
 * characters. */
static struct span span_of(const struct bytes *base, const struct bytes *text)
{
    const char *from = bytes_text(base), *to = bytes_text(text);
    size_t from_length = bytes_length(base), to_length = bytes_length(text), start = 0, same = 0;
    while (start < from_length && start < to_length && from[start] == to[start]) start++;
    while (start && (is_inside_character(from, start, from_length) ||
                     is_inside_character(to, start, to_length)))
        start--;
    while (same < from_length - start && same < to_length - start &&
           from[from_length - 1 - same] == to[to_length - 1 - same])
        same++;
    while (same && is_inside_character(from, from_length - same, from_length)) same--;
    return (struct span){to, start, from_length - same, to_length - same};
}

static void add_inserted(struct buffer *merged, const struct span *span)
{
    buffer_add(merged, span->text + span->start, span->text_end - span->start);
}

static bool same_edit(const struct span *left, const struct span *right)
{
    return left->start == right->start && left->end == right->end &&
           left->text_end == right->text_end &&
           !memcmp(left->text + left->start, right->text + right->start,
                   left->text_end - left->start);
}

struct bytes *text_merge(const struct bytes *base, const struct bytes *theirs,
                         const struct bytes *mine)
{
    struct span first = span_of(base, theirs), second = span_of(base, mine);
    if (bytes_equal(base, theirs) || same_edit(&first, &second))
        return bytes_keep((struct bytes *)mine);
    if (bytes_equal(base, mine)) return bytes_keep((struct bytes *)theirs);
    if (second.start < first.start) {
        struct span swap = first;
        first = second;
        second = swap;
    }
    const char *old = bytes_text(base);
    size_t resume = first.end > second.end ? first.end : second.end;
    struct buffer merged = {0};
    buffer_add(&merged, old, first.start);
    add_inserted(&merged, &first);
    if (second.start > first.end) buffer_add(&merged, old + first.end, second.start - first.end);
    add_inserted(&merged, &second);
    buffer_add(&merged, old + resume, bytes_length(base) - resume);
    struct bytes *result = bytes_new(merged.data, merged.length);
    buffer_clear(&merged);
    return result;
}

struct bytes *text_join(const struct bytes *left, const struct bytes *right, const char *between)
{
    if (!bytes_length(right)) return bytes_keep((struct bytes *)left);
    if (!bytes_length(left)) return bytes_keep((struct bytes *)right);
    struct buffer joined = {0};
    buffer_add(&joined, bytes_text(left), bytes_length(left));
    buffer_add_text(&joined, between);
    buffer_add(&joined, bytes_text(right), bytes_length(right));
    struct bytes *result = bytes_new(joined.data, joined.length);
    buffer_clear(&joined);
    return result;
}
