/* Two chains run side by side over the entries: the old one is only looked at behind the snapshot,
 * because a server begins there; the new one is made of all. */
#include "journal/format_1.h"

#include "journal/chain.h"

#define PAST_BYTES 8

static const uint64_t no_past = UINT64_C(0xcbf29ce484222325); /* FNV-1a's offset basis */

static uint64_t past_after(uint64_t past, struct journal_bytes bytes)
{
    const uint8_t *data = bytes.data;
    for (size_t i = 0; i < bytes.length; i++) past = (past ^ data[i]) * UINT64_C(0x100000001b3);
    return past;
}

/* Takes the eight bytes off. */
static uint64_t take_past(struct journal_bytes *bytes)
{
    const uint8_t *data = bytes->data;
    uint64_t past = 0;
    for (size_t i = 0; i < PAST_BYTES; i++) past = past << 8 | data[i];
    *bytes = (struct journal_bytes){data + PAST_BYTES, bytes->length - PAST_BYTES};
    return past;
}

/* What the entries that are gone were, nobody knows any more: the snapshot stands for them. */
struct format_1 format_1_begin(uint64_t epoch, uint64_t first, uint64_t snapshot_seq,
                               struct journal_bytes snapshot)
{
    struct format_1 story = {.position = {.epoch = epoch, .seq = first - 1}, .past = no_past};
    story.past_known = true;
    if (snapshot.length < PAST_BYTES) return story;
    story.past = take_past(&snapshot);
    story.snapshot = snapshot;
    story.snapshot_seq = snapshot_seq;
    if (first > 1) story.position.head = chain_after(&story.position.head, snapshot);
    if (first > snapshot_seq) story.snapshot_head = story.position.head;
    return story;
}

/* Behind the snapshot, entries tell of their past. */
static bool has_parted(struct format_1 *story, uint64_t seq, uint64_t past)
{
    if (seq <= story->snapshot_seq) return false;
    if (story->past_known && past != story->past) return true;
    story->past = past;
    return false;
}

static void end(struct format_1 *story)
{
    story->ended = true;
    story->position.epoch++;
}

bool format_1_take(struct format_1 *story, uint64_t seq, bool whole, struct journal_bytes *entry,
                   struct journal_position *place)
{
    whole = whole && entry->length >= PAST_BYTES;
    /* What is missing is missed after too; nobody can say what comes behind it should tell. */
    if (seq != story->position.seq + 1) story->past_known = false;
    if (!story->ended && whole && has_parted(story, seq, take_past(entry))) end(story);
    if (story->ended) return false;
    if (seq > story->snapshot_seq) {
        story->past_known = whole;
        story->past = past_after(story->past, *entry);
    }
    *place = (struct journal_position){.seq = seq, .head = story->position.head};
    story->position.head = chain_after(&story->position.head, *entry);
    story->position.seq = seq;
    if (seq == story->snapshot_seq) story->snapshot_head = story->position.head;
    return true;
}
