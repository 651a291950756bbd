/* archipel workshop create | list | show ID | close ID | reopen ID | link ID --role ROLE */
#ifndef ARCHIPEL_CLI_WORKSHOPS_H
#define ARCHIPEL_CLI_WORKSHOPS_H

struct settings;

/* Does what words[1] asks for; an exit status: 0 done, 1 refused, 2 wrongly called. */
int workshops(const struct settings *settings);

#endif
