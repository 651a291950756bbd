# server/live/fanout.c, 1 change: one resumes although what one may see has changed.
/^    if \(changed > seq\) return false;$/d
