/* The head of an HTTP answer: status, what the body is, and what keeps a page safe. Pure.
 *
 * Whatever a browser may show as a page carries all of that. A script or a style is never shown as
 * one; there are many of them, and on a slow line each header of each is waited for. */
#ifndef ARCHIPEL_NET_REPLY_H
#define ARCHIPEL_NET_REPLY_H

#include <stdbool.h>
#include <stddef.h>

struct buffer;

struct reply {
    unsigned status;
    const char *type;     /* of the body; NULL for none */
    const char *encoding; /* of the body; NULL for identity */
    const char *etag;     /* with its quotes; NULL for none */
    const char *cache;    /* Cache-Control; NULL for "no-store" */
    const char *extra;    /* whole header lines, each with its end of line; NULL for none */
    const void *body;     /* somebody else's */
    size_t length;        /* of the body; told for HEAD too, which gets none */
    bool ends;            /* the connection closes after this answer */
    bool part;            /* a script or a style, which says only that it is nothing else */
};

/* What the answer depends on besides itself. */
struct reply_site {
    const char *host; /* as request_host_is_plain accepts it, else NULL */
    bool tls;         /* this server speaks TLS itself */
};

/* Adds the status line, the headers and the empty line. */
void reply_add_head(struct buffer *out, const struct reply *reply, const struct reply_site *site);

/* The same safety for answers that a library makes on its own: names end with a colon. */
struct reply_header {
    const char *name, *value;
};
extern const struct reply_header reply_fixed_headers[];
extern const size_t reply_fixed_header_count;

#endif
