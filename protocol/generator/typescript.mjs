// The TypeScript side: protocol.ts (types and tables), and for each language why connections are closed, which the page
// must be able to say when it can fetch nothing, and the sentences of refusals, which come later.

const NOTE = '// Written by protocol/generate.mjs from protocol/schema; do not edit.\n'
const pascal = (name) => name.split('_').map((w) => w[0].toUpperCase() + w.slice(1)).join('')
const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

export function writeTypeScript(given) {
  // A field of a record that may be 0 is there all the same; only what is said may leave fields out.
  const schema = { ...given, records: given.records.map((r) => ({ ...r, fields: r.fields.map((f) => ({ ...f, optional: false })) })) }
  const words = ['fr', 'en'].flatMap((language) => [
    [`closes.${language}.ts`, closes(schema, language)],
    [`refusals.${language}.ts`, refusals(schema, language)],
  ])
  return { 'protocol.ts': protocol(schema), ...Object.fromEntries(words) }
}

function tsType(field) {
  switch (field.kind) {
    case 'id': case 'integer': case 'time': return 'number'
    case 'flag': return 'boolean'
    case 'choice': return pascal(field.of)
    case 'text': return 'string'
    case 'ids': return 'number[]'
    case 'secret': case 'bytes': return 'Uint8Array'
    case 'command': return 'Command'
    case 'changes': return 'Change[]'
    case 'list': return `${pascal(field.of)}Item[]`
  }
}

const member = (f) => `  /** ${f.doc} */\n  ${f.name}${f.optional ? '?' : ''}: ${tsType(f)}`

const table = (items, row) => `{\n${items.map((i) => `  ${i.name}: ${row(i)},`).join('\n')}\n}`

// The tables travel as text, a line for each owner, and are unpacked where they arrive (UNPACK): the name, what the
// command plainly does, the fields. A number stands before a name where it is not the next one.
//
//   card board#  title:240  color=color  x~-100000~100000  tags*8  pinned?
//   add_card/put/card/author/made_at card#  board  title  text+  from>origin  key!
//
// A sign says the kind, what follows it the limit or what it is of, _ that it may have several lines, + that it may
// be left out. A command's field
// without a sign is the record's of the same name, or of the name after >, with its kind.
const SIGNS = {
  id: '#', integer: '~', time: '@', flag: '?', choice: '=', text: ':', ids: '*', secret: '!', bytes: '%', command: '$', changes: '&', list: '[',
}

function kindText(f) {
  if (!SIGNS[f.kind]) throw new Error(`a field of kind ${f.kind} has no sign in generator/typescript.mjs`)
  const rest = { choice: f.of, list: f.of, text: f.lines ? `${f.max}_` : f.max, ids: f.max, integer: f.min === undefined ? '' : `${f.min}~${f.max_value}` }
  return SIGNS[f.kind] + (rest[f.kind] ?? '')
}

const numbered = (items, text) => items.map((item, i) => `${(item.number ?? i + 1) === i + 1 ? '' : `${item.number}|`}${text(item)}`)
const fieldText = (f) => f.name + kindText(f) + (f.optional ? '+' : '')
const ownerText = ({ name, fields }) => [name, ...numbered(fields, fieldText)].join(' ')

function commandFieldText(effect) {
  return (f) => {
    const shown = effect?.map.find(({ command }) => command.name === f.name)?.record
    if (!shown) return fieldText(f)
    const alike = kindText(shown) === kindText(f)
    const target = shown.name === f.name && alike ? '' : `>${shown.name}`
    return f.name + target + (alike ? '' : kindText(f)) + (f.optional ? '+' : '')
  }
}

function commandText({ name, fields, effect }) {
  const does = effect ? `/${effect.operation}/${effect.record.name}/${effect.actor?.name ?? ''}/${effect.time?.name ?? ''}` : ''
  return [name + does, ...numbered(fields, commandFieldText(effect))].join(' ')
}

const lines = (items, text = ownerText) =>
  `\`\n${numbered([...items].sort((a, b) => (a.number ?? 0) - (b.number ?? 0)), text).join('\n')}\``

function references(records) {
  const told = records.filter((r) => r.scope.rule !== 'sealed')
    .map((r) => [r.name, ...r.indexes.filter((i) => i.of && !['person', 'group'].includes(i.kind) && i.gone !== 'stay').map(referenceText)])
  return `\`\n${told.filter((words) => words.length > 1).map((words) => words.join(' ')).join('\n')}\``
}

function referenceText({ field, of, gone }) {
  const name = field?.name ?? 'id'
  return name + (gone === 'drop' ? '!' : '?') + (of.name === name ? '' : of.name)
}

const UNPACK = `const kinds: Record<string, FieldKind> = {
  ${Object.entries(SIGNS).map(([kind, sign]) => `'${sign}': '${kind}'`).join(', ')},
}
const fieldShape = /^(?:(\\d+)\\|)?(\\w+)(?:>(\\w+))?(?:([#~@?=:*!%$&[])([\\w~-]*))?(\\+?)$/

/** One field; \`like\` holds those whose kind it has when it says none. */
function unpackField(text: string, place: number, like: Field[], shown?: (to: string) => void): Field {
  const [, number, name = '', to, sign, rest = '', optional] = fieldShape.exec(text) ?? []
  const field = { name, number: Number(number ?? place + 1) } as Field
  if (to || !sign) shown?.(to ?? name)
  const { kind, of, min, max, lines } = like.find((one) => one.name === (to ?? name)) ?? {}
  if (!sign) Object.assign(field, { kind }, of && { of }, min !== undefined && { min }, max !== undefined && { max }, lines && { lines })
  else {
    field.kind = kinds[sign] as FieldKind
    const [from = '', up = ''] = rest.split('~')
    if (sign === '=' || sign === '[') field.of = rest
    else if (sign === '~' && rest) Object.assign(field, { min: Number(from), max: Number(up) })
    else if (rest) field.max = Number.parseInt(rest, 10)
    if (sign === ':' && rest.endsWith('_')) field.lines = true
  }
  if (optional) field.optional = true
  return field
}

/** Each line as its name, its number and the rest of its words. */
function unpackLines<T>(text: string, unpack: (words: string[], number: number) => T): Record<string, T> {
  return Object.fromEntries(
    text.trim().split('\\n').map((line, place) => {
      const [head = '', ...words] = line.split(' ')
      const [name = '', number] = head.split('|').reverse()
      return [name.split('/')[0], unpack([name, ...words], Number(number ?? place + 1))]
    }),
  )
}

/** A field, ! if its record goes with what it names and ? if it lets go of it, and the type that it names when the field is called otherwise. */
const unpackReferences = (words: string[]): References => Object.fromEntries(words.slice(1).map((word) => {
  const [, field = '', sign, of] = /^(\\w+)([!?])(\\w*)$/.exec(word) ?? []
  return [field, [(of || field) as RecordType, sign === '!' ? 'drop' : 'clear']]
}))

const unpackFields = (words: string[]): Field[] => words.slice(1).map((one, place) => unpackField(one, place, []))
const unpackTables = (text: string) => unpackLines(text, (words, number) => ({ number, fields: unpackFields(words) }))

function unpackCommand([head = '', ...words]: string[], number: number): CommandTable {
  const [, operation, record, actor, time] = head.split('/')
  const map: Record<string, string> = {}
  const like = records[record as RecordType]?.fields ?? []
  const fields = words.map((one, place) => {
    let target: string | undefined
    const field = unpackField(one, place, like, (to) => {
      target = to
    })
    if (target) map[field.name] = target
    return field
  })
  if (!operation) return { number, fields }
  const effect = { operation, record, id: fields[0]?.name, map, ...(actor && { actor }), ...(time && { time }) }
  return { number, fields, effect: effect as Effect }
}
`

function protocol(schema) {
  const { choices, records, operations, commands, lists, toServer, toClient, limits, refusals, closes } = schema
  return `${NOTE}
export const SUBPROTOCOL = ${quote(schema.subprotocol)}
export const VERSION = ${schema.version}
/** The fingerprint of the schema that this was built with (PROTOCOL.md, H19). */
export const SCHEMA = ${schema.fingerprint}
export const limits = ${table(limits, (l) => l.value)} as const

${choices.map((c) => `/** ${c.doc} */\nexport type ${pascal(c.name)} = ${c.values.map((v) => quote(v.name)).join(' | ')}`).join('\n')}
export const choices: Record<string, Record<string, number>> = ${table(choices, (c) => `{ ${c.values.map((v) => `${v.name}: ${v.number}`).join(', ')} }`)}

${records.map((r) => `/** ${r.doc} */\nexport interface ${pascal(r.name)} {\n  id: number\n${r.fields.map(member).join('\n')}\n}`).join('\n\n')}

export interface Records {
${records.map((r) => `  ${r.name}: ${pascal(r.name)}`).join('\n')}
}
export type RecordType = keyof Records

/** What becomes of a stretch of a text: so many units are kept; or so many are replaced by lines, by none at all. */
export type TextPart = number | readonly [number, ...string[]]
/** Changes of a text, from left to right (PROTOCOL.md, E11). */
export type TextChange = readonly TextPart[]

/** One record put whole, patched in some fields, or dropped, or one of its texts edited. */
export type Change = {
  [T in RecordType]:
    | { operation: 'put'; type: T; id: number; fields: Omit<Records[T], 'id'> }
    | { operation: 'patch'; type: T; id: number; fields: Partial<Omit<Records[T], 'id'>> }
    | { operation: 'drop'; type: T; id: number }
    | { operation: 'edit'; type: T; id: number; fields: Partial<Record<keyof Omit<Records[T], 'id'>, TextChange>> }
}[RecordType]

${commands.map((c) => `/** ${c.doc} */\nexport interface ${pascal(c.name)}Command {\n  type: '${c.name}'\n${c.fields.map(member).join('\n')}\n}`).join('\n\n')}

export type Command = ${commands.map((c) => `${pascal(c.name)}Command`).join(' | ')}
export type CommandType = Command['type']

${lists.map((l) => `/** ${l.doc} */\nexport interface ${pascal(l.name)}Item {\n${l.fields.map(member).join('\n')}\n}`).join('\n\n')}

${[...toServer, ...toClient].map((m) => `/** ${m.doc} */\nexport interface ${pascal(m.name)}Message {\n  type: '${m.name}'\n${m.fields.map(member).join('\n')}\n}`).join('\n\n')}

export type ToServer = ${toServer.map((m) => `${pascal(m.name)}Message`).join(' | ')}
export type ToClient = ${toClient.map((m) => `${pascal(m.name)}Message`).join(' | ')}

export type FieldKind = 'id' | 'integer' | 'time' | 'flag' | 'choice' | 'text' | 'ids' | 'secret' | 'bytes' | 'command' | 'changes' | 'list'
export interface Field {
  name: string
  number: number
  kind: FieldKind
  of?: string
  min?: number
  max?: number
  lines?: boolean
  optional?: boolean
}
export type References = Readonly<Record<string, readonly [RecordType, 'drop' | 'clear']>>
export interface RecordTable { number: number; fields: Field[] }
/** What a command plainly does to one record (set: a put where there is none, else a patch; restore: as it was before a drop); map goes from command field to record field. */
export interface Effect {
  operation: 'put' | 'patch' | 'drop' | 'set' | 'restore'
  record: RecordType
  id: string
  map: Record<string, string>
  actor?: string
  time?: string
}
export interface CommandTable { number: number; fields: Field[]; effect?: Effect }

export type Operation = Change['operation']
export const operations: Record<Operation, number> = ${table(operations, (o) => o.number)}

${UNPACK}
export const records = unpackTables(${lines(records)}) as Record<RecordType, RecordTable>

/** By record type and field: which type the field names, and what becomes of its record when that goes. What stays then is not here, and neither is what no browser sees. */
export const references: Partial<Record<RecordType, References>> = unpackLines(${references(records)}, unpackReferences)
/** By record type: the field that says when one was put into the bin. */
export const bins: Partial<Record<RecordType, string>> = { ${records.filter((r) => r.bin).map((r) => `${r.name}: ${quote(r.bin.at)}`).join(', ')} }


export const commands = unpackLines(${lines(commands, commandText)}, unpackCommand) as Record<CommandType, CommandTable>

export const lists: Record<string, Field[]> = unpackLines(${lines(lists)}, unpackFields)

export const toServer = unpackTables(${lines(toServer)}) as Record<ToServer['type'], { number: number; fields: Field[] }>

export const toClient = unpackTables(${lines(toClient)}) as Record<ToClient['type'], { number: number; fields: Field[] }>

export type Refusal = ${refusals.map((r) => quote(r.name)).join(' | ')}
export const refusals: Record<Refusal, number> = ${table(refusals, (r) => r.number)}

export type Close = ${closes.map((c) => quote(c.name)).join(' | ')}
/** again: whether the page should come back by itself. */
export const closes: Record<Close, { number: number; again: boolean }> = ${table(closes, (c) => `{ number: ${c.number}, again: ${c.again} }`)}
`
}

const printedIn = (language) => (sentences) => quote(sentences[language].replaceAll("'", '’'))

function closes({ closes }, language) {
  return `${NOTE}import type { Close } from './protocol'

export const closes: Record<Close, string> = ${table(closes, printedIn(language))}
`
}

function refusals({ refusals, commands }, language) {
  const printed = printedIn(language)
  const labels = commands.flatMap((c) => c.fields.map((f) => `  '${c.name}.${f.name}': ${printed(f.label)},`))
  return `${NOTE}import type { Refusal } from './protocol'

export const refusals: Record<Refusal, string> = ${table(refusals, printed)}

/** How a command's field is called in a sentence, by 'command.field'. */
export const fields: Record<string, string> = {
${labels.join('\n')}
}
`
}
