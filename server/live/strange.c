/* The link of the chain that stands before what is stored is passed over (live/history.h). */
#include "live/strange.h"

#include "base/log.h"
#include "wire/newer.h"

enum { CHAIN_BYTES = 8 };

static enum close_code judge(uint64_t workshop, struct journal_bytes bytes,
                             bool (*is_newer)(const void *data, size_t length))
{
    const uint8_t *data = bytes.data;
    if (bytes.length < CHAIN_BYTES || !is_newer(data + CHAIN_BYTES, bytes.length - CHAIN_BYTES))
        return CLOSE_DAMAGED;
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
