/* Any bytes as a message to the server, then as messages to a client. What is understood encodes
 * to bytes that are understood the same. */
#include <string.h>

#include "base/check.h"
#include "fuzz/fuzz.h"
#include "wire/decode.h"
#include "wire/encode.h"

static bool decode_to_client(const struct buffer *from, struct message *message)
{
    struct cursor cursor = cursor_new(from->data, from->length);
    return decode_next_message(&cursor, message) && !cursor_left(&cursor);
}

static bool decode_to_server(const struct buffer *from, struct message *message)
{
    struct decode_problem problem;
    return decode_message(from->data, from->length, message, &problem) == DECODE_OK;
}

/* A secret has become its digest on the way in and would again: it is not compared, so only the
 * length stays. */
static void check_comes_back(struct message *message,
                             bool decode(const struct buffer *, struct message *), bool same)
{
    struct buffer first = {0}, second = {0};
    struct message read;
    encode_message(&first, message);
    CHECK(decode(&first, &read));
    encode_message(&second, &read);
    CHECK(first.length == second.length);
    CHECK(!same || !memcmp(first.data, second.data, first.length));
    message_clear(&read);
    buffer_clear(&first);
    buffer_clear(&second);
}

static bool holds_secret(const struct message *message)
{
    return message->type == MESSAGE_HELLO || message->type == MESSAGE_COMMAND;
}

static void check_to_server(const uint8_t *data, size_t length)
{
    struct message message;
    struct decode_problem problem;
    enum decode_status status = decode_message(data, length, &message, &problem);
    CHECK((status == DECODE_REFUSED) == (problem.refusal != REFUSAL_NONE) ||
          status == DECODE_BROKEN);
    if (status == DECODE_OK) check_comes_back(&message, decode_to_server, !holds_secret(&message));
    if (status == DECODE_BROKEN) CHECK(message.type == 0);
    message_clear(&message);
}

static void check_to_client(const uint8_t *data, size_t length)
{
    struct cursor cursor = cursor_new(data, length);
    for (struct message message; cursor_left(&cursor);) {
        if (!decode_next_message(&cursor, &message)) return;
        check_comes_back(&message, decode_to_client, true);
        message_clear(&message);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    check_to_server(data, length);
    check_to_client(data, length);
    return 0;
}
