/* The deflate's window (32 kB) and its tables live no longer than this call. */
#include "wire/packed.h"

#include <zlib.h>

#include "base/bytes.h"
#include "base/check.h"
#include "protocol/generated/messages.h"
#include "wire/encode.h"
#include "wire/frame.h"
#include "wire/tables.h"

static void compress_buffer(struct buffer *to, const struct buffer *from)
{
    uLongf length = compressBound(from->length);
    uint8_t *at = buffer_grow(to, length);
    CHECK(compress(at, &length, from->data, from->length) == Z_OK);
    to->length = length;
}

struct frame *packed_new(const struct buffer *puts, size_t count)
{
    struct buffer tables = {0}, bytes = {0}, buffer = {0};
    struct message message = {.type = MESSAGE_PACKED};
    tables_write(&tables, puts, count);
    CHECK(tables.length <= LIMIT_PACKED_BYTES);
    compress_buffer(&bytes, &tables);
    message.body.packed.tables = bytes_new(bytes.data, bytes.length);
    encode_message(&buffer, &message);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    bytes_drop(message.body.packed.tables);
    buffer_clear(&tables);
    buffer_clear(&bytes);
    buffer_clear(&buffer);
    return frame;
}
