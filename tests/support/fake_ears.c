#include "support/fake_ears.h"

#include <stdlib.h>

#include "base/check.h"

struct follower {
    struct follower *next;
    uint64_t workshop;
    const struct journal_follower *follower;
};

/* Something on its way to a follower: a whisper, or else a position. */
struct delivery {
    struct delivery *next;
    struct fake_ears *ears;
    uint64_t workshop;
    struct journal_position position;
    struct bytes *whisper;
    uint64_t event;
};

void fake_ears_init(struct fake_ears *ears, struct world *world, const struct fake_faults *faults,
                    struct fake_counts *counts, uint64_t number)
{
    *ears = (struct fake_ears){.world = world, .faults = faults, .counts = counts};
    ears->dice = (struct ears_dice){world_stream(world, "ears' way", number),
                                    world_stream(world, "ears' losses", number),
                                    world_stream(world, "ears' echo", number)};
}

static const struct journal_follower *follower_of(const struct fake_ears *ears, uint64_t workshop)
{
    for (const struct follower *f = ears->followers; f; f = f->next)
        if (f->workshop == workshop) return f->follower;
    return NULL;
}

static void delivery_free(struct delivery *delivery)
{
    struct delivery **at = &delivery->ears->deliveries;
    while (*at != delivery) at = &(*at)->next;
    *at = delivery->next;
    world_cancel(delivery->ears->world, delivery->event);
    bytes_drop(delivery->whisper);
    free(delivery);
}

static void on_delivery(void *context)
{
    struct delivery *delivery = context;
    const struct journal_follower *follower = follower_of(delivery->ears, delivery->workshop);
    struct journal_position position = delivery->position;
    struct bytes *whisper = bytes_keep(delivery->whisper);
    delivery_free(delivery);
    if (follower && whisper)
        follower->on_whisper(follower->context,
                             (struct journal_bytes){whisper->data, whisper->length});
    else if (follower) follower->on_position(follower->context, position);
    bytes_drop(whisper);
}

static void deliver(struct fake_ears *ears, uint64_t workshop, struct journal_position position,
                    struct bytes *whisper)
{
    struct delivery *delivery = NEW(struct delivery);
    *delivery = (struct delivery){.next = ears->deliveries,
                                  .ears = ears,
                                  .workshop = workshop,
                                  .position = position,
                                  .whisper = bytes_keep(whisper)};
    ears->deliveries = delivery;
    int64_t way = chance_some(&ears->dice.way, 1, ears->faults->hint_slowest);
    delivery->event = world_after(ears->world, way, on_delivery, delivery);
    ears->counts->hints++;
}

static bool happens(struct chance *dice, unsigned chance)
{
    return chance_below(dice, 1000) < chance;
}

void fake_ears_tell(struct fake_ears *ears, uint64_t workshop, struct journal_position position,
                    struct bytes *whisper)
{
    if (!follower_of(ears, workshop)) return;
    unsigned lost = whisper ? ears->faults->whisper_lost : ears->faults->position_lost;
    if (ears->deaf || happens(&ears->dice.lost, lost)) {
        ears->counts->hints_lost++;
        return;
    }
    deliver(ears, workshop, position, whisper);
    if (!happens(&ears->dice.twice, ears->faults->hint_twice)) return;
    ears->counts->hints_twice++;
    deliver(ears, workshop, position, whisper);
}

void fake_ears_follow(struct fake_ears *ears, uint64_t workshop,
                      const struct journal_follower *follower)
{
    CHECK(!follower_of(ears, workshop));
    struct follower *added = NEW(struct follower);
    *added = (struct follower){ears->followers, workshop, follower};
    ears->followers = added;
}

void fake_ears_unfollow(struct fake_ears *ears, uint64_t workshop)
{
    for (struct follower **at = &ears->followers; *at; at = &(*at)->next) {
        struct follower *gone = *at;
        if (gone->workshop != workshop) continue;
        *at = gone->next;
        free(gone);
        return;
    }
}

void fake_ears_clear(struct fake_ears *ears)
{
    while (ears->deliveries) delivery_free(ears->deliveries);
    while (ears->followers) fake_ears_unfollow(ears, ears->followers->workshop);
}
