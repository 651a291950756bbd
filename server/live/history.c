/* One call of the journal at a time moves the position: an append, or one of
 *
 *   open ─▶ read ─▶ read … ─▶ opened
 *             │
 *             ├─ the journal has another epoch ........... forget all, open again
 *             ├─ its head is not where ours leads ........ open again; start a new epoch with what
 *             │                                            the journal has
 *             ├─ the journal has less than we have ....... if its end is in our past, write the
 *             │                                            missing tail back, or, if that is too
 *             │                                            long gone, start a new epoch
 *             └─ the journal cannot be reached ........... again in a while
 *
 * While it is under way, busy holds back deciding. What an append came to is told when it is
 * certain; what is not (a lost race, no answer) is taken back by whoever decided it, and then the
 * journal is read: it may have it after all. */
#include "live/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"
#include "base/log.h"
#include "core/state.h"
#include "journal/chain.h"
#include "live/host.h"
#include "live/registry.h"
#include "live/snapshot.h"
#include "live/strange.h"
#include "live/tail.h"
#include "wire/stored.h"

enum {
    READ_MOST = 4096,
    RETRY_FIRST = 100,    /* ms */
    RETRY_MOST = 2000,    /* ms */
    BEHIND_EVERY = 2000,  /* ms; between looks into positions behind ours */
    VERIFY_EVERY = 10000, /* ms */
    PARTINGS_MOST = 6,    /* what is read anew so often and never fits is damaged */
};

static void catch_up(struct history *history);
static void retry_later(struct history *history);

static struct journal *journal_of(const struct history *history)
{
    return history->service->journal;
}

struct bytes *history_store(const struct entry *entry)
{
    struct buffer buffer = {0};
    stored_encode_entry(&buffer, entry);
    struct bytes *stored = bytes_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    return stored;
}

/* ---- snapshots ---- */

static void on_kept(void *context, enum journal_status status, struct journal_position position)
{
    struct history *history = context;
    (void)position;
    history->keeping = false;
    if (status == JOURNAL_OK && history->keeping_seq > history->snapshot_seq)
        history->snapshot_seq = history->keeping_seq;
}

void history_snapshot(struct history *history, bool forced)
{
    uint64_t since = history->position.seq - history->snapshot_seq;
    uint64_t enough = forced ? 1 : history->service->settings.snapshot_every;
    bool may = !history->keeping && !history->busy && !history->service->stopped;
    if (!may || since < enough) return;
    struct buffer buffer = {0};
    snapshot_store(&buffer, history->state, history->position.seq,
                   host_wall(history->service->host));
    history->keeping = true;
    history->keeping_seq = history->position.seq;
    journal_of(history)->calls->keep_snapshot(journal_of(history), history->workshop,
                                              history->position,
                                              (struct journal_bytes){buffer.data, buffer.length},
                                              on_kept, history);
    buffer_clear(&buffer);
}

/* ---- following ---- */

bool history_is_quiet(const struct history *history)
{
    return !history->busy && !history->keeping;
}

static void look(struct history *history)
{
    if (history->busy || !history->has_heard || history->phase != HISTORY_READY) return;
    if (history->service->stopped) return;
    struct journal_position heard = history->heard, here = history->position;
    history->has_heard = false;
    bool ahead = heard.epoch != here.epoch || heard.seq > here.seq;
    bool behind = !ahead && !journal_position_equal(&heard, &here);
    int64_t now = host_steady(history->service->host);
    /* What comes late is behind too: looked into, but not each time. */
    if (behind && now - history->verified_at < BEHIND_EVERY) return;
    if (ahead || behind) catch_up(history);
}

void history_verify(struct history *history)
{
    int64_t since = host_steady(history->service->host) - history->verified_at;
    bool may = history->phase == HISTORY_READY && !history->busy;
    if (may && since >= VERIFY_EVERY) catch_up(history);
}

bool history_is_fresh(const struct history *history, uint64_t *question)
{
    if (!*question) *question = history->asked + 1;
    return history->answered >= *question;
}

bool history_ask(struct history *history)
{
    if (history->phase != HISTORY_READY || history->busy) return false;
    catch_up(history);
    return true;
}

static bool is_before(struct journal_position left, struct journal_position right)
{
    return left.epoch != right.epoch ? left.epoch < right.epoch : left.seq < right.seq;
}

/* What was said before may come later. */
static void on_position(void *context, struct journal_position position)
{
    struct history *history = context;
    if (!history->has_heard || is_before(history->heard, position)) history->heard = position;
    history->has_heard = true;
    look(history);
}

static void on_whisper(void *context, struct journal_bytes bytes)
{
    const struct history *history = context;
    history->events->heard(history->context, bytes);
}

/* ---- opening ---- */

static void forget(struct history *history)
{
    state_free(history->state);
    history->state = state_new();
    history->position = (struct journal_position){0};
    history->snapshot_seq = 0;
    history->keeping_seq = 0; /* one under way is of the state that was */
}

void history_fail(struct history *history, enum close_code code)
{
    history->busy = false;
    history->phase = HISTORY_GONE;
    history->events->failed(history->context, code);
}

static void on_newer(struct history *history)
{
    log_error(
        "workshop %llu: its store is of a format that a newer Archipel writes; start that one "
        "here too (the store was left as it is)",
        (unsigned long long)history->workshop);
    history_fail(history, CLOSE_OUTDATED);
}

static void on_open(void *context, enum journal_status status,
                    const struct journal_opening *opening)
{
    struct history *history = context;
    if (history->service->stopped) return;
    if (status == JOURNAL_ABSENT) history_fail(history, CLOSE_UNKNOWN_WORKSHOP);
    else if (status == JOURNAL_DAMAGED) history_fail(history, CLOSE_DAMAGED);
    else if (status == JOURNAL_NEWER) on_newer(history);
    else if (status != JOURNAL_OK && history->rewritten) retry_later(history);
    else if (status != JOURNAL_OK) history_fail(history, CLOSE_UNAVAILABLE);
    if (status != JOURNAL_OK) return;

    uint64_t seq = opening->snapshot_seq;
    if (seq && !snapshot_read(history->state, opening)) {
        if (strange_snapshot(history->workshop, opening->snapshot) == CLOSE_OUTDATED) {
            history_fail(history, CLOSE_OUTDATED);
            return;
        }
        log_warning("workshop %llu: its snapshot cannot be read; reading its whole journal",
                    (unsigned long long)history->workshop);
        forget(history);
        seq = 0;
    }
    history->position =
        (struct journal_position){opening->position.epoch, seq, opening->snapshot_head};
    if (!seq) history->position.head = (struct digest){0};
    history->snapshot_seq = seq;
    history->events->begun(history->context);
    catch_up(history);
}

static void open_from_journal(struct history *history)
{
    forget(history);
    history->busy = true;
    journal_of(history)->calls->open(journal_of(history), history->workshop, on_open, history);
}

static void on_retry(void *context)
{
    struct history *history = context;
    if (history->service->stopped) return;
    if (history->position.epoch) catch_up(history);
    else open_from_journal(history);
}

void history_open(struct history *history, struct service *service, uint64_t workshop,
                  const struct tail *tail, const struct history_events *events, void *context)
{
    *history = (struct history){.service = service,
                                .workshop = workshop,
                                .tail = tail,
                                .events = events,
                                .context = context};
    history->retry = host_timer(history->service->host, on_retry, history);
    history->follower = (struct journal_follower){history, on_position, on_whisper};
    journal_of(history)->calls->follow(journal_of(history), history->workshop, &history->follower);
    open_from_journal(history);
}

void history_unfollow(struct history *history)
{
    journal_of(history)->calls->unfollow(journal_of(history), history->workshop);
}

void history_close(struct history *history)
{
    bool stopped = history->service->stopped;
    CHECK(stopped || (!history->busy && !history->keeping));
    if (!stopped) history_unfollow(history);
    host_timer_free(history->service->host, history->retry);
    history->retry = NULL;
    state_free(history->state);
    history->state = NULL;
}

/* Everything known is void: the history was rewritten, or ours has parted from it. What the
 * journal had said before is told before, so that no answer comes without its effect. */
static void open_again(struct history *history)
{
    history->events->ending(history->context);
    history->phase = HISTORY_OPENING;
    history->rewritten = true;
    open_from_journal(history);
}

/* ---- writing ---- */

static void on_appended(void *context, enum journal_status status, struct journal_position position)
{
    struct history *history = context;
    history->busy = false;
    if (status == JOURNAL_OK) history->position = position;
    history->events->appended(history->context, status);
    if (status == JOURNAL_OK) look(history);
    else if (status == JOURNAL_CONFLICT) catch_up(history);
    else retry_later(history);
}

void history_append(struct history *history, const struct journal_bytes *entries, size_t count)
{
    CHECK(history->phase == HISTORY_READY && !history->busy);
    history->busy = true;
    journal_of(history)->calls->append(journal_of(history), history->workshop, history->position,
                                       entries, count, on_appended, history);
}

/* ---- catching up ---- */

static void on_read(void *context, enum journal_status status, const struct journal_run *run);

static void caught_up(struct history *history);

static void catch_up(struct history *history)
{
    history->busy = true;
    if (history->service->stopped) return;
    history->asked++;
    history->verified_at = host_steady(history->service->host);
    journal_of(history)->calls->read(journal_of(history), history->workshop, history->position.seq,
                                     READ_MOST, on_read, history);
}

static void retry_later(struct history *history)
{
    history->busy = true;
    if (history->service->stopped) return;
    history->retry_delay = history->retry_delay ? history->retry_delay * 2 : RETRY_FIRST;
    if (history->retry_delay > RETRY_MOST) history->retry_delay = RETRY_MOST;
    host_timer_start(history->service->host, history->retry, history->retry_delay);
}

static bool take_entry(struct history *history, uint64_t seq, struct journal_bytes bytes)
{
    struct entry entry;
    if (!stored_decode_entry(bytes.data, bytes.length, &entry)) return false;
    struct tellings tellings;
    bool fits = entry.seq == seq && state_apply_entry(history->state, &entry, NULL, &tellings);
    if (fits) {
        history->position.seq = seq;
        history->position.head = chain_after(&history->position.head, bytes);
        history->events->entered(history->context, &entry, &tellings,
                                 bytes_new(bytes.data, bytes.length));
        tellings_clear(&tellings);
    }
    entry_clear(&entry);
    return fits;
}

static void replace(struct history *history, struct journal_position expected);

/* Ours is not what the journal has: it is read anew. */
static void part(struct history *history)
{
    history->diverged = true;
    open_again(history);
}

/* Ours is a snapshot, of a history that somebody has just taken another one's place of. */
static void on_parted(struct history *history)
{
    if (history->phase == HISTORY_READY) {
        part(history);
    } else if (++history->partings >= PARTINGS_MOST) {
        history_fail(history, CLOSE_DAMAGED); /* no: of no history at all */
    } else {
        forget(history);
        retry_later(history);
    }
}

/* False when it cannot be read; then it has failed. */
static bool take_run(struct history *history, const struct journal_run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        bool next = run->first + i == history->position.seq + 1;
        if (next && take_entry(history, run->first + i, run->entries[i])) continue;
        history_fail(history,
                     next ? strange_entry(history->workshop, run->entries[i]) : CLOSE_DAMAGED);
        return false;
    }
    return true;
}

/* ---- giving back ---- */

static void on_given_back(void *context, enum journal_status status,
                          struct journal_position position)
{
    struct history *history = context;
    if (history->service->stopped) return;
    if (status != JOURNAL_OK) {
        retry_later(history);
        return;
    }
    log_warning("workshop %llu: the journal had lost entries; written back up to %llu",
                (unsigned long long)history->workshop, (unsigned long long)position.seq);
    history->service->metrics.tails_given_back++;
    caught_up(history);
}

static void on_replaced(void *context, enum journal_status status, struct journal_position position)
{
    struct history *history = context;
    if (history->service->stopped) return;
    if (status != JOURNAL_OK) {
        retry_later(history);
        return;
    }
    log_error("workshop %llu: its journal has lost confirmed entries that nobody could write back; "
              "it goes on with what there is, in epoch %llu",
              (unsigned long long)history->workshop, (unsigned long long)position.epoch);
    history->service->metrics.epochs_begun++;
    history->events->ending(history->context);
    history->position = position;
    history->events->begun(history->context);
    history->snapshot_seq = position.seq;
    history->diverged = false;
    history->rewritten = true;
    caught_up(history);
}

static uint64_t higher(uint64_t left, uint64_t right)
{
    return left > right ? left : right;
}

/* The state we have becomes the history that there is, in an epoch that never was. */
static void replace(struct history *history, struct journal_position expected)
{
    struct buffer buffer = {0};
    snapshot_store(&buffer, history->state, history->position.seq,
                   host_wall(history->service->host));
    uint64_t seen = higher(history->epoch_seen, history->position.epoch);
    struct journal_history next = {
        .epoch = higher(seen, expected.epoch) + 1,
        .first = history->position.seq + 1,
        .before = history->position.head,
        .snapshot = {buffer.data, buffer.length},
    };
    journal_of(history)->calls->replace(journal_of(history), history->workshop, expected, &next,
                                        on_replaced, history);
    buffer_clear(&buffer);
}

bool history_begin_epoch(struct history *history, uint64_t epoch_seen)
{
    if (history->phase != HISTORY_READY || history->busy) return false;
    history->epoch_seen = higher(history->epoch_seen, epoch_seen);
    history->busy = true;
    replace(history, history->position);
    return true;
}

static void give_back(struct history *history, struct journal_position lost_at)
{
    const struct tail *tail = history->tail;
    size_t count = (size_t)(history->position.seq - lost_at.seq);
    struct journal_bytes *entries = allocate(count * sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        const struct bytes *stored = tail_at(tail, tail_place(tail, lost_at.seq + 1 + i))->stored;
        entries[i] = (struct journal_bytes){stored->data, stored->length};
    }
    journal_of(history)->calls->append(journal_of(history), history->workshop, lost_at, entries,
                                       count, on_given_back, history);
    free(entries);
}

/* The store has lost entries. Somebody else may have written there since, so that its end is not
 * in our past. */
static void on_less(struct history *history, struct journal_position lost_at)
{
    const struct digest *head = tail_head(history->tail, lost_at.seq);
    if (!head) replace(history, lost_at);
    else if (digest_equal(head, &lost_at.head)) give_back(history, lost_at);
    else on_parted(history);
}

static void on_created(void *context, enum journal_status status, struct journal_position position)
{
    struct history *history = context;
    if (history->service->stopped) return;
    if (status == JOURNAL_OK) replace(history, position);
    else retry_later(history);
}

/* ---- one answer of the journal ---- */

static void caught_up(struct history *history)
{
    history->busy = false;
    history->answered = history->asked;
    history->retry_delay = 0;
    history->partings = 0;
    if (history->phase == HISTORY_OPENING || history->rewritten) {
        bool anew = history->rewritten;
        history->phase = HISTORY_READY;
        history->rewritten = false;
        history->events->opened(history->context, anew);
    }
    history->events->freed(history->context);
    look(history);
}

static void on_missing(struct history *history)
{
    if (history->phase == HISTORY_READY)
        journal_of(history)->calls->create(journal_of(history), history->workshop, on_created,
                                           history);
    else history_fail(history, CLOSE_UNKNOWN_WORKSHOP);
}

/* Whether what the journal has goes on from where we are; or we are at its end. */
static bool goes_on(const struct history *history, const struct journal_run *run)
{
    const struct digest *before = run->count ? &run->before : &run->position.head;
    return digest_equal(before, &history->position.head);
}

static void on_run(struct history *history, const struct journal_run *run)
{
    if (run->position.epoch != history->position.epoch) {
        history->diverged = false; /* somebody has started a new epoch already */
        open_again(history);
    } else if (run->position.seq < history->position.seq) on_less(history, run->position);
    else if (!run->count && history->position.seq < run->position.seq)
        history_fail(history, CLOSE_DAMAGED); /* what stood for what came before is not read */
    else if (!goes_on(history, run)) on_parted(history);
    else if (!take_run(history, run)) return;
    else if (history->position.seq < run->position.seq) catch_up(history);
    else if (history->diverged) replace(history, run->position);
    else caught_up(history);
}

static void on_read(void *context, enum journal_status status, const struct journal_run *run)
{
    struct history *history = context;
    if (history->service->stopped) return;
    switch (status) {
    case JOURNAL_OK: on_run(history, run); return;
    case JOURNAL_ABSENT: on_missing(history); return;
    case JOURNAL_DAMAGED: history_fail(history, CLOSE_DAMAGED); return;
    case JOURNAL_NEWER: on_newer(history); return;
    case JOURNAL_UNAVAILABLE:
    case JOURNAL_CONFLICT:
    case JOURNAL_EXISTS: break;
    }
    if (history->phase == HISTORY_OPENING && !history->rewritten)
        history_fail(history, CLOSE_UNAVAILABLE);
    else retry_later(history);
}
