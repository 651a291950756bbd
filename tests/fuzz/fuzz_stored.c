/* Any bytes as what a journal gives back: an entry, a snapshot. What is understood encodes to
 * bytes that are understood the same. */
#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/fields.h"
#include "core/methods/text_change.h"
#include "fuzz/fuzz.h"
#include "wire/encode.h"
#include "wire/stored.h"
#include "wire/utf8.h"

/* What fits a text makes a text of it, and can be taken back; what does not fit does nothing. */
static void check_edit(const struct bytes *edit, const char *words)
{
    struct bytes *text = bytes_from(words), *after, *inverse, *again;
    if (text_change_apply(edit, text, &after)) {
        inverse = text_change_invert(edit, text);
        CHECK(utf8_is_valid((const uint8_t *)bytes_text(after), bytes_length(after)));
        CHECK(text_change_apply(inverse, after, &again) && bytes_equal(text, again));
        bytes_drop(inverse);
        bytes_drop(again);
    } else CHECK(!after);
    bytes_drop(after);
    bytes_drop(text);
}

static void check_edits(const struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct field *field = change_edited(&changes->items[i]);
        if (changes->items[i].operation != CHANGE_EDIT) continue;
        const struct bytes *edit = field_bytes_of(field, &changes->items[i].body);
        check_edit(edit, "");
        check_edit(edit, "un atelier.");
        check_edit(edit, "a😀b\né");
    }
}

static void check_entry(const uint8_t *data, size_t length)
{
    struct entry entry, read;
    struct buffer first = {0}, second = {0};
    if (!stored_decode_entry(data, length, &entry)) {
        CHECK(!entry.changes.items);
        return;
    }
    check_edits(&entry.changes);
    stored_encode_entry(&first, &entry);
    CHECK(stored_decode_entry(first.data, first.length, &read));
    stored_encode_entry(&second, &read);
    CHECK(first.length == second.length && !memcmp(first.data, second.data, first.length));
    entry_clear(&entry);
    entry_clear(&read);
    buffer_clear(&first);
    buffer_clear(&second);
}

/* What a snapshot holds, written again. */
struct copy {
    struct buffer counters, records;
    size_t counter_count, record_count;
};

static void copy_counter(void *context, const struct counter *counter)
{
    struct copy *copy = context;
    copy->counter_count++;
    stored_snapshot_counter(&copy->counters, counter);
}

static void copy_put(void *context, const struct change *put)
{
    struct copy *copy = context;
    CHECK(put->operation == CHANGE_PUT && put->id);
    copy->record_count++;
    encode_change(&copy->records, put);
}

static bool copy_snapshot(const uint8_t *data, size_t length, struct buffer *to)
{
    struct copy copy = {0};
    struct stored_reader reader = {&copy, copy_counter, copy_put};
    uint64_t seq;
    int64_t time;
    bool read = stored_decode_snapshot(data, length, &reader, &seq, &time);
    if (read) {
        stored_snapshot_head(to, seq, time);
        stored_snapshot_counters(to, copy.counter_count);
        buffer_add(to, copy.counters.data, copy.counters.length);
        stored_snapshot_records(to, copy.record_count);
        buffer_add(to, copy.records.data, copy.records.length);
    }
    buffer_clear(&copy.counters);
    buffer_clear(&copy.records);
    return read;
}

static void check_snapshot(const uint8_t *data, size_t length)
{
    struct buffer first = {0}, second = {0};
    if (!copy_snapshot(data, length, &first)) return;
    CHECK(copy_snapshot(first.data, first.length, &second));
    CHECK(first.length == second.length && !memcmp(first.data, second.data, first.length));
    buffer_clear(&first);
    buffer_clear(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    check_entry(data, length);
    check_snapshot(data, length);
    return 0;
}
