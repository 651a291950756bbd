# server/live/admission.c, 1 change, caught by 4 of 100 seeds: one resumes in a history that is no longer this one.
s/hello->seq && \(uint64_t\)hello->epoch == workshop->history\.position\.epoch &&/hello->seq \&\&/
