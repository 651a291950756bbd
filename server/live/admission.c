/* A key is looked up each time: nothing of what it gives is remembered but the eyes that frames
 * are sorted by. Whoever is in no history that this server knows (a key it has never seen, a
 * position ahead of its own) waits until the journal has been asked. */
#include "live/admission.h"

#include "base/check.h"
#include "core/access.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/workshop.h"

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
    bool known = access_of(connection->workshop->history.state, digest, access);
    bytes_drop(digest);
    return known;
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
}

static bool can_resume(const struct connection *connection)
{
    const struct live_workshop *workshop = connection->workshop;
    const struct message_hello *hello = &connection->hello;
    return hello->seq && (uint64_t)hello->epoch == workshop->history.position.epoch &&
           fanout_can_resume(&workshop->fanout, connection, (uint64_t)hello->seq);
}

/* Somebody who was on another server may be further than this one. */
static bool is_ahead(const struct connection *connection)
{
    struct journal_position ours = connection->workshop->history.position;
    const struct message_hello *hello = &connection->hello;
    return (uint64_t)hello->epoch == ours.epoch && (uint64_t)hello->seq > ours.seq;
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
    bool known = look_up_key(connection, &access);
    /* They may have joined on another server, a moment ago: nobody is turned away, or taken back
     * to an earlier time, before the journal was asked. */
    bool in_doubt = !known || is_ahead(connection);
    if (in_doubt && !workshop_is_fresh(connection->workshop, &connection->question)) return;
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
    if (sees_the_same) admission_welcome(connection, true);
    else refresh(connection);
}
