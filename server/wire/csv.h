/* A table in text, cell by cell: RFC 4180, and what spreadsheets make of it.
 *
 * The delimiter is the one the first line has most of: semicolon, comma or tab. Rows end with
 * LF, CRLF or CR. A cell in quotes may hold delimiters, line ends and doubled quotes; what
 * stands behind its closing quote still belongs to it. */
#ifndef ARCHIPEL_WIRE_CSV_H
#define ARCHIPEL_WIRE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct csv {
    const uint8_t *at, *end; /* what is left; borrowed */
    uint8_t delimiter;       /* '\n' when the first line has one cell only */
    uint32_t line;           /* of `at`, from 1 */
};

/* Begins with this text, which stays the caller's and outlives it, and finds its delimiter. */
void csv_init(struct csv *csv, const uint8_t *text, size_t length);
/* Whether another row follows. */
bool csv_more(const struct csv *csv);
/* Reads a cell into `cell`, in place of what it held; *last: the row ends behind it. False, with
 * csv->line at the opening quote, when a quote never closes. */
bool csv_cell(struct csv *csv, struct buffer *cell, bool *last);

#endif
