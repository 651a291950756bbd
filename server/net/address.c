/* host:port, [v6]:port or unix:path. A socket of a server that died is in the way of the next one:
 * it is taken away if nobody answers there. */
#include "net/address.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/check.h"

static bool copy(char *to, size_t capacity, const char *from, size_t length)
{
    if (length >= capacity) return false;
    memcpy(to, from, length);
    to[length] = '\0';
    return true;
}

static bool port_is_valid(const char *port)
{
    size_t digits = strspn(port, "0123456789");
    unsigned number = 0;
    if (digits == 0 || digits > 5 || port[digits] != '\0') return false;
    for (size_t i = 0; i < digits; i++) number = number * 10 + (unsigned)(port[i] - '0');
    return number <= 65535;
}

static bool parse_host(struct address *address, const char *text, size_t length)
{
    if (length >= 2 && text[0] == '[' && text[length - 1] == ']')
        return copy(address->host, sizeof address->host, text + 1, length - 2);
    return !memchr(text, ':', length) && copy(address->host, sizeof address->host, text, length);
}

bool address_parse(struct address *address, const char *text)
{
    memset(address, 0, sizeof *address);
    if (strncmp(text, "unix:", 5) == 0) {
        address->local = true;
        size_t length = strlen(text + 5);
        return length > 0 && length < sizeof((struct sockaddr_un *)0)->sun_path &&
               copy(address->host, sizeof address->host, text + 5, length);
    }
    const char *colon = strrchr(text, ':');
    if (!colon || !port_is_valid(colon + 1)) return false;
    copy(address->port, sizeof address->port, colon + 1, strlen(colon + 1));
    return parse_host(address, text, (size_t)(colon - text));
}

static int open_socket(int family)
{
    return socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

/* Closes what was opened, keeps errno for the caller's sentence. */
static int give_up(int socket)
{
    int reason = errno;
    close(socket);
    errno = reason;
    return -1;
}

static struct sockaddr_un local_name(const char *path)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    CHECK(copy(name.sun_path, sizeof name.sun_path, path, strlen(path)));
    return name;
}

/* A socket file outlives the process that made it: it is stale when connecting is refused. */
static bool is_stale(const struct sockaddr_un *name)
{
    struct stat file;
    if (lstat(name->sun_path, &file) != 0 || !S_ISSOCK(file.st_mode)) return false;
    int probe = open_socket(AF_UNIX);
    if (probe < 0) return false;
    bool refused =
        connect(probe, (const struct sockaddr *)name, sizeof *name) != 0 && errno == ECONNREFUSED;
    close(probe);
    return refused;
}

static int bind_local(const struct address *address, unsigned mode)
{
    struct sockaddr_un name = local_name(address->host);
    if (is_stale(&name)) unlink(name.sun_path);
    int bound = open_socket(AF_UNIX);
    if (bound < 0) return -1;
    /* The file must never exist with more rights than `mode`: the mask is set before it is made. */
    mode_t mask = umask((mode_t)(~mode & 0777));
    int failed = bind(bound, (const struct sockaddr *)&name, sizeof name);
    umask(mask);
    return failed ? give_up(bound) : bound;
}

static int bind_to(const struct addrinfo *place)
{
    int bound = open_socket(place->ai_family), on = 1, off = 0;
    if (bound < 0) return -1;
    setsockopt(bound, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (place->ai_family == AF_INET6) /* "[::]" takes IPv4 too, as people expect */
        setsockopt(bound, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    return bind(bound, place->ai_addr, place->ai_addrlen) ? give_up(bound) : bound;
}

static const char *reason_of(int error)
{
    if (error == EADDRINUSE) return "another program listens there; stop it or choose another port";
    if (error == EADDRNOTAVAIL) return "this machine has no such address";
    if (error == EACCES) return "only an administrator may; choose a port from 1024 on";
    return strerror(error);
}

static int bind_host(const char *host, const char *port, const char **why)
{
    struct addrinfo wanted = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *found;
    int failed = getaddrinfo(host, port, &wanted, &found);
    if (failed) {
        *why = gai_strerror(failed);
        return -1;
    }
    int bound = -1;
    for (struct addrinfo *at = found; at && bound < 0; at = at->ai_next) bound = bind_to(at);
    int reason = errno;
    freeaddrinfo(found);
    *why = reason_of(errno = reason);
    return bound;
}

/* "::" takes IPv4 as well, where there is IPv6 at all. */
static int bind_network(const struct address *address, const char **why)
{
    if (*address->host) return bind_host(address->host, address->port, why);
    int bound = bind_host("::", address->port, why);
    bool no_ipv6 = bound < 0 && (errno == EAFNOSUPPORT || errno == EADDRNOTAVAIL);
    return no_ipv6 ? bind_host("0.0.0.0", address->port, why) : bound;
}

int address_bind(const struct address *address, unsigned mode, char *problem, size_t problem_bytes)
{
    const char *why = NULL;
    int bound = address->local ? bind_local(address, mode) : bind_network(address, &why);
    if (bound >= 0) return bound;
    if (address->local)
        snprintf(problem, problem_bytes, "cannot listen on %s: %s", address->host,
                 errno == EADDRINUSE ? "another server answers there, or it is not a socket"
                                     : strerror(errno));
    else
        snprintf(problem, problem_bytes, "cannot listen on %s, port %s: %s",
                 *address->host ? address->host : "every interface", address->port, why);
    return -1;
}

void address_of_socket(int socket, char text[ADDRESS_TEXT_BYTES])
{
    struct sockaddr_storage name = {0};
    socklen_t length = sizeof name;
    CHECK(getsockname(socket, (struct sockaddr *)&name, &length) == 0);
    if (name.ss_family == AF_UNIX) {
        snprintf(text, ADDRESS_TEXT_BYTES, "unix:%s", ((struct sockaddr_un *)&name)->sun_path);
        return;
    }
    char host[ADDRESS_HOST_BYTES], port[6];
    CHECK(getnameinfo((struct sockaddr *)&name, length, host, sizeof host, port, sizeof port,
                      NI_NUMERICHOST | NI_NUMERICSERV) == 0);
    snprintf(text, ADDRESS_TEXT_BYTES, name.ss_family == AF_INET6 ? "[%s]:%s" : "%s:%s", host,
             port);
}
