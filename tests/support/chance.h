/* Chance that a seed repeats, and what is made of it: streams, commands, fields.
 *
 * A test runs a few seeds that are always the same; the environment's CHANCE_SEED runs that one
 * alone. Whoever draws has a stream of their own, named after what it is for, so that one draw
 * more here moves no dice there: a command or a fault that is added leaves the others as they
 * fell. */
#ifndef ARCHIPEL_TESTS_CHANCE_H
#define ARCHIPEL_TESTS_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "protocol/generated/commands.h"
#include "protocol/generated/schema.h"

struct chance {
    uint64_t state;
};

/* Calls run with each of `count` seeds, having said which. */
void chance_each(unsigned count, void (*run)(struct chance *chance));

/* The stream of this name and number that follows from a seed. */
struct chance chance_stream(uint64_t seed, const char *name, uint64_t number);

/* Any number. */
uint64_t chance_any(struct chance *chance);
/* From 0 to bound - 1. */
uint64_t chance_below(struct chance *chance, uint64_t bound);
/* From least to most, both included. */
int64_t chance_some(struct chance *chance, int64_t least, int64_t most);
/* True once in `bound` draws, by and large. */
bool chance_one_in(struct chance *chance, uint64_t bound);

/* How often a command is drawn, beside the others; 0 is never. */
typedef unsigned chance_weight(const void *context, enum command_type type);

/* A command of the schema, each as often as its weight says; one must have some. It is found by
 * its name: with one command more, the draws that the newcomer does not win stay what they were. */
enum command_type chance_command(struct chance *chance, chance_weight *weight, const void *context);

/* Sets a field to anything its schema allows: ids from 1 to 30, short texts, its zero now and
 * then. What it held is given up. */
void chance_field(struct chance *chance, const struct field *field, void *body);

#endif
