/*   try_code ──▶ sign ──journal──▶ workshop ──opened──▶ its code is this one ──▶ way_in
 *                          │ none                 │ another, none, or guessed at
 *                          └──────────────────────┴──▶ one wrong more, unknown_code
 *
 * A code that was guessed at too often leads in no more from that moment; its animators are told with
 * the next sweep. */
#include "live/codes.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/log.h"
#include "core/short_code.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/way.h"
#include "live/workshop.h"
#include "live/workshops.h"

/* A code that somebody typed, on its way to an answer. */
struct attempt {
    struct attempt *next;
    struct service *service;
    uint64_t connection;
    struct bytes *code;
    uint64_t workshop; /* where its sign leads; 0 for nowhere */
    uint64_t question; /* for workshop_is_fresh */
    enum { ASKED, FOUND, FAILED } stage;
};

/* The store holds a digest only, so that it tells no code. Whoever has it may try all codes: what is
 * secret is the key that the digest is made with. */
static uint64_t sign_of(const struct service *service, const struct bytes *code)
{
    struct secret key = secret_derive(&service->settings.organiser, "sign", 0, 0);
    struct digest digest = digest_keyed(&key, bytes_text(code), bytes_length(code));
    uint64_t sign = 0;
    for (size_t at = 0; at < 8; at++) sign = sign << 8 | digest.bytes[at];
    return (sign >> 11) + 1; /* as an id: never 0 */
}

/* ---- guessing ---- */

static void count_wrong(struct service *service)
{
    guesses_add(&service->guesses, host_wall(service->host));
    service->metrics.codes_wrong++;
}

static bool was_guessed_at(const struct service *service, const struct short_code *code)
{
    return guesses_are_many(&service->guesses, code->opened_at);
}

static void on_withdrawn(struct live_workshop *workshop, const struct submission *submission,
                         const struct decision *decision, uint64_t seq)
{
    (void)submission;
    if (decision->refusal || !seq) return;
    workshop->service->metrics.codes_withdrawn++;
    log_warning("workshop %llu: its short code is withdrawn, somebody tries codes",
                (unsigned long long)workshop->id);
}

/* Its animators are told by what becomes of the record. */
static void withdraw(struct live_workshop *workshop, struct bytes *code)
{
    struct submission *submission = NEW(struct submission);
    submission->command.type = COMMAND_WITHDRAW_CODE;
    submission->command.present = FIELD_BIT(WITHDRAW_CODE_WORKSHOP) | FIELD_BIT(WITHDRAW_CODE_CODE);
    submission->command.body.withdraw_code =
        (struct withdraw_code){.workshop = workshop->id, .code = bytes_keep(code)};
    submission->client = counters_client(UINT64_MAX, host_random_id(workshop->service->host));
    submission->counter = 1;
    submission->answer = on_withdrawn;
    submission->context = (struct context){.role = ROLE_ORGANISER};
    workshop_submit(workshop, submission);
}

/* ---- trying ---- */

static void attempt_free(struct attempt *attempt)
{
    bytes_drop(attempt->code);
    free(attempt);
}

static void on_found(void *context, enum journal_status status, const uint64_t *workshops,
                     size_t count)
{
    struct attempt *attempt = context;
    attempt->stage = status == JOURNAL_UNAVAILABLE ? FAILED : FOUND;
    attempt->workshop = status == JOURNAL_OK && count ? workshops[0] : 0;
}

void codes_try(struct connection *connection, const struct bytes *code)
{
    struct service *service = connection->service;
    if (!short_code_is_one(code)) { /* nobody's: a slip of the hand, and no guess */
        member_end(connection, CLOSE_UNKNOWN_CODE);
        return;
    }
    struct attempt *attempt = NEW(struct attempt);
    *attempt = (struct attempt){.next = service->attempts,
                                .service = service,
                                .connection = connection->id,
                                .code = bytes_new(bytes_text(code), bytes_length(code))};
    service->attempts = attempt;
    connection->phase = CONNECTION_TRYING;
    service->journal->calls->find_sign(service->journal, sign_of(service, code), on_found, attempt);
}

/* In constant time. */
static bool is_same(const struct bytes *left, const struct bytes *right)
{
    struct secret one = {0}, other = {0};
    CHECK(bytes_length(left) <= SECRET_BYTES && bytes_length(right) <= SECRET_BYTES);
    memcpy(one.bytes, bytes_text(left), bytes_length(left));
    memcpy(other.bytes, bytes_text(right), bytes_length(right));
    return secret_equal(&one, &other);
}

static bool leads_in(const struct service *service, const struct live_workshop *workshop,
                     const struct attempt *attempt)
{
    const struct short_code *code =
        short_code_of(workshop->history.state, host_wall(service->host));
    return code && is_same(code->code, attempt->code) && !was_guessed_at(service, code);
}

static void answer_wrong(struct service *service, struct connection *connection)
{
    count_wrong(service);
    member_end(connection, CLOSE_UNKNOWN_CODE);
}

/* After the way in, they say hello, here or on another connection. */
static void answer_right(struct connection *connection, const struct live_workshop *workshop)
{
    connection->phase = CONNECTION_SILENT;
    way_send(connection, workshop->id, workshop->history.state);
}

/* Whether it is answered. */
static bool look(struct service *service, struct connection *connection, struct attempt *attempt)
{
    if (attempt->stage == ASKED) return false;
    if (attempt->stage == FAILED) {
        member_end(connection, CLOSE_UNAVAILABLE);
        return true;
    }
    if (!attempt->workshop) {
        answer_wrong(service, connection);
        return true;
    }
    /* One that just failed is there and gone: it is not opened again for this. */
    struct live_workshop *workshop = table_get(&service->workshops, attempt->workshop);
    if (!workshop) workshop = workshops_get(service, attempt->workshop);
    if (workshop->history.phase == HISTORY_GONE) {
        member_end(connection, CLOSE_UNAVAILABLE);
        return true;
    }
    if (workshop->history.phase == HISTORY_OPENING || workshop->batch.count) return false;
    if (leads_in(service, workshop, attempt)) {
        answer_right(connection, workshop);
        return true;
    }
    /* It may have been given on another server, a moment ago. */
    if (!workshop_is_fresh(workshop, &attempt->question)) return false;
    answer_wrong(service, connection);
    return true;
}

static void look_at_all(struct service *service)
{
    for (struct attempt **at = &service->attempts; *at;) {
        struct attempt *attempt = *at;
        struct connection *connection = registry_connection(service, attempt->connection);
        bool waits = connection && connection->phase == CONNECTION_TRYING;
        bool over = waits ? look(service, connection, attempt) : attempt->stage != ASKED;
        if (over) {
            *at = attempt->next;
            attempt_free(attempt);
        } else {
            at = &attempt->next;
        }
    }
}

void codes_clear(struct service *service)
{
    for (struct attempt *next; service->attempts; service->attempts = next) {
        next = service->attempts->next;
        attempt_free(service->attempts);
    }
}

/* ---- signs ---- */

/* A sign that is being put up. */
struct posting {
    struct service *service;
    uint64_t workshop;
    struct bytes *code;
};

static void on_put(void *context, enum journal_status status, struct journal_position position)
{
    struct posting *posting = context;
    struct service *service = posting->service;
    (void)position;
    struct live_workshop *workshop = table_get(&service->workshops, posting->workshop);
    bool here = workshop && workshop->history.phase == HISTORY_READY && !service->stopped;
    if (here && status == JOURNAL_EXISTS) withdraw(workshop, posting->code);
    else if (here && status != JOURNAL_OK) workshop->code_changed = true;
    bytes_drop(posting->code);
    free(posting);
}

/* What was decided but is not in the journal yet waits. */
static void post(struct service *service, struct live_workshop *workshop)
{
    if (!workshop->code_changed || workshop->batch.count) return;
    workshop->code_changed = false;
    const struct short_code *code =
        short_code_of(workshop->history.state, host_wall(service->host));
    if (!code) return;
    struct posting *posting = NEW(struct posting);
    *posting = (struct posting){service, workshop->id, bytes_keep(code->code)};
    service->journal->calls->put_sign(service->journal, sign_of(service, code->code), workshop->id,
                                      on_put, posting);
}

static void look_after(struct service *service, struct live_workshop *workshop)
{
    if (workshop->history.phase != HISTORY_READY || workshop->batch.count) return;
    const struct short_code *code =
        short_code_of(workshop->history.state, host_wall(service->host));
    if (code && was_guessed_at(service, code)) withdraw(workshop, code->code);
}

static void post_all(struct service *service)
{
    size_t at = 0;
    service->unposted = false;
    for (struct live_workshop *workshop; (workshop = table_next(&service->workshops, &at));) {
        if (workshop->history.phase == HISTORY_READY) post(service, workshop);
        service->unposted = service->unposted || workshop->batch.count;
    }
}

/* ---- turns ---- */

void codes_turn(struct service *service)
{
    if (service->unposted) post_all(service);
    look_at_all(service);
}

void codes_sweep(struct service *service)
{
    size_t at = 0;
    post_all(service);
    for (struct live_workshop *workshop; (workshop = table_next(&service->workshops, &at));)
        look_after(service, workshop);
}
