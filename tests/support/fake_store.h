/* What a fake journal keeps, shared by all the servers of a test. Everything here happens at
 * once; fake_journal.h puts the waiting and the faults before it. */
#ifndef ARCHIPEL_TESTS_FAKE_STORE_H
#define ARCHIPEL_TESTS_FAKE_STORE_H

#include "base/bytes.h"
#include "journal/journal.h"

struct fake_snapshot {
    uint64_t seq;
    struct bytes *bytes;
    struct digest head; /* of the chain at seq */
};

/* One workshop. entries[0] has number `first`. The two newest snapshots are kept, so that the
 * store can come back as it was before the last one. */
struct fake_shelf {
    uint64_t workshop;
    struct journal_position position;
    uint64_t first;
    struct bytes **entries;
    struct digest *heads; /* before each */
    size_t count, capacity;
    struct fake_snapshot snapshots[2]; /* the newest last; seq 0 for none */
    struct fake_snapshot base;         /* what stands for the entries before `first` */
    struct fake_shelf *next;
};

/* Told of what becomes permanent, in the moment it does. */
struct fake_watcher {
    void *context;
    void (*on_entry)(void *context, const struct fake_shelf *shelf, const struct bytes *entry);
    void (*on_replaced)(void *context, const struct fake_shelf *shelf);
    void (*on_lost)(void *context, const struct fake_shelf *shelf);
};

struct fake_journal;

struct fake_sign {
    uint64_t sign, workshop;
    struct fake_sign *next;
};

struct fake_store {
    struct world *world;
    struct fake_shelf *shelves;
    struct fake_sign *signs;
    struct fake_journal *journals;
    struct fake_call *orphans; /* of journals that died: may still take effect */
    uint64_t journals_made;
    const struct fake_watcher *watcher; /* or NULL */
};

struct fake_store *fake_store_new(struct world *world);
/* Its journals must be closed. */
void fake_store_free(struct fake_store *store);

struct fake_shelf *fake_store_shelf(const struct fake_store *store, uint64_t workshop);
enum journal_status fake_store_create(struct fake_store *store, uint64_t workshop);
enum journal_status fake_store_append(struct fake_store *store, uint64_t workshop,
                                      struct journal_position expected,
                                      struct bytes *const *entries, size_t count);
enum journal_status fake_store_replace(struct fake_store *store, uint64_t workshop,
                                       struct journal_position expected,
                                       const struct journal_history *history);
void fake_store_snapshot(struct fake_store *store, uint64_t workshop,
                         struct journal_position position, struct bytes *snapshot);

/* Where a sign leads, 0 for nowhere; put_sign makes it lead there if it leads nowhere. */
uint64_t fake_store_sign(const struct fake_store *store, uint64_t sign);
void fake_store_put_sign(struct fake_store *store, uint64_t sign, uint64_t workshop);

/* The store comes back with less: nothing after seq. Returns how many entries are gone; what a
 * replacement has made a snapshot of stays. */
size_t fake_store_lose(struct fake_store *store, uint64_t workshop, uint64_t seq);
/* Everything about the workshop is gone. */
void fake_store_forget(struct fake_store *store, uint64_t workshop);

#endif
