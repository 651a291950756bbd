/* Whole workshops lived through in virtual time: real servers over a fake journal, clients that
 * know the protocol, a network and a journal that fail, clocks that jump, servers that die. What
 * happens follows from the seed alone.
 *
 *     actions.c ─▶ client.c ◀──▶ line.c ◀──▶ the real live, wire, core ◀──▶ fake_journal
 *                     │            │                                            │
 *                     ▼            ▼                                            ▼
 *                  what was     what was                                  what is permanent
 *                  answered     sent to whom ─────────▶ oracle.c ◀──────────────┘
 *
 * Each seed enables some of the faults (faults.c), makes some commands frequent and others rare
 * (actions.c), and ends in a time without faults, after which everybody must agree.
 *
 * Whoever draws has dice of their own, by name (support/chance.h): each fault, each line, each
 * journal, each client for each thing it does. So one thing more that may happen leaves the
 * others' dice as they fell. */
#ifndef ARCHIPEL_SIMULATION_H
#define ARCHIPEL_SIMULATION_H

#include "protocol/generated/commands.h"
#include "protocol/generated/messages.h"
#include "simulation/oracle.h"
#include "simulation/sometimes.h"
#include "support/fake_server.h"
#include "support/replica.h"

enum {
    THE_WORKSHOP = 4711,
    CLIENTS = 8,
    SERVERS = 2,
    KEYS_MOST = 64,
    DRAINS_MOST = 16,
    TROUBLE_MS = 45000, /* how long people work and things fail */
    CALM_MS = 130000,   /* how long it may take until all is well again */
};

struct line;

/* A command that was not answered yet. */
struct pending {
    uint64_t client; /* the page load that it is of */
    int64_t counter;
    enum command_type type;
    struct bytes *bytes;
    unsigned sent; /* how often */
    uint64_t on;   /* the number of the connection it was sent on last; 0 before */
};

struct client {
    struct simulation *simulation;
    size_t index;
    enum role kind; /* of the links it comes by */
    struct secret link_key, own_key;
    bool joined;     /* comes with its own key */
    uint64_t person; /* the id it chose */
    uint64_t client; /* this page load, 0 before its first command */
    int64_t counter;
    struct pending *pending;
    size_t pending_count, pending_capacity;
    struct replica replica;
    struct line *line;    /* NULL while there is none */
    uint64_t connections; /* so far; the number of the last one */
    int64_t heard;        /* ms, when anything came last */
    int64_t pinged;
    unsigned attempts;
    uint64_t connect, tick; /* events */
    uint64_t acts;          /* so far */
    struct client_dice {
        struct chance ticks, backoff, servers, links, ids, moves, reloads;
    } dice;
    bool stopped;         /* sent away for good; comes back as somebody else */
    bool restless;        /* has just joined and moves over to another server */
    int64_t absent_until; /* ms; does not come back before */
};

/* What may go wrong (faults.c). */
enum fault {
    FAULT_CUT,          /* a line ends */
    FAULT_ABSENCE,      /* one ends, and its client stays away for a while */
    FAULT_LOSS_OF_LINE, /* one is dead, and neither end is told */
    FAULT_STALL,        /* a client takes nothing */
    FAULT_CRASH,        /* a server dies */
    FAULT_RESTART,      /* one drains and is replaced */
    FAULT_JUMP,         /* one's clock is wrong from now on */
    FAULT_HOLD,         /* the journal answers nobody */
    FAULT_AWAY,         /* it cannot be reached */
    FAULT_DEAFNESS,     /* a server is told nothing of what others append */
    FAULT_LOSS,         /* the journal comes back with less */
    FAULT_OVERTAKING,   /* with less, and somebody has written as many entries as are gone */
    FAULTS
};

/* What goes wrong in this run; zero never does. Chances and ms. */
struct plan {
    size_t servers;
    struct service_settings settings;
    int64_t busy; /* thousandths, of every server's loop */
    struct fake_faults journal;
    int64_t network_slowest;
    bool reloads;
    bool has[FAULTS];
    unsigned weights[COMMAND_TYPES + 1]; /* how often each command is asked for */
};

/* An access link that somebody made. */
struct made_key {
    enum role role;
    struct secret key;
};

struct simulation {
    uint64_t seed;
    struct world *world;
    struct fake_store *store;
    struct fake_watcher watcher;
    struct plan plan;
    struct fake_server *servers[SERVERS];
    struct fake_server *draining[DRAINS_MOST];
    struct client clients[CLIENTS];
    struct strike *strikes; /* one for each fault (faults.c) */
    struct line *lines;
    struct oracle oracle;
    struct made_key keys[KEYS_MOST];
    size_t key_count;
    bool calm; /* nothing goes wrong any more, nobody asks for anything */
    uint64_t trace;
};

/* Lives through one seed; returns the hash of all that happened. What is wrong ends the process
 * with 1, after saying so. */
uint64_t simulation_run(uint64_t seed);
_Noreturn void simulation_wrong(const struct simulation *simulation, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Takes something that happened into the trace. */
void simulation_trace(struct simulation *simulation, uint64_t who, const void *data, size_t length);
/* As people's devices make them. */
uint64_t simulation_id(struct chance *chance);
/* Another server over the store, as the plan says that they are. */
struct fake_server *simulation_server(const struct simulation *simulation);
struct secret simulation_secret(struct chance *chance);

#endif
