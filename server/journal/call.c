/* What is given is copied, since the caller may let go of it when the call returns. A call waits
 * in one queue after the other and is told once, by call_complete. */
#include "journal/call.h"

#include <stdlib.h>

#include "base/check.h"
#include "journal/chain.h"

#define READ_LIMIT 4096

void calls_push(struct calls *calls, struct call *call)
{
    CHECK(!call->next);
    if (calls->last) calls->last->next = call;
    else calls->first = call;
    calls->last = call;
}

struct call *calls_pop(struct calls *calls)
{
    struct call *call = calls->first;
    if (!call) return NULL;
    calls->first = call->next;
    if (!calls->first) calls->last = NULL;
    call->next = NULL;
    return call;
}

static struct call *call_new(enum call_kind kind, uint64_t workshop, void *context)
{
    struct call *call = NEW(struct call);
    call->kind = kind;
    call->workshop = workshop;
    call->status = JOURNAL_UNAVAILABLE;
    call->context = context;
    return call;
}

static void take_entries(struct call *call, const struct journal_bytes *entries, size_t count)
{
    for (size_t at = 0; at < count; at++) pieces_add(&call->entries, entries[at]);
}

static void ask(struct journal *journal, struct call *call)
{
    journal->calls->ask(journal, call);
}

void call_create(struct journal *journal, uint64_t workshop, journal_on_done *done, void *context)
{
    struct call *call = call_new(CALL_CREATE, workshop, context);
    call->completion.done = done;
    ask(journal, call);
}

void call_open(struct journal *journal, uint64_t workshop, journal_on_open *open, void *context)
{
    struct call *call = call_new(CALL_OPEN, workshop, context);
    call->completion.open = open;
    ask(journal, call);
}

void call_append(struct journal *journal, uint64_t workshop, struct journal_position expected,
                 const struct journal_bytes *entries, size_t count, journal_on_done *done,
                 void *context)
{
    CHECK(count > 0);
    struct call *call = call_new(CALL_APPEND, workshop, context);
    call->expected = expected;
    call->epoch = expected.epoch;
    call->first = expected.seq + 1;
    call->before = expected.head;
    take_entries(call, entries, count);
    call->completion.done = done;
    ask(journal, call);
}

void call_read(struct journal *journal, uint64_t workshop, uint64_t after, size_t limit,
               journal_on_read *read, void *context)
{
    CHECK(limit >= 1 && limit <= READ_LIMIT);
    struct call *call = call_new(CALL_READ, workshop, context);
    call->first = after + 1;
    call->limit = limit;
    call->completion.read = read;
    ask(journal, call);
}

void call_keep_snapshot(struct journal *journal, uint64_t workshop,
                        struct journal_position position, struct journal_bytes snapshot,
                        journal_on_done *done, void *context)
{
    CHECK(snapshot.length > 0);
    struct call *call = call_new(CALL_KEEP_SNAPSHOT, workshop, context);
    call->expected = position;
    buffer_add(&call->snapshot, snapshot.data, snapshot.length);
    call->completion.done = done;
    ask(journal, call);
}

void call_replace(struct journal *journal, uint64_t workshop, struct journal_position expected,
                  const struct journal_history *history, journal_on_done *done, void *context)
{
    CHECK(history->first >= 1 && (history->snapshot.length > 0 || history->first == 1));
    CHECK(history->epoch > expected.epoch);
    struct call *call = call_new(CALL_REPLACE, workshop, context);
    call->expected = expected;
    call->epoch = history->epoch;
    call->first = history->first;
    call->before = history->before;
    buffer_add(&call->snapshot, history->snapshot.data, history->snapshot.length);
    take_entries(call, history->entries, history->count);
    call->completion.done = done;
    ask(journal, call);
}

void call_list(struct journal *journal, journal_on_list *list, void *context)
{
    struct call *call = call_new(CALL_LIST, 0, context);
    call->completion.list = list;
    ask(journal, call);
}

void call_put_sign(struct journal *journal, uint64_t sign, uint64_t workshop, journal_on_done *done,
                   void *context)
{
    struct call *call = call_new(CALL_PUT_SIGN, workshop, context);
    call->sign = sign;
    call->completion.done = done;
    ask(journal, call);
}

void call_find_sign(struct journal *journal, uint64_t sign, journal_on_list *list, void *context)
{
    struct call *call = call_new(CALL_FIND_SIGN, 0, context);
    call->sign = sign;
    call->completion.list = list;
    ask(journal, call);
}

void call_sign_leads(struct call *call, uint64_t workshop)
{
    call->status = workshop ? JOURNAL_OK : JOURNAL_ABSENT;
    if (call->kind == CALL_PUT_SIGN && workshop != call->workshop) call->status = JOURNAL_EXISTS;
    if (call->kind == CALL_FIND_SIGN && workshop)
        buffer_add(&call->workshops, &workshop, sizeof workshop);
}

struct journal_position call_base(const struct call *call)
{
    return (struct journal_position){call->epoch, call->first - 1, call->before};
}

struct journal_position call_end(const struct call *call)
{
    struct journal_position end = call_base(call);
    for (size_t at = 0; at < pieces_count(&call->entries); at++, end.seq++)
        end.head = chain_after(&end.head, pieces_at(&call->entries, at));
    return end;
}

static void tell_opening(struct call *call)
{
    struct journal_opening opening = {
        .position = call->position,
        .snapshot_seq = call->snapshot_seq,
        .snapshot_head = call->snapshot_head,
        .snapshot = {call->snapshot.data, call->snapshot.length},
    };
    call->completion.open(call->context, call->status, &opening);
}

static void tell_run(struct call *call)
{
    struct journal_bytes *entries = pieces_list(&call->entries);
    struct journal_run run = {
        .position = call->position,
        .first = call->first,
        .before = call->before,
        .entries = entries,
        .count = pieces_count(&call->entries),
    };
    call->completion.read(call->context, call->status, &run);
    free(entries);
}

static void tell_list(struct call *call)
{
    /* Buffers come from malloc and so are aligned for any number. */
    const void *workshops = call->workshops.data;
    call->completion.list(call->context, call->status, workshops,
                          call->workshops.length / sizeof(uint64_t));
}

static void tell(struct call *call)
{
    switch (call->kind) {
    case CALL_OPEN: tell_opening(call); return;
    case CALL_READ: tell_run(call); return;
    case CALL_LIST:
    case CALL_FIND_SIGN: tell_list(call); return;
    case CALL_CREATE:
    case CALL_PUT_SIGN:
    case CALL_APPEND:
    case CALL_KEEP_SNAPSHOT:
    case CALL_REPLACE: call->completion.done(call->context, call->status, call->position); return;
    }
}

uint64_t call_run_length(const struct call *call, uint64_t first)
{
    if (call->first < first || call->first > call->position.seq) return 0;
    uint64_t left = call->position.seq - call->first + 1;
    return left < call->limit ? left : call->limit;
}

bool call_found(struct call *call, const struct digest *before, struct journal_bytes entry)
{
    if (!pieces_count(&call->entries)) call->before = call->reached = *before;
    if (!digest_equal(&call->reached, before)) return false;
    call->reached = chain_after(before, entry);
    pieces_add(&call->entries, entry);
    return true;
}

bool call_run_fits(const struct call *call)
{
    size_t count = pieces_count(&call->entries);
    bool at_end = count && call->first - 1 + count == call->position.seq;
    return !at_end || digest_equal(&call->reached, &call->position.head);
}

/* Nobody gets half of what was found. */
static void forget_findings(struct call *call)
{
    call->snapshot_seq = 0;
    call->snapshot_head = (struct digest){0};
    buffer_clear(&call->workshops);
    if (call->kind == CALL_READ) {
        call->before = (struct digest){0};
        pieces_clear(&call->entries);
    }
    if (call->kind == CALL_OPEN) buffer_clear(&call->snapshot);
}

void call_forget_outcome(struct call *call)
{
    call->status = JOURNAL_UNAVAILABLE;
    call->position = (struct journal_position){0};
    forget_findings(call);
}

void call_complete(struct call *call)
{
    if (call->status != JOURNAL_OK) forget_findings(call);
    tell(call);
    pieces_clear(&call->entries);
    buffer_clear(&call->snapshot);
    buffer_clear(&call->workshops);
    free(call);
}
