/* The web client's files, in memory, each with its compressed forms: what the build embedded, or
 * a directory read once at start. */
#ifndef ARCHIPEL_NET_ASSETS_H
#define ARCHIPEL_NET_ASSETS_H

#include <stdbool.h>
#include <stddef.h>

struct assets;

enum asset_coding { ASSET_PLAIN, ASSET_GZIP, ASSET_BROTLI, ASSET_CODINGS };

struct asset_body {
    const void *data; /* NULL: not there in this coding */
    size_t length;
    char etag[24]; /* with its quotes */
};

struct asset {
    char *path; /* begins with a slash */
    const char *type;
    bool immutable; /* its name changes with its content */
    struct asset_body bodies[ASSET_CODINGS];
};

/* A file somebody else holds for ever, as the build embeds them: NAME, NAME.gz and NAME.br. */
struct asset_file {
    const char *path;
    const void *data;
    size_t length;
};

/* The build's own; none when the client was not built (cmake/WebClient.cmake). */
extern const struct asset_file web_client_files[];
extern const size_t web_client_file_count;

/* None yet. */
struct assets *assets_new(void);
/* Frees it with what was read; accepts NULL. */
void assets_free(struct assets *assets);

/* Adds a file, or a compressed form of one, by its name. */
void assets_add(struct assets *assets, const struct asset_file *file);
/* Reads all below a directory; false and one sentence in `problem` when that fails or there is no
 * index.html in it. */
bool assets_read(struct assets *assets, const char *directory, char *problem, size_t problem_bytes);

/* NULL when there is none. Any text may be asked for. */
const struct asset *assets_find(const struct assets *assets, const char *path);

/* The smallest body that an Accept-Encoding header takes ("" takes plain only). */
enum asset_coding asset_choose(const struct asset *asset, const char *accept_encoding);
/* The coding's name in HTTP; NULL for plain. */
const char *asset_coding_name(enum asset_coding coding);

#endif
