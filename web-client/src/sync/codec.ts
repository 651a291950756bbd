// Messages to bytes and back, by the tables of the schema. What comes in is checked field by field before
// anybody sees it; a message that breaks its table throws BrokenMessage and the connection starts over.
import {
  type Change,
  type Command,
  type CommandType,
  choices,
  commands,
  type Field,
  lists,
  type Operation,
  operations,
  type RecordType,
  records,
  type ToClient,
  type ToServer,
  toClient,
  toServer,
} from '../../../protocol/generated/protocol'
import { pack, unpacked } from './pack'
import { readChange } from './text/change'

export class BrokenMessage extends Error {}

type Plain = Record<string, unknown>
type Fields = ReadonlyMap<unknown, Field>

/* ---- out ---- */

export function encodeMessage(message: ToServer): Uint8Array {
  const { number, fields } = toServer[message.type]
  const values = message as unknown as Plain
  return pack([number, ...fields.map((field) => encodeField(field, values[field.name]))])
}

function encodeField(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'choice':
      return choices[field.of as string]?.[value as string]
    case 'text':
      return wellFormed(value as string)
    case 'command':
      return encodeCommand(value as Command)
    case 'id':
    case 'integer':
    case 'time':
    case 'flag':
    case 'ids':
    case 'secret':
    case 'bytes':
      return value
    case 'changes':
    case 'list':
      throw new Error(`no message to the server has a field of kind ${field.kind}`)
  }
}

/** A command by its numbers, which are for ever: how it travels, and how it is kept for a later page. */
export function encodeCommand(command: Command): unknown[] {
  const { number, fields } = commands[command.type]
  const values = command as unknown as Plain
  const given = fields.filter((field) => values[field.name] !== undefined)
  return [number, given.flatMap((field) => [field.number, encodeField(field, values[field.name])])]
}

/** UTF-8 knows no half of a surrogate pair; a server that checks would close on one. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (unit) =>
    unit.length === 2 ? unit : '\ufffd',
  )
}

/** What a paste may bring and the schema forbids: other line ends, tabs, control characters; what turns the direction
 * of the writing, which would run on into what stands beside it; in one line also direction marks (E7). */
export function cleanText(text: string, lines = true): string {
  const broken = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g
  const clean = wellFormed(broken).replace(forbidden, '')
  return lines ? clean : clean.replace(/\n/g, ' ').replace(/[\u200e\u200f\u061c]/g, '')
}

/** The same command with every text as the schema wants it. */
export function cleanCommand<C extends Command>(command: C): C {
  const cleaned: Plain = { ...command }
  for (const { name, kind, lines } of commands[command.type].fields) {
    const value = cleaned[name]
    if (kind === 'text' && typeof value === 'string') cleaned[name] = cleanText(value, lines ?? false)
  }
  return cleaned as C
}

/* ---- in ---- */

/** A command that was kept, perhaps by a page of another version; BrokenMessage when this one does not know it. */
export function decodeCommand(kept: unknown): Command {
  if (!Array.isArray(kept)) return decodeCommand(named(kept as Command))
  const [number, body] = kept
  const type = commandTypes.get(number)
  if (!type) throw new BrokenMessage(`unknown command ${String(number)}`)
  const fields = new Map(commands[type].fields.map((field) => [field.number as unknown, field]))
  return { type, ...decodeBody(fields, array(body)) } as unknown as Command
}

/** Pages have kept commands by their names, too. */
function named(command: Command): unknown[] {
  const fields = commands[command.type]?.fields.map(({ name }) => name)
  const strange = !fields || Object.keys(command).some((key) => key !== 'type' && !fields.includes(key))
  if (strange) throw new BrokenMessage(`unknown command ${String(command.type)}`)
  return encodeCommand(command)
}

/** What somebody wrote in a command that is not understood. */
export function wordsOf(kept: unknown): string[] {
  if (typeof kept === 'string') return kept === '' ? [] : [kept]
  if (Array.isArray(kept)) return kept.flatMap(wordsOf)
  const plain = kept !== null && typeof kept === 'object' && !(kept instanceof Uint8Array)
  return plain ? Object.entries(kept).flatMap(([name, value]) => (name === 'type' ? [] : wordsOf(value))) : []
}

/** All messages of one WebSocket frame, in order. */
export function decodeFrame(bytes: Uint8Array): ToClient[] {
  return unpack(bytes).map(decodeMessage)
}

/** What a packed message held: the changes of a snapshot's part (P8). */
export function decodeTables(bytes: Uint8Array): Change[] {
  const [tables, ...rest] = unpack(bytes)
  if (rest.length > 0) throw new BrokenMessage('more than tables')
  return array(tables).flatMap(decodeTable)
}

function decodeTable(table: unknown): Change[] {
  const [type, ids, fields, columns] = array(table).map((part, place) =>
    place ? array(part) : part,
  ) as Table
  const body = (row: number) => fields.flatMap((field, place) => given(field, array(columns[place])[row]))
  return ids.map((id, row) => decodeChange([operations.put, type, id, body(row)]))
}

type Table = [type: unknown, ids: unknown[], fields: unknown[], columns: unknown[]]

const given = (field: unknown, value: unknown) => (value === null ? [] : [field, value])

function unpack(bytes: Uint8Array): unknown[] {
  try {
    return unpacked(bytes)
  } catch (error) {
    throw new BrokenMessage(`not msgpack: ${String(error)}`)
  }
}

function decodeMessage(value: unknown): ToClient {
  const [number, ...values] = array(value)
  const type = messageTypes.get(number)
  if (type === undefined) throw new BrokenMessage(`unknown message ${String(number)}`)
  const { fields } = toClient[type]
  if (values.length !== fields.length) throw new BrokenMessage(`${type} has ${values.length} fields`)
  // The table is generated from the same schema as the type, and each field was checked against it.
  return { type, ...decodePositional(fields, values) } as unknown as ToClient
}

function decodePositional(fields: Field[], values: unknown[]): Plain {
  return Object.fromEntries(fields.map((field, place) => [field.name, decodeField(field, values[place])]))
}

function decodeField(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'id':
      return integer(value, 0)
    case 'integer':
    case 'time':
      return integer(value, Number.MIN_SAFE_INTEGER)
    case 'flag':
      if (typeof value !== 'boolean') throw new BrokenMessage(`${field.name} is not a flag`)
      return value
    case 'choice':
      return choiceName(field.of as string, value)
    case 'text':
      if (typeof value !== 'string') throw new BrokenMessage(`${field.name} is not text`)
      return value
    case 'ids':
      return array(value).map((id) => integer(id, 1))
    case 'secret':
    case 'bytes':
      if (!(value instanceof Uint8Array)) throw new BrokenMessage(`${field.name} is not bytes`)
      return value
    case 'changes':
      return array(value).map(decodeChange)
    case 'list':
      return array(value).map((item) => decodeItem(field.of as string, item))
    case 'command':
      throw new BrokenMessage('no message to a client holds a command')
  }
}

function decodeItem(list: string, item: unknown): Plain {
  const fields = lists[list] ?? []
  const values = array(item)
  if (values.length !== fields.length) throw new BrokenMessage(`${list} has ${values.length} fields`)
  return decodePositional(fields, values)
}

function decodeChange(value: unknown): Change {
  const [operationNumber, recordNumber, idValue, body, ...rest] = array(value)
  const operation = operationNames.get(operationNumber)
  const shape = shapes.get(recordNumber)
  if (!operation || !shape || rest.length > 0) throw new BrokenMessage('not a change')
  const id = integer(idValue, 1)
  if (operation === 'edit') return editOf(shape.type, id, shape.fields, array(body))
  const fields = decodeBody(shape.fields, array(body))
  if (operation === 'drop') return dropOf(shape.type, id, fields)
  const whole = operation === 'put' ? { ...shape.zeros, ...fields } : fields
  return { operation, type: shape.type, id, fields: whole } as Change
}

function dropOf(type: RecordType, id: number, fields: Plain): Change {
  if (Object.keys(fields).length > 0) throw new BrokenMessage('a drop with fields')
  return { operation: 'drop', type, id }
}

function editOf(type: RecordType, id: number, fields: Fields, body: unknown[]): Change {
  const [number, value, ...rest] = body
  const field = fields.get(number)
  const change = readChange(value)
  if (field?.kind !== 'text' || !change || rest.length > 0) throw new BrokenMessage('not an edit')
  return { operation: 'edit', type, id, fields: { [field.name]: change } } as Change
}

/** A flat body: field number, value, field number, value; numbers ascend. */
function decodeBody(fields: Fields, body: unknown[]): Plain {
  if (body.length % 2 !== 0) throw new BrokenMessage('a body of odd length')
  const decoded: Plain = {}
  let last = 0
  for (let place = 0; place < body.length; place += 2) {
    const field = fields.get(body[place])
    if (!field || field.number <= last) throw new BrokenMessage(`unexpected field ${String(body[place])}`)
    last = field.number
    decoded[field.name] = decodeField(field, body[place + 1])
  }
  return decoded
}

/** What a put leaves out. A record written before a choice was declared has the first of its values. */
export function zeros(type: RecordType): Plain {
  return Object.fromEntries(records[type].fields.map((field) => [field.name, zeroOf(field)]))
}

export function zeroOf(field: Field): unknown {
  switch (field.kind) {
    case 'id':
    case 'integer':
    case 'time':
      return 0
    case 'flag':
      return false
    case 'text':
      return ''
    case 'ids':
    case 'list':
    case 'changes':
      return []
    case 'choice':
      return Object.keys(choices[field.of as string] ?? {})[0]
    case 'secret':
    case 'bytes':
    case 'command':
      return undefined
  }
}

function array(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new BrokenMessage('not an array')
  return value
}

function integer(value: unknown, least: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw new BrokenMessage('not an integer in range')
  return value as number
}

function choiceName(choice: string, value: unknown): string {
  const name = choiceNames.get(choice)?.get(value)
  if (name === undefined) throw new BrokenMessage(`unknown ${choice} ${String(value)}`)
  return name
}

const messageTypes = namesByNumber(toClient)
const operationNames = new Map<unknown, Operation>(
  (Object.keys(operations) as Operation[]).map((name) => [operations[name], name]),
)
/** A record's table made ready for thousands of them: fields by number, and what a put leaves out. */
const shapes = new Map<unknown, { type: RecordType; fields: Fields; zeros: Plain }>(
  (Object.keys(records) as RecordType[]).map((type) => {
    const { number, fields } = records[type]
    return [
      number,
      { type, fields: new Map(fields.map((field) => [field.number, field])), zeros: zeros(type) },
    ]
  }),
)
const commandTypes = namesByNumber(commands)
const choiceNames = new Map(
  Object.entries(choices).map(([choice, values]) => [
    choice,
    new Map<unknown, string>(Object.entries(values).map(([name, number]) => [number, name])),
  ]),
)

function namesByNumber<Name extends string>(table: Record<Name, { number: number }>): Map<unknown, Name> {
  return new Map((Object.keys(table) as Name[]).map((name) => [table[name].number, name]))
}

export function commandTypeOf(number: number): CommandType | undefined {
  return commandTypes.get(number)
}
