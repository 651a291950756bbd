/* The names are one table, so that a status is called the same in every log line. */
#include "journal/journal.h"

#include "base/check.h"

static const char *const status_names[] = {
    [JOURNAL_OK] = "ok",
    [JOURNAL_CONFLICT] = "conflict",
    [JOURNAL_ABSENT] = "absent",
    [JOURNAL_EXISTS] = "exists",
    [JOURNAL_UNAVAILABLE] = "unavailable",
    [JOURNAL_DAMAGED] = "damaged",
    [JOURNAL_NEWER] = "newer",
};

const char *journal_status_name(enum journal_status status)
{
    CHECK((size_t)status < sizeof status_names / sizeof *status_names);
    return status_names[status];
}

bool journal_position_equal(const struct journal_position *left,
                            const struct journal_position *right)
{
    return left->epoch == right->epoch && left->seq == right->seq &&
           digest_equal(&left->head, &right->head);
}
