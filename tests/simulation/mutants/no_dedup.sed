# server/live/workshop.c, 1 change, caught by 42 of 100 seeds: a command that was accepted is accepted again.
s/^    case RECALL_ACCEPTED: .*$/    case RECALL_ACCEPTED: break;/
