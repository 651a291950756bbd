/* Records, commands and changes as a line of text, in the words of the schema:
 *
 *   card idea board=wall title='Une idée' color=sun author=paul audience=everyone
 *   edit_card card=idea audience=person holder=paul
 *   patch card idea audience=person holder=paul
 *   edit card idea text='3|+belle |4'        (parts.h)
 *
 * Ids are names, made up as they come (0 is no id). Texts stand in single quotes, lists of ids
 * are joined by +, flags are yes or no, `now` is the time of the notation. A secret is the
 * letters of a word followed by zeros, and the id of a key is made from the first seven of them.
 * What is written leaves out fields at their zero, as a put does; a patch has all of its mask. */
#ifndef ARCHIPEL_TESTS_NOTATION_H
#define ARCHIPEL_TESTS_NOTATION_H

#include "base/buffer.h"
#include "protocol/generated/commands.h"
#include "protocol/generated/records.h"

enum { MOST_NAMES = 128, LONGEST_NAME = 32 };

struct notation {
    int64_t now;
    size_t count;
    struct name {
        char text[LONGEST_NAME];
        uint64_t id;
    } names[MOST_NAMES];
};

/* The id behind a name; a new name gets the next one. */
uint64_t notation_id(struct notation *notation, const char *name);

/* Read a line; the caller clears the result. A line that cannot be read fails the test. */
struct command notation_command(struct notation *notation, const char *line);
struct change notation_put(struct notation *notation, const char *line);

/* Append what notation_put and notation_command read, and a change. */
void notation_write_record(const struct notation *notation, struct buffer *text,
                           const struct record *record);
void notation_write_change(const struct notation *notation, struct buffer *text,
                           const struct change *change);
/* Append the name behind an id, or #ID. */
void notation_write_id(const struct notation *notation, struct buffer *text, uint64_t id);

#endif
