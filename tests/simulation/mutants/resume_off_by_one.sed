# server/live/fanout.c, 1 change: who comes back misses one entry.
s/^    if \(seq == workshop->history\.position\.seq\) return;$/    if (++seq == workshop->history.position.seq) return;/
