/* Each function moves the cursor over what it looks at, as far as it must. The form is checked
 * whole before, so that a skip does not fail. */
#include "wire/newer.h"

#include "base/check.h"
#include "protocol/generated/schema.h"
#include "wire/cursor.h"
#include "wire/stored.h"
#include "wire/value.h"

/* What stands before an entry's command and changes, and before a snapshot's counters and puts. */
enum { ENTRY_HEAD = 6, SNAPSHOT_HEAD = 3 };

static void skip(struct cursor *cursor, size_t count)
{
    for (; count; count--) CHECK(cursor_skip(cursor, CURSOR_DEPTH));
}

/* Whether a natural number stands here that is greater than the last we know. */
static bool is_beyond(struct cursor *cursor, int64_t last)
{
    struct cursor at = *cursor;
    int64_t number;
    skip(cursor, 1);
    return cursor_integer(&at, last + 1, VALUE_MAX, &number);
}

static bool is_newer_field(struct cursor *cursor, const struct schema_type *type)
{
    struct cursor at = *cursor;
    int64_t number;
    bool beyond = is_beyond(cursor, type->fields[type->field_count - 1].number);
    const struct field *field = NULL;
    if (cursor_integer(&at, 1, UINT8_MAX, &number)) field = schema_field(type, (unsigned)number);
    if (field && field->kind == FIELD_CHOICE) return is_beyond(cursor, field->max);
    skip(cursor, 1);
    return beyond;
}

static bool is_newer_body(struct cursor *cursor, const struct schema_type *type)
{
    size_t count;
    if (!cursor_array(cursor, &count)) return false;
    for (count /= 2; count; count--)
        if (is_newer_field(cursor, type)) return true;
    return false;
}

static bool is_newer_change(struct cursor *cursor)
{
    struct cursor at = *cursor;
    size_t count;
    int64_t record;
    skip(cursor, 1);
    if (!cursor_array(&at, &count) || count != 4) return false;
    if (is_beyond(&at, CHANGE_OPERATIONS)) return true;
    struct cursor type = at;
    if (is_beyond(&at, RECORD_TYPES)) return true;
    if (!cursor_integer(&type, 1, RECORD_TYPES, &record)) return false;
    skip(&at, 1);
    return is_newer_body(&at, schema_record((unsigned)record));
}

static bool has_newer_change(struct cursor *cursor)
{
    size_t count;
    if (!cursor_array(cursor, &count)) return false;
    for (; count; count--)
        if (is_newer_change(cursor)) return true;
    return false;
}

/* Enters what is stored; newer when its format is. False when there is no telling. */
static bool begin(struct cursor *cursor, size_t head, bool *newer)
{
    struct cursor form = *cursor;
    size_t parts;
    if (!cursor_skip(&form, CURSOR_DEPTH) || cursor_left(&form)) return false;
    if (!cursor_array(cursor, &parts) || !parts) return false;
    *newer = is_beyond(cursor, STORED_FORMAT);
    if (*newer) return true;
    if (parts != head + 2) return false;
    skip(cursor, head - 1);
    return true;
}

bool newer_entry(const void *data, size_t length)
{
    struct cursor cursor = cursor_new(data, length);
    bool newer;
    if (!begin(&cursor, ENTRY_HEAD, &newer)) return false;
    return newer || is_beyond(&cursor, COMMAND_TYPES) || has_newer_change(&cursor);
}

bool newer_snapshot(const void *data, size_t length)
{
    struct cursor cursor = cursor_new(data, length);
    bool newer;
    if (!begin(&cursor, SNAPSHOT_HEAD, &newer)) return false;
    if (newer) return true;
    skip(&cursor, 1); /* the counters */
    return has_newer_change(&cursor);
}
