#include "support/chance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/check.h"
#include "core/fields.h"

enum { MOST_IDS = 3, SECRET_LENGTH = 32, IDS = 30 };

void chance_each(unsigned count, void (*run)(struct chance *chance))
{
    const char *given = getenv("CHANCE_SEED");
    uint64_t first = given ? strtoull(given, NULL, 10) : 1;
    for (uint64_t seed = first; seed < first + (given ? 1 : count); seed++) {
        print_message("CHANCE_SEED=%llu\n", (unsigned long long)seed);
        struct chance chance = {seed};
        run(&chance);
    }
}

/* splitmix64 (Steele, Lea, Flood 2014): any seed will do. */
uint64_t chance_any(struct chance *chance)
{
    uint64_t mixed = chance->state += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

/* FNV-1a (Fowler, Noll, Vo), 64 bits. */
static uint64_t hash(const char *name)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (; *name; name++) hash = (hash ^ (uint8_t)*name) * UINT64_C(0x100000001b3);
    return hash;
}

struct chance chance_stream(uint64_t seed, const char *name, uint64_t number)
{
    struct chance of_seed = {seed}, of_name = {chance_any(&of_seed) ^ hash(name)};
    return (struct chance){chance_any(&of_name) ^ number};
}

uint64_t chance_below(struct chance *chance, uint64_t bound)
{
    return chance_any(chance) % bound;
}

int64_t chance_some(struct chance *chance, int64_t least, int64_t most)
{
    return least + (int64_t)chance_below(chance, (uint64_t)(most - least + 1));
}

bool chance_one_in(struct chance *chance, uint64_t bound)
{
    return chance_below(chance, bound) == 0;
}

/* Every command draws as many lots as it weighs, and the highest of all wins. */
enum command_type chance_command(struct chance *chance, chance_weight *weight, const void *context)
{
    uint64_t draw = chance_any(chance), highest = 0;
    enum command_type winner = 0;
    for (enum command_type type = 1; type <= COMMAND_TYPES; type++) {
        struct chance lots = chance_stream(draw, schema_command(type)->name, 0);
        for (unsigned i = weight(context, type); i; i--) {
            uint64_t lot = chance_any(&lots);
            if (lot < highest) continue;
            highest = lot;
            winner = type;
        }
    }
    CHECK(winner);
    return winner;
}

static int64_t some_choice(struct chance *chance, const struct field *field)
{
    int64_t value = 0;
    while (!(field->values & FIELD_BIT(value)))
        value = 1 + (int64_t)chance_below(chance, (uint64_t)field->max);
    return value;
}

static int64_t some_number(struct chance *chance, const struct field *field)
{
    if (field->kind == FIELD_CHOICE) return some_choice(chance, field);
    if (field->kind == FIELD_FLAG) return (int64_t)chance_below(chance, 2);
    if (field->kind == FIELD_INTEGER)
        return field->min + (int64_t)chance_below(chance, (uint64_t)(field->max - field->min + 1));
    return 1 + (int64_t)chance_below(chance, IDS);
}

static struct bytes *some_ids(struct chance *chance)
{
    uint64_t ids[MOST_IDS];
    for (size_t i = 0; i < MOST_IDS; i++) ids[i] = 1 + chance_below(chance, IDS);
    return bytes_from_ids(ids, 1 + chance_below(chance, MOST_IDS));
}

static struct bytes *some_secret(struct chance *chance)
{
    uint64_t words[SECRET_LENGTH / sizeof(uint64_t)];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) words[i] = chance_any(chance);
    return bytes_new(words, sizeof words);
}

static struct bytes *some_bytes(struct chance *chance, const struct field *field)
{
    static const char *const words[] = {"idée", "Cœur", "a", "Une phrase entière."};
    if (field->kind == FIELD_SECRET) return some_secret(chance);
    if (field->kind == FIELD_IDS) return some_ids(chance);
    return bytes_from(words[chance_below(chance, sizeof words / sizeof *words)]);
}

void chance_field(struct chance *chance, const struct field *field, void *body)
{
    field_clear(field, body);
    bool may_be_zero = field->kind != FIELD_CHOICE && field->kind != FIELD_SECRET;
    if (may_be_zero && chance_one_in(chance, 6)) return;
    if (field_is_number(field)) field_set_number(field, body, some_number(chance, field));
    else *field_bytes(field, body) = some_bytes(chance, field);
}
