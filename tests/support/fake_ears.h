/* How a fake journal hears what others did to the store: late, twice, or not at all (J7, J11). */
#ifndef ARCHIPEL_TESTS_FAKE_EARS_H
#define ARCHIPEL_TESTS_FAKE_EARS_H

#include "support/fake_journal.h"

struct fake_ears {
    struct world *world;
    const struct fake_faults *faults;
    struct fake_counts *counts;
    struct ears_dice {
        struct chance way, lost, twice;
    } dice;
    bool deaf;
    struct follower *followers;
    struct delivery *deliveries; /* on their way */
};

/* Ears that nothing has been told to; with the dice of this number. */
void fake_ears_init(struct fake_ears *ears, struct world *world, const struct fake_faults *faults,
                    struct fake_counts *counts, uint64_t number);
void fake_ears_clear(struct fake_ears *ears);
void fake_ears_follow(struct fake_ears *ears, uint64_t workshop,
                      const struct journal_follower *follower);
void fake_ears_unfollow(struct fake_ears *ears, uint64_t workshop);

/* Something was said of a workshop: a whisper, or with NULL a position. Whoever follows it hears
 * so in a while, if at all. */
void fake_ears_tell(struct fake_ears *ears, uint64_t workshop, struct journal_position position,
                    struct bytes *whisper);

#endif
