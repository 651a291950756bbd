// The other half of the codec, as a server has it: messages of clients read, messages to clients written.
import { decode, Encoder } from '@msgpack/msgpack'
import {
  type Change,
  choices,
  commands,
  type Field,
  lists,
  operations,
  records,
  type ToClient,
  type ToServer,
  toClient,
  toServer,
} from '../../../protocol/generated/protocol'

type Plain = Record<string, unknown>

const encoder = new Encoder()

export function encodeForClient(message: ToClient): Uint8Array {
  const { number, fields } = toClient[message.type]
  const values = message as unknown as Plain
  return encoder.encode([number, ...fields.map((field) => encodeField(field, values[field.name]))])
}

/** What a packed message holds, of puts that stand in the order of their types. */
export function encodeTables(puts: readonly Change[]): Uint8Array {
  const types = new Set(puts.map(({ type }) => type))
  return encoder.encode([...types].map((type) => tableOf(puts.filter((put) => put.type === type))))
}

function tableOf(puts: readonly Change[]): unknown[] {
  const rows = puts.map((put) => encodeChange(put) as [number, number, number, unknown[]])
  const fieldsOf = (body: unknown[]) => body.filter((_, place) => place % 2 === 0)
  const fields = [...new Set(rows.flatMap(([, , , body]) => fieldsOf(body)))]
  const value = (body: unknown[], field: unknown) => body[fieldsOf(body).indexOf(field) * 2 + 1] ?? null
  const columns = fields.map((field) => rows.map(([, , , body]) => value(body, field)))
  return [rows[0]?.[1], rows.map(([, , id]) => id), fields, columns]
}

function encodeField(field: Field, value: unknown): unknown {
  if (field.kind === 'choice') return choices[field.of as string]?.[value as string]
  if (field.kind === 'changes') return (value as Change[]).map(encodeChange)
  if (field.kind === 'list') {
    const fields = lists[field.of as string] ?? []
    return (value as Plain[]).map((item) => fields.map((one) => encodeField(one, item[one.name])))
  }
  return value
}

function encodeChange(change: Change): unknown[] {
  const given = change.operation === 'drop' ? {} : (change.fields as Plain)
  const { number, fields } = records[change.type]
  const body = fields
    .filter(({ name }) => given[name] !== undefined && (change.operation !== 'put' || !isZero(given[name])))
    .flatMap((field) => [field.number, encodeField(field, given[field.name])])
  return [operations[change.operation], number, change.id, body]
}

function isZero(value: unknown): boolean {
  return value === 0 || value === false || value === '' || (Array.isArray(value) && value.length === 0)
}

export function decodeFromClient(bytes: Uint8Array): ToServer {
  const [number, ...values] = decode(bytes) as unknown[]
  const [type, table] = Object.entries(toServer).find(([, one]) => one.number === number) ?? []
  if (!type || !table) throw new Error(`no message ${String(number)}`)
  const named = table.fields.map((field, place) => [field.name, decodeField(field, values[place])])
  return { type, ...Object.fromEntries(named) } as ToServer
}

function decodeField(field: Field, value: unknown): unknown {
  if (field.kind === 'command') return decodeCommand(value as [number, unknown[]])
  if (field.kind !== 'choice') return value
  const names = Object.entries(choices[field.of as string] ?? {})
  return names.find(([, number]) => number === value)?.[0]
}

function decodeCommand([number, body]: [number, unknown[]]): Plain {
  const [type, table] = Object.entries(commands).find(([, one]) => one.number === number) ?? []
  const command: Plain = { type }
  for (let place = 0; place < body.length; place += 2) {
    const field = table?.fields.find((one) => one.number === body[place])
    if (field) command[field.name] = decodeField(field, body[place + 1])
  }
  return command
}
