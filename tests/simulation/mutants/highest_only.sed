# server/core/counters.c, 1 change: all below the highest that was accepted is taken for accepted.
s/^    return back \&\& known\.missed .*$/    return RECALL_ACCEPTED;/
