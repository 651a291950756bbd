#include "support/unpacked.h"

#include <stdlib.h>
#include <zlib.h>

#include "base/bytes.h"
#include "base/check.h"
#include "wire/decode.h"
#include "wire/pack.h"

bool unpacked_part(struct buffer *buffer, const struct message_packed *packed)
{
    uLongf length = LIMIT_PACKED_BYTES;
    uint8_t *changes = allocate(length);
    bool fits = uncompress(changes, &length, (const Bytef *)bytes_text(packed->changes),
                           bytes_length(packed->changes)) == Z_OK;
    pack_array(buffer, 5);
    pack_integer(buffer, MESSAGE_SNAPSHOT);
    pack_natural(buffer, 0);
    pack_natural(buffer, 0);
    pack_flag(buffer, false);
    if (fits) buffer_add(buffer, changes, length);
    free(changes);
    return fits;
}

bool unpacked_next(struct cursor *cursor, struct message *message)
{
    if (!decode_next_message(cursor, message)) return false;
    if (message->type != MESSAGE_PACKED) return true;
    struct buffer buffer = {0};
    struct message packed = *message;
    bool good = unpacked_part(&buffer, &packed.body.packed);
    struct cursor inside = cursor_new(buffer.data, buffer.length);
    good = good && decode_next_message(&inside, message) && !cursor_left(&inside);
    message_clear(&packed);
    buffer_clear(&buffer);
    return good;
}
