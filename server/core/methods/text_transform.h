/* Changes of a text upon one another: one after another as one, and one moved over another that
 * came before it.
 *
 * This is operational transformation with a server that orders: the change that was accepted
 * first stands, and a change made on the same text meanwhile is mapped over it. Both orders give
 * the same text:
 *
 *            first                          first · map(second, first, AFTER)
 *       text ─────▶ a                  =
 *   second │        │ map(second, …)        second · map(first, second, BEFORE)
 *          ▼        ▼
 *          b ─────▶ both
 *             map(first, second, BEFORE)
 *
 * Nichols, Curtis, Dixon and Lamping, "High-latency, low-bandwidth windowing in the Jupiter
 * collaboration system", UIST 1995; the rules of parts are those of CodeMirror's ChangeSet, so that
 * an editor that works with these and the server come to the same parts.
 *
 * What is put somewhere stays, also in a stretch that the other takes out, and what both take out
 * goes once. Of many changes map the shorter side composed: both cost the sum of the parts. */
#ifndef ARCHIPEL_CORE_METHODS_TEXT_TRANSFORM_H
#define ARCHIPEL_CORE_METHODS_TEXT_TRANSFORM_H

#include "core/methods/text_change.h"

/* Both, one after the other, as one. False, with *both NULL, when the second is no change of what
 * the first makes: its length is another, or it cuts a character that the first put. That it cuts
 * none of those kept is known to whoever has the text. *both is owned by the caller. */
bool text_change_compose(const struct bytes *first, const struct bytes *second,
                         struct bytes **both);

/* The change as it is to be made after `over`, which was made on the same text. TEXT_AFTER: what
 * both put at one place stands in the order over, change; TEXT_BEFORE: change, over. False, with
 * *mapped NULL, when the texts are not of one length. *mapped is owned by the caller. */
bool text_change_map(const struct bytes *change, const struct bytes *over, enum text_side side,
                     struct bytes **mapped);

#endif
