/* A key is looked up each time: nothing of what it gives is remembered but the eyes that frames
 * are sorted by. Whoever is in no history that this server knows (a key it has never seen, a
 * position that is not in its own) waits until the journal has been asked. */
#include "live/admission.h"

#include "base/check.h"
#include "base/log.h"
#include "core/access.h"
#include "live/mark.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/way.h"
#include "live/workshop.h"

enum {
    LOOK_EVERY = 500,  /* ms; between two looks for a position */
    LOST_AFTER = 3000, /* ms; servers over a Redis hear every two seconds how much it has */
};

void admission_welcome(struct connection *connection, bool resumed)
{
    const struct live_workshop *workshop = connection->workshop;
    struct message message = {.type = MESSAGE_WELCOME};
    message.body.welcome = (struct message_welcome){
        .version = PROTOCOL_VERSION,
        .workshop = workshop ? workshop->id : 0,
        .person = connection->viewer.person,
        .role = connection->viewer.role,
        .epoch = workshop ? (int64_t)workshop->history.position.epoch : 0,
        .seq = workshop ? (int64_t)workshop->fanout.newest : 0,
        .mark = workshop ? fanout_mark(&workshop->fanout, workshop->fanout.newest) : 0,
        .resumed = resumed,
        .now = host_wall(connection->service->host),
    };
    member_send_message(connection, &message);
}

/* What its key gives now: false when it gives nothing (any more). */
static bool look_up_key(const struct connection *connection, struct access *access)
{
    *access = (struct access){.viewer = {.role = ROLE_ORGANISER}};
    if (secret_equal(&connection->digest, &connection->service->organiser_digest)) return true;
    struct bytes *digest = bytes_new(connection->digest.bytes, SECRET_BYTES);
    const struct live_workshop *workshop = connection->workshop;
    bool known = access_of(workshop->history.state, digest, access);
    bytes_drop(digest);
    return known || way_access(connection, workshop->id, workshop->history.state, access);
}

static void set_access(struct connection *connection, const struct access *access)
{
    bytes_drop((struct bytes *)connection->viewer.groups);
    connection->viewer = access->viewer;
    connection->invitation = access->invitation;
    bytes_keep((struct bytes *)connection->viewer.groups);
}

/* Forget everything: a welcome and a whole snapshot. */
static void refresh(struct connection *connection)
{
    struct live_workshop *workshop = connection->workshop;
    admission_welcome(connection, false);
    CHECK(!workshop->batch.count);
    fanout_snapshot(&workshop->fanout, workshop->history.state, connection);
    presence_tell_whole(&workshop->presence, connection);
    counting_tell_whole(&workshop->counting, connection);
    way_tell(connection, workshop->id, workshop->history.state);
}

/* Where the position of a hello stands, against this history. */
enum place {
    PLACE_NONE,      /* there is none, or no server gave it: whoever says so is not believed */
    PLACE_HERE,      /* in it, as far as it is remembered: one may resume */
    PLACE_PAST,      /* before what is remembered, or in an earlier epoch */
    PLACE_ELSEWHERE, /* in none of it: a server gave it, and it is not there */
};

static enum place place_of(const struct connection *connection)
{
    const struct live_workshop *workshop = connection->workshop;
    const struct history *history = &workshop->history;
    const struct message_hello *hello = &connection->hello;
    uint64_t epoch = (uint64_t)hello->epoch, seq = (uint64_t)hello->seq;
    if (!seq ||
        !mark_was_given(&connection->service->mark_key, workshop->id, epoch, seq, hello->mark))
        return PLACE_NONE;
    if (epoch != history->position.epoch)
        return epoch < history->position.epoch ? PLACE_PAST : PLACE_ELSEWHERE;
    if (seq > history->position.seq) return PLACE_ELSEWHERE;
    uint64_t mark = fanout_mark(&workshop->fanout, seq);
    if (!mark) return PLACE_PAST;
    return mark == hello->mark ? PLACE_HERE : PLACE_ELSEWHERE;
}

static bool can_resume(const struct connection *connection)
{
    return place_of(connection) == PLACE_HERE &&
           fanout_can_resume(&connection->workshop->fanout, connection->workshop->history.state,
                             connection, (uint64_t)connection->hello.seq);
}

/* Somebody who was on another server may be further than this one, until the journal is asked. If
 * it does not have their position either, it has lost what was confirmed; another server that still
 * has it may be about to write it back. So it is asked for a while before a new epoch begins, in
 * which their position is past. */
static void look_for_place(struct connection *connection)
{
    struct live_workshop *workshop = connection->workshop;
    int64_t now = host_steady(connection->service->host);
    if (!connection->doubted_at) connection->doubted_at = now;
    connection->question = 0;
    connection->look_at = now + LOOK_EVERY;
    workshop_knock_after(workshop, LOOK_EVERY);
    if (now - connection->doubted_at < LOST_AFTER) return;
    if (!history_begin_epoch(&workshop->history, (uint64_t)connection->hello.epoch)) return;
    log_error("workshop %llu: somebody was told of entry %lld in epoch %lld, and the journal does "
              "not have it",
              (unsigned long long)workshop->id, (long long)connection->hello.seq,
              (long long)connection->hello.epoch);
}

static void let_in(struct connection *connection)
{
    struct live_workshop *workshop = connection->workshop;
    /* What is not yet told must not reach this one twice. */
    workshop_tell(workshop);
    connection->phase = CONNECTION_MEMBER;
    connection->present = true;
    presence_came(&workshop->presence, connection);
    if (!can_resume(connection)) {
        refresh(connection);
        return;
    }
    connection->service->metrics.resumes++;
    admission_welcome(connection, true);
    fanout_resume(&workshop->fanout, workshop->history.state, connection,
                  (uint64_t)connection->hello.seq);
    presence_tell_whole(&workshop->presence, connection);
    counting_tell_whole(&workshop->counting, connection);
    way_tell(connection, workshop->id, workshop->history.state);
}

void admission_admit(struct connection *connection)
{
    struct access access;
    /* While a batch is under way the state is tentative; the end of the turn comes back here. */
    if (connection->workshop->batch.count) return;
    if (queue_is_full(&connection->workshop->queue)) {
        member_end(connection, CLOSE_UNAVAILABLE);
        return;
    }
    if (connection->look_at > host_steady(connection->service->host)) return;
    bool known = look_up_key(connection, &access);
    bool elsewhere = place_of(connection) == PLACE_ELSEWHERE;
    /* They may have joined on another server, a moment ago: nobody is turned away, or taken back
     * to an earlier time, before the journal was asked. */
    bool in_doubt = !known || elsewhere;
    if (in_doubt && !workshop_is_fresh(connection->workshop, &connection->question)) return;
    if (elsewhere) {
        look_for_place(connection);
        return;
    }
    if (!known) {
        connection->service->metrics.hellos_refused++;
        member_end(connection, CLOSE_UNKNOWN_KEY);
        return;
    }
    set_access(connection, &access);
    let_in(connection);
}

static void become(struct connection *connection, const struct access *access)
{
    uint64_t before = connection->viewer.person;
    set_access(connection, access);
    if (access->viewer.person == before) return;
    presence_left(&connection->workshop->presence, before);
    presence_came(&connection->workshop->presence, connection);
}

void admission_review(struct connection *connection, bool anyway)
{
    struct access access;
    if (!look_up_key(connection, &access)) {
        member_end(connection, CLOSE_REVOKED);
        return;
    }
    if (same_eyes(&access.viewer, &connection->viewer) && !anyway) return;
    become(connection, &access);
    refresh(connection);
}

void admission_take_key(struct connection *connection, uint64_t person, const struct bytes *digest)
{
    if (connection->viewer.person == person) return;
    for (size_t i = 0; i < SECRET_BYTES; i++)
        connection->digest.bytes[i] = (uint8_t)bytes_text(digest)[i];
}

void admission_join(struct connection *connection, uint64_t person, bool first_time)
{
    struct viewer before = connection->viewer;
    struct access access;
    if (before.person == person) return;
    /* They may have been taken out since: a join may be sent again long after. */
    if (!look_up_key(connection, &access)) {
        member_end(connection, CLOSE_REVOKED);
        return;
    }
    /* Somebody new sees what a guest of their role saw, and nothing is theirs alone yet. */
    bool new = first_time && !before.person &&access.viewer.role == before.role;
    bool sees_the_same = new && !bytes_length(access.viewer.groups);
    become(connection, &access);
    if (!sees_the_same) {
        refresh(connection);
        return;
    }
    admission_welcome(connection, true);
    counting_tell_whole(&connection->workshop->counting, connection);
}
