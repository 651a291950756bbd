/* Where a server listens: "host:port", "[v6]:port", ":port" (every interface), "unix:/path". */
#ifndef ARCHIPEL_NET_ADDRESS_H
#define ARCHIPEL_NET_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#define ADDRESS_HOST_BYTES 256
#define ADDRESS_TEXT_BYTES (ADDRESS_HOST_BYTES + 16)

struct address {
    char host[ADDRESS_HOST_BYTES]; /* without brackets; "" for every interface; a path for unix */
    char port[6];
    bool local; /* a Unix socket */
};

/* False when the text is none of the forms above. */
bool address_parse(struct address *address, const char *text);

/* A bound, non-blocking socket that does not listen yet, or -1 and one sentence in `problem`
 * that names the address. A Unix socket gets `mode`; one that is already there is replaced if
 * nobody answers on it. */
int address_bind(const struct address *address, unsigned mode, char *problem, size_t problem_bytes);

/* Where a bound socket really is, as a person would type it: port 0 has become a real one. */
void address_of_socket(int socket, char text[ADDRESS_TEXT_BYTES]);

#endif
