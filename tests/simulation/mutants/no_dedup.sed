# server/live/workshop.c, 1 change: a command that was accepted is accepted again.
s/^    case RECALL_ACCEPTED: .*$/    case RECALL_ACCEPTED: break;/
