/* Who is let into a workshop, with which eyes, and who no longer is. */
#ifndef ARCHIPEL_LIVE_ADMISSION_H
#define ARCHIPEL_LIVE_ADMISSION_H

#include <stdbool.h>
#include <stdint.h>

struct bytes;
struct connection;

/* Tells it who it is and where it stands; `resumed` when what it has stays. */
void admission_welcome(struct connection *connection, bool resumed);

/* The workshop is there: lets the connection in, or ends it, or leaves it waiting until the journal
 * has answered. */
void admission_admit(struct connection *connection);
/* After something happened to access: still let in? Still the same eyes? Ends it, or gives it a
 * welcome and a whole snapshot, where not; a snapshot anyway when told to. */
void admission_review(struct connection *connection, bool anyway);

/* Its join was accepted, for the first time or before. First it takes the key of this person, so
 * that nothing that ends their link's guests ends it; */
void admission_take_key(struct connection *connection, uint64_t person, const struct bytes *digest);
/* then, once all that was decided is told, it becomes theirs, if a review has not made it so. */
void admission_join(struct connection *connection, uint64_t person, bool first_time);

#endif
