/* A journal in memory that keeps J1 to J11 (journal/journal.h) and fails when told to. Each
 * server of a test has one; they share a fake store. Every call travels to the store, takes
 * effect there, and its answer travels back: three moments, with other events between them. */
#ifndef ARCHIPEL_TESTS_FAKE_JOURNAL_H
#define ARCHIPEL_TESTS_FAKE_JOURNAL_H

#include "support/fake_host.h"
#include "support/fake_store.h"

/* How a call goes that does not go well. The caller hears UNAVAILABLE in each case. */
enum fake_failure {
    FAKE_FINE,
    FAKE_LOST,    /* it never reached the store */
    FAKE_UNHEARD, /* it took effect, its answer was lost */
    FAKE_LATE,    /* it takes effect after the caller has been told */
};

/* What goes wrong by chance. Chances are out of 1000. */
struct fake_faults {
    int64_t slowest; /* ms a call or an answer travels at most; at least 1 */
    unsigned lost, unheard, late;
    /* Of what followers are told. */
    unsigned position_lost, whisper_lost, hint_twice;
    int64_t hint_slowest; /* ms, at least 1 */
};

/* How often something happened, for tests that must know. */
struct fake_counts {
    uint64_t appends, reads, lost, unheard, late, hints, hints_lost, hints_twice;
};

struct journal *fake_journal_new(struct fake_store *store);
/* The server dies: its calls are answered UNAVAILABLE at once, to let go of memory, but may
 * still take effect; then the journal is freed. */
void fake_journal_kill(struct journal *journal);

struct fake_faults *fake_journal_faults(struct journal *journal);
const struct fake_counts *fake_journal_counts(const struct journal *journal);
/* The next append goes like this. */
void fake_journal_fail_append(struct journal *journal, enum fake_failure failure);
/* Nothing reaches the store while it is away. */
void fake_journal_away(struct journal *journal, bool away);
/* Nothing takes effect while it is held; then all does, in order. */
void fake_journal_hold(struct journal *journal, bool hold);
/* Followers hear nothing while deaf; what they miss stays missed. */
void fake_journal_deafen(struct journal *journal, bool deaf);

/* For fake_store_free. */
void fake_journal_drop_orphans(struct fake_store *store);

#endif
