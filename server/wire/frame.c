/* A frame and its bytes are one allocation:
 *
 *   | struct frame | FRAME_HEADROOM | length bytes |
 *                                   ^ data
 */
#include "wire/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"

struct frame *frame_new(const void *data, size_t length)
{
    CHECK(length <= UINT32_MAX);
    struct frame *frame = allocate(sizeof *frame + FRAME_HEADROOM + length);
    frame->references = 1;
    frame->ends_message = false;
    frame->length = (uint32_t)length;
    frame->data = (uint8_t *)(frame + 1) + FRAME_HEADROOM;
    if (length) memcpy(frame->data, data, length);
    return frame;
}

struct frame *frame_keep(struct frame *frame)
{
    CHECK(frame->references > 0 && frame->references < UINT32_MAX);
    frame->references++;
    return frame;
}

void frame_drop(struct frame *frame)
{
    if (!frame) return;
    CHECK(frame->references > 0);
    if (--frame->references == 0) free(frame);
}
