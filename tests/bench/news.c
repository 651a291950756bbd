#include "bench/news.h"

#include <string.h>

#include "bench/edit.h"
#include "support/unpacked.h"
#include "wire/decode.h"

static const struct news *known(const struct newsroom *room, const uint8_t *data, size_t length)
{
    for (size_t i = 0; i < NEWS_KEPT; i++) {
        const struct buffer *bytes = &room->kept[i].bytes;
        if (bytes->length && bytes->length <= length && !memcmp(bytes->data, data, bytes->length))
            return &room->kept[i];
    }
    return NULL;
}

static void note_numbers(struct news *news, const struct changes *changes)
{
    uint32_t number;
    news->changes = changes->count;
    for (size_t i = 0; i < changes->count; i++)
        if (edit_number(&changes->items[i], &number))
            buffer_add(&news->numbers, &number, sizeof number);
}

static void note_board(struct news *news, const struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++)
        if (changes->items[i].type == RECORD_BOARD) news->board = changes->items[i].id;
}

static void note(struct news *news, const struct message *message)
{
    news->type = message->type;
    news->numbers.length = 0;
    news->after = news->seq = news->person = news->board = news->changes = 0;
    if (message->type == MESSAGE_CHANGES) {
        news->after = (uint64_t)message->body.changes.after;
        news->seq = (uint64_t)message->body.changes.seq;
        note_numbers(news, &message->body.changes.changes);
    } else if (message->type == MESSAGE_SNAPSHOT) {
        news->seq = (uint64_t)message->body.snapshot.seq;
        news->last = message->body.snapshot.last;
        note_board(news, &message->body.snapshot.changes);
    } else if (message->type == MESSAGE_WELCOME) {
        news->person = message->body.welcome.person;
    } else if (message->type == MESSAGE_DONE) {
        news->seq = (uint64_t)message->body.done.seq;
    }
}

const struct news *news_read(struct newsroom *room, const uint8_t *data, size_t length)
{
    const struct news *before = known(room, data, length);
    if (before) return before;
    struct cursor cursor = cursor_new(data, length);
    struct message message;
    if (!unpacked_next(&cursor, &message)) return NULL;
    /* Answers concern one person: they would push out what many are told. */
    bool shared = message.type == MESSAGE_CHANGES || message.type == MESSAGE_SNAPSHOT;
    struct news *news = &room->kept[shared ? 1 + room->next++ % (NEWS_KEPT - 1) : 0];
    news->bytes.length = 0;
    buffer_add(&news->bytes, data, length - cursor_left(&cursor));
    note(news, &message);
    message_clear(&message);
    return news;
}

void news_clear(struct newsroom *room)
{
    for (size_t i = 0; i < NEWS_KEPT; i++) {
        buffer_clear(&room->kept[i].bytes);
        buffer_clear(&room->kept[i].numbers);
    }
}
