/* What archipel --help says, from server/cli/help/, in the operator's language. */
#ifndef ARCHIPEL_CLI_HELP_H
#define ARCHIPEL_CLI_HELP_H

struct settings;

/* The page of words[0], or the first page; 0. */
int help_print(const struct settings *settings);

#endif
