/* Counters before records, as wire/stored.h has them; what is read goes into the state as it comes. */
#include "live/snapshot.h"

#include "base/buffer.h"
#include "core/state.h"
#include "journal/journal.h"
#include "wire/encode.h"
#include "wire/stored.h"

static void encode_counters(struct buffer *buffer, const struct counters *counters)
{
    size_t at = 0, count = 0;
    for (struct counter counter; counters_next(counters, &at, &counter);) count++;
    stored_snapshot_counters(buffer, count);
    at = 0;
    for (struct counter counter; counters_next(counters, &at, &counter);)
        stored_snapshot_counter(buffer, &counter);
}

static void encode_records(struct buffer *buffer, const struct state *state)
{
    size_t count = 0;
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) count += state_count(state, type);
    stored_snapshot_records(buffer, count);
    for (enum record_type type = 1; type <= RECORD_TYPES; type++)
        for (size_t i = 0; i < state_count(state, type); i++)
            encode_put(buffer, state_at(state, type, i));
}

void snapshot_store(struct buffer *buffer, const struct state *state, uint64_t seq, int64_t time)
{
    stored_snapshot_head(buffer, seq, time);
    encode_counters(buffer, state_counters(state));
    encode_records(buffer, state);
}

static void read_counter(void *context, const struct counter *counter)
{
    state_keep_counter(context, counter);
}

static void read_put(void *context, const struct change *put)
{
    state_apply(context, put, NULL);
}

bool snapshot_read(struct state *state, const struct journal_opening *opening)
{
    struct stored_reader reader = {state, read_counter, read_put};
    uint64_t seq;
    int64_t time;
    return stored_decode_snapshot(opening->snapshot.data, opening->snapshot.length, &reader, &seq,
                                  &time) &&
           seq == opening->snapshot_seq;
}
