/* Records are sorted by their scope: for everyone and for animators they are encoded once for
 * each position, whoever asks; what is one's own is encoded for them. A shared part may hold
 * nothing that one of its viewers must not see.
 *
 * Where a part ends is decided by the ids of its records (content-defined chunking; Muthitacharoen,
 * Chen and Mazières, LBFS, 2001): so when a record comes, goes or changes, the parts around it are
 * cut as they were, are found again by their bytes, and stay compressed. Nothing else has to be
 * told what changed. */
#include "live/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "core/state.h"
#include "protocol/generated/messages.h"
#include "protocol/generated/schema.h"
#include "wire/encode.h"
#include "wire/frame.h"
#include "wire/packed.h"

enum {
    PART_LEAST = 20 << 10, /* bytes before a part may end */
    PART_MOST = 28 << 10,  /* and where it ends whatever comes */
    CUT_BITS = 5,          /* of the records in between, one in 32 ends it */
    MUCH = 8 << 10,        /* behind the door: it has a message of its own */
    PACKING_WINDOW = 250,  /* ms */
    PACKING_MOST = 512 << 10,
};

/* Whether a scope's records go into one of the shared parts: which. */
enum part_kind { PART_EVERYONE, PART_ANIMATORS, PART_OWN };

static enum part_kind kind_of(struct scope scope)
{
    if (scope.kind == SCOPE_EVERYONE) return PART_EVERYONE;
    return scope.kind == SCOPE_ANIMATORS ? PART_ANIMATORS : PART_OWN;
}

static void list_clear(struct part_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        buffer_clear(&list->items[i].puts);
        frame_drop(list->items[i].plain);
        frame_drop(list->items[i].packed);
    }
    free(list->items);
    *list = (struct part_list){0};
}

void parts_clear(struct parts *parts)
{
    list_clear(&parts->everyone);
    list_clear(&parts->animators);
    *parts = (struct parts){0};
}

/* ---- making ---- */

/* The part that is being made, behind those that are. */
struct making {
    struct part_list list;
    struct part part;
};

static void close_part(struct making *making)
{
    struct part_list *list = &making->list;
    if (!making->part.count) return;
    list->items = array_room(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = making->part;
    making->part = (struct part){0};
}

/* Ids are mostly chance, but not all: they are spread by multiplying (Knuth, TAOCP 3, 6.4). */
static bool may_cut_after(uint64_t id)
{
    return (id * UINT64_C(0x9e3779b97f4a7c15)) >> (64 - CUT_BITS) == 0;
}

static void add_record(struct making *making, const struct record *record)
{
    struct part *part = &making->part;
    encode_put(&part->puts, record);
    part->count++;
    size_t length = part->puts.length;
    if (length >= PART_MOST || (length >= PART_LEAST && may_cut_after(record->id)))
        close_part(making);
}

static void add_records(struct making *making, const struct state *state, enum part_kind kind,
                        const struct viewer *viewer, bool door)
{
    for (enum record_type type = 1; type <= RECORD_TYPES; type++) {
        const struct schema_type *shape = schema_record(type);
        bool varies = shape->scope_rule == SCOPE_RULE_FIELDS;
        if (shape->door != door || (kind == PART_OWN && !varies)) continue;
        for (size_t i = 0; i < state_count(state, type); i++) {
            const struct record *record = state_at(state, type, i);
            struct scope scope = scope_of(type, &record->body);
            if (kind_of(scope) == kind && scope_admits(scope, viewer)) add_record(making, record);
        }
    }
    close_part(making);
}

/* The door's last part ends its message where much comes behind it; where little does, one message
 * more would cost more than it saves. */
static void end_door(struct part_list *list)
{
    size_t behind = 0;
    for (size_t i = list->door; i < list->count; i++) behind += list->items[i].puts.length;
    if (list->door) list->items[list->door - 1].ends_message = behind > MUCH;
}

static struct part_list make(const struct state *state, enum part_kind kind,
                             const struct viewer *viewer)
{
    struct making making = {0};
    add_records(&making, state, kind, viewer, true);
    making.list.door = making.list.count;
    add_records(&making, state, kind, viewer, false);
    end_door(&making.list);
    return making.list;
}

/* ---- sharing ---- */

static struct frame *packed_before(const struct part_list *before, const struct part *part)
{
    for (size_t i = 0; i < before->count; i++) {
        const struct part *old = &before->items[i];
        if (old->packed && old->ends_message == part->ends_message &&
            old->puts.length == part->puts.length &&
            !memcmp(old->puts.data, part->puts.data, part->puts.length))
            return frame_keep(old->packed);
    }
    return NULL;
}

static struct part_list make_shared(const struct state *state, enum part_kind kind,
                                    const struct part_list *before)
{
    struct viewer animator = {.role = ROLE_ANIMATOR};
    struct part_list list = make(state, kind, &animator);
    for (size_t i = 0; i < list.count; i++)
        list.items[i].packed = packed_before(before, &list.items[i]);
    return list;
}

static void share(struct parts *parts, const struct state *state, uint64_t seq)
{
    if (parts->valid && parts->seq == seq) return;
    struct parts before = *parts;
    parts->everyone = make_shared(state, PART_EVERYONE, &before.everyone);
    parts->animators = make_shared(state, PART_ANIMATORS, &before.animators);
    parts->seq = seq;
    parts->valid = true;
    parts_clear(&before);
}

/* ---- frames ---- */

static struct frame *plain_frame(struct part *part, uint64_t seq)
{
    if (part->plain) return part->plain;
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, seq, false, part->count);
    buffer_add(&buffer, part->puts.data, part->puts.length);
    part->plain = frame_new(buffer.data, buffer.length);
    part->plain->ends_message = part->ends_message;
    buffer_clear(&buffer);
    return part->plain;
}

static struct frame *packed_frame(struct part *part)
{
    part->packed = packed_new(&part->puts, part->count);
    part->packed->ends_message = part->ends_message;
    return part->packed;
}

static bool may_pack(struct packing *packing, size_t bytes, int64_t now)
{
    int64_t window = now / PACKING_WINDOW;
    if (packing->window != window) *packing = (struct packing){.window = window};
    if (packing->bytes + bytes > PACKING_MOST) return false;
    packing->bytes += bytes;
    return true;
}

/* ---- giving ---- */

struct giving {
    const struct part_reader *reader;
    struct packing *packing;
    uint64_t seq;
    int64_t now;
};

static struct frame *frame_of(const struct giving *giving, struct part *part)
{
    if (!giving->reader->unpacks) return plain_frame(part, giving->seq);
    if (part->packed) return part->packed;
    bool may = may_pack(giving->packing, part->puts.length, giving->now);
    return may ? packed_frame(part) : plain_frame(part, giving->seq);
}

static void give(const struct giving *giving, struct part_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        giving->reader->take(giving->reader->context, frame_of(giving, &list->items[i]));
}

/* What is one's own is nobody else's: compressing it would be work for a single reader. */
static void give_own(const struct giving *giving, struct part_list *own)
{
    struct part_reader reader = *giving->reader;
    struct giving plainly = *giving;
    reader.unpacks = false;
    plainly.reader = &reader;
    give(&plainly, own);
}

static void give_new(const struct giving *giving, struct buffer *message)
{
    struct frame *frame = frame_new(message->data, message->length);
    giving->reader->take(giving->reader->context, frame);
    frame_drop(frame);
    buffer_clear(message);
}

static void give_coming(const struct giving *giving, size_t count, size_t door)
{
    struct buffer buffer = {0};
    struct message message = {.type = MESSAGE_COMING};
    message.body.coming = (struct message_coming){.parts = (int64_t)count, .door = (int64_t)door};
    encode_message(&buffer, &message);
    give_new(giving, &buffer);
}

static void give_end(const struct giving *giving)
{
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, giving->seq, true, 0);
    give_new(giving, &buffer);
}

void parts_each(struct parts *parts, const struct state *state, uint64_t seq,
                struct packing *packing, int64_t now, const struct part_reader *reader)
{
    const struct viewer *viewer = reader->viewer;
    const struct giving giving = {reader, packing, seq, now};
    struct part_list own = {0};
    bool animates = scope_admits((struct scope){SCOPE_ANIMATORS, 0}, viewer);
    share(parts, state, seq);
    if (viewer->person) own = make(state, PART_OWN, viewer);
    size_t count = parts->everyone.count + (animates ? parts->animators.count : 0) + own.count;
    if (reader->unpacks) give_coming(&giving, count, parts->everyone.door);
    give(&giving, &parts->everyone);
    if (animates) give(&giving, &parts->animators);
    give_own(&giving, &own);
    give_end(&giving);
    list_clear(&own);
}
