/* Puts of many records laid out by field instead of by record, which a compressor likes better: what
 * is alike stands together, and what says where a value belongs stands there once.
 *
 *     [[type, [id, id, …], [field, field, …], [[value, value, …], [value, nil, …], …]], …]
 *
 * A table for each run of records of one type; in it as many columns as fields, in each as many
 * values as ids, and nil where a record has nothing in that field. */
#ifndef ARCHIPEL_WIRE_TABLES_H
#define ARCHIPEL_WIRE_TABLES_H

#include <stddef.h>

#include "base/buffer.h"

/* Appends the tables of `count` puts, as encode_put wrote them one after the other. */
void tables_write(struct buffer *buffer, const struct buffer *puts, size_t count);

#endif
