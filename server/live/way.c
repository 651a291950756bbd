/* A workshop has few participants' links, mostly one: their keys are derived each time one is asked
 * for. */
#include "live/way.h"

#include "core/short_code.h"
#include "core/state.h"
#include "live/member.h"
#include "live/registry.h"

static struct secret way_key(const struct service *service, uint64_t workshop, uint64_t link)
{
    return secret_derive(&service->settings.organiser, "way", workshop, link);
}

bool way_access(const struct connection *connection, uint64_t workshop, const struct state *state,
                struct access *access)
{
    struct holders links = state_holders(state, INDEX_INVITATION_ROLE, ROLE_PARTICIPANT);
    for (const struct record *link; (link = holders_next(&links));) {
        if (link->body.invitation.revoked_at) continue;
        struct secret key = way_key(connection->service, workshop, link->id);
        struct secret digest = secret_digest(&key);
        if (!secret_equal(&digest, &connection->digest)) continue;
        *access = (struct access){.viewer = {.role = ROLE_PARTICIPANT}, .invitation = link->id};
        return true;
    }
    return false;
}

void way_send(struct connection *connection, uint64_t workshop, const struct state *state)
{
    const struct record *link = short_code_link(state);
    struct secret key = {0};
    if (link) key = way_key(connection->service, workshop, link->id);
    struct bytes *bytes = link ? bytes_new(key.bytes, SECRET_BYTES) : NULL;
    struct message message = {.type = MESSAGE_WAY_IN};
    message.body.way_in = (struct message_way_in){.workshop = workshop, .key = bytes};
    member_send_message(connection, &message);
    bytes_drop(bytes);
}

void way_tell(struct connection *connection, uint64_t workshop, const struct state *state)
{
    enum role role = connection->viewer.role;
    if (connection->phase == CONNECTION_MEMBER && (role == ROLE_SCREEN || role == ROLE_ANIMATOR))
        way_send(connection, workshop, state);
}
