/* A change lies in its bytes as the number of its parts, the parts, and then all that they put,
 * one after the other:
 *
 *   count │ length units bytes │ length KEPT 0 │ … │ text text …
 *
 * in the machine's own order: it is never stored nor sent so (wire/edit.h). */
#include "core/methods/text_change.h"

#include <string.h>

#include "base/check.h"

#define KEPT UINT32_MAX

struct packed_part {
    uint32_t length, units, bytes;
};

/* ---- texts in units ---- */

static bool is_inside(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* What is beyond U+FFFF takes four bytes, and a pair of units. */
static uint32_t units_of_character(char first)
{
    return (unsigned char)first >= 0xF0 ? 2 : 1;
}

uint32_t text_units(const char *text, size_t bytes)
{
    uint32_t units = 0;
    for (size_t at = 0; at < bytes; at++)
        if (!is_inside(text[at])) units += units_of_character(text[at]);
    return units;
}

bool text_bytes_of(const char *text, size_t bytes, uint32_t units, size_t *taken)
{
    size_t at = 0;
    while (units) {
        if (at == bytes || units_of_character(text[at]) > units) return false;
        units -= units_of_character(text[at++]);
        while (at < bytes && is_inside(text[at])) at++;
    }
    *taken = at;
    return true;
}

/* ---- reading a change ---- */

static size_t count_of(const struct bytes *change)
{
    uint32_t count = 0;
    if (change) memcpy(&count, change->data, sizeof count);
    return count;
}

struct text_parts text_parts_of(const struct bytes *change)
{
    size_t parts = count_of(change) * sizeof(struct packed_part);
    return (struct text_parts){change, sizeof(uint32_t), sizeof(uint32_t) + parts};
}

bool text_parts_next(struct text_parts *parts, struct text_part *part)
{
    struct packed_part packed;
    size_t end = sizeof(uint32_t) + count_of(parts->change) * sizeof packed;
    if (parts->next == end) return false;
    memcpy(&packed, parts->change->data + parts->next, sizeof packed);
    bool kept = packed.units == KEPT;
    *part = (struct text_part){packed.length, kept, kept ? packed.length : packed.units,
                               kept ? NULL : parts->change->data + parts->text, packed.bytes};
    parts->next += sizeof packed;
    parts->text += packed.bytes;
    return true;
}

uint32_t text_change_before(const struct bytes *change)
{
    uint32_t length = 0;
    struct text_parts parts = text_parts_of(change);
    for (struct text_part part; text_parts_next(&parts, &part);) length += part.length;
    return length;
}

uint32_t text_change_after(const struct bytes *change)
{
    uint32_t length = 0;
    struct text_parts parts = text_parts_of(change);
    for (struct text_part part; text_parts_next(&parts, &part);) length += part.units;
    return length;
}

bool text_change_is_idle(const struct bytes *change)
{
    struct text_parts parts = text_parts_of(change);
    for (struct text_part part; text_parts_next(&parts, &part);)
        if (!part.kept) return false;
    return true;
}

/* ---- making one ---- */

size_t text_draft_count(const struct text_draft *draft)
{
    return draft->parts.length / sizeof(struct packed_part);
}

bool text_draft_has_room(const struct text_draft *draft, uint64_t length, uint64_t units)
{
    return length <= TEXT_LONGEST - draft->before && units <= TEXT_LONGEST - draft->after;
}

static void count_in(struct text_draft *draft, uint32_t length, uint32_t units)
{
    CHECK(text_draft_has_room(draft, length, units));
    draft->before += length;
    draft->after += units;
}

/* The last part, zeroed when there is none. */
static struct packed_part last_of(const struct text_draft *draft)
{
    struct packed_part last = {0};
    size_t length = draft->parts.length;
    if (length) memcpy(&last, draft->parts.data + length - sizeof last, sizeof last);
    return last;
}

static void set_last(struct text_draft *draft, const struct packed_part *part)
{
    memcpy(draft->parts.data + draft->parts.length - sizeof *part, part, sizeof *part);
}

void text_draft_keep(struct text_draft *draft, uint32_t length)
{
    struct packed_part last = last_of(draft), part = {length, KEPT, 0};
    if (!length) return;
    count_in(draft, length, length);
    if (last.units == KEPT) {
        last.length += length;
        set_last(draft, &last);
    } else buffer_add(&draft->parts, &part, sizeof part);
}

static void replace(struct text_draft *draft, uint32_t length, const char *text, size_t bytes,
                    bool extends)
{
    struct packed_part last = last_of(draft),
                       part = {length, text_units(text, bytes), (uint32_t)bytes};
    if (!length && !bytes) return;
    count_in(draft, length, part.units);
    buffer_add(&draft->text, text, bytes);
    bool replaces = draft->parts.length && last.units != KEPT;
    bool likewise = (!last.units && !part.units) || (!last.length && !length);
    if (replaces && (extends || likewise)) {
        struct packed_part both = {last.length + length, last.units + part.units,
                                   last.bytes + part.bytes};
        set_last(draft, &both);
    } else buffer_add(&draft->parts, &part, sizeof part);
}

void text_draft_replace(struct text_draft *draft, uint32_t length, const char *text, size_t bytes)
{
    replace(draft, length, text, bytes, false);
}

void text_draft_extend(struct text_draft *draft, uint32_t length, const char *text, size_t bytes)
{
    replace(draft, length, text, bytes, true);
}

struct bytes *text_draft_finish(struct text_draft *draft)
{
    struct buffer packed = {0};
    uint32_t count = (uint32_t)text_draft_count(draft);
    buffer_add(&packed, &count, sizeof count);
    buffer_add(&packed, draft->parts.data, draft->parts.length);
    buffer_add(&packed, draft->text.data, draft->text.length);
    struct bytes *change = count ? bytes_new(packed.data, packed.length) : NULL;
    buffer_clear(&packed);
    text_draft_clear(draft);
    return change;
}

void text_draft_clear(struct text_draft *draft)
{
    buffer_clear(&draft->parts);
    buffer_clear(&draft->text);
    *draft = (struct text_draft){0};
}

/* ---- using one ---- */

bool text_change_fits(const struct bytes *change, const struct bytes *text)
{
    const char *at = bytes_text(text);
    size_t left = bytes_length(text), taken;
    struct text_parts parts = text_parts_of(change);
    for (struct text_part part; text_parts_next(&parts, &part); at += taken, left -= taken)
        if (!text_bytes_of(at, left, part.length, &taken)) return false;
    return left == 0;
}

bool text_change_apply(const struct bytes *change, const struct bytes *text, struct bytes **after)
{
    const char *at = bytes_text(text);
    size_t left = bytes_length(text), taken;
    struct text_parts parts = text_parts_of(change);
    struct buffer made = {0};
    *after = NULL;
    if (!text_change_fits(change, text)) return false;
    for (struct text_part part; text_parts_next(&parts, &part); at += taken, left -= taken) {
        CHECK(text_bytes_of(at, left, part.length, &taken));
        buffer_add(&made, part.kept ? at : part.text, part.kept ? taken : part.bytes);
    }
    *after = bytes_new(made.data, made.length);
    buffer_clear(&made);
    return true;
}

struct bytes *text_change_invert(const struct bytes *change, const struct bytes *text)
{
    const char *at = bytes_text(text);
    size_t left = bytes_length(text), taken;
    struct text_parts parts = text_parts_of(change);
    struct text_draft draft = {0};
    for (struct text_part part; text_parts_next(&parts, &part); at += taken, left -= taken) {
        CHECK(text_bytes_of(at, left, part.length, &taken));
        if (part.kept) text_draft_keep(&draft, part.length);
        else text_draft_replace(&draft, part.units, at, taken);
    }
    return text_draft_finish(&draft);
}

/* before, after: where the part begins in the old text and in the new one. */
uint32_t text_change_place(const struct bytes *change, uint32_t place, enum text_side side)
{
    uint32_t before = 0, after = 0;
    struct text_parts parts = text_parts_of(change);
    for (struct text_part part; text_parts_next(&parts, &part);) {
        uint32_t end = before + part.length;
        bool inserted_here = !part.length && end == place && side == TEXT_BEFORE;
        if (part.kept && end > place) return after + (place - before);
        if (!part.kept && (end > place || inserted_here))
            return place == before || side == TEXT_BEFORE ? after : after + part.units;
        before = end;
        after += part.units;
    }
    return after;
}
