/* One call of the journal at a time moves the position: an append (workshop.c), or one of
 *
 *   open ─▶ read ─▶ read … ─▶ workshop_opened
 *             │
 *             ├─ the journal has another epoch ........... forget all, open again
 *             ├─ the chain does not fit .................. open again; start a new epoch with what
 *             │                                            comes before the break
 *             ├─ the journal has less than we have ....... if its end is in our past, write the
 *             │                                            missing tail back, or, if that is too
 *             │                                            long gone, replace the history
 *             └─ the journal cannot be reached ........... again in a while
 *
 * While it is under way, history.busy holds back deciding. */
#include "live/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/log.h"
#include "core/state.h"
#include "live/fanout.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "wire/encode.h"
#include "wire/stored.h"

enum {
    READ_MOST = 4096,
    CHAIN_BYTES = 8,
    RETRY_FIRST = 100,   /* ms */
    RETRY_MOST = 2000,   /* ms */
    BEHIND_EVERY = 2000, /* ms; between looks into positions behind ours */
    VERIFY_EVERY = 10000 /* ms */
};

static const uint64_t chain_start = UINT64_C(0xcbf29ce484222325); /* FNV-1a's offset basis */

static struct journal *journal_of(const struct live_workshop *workshop)
{
    return workshop->service->journal;
}

/* ---- the chain ---- */

static uint64_t chain_on(uint64_t chain, const uint8_t *data, size_t length)
{
    for (size_t i = 0; i < length; i++) chain = (chain ^ data[i]) * UINT64_C(0x100000001b3);
    return chain;
}

static void put_chain(uint8_t *to, uint64_t chain)
{
    for (size_t i = 0; i < CHAIN_BYTES; i++) to[i] = (uint8_t)(chain >> (56 - 8 * i));
}

static uint64_t get_chain(const uint8_t *from)
{
    uint64_t chain = 0;
    for (size_t i = 0; i < CHAIN_BYTES; i++) chain = chain << 8 | from[i];
    return chain;
}

struct bytes *history_store(const struct entry *entry, uint64_t *chain)
{
    struct buffer buffer = {0};
    put_chain(buffer_grow(&buffer, CHAIN_BYTES), *chain);
    stored_encode_entry(&buffer, entry);
    *chain = chain_on(*chain, buffer.data + CHAIN_BYTES, buffer.length - CHAIN_BYTES);
    struct bytes *stored = bytes_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    return stored;
}

/* ---- snapshots ---- */

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

static void encode_snapshot(struct buffer *buffer, const struct live_workshop *workshop)
{
    const struct state *state = workshop->state;
    put_chain(buffer_grow(buffer, CHAIN_BYTES), workshop->history.chain);
    stored_snapshot_head(buffer, workshop->history.position.seq,
                         host_wall(workshop->service->host));
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

static bool decode_snapshot(struct live_workshop *workshop, const struct journal_opening *opening)
{
    const uint8_t *data = opening->snapshot.data;
    size_t length = opening->snapshot.length;
    struct stored_reader reader = {workshop->state, read_counter, read_put};
    uint64_t seq;
    int64_t time;
    if (length < CHAIN_BYTES ||
        !stored_decode_snapshot(data + CHAIN_BYTES, length - CHAIN_BYTES, &reader, &seq, &time) ||
        seq != opening->snapshot_seq)
        return false;
    workshop->history.chain = get_chain(data);
    return true;
}

static void on_kept(void *context, enum journal_status status, struct journal_position position)
{
    struct history *history = &((struct live_workshop *)context)->history;
    (void)position;
    history->keeping = false;
    if (status == JOURNAL_OK && history->keeping_seq > history->snapshot_seq)
        history->snapshot_seq = history->keeping_seq;
}

void history_snapshot(struct live_workshop *workshop, bool forced)
{
    struct history *history = &workshop->history;
    uint64_t since = history->position.seq - history->snapshot_seq;
    uint64_t enough = forced ? 1 : workshop->service->settings.snapshot_every;
    bool may = !history->keeping && !workshop->batch.count && !workshop->service->stopped;
    if (!may || since < enough) return;
    struct buffer buffer = {0};
    encode_snapshot(&buffer, workshop);
    history->keeping = true;
    history->keeping_seq = history->position.seq;
    journal_of(workshop)->calls->keep_snapshot(journal_of(workshop), workshop->id,
                                               history->position,
                                               (struct journal_bytes){buffer.data, buffer.length},
                                               on_kept, workshop);
    buffer_clear(&buffer);
}

/* ---- following ---- */

void history_look(struct live_workshop *workshop)
{
    struct history *history = &workshop->history;
    if (history->busy || !history->has_heard || workshop->phase != WORKSHOP_READY) return;
    if (workshop->service->stopped) return;
    struct journal_position heard = history->heard, here = history->position;
    history->has_heard = false;
    bool ahead = heard.epoch != here.epoch || heard.seq > here.seq;
    bool behind = heard.epoch == here.epoch && heard.seq < here.seq;
    int64_t now = host_steady(workshop->service->host);
    /* What comes late is behind too: looked into, but not each time. */
    if (behind && now - history->verified_at < BEHIND_EVERY) return;
    if (ahead || behind) history_catch_up(workshop);
}

void history_verify(struct live_workshop *workshop)
{
    const struct history *history = &workshop->history;
    int64_t since = host_steady(workshop->service->host) - history->verified_at;
    bool may = workshop->phase == WORKSHOP_READY && workshop->members && !history->busy;
    if (may && since >= VERIFY_EVERY) history_catch_up(workshop);
}

bool history_is_fresh(struct live_workshop *workshop, uint64_t *question)
{
    struct history *history = &workshop->history;
    if (!*question) *question = history->asked + 1;
    if (history->answered >= *question) return true;
    if (workshop->phase != WORKSHOP_READY || history->busy) return false;
    if (history->yields && workshop->queue.first) return false;
    history->yields = true;
    history_catch_up(workshop);
    return false;
}

static bool is_before(struct journal_position left, struct journal_position right)
{
    return left.epoch != right.epoch ? left.epoch < right.epoch : left.seq < right.seq;
}

/* What was said before may come later. */
static void on_position(void *context, struct journal_position position)
{
    struct live_workshop *workshop = context;
    struct history *history = &workshop->history;
    if (!history->has_heard || is_before(history->heard, position)) history->heard = position;
    history->has_heard = true;
    history_look(workshop);
}

static void on_whisper(void *context, struct journal_bytes bytes)
{
    presence_heard(context, bytes);
}

/* ---- opening ---- */

static void forget(struct live_workshop *workshop)
{
    state_free(workshop->state);
    workshop->state = state_new();
    workshop->history.position = (struct journal_position){0};
    workshop->history.chain = chain_start;
    workshop->history.snapshot_seq = 0;
    workshop->history.keeping_seq = 0; /* one under way is of the state that was */
}

static void fail(struct live_workshop *workshop, enum close_code code)
{
    workshop->history.busy = false;
    workshop_failed(workshop, code);
}

static void on_open(void *context, enum journal_status status,
                    const struct journal_opening *opening)
{
    struct live_workshop *workshop = context;
    struct history *history = &workshop->history;
    if (workshop->service->stopped) return;
    if (status == JOURNAL_ABSENT) fail(workshop, CLOSE_UNKNOWN_WORKSHOP);
    else if (status == JOURNAL_DAMAGED) fail(workshop, CLOSE_DAMAGED);
    else if (status != JOURNAL_OK && history->rewritten) history_retry(workshop);
    else if (status != JOURNAL_OK) fail(workshop, CLOSE_UNAVAILABLE);
    if (status != JOURNAL_OK) return;

    uint64_t seq = opening->snapshot_seq;
    if (seq && !decode_snapshot(workshop, opening)) {
        log_warning("workshop %llu: its snapshot cannot be read; reading its whole journal",
                    (unsigned long long)workshop->id);
        forget(workshop);
        seq = 0;
    }
    history->position = (struct journal_position){opening->position.epoch, seq};
    history->snapshot_seq = seq;
    fanout_reset(workshop, seq);
    history_catch_up(workshop);
}

static void open_from_journal(struct live_workshop *workshop)
{
    forget(workshop);
    workshop->history.busy = true;
    journal_of(workshop)->calls->open(journal_of(workshop), workshop->id, on_open, workshop);
}

static void on_retry(void *context)
{
    struct live_workshop *workshop = context;
    if (workshop->service->stopped) return;
    if (workshop->history.position.epoch) history_catch_up(workshop);
    else open_from_journal(workshop);
}

void history_open(struct live_workshop *workshop)
{
    struct history *history = &workshop->history;
    history->retry = host_timer(workshop->service->host, on_retry, workshop);
    history->follower = (struct journal_follower){workshop, on_position, on_whisper};
    journal_of(workshop)->calls->follow(journal_of(workshop), workshop->id, &history->follower);
    open_from_journal(workshop);
}

void history_unfollow(struct live_workshop *workshop)
{
    journal_of(workshop)->calls->unfollow(journal_of(workshop), workshop->id);
}

void history_close(struct live_workshop *workshop)
{
    bool stopped = workshop->service->stopped;
    CHECK(stopped || (!workshop->history.busy && !workshop->history.keeping));
    if (!stopped) history_unfollow(workshop);
    host_timer_free(workshop->service->host, workshop->history.retry);
    workshop->history.retry = NULL;
}

/* Everything known is void: the history was rewritten, or ours has parted from it. What the
 * journal had said before is told before, so that no answer comes without its effect. */
static void open_again(struct live_workshop *workshop)
{
    fanout_flush(workshop);
    workshop->phase = WORKSHOP_OPENING;
    workshop->history.rewritten = true;
    open_from_journal(workshop);
}

/* ---- catching up ---- */

static void on_read(void *context, enum journal_status status, const struct journal_run *run);

static void caught_up(struct live_workshop *workshop);

void history_catch_up(struct live_workshop *workshop)
{
    workshop->history.busy = true;
    if (workshop->service->stopped) return;
    workshop->history.asked++;
    workshop->history.verified_at = host_steady(workshop->service->host);
    journal_of(workshop)->calls->read(journal_of(workshop), workshop->id,
                                      workshop->history.position.seq, READ_MOST, on_read, workshop);
}

void history_retry(struct live_workshop *workshop)
{
    struct history *history = &workshop->history;
    history->busy = true;
    if (workshop->service->stopped) return;
    history->retry_delay = history->retry_delay ? history->retry_delay * 2 : RETRY_FIRST;
    if (history->retry_delay > RETRY_MOST) history->retry_delay = RETRY_MOST;
    host_timer_start(workshop->service->host, history->retry, history->retry_delay);
}

enum taken { TAKEN, TAKEN_PARTED, TAKEN_DAMAGED };

static enum taken take_entry(struct live_workshop *workshop, uint64_t seq,
                             struct journal_bytes bytes)
{
    struct history *history = &workshop->history;
    const uint8_t *data = bytes.data;
    if (bytes.length < CHAIN_BYTES) return TAKEN_DAMAGED;
    if (get_chain(data) != history->chain) return TAKEN_PARTED;
    struct entry entry;
    if (!stored_decode_entry(data + CHAIN_BYTES, bytes.length - CHAIN_BYTES, &entry))
        return TAKEN_DAMAGED;
    struct tellings tellings;
    bool fits = entry.seq == seq && state_apply_entry(workshop->state, &entry, NULL, &tellings);
    if (fits) {
        history->position.seq = seq;
        history->chain = chain_on(history->chain, data + CHAIN_BYTES, bytes.length - CHAIN_BYTES);
        workshop_entered(workshop, &entry, &tellings, bytes_new(bytes.data, bytes.length));
        tellings_clear(&tellings);
    }
    entry_clear(&entry);
    return fits ? TAKEN : TAKEN_DAMAGED;
}

static void replace(struct live_workshop *workshop, struct journal_position expected);

/* Ours is not what the journal has: it is read anew. */
static void part(struct live_workshop *workshop)
{
    workshop->history.diverged = true;
    open_again(workshop);
}

/* The journal itself has parted: behind its loss somebody wrote on who did not know of it. What
 * they wrote stands on what is gone, so it ends here. */
static void on_parted(struct live_workshop *workshop, struct journal_position end)
{
    if (workshop->phase == WORKSHOP_READY) part(workshop);
    else replace(workshop, end);
}

/* False when the journal's word and ours have parted, or it cannot be read; then what is to be
 * done about it is under way. */
static bool take_run(struct live_workshop *workshop, const struct journal_run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        enum taken taken = TAKEN_DAMAGED;
        if (run->first + i == workshop->history.position.seq + 1)
            taken = take_entry(workshop, run->first + i, run->entries[i]);
        if (taken == TAKEN) continue;
        if (taken == TAKEN_PARTED) on_parted(workshop, run->position);
        else fail(workshop, CLOSE_DAMAGED);
        return false;
    }
    return true;
}

/* ---- giving back ---- */

static void on_given_back(void *context, enum journal_status status,
                          struct journal_position position)
{
    struct live_workshop *workshop = context;
    if (workshop->service->stopped) return;
    if (status != JOURNAL_OK) {
        history_retry(workshop);
        return;
    }
    log_warning("workshop %llu: the journal had lost entries; written back up to %llu",
                (unsigned long long)workshop->id, (unsigned long long)position.seq);
    caught_up(workshop);
}

static void on_replaced(void *context, enum journal_status status, struct journal_position position)
{
    struct live_workshop *workshop = context;
    if (workshop->service->stopped) return;
    if (status != JOURNAL_OK) {
        history_retry(workshop);
        return;
    }
    log_warning("workshop %llu: its journal was rewritten; its epoch is now %llu",
                (unsigned long long)workshop->id, (unsigned long long)position.epoch);
    workshop->history.position = position;
    workshop->history.snapshot_seq = position.seq;
    workshop->history.diverged = false;
    workshop->history.rewritten = true;
    caught_up(workshop);
}

/* The state we have becomes the history that there is. */
static void replace(struct live_workshop *workshop, struct journal_position expected)
{
    struct buffer buffer = {0};
    encode_snapshot(&buffer, workshop);
    journal_of(workshop)->calls->replace(journal_of(workshop), workshop->id, expected,
                                         (struct journal_bytes){buffer.data, buffer.length},
                                         workshop->history.position.seq + 1, NULL, 0, on_replaced,
                                         workshop);
    buffer_clear(&buffer);
}

static void give_back(struct live_workshop *workshop)
{
    struct journal_position lost_at = workshop->history.lost_at;
    size_t count = (size_t)(workshop->history.position.seq - lost_at.seq);
    struct journal_bytes *entries = allocate(count * sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        const struct bytes *stored = tail_stored(&workshop->fanout.tail, lost_at.seq + 1 + i);
        entries[i] = (struct journal_bytes){stored->data, stored->length};
    }
    journal_of(workshop)->calls->append(journal_of(workshop), workshop->id, lost_at, entries, count,
                                        on_given_back, workshop);
    free(entries);
}

/* Whether this last entry of the journal is the one before the first that it lacks. */
static bool is_our_past(const struct live_workshop *workshop, struct journal_bytes last)
{
    const struct bytes *next =
        tail_stored(&workshop->fanout.tail, workshop->history.lost_at.seq + 1);
    const uint8_t *data = last.data;
    if (last.length < CHAIN_BYTES) return false;
    return chain_on(get_chain(data), data + CHAIN_BYTES, last.length - CHAIN_BYTES) ==
           get_chain((const uint8_t *)next->data);
}

static void on_last(void *context, enum journal_status status, const struct journal_run *run)
{
    struct live_workshop *workshop = context;
    struct journal_position lost_at = workshop->history.lost_at;
    if (workshop->service->stopped) return;
    if (status == JOURNAL_DAMAGED) replace(workshop, lost_at);
    else if (status != JOURNAL_OK) history_retry(workshop);
    else if (run->position.epoch != lost_at.epoch || run->position.seq != lost_at.seq)
        history_catch_up(workshop);
    else if (!run->count) replace(workshop, lost_at); /* a snapshot stands in its place */
    else if (is_our_past(workshop, run->entries[0])) give_back(workshop);
    else part(workshop);
}

/* The store has lost entries. Somebody else may have written there since, so that its end is not
 * in our past: it is looked at before anything is put behind it. */
static void on_less(struct live_workshop *workshop, struct journal_position lost_at)
{
    workshop->history.lost_at = lost_at;
    if (!tail_stored(&workshop->fanout.tail, lost_at.seq + 1)) replace(workshop, lost_at);
    else if (!lost_at.seq) give_back(workshop);
    else
        journal_of(workshop)->calls->read(journal_of(workshop), workshop->id, lost_at.seq - 1, 1,
                                          on_last, workshop);
}

static void on_created(void *context, enum journal_status status, struct journal_position position)
{
    struct live_workshop *workshop = context;
    if (workshop->service->stopped) return;
    if (status == JOURNAL_OK) replace(workshop, position);
    else history_retry(workshop);
}

/* ---- one answer of the journal ---- */

static void caught_up(struct live_workshop *workshop)
{
    struct history *history = &workshop->history;
    history->busy = false;
    history->answered = history->asked;
    history->retry_delay = 0;
    workshop_stir(workshop);
    if (workshop->phase == WORKSHOP_OPENING || history->rewritten) workshop_opened(workshop);
    if (workshop->phase == WORKSHOP_READY) history_look(workshop);
}

static void on_missing(struct live_workshop *workshop)
{
    if (workshop->phase == WORKSHOP_READY)
        journal_of(workshop)->calls->create(journal_of(workshop), workshop->id, on_created,
                                            workshop);
    else fail(workshop, CLOSE_UNKNOWN_WORKSHOP);
}

static void on_run(struct live_workshop *workshop, const struct journal_run *run)
{
    struct history *history = &workshop->history;
    if (run->position.epoch != history->position.epoch) {
        history->diverged = false; /* somebody has started a new epoch already */
        open_again(workshop);
    } else if (run->position.seq < history->position.seq) on_less(workshop, run->position);
    else if (!run->count && history->position.seq < run->position.seq)
        fail(workshop, CLOSE_DAMAGED); /* what stood for the entries before was not understood */
    else if (!take_run(workshop, run)) return;
    else if (history->position.seq < run->position.seq) history_catch_up(workshop);
    else if (history->diverged) replace(workshop, run->position);
    else caught_up(workshop);
}

static void on_read(void *context, enum journal_status status, const struct journal_run *run)
{
    struct live_workshop *workshop = context;
    if (workshop->service->stopped) return;
    switch (status) {
    case JOURNAL_OK: on_run(workshop, run); return;
    case JOURNAL_ABSENT: on_missing(workshop); return;
    case JOURNAL_DAMAGED: fail(workshop, CLOSE_DAMAGED); return;
    case JOURNAL_UNAVAILABLE:
    case JOURNAL_CONFLICT:
    case JOURNAL_EXISTS: break;
    }
    if (workshop->phase == WORKSHOP_OPENING && !workshop->history.rewritten)
        fail(workshop, CLOSE_UNAVAILABLE);
    else history_retry(workshop);
}
