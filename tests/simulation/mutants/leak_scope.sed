# server/live/fanout.c, 1 change: all are told what one of them may see.
s/^        if \(sorting->frames\[i\]\.mask == mask\) return/        return/
