# server/live/fanout.c, 1 change, caught by 60 of 100 seeds: who sees less now is told what came after.
s/^    workshop_review\(workshop\);$/    if (!untold(fanout)) workshop_review(workshop);/
