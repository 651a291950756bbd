/* The array's head and the puts go through one deflate, whose window (32 kB) and tables live no
 * longer than this call. */
#include "wire/packed.h"

#include <zlib.h>

#include "base/bytes.h"
#include "base/check.h"
#include "protocol/generated/messages.h"
#include "wire/encode.h"
#include "wire/frame.h"
#include "wire/pack.h"

static void feed(z_stream *stream, const struct buffer *from, int flush)
{
    stream->next_in = from->data;
    stream->avail_in = (uInt)from->length;
    int status = deflate(stream, flush);
    CHECK(status == (flush == Z_FINISH ? Z_STREAM_END : Z_OK));
}

static void compress_array(struct buffer *to, const struct buffer *head, const struct buffer *puts)
{
    z_stream stream = {0};
    CHECK(deflateInit(&stream, Z_DEFAULT_COMPRESSION) == Z_OK);
    uLong most = deflateBound(&stream, head->length + puts->length);
    stream.next_out = buffer_grow(to, most);
    stream.avail_out = (uInt)most;
    feed(&stream, head, Z_NO_FLUSH);
    feed(&stream, puts, Z_FINISH);
    to->length -= stream.avail_out;
    deflateEnd(&stream);
}

struct frame *packed_new(const struct buffer *puts, size_t count)
{
    struct buffer head = {0}, bytes = {0}, buffer = {0};
    struct message message = {.type = MESSAGE_PACKED};
    pack_array(&head, count);
    CHECK(head.length + puts->length <= LIMIT_PACKED_BYTES);
    compress_array(&bytes, &head, puts);
    message.body.packed.changes = bytes_new(bytes.data, bytes.length);
    encode_message(&buffer, &message);
    struct frame *frame = frame_new(buffer.data, buffer.length);
    bytes_drop(message.body.packed.changes);
    buffer_clear(&head);
    buffer_clear(&bytes);
    buffer_clear(&buffer);
    return frame;
}
