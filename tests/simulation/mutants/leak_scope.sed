# server/live/audience.c, 1 change: all are told what one of them may see.
s/^        if \(audiences->frames\[i\]\.mask == mask\) return/        return/
