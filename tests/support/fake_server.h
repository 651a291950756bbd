/* A whole server of a test: the real service over a fake host and a fake journal. */
#ifndef ARCHIPEL_TESTS_FAKE_SERVER_H
#define ARCHIPEL_TESTS_FAKE_SERVER_H

#include "live/service.h"
#include "support/fake_journal.h"

struct live_workshop;
struct state;

struct fake_server {
    struct world *world;
    struct fake_host *host;
    struct journal *journal;
    struct service *service;
    bool drained, closed;
};

/* The organiser key of every server of every test. */
struct secret fake_organiser_key(void);
/* The key of a workshop's first link for this role, derived as an organiser does (H5). */
struct secret fake_link_key(uint64_t workshop, enum role role);
/* As plain as can be: no hold, idle after a minute, a snapshot every 1000 entries. */
struct service_settings fake_settings(void);

struct fake_server *fake_server_new(struct world *world, struct fake_store *store,
                                    const struct service_settings *settings);
/* Drains and closes it as the program does; every connection must be closed when its peer is told
 * to. Runs the world meanwhile. */
void fake_server_stop(struct fake_server *server);
/* The same in steps: begins; whether it is over; lets go of what is over. */
void fake_server_drain(struct fake_server *server);
bool fake_server_is_over(const struct fake_server *server);
void fake_server_free(struct fake_server *server);
/* All its memory is gone at once. Its connections must be closed. */
void fake_server_crash(struct fake_server *server);

/* What it has of a workshop, or NULL; valid until something happens. */
struct live_workshop *fake_server_workshop(const struct fake_server *server, uint64_t id);

#endif
