/* A path is only ever compared with the paths that are here: nothing that is asked for reaches a
 * file system. The few dozen files stand in a plain list. */
#include "net/assets.h"

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/check.h"
#include "net/request.h"

#define LARGEST_FILE_BYTES (16u << 20)
#define DEEPEST_DIRECTORY 8
#define HASH_LENGTH 8

struct assets {
    struct asset *list;
    size_t count;
    void **owned; /* file contents read from a directory */
    size_t owned_count;
};

static const char *const coding_names[ASSET_CODINGS] = {NULL, "gzip", "br"};
static const char *const coding_endings[ASSET_CODINGS] = {"", ".gz", ".br"};

static bool ends_with(const char *text, const char *ending)
{
    size_t length = strlen(text), tail = strlen(ending);
    return length >= tail && strcmp(text + length - tail, ending) == 0;
}

static const char *type_of(const char *path)
{
    static const char *const types[][2] = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".webmanifest", "application/manifest+json"},
        {".json", "application/json"},
        {".txt", "text/plain; charset=utf-8"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (ends_with(path, types[i][0])) return types[i][1];
    return "application/octet-stream";
}

static bool is_hash_character(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* "/assets/name-HASH.js": eight characters of a hash before the ending, not all of them small
 * letters, which would be a word. */
static bool is_hashed(const char *path)
{
    const char *dot = strrchr(path, '.');
    if (strncmp(path, "/assets/", 8) != 0 || !dot || dot - path < 8 + 1 + HASH_LENGTH) return false;
    const char *hash = dot - HASH_LENGTH;
    bool word = true;
    for (const char *at = hash; at < dot; at++) {
        if (!is_hash_character(*at)) return false;
        word = word && *at >= 'a' && *at <= 'z';
    }
    return !word && (hash[-1] == '-' || hash[-1] == '.');
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo): tells versions of a file apart, guards nothing. */
static uint64_t checksum(const void *data, size_t length)
{
    const uint8_t *at = data;
    uint64_t sum = 0xcbf29ce484222325u;
    for (size_t i = 0; i < length; i++) sum = (sum ^ at[i]) * 0x100000001b3u;
    return sum;
}

struct assets *assets_new(void)
{
    return NEW(struct assets);
}

void assets_free(struct assets *assets)
{
    if (!assets) return;
    for (size_t i = 0; i < assets->count; i++) free(assets->list[i].path);
    for (size_t i = 0; i < assets->owned_count; i++) free(assets->owned[i]);
    free(assets->list);
    free(assets->owned);
    free(assets);
}

static enum asset_coding coding_of(const char *path)
{
    if (ends_with(path, ".gz")) return ASSET_GZIP;
    return ends_with(path, ".br") ? ASSET_BROTLI : ASSET_PLAIN;
}

static struct asset *find(const struct assets *assets, const char *path, size_t length)
{
    for (size_t i = 0; i < assets->count; i++) {
        struct asset *asset = &assets->list[i];
        if (strlen(asset->path) == length && memcmp(asset->path, path, length) == 0) return asset;
    }
    return NULL;
}

static struct asset *add(struct assets *assets, const char *path, size_t length)
{
    assets->list = reallocate(assets->list, (assets->count + 1) * sizeof *assets->list);
    struct asset *asset = &assets->list[assets->count++];
    *asset = (struct asset){.path = allocate(length + 1)};
    memcpy(asset->path, path, length);
    asset->path[length] = '\0';
    asset->type = type_of(asset->path);
    asset->immutable = is_hashed(asset->path);
    return asset;
}

void assets_add(struct assets *assets, const struct asset_file *file)
{
    enum asset_coding coding = coding_of(file->path);
    size_t length = strlen(file->path) - strlen(coding_endings[coding]);
    struct asset *asset = find(assets, file->path, length);
    if (!asset) asset = add(assets, file->path, length);
    struct asset_body *body = &asset->bodies[coding];
    body->data = file->data;
    body->length = file->length;
    snprintf(body->etag, sizeof body->etag, "\"%016llx-%d\"",
             (unsigned long long)checksum(file->data, file->length), (int)coding);
}

const struct asset *assets_find(const struct assets *assets, const char *path)
{
    const struct asset *asset = find(assets, path, strlen(path));
    return asset && asset->bodies[ASSET_PLAIN].data ? asset : NULL;
}

enum asset_coding asset_choose(const struct asset *asset, const char *accept_encoding)
{
    enum asset_coding best = ASSET_PLAIN;
    for (int coding = ASSET_GZIP; coding < ASSET_CODINGS; coding++) {
        const struct asset_body *body = &asset->bodies[coding];
        if (body->data && body->length < asset->bodies[best].length &&
            request_accepts(accept_encoding, coding_names[coding]))
            best = (enum asset_coding)coding;
    }
    return best;
}

const char *asset_coding_name(enum asset_coding coding)
{
    return coding_names[coding];
}

static bool read_whole(const char *path, struct buffer *content)
{
    FILE *file = fopen(path, "rbe");
    if (!file) return false;
    uint8_t piece[16384];
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;) {
        buffer_add(content, piece, got);
        if (content->length > LARGEST_FILE_BYTES) break;
    }
    bool whole = !ferror(file) && content->length <= LARGEST_FILE_BYTES;
    fclose(file);
    return whole;
}

/* The content goes from the buffer to the assets, which free it. */
static void *own(struct assets *assets, struct buffer *content)
{
    void *data = content->data ? content->data : allocate_zero(1, 1);
    assets->owned = reallocate(assets->owned, (assets->owned_count + 1) * sizeof *assets->owned);
    assets->owned[assets->owned_count++] = data;
    return data;
}

static bool read_file(struct assets *assets, const char *file, const char *path)
{
    struct buffer content = {0};
    if (!read_whole(file, &content)) {
        buffer_clear(&content);
        return false;
    }
    assets_add(assets, &(struct asset_file){path, own(assets, &content), content.length});
    return true;
}

/* `root_length` bytes of every file's name are the directory that stands for "/". */
static bool read_directory(struct assets *assets, const char *directory, size_t root_length,
                           int depth)
{
    DIR *listing = depth < DEEPEST_DIRECTORY ? opendir(directory) : NULL;
    if (!listing) return false;
    bool whole = true;
    for (struct dirent *entry; whole && (entry = readdir(listing));) {
        if (entry->d_name[0] == '.') continue;
        struct buffer name = {0};
        buffer_add_format(&name, "%s/%s", directory, entry->d_name);
        buffer_add(&name, "", 1);
        const char *file = (const char *)name.data;
        struct stat status;
        whole = stat(file, &status) == 0;
        if (whole && S_ISDIR(status.st_mode))
            whole = read_directory(assets, file, root_length, depth + 1);
        else if (whole) whole = read_file(assets, file, file + root_length);
        buffer_clear(&name);
    }
    closedir(listing);
    return whole;
}

static bool holds_a_page(const char *directory)
{
    struct buffer name = {0};
    buffer_add_format(&name, "%s/index.html", directory);
    buffer_add(&name, "", 1);
    bool found = access((const char *)name.data, R_OK) == 0;
    buffer_clear(&name);
    return found;
}

/* The page is looked for first, so that not everything is read of a directory that was a mistake. */
bool assets_read(struct assets *assets, const char *directory, char *problem, size_t problem_bytes)
{
    if (!holds_a_page(directory)) {
        snprintf(problem, problem_bytes,
                 "--web-client: there is no index.html to read in \"%s\": give the directory that "
                 "the client's build writes",
                 directory);
        return false;
    }
    errno = 0;
    if (read_directory(assets, directory, strlen(directory), 0)) return true;
    snprintf(problem, problem_bytes, "--web-client: cannot read all of \"%s\": %s", directory,
             errno ? strerror(errno) : "a file or a nesting is too large");
    return false;
}
