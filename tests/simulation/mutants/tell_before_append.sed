# server/live/workshop.c, 3 changes, caught by 100 of 100 seeds: entries are told when the journal is asked.
s/^static void append_batch\(/static void tell_batch(struct live_workshop *, struct batch *);\n&/
s/^    free\(entries\);$/    free(entries);\n    tell_batch(workshop, batch);/
s/^    tell_batch\(workshop, &batch\);$//
