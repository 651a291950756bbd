/* What a client knows: the records it was told, its position, who it is, who is here. Obeys the
 * protocol to the letter and says what a server did against it. */
#ifndef ARCHIPEL_TESTS_REPLICA_H
#define ARCHIPEL_TESTS_REPLICA_H

#include "core/state.h"
#include "protocol/generated/messages.h"

struct replica {
    uint64_t person;
    enum role role;
    int64_t epoch, seq; /* seq 0: no position */
    uint64_t mark;
    int64_t leads_to; /* what the last welcome said: where what follows it leads */
    struct state *state;
    bool welcomed, whole;  /* whole: what state holds is everything at seq */
    int64_t parts, coming; /* of a snapshot: so far, and announced, or -1 */
    struct bytes *here;    /* people, sorted */
    int64_t guests;
    bool presence; /* has been told who is here */
};

void replica_init(struct replica *replica);
void replica_clear(struct replica *replica);
/* A new connection: nothing is known of it but the position stays. */
void replica_reconnect(struct replica *replica);

/* NULL, or a sentence that says which rule the message breaks. */
const char *replica_take(struct replica *replica, const struct message *message);

/* Whether it holds exactly what this viewer may see of a state. */
bool replica_equals(const struct replica *replica, const struct state *state,
                    const struct viewer *viewer);

#endif
