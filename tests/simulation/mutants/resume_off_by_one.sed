# server/live/fanout.c, 1 change, caught by 98 of 100 seeds: who comes back misses one entry.
s/^    if \(seq == workshop->history\.position\.seq\) return;$/    if (++seq == workshop->history.position.seq) return;/
