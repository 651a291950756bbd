/* The rules J1 to J13 as tests, the same for every kind of journal. */
#ifndef ARCHIPEL_CONTRACT_SUITE_H
#define ARCHIPEL_CONTRACT_SUITE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture.h"

#define CONTRACT_TEST(function) \
    { \
#function, function \
    }

struct contract_test {
    const char *name;
    void (*run)(void **state);
};

/* Of the rules, those about the chain: suite_chain.c. */
extern const struct contract_test chain_rules[];
extern const size_t chain_rule_count;

/* Runs the rules, if they are wanted, and then the store's own tests. Returns what main returns;
 * `filter` (may be NULL) chooses tests by name, with * and ?. */
int suite_run(const struct store *store, bool with_rules, const struct contract_test *own,
              size_t count, const char *filter);

#endif
