/* What the operator reads: one line an event on standard error, never what people
 * wrote, never a key. The level is the program's only global. */
#ifndef ARCHIPEL_BASE_LOG_H
#define ARCHIPEL_BASE_LOG_H

enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO, LOG_DEBUG };

/* Lines below this level are no longer written; LOG_INFO at first. */
void log_set_level(enum log_level level);
/* "2026-11-22T05:16:07Z info  message\n" */
void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define log_error(...) log_line(LOG_ERROR, __VA_ARGS__)
#define log_warning(...) log_line(LOG_WARNING, __VA_ARGS__)
#define log_info(...) log_line(LOG_INFO, __VA_ARGS__)
#define log_debug(...) log_line(LOG_DEBUG, __VA_ARGS__)

#endif
