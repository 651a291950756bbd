/* The bytes stand behind their count in one allocation, closed by a zero so that texts can be
 * read as C strings; the zero is never counted. */
#include "base/bytes.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"

struct bytes *bytes_new(const void *data, size_t length)
{
    if (!length) return NULL;
    CHECK(length < UINT32_MAX);
    struct bytes *bytes = allocate(sizeof *bytes + length + 1);
    bytes->references = 1;
    bytes->length = (uint32_t)length;
    memcpy(bytes->data, data, length);
    bytes->data[length] = 0;
    return bytes;
}

struct bytes *bytes_from(const char *text)
{
    return bytes_new(text, strlen(text));
}

struct bytes *bytes_keep(struct bytes *bytes)
{
    if (bytes) {
        CHECK(bytes->references < UINT32_MAX);
        bytes->references++;
    }
    return bytes;
}

void bytes_drop(struct bytes *bytes)
{
    if (!bytes) return;
    CHECK(bytes->references > 0);
    if (--bytes->references == 0) free(bytes);
}

size_t bytes_length(const struct bytes *bytes)
{
    return bytes ? bytes->length : 0;
}

const char *bytes_text(const struct bytes *bytes)
{
    return bytes ? bytes->data : "";
}

bool bytes_equal(const struct bytes *left, const struct bytes *right)
{
    size_t length = bytes_length(left);
    return left == right || (length == bytes_length(right) &&
                             memcmp(bytes_text(left), bytes_text(right), length) == 0);
}

struct bytes *bytes_from_ids(const uint64_t *ids, size_t count)
{
    CHECK(count < UINT32_MAX / sizeof *ids);
    return bytes_new(ids, count * sizeof *ids);
}

size_t bytes_id_count(const struct bytes *bytes)
{
    return bytes_length(bytes) / sizeof(uint64_t);
}

uint64_t bytes_id(const struct bytes *bytes, size_t index)
{
    uint64_t id;
    CHECK(index < bytes_id_count(bytes));
    memcpy(&id, bytes->data + index * sizeof id, sizeof id);
    return id;
}

bool bytes_has_id(const struct bytes *bytes, uint64_t id)
{
    size_t count = bytes_id_count(bytes);
    for (size_t at = 0; at < count; at++)
        if (bytes_id(bytes, at) == id) return true;
    return false;
}
