// Templates: protocol/templates/*.json become templates.h, templates.c (records that the core turns
// into a new workshop) and templates.ts (what the start page offers). Everything is held against
// the schema here, so that a template which compiles can be used.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './json.mjs'

const NOTE = 'Written by protocol/generate.mjs from protocol/templates; do not edit.'
const LANGUAGES = ['fr', 'en']
// What a template may list besides boards, in the order in which others may name it. Each is a list,
// or the name of one that several templates share, in protocol/templates/parts.
const PARTS = { categories: 'category', card_types: 'card_type', link_types: 'link_type', objectives: 'objective', territories: 'territory' }
const KEYS = {
  template: ['name', 'order', 'demo', 'source', 'title', 'summary', ...Object.keys(PARTS), 'boards'],
  board: ['key', 'title', 'instructions', 'scene', 'zones', 'cards', 'links'],
}
// The fields that name a part, by the record type that they name.
const NAMED = { card_type: 'card_type', link_type: 'link_type', objective: 'objective', objectives: 'objective', territory: 'territory' }
// What an author need not write.
const DEFAULTS = {
  card: { width: 240, height: 140, audience: 'everyone' },
  link: { audience: 'everyone' },
}

export function readTemplates(folder, schema) {
  const templates = readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => {
    const template = readJson(join(folder, name))
    if (`${template.name}.json` !== name) fail(name, `its name is ${template.name}`)
    for (const part of Object.keys(PARTS))
      if (typeof template[part] === 'string')
        template[part] = readJson(join(folder, 'parts', `${template[part]}.json`))
    return readTemplate(schema, template)
  })
  return templates.sort((a, b) => a.order - b.order)
}

export function writeTemplates(templates) {
  return { 'templates.h': header(templates), 'templates.c': source(templates), 'templates.ts': typescript(templates) }
}

// Reading -----------------------------------------------------------------------------------

function readTemplate(schema, template) {
  const where = template.name
  const name = schema.records.find((r) => r.name === 'workshop').fields.find((f) => f.name === 'template')
  if (!/^[a-z][a-z0-9-]*$/.test(where) || where.length > name.max) fail(where, `a name is a-z, 0-9 and -, at most ${name.max}`)
  knownKeys(where, template, KEYS.template)
  if (!Number.isInteger(template.order)) fail(where, 'order is a whole number')
  for (const key of ['title', 'summary']) bothLanguages(`${where}.${key}`, template[key])
  const records = [
    ...Object.entries(PARTS).flatMap(([part, type]) => (template[part] ?? []).map(({ key, ...fields }, place) => ({
      type, key: key && `${type}/${key}`, fields: type === 'category' || type === 'territory' ? fields : { ...fields, place: place + 1 },
    }))),
    ...template.boards.flatMap((board) => readBoard(where, board)),
  ]
  places(where, records)
  checkCounts(schema, where, records)
  const { order, title, summary, demo = false } = template
  return { name: where, order, title, summary, demo, records: records.map((r) => readRecord(schema, where, r)) }
}

// A board and what lies on it, as records whose ids are still keys.
function readBoard(where, board) {
  knownKeys(`${where}, board ${board.key}`, board, KEYS.board)
  const on = (type) => (fields) => ({ type, fields: { board: { keyed: board.key }, ...DEFAULTS[type], ...named(fields) } })
  const card = (key) => ({ keyed: `${board.key}/${key}` })
  const { title, instructions, scene = '' } = board
  checkLayout(`${where}, board ${board.key}`, board)
  return [
    { type: 'board', key: board.key, fields: { title, instructions, scene } },
    ...board.zones.map(on('zone')),
    ...board.cards.map(({ key, ...fields }) => ({ ...on('card')(fields), key: `${board.key}/${key}` })),
    ...board.links.map(({ from, to, ...fields }) => on('link')({ from: card(from), to: card(to), ...fields })),
  ]
}

// Fields that name a part, by its key.
function named(fields) {
  const keyed = (type, value) => Array.isArray(value) ? value.map((v) => keyed(type, v)) : { keyed: `${type}/${value}` }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, NAMED[name] ? keyed(NAMED[name], value) : value]))
}

// Keys become places in the list, counted from 1.
function places(where, records) {
  const place = new Map()
  records.forEach(({ key }, index) => {
    if (key === undefined) return
    if (place.has(key)) fail(where, `key ${key} is used twice`)
    place.set(key, index + 1)
  })
  const find = ({ keyed }) => place.get(keyed) ?? fail(where, `nothing has the key ${keyed}`)
  for (const { fields } of records)
    for (const [name, value] of Object.entries(fields))
      if (Array.isArray(value)) fields[name] = value.map(find)
      else if (value?.keyed) fields[name] = find(value)
  for (const { type, fields } of records)
    if (type === 'link' && fields.from === fields.to) fail(where, 'a link joins two different cards')
}

function checkCounts(schema, where, records) {
  for (const { name, limit } of schema.records)
    if (records.filter((r) => r.type === name).length > limit) fail(where, `more than ${limit} of ${name}`)
}

// Nothing overlaps: zones among themselves, cards among themselves.
function checkLayout(where, board) {
  const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
  for (const [type, items] of [['zone', board.zones], ['card', board.cards.map((c) => ({ ...DEFAULTS.card, ...c }))]])
    items.forEach((a, i) => items.slice(i + 1).forEach((b) => {
      if (!apart(a, b)) fail(where, `${type} “${a.title.fr}” overlaps “${b.title.fr}”`)
    }))
}

function readRecord(schema, where, { type, fields }) {
  const record = schema.records.find((r) => r.name === type)
  knownKeys(`${where}, ${type}`, fields, record.fields.map((f) => f.name))
  const given = record.fields.filter((f) => fields[f.name] && fields[f.name].fr !== '')
  for (const f of record.fields)
    if (f.kind === 'choice' && !(f.name in fields)) fail(where, `a ${type} needs ${f.name}`)
  return { type, fields: given.map((f) => ({ field: f, value: readValue(schema, `${where}, ${type}.${f.name}`, f, fields[f.name]) })) }
}

// A number, or a text in each language.
function readValue(schema, where, field, value) {
  switch (field.kind) {
    case 'text': return readText(where, field, value)
    case 'flag': return value ? 1 : 0
    case 'id': case 'ids': return value
    case 'choice': return schema.choices.find((c) => c.name === field.of).values.find((v) => v.name === value)?.number
      ?? fail(where, `${value} is not a ${field.of}`)
    case 'integer':
      if (!Number.isInteger(value) || value < field.min || value > field.max_value) fail(where, `${value} is not within ${field.min} and ${field.max_value}`)
      return value
    default: return fail(where, `a template cannot set a field of kind ${field.kind}`)
  }
}

function readText(where, field, value) {
  const text = typeof value === 'string' ? { fr: value, en: value } : value
  bothLanguages(where, text)
  return Object.fromEntries(LANGUAGES.map((language) => {
    const set = typeset(text[language], language)
    if (Buffer.byteLength(set) > field.max) fail(where, `longer than ${field.max} bytes in ${language}`)
    if (set.includes('\n') && !field.lines) fail(where, 'is of one line')
    return [language, set]
  }))
}

// Templates are written with plain spaces and quotes; what people read is set as a printer would.
function typeset(text, language) {
  const curly = text.replaceAll("'", '’')
  return language === 'fr' ? curly.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : curly
}

function bothLanguages(where, text) {
  if (typeof text?.fr !== 'string' || typeof text?.en !== 'string') fail(where, 'needs fr and en')
  if (!text.fr !== !text.en) fail(where, 'is empty in one language only')
}

function knownKeys(where, object, known) {
  for (const key of Object.keys(object)) if (!known.includes(key)) fail(where, `does not know ${key}`)
}

function fail(where, sentence) {
  console.error(`protocol/templates, ${where}: ${sentence}`)
  process.exit(1)
}

// Writing -----------------------------------------------------------------------------------

const upper = (name) => name.toUpperCase()
const symbol = (name) => name.replaceAll('-', '_')
// A C string: no trigraph may come about.
const quote = (text) => JSON.stringify(text).replaceAll('??', '?\\?')
const both = (text) => `{${LANGUAGES.map((l) => quote(typeset(text[l], l))).join(', ')}}`

function header(templates) {
  return `/* ${NOTE} */
#ifndef ARCHIPEL_GENERATED_TEMPLATES_H
#define ARCHIPEL_GENERATED_TEMPLATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "protocol/generated/records.h"

/* What a workshop begins with: categories, boards, and what lies on them, in French and English.
 *
 * A record of a template is a list of the fields that are not at their zero, in ascending order
 * of number. Ids are not chosen yet: an id field holds the place of the record it names in the
 * same list, counted from 1, which always stands before it; a field of several ids comes once for
 * each. Who founds the workshop gives each
 * record a fresh id and fills in the times. */
struct template_field {
    uint8_t number;   /* of the record's field, for instance CARD_TITLE */
    int64_t integer;  /* of an id (see above), integer, flag or choice field */
    const char *text; /* of a text field, else NULL */
};

struct template_record {
    enum record_type type;
    const struct template_field *fields;
    size_t field_count;
};

struct template {
    const char *name;
    const char *title[2];   /* French, English: index language - 1 */
    const char *summary[2];
    bool demo;              /* not offered on the start page */
    const struct template_record *records[2]; /* French, English: same records, same order */
    size_t count;           /* of the records of one language */
};

/* All of them, in the order in which they are offered. */
#define TEMPLATE_COUNT ${templates.length}
extern const struct template templates[TEMPLATE_COUNT];

/* The template of this name, or NULL. */
const struct template *template_find(const char *name);

#endif
`
}

function source(templates) {
  return `/* ${NOTE} */
#include "protocol/generated/templates.h"

#include <string.h>

${templates.flatMap((t) => LANGUAGES.map((l) => recordTable(t, l))).join('\n\n')}

const struct template templates[TEMPLATE_COUNT] = {
${templates.map(templateRow).join('\n')}
};

const struct template *template_find(const char *name)
{
    for (size_t i = 0; i < TEMPLATE_COUNT; i++)
        if (strcmp(templates[i].name, name) == 0) return &templates[i];
    return NULL;
}
`
}

const recordTable = (t, language) => `static const struct template_record ${symbol(t.name)}_${language}[] = {
${t.records.map((r) => recordRow(r, language)).join('\n')}
};`

function recordRow({ type, fields }, language) {
  const cell = (field, content) => `         {.number = ${upper(type)}_${upper(field.name)}, ${content}},`
  const cells = fields.flatMap(({ field, value }) => {
    if (field.kind === 'text') return [cell(field, `.text = ${quote(value[language])}`)]
    return [value].flat().map((number) => cell(field, `.integer = ${number}`))
  })
  return `    {RECORD_${upper(type)}, (const struct template_field[]){\n${cells.join('\n')}\n     }, ${cells.length}},`
}

const templateRow = (t) => `    {
        .name = ${quote(t.name)},
        .title = ${both(t.title)},
        .summary = ${both(t.summary)},
        .demo = ${t.demo},
        .records = {${LANGUAGES.map((l) => `${symbol(t.name)}_${l}`).join(', ')}},
        .count = ${t.records.length},
    },`

function typescript(templates) {
  const text = (words) => `{ ${LANGUAGES.map((l) => `${l}: ${JSON.stringify(typeset(words[l], l))}`).join(', ')} }`
  const rows = templates.filter((t) => !t.demo).map((t) => `  { name: ${JSON.stringify(t.name)}, title: ${text(t.title)}, summary: ${text(t.summary)} },`)
  return `// ${NOTE}
import type { Language } from './protocol'

/** What the start page offers to begin a workshop with. */
export const templates: { name: string; title: Record<Language, string>; summary: Record<Language, string> }[] = [
${rows.join('\n')}
]
`
}
