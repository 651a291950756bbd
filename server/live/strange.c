/* wire/newer.h knows the signs of a newer server; here is what they mean for a workshop. */
#include "live/strange.h"

#include "base/log.h"
#include "wire/newer.h"

static enum close_code judge(uint64_t workshop, struct journal_bytes bytes,
                             bool (*is_newer)(const void *data, size_t length))
{
    if (!is_newer(bytes.data, bytes.length)) return CLOSE_DAMAGED;
    log_error(
        "workshop %llu: its store holds what a newer version of Archipel than this server has "
        "written; it is not served here until this server is upgraded",
        (unsigned long long)workshop);
    return CLOSE_OUTDATED;
}

enum close_code strange_entry(uint64_t workshop, struct journal_bytes entry)
{
    return judge(workshop, entry, newer_entry);
}

enum close_code strange_snapshot(uint64_t workshop, struct journal_bytes snapshot)
{
    return judge(workshop, snapshot, newer_snapshot);
}
