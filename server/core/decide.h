/* Where the rules live: a command judged against the state of its workshop.
 *
 * decide performs nothing. It answers a refusal or the changes that the command amounts to;
 * whoever called appends them to the journal and only then applies and tells them. */
#ifndef ARCHIPEL_CORE_DECIDE_H
#define ARCHIPEL_CORE_DECIDE_H

#include <stdint.h>

#include "core/context.h"
#include "protocol/generated/commands.h"

struct roll;
struct state;
struct template;

/* How many fresh ids founding takes. */
size_t foundation_ids(const struct template *template, const struct roll *roll);

/* Judges a command; *decision is filled, its changes the caller's. */
void decide(const struct state *state, const struct command *command, const struct context *context,
            struct decision *decision);

/* Who a command counts as coming from: the person who joins by it, else the asker. Its
 * counter is kept under that person. */
uint64_t decide_actor(const struct command *command, const struct context *context);

/* What this person or guest may do now: their record's role, or their key's. */
enum role decide_role(const struct state *state, const struct context *context);

#endif
