/* A refusal as a sentence for a person. */
#ifndef ARCHIPEL_CLI_SENTENCE_H
#define ARCHIPEL_CLI_SENTENCE_H

#include <stddef.h>

#include "protocol/generated/messages.h"

/* The sentence of codes.json with {field}, {limit} and {line} filled in; cut at the end. */
void sentence_refused(const struct message_refused *refused, enum language language, char *sentence,
                      size_t sentence_bytes);

#endif
