// The schema as the writers see it: references resolved, every rule of the format checked, so that
// a slip in the JSON is a sentence that names the place and not a strange line of C.

import { REFERENCE_KEYS, readReferences } from './references.mjs'

const KINDS = ['id', 'integer', 'time', 'flag', 'choice', 'text', 'ids', 'secret']
const MESSAGE_KINDS = [...KINDS, 'bytes', 'command', 'changes', 'list']
// What a command may plainly do to one record: three operations of a change; `set`, which puts the record
// where there is none and else patches it; `restore`, which makes it again what it was before a drop.
const OPERATIONS = ['put', 'patch', 'drop', 'set', 'restore']
const MAX_FIELD = 63 // field numbers are bits of a 64-bit mask
// What may be said of each thing: another key is a slip, and would be left out without a word.
const FIELD_KEYS = ['number', 'kind', 'of', 'max', 'min', 'max_value', 'lines', 'label', 'doc']
const KEYS = {
  family: ['doc', 'choices', 'records', 'commands', 'refusals'],
  record: ['number', 'door', 'limit', 'share', 'scope', 'id_of', 'bin', 'doc', 'fields'],
  recordField: [...FIELD_KEYS, ...REFERENCE_KEYS],
  command: ['number', 'who', 'class', 'effect', 'doc', 'fields'],
  commandField: [...FIELD_KEYS, 'optional'],
  fromField: ['number', 'from', 'optional'],
  effect: [...OPERATIONS, 'actor', 'time'],
}

/** families: each file of one, by its name; messages, codes: what belongs to no family. */
export function readSchema({ families, messages, codes }) {
  for (const [name, family] of Object.entries(families)) checkKeys(`${name}.json`, family, KEYS.family)
  const choices = gather(families, 'choices').map(({ name, doc, number, values }) => ({
    name, doc, number,
    values: Object.entries(values).map(([value, n]) => ({ name: value, number: n })),
  }))
  const types = gather(families, 'records').map(({ name, family, ...type }) => readRecord(name, family, type))
  const schema = { families: Object.entries(families).map(([name, f]) => ({ name, doc: f.doc })), choices, records: types }
  schema.indexes = readReferences(types, fail)
  for (const type of types) checkShare(type, schema.indexes)
  schema.classes = Object.entries(messages.classes).map(([name, c]) => ({ name, ...c }))
  schema.commands = gather(families, 'commands').map(({ name, family, ...c }) => readCommand(schema, name, family, c))
  schema.subprotocol = messages.subprotocol
  schema.version = messages.version
  schema.operations = Object.entries(messages.operations).map(([name, o]) => ({ name, ...o }))
  schema.limits = Object.entries(messages.limits).map(([name, l]) => ({ name, ...l }))
  schema.lists = Object.entries(messages.lists).map(([name, l]) => ({
    name, doc: l.doc, fields: readMessageFields(`list ${name}`, l.fields),
  }))
  schema.toServer = readMessages(messages.to_server)
  schema.toClient = readMessages(messages.to_client)
  schema.refusals = gather({ codes, ...families }, 'refusals')
  schema.closes = Object.entries(codes.closes).map(([name, c]) => ({ name, ...c }))
  schema.docs = { messages: messages.doc, codes: codes.doc }
  checkNumbers(schema)
  checkReferences(schema)
  return schema
}

// What all families say under this key, in the order of numbers, which is that of the tables.
function gather(families, key) {
  const all = Object.entries(families)
    .flatMap(([family, f]) => Object.entries(f[key] ?? {}).map(([name, thing]) => ({ name, family, ...thing })))
  return all.sort((one, other) => one.number - other.number)
}

function checkKeys(where, thing, known) {
  const slip = Object.keys(thing).find((key) => !known.includes(key))
  if (slip) fail(`${where}: does not know ${slip}; it may have ${known.join(', ')}`)
}

function readRecord(name, family, type) {
  const where = `record ${name}`
  checkKeys(where, type, KEYS.record)
  for (const [key, field] of Object.entries(type.fields)) checkKeys(`${where}.${key}`, field, KEYS.recordField)
  if (!(type.limit > 0)) fail(`${where}: needs limit, how many a workshop may have`)
  return {
    name, family, number: type.number, doc: type.doc, limit: type.limit, share: type.share, door: readDoor(where, type), idOf: type.id_of, bin: type.bin,
    scope: readScope(name, type),
    fields: readFields(where, type.fields, KINDS),
  }
}

// How many of them one person may have added: found by the fields that say who did.
function checkShare({ name, limit, share }, indexes) {
  if (!share) return
  if (!(share.limit > 0 && share.limit < limit)) fail(`record ${name}: share.limit is more than none and less than ${limit}`)
  if (!(share.by?.length > 0 && share.by.length <= 2)) fail(`record ${name}: share.by names one or two fields, as in card.author`)
  for (const by of share.by)
    if (indexes.find((i) => i.name === by.replace('.', '_'))?.of?.name !== 'person') fail(`record ${name}: share.by: ${by} is no field that names a person`)
}

// A record that the door is made of: a guest is shown it, and it is the first thing that a snapshot holds.
function readDoor(where, { door = false, scope }) {
  if (door && scope !== 'everyone') fail(`${where}: a guest stands at the door, who sees what everyone sees only`)
  return door
}

function readScope(name, type) {
  if (['everyone', 'animators', 'sealed'].includes(type.scope)) return { rule: type.scope }
  const { audience, holder, follows } = type.scope ?? {}
  if (type.fields[audience]?.of !== 'audience' || type.fields[holder]?.kind !== 'id')
    fail(`record ${name}: scope is everyone, animators, sealed or {audience, holder} naming two fields`)
  return { rule: 'fields', audience, holder, follows }
}

function readFields(where, fields, kinds) {
  const numbers = Object.values(fields).map((f) => f.number)
  if (numbers.some((n, i) => n <= numbers[i - 1])) fail(`${where}: fields stand in the order of their numbers, which bodies keep`)
  return Object.entries(fields).map(([name, field]) => {
    if (!kinds.includes(field.kind)) fail(`${where}.${name}: kind ${field.kind} is not one of ${kinds}`)
    if (['text', 'ids'].includes(field.kind) && !(field.max > 0)) fail(`${where}.${name}: needs max`)
    if (field.kind === 'integer' && !(field.min <= field.max_value)) fail(`${where}.${name}: needs min, max_value`)
    if (!field.label?.fr || !field.label?.en) fail(`${where}.${name}: needs a label in fr and en`)
    if (!(field.number >= 1 && field.number <= MAX_FIELD)) fail(`${where}.${name}: number 1 to ${MAX_FIELD}`)
    if (field.number !== 1 + Object.keys(fields).indexOf(name)) fail(`${where}.${name}: numbers run from 1 without a gap; what is no longer wanted stays declared`)
    return { name, optional: false, lines: false, ...field }
  })
}

function readCommand(schema, name, family, command) {
  const where = `command ${name}`
  checkKeys(where, command, KEYS.command)
  const fields = Object.fromEntries(Object.entries(command.fields).map(([key, field]) => {
    checkKeys(`${where}.${key}`, field, field.from ? KEYS.fromField : KEYS.commandField)
    if (!field.from) return [key, field]
    const [record, source] = field.from.split('.')
    const found = schema.records.find((r) => r.name === record)?.fields.find((f) => f.name === source)
    if (!found) fail(`${where}.${key}: no record field ${field.from}`)
    return [key, { ...found, name: key, number: field.number, optional: field.optional ?? false, source: [record, source] }]
  }))
  const read = readFields(where, fields, KINDS)
  return { name, family, ...command, fields: read, effect: command.effect ? readEffect(schema, where, command, read) : null }
}

function readEffect(schema, where, command, fields) {
  checkKeys(`${where}: effect`, command.effect, KEYS.effect)
  const operation = OPERATIONS.find((o) => command.effect[o]) ?? fail(`${where}: effect needs one of ${OPERATIONS.join(', ')}`)
  const record = schema.records.find((r) => r.name === command.effect[operation])
  if (!record) fail(`${where}: effect.${operation}: no record ${command.effect[operation]}`)
  // That the record is there is known because the command names it.
  if (['patch', 'drop'].includes(operation) && fields[0]?.of !== record.name)
    fail(`${where}: effect.${operation}: the first field says which ${record.name} and needs "of": "${record.name}"`)
  const map = fields.filter((f) => f.source?.[0] === record.name)
    .map((f) => ({ command: f, record: record.fields.find((r) => r.name === f.source[1]) }))
  const named = (key) => command.effect[key]
    ? record.fields.find((f) => f.name === command.effect[key]) ?? fail(`${where}: effect.${key}: no record field ${record.name}.${command.effect[key]}`)
    : null
  return { operation, record, id: fields[0], map, actor: named('actor'), time: named('time') }
}

function readMessages(messages) {
  return Object.entries(messages).map(([name, m]) => ({ name, number: m.number, doc: m.doc, fields: readMessageFields(`message ${name}`, m.fields) }))
}

function readMessageFields(where, fields) {
  for (const f of fields) if (!MESSAGE_KINDS.includes(f.kind)) fail(`${where}.${f.name}: kind ${f.kind}`)
  return fields
}

function checkNumbers(schema) {
  const unique = (where, items) => {
    for (const key of ['name', 'number']) {
      const seen = new Set()
      for (const item of items) {
        if (item[key] === undefined || seen.has(item[key])) fail(`${where}: ${key} ${item[key]} is missing or used twice`)
        seen.add(item[key])
      }
    }
  }
  unique('choices', schema.choices)
  for (const c of schema.choices) unique(`choice ${c.name}`, c.values)
  unique('records', schema.records)
  // The state keeps its tables by number, and so are the rules.
  for (const list of ['records', 'commands'])
    if (Math.max(...schema[list].map((one) => one.number)) !== schema[list].length) fail(`${list}: numbers run from 1 without a gap, and there are ${schema[list].length}`)
  for (const r of schema.records) unique(`record ${r.name}`, r.fields)
  unique('classes', schema.classes)
  unique('commands', schema.commands)
  for (const c of schema.commands) unique(`command ${c.name}`, c.fields)
  unique('operations', schema.operations)
  unique('messages', [...schema.toServer, ...schema.toClient])
  unique('refusals', schema.refusals)
  unique('closes', schema.closes)
}

function checkReferences(schema) {
  const choice = (name) => schema.choices.some((c) => c.name === name)
  const record = (name) => schema.records.some((r) => r.name === name)
  const role = schema.choices.find((c) => c.name === 'role')
  for (const owner of [...schema.records, ...schema.commands, ...schema.toServer, ...schema.toClient, ...schema.lists])
    for (const f of owner.fields) {
      if (f.kind === 'choice' && !choice(f.of)) fail(`${owner.name}.${f.name}: no choice ${f.of}`)
      if (['id', 'ids'].includes(f.kind) && f.of && !record(f.of)) fail(`${owner.name}.${f.name}: no record ${f.of}`)
      if (f.kind === 'list' && !schema.lists.some((l) => l.name === f.of)) fail(`${owner.name}.${f.name}: no list ${f.of}`)
    }
  for (const c of schema.commands) {
    for (const who of c.who) if (!role.values.some((v) => v.name === who)) fail(`command ${c.name}: no role ${who}`)
    if (!schema.classes.some((k) => k.name === c.class)) fail(`command ${c.name}: no class ${c.class}`)
    for (const f of c.fields) checkZero(c, f)
  }
}

// Where an id must be given, 0 is as good as none: what the reference says of a 0 has to be true at the door.
function checkZero(command, field) {
  if (field.kind === 'id' && !field.optional && /\b0\b/.test(field.doc))
    fail(`command ${command.name}.${field.name}: its doc tells of a 0, which is taken for missing; say "optional": true`)
}

function fail(sentence) {
  console.error(`protocol/schema: ${sentence}`)
  process.exit(1)
}
