/* The Redis journal for the contract: its server, and how it comes to harm. */
#ifndef ARCHIPEL_CONTRACT_REDIS_STORE_H
#define ARCHIPEL_CONTRACT_REDIS_STORE_H

#include "fixture.h"
#include "redis_server.h"

extern const struct store redis_store;

/* Further arguments for a server that keeps what it confirms; ended by NULL. */
extern const char *const redis_store_durable[];

struct redis_server *redis_store_server(const struct fixture *fixture);
/* A journal over the server's socket, and over any address. */
struct journal *redis_store_open(struct fixture *fixture);
struct journal *redis_store_open_at(struct fixture *fixture, const char *address);

/* Where Redis has the workshop, in its own words; the caller's to free. */
char *redis_store_place(const struct fixture *fixture, uint64_t workshop);
/* As after a weaker fsync: it is where it was then, without the nine entries after seq. */
void redis_store_lose(const struct fixture *fixture, uint64_t workshop, const char *then,
                      uint64_t seq);

/* A workshop with the entries a, b, c. */
void redis_store_begin(struct fixture *fixture, uint64_t workshop);
/* Runs the loop until the listener was told this position last. */
void await_position(struct fixture *fixture, const struct listener *listener, uint64_t epoch,
                    uint64_t seq);
/* The lines that begin with this letter are numbered from 0, in order, `wanted` of them. */
void assert_all_there(const char *texts, char name, int wanted);

#endif
