/* What hangs on what: the one place where records follow those that they name.
 *
 * A rule says what becomes of the record it is about; what names that record follows, as each field
 * says in the schema: it goes too, lets go of the name, or stays as it is. A record whose scope
 * follows others (a link between two cards) gets the narrowest of their scopes, and goes when nobody
 * sees them all. For the files of core only. */
#ifndef ARCHIPEL_CORE_HANGING_H
#define ARCHIPEL_CORE_HANGING_H

#include "core/context.h"
#include "core/scope.h"

/* Adds to the decision what follows from its changes: each record is changed once, in the order in
 * which it is reached (breadth first, by index and by id), and the work is in proportion to what is
 * reached. decide() does it after every rule; a rule does it where it counts on the room that is
 * made. What the decision changes already is taken as it will be: a link that is led elsewhere no
 * longer hangs on its old card. */
void hanging_settle(const struct state *state, struct decision *decision);

/* As if these records went, for all that hangs on them: but they stay, and what becomes of themselves
 * is for the rule to say. All at once, since each time the whole decision is gone through. */
void hanging_let_go(const struct state *state, struct decision *decision, enum record_type type,
                    const uint64_t *ids, size_t count);

/* Puts a record into its type's bin, with who did it (0 for nobody that may be told) and when: out of
 * everybody's sight into the animators'. What not everyone saw is dropped, since to keep it would show
 * it to others, and so is what has no bin. */
void hanging_take_off(const struct state *state, struct decision *decision, enum record_type type,
                      uint64_t id, uint64_t by, int64_t at);
/* Back out of the bin, into everybody's sight. */
void hanging_bring_back(struct decision *decision, enum record_type type, uint64_t id);
/* Whether a record of this type with this body lies in the bin. */
bool hanging_is_in_bin(enum record_type type, const union body *body);

/* The scope that a new record has by those that it follows; false when nobody sees them all. */
bool hanging_scope(const struct state *state, const struct record *record, struct scope *scope);

#endif
