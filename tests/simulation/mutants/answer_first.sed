# server/live/fanout.c, 2 changes, caught by 100 of 100 seeds: done comes before its effect.
/^    send_answers\(workshop\);$/d
s/^    workshop_review\(workshop\);$/&\n    send_answers(workshop);/
