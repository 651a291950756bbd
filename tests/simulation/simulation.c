#include "simulation/simulation.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/check.h"
#include "base/log.h"
#include "core/changes.h"
#include "live/workshop.h"
#include "simulation/actions.h"
#include "simulation/client.h"
#include "simulation/faults.h"
#include "simulation/line.h"
#include "support/fake_peer.h"
#include "support/states.h"
#include "wire/decode.h"

enum { STEP_MS = 1000, FOUNDING_MS = 200 };

/* ---- what everybody uses ---- */

void simulation_wrong(const struct simulation *simulation, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    printf("seed %llu, at %lld ms: ", (unsigned long long)simulation->seed,
           (long long)world_now(simulation->world));
    vprintf(format, arguments);
    printf("\n");
    va_end(arguments);
    fflush(stdout);
    _exit(1);
}

/* FNV-1a (Fowler, Noll, Vo), 64 bits. */
static uint64_t hash_on(uint64_t hash, const void *data, size_t length)
{
    const uint8_t *bytes = data;
    for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}

void simulation_trace(struct simulation *simulation, uint64_t who, const void *data, size_t length)
{
    int64_t now = world_now(simulation->world);
    simulation->trace = hash_on(simulation->trace, &now, sizeof now);
    simulation->trace = hash_on(simulation->trace, &who, sizeof who);
    simulation->trace = hash_on(simulation->trace, data, length);
}

struct fake_server *simulation_server(const struct simulation *simulation)
{
    const struct plan *plan = &simulation->plan;
    struct fake_server *server =
        fake_server_new(simulation->world, simulation->store, &plan->settings);
    server->host->busy = plan->busy;
    return server;
}

uint64_t simulation_id(struct chance *chance)
{
    return 1 + chance_below(chance, (UINT64_C(1) << 53) - 1);
}

struct secret simulation_secret(struct chance *chance)
{
    struct secret secret;
    for (size_t i = 0; i < SECRET_BYTES; i++) secret.bytes[i] = (uint8_t)chance_below(chance, 256);
    return secret;
}

/* ---- beginning ---- */

static void add_first_keys(struct simulation *simulation)
{
    static const enum role roles[] = {ROLE_ANIMATOR, ROLE_PARTICIPANT, ROLE_SCREEN};
    for (size_t i = 0; i < 3; i++)
        simulation->keys[simulation->key_count++] =
            (struct made_key){roles[i], fake_link_key(THE_WORKSHOP, roles[i])};
}

static void found(struct simulation *simulation)
{
    struct fake_server *server = simulation->servers[0];
    struct fake_peer *organiser = fake_peer_new(simulation->world, server->service);
    struct message hello = {.type = MESSAGE_HELLO}, create = {.type = MESSAGE_CREATE};
    hello.body.hello.version = PROTOCOL_VERSION;
    hello.body.hello.schema = PROTOCOL_SCHEMA;
    hello.body.hello.key = fake_organiser_key();
    create.body.create.workshop = THE_WORKSHOP;
    create.body.create.command.type = COMMAND_CREATE_WORKSHOP;
    struct create_workshop *command = &create.body.create.command.body.create_workshop;
    command->title = bytes_from("Journée");
    command->language = LANGUAGE_FR;
    command->template = bytes_from("initiation");
    create.body.create.command.present = ALL_FIELDS;
    fake_peer_send(organiser, &hello);
    world_run(simulation->world, 1);
    fake_peer_send(organiser, &create);
    world_run(simulation->world, FOUNDING_MS);
    CHECK(fake_peer_count(organiser, MESSAGE_CREATED) == 1);
    message_clear(&create);
    fake_peer_free(organiser);
    add_first_keys(simulation);
}

static enum role kind_of(size_t index)
{
    if (index < 2) return ROLE_ANIMATOR;
    return index == CLIENTS - 1 ? ROLE_SCREEN : ROLE_PARTICIPANT;
}

static void begin(struct simulation *simulation, uint64_t seed)
{
    simulation->seed = seed;
    simulation->world = world_new(seed);
    simulation->store = fake_store_new(simulation->world);
    oracle_init(&simulation->oracle, simulation, &simulation->watcher);
    simulation->store->watcher = &simulation->watcher;
    faults_plan(simulation);
    actions_plan(simulation);
    simulation->servers[0] = simulation_server(simulation);
    found(simulation);
    world_set_rounds(simulation->world, true);
    for (size_t i = 0; i < CLIENTS; i++)
        client_init(&simulation->clients[i], simulation, i, kind_of(i));
}

/* ---- what must hold at the end ---- */

static void check_answered(const struct simulation *simulation)
{
    for (size_t i = 0; i < CLIENTS; i++)
        if (simulation->clients[i].pending_count && !simulation->clients[i].stopped)
            simulation_wrong(simulation, "C2: client %zu waits for %zu answers", i,
                             simulation->clients[i].pending_count);
}

/* The servers that hold the workshop hold what the journal holds. */
static void check_servers(const struct simulation *simulation)
{
    const struct state *truth = oracle_now(&simulation->oracle);
    const struct fake_shelf *shelf = fake_store_shelf(simulation->store, THE_WORKSHOP);
    for (size_t i = 0; i < simulation->plan.servers; i++) {
        const struct live_workshop *workshop =
            fake_server_workshop(simulation->servers[i], THE_WORKSHOP);
        if (!workshop || !workshop->members.first) continue;
        if (workshop->history.position.epoch != shelf->position.epoch ||
            workshop->history.position.seq != shelf->position.seq)
            simulation_wrong(simulation, "server %zu is not where the journal is", i);
        if (!state_equal(workshop->history.state, truth))
            simulation_wrong(simulation, "server %zu does not hold what the journal holds", i);
    }
}

static void check_client(const struct simulation *simulation, const struct client *client)
{
    const struct fake_shelf *shelf = fake_store_shelf(simulation->store, THE_WORKSHOP);
    const struct replica *replica = &client->replica;
    struct viewer viewer;
    if (!replica->whole || !client->line)
        simulation_wrong(simulation, "client %zu did not come back", client->index);
    if ((uint64_t)replica->epoch != shelf->position.epoch ||
        (uint64_t)replica->seq != shelf->position.seq)
        simulation_wrong(simulation, "client %zu is not where the journal is", client->index);
    if (!oracle_viewer(oracle_now(&simulation->oracle), replica->person, replica->role, &viewer) ||
        !replica_equals(replica, oracle_now(&simulation->oracle), &viewer))
        simulation_wrong(simulation, "client %zu does not see what it may", client->index);
}

static void check_presence(const struct simulation *simulation, const struct client *client)
{
    const struct replica *replica = &client->replica;
    size_t people = 0;
    int64_t guests = 0;
    for (size_t i = 0; i < CLIENTS; i++) {
        const struct client *other = &simulation->clients[i];
        if (!other->line) continue;
        if (!other->replica.person) guests++;
        else if (++people && !bytes_has_id(replica->here, other->replica.person))
            simulation_wrong(simulation, "L1: client %zu does not know that %zu is here",
                             client->index, i);
    }
    if (bytes_id_count(replica->here) != people || replica->guests != guests)
        simulation_wrong(simulation, "L1: client %zu counts %zu people and %lld guests",
                         client->index, bytes_id_count(replica->here), (long long)replica->guests);
}

/* A participant whom no link lets in any more waits outside. */
static void check_clients(const struct simulation *simulation)
{
    for (size_t i = 0; i < CLIENTS; i++) {
        const struct client *client = &simulation->clients[i];
        if (client->stopped) continue;
        check_client(simulation, client);
        check_presence(simulation, client);
    }
}

/* C3, X8: a lone server gives back all that its store has lost and somebody was told of, unless
 * others have written in its place. */
static void check_acknowledged(const struct simulation *simulation)
{
    const struct oracle *oracle = &simulation->oracle;
    bool all = simulation->plan.servers == 1 && !simulation->plan.has[FAULT_OVERTAKING];
    for (size_t i = 0; i < oracle->log_count; i++) {
        const struct logged *logged = &oracle->log[i];
        bool kept = oracle_keeps(oracle_now(oracle), logged);
        if (logged->acknowledged && !kept && all)
            simulation_wrong(simulation, "C3: entry %llu was acknowledged and is gone",
                             (unsigned long long)logged->seq);
        if (!logged->lost && !kept)
            simulation_wrong(simulation, "entry %llu is in the journal and not in the state",
                             (unsigned long long)logged->seq);
    }
}

static void check_end(const struct simulation *simulation)
{
    check_acknowledged(simulation);
    check_answered(simulation);
    check_servers(simulation);
    check_clients(simulation);
}

/* ---- from begin to end ---- */

static void live(struct simulation *simulation, int64_t ms)
{
    for (; ms > 0; ms -= STEP_MS) {
        world_run(simulation->world, STEP_MS);
        lines_free(simulation, false);
    }
}

static void end(struct simulation *simulation)
{
    for (size_t i = 0; i < CLIENTS; i++) client_clear(&simulation->clients[i]);
    lines_free(simulation, true);
    for (size_t i = 0; i < simulation->plan.servers; i++) fake_server_stop(simulation->servers[i]);
    fake_store_free(simulation->store);
    world_free(simulation->world);
    oracle_clear(&simulation->oracle);
}

uint64_t simulation_run(uint64_t seed)
{
    struct simulation *simulation = NEW(struct simulation);
    log_set_level(LOG_ERROR);
    begin(simulation, seed);
    faults_begin(simulation);
    live(simulation, TROUBLE_MS);
    faults_end(simulation);
    live(simulation, CALM_MS);
    check_end(simulation);
    end(simulation);
    faults_free(simulation);
    uint64_t trace = simulation->trace;
    free(simulation);
    return trace;
}
