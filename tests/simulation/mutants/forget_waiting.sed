# server/live/workshop.c, 1 change, caught by 78 of 100 seeds: after a lost race one command is not decided again.
s/^    take_back\(workshop\);$/&\n    submission_free(queue_take(\&workshop->queue));/
