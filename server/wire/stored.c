/* Written by the encoder of the wire; read by its decoder, more strictly: what is not known is not
 * passed over. */
#include "wire/stored.h"

#include "core/changes.h"
#include "protocol/generated/schema.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/pack.h"
#include "wire/value.h"

#define ENTRY_PARTS 8
#define SNAPSHOT_PARTS 5
#define COUNTER_PARTS 5
/* As they once were: without what was missed before the highest, when all was taken for accepted;
 * and before that without the seq of the entry: the snapshot's is the latest it can be. */
#define COUNTER_PARTS_HIGHEST 4
#define COUNTER_PARTS_NO_SEQ 3

/* The deepest there is: entry, changes, edit, body, changes of a text, replaced part. */
#define STORED_DEPTH 6

void stored_encode_entry(struct buffer *buffer, const struct entry *entry)
{
    pack_array(buffer, ENTRY_PARTS);
    pack_integer(buffer, STORED_FORMAT);
    pack_natural(buffer, entry->seq);
    pack_integer(buffer, entry->time);
    pack_natural(buffer, entry->actor);
    pack_natural(buffer, entry->client);
    pack_natural(buffer, entry->counter);
    pack_integer(buffer, entry->command);
    pack_array(buffer, entry->changes.count);
    for (size_t i = 0; i < entry->changes.count; i++)
        encode_change(buffer, &entry->changes.items[i]);
}

static bool read_natural(struct cursor *cursor, uint64_t *value)
{
    int64_t number;
    if (!cursor_integer(cursor, 0, VALUE_MAX, &number)) return false;
    *value = (uint64_t)number;
    return true;
}

static bool read_exact_array(struct cursor *cursor, size_t expected)
{
    size_t count;
    return cursor_array(cursor, &count) && count == expected;
}

/* Both kinds begin so. The form is checked whole before anything is believed. */
static bool read_head(struct cursor *cursor, size_t parts, uint64_t *seq, int64_t *time)
{
    struct cursor form = *cursor;
    int64_t format;
    if (!cursor_skip(&form, STORED_DEPTH) || cursor_left(&form)) return false;
    if (!read_exact_array(cursor, parts)) return false;
    if (!cursor_integer(cursor, STORED_FORMAT, STORED_FORMAT, &format)) return false;
    return read_natural(cursor, seq) && cursor_integer(cursor, 0, VALUE_MAX, time);
}

static bool read_command_type(struct cursor *cursor, enum command_type *type)
{
    int64_t number;
    if (!cursor_integer(cursor, 0, UINT8_MAX, &number)) return false;
    *type = (enum command_type)number;
    return number == 0 || schema_command((unsigned)number);
}

bool stored_decode_entry(const void *data, size_t length, struct entry *entry)
{
    struct cursor cursor = cursor_new(data, length);
    *entry = (struct entry){0};
    if (read_head(&cursor, ENTRY_PARTS, &entry->seq, &entry->time) &&
        read_natural(&cursor, &entry->actor) && read_natural(&cursor, &entry->client) &&
        read_natural(&cursor, &entry->counter) && read_command_type(&cursor, &entry->command) &&
        decode_changes(&cursor, &entry->changes))
        return true;
    entry_clear(entry);
    return false;
}

void stored_snapshot_head(struct buffer *buffer, uint64_t seq, int64_t time)
{
    pack_array(buffer, SNAPSHOT_PARTS);
    pack_integer(buffer, STORED_FORMAT);
    pack_natural(buffer, seq);
    pack_integer(buffer, time);
}

void stored_snapshot_counters(struct buffer *buffer, size_t count)
{
    pack_array(buffer, count);
}

void stored_snapshot_counter(struct buffer *buffer, const struct counter *counter)
{
    pack_array(buffer, COUNTER_PARTS);
    pack_natural(buffer, counter->person);
    pack_natural(buffer, counter->client);
    pack_natural(buffer, counter->counter);
    pack_natural(buffer, counter->seq);
    pack_natural(buffer, counter->missed);
}

void stored_snapshot_records(struct buffer *buffer, size_t count)
{
    pack_array(buffer, count);
}

static bool read_missed(struct cursor *cursor, uint64_t *missed)
{
    int64_t bits;
    if (!cursor_integer(cursor, 0, INT64_MAX, &bits)) return false;
    *missed = (uint64_t)bits;
    return true;
}

static bool read_counter(struct cursor *cursor, uint64_t seq, struct counter *counter)
{
    size_t parts;
    *counter = (struct counter){.seq = seq};
    if (!cursor_array(cursor, &parts) || parts < COUNTER_PARTS_NO_SEQ || parts > COUNTER_PARTS)
        return false;
    return read_natural(cursor, &counter->person) && read_natural(cursor, &counter->client) &&
           counter->client && read_natural(cursor, &counter->counter) &&
           (parts < COUNTER_PARTS_HIGHEST || read_natural(cursor, &counter->seq)) &&
           (parts < COUNTER_PARTS || read_missed(cursor, &counter->missed));
}

static bool read_counters(struct cursor *cursor, const struct stored_reader *reader, uint64_t seq)
{
    size_t count;
    struct counter counter;
    if (!cursor_array(cursor, &count)) return false;
    for (; count; count--) {
        if (!read_counter(cursor, seq, &counter)) return false;
        reader->on_counter(reader->context, &counter);
    }
    return true;
}

static bool read_put(struct cursor *cursor, const struct stored_reader *reader)
{
    struct change put;
    if (!decode_change(cursor, &put)) return false;
    bool fits = put.operation == CHANGE_PUT;
    if (fits) reader->on_put(reader->context, &put);
    change_clear(&put);
    return fits;
}

static bool read_puts(struct cursor *cursor, const struct stored_reader *reader)
{
    size_t count;
    if (!cursor_array(cursor, &count)) return false;
    for (; count; count--)
        if (!read_put(cursor, reader)) return false;
    return true;
}

bool stored_decode_snapshot(const void *data, size_t length, const struct stored_reader *reader,
                            uint64_t *seq, int64_t *time)
{
    struct cursor cursor = cursor_new(data, length);
    return read_head(&cursor, SNAPSHOT_PARTS, seq, time) && read_counters(&cursor, reader, *seq) &&
           read_puts(&cursor, reader);
}
