#include "support/unpacked.h"

#include <stdlib.h>
#include <zlib.h>

#include "base/bytes.h"
#include "base/check.h"
#include "protocol/generated/records.h"
#include "wire/cursor.h"
#include "wire/decode.h"
#include "wire/pack.h"

enum { FIELDS = 64, DEPTH = 4 };

/* A table on its way back to puts: where the next value of each column stands. */
struct table_reader {
    int64_t type;
    size_t rows, fields;
    struct cursor ids;
    int64_t numbers[FIELDS];
    struct cursor columns[FIELDS];
};

/* Enters the next array and passes it; where it begins. */
static bool read_column(struct cursor *cursor, size_t rows, struct cursor *column)
{
    size_t count;
    *column = *cursor;
    return cursor_array(column, &count) && count == rows && cursor_skip(cursor, DEPTH);
}

static bool read_table(struct cursor *cursor, struct table_reader *table)
{
    size_t parts, columns;
    struct cursor ahead;
    if (!cursor_array(cursor, &parts) || parts != 4) return false;
    if (!cursor_integer(cursor, 1, RECORD_TYPES, &table->type)) return false;
    ahead = *cursor;
    if (!cursor_array(&ahead, &table->rows) || !read_column(cursor, table->rows, &table->ids))
        return false;
    if (!cursor_array(cursor, &table->fields) || table->fields > FIELDS) return false;
    for (size_t i = 0; i < table->fields; i++)
        if (!cursor_integer(cursor, 0, FIELDS - 1, &table->numbers[i])) return false;
    if (!cursor_array(cursor, &columns) || columns != table->fields) return false;
    for (size_t i = 0; i < columns; i++)
        if (!read_column(cursor, table->rows, &table->columns[i])) return false;
    return true;
}

static bool copy_value(struct buffer *buffer, struct cursor *from)
{
    const uint8_t *at = from->at;
    if (!cursor_skip(from, DEPTH)) return false;
    buffer_add(buffer, at, (size_t)(from->at - at));
    return true;
}

static bool is_given(const struct cursor *column)
{
    struct cursor ahead = *column;
    struct token token;
    return cursor_next(&ahead, &token) && token.kind != TOKEN_NIL;
}

static bool write_put(struct buffer *buffer, struct table_reader *table)
{
    size_t given = 0;
    for (size_t i = 0; i < table->fields; i++) given += is_given(&table->columns[i]);
    pack_array(buffer, 4);
    pack_integer(buffer, CHANGE_PUT);
    pack_integer(buffer, table->type);
    if (!copy_value(buffer, &table->ids)) return false;
    pack_array(buffer, 2 * given);
    for (size_t i = 0; i < table->fields; i++) {
        bool is = is_given(&table->columns[i]);
        if (is) pack_integer(buffer, table->numbers[i]);
        if (is && !copy_value(buffer, &table->columns[i])) return false;
        if (!is && !cursor_skip(&table->columns[i], 1)) return false;
    }
    return true;
}

static bool write_puts(struct buffer *buffer, const uint8_t *tables, size_t length)
{
    struct cursor cursor = cursor_new(tables, length);
    struct buffer puts = {0};
    size_t count, rows = 0;
    bool good = cursor_array(&cursor, &count);
    for (size_t i = 0; good && i < count; i++) {
        struct table_reader table;
        good = read_table(&cursor, &table);
        for (size_t row = 0; good && row < table.rows; row++) good = write_put(&puts, &table);
        rows += good ? table.rows : 0;
    }
    pack_array(buffer, rows);
    buffer_add(buffer, puts.data, puts.length);
    buffer_clear(&puts);
    return good && !cursor_left(&cursor);
}

bool unpacked_part(struct buffer *buffer, const struct message_packed *packed)
{
    uLongf length = LIMIT_PACKED_BYTES;
    uint8_t *tables = allocate(length);
    bool good = uncompress(tables, &length, (const Bytef *)bytes_text(packed->tables),
                           bytes_length(packed->tables)) == Z_OK;
    pack_array(buffer, 5);
    pack_integer(buffer, MESSAGE_SNAPSHOT);
    pack_natural(buffer, 0);
    pack_natural(buffer, 0);
    pack_flag(buffer, false);
    good = good && write_puts(buffer, tables, length);
    free(tables);
    return good;
}

bool unpacked_next(struct cursor *cursor, struct message *message)
{
    if (!decode_next_message(cursor, message)) return false;
    if (message->type != MESSAGE_PACKED) return true;
    struct buffer buffer = {0};
    struct message packed = *message;
    bool good = unpacked_part(&buffer, &packed.body.packed);
    struct cursor inside = cursor_new(buffer.data, buffer.length);
    good = good && decode_next_message(&inside, message) && !cursor_left(&inside);
    message_clear(&packed);
    buffer_clear(&buffer);
    return good;
}
