/* Where a Redis is and how to be let in. journal_redis.h describes the text. */
#ifndef ARCHIPEL_JOURNAL_REDIS_ADDRESS_H
#define ARCHIPEL_JOURNAL_REDIS_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

struct redis_address {
    char *socket;          /* the path of a local socket, or NULL: */
    char *host;            /* a name or number, and */
    unsigned port;         /* its port */
    char *user, *password; /* NULL: none */
    unsigned database;
    char *shown; /* for logs: without user and password */
};

/* False and one sentence in `problem`, which never repeats the text: it may hold a password.
 * What is read is the caller's to clear. */
bool redis_address_read(struct redis_address *address, const char *text, char *problem,
                        size_t problem_bytes);
/* Wipes the password. */
void redis_address_clear(struct redis_address *address);

#endif
