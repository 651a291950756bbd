// The C side: records.h, commands.h, messages.h, codes.h (types) and schema.h, schema.c (tables).

export const NOTE = '/* Written by protocol/generate.mjs from protocol/schema; do not edit. */\n'
export const upper = (name) => name.toUpperCase()
const quote = (text) => JSON.stringify(text)
const comment = (text) => `/* ${text} */`
const lines = (items) => items.filter((line) => line !== '').join('\n')

export function writeC(schema) {
  return {
    'records.h': records(schema), 'commands.h': commands(schema), 'messages.h': messages(schema),
    'codes.h': codesHeader(schema), 'codes.c': codes(schema),
    'schema.h': schemaHeader(schema), 'schema.c': tables(schema),
  }
}

export const guard = (name, includes, body) => `${NOTE}#ifndef ARCHIPEL_GENERATED_${upper(name)}_H
#define ARCHIPEL_GENERATED_${upper(name)}_H

${includes.map((i) => `#include ${i}`).join('\n')}

${body}

#endif
`

function cType(field) {
  switch (field.kind) {
    case 'id': return 'uint64_t '
    case 'integer': case 'time': return 'int64_t '
    case 'flag': return 'bool '
    case 'choice': return `enum ${field.of} `
    case 'text': case 'ids': case 'secret': case 'bytes': return 'struct bytes *'
    case 'command': return 'struct command '
    case 'changes': return 'struct changes '
    case 'list': return `struct ${field.of}_list `
  }
}

// A message's secret is not a record's: it never lives longer than the message.
const messageType = (field) => field.kind === 'secret' ? 'struct secret ' : cType(field)
const member = (type, field) => `    ${type(field)}${field.name}; ${comment(field.doc)}`

function struct(name, fields, type = cType, first = '') {
  const inside = [first, ...fields.map((f) => member(type, f))].filter(Boolean)
  return `struct ${name} {\n${(inside.length ? inside : ['    char nothing;']).join('\n')}\n};`
}

function enumeration(name, values, prefix = upper(name)) {
  return `enum ${name} {\n${values.map((v) => `    ${prefix}_${upper(v.name)} = ${v.number},${v.doc ? ` ${comment(v.doc)}` : ''}`).join('\n')}\n};`
}

const bits = (name, fields) => fields.map((f) => `#define ${upper(name)}_${upper(f.name)} ${f.number}`).join('\n')

function records({ choices, records: types, operations }) {
  return guard('records', ['<stdbool.h>', '<stddef.h>', '<stdint.h>', '"base/bytes.h"'], [
    ...choices.map((c) => `${comment(c.doc)}\n${enumeration(c.name, c.values)}`),
    `${comment('What a record is. 0 is no type.')}\n${enumeration('record_type', types, 'RECORD')}\n#define RECORD_TYPES ${types.length}`,
    ...types.map((r) => `${comment(r.doc)}\n${struct(r.name, r.fields)}\n${bits(r.name, r.fields)}`),
    `union body {\n${types.map((r) => `    struct ${r.name} ${r.name};`).join('\n')}\n};`,
    `/* One record. Its bytes are owned by whoever owns the record. */
struct record {
    uint64_t id;
    enum record_type type;
    union body body;
};`,
    `/* A bit of a mask of fields. */
#define FIELD_BIT(number) (UINT64_C(1) << (number))

enum change_operation { ${operations.map((o) => `CHANGE_${upper(o.name)} = ${o.number}`).join(', ')} };
#define CHANGE_OPERATIONS ${operations.length}

/* One record put (all fields), patched (the fields of mask) or dropped (no fields), or one of its
 * texts edited: then mask is that field alone, and in its place in the body stand, instead of a
 * text, the changes to the one that is there (core/methods/text_change.h). */
struct change {
    enum change_operation operation;
    enum record_type type;
    uint64_t id;
    uint64_t mask;
    union body body;
};

/* A zeroed struct changes is empty; core/changes.h grows and clears it. */
struct changes {
    struct change *items;
    size_t count, capacity;
};`,
  ].join('\n\n'))
}

function commands({ commands: all }) {
  return guard('commands', ['"protocol/generated/records.h"'], [
    `${comment('What somebody asks for. 0 is no command.')}\n${enumeration('command_type', all, 'COMMAND')}\n#define COMMAND_TYPES ${all.length}`,
    `/* X for each, with the two ways to write it, for tables that leave none out. */\n#define COMMANDS(X) \\\n${all.map((c) => `    X(${upper(c.name)}, ${c.name})`).join(' \\\n')}`,
    ...all.map((c) => `${comment(c.doc)}\n${struct(c.name, c.fields)}\n${bits(c.name, c.fields)}`),
    `/* A command with the fields that were given (a mask of field numbers). Owns its bytes. */
struct command {
    enum command_type type;
    uint64_t present;
    union command_body {
${all.map((c) => `        struct ${c.name} ${c.name};`).join('\n')}
    } body;
};`,
  ].join('\n\n'))
}

function messages(schema) {
  const all = [...schema.toServer, ...schema.toClient]
  return guard('messages', ['"base/secret.h"', '"protocol/generated/commands.h"'], [
    `#define PROTOCOL_SUBPROTOCOL ${quote(schema.subprotocol)}\n#define PROTOCOL_VERSION ${schema.version}\n/* Of the schema that this was built with (PROTOCOL.md, H19). */\n#define PROTOCOL_SCHEMA INT64_C(${schema.fingerprint})`,
    lines(schema.limits.map((l) => `#define LIMIT_${upper(l.name)} ${l.value} ${comment(l.doc)}`)),
    ...schema.lists.map((l) => `${comment(l.doc)}\n${struct(l.name, l.fields, messageType)}\nstruct ${l.name}_list {\n    struct ${l.name} *items;\n    size_t count;\n};`),
    `${enumeration('message_type', all, 'MESSAGE')}`,
    ...all.map((m) => `${comment(m.doc)}\n${struct(`message_${m.name}`, m.fields, messageType)}`),
    `/* One message. Owns its bytes, command, changes and lists. */
struct message {
    enum message_type type;
    union {
${all.map((m) => `        struct message_${m.name} ${m.name};`).join('\n')}
    } body;
};`,
  ].join('\n\n'))
}

function codesHeader({ refusals, closes }) {
  return guard('codes', ['<stdbool.h>', '<stdint.h>', '"protocol/generated/records.h"'], [
    `/* Why a command was not accepted. */\nenum refusal {\n    REFUSAL_NONE = 0,\n${refusals.map((r) => `    REFUSAL_${upper(r.name)} = ${r.number},`).join('\n')}\n};`,
    `/* Why a connection was closed. */\n${enumeration('close_code', closes.map(({ name, number }) => ({ name, number })), 'CLOSE')}`,
    `/* A word for logs and tests; "?" for a number that is none. */
const char *refusal_name(enum refusal refusal);
const char *close_name(enum close_code code);
/* The sentence of codes.json, with {field}, {limit} and {line} still in it. */
const char *refusal_sentence(enum refusal refusal, enum language language);
const char *close_sentence(enum close_code code, enum language language);
/* Whether a client should come back by itself. */
bool close_again(enum close_code code);`,
  ].join('\n\n'))
}

function codes({ refusals, closes }) {
  const sentences = (items, prefix) => items.map((i) => `    case ${prefix}_${upper(i.name)}:\n        return language == LANGUAGE_EN ? ${quote(i.en)} : ${quote(i.fr)};`).join('\n')
  const names = (items, prefix) => items.map((i) => `    case ${prefix}_${upper(i.name)}:\n        return ${quote(i.name)};`).join('\n')
  return `${NOTE}#include "protocol/generated/codes.h"

const char *refusal_name(enum refusal refusal)
{
    switch (refusal) {
    case REFUSAL_NONE:
        return "none";
${names(refusals, 'REFUSAL')}
    }
    return "?";
}

const char *close_name(enum close_code code)
{
    switch (code) {
${names(closes, 'CLOSE')}
    }
    return "?";
}

const char *refusal_sentence(enum refusal refusal, enum language language)
{
    switch (refusal) {
    case REFUSAL_NONE:
        return "";
${sentences(refusals, 'REFUSAL')}
    }
    return "?";
}

const char *close_sentence(enum close_code code, enum language language)
{
    switch (code) {
${sentences(closes, 'CLOSE')}
    }
    return "?";
}

bool close_again(enum close_code code)
{
    switch (code) {
${closes.map((c) => `    case CLOSE_${upper(c.name)}:\n        return ${c.again};`).join('\n')}
    }
    return false;
}
`
}

function schemaHeader({ classes }) {
  return guard('schema', ['"protocol/generated/codes.h"', '"protocol/generated/messages.h"'], `/* The schema as data: what a generic codec, apply or check needs to know of each field. */

enum field_kind {
    FIELD_ID,      /* uint64_t, 1 to 2^53-1; 0 for none */
    FIELD_INTEGER, /* int64_t, min to max */
    FIELD_TIME,    /* int64_t, ms since 1970 */
    FIELD_FLAG,    /* bool */
    FIELD_CHOICE,  /* an enum; max is its greatest value, choice says which are there */
    FIELD_TEXT,    /* struct bytes *, UTF-8, at most max bytes; newlines only when lines */
    FIELD_IDS,     /* struct bytes * of ids, at most max of them */
    FIELD_SECRET,  /* struct bytes * of 32 (in a message: struct secret); decoding keeps the digest only */
    FIELD_BYTES,   /* messages only: struct bytes * */
    FIELD_COMMAND, /* messages only: struct command */
    FIELD_CHANGES, /* messages only: struct changes */
    FIELD_LIST,    /* messages only: a struct of items and count; of is the list's index */
};

struct field {
    const char *name;
    const char *label[2]; /* French, English; NULL in messages */
    uint8_t number;       /* in messages: the place, from 1 */
    uint8_t kind;         /* enum field_kind */
    uint8_t of;           /* id, ids: the record type, 0 for any; list: its index */
    bool optional, lines;
    uint16_t offset;      /* in the struct */
    int64_t min, max;
    uint64_t values;      /* choice: a bit for each value there is */
};

enum scope_rule { SCOPE_RULE_EVERYONE, SCOPE_RULE_ANIMATORS, SCOPE_RULE_SEALED, SCOPE_RULE_FIELDS };

/* A record type, a command, a message or a list's item. */
struct schema_type {
    const char *name;
    uint8_t number;
    uint8_t field_count;
    uint16_t size; /* of the struct */
    const struct field *fields;
    const char *family;                        /* records, commands: the file of protocol/schema */
    uint32_t limit;                            /* records: how many a workshop may hold */
    uint8_t scope_rule;                        /* records: enum scope_rule */
    bool door;                                 /* records: what one needs to see to join by */
    bool to_server;                            /* messages: sent by clients */
    uint16_t audience_offset, holder_offset;   /* records of SCOPE_RULE_FIELDS */
    uint8_t audience_field, holder_field;      /* their numbers */
    uint8_t bin_by, bin_at;                    /* records with a bin: the fields that say who and when */
};

/* What a command plainly does: fields of the command go to fields of one record. */
struct effect_field {
    uint8_t command_field, record_field; /* numbers */
};

#define EFFECT_FIELDS 32

struct effect {
    enum change_operation operation;
    enum record_type record;
    uint8_t id_field;                 /* of the command */
    uint8_t actor_field, time_field;  /* of the record, 0 for none */
    uint8_t field_count;
    struct effect_field fields[EFFECT_FIELDS];
};

${classes.map((c) => `#define CLASS_${upper(c.name)} ${c.number} ${comment(c.doc)}`).join('\n')}
#define CLASS_COUNT ${classes.length}

struct rate_class {
    const char *name;
    int32_t rate;  /* commands a second */
    int32_t burst; /* that may come at once */
};

struct command_policy {
    uint64_t who; /* a bit for each enum role */
    uint8_t class;
};

/* NULL for a number that is none. Tables are constant and never freed. */
const struct schema_type *schema_record(unsigned number);
const struct schema_type *schema_command(unsigned number);
const struct schema_type *schema_message(unsigned number);
const struct schema_type *schema_list(unsigned index);
const struct command_policy *schema_policy(enum command_type type);
/* NULL when the command's effect is not one plain change. */
const struct effect *schema_effect(enum command_type type);
/* For CLASS_…, 1 to CLASS_COUNT. */
const struct rate_class *schema_class(unsigned class);
/* The field with this number, or NULL. */
const struct field *schema_field(const struct schema_type *type, unsigned number);`)
}

const isOneChange = (effect) => ['put', 'patch', 'drop'].includes(effect?.operation)
const KIND = { id: 'ID', integer: 'INTEGER', time: 'TIME', flag: 'FLAG', choice: 'CHOICE', text: 'TEXT', ids: 'IDS', secret: 'SECRET', bytes: 'BYTES', command: 'COMMAND', changes: 'CHANGES', list: 'LIST' }

function tables(schema) {
  const { choices, records: types, commands: all, classes, lists } = schema
  const all_messages = [...schema.toServer, ...schema.toClient]
  return `${NOTE}#include "protocol/generated/schema.h"

#include <stddef.h>

${types.map((r) => fieldTable(schema, 'record', r, r.name)).join('\n\n')}

${all.map((c) => fieldTable(schema, 'command', c, c.name)).join('\n\n')}

${lists.map((l) => fieldTable(schema, 'list', l, l.name)).join('\n\n')}

${all_messages.map((m) => fieldTable(schema, 'message', m, `message_${m.name}`)).join('\n\n')}

static const struct schema_type records[] = {
${types.map((r) => typeRow('record', r, r.name, `, .limit = ${r.limit}, ${scopeRow(r)}`)).join('\n')}
};

static const struct schema_type commands[] = {
${all.map((c) => typeRow('command', c, c.name)).join('\n')}
};

static const struct schema_type lists[] = {
${lists.map((l) => typeRow('list', { ...l, number: 0 }, l.name)).join('\n')}
};

static const struct schema_type messages[] = {
${all_messages.map((m) => typeRow('message', m, `message_${m.name}`, schema.toServer.includes(m) ? ', .to_server = true' : '')).join('\n')}
};

static const struct command_policy policies[] = {
${all.map((c) => `    [COMMAND_${upper(c.name)}] = {${c.who.map((w) => `FIELD_BIT(ROLE_${upper(w)})`).join(' | ')}, CLASS_${upper(c.class)}},`).join('\n')}
};

static const struct effect effects[] = {
${all.filter((c) => isOneChange(c.effect)).map((c) => effectRow(c)).join('\n')}
};

static const struct rate_class classes[] = {
${classes.map((c) => `    [CLASS_${upper(c.name)}] = {${quote(c.name)}, ${c.rate}, ${c.burst}},`).join('\n')}
};

${lookup('record', 'records')}
${lookup('command', 'commands')}
${lookup('message', 'messages')}
const struct schema_type *schema_list(unsigned index)
{
    return index < sizeof lists / sizeof *lists ? &lists[index] : NULL;
}

const struct command_policy *schema_policy(enum command_type type)
{
    return (unsigned)type < sizeof policies / sizeof *policies && policies[type].who ? &policies[type] : NULL;
}

const struct effect *schema_effect(enum command_type type)
{
    return (unsigned)type < sizeof effects / sizeof *effects && effects[type].operation ? &effects[type] : NULL;
}

const struct rate_class *schema_class(unsigned class)
{
    return class >= 1 && class <= CLASS_COUNT ? &classes[class] : NULL;
}

const struct field *schema_field(const struct schema_type *type, unsigned number)
{
    return number >= 1 && number <= type->field_count ? &type->fields[number - 1] : NULL;
}
`

  function fieldTable(s, kind, owner, structName) {
    if (!owner.fields.length) return `/* ${owner.name} has no fields */`
    return `static const struct field ${kind}_${owner.name}[] = {\n${owner.fields.map((f, i) => fieldRow(f, i, structName, kind)).join('\n')}\n};`
  }
  function fieldRow(f, i, structName, kind) {
    const parts = [`.name = ${quote(f.name)}`]
    if (f.label) parts.push(`.label = {${quote(f.label.fr)}, ${quote(f.label.en)}}`)
    parts.push(`.number = ${f.number ?? i + 1}`, `.kind = FIELD_${KIND[f.kind]}`)
    if (['id', 'ids'].includes(f.kind) && f.of) parts.push(`.of = RECORD_${upper(f.of)}`)
    if (f.kind === 'list') parts.push(`.of = ${lists.findIndex((l) => l.name === f.of)}`)
    if (f.optional) parts.push('.optional = true')
    if (f.lines) parts.push('.lines = true')
    parts.push(`.offset = offsetof(struct ${structName}, ${f.name})`)
    if (f.kind === 'integer' && f.min !== undefined) parts.push(`.min = ${f.min}`, `.max = ${f.max_value}`)
    else if (f.kind === 'integer') parts.push('.max = (INT64_C(1) << 53) - 1')
    if (['text', 'ids'].includes(f.kind)) parts.push(`.max = ${f.max ?? 100000}`)
    if (f.kind === 'choice') {
      const values = choices.find((c) => c.name === f.of).values
      parts.push(`.max = ${Math.max(...values.map((v) => v.number))}`, `.values = ${values.map((v) => `FIELD_BIT(${v.number})`).join(' | ')}`)
    }
    return `    {${parts.join(', ')}},`
  }
  function typeRow(kind, t, structName, more = '') {
    const fields = t.fields.length ? `${kind}_${t.name}` : 'NULL'
    if (t.family) more = `, .family = ${quote(t.family)}${more}`
    const place = kind === 'list' ? '' : `[${t.number}] = `
    return `    ${place}{.name = ${quote(t.name)}, .number = ${t.number}, .field_count = ${t.fields.length}, .size = sizeof(struct ${structName}), .fields = ${fields}${more}},`
  }
  function scopeRow(r) {
    const rule = `${r.door ? '.door = true, ' : ''}.scope_rule = SCOPE_RULE_${upper(r.scope.rule)}`
    if (r.scope.rule !== 'fields') return rule
    const number = (name) => r.fields.find((f) => f.name === name).number
    const place = (key) => `.${key}_offset = offsetof(struct ${r.name}, ${r.scope[key]}), .${key}_field = ${number(r.scope[key])}`
    const bin = r.bin ? `, .bin_by = ${number(r.bin.by)}, .bin_at = ${number(r.bin.at)}` : ''
    return `${rule}, ${place('audience')}, ${place('holder')}${bin}`
  }
  function effectRow(c) {
    const e = c.effect
    return `    [COMMAND_${upper(c.name)}] = {CHANGE_${upper(e.operation)}, RECORD_${upper(e.record.name)}, ${e.id.number}, ${e.actor?.number ?? 0}, ${e.time?.number ?? 0}, ${e.map.length}, {${e.map.map((m) => `{${m.command.number}, ${m.record.number}}`).join(', ') || '{0, 0}'}}},`
  }
  function lookup(name, table) {
    return `const struct schema_type *schema_${name}(unsigned number)
{
    return number < sizeof ${table} / sizeof *${table} && ${table}[number].name ? &${table}[number] : NULL;
}
`
  }
}
