/* What is read is written again and compared: there is one way to write each. */
#include "journal/redis_place.h"

#include <hiredis/hiredis.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "journal/checksum.h"
#include "journal/redis_link.h"

#define CHECKSUM_BYTES 4
#define PLACE_TEXT 160
#define FIRST_TEXT 40

static void write_place(char text[PLACE_TEXT], uint64_t workshop,
                        const struct journal_position *place)
{
    char head[2 * DIGEST_BYTES + 1];
    for (size_t at = 0; at < DIGEST_BYTES; at++)
        snprintf(head + 2 * at, 3, "%02x", place->head.bytes[at]);
    snprintf(text, PLACE_TEXT, "%" PRIu64 " %" PRIu64 " %s %08" PRIx32, place->epoch, place->seq,
             head, checksum_of(workshop, place, (struct journal_bytes){0}));
}

static void write_first(char text[FIRST_TEXT], uint64_t workshop, uint64_t first)
{
    struct journal_position place = {.seq = first};
    snprintf(text, FIRST_TEXT, "%" PRIu64 " %08" PRIx32, first,
             checksum_of(workshop, &place, (struct journal_bytes){0}));
}

void redis_add_place(struct pieces *command, uint64_t workshop,
                     const struct journal_position *place)
{
    char text[PLACE_TEXT];
    write_place(text, workshop, place);
    redis_add_text(command, text);
}

void redis_add_first(struct pieces *command, uint64_t workshop, uint64_t first)
{
    char text[FIRST_TEXT];
    write_first(text, workshop, first);
    redis_add_text(command, text);
}

/* `before` may be none. */
static void add_checked(struct pieces *command, uint32_t checksum, struct journal_bytes before,
                        struct journal_bytes bytes)
{
    size_t length = CHECKSUM_BYTES + before.length + bytes.length;
    uint8_t *to = allocate(length);
    for (int at = 0; at < CHECKSUM_BYTES; at++) to[at] = (uint8_t)(checksum >> (24 - 8 * at));
    if (before.length) memcpy(to + CHECKSUM_BYTES, before.data, before.length);
    if (bytes.length) memcpy(to + CHECKSUM_BYTES + before.length, bytes.data, bytes.length);
    pieces_add(command, (struct journal_bytes){to, length});
    free(to);
}

void redis_add_entry(struct pieces *command, uint64_t workshop,
                     const struct journal_position *place, struct journal_bytes entry)
{
    add_checked(command, checksum_of(workshop, place, entry),
                (struct journal_bytes){place->head.bytes, DIGEST_BYTES}, entry);
}

void redis_add_snapshot(struct pieces *command, uint64_t workshop,
                        const struct journal_position *place, struct journal_bytes snapshot)
{
    add_checked(command, checksum_of(workshop, place, snapshot), (struct journal_bytes){0},
                snapshot);
}

static bool read_digest(const char *text, struct digest *digest)
{
    for (size_t at = 0; at < DIGEST_BYTES; at++) {
        unsigned octet;
        if (sscanf(text + 2 * at, "%2x", &octet) != 1) return false;
        digest->bytes[at] = (uint8_t)octet;
    }
    return true;
}

bool redis_read_place(const char *text, uint64_t workshop, struct journal_position *place)
{
    char head[2 * DIGEST_BYTES + 1], again[PLACE_TEXT];
    if (sscanf(text, "%" SCNu64 " %" SCNu64 " %64s", &place->epoch, &place->seq, head) != 3 ||
        strlen(head) != 2 * DIGEST_BYTES || !read_digest(head, &place->head))
        return false;
    write_place(again, workshop, place);
    return strcmp(again, text) == 0;
}

bool redis_read_first(const struct redisReply *reply, uint64_t workshop, uint64_t *first)
{
    char again[FIRST_TEXT];
    if (!reply || sscanf(reply->str, "%" SCNu64, first) != 1) return false;
    write_first(again, workshop, *first);
    return strcmp(again, reply->str) == 0;
}

/* What is behind the checksum, which is taken off. */
static bool take_checksum(const redisReply *reply, uint32_t *checksum, struct journal_bytes *bytes)
{
    if (!reply || reply->len < CHECKSUM_BYTES) return false;
    *checksum = 0;
    for (int at = 0; at < CHECKSUM_BYTES; at++)
        *checksum = *checksum << 8 | (uint8_t)reply->str[at];
    *bytes = (struct journal_bytes){reply->str + CHECKSUM_BYTES, reply->len - CHECKSUM_BYTES};
    return true;
}

bool redis_read_entry(const struct redisReply *reply, uint64_t workshop,
                      struct journal_position *place, struct journal_bytes *entry)
{
    uint32_t checksum;
    if (!take_checksum(reply, &checksum, entry) || entry->length < DIGEST_BYTES) return false;
    memcpy(place->head.bytes, entry->data, DIGEST_BYTES);
    entry->data = (const uint8_t *)entry->data + DIGEST_BYTES;
    entry->length -= DIGEST_BYTES;
    return checksum == checksum_of(workshop, place, *entry);
}

bool redis_read_snapshot(const struct redisReply *reply, uint64_t workshop,
                         const struct journal_position *place, struct journal_bytes *snapshot)
{
    uint32_t checksum;
    return take_checksum(reply, &checksum, snapshot) &&
           checksum == checksum_of(workshop, place, *snapshot);
}

const struct redisReply *redis_element(const struct redisReply *reply, size_t index, int type)
{
    if (reply->type != REDIS_REPLY_ARRAY || index >= reply->elements) return NULL;
    return reply->element[index]->type == type ? reply->element[index] : NULL;
}

bool redis_read_digits(const struct redisReply *reply, size_t index, uint64_t *number)
{
    const redisReply *found = redis_element(reply, index, REDIS_REPLY_STRING);
    char again[24];
    if (!found) return false;
    *number = strtoull(found->str, NULL, 10);
    snprintf(again, sizeof again, "%" PRIu64, *number);
    return strcmp(again, found->str) == 0;
}

bool redis_has_id(const struct redisReply *entry, uint64_t seq)
{
    const redisReply *id = redis_element(entry, 0, REDIS_REPLY_STRING);
    char expected[32];
    snprintf(expected, sizeof expected, "%" PRIu64 "-0", seq);
    return id && strcmp(id->str, expected) == 0;
}
