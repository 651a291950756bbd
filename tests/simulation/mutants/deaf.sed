# server/live/history.c, 1 change, caught by 10 of 100 seeds: a position that was never told is never asked for.
s/^    if \(may && since >= VERIFY_EVERY\) /    if (may \&\& since < 0) /
