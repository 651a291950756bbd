# server/live/workshop.c, 2 changes, caught by 100 of 100 seeds: done is told when the journal is asked, not when it has answered.
s/^    free\(entries\);$/    free(entries);\n    for (size_t i = 0; i < batch->count; i++) answer_item(workshop, \&batch->items[i]);/
/^    for \(size_t i = 0; i < batch\.count; i\+\+\) answer_item\(/d
