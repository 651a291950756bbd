/* The capacity doubles, so that adding byte by byte costs no more than adding all at once. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"

#define FIRST_CAPACITY 64

static void reserve(struct buffer *buffer, size_t length)
{
    CHECK(length <= SIZE_MAX / 2 && buffer->length <= SIZE_MAX / 2 - length);
    size_t needed = buffer->length + length;
    if (needed <= buffer->capacity) return;
    size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
    while (capacity < needed) capacity *= 2;
    buffer->data = reallocate(buffer->data, capacity);
    buffer->capacity = capacity;
}

void buffer_clear(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){0};
}

uint8_t *buffer_grow(struct buffer *buffer, size_t length)
{
    reserve(buffer, length ? length : 1);
    uint8_t *room = buffer->data + buffer->length;
    buffer->length += length;
    return room;
}

void buffer_add(struct buffer *buffer, const void *data, size_t length)
{
    if (length) memcpy(buffer_grow(buffer, length), data, length);
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_add_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    CHECK(length >= 0);
    reserve(buffer, (size_t)length + 1); /* vsnprintf closes with a zero, which we do not count */
    vsnprintf((char *)buffer->data + buffer->length, (size_t)length + 1, format, again);
    va_end(again);
    buffer->length += (size_t)length;
}
