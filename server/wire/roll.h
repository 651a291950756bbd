/* Reading a roll: the file in which an organiser lists the people expected.
 *
 * A table in text (wire/csv.h) in UTF-8, with or without a byte order mark, else in CP1252.
 * Its first row that is not blank names the columns, in French or English, in any order and
 * however accented:
 *
 *   nom, name, nom complet, participant …      the name; needed
 *   prénom, first name                         goes before the name
 *   organisation, organization, structure, organisme
 *   territoire, territory
 *   catégorie, category, collège               a category's code or label
 *
 * Other columns are left aside, and blank rows. White space around a cell falls away, a line end
 * or tab within becomes a space. */
#ifndef ARCHIPEL_WIRE_ROLL_H
#define ARCHIPEL_WIRE_ROLL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/roll.h"
#include "protocol/generated/codes.h"

/* Why a roll was not read: limit the limit that was passed, line the file's line at fault, from
 * 1; 0 for none. */
struct roll_problem {
    enum refusal refusal;
    int64_t limit;
    uint32_t line;
};

/* Fills *roll (taken as uninitialised), whose text the caller clears. False, with an empty roll
 * and *problem filled, for a file that cannot be read or that holds nobody. */
bool roll_read(struct roll *roll, const uint8_t *data, size_t length, struct roll_problem *problem);

#endif
