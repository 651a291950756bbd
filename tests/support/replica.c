#include "support/replica.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/changes.h"

void replica_init(struct replica *replica)
{
    *replica = (struct replica){.state = state_new()};
}

void replica_clear(struct replica *replica)
{
    state_free(replica->state);
    bytes_drop(replica->here);
    *replica = (struct replica){0};
}

void replica_reconnect(struct replica *replica)
{
    replica->welcomed = false;
    replica->presence = false;
}

static void forget(struct replica *replica)
{
    state_free(replica->state);
    replica->state = state_new();
    replica->seq = 0;
    replica->mark = 0;
    replica->whole = false;
    replica->parts = 0;
    replica->coming = -1;
}

static const char *take_welcome(struct replica *replica, const struct message_welcome *welcome)
{
    bool first = !replica->welcomed;
    replica->welcomed = true;
    if (first) replica->presence = false;
    if (welcome->resumed && !replica->whole) return "P4: resumed without a whole state";
    if (welcome->resumed && welcome->epoch != replica->epoch) return "P4: resumed in another epoch";
    if (welcome->resumed && welcome->seq == replica->seq && welcome->mark != replica->mark)
        return "P4: resumed in another history";
    if (welcome->resumed && welcome->seq < replica->seq) return "P4: resumed from beyond the end";
    replica->leads_to = welcome->seq;
    if (!welcome->resumed) {
        forget(replica);
        replica->presence = false;
    }
    replica->person = welcome->person;
    replica->role = welcome->role;
    replica->epoch = welcome->epoch;
    return NULL;
}

static const char *apply(struct replica *replica, const struct changes *changes, bool puts_only)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (puts_only && change->operation != CHANGE_PUT) return "P3: a snapshot with no put";
        if (puts_only && state_get(replica->state, change->type, change->id))
            return "P3: a record twice in a snapshot";
        if (!state_apply(replica->state, change, NULL)) return "P7: a change that does not fit";
    }
    return NULL;
}

static const char *take_snapshot(struct replica *replica, const struct message_snapshot *snapshot)
{
    if (replica->whole) return "P3: a snapshot where none was announced";
    const char *wrong = apply(replica, &snapshot->changes, true);
    if (!snapshot->last) {
        replica->parts++;
        return wrong;
    }
    if (replica->coming >= 0 && replica->parts != replica->coming)
        return "P8: not as many parts as were announced";
    if (snapshot->seq != replica->leads_to) return "P3: a snapshot that welcome did not announce";
    replica->seq = snapshot->seq;
    replica->mark = snapshot->mark;
    replica->whole = true;
    return wrong;
}

static const char *take_coming(struct replica *replica, const struct message_coming *coming)
{
    if (replica->whole || replica->parts) return "P8: announced when it has come already";
    if (coming->door < 0 || coming->parts < coming->door) return "P8: a door of more than there is";
    replica->coming = coming->parts;
    return NULL;
}

static const char *take_changes(struct replica *replica, const struct message_changes *changes)
{
    if (!replica->whole) return "P3: changes into a part of a snapshot";
    if (changes->after != replica->seq) return "P2: changes that do not begin at the position";
    if (changes->seq <= changes->after) return "P2: changes that lead nowhere";
    replica->seq = changes->seq;
    replica->mark = changes->mark;
    return apply(replica, &changes->changes, false);
}

static int compare_ids(const void *left, const void *right)
{
    uint64_t one, other;
    memcpy(&one, left, sizeof one);
    memcpy(&other, right, sizeof other);
    return one < other ? -1 : one > other;
}

static const char *take_presence(struct replica *replica, const struct message_presence *told)
{
    if (!replica->whole) return "L1: presence before the snapshot";
    if (!replica->presence && !told->whole) return "L1: the first presence is not whole";
    size_t count = 0, most = bytes_id_count(replica->here) + bytes_id_count(told->came);
    uint64_t *ids = allocate((most + 1) * sizeof *ids);
    const char *wrong = NULL;
    for (size_t i = 0; !told->whole && i < bytes_id_count(replica->here); i++)
        if (!bytes_has_id(told->left, bytes_id(replica->here, i)))
            ids[count++] = bytes_id(replica->here, i);
    for (size_t i = 0; i < bytes_id_count(told->came); i++) {
        if (!told->whole && bytes_has_id(replica->here, bytes_id(told->came, i)))
            wrong = "L1: somebody came who was here";
        ids[count++] = bytes_id(told->came, i);
    }
    if (count) qsort(ids, count, sizeof *ids, compare_ids);
    bytes_drop(replica->here);
    replica->here = bytes_from_ids(ids, count);
    free(ids);
    replica->guests = told->guests;
    replica->presence = true;
    return told->guests < 0 ? "L1: fewer than no guests" : wrong;
}

const char *replica_take(struct replica *replica, const struct message *message)
{
    if (message->type == MESSAGE_WELCOME) return take_welcome(replica, &message->body.welcome);
    if (!replica->welcomed) return "H13: a message before welcome";
    if (message->type == MESSAGE_SNAPSHOT) return take_snapshot(replica, &message->body.snapshot);
    if (message->type == MESSAGE_COMING) return take_coming(replica, &message->body.coming);
    if (message->type == MESSAGE_CHANGES) return take_changes(replica, &message->body.changes);
    if (message->type == MESSAGE_PRESENCE) return take_presence(replica, &message->body.presence);
    if (message->type == MESSAGE_PONG &&
        (message->body.pong.seq != replica->seq || message->body.pong.mark != replica->mark))
        return "L3: a pong from another position";
    if (message->type == MESSAGE_DONE && message->body.done.seq > replica->seq)
        return "C4: done before its effect";
    return NULL;
}

static bool has_same(const struct replica *replica, const struct record *record)
{
    const struct record *ours = state_get(replica->state, record->type, record->id);
    return ours && body_equal(record->type, &ours->body, &record->body, ALL_FIELDS);
}

bool replica_equals(const struct replica *replica, const struct state *state,
                    const struct viewer *viewer)
{
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) {
        size_t seen = 0;
        for (size_t i = 0; i < state_count(state, type); i++) {
            const struct record *record = state_at(state, type, i);
            if (!scope_admits(scope_of(type, &record->body), viewer)) continue;
            if (!has_same(replica, record)) return false;
            seen++;
        }
        if (seen != state_count(replica->state, type)) return false;
    }
    return true;
}
