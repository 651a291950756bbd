/* One test's loop, folder and journal, and what a test asks of them.
 *
 * The asynchronous calls are made here in their waiting form: the loop runs until the completion
 * comes. A test that would wait for ever is ended by alarm. */
#ifndef ARCHIPEL_CONTRACT_FIXTURE_H
#define ARCHIPEL_CONTRACT_FIXTURE_H

#include <uv.h>

#include "journal/journal.h"

struct fixture;

/* A kind of journal: how a test gets one, and how it comes to harm. */
struct store {
    /* An empty store in the fixture's folder, and its end. */
    void (*start)(struct fixture *);
    void (*stop)(struct fixture *);
    struct journal *(*open)(struct fixture *);
    /* Behind the journal's back: one bit of an entry, of the snapshot, of where the workshop is, of
     * the head before an entry, with a checksum that fits; an entry gone. */
    void (*flip_entry)(struct fixture *, uint64_t workshop, uint64_t seq);
    void (*flip_snapshot)(struct fixture *, uint64_t workshop);
    void (*flip_position)(struct fixture *, uint64_t workshop);
    void (*part_entry)(struct fixture *, uint64_t workshop, uint64_t seq);
    void (*lose_entry)(struct fixture *, uint64_t workshop, uint64_t seq);
};

struct fixture {
    const struct store *store;
    uv_loop_t loop;
    char folder[32];
    struct journal *journal;
    void *place; /* the store's own */
};

/* For cmocka: state is a struct store, then a struct fixture. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);

/* A path in the fixture's folder; the result is the caller's. */
char *fixture_path(const struct fixture *fixture, const char *name);

/* What a completion brought, copied. */
struct outcome {
    bool come;
    int turn; /* which completion it was of all */
    enum journal_status status;
    struct journal_position position;
    uint64_t first;        /* of a run; of an opening: the snapshot's seq */
    struct digest before;  /* of a run; of an opening: the snapshot's head */
    size_t count;          /* of entries or workshops */
    char *texts;           /* entries, each followed by a new line; or the snapshot */
    uint64_t workshops[8]; /* of a list: the first ones */
};

void outcome_clear(struct outcome *outcome);

/* Completions for a context that is a struct outcome. */
journal_on_done outcome_done;
journal_on_open outcome_open;
journal_on_read outcome_read;
journal_on_list outcome_list;

/* Runs the loop until *come. */
void await(struct fixture *fixture, const bool *come);
/* Runs the loop until is_ready says so. */
void await_ready(struct fixture *fixture, struct journal *journal);
void close_and_await(struct fixture *fixture, struct journal *journal);

/* The waiting forms, on any journal. Entries are texts. */
struct outcome create_workshop(struct fixture *, struct journal *, uint64_t workshop);
struct outcome open_workshop(struct fixture *, struct journal *, uint64_t workshop);
struct outcome append_texts(struct fixture *, struct journal *, uint64_t workshop,
                            struct journal_position expected, const char *const *texts,
                            size_t count);
struct outcome append_text(struct fixture *, struct journal *, uint64_t workshop,
                           struct journal_position expected, const char *text);
struct outcome read_run(struct fixture *, struct journal *, uint64_t workshop, uint64_t after,
                        size_t limit);
struct outcome keep_snapshot(struct fixture *, struct journal *, uint64_t workshop,
                             struct journal_position position, const char *snapshot);
/* The next epoch; the snapshot stands for what was before `first`, with the head it had. */
struct outcome replace_history(struct fixture *, struct journal *, uint64_t workshop,
                               struct journal_position expected, const char *snapshot,
                               uint64_t first, const char *const *texts, size_t count);
/* What that gives, for those who wait for it themselves; its entries are the caller's to free. */
struct journal_history history_of(struct journal_position expected, const char *snapshot,
                                  uint64_t first, const char *const *texts, size_t count);
struct outcome list_workshops(struct fixture *, struct journal *);

struct journal_bytes bytes_of(const char *text);
/* Remembers where a batch leads that a test appends itself. */
void will_append(struct journal_position expected, const struct journal_bytes *entries,
                 size_t count);
/* With the head that the journal last told of this position in this test, whatever the workshop, or
 * that the chain of texts which was appended there leads to; zero when nobody was there. */
struct journal_position position_of(uint64_t epoch, uint64_t seq);
/* After one more entry. */
struct journal_position position_after(struct journal_position position, const char *text);
/* A head that is nobody's. */
struct journal_position elsewhere(struct journal_position position);

/* What a follower heard last; it must outlive its unfollow. */
struct listener {
    struct journal_follower follower;
    bool told, whispered;
    size_t times;
    struct journal_position position;
    char whisper[64];
};

void listener_init(struct listener *listener);

/* Assertions that name what differs; outcome_clear is included. */
void assert_outcome(struct outcome outcome, enum journal_status status, uint64_t epoch,
                    uint64_t seq);
void assert_run(struct outcome outcome, uint64_t first, const char *texts);

#endif
