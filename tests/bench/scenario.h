/* What is measured. Each scenario prints a table of medians; nothing is asserted of a time. What
 * is asserted always: every change reached every client exactly once, no command was refused, no
 * client was cut; else the program ends with 1. */
#ifndef ARCHIPEL_BENCH_SCENARIO_H
#define ARCHIPEL_BENCH_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

struct crowd;
struct target;

struct scenario_settings {
    const char *server; /* the program */
    int rounds;
    int seconds; /* of each measurement */
};

/* 100 people, 200 changes a second: processor per delivery. */
void scenario_steady(const struct scenario_settings *settings);
/* 400 people on one board, each a change every two seconds: from the act to everyone's socket. */
void scenario_board(const struct scenario_settings *settings);
/* 1,000 people, 64 changes under way: deliveries a second. */
void scenario_saturated(const struct scenario_settings *settings);
/* 1,000 people, 100 changes a second: as many deliveries as a core can send one by one. */
void scenario_crowded(const struct scenario_settings *settings);
/* 100 workshops of 100 people, 400 changes under way in all: deliveries a second. */
void scenario_workshops(const struct scenario_settings *settings);
/* 10,000 guests come in: processor per connection. */
void scenario_guests(const struct scenario_settings *settings);
/* 1,000 people come at once onto a board of 2,000 cards: bytes and processor. */
void scenario_wall(const struct scenario_settings *settings);
/* 1,000 people come at once: until all have the snapshot, until all have joined. */
void scenario_joins(const struct scenario_settings *settings);
/* A workshop of 100,000 entries is opened, with its snapshot and without. */
void scenario_opening(const struct scenario_settings *settings);
/* 5,000 guests who only read: memory of each. */
void scenario_idle(const struct scenario_settings *settings);
/* Few people, few changes, no times: only what is always asserted. */
void scenario_smoke(const struct scenario_settings *settings);

/* Starts the server, or with NULL the limit, with so many rooms and a crowd of `people` spread over
 * them, joined, each with a card. */
void scenario_open(struct target *target, struct crowd *crowd, const char *server, int hold,
                   size_t rooms, size_t people);
/* Waits for what is under way, asserts, and puts both away. */
void scenario_close(struct target *target, struct crowd *crowd);
/* Waits until everybody is even, then asserts what is always asserted. */
void scenario_check(struct crowd *crowd);

#endif
