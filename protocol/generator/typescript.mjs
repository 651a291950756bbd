// The TypeScript side: protocol.ts (types and tables) and one file of words a language.

const NOTE = '// Written by protocol/generate.mjs from protocol/schema; do not edit.\n'
const pascal = (name) => name.split('_').map((w) => w[0].toUpperCase() + w.slice(1)).join('')
const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

export function writeTypeScript(schema) {
  return { 'protocol.ts': protocol(schema), 'words.fr.ts': words(schema, 'fr'), 'words.en.ts': words(schema, 'en') }
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

function fieldRow(f, i) {
  const parts = [`name: ${quote(f.name)}`, `number: ${f.number ?? i + 1}`, `kind: ${quote(f.kind)}`]
  if (f.kind === 'choice' || f.kind === 'list') parts.push(`of: ${quote(f.of)}`)
  if (f.kind === 'integer' && f.min !== undefined) parts.push(`min: ${f.min}`, `max: ${f.max_value}`)
  if (f.max) parts.push(`max: ${f.max}`)
  if (f.optional) parts.push('optional: true')
  return `{ ${parts.join(', ')} }`
}

const table = (items, row) => `{\n${items.map((i) => `  ${i.name}: ${row(i)},`).join('\n')}\n}`
const fieldsOf = (owner) => `[${owner.fields.map(fieldRow).join(', ')}]`

function protocol(schema) {
  const { choices, records, commands, lists, toServer, toClient, limits, refusals, closes } = schema
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

/** One record put whole, patched in some fields, or dropped. */
export type Change = {
  [T in RecordType]:
    | { operation: 'put'; type: T; id: number; fields: Omit<Records[T], 'id'> }
    | { operation: 'patch'; type: T; id: number; fields: Partial<Omit<Records[T], 'id'>> }
    | { operation: 'drop'; type: T; id: number }
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
  optional?: boolean
}
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
export interface CommandTable { number: number; who: Role[]; fields: Field[]; effect?: Effect }

export const records: Record<RecordType, RecordTable> = ${table(records, (r) => `{ number: ${r.number}, fields: ${fieldsOf(r)} }`)}

export const commands: Record<CommandType, CommandTable> = ${table(commands, (c) => `{ number: ${c.number}, who: [${c.who.map(quote).join(', ')}], fields: ${fieldsOf(c)}${effect(c)} }`)}

export const lists: Record<string, Field[]> = ${table(lists, fieldsOf)}

export const toServer: Record<ToServer['type'], { number: number; fields: Field[] }> = ${table(toServer, (m) => `{ number: ${m.number}, fields: ${fieldsOf(m)} }`)}

export const toClient: Record<ToClient['type'], { number: number; fields: Field[] }> = ${table(toClient, (m) => `{ number: ${m.number}, fields: ${fieldsOf(m)} }`)}

export type Refusal = ${refusals.map((r) => quote(r.name)).join(' | ')}
export const refusals: Record<Refusal, number> = ${table(refusals, (r) => r.number)}

export type Close = ${closes.map((c) => quote(c.name)).join(' | ')}
/** again: whether the page should come back by itself. */
export const closes: Record<Close, { number: number; again: boolean }> = ${table(closes, (c) => `{ number: ${c.number}, again: ${c.again} }`)}
`
}

function effect(c) {
  if (!c.effect) return ''
  const e = c.effect
  const map = e.map.map((m) => `${m.command.name}: ${quote(m.record.name)}`).join(', ')
  const more = ['actor', 'time'].filter((k) => e[k]).map((k) => `, ${k}: ${quote(e[k].name)}`).join('')
  return `, effect: { operation: '${e.operation}', record: '${e.record.name}', id: '${e.id.name}', map: { ${map} }${more} }`
}

function words({ refusals, closes, commands }, language) {
  const printed = (sentences) => quote(sentences[language].replaceAll("'", '’'))
  const labels = commands.flatMap((c) => c.fields.map((f) => `  '${c.name}.${f.name}': ${printed(f.label)},`))
  return `${NOTE}import type { Close, Refusal } from './protocol'

export const refusals: Record<Refusal, string> = ${table(refusals, printed)}

export const closes: Record<Close, string> = ${table(closes, printed)}

/** How a command's field is called in a sentence, by 'command.field'. */
export const fields: Record<string, string> = {
${labels.join('\n')}
}
`
}
