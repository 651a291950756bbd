#include "live/outbox.h"

#include <stdlib.h>

#include "base/check.h"
#include "protocol/generated/messages.h"
#include "wire/frame.h"

void outbox_clear(struct outbox *outbox)
{
    for (struct frame *frame; (frame = outbox_take(outbox));) frame_drop(frame);
    free(outbox->items);
    *outbox = (struct outbox){0};
}

/* The ring is laid out anew from its head in twice the room. */
static void grow(struct outbox *outbox)
{
    size_t capacity = outbox->capacity ? outbox->capacity * 2 : 8;
    struct outbox_item *items = allocate(capacity * sizeof *items);
    for (size_t i = 0; i < outbox->count; i++)
        items[i] = outbox->items[(outbox->head + i) % outbox->capacity];
    free(outbox->items);
    outbox->items = items;
    outbox->capacity = capacity;
    outbox->head = 0;
}

bool outbox_add(struct outbox *outbox, struct frame *frame, bool snapshot)
{
    if (!snapshot && outbox->bytes + frame->length > LIMIT_OUTBOX_BYTES) return false;
    if (outbox->count == outbox->capacity) grow(outbox);
    outbox->items[(outbox->head + outbox->count++) % outbox->capacity] =
        (struct outbox_item){frame_keep(frame), snapshot};
    if (!snapshot) outbox->bytes += frame->length;
    return true;
}

struct frame *outbox_take(struct outbox *outbox)
{
    if (!outbox->count) return NULL;
    struct outbox_item item = outbox->items[outbox->head];
    outbox->head = (outbox->head + 1) % outbox->capacity;
    outbox->count--;
    if (!item.snapshot) outbox->bytes -= item.frame->length;
    return item.frame;
}
