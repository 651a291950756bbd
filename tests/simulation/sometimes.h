/* What must have happened in some run: a fault or a way back that never occurs tests nothing. */
#ifndef ARCHIPEL_SIMULATION_SOMETIMES_H
#define ARCHIPEL_SIMULATION_SOMETIMES_H

#include <stdbool.h>
#include <stdint.h>

/* clang-format off */
#define SOMETIMES(X) \
    X(command_done) X(command_refused) X(command_repeated) X(command_sent_again) X(accepted_at_last) \
    X(journal_lost_a_call) X(journal_answer_lost) X(journal_late) X(journal_held) \
    X(journal_away) X(journal_conflict) X(journal_lost_entries) X(journal_overtaken) \
    X(journal_new_epoch) X(entries_written_back) X(hint_lost) X(hint_twice) \
    X(line_cut) X(client_absent) X(line_half_open) X(line_stalled) \
    X(server_crashed) X(server_drained) X(clock_jumped) \
    X(resumed) X(resumed_over_many) X(snapshot_sent) X(eyes_changed) X(scope_changed) X(joined) X(expelled) \
    X(page_reloaded) X(turned_away) X(silent_closed) X(private_seen_by_holder) X(client_reborn)

enum sometimes {
#define X(name) SOMETIMES_##name,
    SOMETIMES(X)
#undef X
    SOMETIMES_COUNT
};
/* clang-format on */

/* Counters shared by all the processes of a run. */
struct sometimes_table {
    uint64_t counts[SOMETIMES_COUNT];
};

/* To be called once, before any process is begun. */
void sometimes_share(void);
void sometimes(enum sometimes what);
void sometimes_add(enum sometimes what, uint64_t count);
/* Prints all; false when something never happened. */
bool sometimes_report(void);

#endif
