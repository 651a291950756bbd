/* What the headers of a request say. Pure: text in, answer out. Every text is hostile. */
#ifndef ARCHIPEL_NET_REQUEST_H
#define ARCHIPEL_NET_REQUEST_H

#include <stdbool.h>

/* Longest Host and Origin that are looked at, with their closing zero. */
#define REQUEST_HOST_BYTES 256
#define REQUEST_ORIGIN_BYTES 272

/* Whether a Host header is a name, an IPv4 address or an [IPv6] one, with or without a port, and
 * nothing else: safe to repeat inside another header. */
bool request_host_is_plain(const char *host);

/* Whether a page of this origin may talk to us: it was served by the same host, whatever stands
 * between us and the browser, or it is on the NULL-terminated list (NULL: no list). */
bool request_origin_is_ours(const char *origin, const char *host, const char *const *allowed);

/* Whether text is written as a browser writes an origin: http or https, "://", a plain host. */
bool request_origin_is_plain(const char *origin);

/* Whether a Sec-WebSocket-Key is 16 bytes in base64. */
bool request_key_is_valid(const char *key);

/* Whether a comma-separated list has this item, in any case of letters. */
bool request_list_has(const char *list, const char *item);

/* Whether an Accept-Encoding header takes this coding; "q=0" declines it. */
bool request_accepts(const char *accept_encoding, const char *coding);

/* Whether an If-None-Match header names this entity tag (with its quotes), or "*". */
bool request_etag_matches(const char *if_none_match, const char *etag);

/* A request to become a WebSocket: its headers, "" for what is missing. */
struct upgrade {
    bool complete; /* no header was longer than the room for it */
    bool has_body; /* Content-Length or Transfer-Encoding */
    char path[32];
    char http[16]; /* "HTTP/1.1" */
    char connection[128];
    char version[8];
    char key[32];
    char protocols[256];
    char host[REQUEST_HOST_BYTES];
    char origin[REQUEST_ORIGIN_BYTES];
};

/* 0 when all is as RFC 6455 and our own rules want it, else the HTTP status to refuse with. A
 * request without Origin comes from no browser and passes: what lets in is the key in hello. */
unsigned request_judge_upgrade(const struct upgrade *upgrade, const char *const *allowed_origins);

#endif
