# server/live/history.c, 1 change, caught by 80 of 100 seeds: an append without an answer counts as done.
s/^    if \(status == JOURNAL_OK\) history->position = position;$/&\n    if (status == JOURNAL_UNAVAILABLE) status = JOURNAL_OK;/
