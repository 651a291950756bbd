/* What the decide functions are written with: refusing, and turning a command into changes.
 * For the files of core only. */
#ifndef ARCHIPEL_CORE_DECISION_H
#define ARCHIPEL_CORE_DECISION_H

#include <stdbool.h>

#include "core/context.h"
#include "core/scope.h"
#include "protocol/generated/commands.h"

/* A decide function: state, command and context as in decide.h. The command is known to be
 * allowed to the asker's role, its references to be there and visible. */
typedef void decide_function(const struct state *, const struct command *, const struct context *,
                             struct decision *);

/* Refuse; returns false, so that checks can end with it. */
bool refuse(struct decision *decision, enum refusal refusal, unsigned field);
/* False, refused with `field_empty`, when the text is missing or blank. */
bool require_text(struct decision *decision, const struct bytes *text, unsigned field);

/* Adds a put; the bytes of its body are kept, the caller's stay the caller's. False, refused with
 * id_taken or too_many, when there cannot be one. */
bool decision_put(const struct state *state, struct decision *decision, enum record_type type,
                  uint64_t id, const union body *body, unsigned field);
/* Adds a patch of the fields of mask, in the same way. */
void decision_patch(struct decision *decision, enum record_type type, uint64_t id, uint64_t mask,
                    const union body *body);
/* Adds a drop. */
void decision_drop(struct decision *decision, enum record_type type, uint64_t id);
/* Changes of a text (core/methods/text_change.h), which fit the one that the field holds. */
void decision_edit(struct decision *decision, enum record_type type, uint64_t id, unsigned field,
                   struct bytes *edit);

/* Leaves out what is so already: of a patch the fields that say what the record says, and a patch
 * of nothing else whole (PROTOCOL.md, C7). Each record is changed once by then (core/hanging.h). */
void decision_leave_out(const struct state *state, struct decision *decision);

/* The body that the command's declared effect gives: a put's new body, a patch's new fields.
 * Bytes are borrowed from the command. */
union body effect_body(const struct command *command, const struct context *context);
/* The fields a patch sets; all for a put. */
uint64_t effect_mask(const struct command *command);
/* Does what the schema declares: one put, patch or drop. A patch of nothing changes nothing. */
void decide_plain(const struct state *state, const struct command *command,
                  const struct context *context, struct decision *decision);

/* Who asks, as somebody who looks. */
struct viewer viewer_of(const struct state *state, const struct context *context);
/* Whether this role may do what an animator may. */
bool may_animate(enum role role);

/* The rules: decide_NAME for each command, in the file of its family. */
#define RULE(type, name) decide_function decide_##name;
COMMANDS(RULE)
#undef RULE

/* Takes people out: their keys and what only they could see go. Their line of the roll is free
 * again; whoever has none is dropped. */
void decision_remove_people(const struct state *state, struct decision *decision,
                            const uint64_t *people, size_t count);

/* Adds the key; false when refused. */
bool decision_put_key(const struct state *state, struct decision *decision,
                      const struct bytes *digest, uint64_t invitation, uint64_t person,
                      unsigned field);

#endif
