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
/* 1,000 people come at once: until all have the snapshot, until all have joined. */
void scenario_joins(const struct scenario_settings *settings);
/* A workshop of 100,000 entries is opened, with its snapshot and without. */
void scenario_opening(const struct scenario_settings *settings);
/* 5,000 guests who only read: memory of each. */
void scenario_idle(const struct scenario_settings *settings);
/* Few people, few changes, no times: only what is always asserted. */
void scenario_smoke(const struct scenario_settings *settings);

/* Starts the server with one crowd of `people` in its workshop, joined, each with a card. */
void scenario_open(struct target *target, struct crowd *crowd, const char *server, int hold,
                   size_t people);
/* Waits for what is under way, asserts, and puts both away. */
void scenario_close(struct target *target, struct crowd *crowd);
/* Waits until everybody is even, then asserts what is always asserted. */
void scenario_check(struct crowd *crowd);

#endif
