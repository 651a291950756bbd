/* Founding: read the roll, decide against an empty state, make the workshop in the journal,
 * append. A refusal comes before anything is made, so that nothing half-founded is left.
 *
 * Listing opens the workshops one after the other; each is put away again when idle. */
#include "live/organiser.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/changes.h"
#include "core/decide.h"
#include "core/roll.h"
#include "core/state.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/workshop.h"
#include "live/workshops.h"
#include "protocol/generated/templates.h"
#include "wire/decode.h"
#include "wire/roll.h"

/* ---- founding ---- */

static void send_refusal(struct service *service, uint64_t connection,
                         const struct decision *decision)
{
    struct connection *asker = registry_connection(service, connection);
    if (!asker) return;
    struct message message = {.type = MESSAGE_REFUSED};
    message.body.refused = (struct message_refused){.refusal = (int64_t)decision->refusal,
                                                    .command = COMMAND_CREATE_WORKSHOP,
                                                    .field = decision->field,
                                                    .limit = decision->limit,
                                                    .line = decision->line};
    service->metrics.commands_refused++;
    member_send_message(asker, &message);
}

static struct bytes *digest_of(const struct secret *key)
{
    struct secret digest = secret_digest(key);
    return bytes_new(digest.bytes, sizeof digest.bytes);
}

/* The keys of a workshop's first links follow from the organiser's (rule H5). */
static void derive_keys(const struct service *service, struct foundation *foundation)
{
    uint64_t workshop = foundation->workshop;
    struct secret animator = secret_derive(&service->settings.organiser, "animator", workshop, 1);
    struct secret participant = secret_derive(&animator, "participant", workshop, 1);
    struct secret screen = secret_derive(&animator, "screen", workshop, 1);
    foundation->animator = digest_of(&animator);
    foundation->participant = digest_of(&participant);
    foundation->screen = digest_of(&screen);
}

static int compare_ids(const void *left, const void *right)
{
    const uint64_t *l = left, *r = right;
    return (*l > *r) - (*l < *r);
}

/* Ascending, so that what a template lays out (boards, categories) and a roll's people keep their
 * order by their ids: records have no other. */
static const uint64_t *fresh_ids(const struct service *service, size_t count)
{
    uint64_t *ids = allocate(count * sizeof *ids);
    for (size_t i = 0; i < count; i++) ids[i] = host_random_id(service->host);
    qsort(ids, count, sizeof *ids, compare_ids);
    return ids;
}

static struct foundation *foundation_new(const struct service *service, uint64_t workshop,
                                         const struct create_workshop *create, struct roll *roll)
{
    struct foundation *foundation = NEW(struct foundation);
    foundation->workshop = workshop;
    foundation->template = template_find(bytes_text(create->template));
    foundation->roll = roll;
    foundation->ids = fresh_ids(service, foundation_ids(foundation->template, roll));
    derive_keys(service, foundation);
    return foundation;
}

static void on_founded(struct live_workshop *workshop, const struct submission *submission,
                       const struct decision *decision, uint64_t seq)
{
    (void)seq; /* 0 when the journal's first answer was lost and it was found to have it */
    struct service *service = workshop->service;
    struct connection *asker = registry_connection(service, submission->connection);
    if (decision->refusal) send_refusal(service, submission->connection, decision);
    else if (asker) {
        struct message message = {.type = MESSAGE_CREATED};
        message.body.created =
            (struct message_created){.workshop = workshop->id,
                                     .people = (int64_t)state_count(workshop->history.state,
                                                                    RECORD_PERSON)};
        member_send_message(asker, &message);
    }
}

/* A founding on its way through the journal. */
struct founding {
    struct service *service;
    struct submission *submission;
    uint64_t workshop;
};

static void on_made(void *context, enum journal_status status, struct journal_position position)
{
    struct founding *founding = context;
    struct submission *submission = founding->submission;
    (void)position;
    struct live_workshop *workshop = NULL;
    /* One that is there may be one that a server died over before it was founded: it is for the
     * decision to say that it exists. */
    bool there = status == JOURNAL_OK || status == JOURNAL_EXISTS;
    if (there && !founding->service->stopped)
        workshop = workshops_get(founding->service, founding->workshop);
    if (workshop) {
        workshop_submit(workshop, submission);
    } else {
        struct decision refused = {.refusal = REFUSAL_JOURNAL_UNAVAILABLE};
        send_refusal(founding->service, submission->connection, &refused);
        submission_free(submission);
    }
    free(founding);
}

/* Whether it will be accepted; the answer goes out when not. */
static bool would_be_accepted(struct service *service, const struct submission *submission)
{
    struct state *nothing = state_new();
    struct decision decision;
    decide(nothing, &submission->command, &submission->context, &decision);
    if (decision.refusal) send_refusal(service, submission->connection, &decision);
    changes_clear(&decision.changes);
    state_free(nothing);
    return !decision.refusal;
}

static bool read_roll(struct connection *connection, const struct bytes *file, struct roll **roll)
{
    *roll = NULL;
    if (!bytes_length(file)) return true;
    struct roll_problem problem;
    *roll = NEW(struct roll);
    if (roll_read(*roll, (const uint8_t *)bytes_text(file), bytes_length(file), &problem))
        return true;
    struct decision refused = {.refusal = problem.refusal,
                               .limit = problem.limit,
                               .line = problem.line};
    send_refusal(connection->service, connection->id, &refused);
    roll_clear(*roll);
    free(*roll);
    return false;
}

static void on_create(struct connection *connection, struct message_create *create)
{
    struct service *service = connection->service;
    struct roll *roll;
    if (!read_roll(connection, create->roll, &roll)) return;
    struct submission *submission = NEW(struct submission);
    submission->command = create->command;
    create->command = (struct command){0};
    submission->client = host_random_id(service->host);
    submission->counter = 1;
    submission->connection = connection->id;
    submission->answer = on_founded;
    submission->context =
        (struct context){.role = ROLE_ORGANISER,
                         .time = host_wall(service->host),
                         .foundation =
                             foundation_new(service, create->workshop,
                                            &submission->command.body.create_workshop, roll)};
    if (!would_be_accepted(service, submission)) {
        submission_free(submission);
        return;
    }
    struct founding *founding = NEW(struct founding);
    *founding = (struct founding){service, submission, create->workshop};
    service->journal->calls->create(service->journal, create->workshop, on_made, founding);
}

/* ---- listing ---- */

/* The workshops that the journal has, and what is known of those already opened. */
struct listing {
    struct listing *next;
    struct service *service;
    uint64_t connection;
    uint64_t *workshops;
    size_t count, looked;
    struct summary_list found;
    bool listed; /* the journal has answered */
};

static void listing_free(struct listing *listing)
{
    for (size_t i = 0; i < listing->found.count; i++) bytes_drop(listing->found.items[i].title);
    free(listing->found.items);
    free(listing->workshops);
    free(listing);
}

static int newest_first(const void *left, const void *right)
{
    const struct summary *one = left, *other = right;
    return one->made_at < other->made_at ? 1 : one->made_at > other->made_at ? -1 : 0;
}

static void listing_send(const struct service *service, struct listing *listing)
{
    struct connection *asker = registry_connection(service, listing->connection);
    if (!asker) return;
    if (listing->found.count)
        qsort(listing->found.items, listing->found.count, sizeof *listing->found.items,
              newest_first);
    struct message message = {.type = MESSAGE_LISTED};
    message.body.listed.workshops = listing->found;
    member_send_message(asker, &message);
}

static void summarise(struct listing *listing, const struct live_workshop *workshop)
{
    const struct workshop *record = state_workshop(workshop->history.state);
    if (!record) return;
    listing->found.items[listing->found.count++] = (struct summary){
        .workshop = workshop->id,
        .title = bytes_keep(record->title),
        .closed = record->closed,
        .made_at = record->made_at,
        .people = (int64_t)state_count(workshop->history.state, RECORD_PERSON),
        .connected = (int64_t)workshop->members.count,
        .entries = (int64_t)workshop->history.position.seq,
    };
}

/* Whether it is finished. */
static bool listing_look(struct service *service, struct listing *listing)
{
    for (; listing->listed && listing->looked < listing->count; listing->looked++) {
        uint64_t id = listing->workshops[listing->looked];
        /* One that just failed is there and gone: it is left out, not opened again. */
        const struct live_workshop *workshop = table_get(&service->workshops, id);
        if (!workshop) workshop = workshops_get(service, id);
        if (workshop->history.phase == HISTORY_OPENING || workshop->batch.count) return false;
        if (workshop->history.phase == HISTORY_READY) summarise(listing, workshop);
    }
    return listing->listed;
}

void organiser_turn(struct service *service)
{
    for (struct listing **at = &service->listings; *at;) {
        struct listing *listing = *at;
        if (!listing_look(service, listing)) {
            at = &listing->next;
            continue;
        }
        listing_send(service, listing);
        *at = listing->next;
        listing_free(listing);
    }
}

void organiser_clear(struct service *service)
{
    for (struct listing *next; service->listings; service->listings = next) {
        next = service->listings->next;
        listing_free(service->listings);
    }
}

static void on_listed(void *context, enum journal_status status, const uint64_t *workshops,
                      size_t count)
{
    struct listing *listing = context;
    struct connection *asker = registry_connection(listing->service, listing->connection);
    listing->listed = true;
    /* An empty list would say that there is nothing. */
    if (status != JOURNAL_OK && asker) member_end(asker, CLOSE_UNAVAILABLE);
    if (status != JOURNAL_OK || !count) return;
    listing->workshops = allocate(count * sizeof *workshops);
    memcpy(listing->workshops, workshops, count * sizeof *workshops);
    listing->found.items = allocate_zero(count, sizeof *listing->found.items);
    listing->count = count;
}

static void on_list(struct connection *connection)
{
    struct service *service = connection->service;
    struct listing *listing = NEW(struct listing);
    *listing = (struct listing){.next = service->listings,
                                .service = service,
                                .connection = connection->id};
    service->listings = listing;
    service->journal->calls->list(service->journal, on_listed, listing);
}

bool organiser_message(struct connection *connection, struct message *message)
{
    if (message->type == MESSAGE_LIST) {
        on_list(connection);
        return true;
    }
    if (message->type != MESSAGE_CREATE) return false;
    struct message_create *create = &message->body.create;
    if (create->command.type != COMMAND_CREATE_WORKSHOP || !create->workshop) return false;
    on_create(connection, create);
    return true;
}
