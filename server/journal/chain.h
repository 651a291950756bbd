/* The chain of a workshop's entries (J12):
 *
 *     head 0 = 32 zero bytes        head n = BLAKE2b-256(head n-1 ‖ entry n)
 *
 * So a head stands for its whole past: who has the same has the same, and who has parted finds out
 * at once, whatever the numbers say. Before each stored entry and behind each snapshot's checksum
 * stands the head before or at it, so that a run of entries can be held against what its reader
 * has, wherever it begins. */
#ifndef ARCHIPEL_JOURNAL_CHAIN_H
#define ARCHIPEL_JOURNAL_CHAIN_H

#include "journal/journal.h"

/* The head after one more entry. */
struct digest chain_after(const struct digest *head, struct journal_bytes entry);

#endif
