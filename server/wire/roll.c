/* Bytes become UTF-8 text, text becomes cells, cells become lines of the roll:
 *
 *   read_text ─▶ csv_cell ─▶ tidy ─▶ take_heading   where each column stands
 *                                └─▶ take_cell      the cells of one person ─▶ add_line   */
#include "wire/roll.h"

#include <string.h>

#include "base/array.h"
#include "base/buffer.h"
#include "core/fold.h"
#include "protocol/generated/schema.h"
#include "wire/cp1252.h"
#include "wire/csv.h"
#include "wire/utf8.h"

enum column { FIRST_NAME, NAME, ORGANISATION, TERRITORY, CATEGORY, COLUMNS };

enum { MOST_HEADINGS = 8 };

/* What a column may be called, as core/fold.h sees it. */
static const char *const headings[COLUMNS][MOST_HEADINGS] = {
    [FIRST_NAME] = {"prenom", "firstname"},
    [NAME] = {"nom", "name", "nomcomplet", "fullname", "nomdefamille", "lastname", "participant",
              "participante"},
    [ORGANISATION] = {"organisation", "organization", "structure", "organisme"},
    [TERRITORY] = {"territoire", "territory"},
    [CATEGORY] = {"categorie", "category", "college"},
};

struct reader {
    struct csv csv;
    size_t places[COLUMNS]; /* of each column in a row, from 1; 0: there is none */
    struct buffer cell;
    struct buffer texts[COLUMNS]; /* of the row being read */
    struct roll_problem *problem;
};

static bool fail(struct roll_problem *problem, enum refusal refusal, int64_t limit, uint32_t line)
{
    *problem = (struct roll_problem){refusal, limit, line};
    return false;
}

static uint32_t first_unreadable_line(const uint8_t *data, size_t length)
{
    uint32_t line = 1;
    for (size_t i = 0; i < length; line++) {
        const uint8_t *feed = memchr(data + i, '\n', length - i);
        size_t end = feed ? (size_t)(feed - data) + 1 : length;
        if (!utf8_is_valid(data + i, end - i)) break;
        i = end;
    }
    return line;
}

static bool begins_with(const uint8_t *data, size_t length, const char *mark)
{
    return length >= strlen(mark) && memcmp(data, mark, strlen(mark)) == 0;
}

/* The file as UTF-8. A byte order mark is believed; without one, what is not UTF-8 is CP1252. */
static bool read_text(struct buffer *text, const uint8_t *data, size_t length,
                      struct roll_problem *problem)
{
    if (begins_with(data, length, "\xFF\xFE") || begins_with(data, length, "\xFE\xFF"))
        return fail(problem, REFUSAL_ROLL_BAD_LINE, 0, 1);
    bool marked = begins_with(data, length, "\xEF\xBB\xBF");
    if (!utf8_is_valid(data, length)) {
        if (marked)
            return fail(problem, REFUSAL_ROLL_BAD_LINE, 0, first_unreadable_line(data, length));
        cp1252_to_utf8(text, data, length);
    } else if (marked) buffer_add(text, data + 3, length - 3);
    else buffer_add(text, data, length);
    return true;
}

/* The bytes of white space at the front: blanks, and the no-break space. */
static size_t space_before(const uint8_t *text, size_t length)
{
    if (length && (*text == ' ' || *text == '\t' || *text == '\n')) return 1;
    return begins_with(text, length, "\xC2\xA0") ? 2 : 0;
}

static size_t space_behind(const uint8_t *text, size_t length)
{
    if (length && space_before(text + length - 1, 1)) return 1;
    return length >= 2 && space_before(text + length - 2, 2) == 2 ? 2 : 0;
}

static void tidy(struct buffer *cell)
{
    size_t space, from = 0;
    cell->length = utf8_drop_marks(cell->data, cell->length);
    if (!cell->length) return;
    while ((space = space_before(cell->data + from, cell->length - from))) from += space;
    while ((space = space_behind(cell->data + from, cell->length - from))) cell->length -= space;
    cell->length -= from;
    memmove(cell->data, cell->data + from, cell->length);
    for (size_t i = 0; i < cell->length; i++)
        if (cell->data[i] == '\n' || cell->data[i] == '\t') cell->data[i] = ' ';
}

typedef void take_function(struct reader *, size_t place);

/* A row, cell by cell; *line is where it begins, *blank whether nothing is in it. */
static bool read_row(struct reader *reader, take_function *take, uint32_t *line, bool *blank)
{
    *line = reader->csv.line;
    *blank = true;
    bool last = false;
    for (size_t place = 1; !last; place++) {
        uint32_t began = reader->csv.line;
        if (!csv_cell(&reader->csv, &reader->cell, &last))
            return fail(reader->problem, REFUSAL_ROLL_BAD_LINE, 0, reader->csv.line);
        tidy(&reader->cell);
        if (utf8_has_control(reader->cell.data, reader->cell.length, false))
            return fail(reader->problem, REFUSAL_ROLL_BAD_LINE, 0, began);
        if (!reader->cell.length) continue;
        *blank = false;
        take(reader, place);
    }
    return true;
}

static bool is_heading(enum column column, const char *folded)
{
    for (size_t i = 0; i < MOST_HEADINGS && headings[column][i]; i++)
        if (strcmp(headings[column][i], folded) == 0) return true;
    return false;
}

/* Of two columns with one meaning, the first counts. */
static void take_heading(struct reader *reader, size_t place)
{
    char folded[32];
    buffer_add(&reader->cell, "", 1);
    fold((const char *)reader->cell.data, folded, sizeof folded);
    for (enum column column = 0; column < COLUMNS; column++)
        if (!reader->places[column] && is_heading(column, folded)) reader->places[column] = place;
}

static void take_cell(struct reader *reader, size_t place)
{
    for (enum column column = 0; column < COLUMNS; column++)
        if (reader->places[column] == place)
            buffer_add(&reader->texts[column], reader->cell.data, reader->cell.length);
}

/* A roll without a single row has no header either: it is empty. */
static bool read_header(struct reader *reader)
{
    bool blank = true;
    uint32_t line = 0;
    while (blank && csv_more(&reader->csv))
        if (!read_row(reader, take_heading, &line, &blank)) return false;
    if (blank) return fail(reader->problem, REFUSAL_ROLL_EMPTY, 0, 0);
    return reader->places[NAME] || fail(reader->problem, REFUSAL_ROLL_NO_NAME_COLUMN, 0, line);
}

static void join_names(struct reader *reader)
{
    struct buffer *first = &reader->texts[FIRST_NAME], *name = &reader->texts[NAME];
    if (first->length && name->length) buffer_add(first, " ", 1);
    buffer_add(first, name->data, name->length);
    struct buffer whole = *first;
    *first = *name;
    *name = whole;
}

static struct roll_line *grow(struct roll *roll)
{
    roll->lines = array_room(roll->lines, roll->count, &roll->capacity, sizeof *roll->lines);
    struct roll_line *line = &roll->lines[roll->count++];
    *line = (struct roll_line){0};
    return line;
}

static int64_t longest(enum column column)
{
    const struct schema_type *person = schema_record(RECORD_PERSON);
    switch (column) {
    case FIRST_NAME:
    case NAME: return schema_field(person, PERSON_NAME)->max;
    case ORGANISATION: return schema_field(person, PERSON_ORGANISATION)->max;
    case TERRITORY: return schema_field(person, PERSON_TERRITORY)->max;
    case CATEGORY: return schema_field(schema_record(RECORD_CATEGORY), CATEGORY_LABEL)->max;
    case COLUMNS: break;
    }
    return 0;
}

static bool fits(struct reader *reader, uint32_t line)
{
    if (!reader->texts[NAME].length) return fail(reader->problem, REFUSAL_ROLL_NO_NAME, 0, line);
    for (enum column column = NAME; column < COLUMNS; column++)
        if ((int64_t)reader->texts[column].length > longest(column))
            return fail(reader->problem, REFUSAL_ROLL_FIELD_TOO_LONG, longest(column), line);
    return true;
}

static struct bytes *text_of(const struct reader *reader, enum column column)
{
    return bytes_new(reader->texts[column].data, reader->texts[column].length);
}

static bool add_line(struct reader *reader, struct roll *roll, uint32_t line)
{
    join_names(reader);
    if (!fits(reader, line)) return false;
    uint32_t limit = schema_record(RECORD_PERSON)->limit;
    if (roll->count == limit) return fail(reader->problem, REFUSAL_ROLL_TOO_LONG, limit, line);
    *grow(roll) = (struct roll_line){.line = line,
                                     .name = text_of(reader, NAME),
                                     .organisation = text_of(reader, ORGANISATION),
                                     .territory = text_of(reader, TERRITORY),
                                     .category = text_of(reader, CATEGORY)};
    return true;
}

static bool read_people(struct reader *reader, struct roll *roll)
{
    while (csv_more(&reader->csv)) {
        uint32_t line;
        bool blank;
        for (enum column column = 0; column < COLUMNS; column++) reader->texts[column].length = 0;
        if (!read_row(reader, take_cell, &line, &blank)) return false;
        if (!blank && !add_line(reader, roll, line)) return false;
    }
    return roll->count || fail(reader->problem, REFUSAL_ROLL_EMPTY, 0, 0);
}

static bool read_table(struct roll *roll, const struct buffer *text, struct roll_problem *problem)
{
    struct reader reader = {.problem = problem};
    if (!text->length) return fail(problem, REFUSAL_ROLL_EMPTY, 0, 0);
    csv_init(&reader.csv, text->data, text->length);
    bool read = read_header(&reader) && read_people(&reader, roll);
    buffer_clear(&reader.cell);
    for (enum column column = 0; column < COLUMNS; column++) buffer_clear(&reader.texts[column]);
    return read;
}

bool roll_read(struct roll *roll, const uint8_t *data, size_t length, struct roll_problem *problem)
{
    *roll = (struct roll){0};
    *problem = (struct roll_problem){.refusal = REFUSAL_NONE};
    struct buffer text = {0};
    bool read = read_text(&text, data, length, problem) && read_table(roll, &text, problem);
    buffer_clear(&text);
    if (!read) roll_clear(roll);
    return read;
}
