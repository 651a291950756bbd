/* Cells are taken apart byte by byte: in UTF-8 and in Windows-1252 no part of a character looks
 * like a delimiter or a quote. */
#include "wire/csv.h"

static bool ends_line(uint8_t byte)
{
    return byte == '\n' || byte == '\r';
}

static bool is_blank(uint8_t byte)
{
    return byte == ' ' || byte == '\t' || ends_line(byte);
}

/* How often the byte stands in the first line that is not blank, outside quotes. */
static size_t occurrences(const uint8_t *at, const uint8_t *end, uint8_t byte)
{
    size_t count = 0;
    bool quoted = false;
    while (at < end && is_blank(*at) && *at != byte) at++;
    for (; at < end && (quoted || !ends_line(*at)); at++) {
        if (*at == '"') quoted = !quoted;
        count += !quoted && *at == byte;
    }
    return count;
}

static uint8_t find_delimiter(const uint8_t *text, const uint8_t *end)
{
    static const uint8_t delimiters[] = {';', ',', '\t'};
    uint8_t found = '\n';
    size_t most = 0;
    for (size_t i = 0; i < sizeof delimiters; i++) {
        size_t count = occurrences(text, end, delimiters[i]);
        if (count <= most) continue;
        most = count;
        found = delimiters[i];
    }
    return found;
}

void csv_init(struct csv *csv, const uint8_t *text, size_t length)
{
    *csv = (struct csv){.at = text, .end = text + length, .line = 1};
    csv->delimiter = find_delimiter(csv->at, csv->end);
}

bool csv_more(const struct csv *csv)
{
    return csv->at < csv->end;
}

/* One byte further, or two over CRLF. */
static void step(struct csv *csv)
{
    uint8_t byte = *csv->at++;
    if (!ends_line(byte)) return;
    if (byte == '\r' && csv_more(csv) && *csv->at == '\n') csv->at++;
    csv->line++;
}

static bool at_quote(const struct csv *csv)
{
    return csv_more(csv) && *csv->at == '"';
}

/* Past the closing quote; line ends within become LF. */
static bool read_quoted(struct csv *csv, struct buffer *cell)
{
    uint32_t opened = csv->line;
    csv->at++;
    while (csv_more(csv)) {
        uint8_t byte = *csv->at == '\r' ? '\n' : *csv->at;
        step(csv);
        if (byte == '"') {
            if (!at_quote(csv)) return true;
            csv->at++;
        }
        buffer_add(cell, &byte, 1);
    }
    csv->line = opened;
    return false;
}

bool csv_cell(struct csv *csv, struct buffer *cell, bool *last)
{
    cell->length = 0;
    while (csv_more(csv) && *csv->at == ' ') csv->at++;
    if (at_quote(csv) && !read_quoted(csv, cell)) return false;
    const uint8_t *from = csv->at;
    while (csv_more(csv) && *csv->at != csv->delimiter && !ends_line(*csv->at)) csv->at++;
    buffer_add(cell, from, (size_t)(csv->at - from));
    *last = !csv_more(csv) || ends_line(*csv->at);
    if (csv_more(csv)) step(csv);
    return true;
}
