/* What everybody sees needs no bit. More than sixty-four audiences in one run are rare: as many
 * people's own records, after a long absence. Then nothing is shared, and nothing is told to the
 * wrong ones. */
#include "live/audience.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "wire/encode.h"
#include "wire/frame.h"

static bool same_audience(const struct telling *left, const struct telling *right)
{
    return scope_equal(left->to, right->to) && left->excepts == right->excepts &&
           (!left->excepts || scope_equal(left->except, right->except));
}

static void sort_telling(struct audiences *audiences, const struct telling *telling)
{
    if (telling->to.kind == SCOPE_EVERYONE && !telling->excepts) return;
    for (size_t i = 0; i < audiences->count; i++)
        if (same_audience(audiences->distinct[i], telling)) return;
    if (audiences->count == AUDIENCES_MOST) audiences->too_many = true;
    else audiences->distinct[audiences->count++] = telling;
}

void audiences_init(struct audiences *audiences, uint64_t after, struct point to)
{
    *audiences = (struct audiences){.after = after, .to = to};
}

void audiences_add(struct audiences *audiences, const struct tellings *tellings)
{
    audiences->parts = array_room(audiences->parts, audiences->part_count,
                                  &audiences->part_capacity, sizeof(const struct tellings *));
    audiences->parts[audiences->part_count++] = tellings;
    for (size_t i = 0; i < tellings->count && !audiences->too_many; i++)
        sort_telling(audiences, &tellings->items[i]);
}

static size_t count_for(const struct audiences *audiences, const struct viewer *viewer)
{
    size_t count = 0;
    for (size_t i = 0; i < audiences->part_count; i++)
        for (size_t j = 0; j < audiences->parts[i]->count; j++)
            count += telling_admits(&audiences->parts[i]->items[j], viewer);
    return count;
}

static struct frame *encode_for(const struct audiences *audiences, const struct viewer *viewer)
{
    struct buffer buffer = {0};
    encode_changes_head(&buffer, audiences->after, audiences->to.seq, audiences->to.mark,
                        count_for(audiences, viewer));
    for (size_t i = 0; i < audiences->part_count; i++) {
        const struct tellings *tellings = audiences->parts[i];
        for (size_t j = 0; j < tellings->count; j++)
            if (telling_admits(&tellings->items[j], viewer))
                encode_change(&buffer, &tellings->items[j].change);
    }
    struct frame *frame = frame_new(buffer.data, buffer.length);
    buffer_clear(&buffer);
    return frame;
}

static uint64_t mask_of(const struct audiences *audiences, const struct viewer *viewer)
{
    uint64_t mask = 0;
    for (size_t i = 0; i < audiences->count; i++)
        if (telling_admits(audiences->distinct[i], viewer)) mask |= UINT64_C(1) << i;
    return mask;
}

static struct frame *remember(struct audiences *audiences, uint64_t mask, struct frame *frame)
{
    audiences->frames = array_room(audiences->frames, audiences->frame_count,
                                   &audiences->frame_capacity, sizeof *audiences->frames);
    audiences->frames[audiences->frame_count++] = (struct audience_frame){mask, frame};
    return frame;
}

static void drop_frames(struct audiences *audiences)
{
    for (size_t i = 0; i < audiences->frame_count; i++) frame_drop(audiences->frames[i].frame);
    audiences->frame_count = 0;
}

struct frame *audiences_frame(struct audiences *audiences, const struct viewer *viewer)
{
    uint64_t mask = mask_of(audiences, viewer);
    if (audiences->too_many) drop_frames(audiences);
    for (size_t i = 0; i < audiences->frame_count; i++)
        if (audiences->frames[i].mask == mask) return audiences->frames[i].frame;
    return remember(audiences, mask, encode_for(audiences, viewer));
}

void audiences_clear(struct audiences *audiences)
{
    drop_frames(audiences);
    free(audiences->frames);
    free(audiences->parts);
    *audiences = (struct audiences){0};
}
