/* Each row is a cursor that walks over its record's fields, which stand in the order of their
 * numbers: so column by column, each takes one step or none. */
#include "wire/tables.h"

#include <stdlib.h>

#include "base/check.h"
#include "protocol/generated/records.h"
#include "wire/cursor.h"
#include "wire/pack.h"
#include "wire/value.h"

enum { FIELDS = 64 /* greater than the number of any field */, DEPTH = 4 };

struct row {
    int64_t type, id;
    struct cursor fields;
    size_t left; /* of them */
};

static int64_t integer_from(struct cursor *cursor)
{
    int64_t number = 0;
    CHECK(cursor_integer(cursor, 0, VALUE_MAX, &number));
    return number;
}

static size_t array_from(struct cursor *cursor)
{
    size_t count = 0;
    CHECK(cursor_array(cursor, &count));
    return count;
}

/* Marks the numbers of the fields it passes. */
static void pass_fields(struct cursor *cursor, size_t count, uint64_t *used)
{
    while (count--) {
        int64_t number = integer_from(cursor);
        CHECK(number < FIELDS && cursor_skip(cursor, DEPTH));
        *used |= UINT64_C(1) << number;
    }
}

static struct row row_from(struct cursor *cursor, uint64_t *used)
{
    CHECK(array_from(cursor) == 4 && integer_from(cursor) == CHANGE_PUT);
    struct row row = {.type = integer_from(cursor)};
    row.id = integer_from(cursor);
    row.left = array_from(cursor) / 2;
    row.fields = *cursor;
    pass_fields(cursor, row.left, used);
    return row;
}

static void write_value(struct buffer *buffer, struct row *row, int64_t field)
{
    struct cursor at = row->fields;
    if (!row->left || integer_from(&at) != field) {
        pack_nil(buffer);
        return;
    }
    const uint8_t *value = at.at;
    CHECK(cursor_skip(&at, DEPTH));
    buffer_add(buffer, value, (size_t)(at.at - value));
    row->fields = at;
    row->left--;
}

static void write_columns(struct buffer *buffer, struct row *rows, size_t count, uint64_t used)
{
    for (int64_t field = 0; field < FIELDS; field++) {
        if (!(used >> field & 1)) continue;
        pack_array(buffer, count);
        for (size_t i = 0; i < count; i++) write_value(buffer, &rows[i], field);
    }
}

static void write_table(struct buffer *buffer, struct row *rows, size_t count, uint64_t used)
{
    size_t fields = (size_t)__builtin_popcountll(used);
    pack_array(buffer, 4);
    pack_integer(buffer, rows->type);
    pack_array(buffer, count);
    for (size_t i = 0; i < count; i++) pack_integer(buffer, rows[i].id);
    pack_array(buffer, fields);
    for (int64_t field = 0; field < FIELDS; field++)
        if (used >> field & 1) pack_integer(buffer, field);
    pack_array(buffer, fields);
    write_columns(buffer, rows, count, used);
}

/* How many of these rows, the first and those behind it, are of one type. */
static size_t run_length(const struct row *rows, size_t count)
{
    size_t length = 1;
    while (length < count && rows[length].type == rows->type) length++;
    return length;
}

static size_t count_runs(const struct row *rows, size_t count)
{
    size_t runs = 0;
    for (size_t at = 0; at < count; at += run_length(rows + at, count - at)) runs++;
    return runs;
}

void tables_write(struct buffer *buffer, const struct buffer *puts, size_t count)
{
    struct row *rows = allocate_zero(count, sizeof *rows);
    uint64_t *used = allocate_zero(RECORD_TYPES + 1, sizeof *used);
    struct cursor cursor = cursor_new(puts->data, puts->length);
    for (size_t i = 0; i < count; i++) {
        uint64_t fields = 0;
        rows[i] = row_from(&cursor, &fields);
        used[rows[i].type] |= fields;
    }
    pack_array(buffer, count_runs(rows, count));
    for (size_t at = 0; at < count;) {
        size_t length = run_length(rows + at, count - at);
        write_table(buffer, rows + at, length, used[rows[at].type]);
        at += length;
    }
    free(used);
    free(rows);
}
