#include "simulation/sometimes.h"

#include <stdio.h>
#include <sys/mman.h>

#include "base/check.h"

static struct sometimes_table *shared;

static const char *const names[] = {
#define X(name) #name,
    SOMETIMES(X)
#undef X
};

void sometimes_share(void)
{
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    CHECK(shared != MAP_FAILED);
}

void sometimes_add(enum sometimes what, uint64_t count)
{
    __atomic_fetch_add(&shared->counts[what], count, __ATOMIC_RELAXED);
}

void sometimes(enum sometimes what)
{
    sometimes_add(what, 1);
}

bool sometimes_report(void)
{
    bool all = true;
    for (size_t i = 0; i < SOMETIMES_COUNT; i++) {
        printf("%-24s %llu\n", names[i], (unsigned long long)shared->counts[i]);
        if (!shared->counts[i]) all = false;
    }
    if (!all) printf("something never happened\n");
    return all;
}
