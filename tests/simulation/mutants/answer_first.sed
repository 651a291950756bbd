# server/live/fanout.c, 2 changes: done comes before its effect.
/^    send_answers\(workshop\);$/d
s/^    workshop_review\(workshop\);$/&\n    send_answers(workshop);/
