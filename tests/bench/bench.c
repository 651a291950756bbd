/* Measures the server against the limit of the machine, in one run, and prints tables. */
#include <getopt.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench/scenario.h"
#include "bench/series.h"
#include "bench/target.h"

static const struct {
    const char *name;
    void (*run)(const struct scenario_settings *settings);
} scenarios[] = {
    {"steady", scenario_steady},       {"board", scenario_board}, {"crowded", scenario_crowded},
    {"saturated", scenario_saturated}, {"joins", scenario_joins}, {"workshops", scenario_workshops},
    {"guests", scenario_guests},       {"wall", scenario_wall},   {"opening", scenario_opening},
    {"idle", scenario_idle},
};
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

static int usage(FILE *to, int code)
{
    fprintf(to, "bench --server PROGRAM [--rounds N] [--seconds N] [--smoke] [SCENARIO…]\n"
                "scenarios:");
    for (size_t i = 0; i < SCENARIOS; i++) fprintf(to, " %s", scenarios[i].name);
    fputs("; all of them when none is named\n"
          "--smoke asserts that every change reaches every client once, and measures nothing\n",
          to);
    return code;
}

static void raise_descriptor_limit(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit)) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static bool is_wanted(const char *name, char *const *words)
{
    if (!*words) return true;
    for (; *words; words++)
        if (!strcmp(*words, name)) return true;
    return false;
}

static bool read_options(int count, char **words, struct scenario_settings *settings, bool *smoke)
{
    static const struct option options[] = {{"server", required_argument, NULL, 's'},
                                            {"rounds", required_argument, NULL, 'r'},
                                            {"seconds", required_argument, NULL, 't'},
                                            {"smoke", no_argument, NULL, 'k'},
                                            {"help", no_argument, NULL, 'h'},
                                            {0}};
    for (int option; (option = getopt_long(count, words, "", options, NULL)) != -1;) {
        if (option == 's') settings->server = optarg;
        else if (option == 'r') settings->rounds = atoi(optarg);
        else if (option == 't') settings->seconds = atoi(optarg);
        else if (option == 'k') *smoke = true;
        else if (option == 'h') exit(usage(stdout, 0));
        else return false;
    }
    return settings->server && settings->rounds > 0 && settings->rounds <= SERIES_MOST &&
           settings->seconds > 0;
}

int main(int count, char **words)
{
    struct scenario_settings settings = {.rounds = 5, .seconds = 5};
    bool smoke = false;
    if (!read_options(count, words, &settings, &smoke)) return usage(stderr, 2);
    signal(SIGPIPE, SIG_IGN);
    raise_descriptor_limit();
    target_prepare();
    if (smoke) scenario_smoke(&settings);
    for (size_t i = 0; i < SCENARIOS && !smoke; i++)
        if (is_wanted(scenarios[i].name, words + optind)) scenarios[i].run(&settings);
    return 0;
}
