/* A conversation of the command line with the server: the running one of the data directory, or
 * one started for the time of the conversation. The same messages as everybody's. */
#ifndef ARCHIPEL_CLI_TALK_H
#define ARCHIPEL_CLI_TALK_H

#include <stdbool.h>
#include <stddef.h>

#include "protocol/generated/messages.h"

struct settings;
struct talk;

/* NULL and a sentence when no server can be reached; an empty one when none could be started,
 * which has then said why. */
struct talk *talk_new(const struct settings *settings, char *problem, size_t problem_bytes);
/* Hangs up and, if one was started, stops the server. Accepts NULL. */
void talk_free(struct talk *talk);

/* Begins anew with a hello for this workshop (0: none) and this key; what was said before is over.
 * True when welcomed: *welcome is filled. */
bool talk_hello(struct talk *talk, uint64_t workshop, const struct secret *key,
                struct message_welcome *welcome, char *problem, size_t problem_bytes);

/* False when the server is gone. */
bool talk_send(struct talk *talk, const struct message *message);
/* The next message; the caller clears it. False and a sentence, in the operator's language, when
 * the server closed or stayed silent. */
bool talk_receive(struct talk *talk, struct message *message, char *problem, size_t problem_bytes);

#endif
