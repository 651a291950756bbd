/* A growing byte buffer for whoever builds something of unknown length. */
#ifndef ARCHIPEL_BASE_BUFFER_H
#define ARCHIPEL_BASE_BUFFER_H

#include <stddef.h>
#include <stdint.h>

/* A zeroed struct buffer is empty; clear frees it and makes it empty again. */
struct buffer {
    uint8_t *data;
    size_t length, capacity;
};

/* Frees what it holds; it is empty again. */
void buffer_clear(struct buffer *buffer);
/* Appends a copy of these bytes. */
void buffer_add(struct buffer *buffer, const void *data, size_t length);
/* Appends a text without its closing zero. */
void buffer_add_text(struct buffer *buffer, const char *text);
/* Appends what printf would write. */
void buffer_add_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for `length` more bytes at the end; returns where they begin. */
uint8_t *buffer_grow(struct buffer *buffer, size_t length);

#endif
