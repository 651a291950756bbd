/* Any bytes as what a journal gives back: an entry, a snapshot. What is understood encodes to
 * bytes that are understood the same. */
#include <string.h>

#include "base/check.h"
#include "fuzz/fuzz.h"
#include "wire/encode.h"
#include "wire/stored.h"

static void check_entry(const uint8_t *data, size_t length)
{
    struct entry entry, read;
    struct buffer first = {0}, second = {0};
    if (!stored_decode_entry(data, length, &entry)) {
        CHECK(!entry.changes.items);
        return;
    }
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
