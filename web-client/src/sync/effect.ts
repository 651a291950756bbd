// What a command plainly does to one record, as the schema declares it: enough to show it before the server
// has answered. Whether it is allowed is not known here.
import {
  type Command,
  commands,
  type Effect,
  type Records,
  type RecordType,
  records,
} from '../../../protocol/generated/protocol'
import { zeroOf } from './codec'

type Plain = Record<string, unknown>

/** Who sends, and when: what an effect fills in by itself. */
export interface Origin {
  person: number
  time: number
}

/** The record a command touches, if its effect is plain. */
export function effectTarget(command: Command): { type: RecordType; id: number } | undefined {
  const effect = commands[command.type].effect
  if (!effect) return undefined
  return { type: effect.record, id: (command as unknown as Plain)[effect.id] as number }
}

/** The texts that the command sets: what somebody wrote. */
export function writtenIn(command: Command): string[] {
  const { effect, fields } = commands[command.type]
  return fields.flatMap(({ name, kind }) => {
    const text = (command as unknown as Plain)[name]
    const isSet = !effect || name in effect.map
    return kind === 'text' && isSet && typeof text === 'string' && text.trim() !== '' ? [text] : []
  })
}

/** The record as it stands after the command. A put leaves alone what is already there: it has been
 * confirmed, and others may have changed it since. A set writes over it. A restore is given what was dropped. */
export function applyEffect<T extends RecordType>(
  before: Records[T] | undefined,
  command: Command,
  origin: Origin,
): Records[T] | undefined {
  const effect = commands[command.type].effect
  switch (effect?.operation) {
    case 'put':
      return before ?? (putRecord(effect, command, origin) as unknown as Records[T])
    case 'patch':
      return before && { ...before, ...givenFields(effect, command) }
    case 'set':
      return {
        ...putRecord(effect, command, origin),
        ...before,
        ...givenFields(effect, command),
      } as Records[T]
    case 'restore':
      return before
    case 'drop':
      return undefined
    case undefined:
      return before
  }
}

function putRecord(effect: Effect, command: Command, origin: Origin): Plain {
  const values = command as unknown as Plain
  const record: Plain = { id: values[effect.id] }
  for (const field of records[effect.record].fields) record[field.name] = zeroOf(field)
  if (effect.actor) record[effect.actor] = origin.person
  if (effect.time) record[effect.time] = origin.time
  return { ...record, ...givenFields(effect, command) }
}

function givenFields(effect: Effect, command: Command): Plain {
  const values = command as unknown as Plain
  const given: Plain = {}
  for (const [from, to] of Object.entries(effect.map))
    if (values[from] !== undefined) given[to] = values[from]
  return given
}
