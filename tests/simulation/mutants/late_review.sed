# server/live/fanout.c, 1 change: who sees less now is told what came after.
s/^    workshop_review\(workshop\);$/    if (!has_entries(fanout)) workshop_review(workshop);/
