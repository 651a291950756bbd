# server/live/fanout.c, 2 changes, caught by 100 of 100 seeds: done comes before its effect.
/^    send_answers\(fanout\);$/d
s/^    if \(fanout_untold\(fanout\)\) \{$/    send_answers(fanout);\n&/
