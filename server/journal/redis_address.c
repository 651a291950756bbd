/* Read from left to right; whatever is wrong is told with the part that is. */
#include "journal/redis_address.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"

#define TCP_PREFIX "redis://"
#define SOCKET_PREFIX "redis+unix://"
#define DEFAULT_PORT 6379
#define HIGHEST_PORT 65535
#define HIGHEST_DATABASE 999999

static char *copy(const char *start, const char *end)
{
    size_t length = (size_t)(end - start);
    char *text = allocate(length + 1);
    memcpy(text, start, length);
    text[length] = 0;
    return text;
}

static int hex_digit(char digit)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = digit ? strchr(digits, tolower((unsigned char)digit)) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* A copy with %41 as A; NULL when a % is followed by something else, or by %00. */
static char *copy_decoded(const char *start, const char *end)
{
    char *text = copy(start, end), *to = text;
    for (const char *from = text; *from; from++) {
        if (*from != '%') {
            *to++ = *from;
            continue;
        }
        int high = hex_digit(from[1]), low = high < 0 ? -1 : hex_digit(from[2]);
        if (high < 0 || low < 0 || high + low == 0) {
            free(text);
            return NULL;
        }
        *to++ = (char)(high * 16 + low);
        from += 2;
    }
    *to = 0;
    return text;
}

/* Digits only, up to `highest`. */
static bool read_number(const char *start, const char *end, unsigned highest, unsigned *number)
{
    unsigned value = 0;
    if (start == end) return false;
    for (; start < end; start++) {
        if (*start < '0' || *start > '9') return false;
        value = value * 10 + (unsigned)(*start - '0');
        if (value > highest) return false;
    }
    *number = value;
    return true;
}

static const char *read_database(struct redis_address *address, const char *start, const char *end)
{
    if (start == end || read_number(start, end, HIGHEST_DATABASE, &address->database)) return NULL;
    return "the database of a Redis address is a number";
}

static const char *read_login(struct redis_address *address, const char *start, const char *end)
{
    const char *colon = memchr(start, ':', (size_t)(end - start));
    if (!colon) return "a Redis address has user:password or :password before its @";
    address->user = copy_decoded(start, colon);
    address->password = copy_decoded(colon + 1, end);
    if (!address->user || !address->password || !*address->password)
        return "user and password of a Redis address cannot be read; write %25 for %, %40 for @";
    if (!*address->user) {
        free(address->user);
        address->user = NULL;
    }
    return NULL;
}

/* host, host:port, [::1] or [::1]:port */
static const char *read_host(struct redis_address *address, const char *start, const char *end)
{
    const char *after = NULL;
    if (start < end && *start == '[') {
        const char *bracket = memchr(start, ']', (size_t)(end - start));
        if (!bracket) return "a bracket is not closed in the Redis address";
        address->host = copy(start + 1, bracket);
        after = bracket + 1;
    } else {
        const char *colon = memchr(start, ':', (size_t)(end - start));
        after = colon ? colon : end;
        address->host = copy(start, after);
    }
    if (!*address->host) return "the Redis address names no host";
    address->port = DEFAULT_PORT;
    if (after == end) return NULL;
    if (*after == ':' && read_number(after + 1, end, HIGHEST_PORT, &address->port) && address->port)
        return NULL;
    return "the port of a Redis address is a number from 1 to 65535";
}

static const char *read_tcp(struct redis_address *address, const char *text)
{
    const char *end = text + strlen(text);
    const char *at = strrchr(text, '@'); /* a password may hold a slash */
    const char *problem = at ? read_login(address, text, at) : NULL;
    if (problem) return problem;
    const char *host = at ? at + 1 : text;
    const char *slash = strchr(host, '/');
    problem = read_host(address, host, slash ? slash : end);
    return problem || !slash ? problem : read_database(address, slash + 1, end);
}

static const char *read_socket(struct redis_address *address, const char *text)
{
    static const char database[] = "?database=";
    const char *end = text + strlen(text), *query = strchr(text, '?');
    address->socket = copy(text, query ? query : end);
    if (*address->socket != '/') return "the path of a Redis socket begins with a slash";
    if (!query) return NULL;
    if (strncmp(query, database, sizeof database - 1) != 0)
        return "after the path of a Redis socket stands ?database= and a number, or nothing";
    return read_database(address, query + sizeof database - 1, end);
}

static void show(struct redis_address *address)
{
    struct buffer shown = {0};
    if (address->socket) buffer_add_format(&shown, "%s", address->socket);
    else buffer_add_format(&shown, "%s port %u", address->host, address->port);
    buffer_add(&shown, "", 1);
    address->shown = (char *)shown.data;
}

bool redis_address_read(struct redis_address *address, const char *text, char *problem,
                        size_t problem_bytes)
{
    const char *sentence = "a Redis address begins with redis:// or redis+unix://";
    *address = (struct redis_address){0};
    if (strncmp(text, TCP_PREFIX, strlen(TCP_PREFIX)) == 0)
        sentence = read_tcp(address, text + strlen(TCP_PREFIX));
    else if (strncmp(text, SOCKET_PREFIX, strlen(SOCKET_PREFIX)) == 0)
        sentence = read_socket(address, text + strlen(SOCKET_PREFIX));
    if (sentence) snprintf(problem, problem_bytes, "%s", sentence);
    else show(address);
    return !sentence;
}

void redis_address_clear(struct redis_address *address)
{
    if (address->password) explicit_bzero(address->password, strlen(address->password));
    free(address->socket);
    free(address->host);
    free(address->user);
    free(address->password);
    free(address->shown);
    *address = (struct redis_address){0};
}
