/* A person's clients in the order of their last entries:
 *
 *   rosters: person + 1 → struct roster     items: oldest … newest
 *
 * Two people with one client id, which only happens when somebody means harm, never touch each
 * other's. */
#include "core/counters.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/check.h"
#include "protocol/generated/schema.h"

_Static_assert(COUNTERS_WINDOW >= 2 * LIMIT_IN_FLIGHT, "what is under way must be in the window");

/* A client's id (C1): where it was made, above what is chance. */
enum { SEQ_BITS = 28, CHANCE_BITS = 25 };

struct roster {
    struct counter *items;
    size_t count, capacity;
};

uint64_t counters_client(uint64_t seq, uint64_t chance)
{
    uint64_t latest = (UINT64_C(1) << SEQ_BITS) - 1, most = (UINT64_C(1) << CHANCE_BITS) - 1;
    return (seq < latest ? seq : latest) << CHANCE_BITS | (chance % most + 1);
}

static void roster_free(struct roster *roster)
{
    free(roster->items);
    free(roster);
}

void counters_clear(struct counters *counters)
{
    size_t at = 0;
    for (struct roster *roster; (roster = table_next(&counters->rosters, &at));)
        roster_free(roster);
    table_clear(&counters->rosters);
}

static struct roster *roster_of(const struct counters *counters, uint64_t person)
{
    return table_get(&counters->rosters, person + 1);
}

bool counters_know(const struct counters *counters, uint64_t person)
{
    return roster_of(counters, person);
}

/* The client's place, or the end. */
static size_t place_of(const struct roster *roster, uint64_t client)
{
    size_t place = 0;
    while (place < roster->count && roster->items[place].client != client) place++;
    return place;
}

struct counter counters_find(const struct counters *counters, uint64_t person, uint64_t client)
{
    const struct roster *roster = roster_of(counters, person);
    size_t place = roster ? place_of(roster, client) : 0;
    if (!roster || place == roster->count) return (struct counter){0};
    return roster->items[place];
}

/* Of a client that is not known. */
static enum recall recall_stranger(const struct roster *roster, uint64_t client)
{
    bool in_doubt = roster->count == COUNTERS_KEPT && client >> CHANCE_BITS < roster->items[0].seq;
    return in_doubt ? RECALL_FORGOTTEN : RECALL_NOT_ACCEPTED;
}

enum recall counters_recall(const struct counters *counters, uint64_t person, uint64_t client,
                            uint64_t counter)
{
    const struct roster *roster = roster_of(counters, person);
    if (!roster) return RECALL_NOT_ACCEPTED;
    struct counter known = counters_find(counters, person, client);
    if (!known.client) return recall_stranger(roster, client);
    if (counter > known.counter) return RECALL_NOT_ACCEPTED;
    uint64_t back = known.counter - counter;
    if (back >= COUNTERS_WINDOW) return RECALL_FORGOTTEN;
    return back && known.missed >> (back - 1) & 1 ? RECALL_NOT_ACCEPTED : RECALL_ACCEPTED;
}

static struct counter take_out(struct roster *roster, size_t place)
{
    struct counter out = roster->items[place];
    memmove(&roster->items[place], &roster->items[place + 1],
            (--roster->count - place) * sizeof *roster->items);
    return out;
}

static void put_in(struct roster *roster, const struct counter *counter)
{
    roster->items =
        array_room(roster->items, roster->count, &roster->capacity, sizeof *roster->items);
    size_t place = roster->count++;
    for (; place && roster->items[place - 1].seq > counter->seq; place--)
        roster->items[place] = roster->items[place - 1];
    roster->items[place] = *counter;
}

struct counter counters_keep(struct counters *counters, const struct counter *counter)
{
    struct roster *roster = roster_of(counters, counter->person);
    if (!roster) {
        roster = NEW(struct roster);
        table_set(&counters->rosters, counter->person + 1, roster);
    }
    size_t place = place_of(roster, counter->client);
    if (place < roster->count) take_out(roster, place);
    put_in(roster, counter);
    return roster->count > COUNTERS_KEPT ? take_out(roster, 0) : (struct counter){0};
}

/* Moves the window up to this counter; those between were not accepted. */
static void move_up(struct counter *known, uint64_t counter)
{
    const uint64_t all = (UINT64_C(1) << (COUNTERS_WINDOW - 1)) - 1;
    uint64_t by = counter - known->counter;
    if (by < COUNTERS_WINDOW) known->missed = known->missed << by | ((UINT64_C(1) << (by - 1)) - 1);
    else known->missed = all;
    known->missed &= all;
    known->counter = counter;
}

struct counter counters_accept(struct counters *counters, uint64_t person, uint64_t client,
                               uint64_t counter, uint64_t seq)
{
    struct counter known = counters_find(counters, person, client);
    uint64_t back = known.counter - counter;
    known.person = person;
    known.client = client;
    known.seq = seq;
    if (counter > known.counter) move_up(&known, counter);
    else if (back && back < COUNTERS_WINDOW) known.missed &= ~(UINT64_C(1) << (back - 1));
    return counters_keep(counters, &known);
}

void counters_forget(struct counters *counters, uint64_t person, uint64_t client)
{
    struct roster *roster = roster_of(counters, person);
    size_t place = roster ? place_of(roster, client) : 0;
    if (!roster || place == roster->count) return;
    take_out(roster, place);
    if (roster->count) return;
    table_remove(&counters->rosters, person + 1);
    roster_free(roster);
}

/* *at is two walks in one: the slot of the table (high half) and the place in its roster. */
bool counters_next(const struct counters *counters, size_t *at, struct counter *counter)
{
    size_t slot = *at >> 32, place = *at & UINT32_MAX;
    for (; slot < counters->rosters.capacity; slot++, place = 0) {
        const struct roster *roster = counters->rosters.slots[slot].value;
        if (!roster || place == roster->count) continue;
        *counter = roster->items[place];
        *at = slot << 32 | (place + 1);
        return true;
    }
    return false;
}
