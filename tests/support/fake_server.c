#include "support/fake_server.h"

#include <stdlib.h>

#include "base/check.h"
#include "live/registry.h"
#include "live/workshop.h"

struct secret fake_organiser_key(void)
{
    struct secret key = {{0}};
    for (size_t i = 0; i < SECRET_BYTES; i++) key.bytes[i] = (uint8_t)(i + 1);
    return key;
}

struct secret fake_link_key(uint64_t workshop, enum role role)
{
    struct secret organiser = fake_organiser_key();
    struct secret animator = secret_derive(&organiser, "animator", workshop, 1);
    if (role == ROLE_ORGANISER) return organiser;
    if (role == ROLE_ANIMATOR) return animator;
    return secret_derive(&animator, role == ROLE_SCREEN ? "screen" : "participant", workshop, 1);
}

struct service_settings fake_settings(void)
{
    return (struct service_settings){.organiser = fake_organiser_key(),
                                     .max_connections = 1000,
                                     .idle_ms = 60000,
                                     .snapshot_every = 1000};
}

static void turn(void *context)
{
    struct fake_server *server = context;
    if (server->service) service_turn(server->service);
}

struct fake_server *fake_server_new(struct world *world, struct fake_store *store,
                                    const struct service_settings *settings)
{
    struct fake_server *server = NEW(struct fake_server);
    server->world = world;
    server->host = fake_host_new(world, turn, server);
    server->journal = fake_journal_new(store);
    server->service = service_new(settings, server->journal, &server->host->host);
    return server;
}

void fake_server_free(struct fake_server *server)
{
    struct service *service = server->service;
    server->service = NULL;
    service_free(service);
    fake_host_free(server->host);
    free(server);
}

static void on_closed(void *context)
{
    ((struct fake_server *)context)->closed = true;
}

static void on_drained(void *context)
{
    struct fake_server *server = context;
    server->drained = true;
    server->journal->calls->close(server->journal, on_closed, server);
}

void fake_server_drain(struct fake_server *server)
{
    service_drain(server->service, on_drained, server);
}

bool fake_server_is_over(const struct fake_server *server)
{
    return server->closed && !service_metrics(server->service).connections;
}

void fake_server_stop(struct fake_server *server)
{
    fake_server_drain(server);
    while (!fake_server_is_over(server)) CHECK(world_step(server->world));
    fake_server_free(server);
}

/* A service whose journal is dead lets go of everything: what the drain does at its very end. */
void fake_server_crash(struct fake_server *server)
{
    server->service->stopped = true;
    fake_journal_kill(server->journal);
    fake_server_free(server);
}

struct live_workshop *fake_server_workshop(const struct fake_server *server, uint64_t id)
{
    return table_get(&server->service->workshops, id);
}
