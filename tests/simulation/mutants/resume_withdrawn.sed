# server/core/difference.c, 1 change, caught by 63 of 100 seeds: who saw it before is told how it is now.
s/^        tellings_add\(tellings, &change, &touch->before, now\);$/        tellings_add(tellings, \&change, \&touch->before, now);\n        if (now \&\& touch->before.kind != SCOPE_SEALED) tellings->items[tellings->count - 1].to = touch->before;/
