/* The command line: which of its few things the program is asked to do. */
#include <stdio.h>
#include <string.h>

#include "cli/help.h"
#include "cli/serve.h"
#include "cli/settings.h"
#include "cli/workshops.h"

enum { PROBLEM_BYTES = 512 };

static int fail(const char *problem)
{
    fprintf(stderr, "archipel: %s\n", problem);
    return 2;
}

static int run(struct settings *settings)
{
    char problem[PROBLEM_BYTES];
    const char *what = settings->word_count ? settings->words[0] : "";
    if (settings->version) return printf("archipel %s\n", ARCHIPEL_VERSION) < 0;
    if (settings->help || !*what || !strcmp(what, "help")) return help_print(settings);
    bool serves = !strcmp(what, "serve");
    if (!serves && strcmp(what, "workshop")) {
        snprintf(problem, sizeof problem,
                 "\"%s\" is neither serve nor workshop; see archipel --help", what);
        return fail(problem);
    }
    if (serves && settings->word_count > 1) {
        snprintf(problem, sizeof problem, "serve: \"%s\" is no setting; see archipel serve --help",
                 settings->words[1]);
        return fail(problem);
    }
    if (!serve_prepare(settings, problem, sizeof problem)) return fail(problem);
    return serves ? serve(settings, -1) : workshops(settings);
}

int main(int argc, char **argv)
{
    char problem[PROBLEM_BYTES];
    struct settings settings;
    int status = settings_read(&settings, argc, argv, problem, sizeof problem) ? run(&settings)
                                                                               : fail(problem);
    settings_clear(&settings);
    return status;
}
