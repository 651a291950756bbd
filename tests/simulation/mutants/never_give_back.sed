# server/live/history.c, 1 change, caught by 19 of 100 seeds: what the store has lost, the server forgets too.
s/^    \} else if \(run->position\.seq < history->position\.seq\) on_less\(history, run->position\);$/    } else if (run->position.seq < history->position.seq) open_again(history);/
