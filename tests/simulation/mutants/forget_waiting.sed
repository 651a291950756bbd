# server/live/workshop.c, 1 change: after a lost race one command is not decided again.
s/^    take_back\(workshop\);$/&\n    submission_free(queue_take(\&workshop->queue));/
