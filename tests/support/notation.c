#include "support/notation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "core/access.h"
#include "core/changes.h"
#include "core/fields.h"
#include "support/parts.h"

enum { FIRST_ID = 1001, LONGEST_VALUE = 4100, MOST_IDS = 16, SECRET_LENGTH = 32 };

/* The words of choice fields, by the field's name and their number from 1. */
static const struct {
    const char *field;
    const char *words[9];
} choices[] = {
    {"language", {"fr", "en"}},
    {"role", {"participant", "facilitator", "animator", "screen", "organiser"}},
    {"phase", {"auto", "joining", "writing", "voting", "result", "presenting", "message", "board"}},
    {"audience", {"everyone", "animators", "person", "group"}},
    {"color", {"sand", "sun", "coral", "rose", "violet", "sky", "sea", "leaf"}},
};

static const char *const *words_of(const struct field *field)
{
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (strcmp(choices[i].field, field->name) == 0) return choices[i].words;
    fail_msg("no words for the choices of %s", field->name);
    return NULL;
}

static struct name *find(struct notation *notation, const char *name)
{
    for (size_t i = 0; i < notation->count; i++)
        if (strcmp(notation->names[i].text, name) == 0) return &notation->names[i];
    return NULL;
}

static uint64_t add_name(struct notation *notation, const char *name, uint64_t id)
{
    assert_true(notation->count < MOST_NAMES && strlen(name) < LONGEST_NAME);
    for (size_t i = 0; i < notation->count; i++)
        if (notation->names[i].id == id) fail_msg("%s is also %s", name, notation->names[i].text);
    struct name *added = &notation->names[notation->count++];
    strcpy(added->text, name);
    added->id = id;
    return id;
}

uint64_t notation_id(struct notation *notation, const char *name)
{
    if (strcmp(name, "0") == 0) return 0;
    const struct name *known = find(notation, name);
    return known ? known->id : add_name(notation, name, FIRST_ID + notation->count);
}

/* A line is read word by word; what stands between quotes is one word, without them. */
struct line {
    const char *at;
    char word[LONGEST_VALUE];
};

static bool next_word(struct line *line, const char *ends)
{
    while (*line->at == ' ') line->at++;
    if (!*line->at) return false;
    bool quoted = *line->at == '\'';
    if (quoted) line->at++;
    size_t length = strcspn(line->at, quoted ? "'" : ends);
    assert_true(length < LONGEST_VALUE);
    memcpy(line->word, line->at, length);
    line->word[length] = '\0';
    line->at += length;
    if (*line->at) line->at++;
    return true;
}

static struct bytes *read_secret(struct notation *notation, const char *word)
{
    char secret[SECRET_LENGTH] = {0};
    assert_true(strlen(word) <= sizeof secret);
    memcpy(secret, word, strlen(word));
    struct bytes *digest = bytes_new(secret, sizeof secret);
    if (!find(notation, word)) add_name(notation, word, key_id(digest));
    return digest;
}

static struct bytes *read_ids(struct notation *notation, char *word)
{
    uint64_t ids[MOST_IDS];
    size_t count = 0;
    for (char *name = strtok(word, "+"); name; name = strtok(NULL, "+")) {
        assert_true(count < MOST_IDS);
        ids[count++] = notation_id(notation, name);
    }
    return bytes_from_ids(ids, count);
}

static int64_t read_choice(const struct field *field, const char *word)
{
    const char *const *words = words_of(field);
    for (int64_t i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0) return i + 1;
    fail_msg("%s is no %s", word, field->name);
    return 0;
}

static int64_t read_number(struct notation *notation, const struct field *field, const char *word)
{
    char *end;
    if (field->kind == FIELD_ID) return (int64_t)notation_id(notation, word);
    if (field->kind == FIELD_CHOICE) return read_choice(field, word);
    if (field->kind == FIELD_FLAG) return strcmp(word, "yes") == 0;
    if (field->kind == FIELD_TIME && strcmp(word, "now") == 0) return notation->now;
    int64_t number = strtoll(word, &end, 10);
    if (*end) fail_msg("%s is no %s", word, field->name);
    return number;
}

static struct bytes *read_bytes(struct notation *notation, const struct field *field, char *word)
{
    if (field->kind == FIELD_SECRET) return read_secret(notation, word);
    if (field->kind == FIELD_IDS) return read_ids(notation, word);
    return bytes_from(word);
}

/* Reads field=value to the line's end; answers which fields were there. */
static uint64_t read_fields(struct notation *notation, struct line *line,
                            const struct schema_type *type, void *body)
{
    uint64_t present = 0;
    while (next_word(line, "=")) {
        const struct field *field = NULL;
        for (size_t i = 0; i < type->field_count; i++)
            if (strcmp(type->fields[i].name, line->word) == 0) field = &type->fields[i];
        if (!field) fail_msg("%s has no field %s", type->name, line->word);
        assert_true(next_word(line, " "));
        field_clear(field, body);
        if (field_is_number(field))
            field_set_number(field, body, read_number(notation, field, line->word));
        else *field_bytes(field, body) = read_bytes(notation, field, line->word);
        present |= FIELD_BIT(field->number);
    }
    return present;
}

static const struct schema_type *type_named(const struct schema_type *of(unsigned), unsigned count,
                                            const char *name)
{
    for (unsigned number = 1; number <= count; number++)
        if (of(number) && strcmp(of(number)->name, name) == 0) return of(number);
    fail_msg("the schema has no %s", name);
    return NULL;
}

struct command notation_command(struct notation *notation, const char *text)
{
    struct line line = {.at = text};
    assert_true(next_word(&line, " "));
    const struct schema_type *type = type_named(schema_command, COMMAND_TYPES, line.word);
    struct command command;
    memset(&command, 0, sizeof command);
    command.type = (enum command_type)type->number;
    command.present = read_fields(notation, &line, type, &command.body);
    return command;
}

struct change notation_put(struct notation *notation, const char *text)
{
    struct line line = {.at = text};
    assert_true(next_word(&line, " "));
    const struct schema_type *type = type_named(schema_record, RECORD_TYPES, line.word);
    struct change put;
    memset(&put, 0, sizeof put);
    put.operation = CHANGE_PUT;
    put.type = (enum record_type)type->number;
    assert_true(next_word(&line, " "));
    if (put.type == RECORD_KEY) bytes_drop(read_secret(notation, line.word));
    put.id = notation_id(notation, line.word);
    read_fields(notation, &line, type, &put.body);
    return put;
}

void notation_write_id(const struct notation *notation, struct buffer *text, uint64_t id)
{
    for (size_t i = 0; i < notation->count; i++)
        if (notation->names[i].id == id) {
            buffer_add_text(text, notation->names[i].text);
            return;
        }
    buffer_add_format(text, id ? "#%llu" : "%llu", (unsigned long long)id);
}

static void write_ids(const struct notation *notation, struct buffer *text, const struct bytes *ids)
{
    for (size_t i = 0; i < bytes_id_count(ids); i++) {
        if (i) buffer_add_text(text, "+");
        notation_write_id(notation, text, bytes_id(ids, i));
    }
}

static void write_number(const struct notation *notation, struct buffer *text,
                         const struct field *field, int64_t number)
{
    if (field->kind == FIELD_ID) notation_write_id(notation, text, (uint64_t)number);
    else if (field->kind == FIELD_CHOICE && number)
        buffer_add_text(text, words_of(field)[number - 1]);
    else if (field->kind == FIELD_FLAG) buffer_add_text(text, number ? "yes" : "no");
    else if (field->kind == FIELD_TIME && number == notation->now) buffer_add_text(text, "now");
    else buffer_add_format(text, "%lld", (long long)number);
}

static void write_fields(const struct notation *notation, struct buffer *text,
                         const struct schema_type *type, const void *body, uint64_t mask)
{
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (!(mask & FIELD_BIT(field->number))) continue;
        if (mask == ALL_FIELDS && field_is_zero(field, body)) continue;
        buffer_add_format(text, " %s=", field->name);
        if (field_is_number(field)) write_number(notation, text, field, field_number(field, body));
        else if (field->kind == FIELD_IDS) write_ids(notation, text, field_bytes_of(field, body));
        else
            buffer_add_format(text, field->kind == FIELD_SECRET ? "%s" : "'%s'",
                              bytes_text(field_bytes_of(field, body)));
    }
}

void notation_write_record(const struct notation *notation, struct buffer *text,
                           const struct record *record)
{
    const struct schema_type *type = schema_record(record->type);
    buffer_add_format(text, "%s ", type->name);
    notation_write_id(notation, text, record->id);
    write_fields(notation, text, type, &record->body, ALL_FIELDS);
}

static void write_edit(struct buffer *text, const struct change *edit)
{
    const struct field *field = change_edited(edit);
    assert_non_null(field);
    buffer_add_format(text, " %s='", field->name);
    parts_write(text, field_bytes_of(field, &edit->body));
    buffer_add_text(text, "'");
}

void notation_write_change(const struct notation *notation, struct buffer *text,
                           const struct change *change)
{
    static const char *const operations[] = {"?", "put", "patch", "drop", "edit"};
    const struct schema_type *type = schema_record(change->type);
    buffer_add_format(text, "%s %s ", operations[change->operation], type->name);
    notation_write_id(notation, text, change->id);
    if (change->operation == CHANGE_EDIT) write_edit(text, change);
    else write_fields(notation, text, type, &change->body, change_fields(change));
}
