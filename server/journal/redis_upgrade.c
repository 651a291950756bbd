/* format_1.h knows what becomes of each entry; here is how it lies in Redis before and after. */
#include "journal/redis_upgrade.h"

#include <hiredis/hiredis.h>
#include <inttypes.h>
#include <string.h>

#include "base/check.h"
#include "base/log.h"
#include "journal/checksum.h"
#include "journal/format_1.h"
#include "journal/redis_link.h"
#include "journal/redis_place.h"
#include "journal/redis_script.h"

#define CHECKSUM_BYTES 4

extern const char journal_fetch_1_lua[], journal_upgrade_1_lua[];

/* Elements of what fetch_1.lua answers. */
enum { EPOCH, SEQ, FIRST, ENTRIES, SNAPSHOT_EPOCH, SNAPSHOT_SEQ, SNAPSHOT };

void redis_upgrade_fetch(struct pieces *command, uint64_t workshop)
{
    redis_add_script(command, journal_fetch_1_lua, workshop);
}

/* Takes the checksum off; false when it does not fit. */
static bool read_checked(const redisReply *stored, uint64_t workshop, uint64_t seq,
                         struct journal_bytes *bytes)
{
    uint32_t checksum = 0;
    if (!stored || stored->len < CHECKSUM_BYTES) return false;
    for (int at = 0; at < CHECKSUM_BYTES; at++) checksum = checksum << 8 | (uint8_t)stored->str[at];
    *bytes = (struct journal_bytes){stored->str + CHECKSUM_BYTES, stored->len - CHECKSUM_BYTES};
    return checksum == checksum_of_format_1(workshop, seq, *bytes);
}

/* One workshop on its way. */
struct passage {
    uint64_t workshop, epoch, seq, first;
    const redisReply *run; /* its entries */
    struct format_1 story;
    struct pieces entries; /* as they are to be written */
};

/* A snapshot of another epoch, or a damaged one, is none. */
static bool begin(struct passage *passage, const redisReply *reply)
{
    uint64_t epoch = 0, seq = 0;
    struct journal_bytes snapshot = {0};
    passage->run = redis_element(reply, ENTRIES, REDIS_REPLY_ARRAY);
    if (!passage->run || !redis_read_digits(reply, EPOCH, &passage->epoch) ||
        !redis_read_digits(reply, SEQ, &passage->seq) ||
        !redis_read_digits(reply, FIRST, &passage->first) || !passage->first)
        return false;
    bool kept = redis_read_digits(reply, SNAPSHOT_EPOCH, &epoch) && epoch == passage->epoch &&
                redis_read_digits(reply, SNAPSHOT_SEQ, &seq) &&
                read_checked(redis_element(reply, SNAPSHOT, REDIS_REPLY_STRING), passage->workshop,
                             seq, &snapshot);
    if (!kept) snapshot = (struct journal_bytes){0};
    passage->story = format_1_begin(passage->epoch, passage->first, kept ? seq : 0, snapshot);
    return kept || passage->first == 1;
}

static bool take_entry(struct passage *passage, size_t index)
{
    const redisReply *entry = redis_element(passage->run, index, REDIS_REPLY_ARRAY);
    const redisReply *fields = entry ? redis_element(entry, 1, REDIS_REPLY_ARRAY) : NULL;
    uint64_t seq = passage->first + index;
    struct journal_bytes bytes;
    struct journal_position place;
    if (!fields || !redis_has_id(entry, seq) ||
        !read_checked(redis_element(fields, 1, REDIS_REPLY_STRING), passage->workshop, seq, &bytes))
        return false;
    if (format_1_take(&passage->story, seq, true, &bytes, &place))
        redis_add_entry(&passage->entries, passage->workshop, &place, bytes);
    return true;
}

static bool take_all(struct passage *passage)
{
    if (passage->first - 1 + passage->run->elements != passage->seq) return false;
    for (size_t at = 0; at < passage->run->elements; at++)
        if (!take_entry(passage, at)) return false;
    return true;
}

static void add_snapshot(struct pieces *command, const struct passage *passage)
{
    const struct format_1 *story = &passage->story;
    struct journal_position place = {story->position.epoch, story->snapshot_seq,
                                     story->snapshot_head};
    redis_add_place(command, passage->workshop, &place);
    if (story->snapshot.length)
        redis_add_snapshot(command, passage->workshop, &place, story->snapshot);
    else redis_add_text(command, "");
}

static void write_passage(struct pieces *command, const struct passage *passage,
                          const char *channel, const char *message)
{
    redis_add_script(command, journal_upgrade_1_lua, passage->workshop);
    redis_add_format(command, "%" PRIu64, passage->epoch);
    redis_add_format(command, "%" PRIu64, passage->seq);
    redis_add_place(command, passage->workshop, &passage->story.position);
    redis_add_text(command, channel);
    redis_add_text(command, message);
    redis_add_format(command, "%" PRIu64, passage->first);
    redis_add_first(command, passage->workshop, passage->first);
    add_snapshot(command, passage);
    for (size_t at = 0; at < pieces_count(&passage->entries); at++)
        pieces_add(command, pieces_at(&passage->entries, at));
}

enum redis_upgrade redis_upgrade_write(struct pieces *command, uint64_t workshop,
                                       const struct redisReply *reply, const char *channel,
                                       const char *message)
{
    struct passage passage = {.workshop = workshop};
    if (!reply->elements) return UPGRADE_DONE;
    bool whole = begin(&passage, reply) && take_all(&passage);
    if (whole) write_passage(command, &passage, channel, message);
    if (whole && passage.story.ended)
        log_warning("workshop %llu: what was written behind a loss is left out",
                    (unsigned long long)workshop);
    pieces_clear(&passage.entries);
    return whole ? UPGRADE_NEEDED : UPGRADE_DAMAGED;
}
