/* Records are sorted by their scope: for everyone and for animators they are encoded once for
 * each position, whoever asks; what is one's own is encoded for them. A shared part may hold
 * nothing that one of its viewers must not see. */
#include "live/parts.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "core/state.h"
#include "protocol/generated/schema.h"
#include "wire/encode.h"
#include "wire/frame.h"

enum { PART_BYTES = 48 << 10 /* of about this is a part */ };

/* Whether a scope's records go into one of the shared parts: which. */
enum part_kind { PART_EVERYONE, PART_ANIMATORS, PART_OWN };

static enum part_kind kind_of(struct scope scope)
{
    if (scope.kind == SCOPE_EVERYONE) return PART_EVERYONE;
    return scope.kind == SCOPE_ANIMATORS ? PART_ANIMATORS : PART_OWN;
}

static void list_clear(struct part_list *list)
{
    for (size_t i = 0; i < list->count; i++) frame_drop(list->frames[i]);
    free(list->frames);
    *list = (struct part_list){0};
}

void parts_clear(struct parts *parts)
{
    list_clear(&parts->everyone);
    list_clear(&parts->animators);
    *parts = (struct parts){0};
}

/* ---- making ---- */

/* The part that is being made. */
struct making {
    struct part_list list;
    struct buffer puts;
    size_t put_count;
    uint64_t seq;
};

static void close_part(struct making *making)
{
    if (!making->put_count) return;
    struct part_list *list = &making->list;
    list->frames = array_room(list->frames, list->count, &list->capacity, sizeof *list->frames);
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, making->seq, false, making->put_count);
    buffer_add(&buffer, making->puts.data, making->puts.length);
    list->frames[list->count++] = frame_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    making->puts.length = 0;
    making->put_count = 0;
}

static void add_record(struct making *making, const struct record *record)
{
    encode_put(&making->puts, record);
    making->put_count++;
    if (making->puts.length >= PART_BYTES) close_part(making);
}

static struct part_list make(const struct state *state, uint64_t seq, enum part_kind kind,
                             const struct viewer *viewer)
{
    struct making making = {.seq = seq};
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) {
        bool varies = schema_record(type)->scope_rule == SCOPE_RULE_FIELDS;
        if (kind == PART_OWN && !varies) continue;
        for (size_t i = 0; i < state_count(state, type); i++) {
            const struct record *record = state_at(state, type, i);
            struct scope scope = scope_of(type, &record->body);
            if (kind_of(scope) == kind && scope_admits(scope, viewer)) add_record(&making, record);
        }
    }
    close_part(&making);
    buffer_clear(&making.puts);
    return making.list;
}

static void share(struct parts *parts, const struct state *state, uint64_t seq)
{
    if (parts->valid && parts->seq == seq) return;
    parts_clear(parts);
    struct viewer animator = {.role = ROLE_ANIMATOR};
    parts->everyone = make(state, seq, PART_EVERYONE, &animator);
    parts->animators = make(state, seq, PART_ANIMATORS, &animator);
    parts->seq = seq;
    parts->valid = true;
}

/* ---- giving ---- */

typedef void take_frame(void *context, struct frame *frame);

static void give(const struct part_list *list, take_frame *take, void *context)
{
    for (size_t i = 0; i < list->count; i++) take(context, list->frames[i]);
}

static void give_own(const struct state *state, uint64_t seq, const struct viewer *viewer,
                     take_frame *take, void *context)
{
    struct part_list own = make(state, seq, PART_OWN, viewer);
    give(&own, take, context);
    list_clear(&own);
}

static void give_end(uint64_t seq, take_frame *take, void *context)
{
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, seq, true, 0);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    take(context, frame);
    frame_drop(frame);
    buffer_clear(&buffer);
}

void parts_each(struct parts *parts, const struct state *state, uint64_t seq,
                const struct viewer *viewer, take_frame *take, void *context)
{
    share(parts, state, seq);
    give(&parts->everyone, take, context);
    if (scope_admits((struct scope){SCOPE_ANIMATORS, 0}, viewer))
        give(&parts->animators, take, context);
    if (viewer->person) give_own(state, seq, viewer, take, context);
    give_end(seq, take, context);
}
