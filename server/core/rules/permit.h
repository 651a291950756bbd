/* Who may touch what on a board: locks of boards, zones and cards, audiences, authorship. For the
 * files of core only. Each answers false after refusing. */
#ifndef ARCHIPEL_CORE_PERMIT_H
#define ARCHIPEL_CORE_PERMIT_H

#include "core/decision.h"

/* Nothing on a locked board is changed but by animators. */
bool permit_board(const struct state *state, const struct context *context, uint64_t board,
                  struct decision *decision);
/* As permit_board, and neither the card nor the zone it lies in is locked, and it was not taken
 * off. On a controlled board participants change only what of theirs still waits. */
bool permit_card(const struct state *state, const struct context *context, uint64_t card,
                 struct decision *decision);
/* Whether a card that was taken off may be brought back: by who took it off, if they might change
 * it were it there, and by animators. To others it is not there (`unknown_record` at `field`). */
bool permit_restore(const struct state *state, const struct context *context, uint64_t card,
                    unsigned field, struct decision *decision);
/* Whether something may lie at this card's place: the zone there is not locked. */
bool permit_place(const struct state *state, const struct context *context, const struct card *card,
                  struct decision *decision);

/* One may show something to those one belongs to: everyone, oneself, one's group, and as an
 * animator the animators. */
bool permit_audience(const struct state *state, const struct context *context,
                     enum audience audience, uint64_t holder, unsigned field,
                     struct decision *decision);

/* Into the bin, with who did it, which for an anonymous card is sealed; what not everyone saw goes for good. */
void card_take_off(const struct state *state, const struct context *context,
                   struct decision *decision, uint64_t id);

/* Who wrote the card, anonymous ones too; 0 for a template. */
uint64_t card_writer(const struct state *state, uint64_t id);

/* The smallest zone in which the middle of a card at this place lies, or NULL. */
const struct record *zone_at(const struct state *state, const struct card *card);

/* Whether a link that this viewer sees leads from one card to the other; with NULL, any link. */
bool is_linked(const struct state *state, uint64_t from, uint64_t to, const struct viewer *viewer);

#endif
