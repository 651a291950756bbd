# server/live/workshop.c, 1 change, caught by 59 of 100 seeds: who sees less now is told what came after.
s/^    if \(workshop->review && workshop->history\.phase == HISTORY_READY\)$/    if (workshop->review \&\& !fanout_is_due(\&workshop->fanout))/
