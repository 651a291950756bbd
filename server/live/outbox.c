/* A ring of frames; a reference each, so that one frame waits in many outboxes and is there
 * once. */
#include "live/outbox.h"

#include <stdlib.h>

#include "base/array.h"
#include "protocol/generated/messages.h"
#include "wire/frame.h"

void outbox_clear(struct outbox *outbox)
{
    for (struct frame *frame; (frame = outbox_take(outbox));) frame_drop(frame);
    free(outbox->items);
    *outbox = (struct outbox){0};
}

bool outbox_add(struct outbox *outbox, struct frame *frame, bool snapshot)
{
    if (!snapshot && outbox->bytes + frame->length > LIMIT_OUTBOX_BYTES) return false;
    outbox->items = ring_room(outbox->items, outbox->head, outbox->count, &outbox->capacity,
                              sizeof *outbox->items);
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
