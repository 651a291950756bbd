/* reference FILE…: tries the cases of each file, prints those that differ and how many there were.
 * Ends with 1 when any differs, or a file cannot be read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference/reference.h"

static const struct {
    bool (*is)(const struct json *);
    void (*try)(const struct json *, struct tally *);
} forms[] = {{is_text, try_text}, {is_difference, try_difference}};

void trial_begin(struct trial *trial, struct tally *tally)
{
    *trial = (struct trial){.tally = tally};
}

void trial_end(struct trial *trial, const char *id)
{
    trial->tally->cases++;
    if (trial->line.length) {
        trial->tally->differ++;
        printf("%s: %.*s\n", id, (int)trial->line.length, (const char *)trial->line.data);
    }
    buffer_clear(&trial->line);
}

void expect(struct trial *trial, const char *what, const struct buffer *expected,
            const struct buffer *came)
{
    if (expected->length == came->length &&
        (!came->length || memcmp(expected->data, came->data, came->length) == 0))
        return;
    if (trial->line.length) buffer_add_text(&trial->line, "; ");
    buffer_add_format(&trial->line, "%s: expected %.*s, came %.*s", what, (int)expected->length,
                      (const char *)expected->data, (int)came->length, (const char *)came->data);
}

void expect_words(struct trial *trial, const char *what, const char *expected, const char *came)
{
    struct buffer one = {0}, other = {0};
    buffer_add_text(&one, expected);
    buffer_add_text(&other, came);
    expect(trial, what, &one, &other);
    buffer_clear(&one);
    buffer_clear(&other);
}

static bool read_file(const char *path, struct buffer *text)
{
    char piece[65536];
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    for (size_t length; (length = fread(piece, 1, sizeof piece, file));)
        buffer_add(text, piece, length);
    bool reads = !ferror(file);
    fclose(file);
    return reads;
}

static bool try_file(const char *path, const struct json *file, struct tally *tally)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].is(file)) {
            forms[i].try(file, tally);
            return true;
        }
    fprintf(stderr, "%s: of no form that is known here\n", path);
    return false;
}

static bool try_path(const char *path, struct tally *tally)
{
    struct buffer text = {0};
    size_t at = 0;
    struct json *file = NULL;
    bool is_read = read_file(path, &text);
    if (is_read) file = json_read((const char *)text.data, text.length, &at);
    if (!is_read) fprintf(stderr, "%s: cannot be read\n", path);
    else if (!file) fprintf(stderr, "%s: no JSON from byte %zu on\n", path, at);
    bool tried = file && try_file(path, file, tally);
    json_free(file);
    buffer_clear(&text);
    return tried;
}

int main(int count, char **arguments)
{
    struct tally tally = {0};
    bool all = count > 1;
    if (!all) fprintf(stderr, "reference FILE…\n");
    for (int i = 1; i < count; i++)
        if (!try_path(arguments[i], &tally)) all = false;
    printf("%zu cases, %zu differ\n", tally.cases, tally.differ);
    return all && !tally.differ ? EXIT_SUCCESS : EXIT_FAILURE;
}
