/* Who knows what is true: every state the journal ever stood for, and every command in it. */
#ifndef ARCHIPEL_SIMULATION_ORACLE_H
#define ARCHIPEL_SIMULATION_ORACLE_H

#include "core/scope.h"
#include "core/state.h"
#include "support/fake_store.h"

struct simulation;
struct message;
struct message_changes;

/* The state at a position. */
struct moment {
    uint64_t epoch, seq;
    struct state *state;
};

/* A command that is in the journal. */
struct logged {
    uint64_t epoch, seq;
    uint64_t actor, client, counter;
    bool acknowledged; /* somebody was told that it is */
    bool lost;         /* the store has lost it since */
};

struct oracle {
    struct simulation *simulation;
    struct moment *moments; /* oldest first */
    size_t moment_count, moment_capacity;
    struct logged *log;
    size_t log_count, log_capacity;
    bool ever_lost;      /* the store came back with less at least once */
    uint64_t lost_epoch; /* then; positions of this epoch may mean two things */
};

void oracle_init(struct oracle *oracle, struct simulation *simulation,
                 struct fake_watcher *watcher);
void oracle_clear(struct oracle *oracle);

/* The newest state, and the one at a position; NULL when there was none or it is in doubt. */
const struct state *oracle_now(const struct oracle *oracle);
const struct state *oracle_at(const struct oracle *oracle, uint64_t epoch, uint64_t seq);

/* How somebody sees a state: a person by their record, a guest by the role of their link. False
 * when the person is not in it. */
bool oracle_viewer(const struct state *state, uint64_t person, enum role role,
                   struct viewer *viewer);

/* Every record of this message must have been visible to its receiver when it happened. */
void oracle_check_sent(const struct oracle *oracle, uint64_t epoch, uint64_t person, enum role role,
                       const struct message *message);

/* What is told of a resumption: nothing but what its receiver may see now, as it now is, and a drop
 * of each record that they had and may not see any more. */
void oracle_check_resumed(const struct oracle *oracle, uint64_t epoch, uint64_t person,
                          enum role role, const struct message_changes *changes);

/* The newest entry of this command that is not lost, or NULL. */
struct logged *oracle_find(const struct oracle *oracle, uint64_t client, uint64_t counter);

/* Whether a state knows that this command was accepted. */
bool oracle_keeps(const struct state *state, const struct logged *logged);

#endif
