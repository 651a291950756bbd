# server/live/audience.c, 1 change, caught by 100 of 100 seeds: all are told what one of them may see.
s/^        if \(audiences->frames\[i\]\.mask == mask\) return/        return/
