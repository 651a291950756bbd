/* Lists are read item by item, never searched for a substring: "brotli" does not accept "br". */
#include "net/request.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "protocol/generated/messages.h"

/* A piece of somebody else's text. */
struct piece {
    const char *at;
    size_t length;
};

static bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_address_character(char c)
{
    return c == ':' || c == '.' || (isxdigit((unsigned char)c) != 0);
}

/* "" or ":" and 1 to 5 digits. */
static bool is_port(const char *text)
{
    if (*text == '\0') return true;
    size_t digits = strspn(text + 1, "0123456789");
    return *text == ':' && digits >= 1 && digits <= 5 && text[1 + digits] == '\0';
}

static const char *after_bracketed(const char *host)
{
    const char *at = host + 1;
    while (is_address_character(*at)) at++;
    return at > host + 1 && *at == ']' ? at + 1 : NULL;
}

static const char *after_name(const char *host)
{
    const char *at = host;
    while (is_letter_or_digit(*at) || *at == '.' || *at == '-' || *at == '_') at++;
    return at > host && *host != '-' && *host != '.' ? at : NULL;
}

bool request_host_is_plain(const char *host)
{
    if (strlen(host) >= REQUEST_HOST_BYTES) return false;
    const char *rest = *host == '[' ? after_bracketed(host) : after_name(host);
    return rest && is_port(rest);
}

/* Without the port when it is the scheme's own. */
static struct piece authority(const char *text, const char *default_port)
{
    struct piece piece = {text, strlen(text)};
    size_t port = strlen(default_port);
    if (piece.length > port && strcmp(text + piece.length - port, default_port) == 0)
        piece.length -= port;
    return piece;
}

static bool same_authority(const char *left, const char *right, const char *default_port)
{
    struct piece a = authority(left, default_port), b = authority(right, default_port);
    return a.length == b.length && strncasecmp(a.at, b.at, a.length) == 0;
}

static const char *after_scheme(const char *origin, const char **default_port)
{
    if (strncasecmp(origin, "https://", 8) == 0) {
        *default_port = ":443";
        return origin + 8;
    }
    if (strncasecmp(origin, "http://", 7) == 0) {
        *default_port = ":80";
        return origin + 7;
    }
    return NULL;
}

bool request_origin_is_plain(const char *origin)
{
    const char *default_port, *host = after_scheme(origin, &default_port);
    return host && request_host_is_plain(host);
}

bool request_origin_is_ours(const char *origin, const char *host, const char *const *allowed)
{
    const char *default_port, *their_host = after_scheme(origin, &default_port);
    if (!their_host) return false;
    if (same_authority(their_host, host, default_port)) return true;
    for (; allowed && *allowed; allowed++)
        if (strcasecmp(*allowed, origin) == 0) return true;
    return false;
}

bool request_key_is_valid(const char *key)
{
    if (strlen(key) != 24 || strcmp(key + 22, "==") != 0) return false;
    for (size_t i = 0; i < 22; i++)
        if (!is_letter_or_digit(key[i]) && key[i] != '+' && key[i] != '/') return false;
    return true;
}

/* Cuts the next item off a comma-separated list, blanks around it taken away; false at the end. */
static bool next_item(const char **list, struct piece *item)
{
    if (**list == '\0') return false;
    item->at = *list + strspn(*list, " \t");
    size_t length = strcspn(item->at, ",");
    *list = item->at + length;
    if (**list == ',') (*list)++;
    while (length > 0 && (item->at[length - 1] == ' ' || item->at[length - 1] == '\t')) length--;
    item->length = length;
    return true;
}

static bool piece_is(struct piece piece, const char *text)
{
    return strlen(text) == piece.length && strncasecmp(piece.at, text, piece.length) == 0;
}

bool request_list_has(const char *list, const char *item)
{
    struct piece piece;
    while (next_item(&list, &piece))
        if (piece_is(piece, item)) return true;
    return false;
}

/* Whether "name;q=0.000" declines: the weight, if there is one, has no digit but zeros. */
static bool is_declined(struct piece item, size_t name_length)
{
    const char *end = item.at + item.length, *at = item.at + name_length;
    while (at < end && (*at == ' ' || *at == '\t' || *at == ';')) at++;
    if (end - at < 3 || (at[0] != 'q' && at[0] != 'Q') || at[1] != '=') return false;
    for (at += 2; at < end; at++)
        if (*at >= '1' && *at <= '9') return false;
    return true;
}

bool request_accepts(const char *accept_encoding, const char *coding)
{
    struct piece item;
    while (next_item(&accept_encoding, &item)) {
        struct piece name = {item.at, 0};
        while (name.length < item.length && strchr("; \t", name.at[name.length]) == NULL)
            name.length++;
        if (piece_is(name, coding)) return !is_declined(item, name.length);
    }
    return false;
}

bool request_etag_matches(const char *if_none_match, const char *etag)
{
    struct piece item;
    while (next_item(&if_none_match, &item)) {
        if (item.length > 2 && memcmp(item.at, "W/", 2) == 0) {
            item.at += 2;
            item.length -= 2;
        }
        if (piece_is(item, "*")) return true;
        if (strlen(etag) == item.length && memcmp(item.at, etag, item.length) == 0) return true;
    }
    return false;
}

unsigned request_judge_upgrade(const struct upgrade *upgrade, const char *const *allowed_origins)
{
    if (strcmp(upgrade->path, "/ws") != 0) return 404;
    if (!upgrade->complete || upgrade->has_body || strcmp(upgrade->http, "HTTP/1.1") != 0 ||
        !request_host_is_plain(upgrade->host) || !request_list_has(upgrade->connection, "upgrade"))
        return 400;
    if (strcmp(upgrade->version, "13") != 0) return 426;
    if (!request_key_is_valid(upgrade->key) ||
        !request_list_has(upgrade->protocols, PROTOCOL_SUBPROTOCOL))
        return 400;
    if (*upgrade->origin &&
        !request_origin_is_ours(upgrade->origin, upgrade->host, allowed_origins))
        return 403;
    return 0;
}
