/* A sentence of the schema has {field}, {limit} and {line} where something is to be filled in. */
#include "cli/sentence.h"

#include <stdio.h>
#include <string.h>

#include "protocol/generated/schema.h"

static void fill_in(const char *name, size_t length, const struct message_refused *refused,
                    enum language language, char *filled, size_t filled_bytes)
{
    const struct schema_type *command = schema_command((unsigned)refused->command);
    const struct field *field = command ? schema_field(command, (unsigned)refused->field) : NULL;
    if (!strncmp(name, "limit", length))
        snprintf(filled, filled_bytes, "%lld", (long long)refused->limit);
    else if (!strncmp(name, "line", length))
        snprintf(filled, filled_bytes, "%lld", (long long)refused->line);
    else snprintf(filled, filled_bytes, "%s", field ? field->label[language - 1] : "?");
}

void sentence_refused(const struct message_refused *refused, enum language language, char *sentence,
                      size_t sentence_bytes)
{
    const char *at = refusal_sentence((enum refusal)refused->refusal, language);
    size_t length = 0;
    while (*at && length + 1 < sentence_bytes) {
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        if (!end) {
            sentence[length++] = *at++;
            continue;
        }
        fill_in(at + 1, (size_t)(end - at - 1), refused, language, sentence + length,
                sentence_bytes - length);
        length += strlen(sentence + length);
        at = end + 1;
    }
    sentence[length] = '\0';
}
