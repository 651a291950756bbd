/* A few, in a ring; a thousand people who were cut off together find the one that the first of them
 * had made. */
#include "live/resumption.h"

#include "core/difference.h"
#include "live/tail.h"

static void drop(struct resumption *resumption)
{
    audiences_clear(&resumption->audiences);
    tellings_clear(&resumption->tellings);
    *resumption = (struct resumption){0};
}

static size_t count_of(const struct resumptions *resumptions)
{
    return resumptions->made < RESUMPTIONS_MOST ? resumptions->made : RESUMPTIONS_MOST;
}

void resumptions_clear(struct resumptions *resumptions)
{
    for (size_t i = 0; i < count_of(resumptions); i++) drop(&resumptions->items[i]);
    resumptions->made = 0;
}

static struct resumption *make(struct resumptions *resumptions, const struct tail *tail,
                               const struct state *state, uint64_t after, struct point to)
{
    struct resumption *made = &resumptions->items[resumptions->made % RESUMPTIONS_MOST];
    if (resumptions->made++ >= RESUMPTIONS_MOST) drop(made);
    struct difference difference = {0};
    for (size_t place = tail_place(tail, after + 1); place < tail->count; place++)
        difference_add(&difference, &tail_at(tail, place)->tellings);
    difference_tell(&difference, state, &made->tellings);
    difference_clear(&difference);
    made->after = after;
    audiences_init(&made->audiences, after, to);
    audiences_add(&made->audiences, &made->tellings);
    return made;
}

struct frame *resumptions_frame(struct resumptions *resumptions, const struct tail *tail,
                                const struct state *state, uint64_t after, struct point to,
                                const struct viewer *viewer)
{
    for (size_t i = 0; i < count_of(resumptions); i++)
        if (resumptions->items[i].after == after)
            return audiences_frame(&resumptions->items[i].audiences, viewer);
    return audiences_frame(&make(resumptions, tail, state, after, to)->audiences, viewer);
}
