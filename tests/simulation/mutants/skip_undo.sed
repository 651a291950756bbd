# server/live/workshop.c, 1 change: what a lost race had applied stays.
/^        if \(item->entry\.seq\) state_undo\(/d
