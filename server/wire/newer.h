/* Whether what this server does not understand was written by a newer one.
 *
 * The schema only grows and its numbers run on (wire/stored.h). So a number beyond ours, where ours
 * end, is of a schema that comes after: of a format, a command, an operation, a record, a field, a
 * choice. Anything else that is not understood is damaged. */
#ifndef ARCHIPEL_WIRE_NEWER_H
#define ARCHIPEL_WIRE_NEWER_H

#include <stdbool.h>
#include <stddef.h>

/* To be asked of what stored_decode_entry has refused. */
bool newer_entry(const void *data, size_t length);
/* The same for stored_decode_snapshot. */
bool newer_snapshot(const void *data, size_t length);

#endif
