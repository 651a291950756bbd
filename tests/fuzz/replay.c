/* Runs a fuzz target without a fuzzer, the same every time: each golden vector, each one cut at
 * each length, each one with each of its bytes replaced by what is likely to hurt. With a folder
 * as argument it writes the vectors there instead, as the fuzzer's seeds; with files, it runs
 * those, to look at what a fuzzer found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/check.h"
#include "fuzz/fuzz.h"
#include "support/vectors.h"

/* From a copy of exactly that length, so that a byte read too far is seen. */
static void run(const uint8_t *data, size_t length)
{
    uint8_t *exact = allocate(length ? length : 1);
    if (length) memcpy(exact, data, length);
    LLVMFuzzerTestOneInput(exact, length);
    free(exact);
}

static void run_replaced(const struct vector *vector)
{
    static const uint8_t harmful[] = {0x00, 0x01, 0x7f, 0x80, 0x90, 0x9f, 0xa0,
                                      0xbf, 0xc0, 0xc1, 0xc3, 0xc6, 0xcb, 0xcf,
                                      0xd3, 0xd8, 0xdb, 0xdd, 0xdf, 0xe0, 0xff};
    uint8_t *copy = allocate(vector->length ? vector->length : 1);
    if (vector->length) memcpy(copy, vector->bytes, vector->length);
    for (size_t at = 0; at < vector->length; at++) {
        for (size_t i = 0; i < sizeof harmful; i++) {
            copy[at] = harmful[i];
            run(copy, vector->length);
        }
        copy[at] = vector->bytes[at];
    }
    free(copy);
}

/* The long ones are long in one text, where a byte is like the next. */
static void run_vectors(void)
{
    for (size_t i = 0; i < VECTOR_COUNT; i++) {
        for (size_t length = 0; length <= vectors[i].length; length++)
            run(vectors[i].bytes, length);
        if (vectors[i].length < 1024) run_replaced(&vectors[i]);
    }
}

static int failed(const char *path)
{
    perror(path);
    return EXIT_FAILURE;
}

static int write_seeds(const char *folder)
{
    for (size_t i = 0; i < VECTOR_COUNT; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/vector-%03zu", folder, i);
        FILE *file = fopen(path, "wb");
        if (!file) return failed(path);
        fwrite(vectors[i].bytes, 1, vectors[i].length, file);
        if (fclose(file)) return failed(path);
    }
    return EXIT_SUCCESS;
}

static int run_file(const char *path)
{
    static uint8_t data[1 << 20];
    FILE *file = fopen(path, "rb");
    if (!file) return failed(path);
    size_t length = fread(data, 1, sizeof data, file);
    fclose(file);
    run(data, length);
    return EXIT_SUCCESS;
}

int main(int count, char **arguments)
{
    struct stat status;
    if (count == 2 && !stat(arguments[1], &status) && S_ISDIR(status.st_mode))
        return write_seeds(arguments[1]);
    if (count == 1) run_vectors();
    for (int i = 1; i < count; i++)
        if (run_file(arguments[i])) return EXIT_FAILURE;
    return EXIT_SUCCESS;
}
