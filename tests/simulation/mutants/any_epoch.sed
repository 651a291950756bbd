# server/live/admission.c, 2 changes, caught by 11 of 100 seeds: one resumes in a history that is no longer this one.
s/^    if \(epoch != history->position\.epoch\)$/    if (epoch > history->position.epoch)/
s/^    return mark == hello->mark \? PLACE_HERE : PLACE_ELSEWHERE;$/    return PLACE_HERE;/
