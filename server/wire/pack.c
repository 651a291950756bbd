/* The only file that knows msgpack-c, and only its packer: its unpacker allocates what a
 * stranger claims. */
#include "wire/pack.h"

#include <msgpack/pack.h>

#include "base/check.h"

static int append(void *buffer, const char *data, size_t length)
{
    buffer_add(buffer, data, length);
    return 0;
}

static msgpack_packer packer(struct buffer *buffer)
{
    return (msgpack_packer){buffer, append};
}

void pack_array(struct buffer *buffer, size_t count)
{
    msgpack_packer to = packer(buffer);
    CHECK(count <= UINT32_MAX);
    msgpack_pack_array(&to, count);
}

void pack_integer(struct buffer *buffer, int64_t value)
{
    msgpack_packer to = packer(buffer);
    msgpack_pack_int64(&to, value);
}

void pack_natural(struct buffer *buffer, uint64_t value)
{
    msgpack_packer to = packer(buffer);
    msgpack_pack_uint64(&to, value);
}

void pack_nil(struct buffer *buffer)
{
    msgpack_packer to = packer(buffer);
    msgpack_pack_nil(&to);
}

void pack_flag(struct buffer *buffer, bool value)
{
    msgpack_packer to = packer(buffer);
    if (value) msgpack_pack_true(&to);
    else msgpack_pack_false(&to);
}

void pack_text(struct buffer *buffer, const void *text, size_t length)
{
    msgpack_packer to = packer(buffer);
    CHECK(length <= UINT32_MAX);
    msgpack_pack_str(&to, length);
    msgpack_pack_str_body(&to, text, length);
}

void pack_bytes(struct buffer *buffer, const void *data, size_t length)
{
    msgpack_packer to = packer(buffer);
    CHECK(length <= UINT32_MAX);
    msgpack_pack_bin(&to, length);
    msgpack_pack_bin_body(&to, data, length);
}
