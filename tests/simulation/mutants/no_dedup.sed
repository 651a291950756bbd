# server/live/workshop.c, 1 change: a counter that was accepted is accepted again.
s/^    return submission->counter <=$/    return actor == UINT64_MAX \&\& submission->counter <=/
