/* The only place that calls malloc, and the only one that gives up. */
#include "base/check.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

_Noreturn void check_failed(const char *file, int line, const char *expression)
{
    fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, expression);
    abort();
}

static _Noreturn void out_of_memory(size_t bytes)
{
    fprintf(stderr, "out of memory: %zu bytes were asked for\n", bytes);
    abort();
}

void *allocate(size_t bytes)
{
    void *pointer = malloc(bytes ? bytes : 1);
    if (!pointer) out_of_memory(bytes);
    return pointer;
}

void *allocate_zero(size_t count, size_t bytes)
{
    void *pointer = count && bytes ? calloc(count, bytes) : calloc(1, 1);
    if (!pointer) out_of_memory(bytes && count > SIZE_MAX / bytes ? SIZE_MAX : count * bytes);
    return pointer;
}

void *reallocate(void *pointer, size_t bytes)
{
    void *moved = realloc(pointer, bytes ? bytes : 1);
    if (!moved) out_of_memory(bytes);
    return moved;
}
