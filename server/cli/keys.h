/* Keys and links as the command line sees them. */
#ifndef ARCHIPEL_CLI_KEYS_H
#define ARCHIPEL_CLI_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/secret.h"
#include "protocol/generated/records.h"

/* Reads the organiser key from its file, or makes both (readable by their owner only). False and
 * a sentence in `problem` when neither works. */
bool keys_organiser(const char *path, struct secret *key, char *problem, size_t problem_bytes);

/* The key of an access link (rule H5). A participant's, facilitator's or screen's comes from the
 * workshop's first animator key. */
struct secret keys_of_link(const struct secret *organiser, uint64_t workshop, enum role role,
                           uint64_t number);

enum { WORKSHOP_TEXT_BYTES = 16, LINK_TEXT_BYTES = 512 };

/* A workshop's id in links: base 36. */
void keys_workshop_text(uint64_t workshop, char text[WORKSHOP_TEXT_BYTES]);
/* Back again; false when the text is none. */
bool keys_workshop_id(const char *text, uint64_t *workshop);

/* http://host/a/ID#KEY; for workshop 0 the start page, http://host/#KEY. With `shown` (may be
 * NULL) #KEY.SHOWN: a screen's link brings along the participant's, to show it on the wall. */
void keys_link(const char *public_url, uint64_t workshop, const struct secret *key,
               const struct secret *shown, char link[LINK_TEXT_BYTES]);

/* The link as a QR code in half blocks of Unicode, on standard output. */
void keys_print_qr(const char *link);

#endif
