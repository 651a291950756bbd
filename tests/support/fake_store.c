#include "support/fake_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/check.h"
#include "journal/chain.h"
#include "support/fake_journal.h"

struct fake_store *fake_store_new(struct world *world)
{
    struct fake_store *store = NEW(struct fake_store);
    store->world = world;
    return store;
}

static void cut_to(struct fake_shelf *shelf, size_t count)
{
    while (shelf->count > count) {
        bytes_drop(shelf->entries[--shelf->count]);
        shelf->position.head = shelf->heads[shelf->count];
    }
}

static void drop_snapshots(struct fake_shelf *shelf)
{
    for (size_t i = 0; i < 2; i++) bytes_drop(shelf->snapshots[i].bytes);
    memset(shelf->snapshots, 0, sizeof shelf->snapshots);
    bytes_drop(shelf->base.bytes);
    shelf->base = (struct fake_snapshot){0};
}

static void shelf_free(struct fake_shelf *shelf)
{
    cut_to(shelf, 0);
    drop_snapshots(shelf);
    free(shelf->entries);
    free(shelf->heads);
    free(shelf);
}

void fake_store_free(struct fake_store *store)
{
    CHECK(!store->journals);
    fake_journal_drop_orphans(store);
    for (struct fake_shelf *next; store->shelves; store->shelves = next) {
        next = store->shelves->next;
        shelf_free(store->shelves);
    }
    for (struct fake_sign *next; store->signs; store->signs = next) {
        next = store->signs->next;
        free(store->signs);
    }
    free(store);
}

uint64_t fake_store_sign(const struct fake_store *store, uint64_t sign)
{
    const struct fake_sign *at = store->signs;
    while (at && at->sign != sign) at = at->next;
    return at ? at->workshop : 0;
}

void fake_store_put_sign(struct fake_store *store, uint64_t sign, uint64_t workshop)
{
    if (fake_store_sign(store, sign)) return;
    struct fake_sign *put = NEW(struct fake_sign);
    *put = (struct fake_sign){sign, workshop, store->signs};
    store->signs = put;
}

struct fake_shelf *fake_store_shelf(const struct fake_store *store, uint64_t workshop)
{
    struct fake_shelf *shelf = store->shelves;
    while (shelf && shelf->workshop != workshop) shelf = shelf->next;
    return shelf;
}

enum journal_status fake_store_create(struct fake_store *store, uint64_t workshop)
{
    if (fake_store_shelf(store, workshop)) return JOURNAL_EXISTS;
    struct fake_shelf *shelf = NEW(struct fake_shelf);
    shelf->workshop = workshop;
    shelf->position.epoch = 1;
    shelf->first = 1;
    shelf->next = store->shelves;
    store->shelves = shelf;
    return JOURNAL_OK;
}

static bool is_at(const struct fake_shelf *shelf, struct journal_position expected)
{
    return journal_position_equal(&shelf->position, &expected);
}

static struct journal_bytes whole(const struct bytes *bytes)
{
    return (struct journal_bytes){bytes->data, bytes->length};
}

static void add(struct fake_shelf *shelf, struct bytes *entry)
{
    size_t capacity = shelf->capacity;
    shelf->heads = array_room(shelf->heads, shelf->count, &capacity, sizeof *shelf->heads);
    shelf->entries =
        array_room(shelf->entries, shelf->count, &shelf->capacity, sizeof(struct bytes *));
    shelf->heads[shelf->count] = shelf->position.head;
    shelf->position.head = chain_after(&shelf->position.head, whole(entry));
    shelf->entries[shelf->count++] = bytes_keep(entry);
    shelf->position.seq++;
}

static void add_all(struct fake_store *store, struct fake_shelf *shelf,
                    struct bytes *const *entries, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add(shelf, entries[i]);
        if (store->watcher) store->watcher->on_entry(store->watcher->context, shelf, entries[i]);
    }
}

enum journal_status fake_store_append(struct fake_store *store, uint64_t workshop,
                                      struct journal_position expected,
                                      struct bytes *const *entries, size_t count)
{
    struct fake_shelf *shelf = fake_store_shelf(store, workshop);
    if (!shelf || !is_at(shelf, expected)) return JOURNAL_CONFLICT;
    add_all(store, shelf, entries, count);
    return JOURNAL_OK;
}

enum journal_status fake_store_replace(struct fake_store *store, uint64_t workshop,
                                       struct journal_position expected,
                                       const struct journal_history *history)
{
    struct fake_shelf *shelf = fake_store_shelf(store, workshop);
    if (!shelf || !is_at(shelf, expected)) return JOURNAL_CONFLICT;
    cut_to(shelf, 0);
    drop_snapshots(shelf);
    shelf->first = history->first;
    shelf->position =
        (struct journal_position){history->epoch, history->first - 1, history->before};
    if (history->snapshot.length) {
        struct bytes *bytes = bytes_new(history->snapshot.data, history->snapshot.length);
        shelf->snapshots[1] = (struct fake_snapshot){history->first - 1, bytes, history->before};
        shelf->base = shelf->snapshots[1];
        bytes_keep(bytes);
    }
    if (store->watcher) store->watcher->on_replaced(store->watcher->context, shelf);
    CHECK(!history->count); /* nobody asks for more */
    return JOURNAL_OK;
}

/* J12: whether it is a place in this history. */
static bool is_place(const struct fake_shelf *shelf, const struct journal_position *position)
{
    if (position->epoch != shelf->position.epoch || position->seq > shelf->position.seq)
        return false;
    if (position->seq == shelf->position.seq)
        return digest_equal(&position->head, &shelf->position.head);
    return position->seq + 1 >= shelf->first &&
           digest_equal(&position->head, &shelf->heads[position->seq + 1 - shelf->first]);
}

void fake_store_snapshot(struct fake_store *store, uint64_t workshop,
                         struct journal_position position, struct bytes *snapshot)
{
    struct fake_shelf *shelf = fake_store_shelf(store, workshop);
    if (!shelf || !is_place(shelf, &position) || shelf->snapshots[1].seq >= position.seq) return;
    bytes_drop(shelf->snapshots[0].bytes);
    shelf->snapshots[0] = shelf->snapshots[1];
    shelf->snapshots[1] = (struct fake_snapshot){position.seq, bytes_keep(snapshot), position.head};
}

size_t fake_store_lose(struct fake_store *store, uint64_t workshop, uint64_t seq)
{
    struct fake_shelf *shelf = fake_store_shelf(store, workshop);
    if (!shelf || seq >= shelf->position.seq || seq < shelf->first - 1) return 0;
    size_t lost = (size_t)(shelf->position.seq - seq);
    cut_to(shelf, (size_t)(seq - (shelf->first - 1)));
    shelf->position.seq = seq;
    for (size_t i = 2; i-- > 0 && shelf->snapshots[1].seq > seq;) {
        bytes_drop(shelf->snapshots[1].bytes);
        shelf->snapshots[1] = shelf->snapshots[0];
        shelf->snapshots[0] = (struct fake_snapshot){0};
    }
    if (!shelf->snapshots[1].bytes)
        shelf->snapshots[1] = (struct fake_snapshot){shelf->base.seq, bytes_keep(shelf->base.bytes),
                                                     shelf->base.head};
    if (store->watcher) store->watcher->on_lost(store->watcher->context, shelf);
    return lost;
}

void fake_store_forget(struct fake_store *store, uint64_t workshop)
{
    for (struct fake_shelf **at = &store->shelves; *at; at = &(*at)->next) {
        struct fake_shelf *shelf = *at;
        if (shelf->workshop != workshop) continue;
        *at = shelf->next;
        shelf_free(shelf);
        return;
    }
}
