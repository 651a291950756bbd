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
    PART_LEAST = 160 << 10, /* bytes before a part may end: the more at once, the fewer packed */
    PART_MOST = 240 << 10,  /* and where it ends whatever comes */
    SLICE_LEAST = 20 << 10,
    CUT_BITS = 5,         /* of the records in between, one in 32 ends it */
    MUCH = 8 << 10,       /* behind the door: it has a message of its own */
    PACKING_WINDOW = 250, /* ms */
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
        struct part *part = &list->items[i];
        buffer_clear(&part->puts);
        for (size_t k = 0; k < part->slice_count; k++) frame_drop(part->slices[k].plain);
        frame_drop(part->packed);
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

/* The slice that is being made, or one behind it when that is large enough. */
static struct slice *open_slice(struct part *part)
{
    struct slice *last = part->slice_count ? &part->slices[part->slice_count - 1] : NULL;
    if (last && last->length < SLICE_LEAST) return last;
    part->slices[part->slice_count] = (struct slice){0};
    return &part->slices[part->slice_count++];
}

static bool is_whole(const struct part *part, uint64_t last)
{
    size_t length = part->puts.length;
    bool sliced = part->slice_count == PART_SLICES;
    bool full = sliced && part->slices[PART_SLICES - 1].length >= SLICE_LEAST;
    return full || length >= PART_MOST || (length >= PART_LEAST && may_cut_after(last));
}

static void add_record(struct making *making, const struct record *record)
{
    struct part *part = &making->part;
    struct slice *slice = open_slice(part);
    size_t before = part->puts.length;
    encode_put(&part->puts, record);
    part->count++;
    slice->length += part->puts.length - before;
    slice->count++;
    if (is_whole(part, record->id)) close_part(making);
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

static struct frame *plain_frame(struct slice *slice, const uint8_t *puts, struct point at)
{
    if (slice->plain) return slice->plain;
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, at.seq, at.mark, false, slice->count);
    buffer_add(&buffer, puts, slice->length);
    slice->plain = frame_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    return slice->plain;
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
    struct point at;
    int64_t now;
};

/* Packs what is not yet, as far as there is time for it. */
static void pack(const struct giving *giving, struct part_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct part *part = &list->items[i];
        if (part->packed || !may_pack(giving->packing, part->puts.length, giving->now)) continue;
        part->packed = packed_new(&part->puts, part->count);
        part->packed->ends_message = part->ends_message;
    }
}

static bool goes_packed(const struct giving *giving, const struct part *part)
{
    return giving->reader->unpacks && part->packed;
}

/* In how many frames the first so many parts go. */
static size_t frames_of(const struct giving *giving, const struct part_list *list, size_t parts)
{
    size_t count = 0;
    for (size_t i = 0; i < parts; i++)
        count += goes_packed(giving, &list->items[i]) ? 1 : list->items[i].slice_count;
    return count;
}

static void give_slices(const struct giving *giving, struct part *part)
{
    const uint8_t *puts = part->puts.data;
    for (size_t i = 0; i < part->slice_count; i++) {
        struct frame *frame = plain_frame(&part->slices[i], puts, giving->at);
        frame->ends_message = part->ends_message && i + 1 == part->slice_count;
        puts += part->slices[i].length;
        giving->reader->take(giving->reader->context, frame);
    }
}

static void give(const struct giving *giving, struct part_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct part *part = &list->items[i];
        if (goes_packed(giving, part)) giving->reader->take(giving->reader->context, part->packed);
        else give_slices(giving, part);
    }
}

static void give_new(const struct giving *giving, struct buffer *message)
{
    struct frame *frame = frame_new(message->data, message->length);
    giving->reader->take(giving->reader->context, frame);
    frame_drop(frame);
    buffer_clear(message);
}

static void give_coming(const struct giving *giving, size_t frames, size_t door)
{
    struct buffer buffer = {0};
    struct message message = {.type = MESSAGE_COMING};
    message.body.coming = (struct message_coming){.parts = (int64_t)frames, .door = (int64_t)door};
    encode_message(&buffer, &message);
    give_new(giving, &buffer);
}

static void give_end(const struct giving *giving)
{
    struct buffer buffer = {0};
    encode_snapshot_head(&buffer, giving->at.seq, giving->at.mark, true, 0);
    give_new(giving, &buffer);
}

static void announce(const struct giving *giving, struct part_list *const lists[], size_t count)
{
    size_t frames = 0;
    for (size_t i = 0; i < count; i++) frames += frames_of(giving, lists[i], lists[i]->count);
    give_coming(giving, frames, frames_of(giving, lists[0], lists[0]->door));
}

/* What is one's own is nobody else's: compressing it would be work for a single reader. */
void parts_each(struct parts *parts, const struct state *state, struct point at,
                struct packing *packing, int64_t now, const struct part_reader *reader)
{
    const struct viewer *viewer = reader->viewer;
    const struct giving giving = {reader, packing, at, now};
    struct part_list own = {0}, none = {0};
    share(parts, state, at.seq);
    if (viewer->person) own = make(state, PART_OWN, viewer);
    bool animates = scope_admits((struct scope){SCOPE_ANIMATORS, 0}, viewer);
    struct part_list *lists[] = {&parts->everyone, animates ? &parts->animators : &none, &own};
    enum { LISTS = sizeof lists / sizeof *lists, SHARED = 2 };
    for (size_t i = 0; i < SHARED && reader->unpacks; i++) pack(&giving, lists[i]);
    if (reader->unpacks) announce(&giving, lists, LISTS);
    for (size_t i = 0; i < LISTS; i++) give(&giving, lists[i]);
    give_end(&giving);
    list_clear(&own);
}
