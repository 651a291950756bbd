/* Its changes are all that an entry owns. */
#include "core/entry.h"

#include "core/changes.h"

void entry_clear(struct entry *entry)
{
    changes_clear(&entry->changes);
    *entry = (struct entry){0};
}
