/* A flag wins over the environment, which wins over what is set here. Every value is checked as
 * it is read, so that nothing starts with a setting that cannot work. */
#include "cli/settings.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "net/request.h"

enum { SHOWN_BYTES = 512, ORIGIN_BYTES = 300 };

/* One row a setting; its place is what getopt_long returns. */
enum {
    SET_LISTEN = 256,
    SET_METRICS,
    SET_DATA,
    SET_JOURNAL,
    SET_ORIGIN,
    SET_PUBLIC_URL,
    SET_TLS_CERT,
    SET_TLS_KEY,
    SET_ORGANISER_KEY,
    SET_WEB_CLIENT,
    SET_HOLD,
    SET_MAX_CONNECTIONS,
    SET_LOG_LEVEL,
    SET_TITLE,
    SET_TEMPLATE,
    SET_LANGUAGE,
    SET_ROLL,
    SET_ROLE,
    SET_QR,
    SET_IF_NONE,
    SET_HELP,
    SET_VERSION,
};

static const struct option flags[] = {
    {"listen", required_argument, NULL, SET_LISTEN},
    {"metrics", required_argument, NULL, SET_METRICS},
    {"data", required_argument, NULL, SET_DATA},
    {"journal", required_argument, NULL, SET_JOURNAL},
    {"origin", required_argument, NULL, SET_ORIGIN},
    {"public-url", required_argument, NULL, SET_PUBLIC_URL},
    {"tls-cert", required_argument, NULL, SET_TLS_CERT},
    {"tls-key", required_argument, NULL, SET_TLS_KEY},
    {"organiser-key", required_argument, NULL, SET_ORGANISER_KEY},
    {"web-client", required_argument, NULL, SET_WEB_CLIENT},
    {"hold", required_argument, NULL, SET_HOLD},
    {"max-connections", required_argument, NULL, SET_MAX_CONNECTIONS},
    {"log-level", required_argument, NULL, SET_LOG_LEVEL},
    {"title", required_argument, NULL, SET_TITLE},
    {"template", required_argument, NULL, SET_TEMPLATE},
    {"language", required_argument, NULL, SET_LANGUAGE},
    {"roll", required_argument, NULL, SET_ROLL},
    {"role", required_argument, NULL, SET_ROLE},
    {"qr", no_argument, NULL, SET_QR},
    {"if-none", no_argument, NULL, SET_IF_NONE},
    {"help", no_argument, NULL, SET_HELP},
    {"version", no_argument, NULL, SET_VERSION},
    {NULL, 0, NULL, 0},
};

/* The settings that the environment may give too. */
static const struct {
    int set;
    const char *variable;
} variables[] = {
    {SET_LISTEN, "ARCHIPEL_LISTEN"},
    {SET_METRICS, "ARCHIPEL_METRICS"},
    {SET_DATA, "ARCHIPEL_DATA"},
    {SET_JOURNAL, "ARCHIPEL_JOURNAL"},
    {SET_ORIGIN, "ARCHIPEL_ORIGIN"},
    {SET_PUBLIC_URL, "ARCHIPEL_PUBLIC_URL"},
    {SET_TLS_CERT, "ARCHIPEL_TLS_CERT"},
    {SET_TLS_KEY, "ARCHIPEL_TLS_KEY"},
    {SET_ORGANISER_KEY, "ARCHIPEL_ORGANISER_KEY"},
    {SET_WEB_CLIENT, "ARCHIPEL_WEB_CLIENT"},
    {SET_HOLD, "ARCHIPEL_HOLD"},
    {SET_MAX_CONNECTIONS, "ARCHIPEL_MAX_CONNECTIONS"},
    {SET_LOG_LEVEL, "ARCHIPEL_LOG_LEVEL"},
};

struct reading {
    struct settings *settings;
    const char *name; /* of the flag or variable being read, for its sentence */
    char *problem;
    size_t problem_bytes;
};

static bool wrong(const struct reading *reading, const char *value, const char *right)
{
    snprintf(reading->problem, reading->problem_bytes, "%s: \"%s\" %s", reading->name, value,
             right);
    return false;
}

static bool read_number(const struct reading *reading, const char *value, int64_t most,
                        int64_t *number)
{
    char *end, right[80];
    bool digits = *value >= '0' && *value <= '9'; /* strtoll would take blanks and a sign */
    errno = 0;
    long long read = strtoll(value, &end, 10);
    *number = read;
    if (digits && !errno && !*end && read <= most) return true;
    snprintf(right, sizeof right, "is not a number from 0 to %lld", (long long)most);
    return wrong(reading, value, right);
}

static bool read_level(const struct reading *reading, const char *value)
{
    static const char *const names[] = {"error", "warning", "info", "debug"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(value, names[i])) {
            reading->settings->log_level = (enum log_level)i;
            return true;
        }
    return wrong(reading, value, "is not one of error, warning, info, debug");
}

/* scheme://user:password@host becomes scheme://…@host. */
static void show_journal(const char *journal, char *shown, size_t shown_bytes)
{
    const char *at = strrchr(journal, '@'), *start = strstr(journal, "://");
    bool secret = at && start && start < at;
    snprintf(shown, shown_bytes, "%.*s%s%s", secret ? (int)(start + 3 - journal) : 0, journal,
             secret ? "…" : "", secret ? at : journal);
}

static bool read_journal(const struct reading *reading, const char *value)
{
    static const char *const starts[] = {"sqlite:", "redis://", "redis+unix://"};
    char shown[SHOWN_BYTES];
    reading->settings->journal = value;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t length = strlen(starts[i]);
        if (!strncmp(value, starts[i], length) && value[length]) return true;
    }
    show_journal(value, shown, sizeof shown);
    return wrong(reading, shown,
                 "is neither sqlite:PATH nor redis://HOST:PORT nor redis+unix:///PATH");
}

static bool read_metrics(const struct reading *reading, const char *value)
{
    reading->settings->metrics = strcmp(value, "no") ? value : NULL;
    reading->settings->metrics_given = true;
    return true;
}

static bool read_language(const struct reading *reading, const char *value)
{
    reading->settings->language_name = value;
    return !strcmp(value, "fr") || !strcmp(value, "en") ||
           wrong(reading, value, "is neither fr nor en");
}

static bool read_role(const struct reading *reading, const char *value)
{
    static const char *const roles[] = {"participant", "facilitator", "animator", "screen"};
    reading->settings->role = value;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (!strcmp(value, roles[i])) return true;
    return wrong(reading, value, "is not one of participant, facilitator, animator, screen");
}

static bool read_url(const struct reading *reading, const char *value)
{
    size_t length = strlen(value);
    char origin[ORIGIN_BYTES];
    if (length && value[length - 1] == '/') length--;
    snprintf(origin, sizeof origin, "%.*s", (int)length, value);
    reading->settings->public_url = value;
    return (length < sizeof origin && request_origin_is_plain(origin)) ||
           wrong(reading, value, "is not an address as in https://example.org, without a path");
}

static char *text_copy(const char *text)
{
    size_t bytes = strlen(text) + 1;
    return memcpy(allocate(bytes), text, bytes);
}

/* Adds to what the environment and earlier flags gave. */
static bool read_origins(const struct reading *reading, const char *value)
{
    struct settings *settings = reading->settings;
    size_t count = 0;
    while (settings->origins[count]) count++;
    if (settings->kept_count == KEPT_MOST - KEPT_FOR_PATHS)
        return wrong(reading, value, "comes too often; give a list with commas");
    char *rest = settings_keep(settings, text_copy(value));
    for (char *origin; (origin = strsep(&rest, ", "));) {
        if (!*origin) continue;
        if (count == ORIGINS_MOST) return wrong(reading, value, "makes more than 16 origins");
        settings->origins[count++] = origin;
    }
    return true;
}

/* An exhaustive switch over the rows above. */
static bool read_one(const struct reading *reading, int set, const char *value)
{
    struct settings *settings = reading->settings;
    switch (set) {
    case SET_LISTEN: settings->listen = value; return true;
    case SET_METRICS: return read_metrics(reading, value);
    case SET_DATA: settings->data = value; return true;
    case SET_JOURNAL: return read_journal(reading, value);
    case SET_ORIGIN: return read_origins(reading, value);
    case SET_PUBLIC_URL: return read_url(reading, value);
    case SET_TLS_CERT: settings->tls_certificate = value; return true;
    case SET_TLS_KEY: settings->tls_key = value; return true;
    case SET_ORGANISER_KEY: settings->organiser_key = value; return true;
    case SET_WEB_CLIENT: settings->web_client = value; return true;
    case SET_HOLD: return read_number(reading, value, 1000, &settings->hold);
    case SET_MAX_CONNECTIONS:
        return read_number(reading, value, 1000000, &settings->max_connections);
    case SET_LOG_LEVEL: return read_level(reading, value);
    case SET_TITLE: settings->title = value; return true;
    case SET_TEMPLATE: settings->template = value; return true;
    case SET_LANGUAGE: return read_language(reading, value);
    case SET_ROLL: settings->roll = value; return true;
    case SET_ROLE: return read_role(reading, value);
    case SET_QR: settings->qr = true; return true;
    case SET_IF_NONE: settings->if_none = true; return true;
    case SET_HELP: settings->help = true; return true;
    case SET_VERSION: settings->version = true; return true;
    }
    return false;
}

static bool read_environment(struct reading *reading)
{
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i].variable);
        reading->name = variables[i].variable;
        if (value && *value && !read_one(reading, variables[i].set, value)) return false;
    }
    return true;
}

static bool read_flags(struct reading *reading, int argc, char **argv)
{
    char name[64];
    int place = 0;
    opterr = 0;
    for (int set; (set = getopt_long(argc, argv, ":h", flags, &place)) != -1;) {
        if (set == 'h') set = SET_HELP;
        if (set == '?' || set == ':') {
            snprintf(reading->problem, reading->problem_bytes, "%s: %s; see archipel --help",
                     argv[optind - 1], set == ':' ? "its value is missing" : "not a setting");
            return false;
        }
        snprintf(name, sizeof name, "--%s", flags[place].name);
        reading->name = name;
        if (!read_one(reading, set, optarg)) return false;
    }
    return true;
}

bool settings_read(struct settings *settings, int argc, char **argv, char *problem,
                   size_t problem_bytes)
{
    *settings = (struct settings){.listen = ":8080",
                                  .data = "./data",
                                  .hold = 46,
                                  .log_level = LOG_INFO,
                                  .template = "blank",
                                  .language_name = "fr"};
    struct reading reading = {settings, "", problem, problem_bytes};
    if (!read_environment(&reading) || !read_flags(&reading, argc, argv)) return false;
    for (int i = optind; i < argc && settings->word_count < 4; i++)
        settings->words[settings->word_count++] = argv[i];
    return true;
}

void settings_clear(struct settings *settings)
{
    while (settings->kept_count) free(settings->kept[--settings->kept_count]);
}

char *settings_keep(struct settings *settings, char *text)
{
    CHECK(settings->kept_count < KEPT_MOST);
    return settings->kept[settings->kept_count++] = text;
}

void settings_print(const struct settings *settings, FILE *to)
{
    char journal[SHOWN_BYTES];
    show_journal(settings->journal, journal, sizeof journal);
    fprintf(to, "archipel %s\n", ARCHIPEL_VERSION);
    fprintf(to, "  listen           %s\n", settings->listen);
    fprintf(to, "  metrics          %s\n", settings->metrics ? settings->metrics : "no");
    fprintf(to, "  data             %s\n", settings->data);
    fprintf(to, "  journal          %s\n", journal);
    fprintf(to, "  public-url       %s\n", settings->public_url);
    fprintf(to, "  organiser-key    in %s\n", settings->organiser_key);
    fprintf(to, "  tls              %s\n",
            settings->tls_certificate ? settings->tls_certificate : "no");
    fprintf(to, "  hold             %lld ms\n", (long long)settings->hold);
    if (settings->max_connections)
        fprintf(to, "  max-connections  %lld\n", (long long)settings->max_connections);
    for (size_t i = 0; settings->origins[i]; i++)
        fprintf(to, "  origin           %s\n", settings->origins[i]);
}

enum language settings_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return strncmp(value, "fr", 2) ? LANGUAGE_EN : LANGUAGE_FR;
    }
    return LANGUAGE_EN;
}
