/* simulation [--seeds N] [--from N] [--seed N] [--jobs N] [--any] [--first]
 *
 * Without arguments, a fixed set of seeds and a few from the clock. Each process lives through
 * some of the seeds; one that dies has failed at the seed it was at. --any asks for no counters,
 * for short runs; --first stops at the first seed that fails. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/check.h"
#include "simulation/simulation.h"

enum { FIXED_SEEDS = 300, CLOCK_SEEDS = 20, JOBS = 2, JOBS_MOST = 16, TWICE_EVERY = 25 };

struct run {
    uint64_t first, count;
    uint64_t jobs;
    bool any, stops;
};

/* Where each process is, for all to see. */
static uint64_t *places;

static uint64_t seed_at(const struct run *run, uint64_t index)
{
    return run->first + index;
}

/* The same seed makes the same history. */
static void live_through(uint64_t seed, uint64_t index)
{
    uint64_t trace = simulation_run(seed);
    if (index % TWICE_EVERY == 0 && simulation_run(seed) != trace) {
        printf("seed %llu: the second time it went otherwise\n", (unsigned long long)seed);
        fflush(stdout);
        _exit(1);
    }
}

static _Noreturn void work(const struct run *run, uint64_t job)
{
    for (; places[job] < run->count; places[job] += run->jobs)
        live_through(seed_at(run, places[job]), places[job]);
    exit(0);
}

static void begin(const struct run *run, uint64_t job, pid_t *process)
{
    fflush(stdout);
    *process = fork();
    CHECK(*process >= 0);
    if (!*process) work(run, job);
}

static uint64_t job_of(const pid_t *processes, const struct run *run, pid_t process)
{
    uint64_t job = 0;
    while (job < run->jobs && processes[job] != process) job++;
    return job;
}

/* A process that failed is replaced by one that goes on behind its seed. */
static uint64_t run_all(const struct run *run)
{
    pid_t processes[JOBS_MOST] = {0};
    uint64_t failed = 0;
    int status;
    for (uint64_t job = 0; job < run->jobs; job++) {
        places[job] = job;
        begin(run, job, &processes[job]);
    }
    for (pid_t over; (over = wait(&status)) > 0;) {
        uint64_t job = job_of(processes, run, over);
        if (job == run->jobs || status == 0) continue;
        uint64_t seed = seed_at(run, places[job]);
        printf("seed %llu failed; again with: simulation --seed %llu\n", (unsigned long long)seed,
               (unsigned long long)seed);
        failed++;
        places[job] = run->stops ? run->count : places[job] + run->jobs;
        begin(run, job, &processes[job]);
    }
    return failed;
}

static uint64_t number_after(int count, char **words, const char *name, uint64_t otherwise)
{
    for (int i = 1; i + 1 < count; i++)
        if (strcmp(words[i], name) == 0) return strtoull(words[i + 1], NULL, 10);
    return otherwise;
}

static bool has(int count, char **words, const char *name)
{
    for (int i = 1; i < count; i++)
        if (strcmp(words[i], name) == 0) return true;
    return false;
}

int main(int count, char **words)
{
    uint64_t seed = number_after(count, words, "--seed", 0);
    uint64_t seeds = number_after(count, words, "--seeds", FIXED_SEEDS);
    uint64_t jobs = number_after(count, words, "--jobs", JOBS);
    CHECK(jobs >= 1 && jobs <= JOBS_MOST);
    sometimes_share();
    places = mmap(NULL, sizeof *places * JOBS_MOST, PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    CHECK(places != MAP_FAILED);
    if (seed) {
        struct run one = {seed, 1, 1, true, true};
        return run_all(&one) ? 1 : 0;
    }
    bool stops = has(count, words, "--first");
    uint64_t from = number_after(count, words, "--from", 1);
    struct run fixed = {from, seeds, jobs, has(count, words, "--any"), stops};
    uint64_t failed = run_all(&fixed);
    if (!fixed.any) {
        struct run clock = {(uint64_t)time(NULL), CLOCK_SEEDS, jobs, false, stops};
        printf("seeds from the clock: %llu and on\n", (unsigned long long)clock.first);
        failed += run_all(&clock);
    }
    bool all = fixed.any || sometimes_report();
    printf("%llu seeds failed\n", (unsigned long long)failed);
    return failed || !all ? 1 : 0;
}
