/* A line is written whole by one call, so that lines of several threads do not mix; what is too
 * long is cut. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#define LINE_BYTES 2048

static enum log_level threshold = LOG_INFO;

static const char *const level_names[] = {
    [LOG_ERROR] = "error",
    [LOG_WARNING] = "warn ",
    [LOG_INFO] = "info ",
    [LOG_DEBUG] = "debug",
};

void log_set_level(enum log_level level)
{
    threshold = level;
}

/* An event stays one line whatever its parts contain. */
static void flatten(char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7f) *text = ' ';
}

void log_line(enum log_level level, const char *format, ...)
{
    if (level > threshold) return;
    char message[LINE_BYTES], moment[sizeof "2026-11-22T05:16:07Z"];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    flatten(message);
    time_t now = time(NULL);
    struct tm utc;
    if (!gmtime_r(&now, &utc) || !strftime(moment, sizeof moment, "%Y-%m-%dT%H:%M:%SZ", &utc))
        moment[0] = 0;
    fprintf(stderr, "%s %s %s\n", moment, level_names[level], message);
}
