/* The settings of the program: each has a flag, an environment variable and a default.
 *
 * A flag wins over the environment, the environment over the default. */
#ifndef ARCHIPEL_CLI_SETTINGS_H
#define ARCHIPEL_CLI_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/log.h"
#include "protocol/generated/records.h"

enum { ORIGINS_MOST = 16, KEPT_MOST = 24, KEPT_FOR_PATHS = 5 };

struct settings {
    const char *listen;                    /* --listen, ARCHIPEL_LISTEN */
    const char *metrics;                   /* --metrics; NULL: none */
    bool metrics_given;                    /* else it is this machine, listen's port + 1000 */
    const char *data;                      /* --data */
    const char *journal;                   /* --journal; NULL: sqlite in data */
    const char *origins[ORIGINS_MOST + 1]; /* --origin, several times or with commas */
    const char *public_url;                /* --public-url; NULL: http://localhost:PORT */
    const char *tls_certificate, *tls_key;
    const char *organiser_key; /* --organiser-key; NULL: organiser.key in data */
    const char *web_client;
    int64_t hold;            /* --hold, ms */
    int64_t max_connections; /* --max-connections; 0: as files allow */
    enum log_level log_level;

    const char *title; /* workshop create */
    const char *template;
    const char *language_name;
    const char *roll;
    const char *role;
    bool qr, if_none;

    const char *words[4]; /* what is no flag: serve, workshop create, an id … */
    size_t word_count;
    bool help, version;
    char *kept[KEPT_MOST]; /* texts that were made for others to point into */
    size_t kept_count;
};

/* Reads flags and environment. False, with one sentence in `problem` naming the setting, its
 * value and what would be right, when something does not fit. settings_clear in either case. */
bool settings_read(struct settings *settings, int argc, char **argv, char *problem,
                   size_t problem_bytes);
/* Frees what reading has made; what points into it is gone. */
void settings_clear(struct settings *settings);
/* Takes a text over until settings_clear; returns it. */
char *settings_keep(struct settings *settings, char *text);

/* What is in force for serving, one a line, without secrets. */
void settings_print(const struct settings *settings, FILE *to);

/* The operator's language, from LC_ALL, LC_MESSAGES or LANG. */
enum language settings_language(void);

#endif
