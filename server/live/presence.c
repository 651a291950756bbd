/* A whisper is a byte for its kind, the 8 bytes of the server's id, and a message:
 *
 *   'P' server presence{whole, people here, -, guests}       'H' server hints
 */
#include "live/presence.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/bytes.h"
#include "base/check.h"
#include "core/access.h"
#include "live/member.h"
#include "live/registry.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/frame.h"

enum {
    TELL_EVERY = 1000,    /* ms */
    PUT_OFF_MOST = 5000,  /* ms, while the loop is full */
    HINT_EVERY = 200,     /* ms */
    WHISPER_EVERY = 5000, /* ms, also when nothing changed */
    SILENCE = 16000,      /* ms without a whisper: that server is gone */
    WHISPER_HEAD = 9,
};

static void on_second(void *context);
static void on_hints_due(void *context);

void presence_init(struct presence *presence, struct service *service, uint64_t workshop,
                   const struct members *members)
{
    *presence = (struct presence){.service = service, .workshop = workshop, .members = members};
    presence->timer = host_timer(presence->service->host, on_second, presence);
    presence->hint_timer = host_timer(presence->service->host, on_hints_due, presence);
}

static void elsewhere_free(struct elsewhere *elsewhere)
{
    bytes_drop(elsewhere->people);
    free(elsewhere);
}

void presence_clear(struct presence *presence)
{
    size_t at = 0;
    for (struct attendee *attendee; (attendee = table_next(&presence->attendees, &at));)
        free(attendee);
    at = 0;
    for (struct elsewhere *elsewhere; (elsewhere = table_next(&presence->elsewheres, &at));)
        elsewhere_free(elsewhere);
    table_clear(&presence->attendees);
    table_clear(&presence->elsewheres);
    bytes_drop(presence->told);
    host_timer_free(presence->service->host, presence->timer);
    host_timer_free(presence->service->host, presence->hint_timer);
    *presence = (struct presence){0};
}

static struct attendee *attendee_of(struct presence *presence, uint64_t person)
{
    struct attendee *attendee = table_get(&presence->attendees, person);
    if (attendee) return attendee;
    attendee = NEW(struct attendee);
    attendee->person = person;
    table_set(&presence->attendees, person, attendee);
    return attendee;
}

struct limits *presence_limits(struct presence *presence, uint64_t person)
{
    return &attendee_of(presence, person)->limits;
}

/* Starting a timer that runs would move it: it could be moved for ever. */
static void changed(struct presence *presence)
{
    presence->changed = true;
    if (!presence->ticking) presence->told_at = host_steady(presence->service->host);
    if (!presence->ticking) host_timer_start(presence->service->host, presence->timer, TELL_EVERY);
    presence->ticking = true;
}

/* The oldest tab gives way; members are listed newest first. Whoever comes stays, even if it
 * knocked before the others: those who let it in go on with it. */
static void end_oldest(const struct presence *presence, const struct connection *coming)
{
    struct connection *oldest = NULL;
    unsigned others = 0;
    for (struct connection *member = presence->members->first; member;
         member = member->next_member) {
        bool same = member != coming && member->viewer.person == coming->viewer.person;
        if (!same || member->phase != CONNECTION_MEMBER) continue;
        oldest = member;
        others++;
    }
    if (others >= LIMIT_CONNECTIONS_PER_PERSON) member_end(oldest, CLOSE_ELSEWHERE);
}

void presence_came(struct presence *presence, const struct connection *connection)
{
    uint64_t person = connection->viewer.person;
    if (!person) presence->guests++;
    else if (++attendee_of(presence, person)->connections > LIMIT_CONNECTIONS_PER_PERSON)
        end_oldest(presence, connection);
    changed(presence);
}

void presence_left(struct presence *presence, uint64_t person)
{
    if (!person) presence->guests--;
    else attendee_of(presence, person)->connections--;
    changed(presence);
}

/* ---- sets of ids, sorted ---- */

static int compare_ids(const void *left, const void *right)
{
    uint64_t one, other;
    memcpy(&one, left, sizeof one);
    memcpy(&other, right, sizeof other);
    return one < other ? -1 : one > other;
}

struct id_set {
    uint64_t *ids;
    size_t count;
};

static struct id_set set_new(size_t most)
{
    return (struct id_set){allocate((most + 1) * sizeof(uint64_t)), 0};
}

static void set_finish(struct id_set *set)
{
    if (!set->count) return;
    qsort(set->ids, set->count, sizeof *set->ids, compare_ids);
    size_t kept = 1;
    for (size_t i = 1; i < set->count; i++)
        if (set->ids[i] != set->ids[kept - 1]) set->ids[kept++] = set->ids[i];
    set->count = kept;
}

static struct bytes *set_to_bytes(struct id_set *set)
{
    struct bytes *bytes = bytes_from_ids(set->ids, set->count);
    free(set->ids);
    return bytes;
}

static struct bytes *people_here(const struct presence *presence)
{
    struct id_set set = set_new(presence->attendees.count);
    size_t at = 0;
    for (const struct attendee *attendee; (attendee = table_next(&presence->attendees, &at));)
        if (attendee->connections) set.ids[set.count++] = attendee->person;
    set_finish(&set);
    return set_to_bytes(&set);
}

static struct bytes *people_everywhere(const struct presence *presence)
{
    size_t most = presence->attendees.count, at = 0;
    for (const struct elsewhere *e; (e = table_next(&presence->elsewheres, &at));)
        most += bytes_id_count(e->people);
    struct id_set set = set_new(most);
    at = 0;
    for (const struct attendee *attendee; (attendee = table_next(&presence->attendees, &at));)
        if (attendee->connections) set.ids[set.count++] = attendee->person;
    at = 0;
    for (const struct elsewhere *e; (e = table_next(&presence->elsewheres, &at));)
        for (size_t i = 0; i < bytes_id_count(e->people); i++)
            set.ids[set.count++] = bytes_id(e->people, i);
    set_finish(&set);
    return set_to_bytes(&set);
}

static int64_t guests_everywhere(const struct presence *presence)
{
    int64_t guests = presence->guests;
    size_t at = 0;
    for (const struct elsewhere *e; (e = table_next(&presence->elsewheres, &at));)
        guests += e->guests;
    return guests;
}

/* What is in `from` and not in `without`, both sorted. */
static struct bytes *difference(const struct bytes *from, const struct bytes *without)
{
    struct id_set set = set_new(bytes_id_count(from));
    size_t other = 0;
    for (size_t i = 0; i < bytes_id_count(from); i++) {
        uint64_t id = bytes_id(from, i);
        while (other < bytes_id_count(without) && bytes_id(without, other) < id) other++;
        if (other == bytes_id_count(without) || bytes_id(without, other) != id)
            set.ids[set.count++] = id;
    }
    return set_to_bytes(&set);
}

/* ---- telling ---- */

static struct message presence_message(bool whole, struct bytes *came, struct bytes *left,
                                       int64_t guests)
{
    struct message message = {.type = MESSAGE_PRESENCE};
    message.body.presence =
        (struct message_presence){.whole = whole, .came = came, .left = left, .guests = guests};
    return message;
}

static void tell_all(struct presence *presence, const struct message *message)
{
    struct buffer buffer = {0};
    encode_message(&buffer, message);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    for (struct connection *member = presence->members->first; member; member = member->next_member)
        if (member->phase == CONNECTION_MEMBER) member_send(member, frame);
    frame_drop(frame);
}

static void tell_difference(struct presence *presence)
{
    struct bytes *now = people_everywhere(presence);
    int64_t guests = guests_everywhere(presence);
    struct message message = presence_message(false, difference(now, presence->told),
                                              difference(presence->told, now), guests);
    if (message.body.presence.came || message.body.presence.left || guests != presence->told_guests)
        tell_all(presence, &message);
    message_clear(&message);
    bytes_drop(presence->told);
    presence->told = now;
    presence->told_guests = guests;
    presence->told_at = host_steady(presence->service->host);
    presence->due = false;
}

/* What everybody was last told, so that the next difference is right for this one too. */
void presence_tell_whole(struct presence *presence, struct connection *connection)
{
    struct message message =
        presence_message(true, bytes_keep(presence->told), NULL, presence->told_guests);
    member_send_message(connection, &message);
    message_clear(&message);
}

/* ---- other servers ---- */

static void whisper(struct presence *presence, char kind, const struct message *message)
{
    struct buffer buffer = {0};
    if (presence->service->stopped) return;
    buffer_add(&buffer, &kind, 1);
    buffer_add(&buffer, &presence->service->server, sizeof presence->service->server);
    encode_message(&buffer, message);
    struct journal *journal = presence->service->journal;
    journal->calls->whisper(journal, presence->workshop,
                            (struct journal_bytes){buffer.data, buffer.length});
    buffer_clear(&buffer);
}

static void whisper_presence(struct presence *presence)
{
    struct message message = presence_message(true, people_here(presence), NULL, presence->guests);
    whisper(presence, 'P', &message);
    message_clear(&message);
    presence->changed = false;
    presence->whispered_at = host_steady(presence->service->host);
}

static void forget_silent(struct presence *presence)
{
    int64_t now = host_steady(presence->service->host);
    for (bool again = true; again;) {
        again = false;
        size_t at = 0;
        for (struct elsewhere *e; (e = table_next(&presence->elsewheres, &at));) {
            if (now - e->heard < SILENCE) continue;
            table_remove(&presence->elsewheres, e->server);
            elsewhere_free(e);
            again = true;
            break;
        }
    }
}

/* A send to everybody, thousands perhaps, each of whom has something better to do: where the loop
 * is full, it is mostly because they are all coming in. */
static bool is_put_off(const struct presence *presence)
{
    int64_t since = host_steady(presence->service->host) - presence->told_at;
    return load_is_full(&presence->service->load) && since < PUT_OFF_MOST;
}

static bool is_news(const struct presence *presence)
{
    struct bytes *now = people_everywhere(presence);
    bool news =
        !bytes_equal(now, presence->told) || guests_everywhere(presence) != presence->told_guests;
    bytes_drop(now);
    return news;
}

/* Where there is something to do, with what is told next, so that it costs no send of its own; in a
 * second at the latest. */
static void tell_soon(struct presence *presence)
{
    if (!presence->due && load_is_felt(&presence->service->load)) presence->due = is_news(presence);
    else tell_difference(presence);
}

void presence_flushed(struct presence *presence)
{
    if (presence->due) tell_difference(presence);
}

static void on_second(void *context)
{
    struct presence *presence = context;
    forget_silent(presence);
    if (!is_put_off(presence)) tell_soon(presence);
    int64_t since = host_steady(presence->service->host) - presence->whispered_at;
    if (presence->changed || since >= WHISPER_EVERY) whisper_presence(presence);
    presence->ticking = presence->members->first != NULL;
    if (presence->ticking) host_timer_start(presence->service->host, presence->timer, TELL_EVERY);
}

static void heard_presence(struct presence *presence, uint64_t server,
                           const struct message_presence *said)
{
    struct elsewhere *elsewhere = table_get(&presence->elsewheres, server);
    if (!elsewhere) {
        elsewhere = NEW(struct elsewhere);
        elsewhere->server = server;
        table_set(&presence->elsewheres, server, elsewhere);
        presence->changed = true; /* somebody new listens: say who is here */
    }
    elsewhere->heard = host_steady(presence->service->host);
    bytes_drop(elsewhere->people);
    elsewhere->people = bytes_keep(said->came);
    elsewhere->guests = said->guests;
}

void presence_heard(struct presence *presence, struct journal_bytes bytes)
{
    const uint8_t *data = bytes.data;
    uint64_t server;
    if (bytes.length <= WHISPER_HEAD) return;
    memcpy(&server, data + 1, sizeof server);
    if (server == presence->service->server || !server) return;
    struct cursor cursor = cursor_new(data + WHISPER_HEAD, bytes.length - WHISPER_HEAD);
    struct message message;
    if (!decode_next_message(&cursor, &message)) return;
    if (data[0] == 'P' && message.type == MESSAGE_PRESENCE)
        heard_presence(presence, server, &message.body.presence);
    if (data[0] == 'H' && message.type == MESSAGE_HINTS) tell_all(presence, &message);
    message_clear(&message);
}

/* ---- hints ---- */

void presence_hint(struct presence *presence, const struct state *state,
                   const struct connection *connection, const struct message_hint *hint)
{
    uint64_t person = connection->viewer.person;
    if (!person || bytes_id_count(presence->told) > HINTS_MOST) return;
    if (!access_may_hint(state, hint->board, hint->card, hint->x, hint->y)) return;
    struct attendee *attendee = attendee_of(presence, person);
    attendee->hint = (struct hinted){
        .person = person, .board = hint->board, .card = hint->card, .x = hint->x, .y = hint->y};
    attendee->hinted = true;
    if (!presence->hinting)
        host_timer_start(presence->service->host, presence->hint_timer, HINT_EVERY);
    presence->hinting = true;
}

static void on_hints_due(void *context)
{
    struct presence *presence = context;
    presence->hinting = false;
    struct message message = {.type = MESSAGE_HINTS};
    struct hinted_list *hints = &message.body.hints.hints;
    hints->items = allocate_zero(presence->attendees.count, sizeof *hints->items);
    size_t at = 0;
    for (struct attendee *attendee; (attendee = table_next(&presence->attendees, &at));) {
        if (!attendee->hinted) continue;
        attendee->hinted = false;
        hints->items[hints->count++] = attendee->hint;
    }
    if (hints->count) {
        tell_all(presence, &message);
        whisper(presence, 'H', &message);
    }
    message_clear(&message);
}
