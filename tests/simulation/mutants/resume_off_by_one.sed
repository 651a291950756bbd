# server/live/resumption.c, 1 change, caught by 84 of 100 seeds: who comes back misses one entry.
s/tail_place\(tail, after \+ 1\);/tail_place(tail, after + 1) + 1;/
