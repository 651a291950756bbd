import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type Change,
  type Command,
  commands,
  type Field,
  lists,
  type RecordType,
  records,
  type ToServer,
  toClient,
  toServer,
} from '../../../protocol/generated/protocol'
import {
  BrokenMessage,
  cleanCommand,
  cleanText,
  decodeCommand,
  decodeFrame,
  encodeCommand,
  encodeMessage,
  wellFormed,
} from '../../src/sync/codec'
import { bytesOf, hexOf, readVectors } from '../support/vectors'
import { encodeForClient } from '../support/wire'

const vectors = readVectors()

/** Secrets and bytes stand in hex in the vectors. */
function fromVector(fields: Field[], values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields.find((one) => one.name === name)
      return [name, field ? fieldFromVector(field, value) : value]
    }),
  )
}

function fieldFromVector(field: Field, value: unknown): unknown {
  const plain = value as Record<string, unknown>
  if (field.kind === 'secret' || field.kind === 'bytes') return bytesOf(value as string)
  if (field.kind === 'command') return fromVector(commands[plain.type as keyof typeof commands].fields, plain)
  if (field.kind === 'changes') return (value as Record<string, unknown>[]).map(changeFromVector)
  if (field.kind === 'list') {
    return (value as Record<string, unknown>[]).map((item) =>
      fromVector(lists[field.of as string] ?? [], item),
    )
  }
  return value
}

function changeFromVector(change: Record<string, unknown>): Record<string, unknown> {
  if (!change.fields) return change
  const { fields } = records[change.type as RecordType]
  return { ...change, fields: fromVector(fields, change.fields as Record<string, unknown>) }
}

describe('golden vectors', () => {
  const meant = vectors.flatMap(({ name, hex, loose, message }) =>
    message ? [{ name, hex, loose, message }] : [],
  )
  const outgoing = meant.filter(({ message, loose }) => message.type in toServer && !loose)
  const incoming = meant.filter(({ message }) => message.type in toClient)
  const broken = vectors.filter(({ broken, to }) => broken && to === 'client')

  test('there are some of each kind', () => {
    for (const type of Object.keys(toServer))
      assert.ok(
        outgoing.some(({ message }) => message.type === type),
        type,
      )
    for (const type of Object.keys(toClient))
      assert.ok(
        incoming.some(({ message }) => message.type === type),
        type,
      )
    assert.ok(broken.length > 0)
  })

  for (const { name, hex, message } of outgoing) {
    test(`to the server: ${name}`, () => {
      const { fields } = toServer[message.type as ToServer['type']]
      const bytes = encodeMessage(fromVector(fields, message) as unknown as ToServer)
      assert.equal(hexOf(bytes), hex)
    })
  }

  for (const { name, hex, message } of incoming) {
    test(`to a client: ${name}`, () => {
      const { fields } = toClient[message.type as keyof typeof toClient]
      assert.deepEqual(decodeFrame(bytesOf(hex)), [fromVector(fields, message)])
    })
  }

  for (const { name, hex } of broken) {
    test(`broken: ${name}`, () => {
      assert.throws(() => decodeFrame(bytesOf(hex)), BrokenMessage)
    })
  }

  test('a frame holds several messages, in order', () => {
    const two = incoming.filter(({ loose }) => !loose).slice(0, 2)
    const frame = bytesOf(two.map(({ hex }) => hex).join(''))
    assert.deepEqual(
      decodeFrame(frame).map(({ type }) => type),
      two.map(({ message }) => message.type),
    )
  })

  test('E5: a put from before a choice was declared has the first of its values', () => {
    const fields = { label: 'Élu', code: 'elu' }
    const old = { operation: 'put', type: 'category', id: 12, fields } as unknown as Change
    const bytes = encodeForClient({ type: 'changes', after: 1, seq: 2, mark: 7, changes: [old] })
    const whole = { operation: 'put', type: 'category', id: 12, fields: { ...fields, color: 'sand' } }
    assert.deepEqual(decodeFrame(bytes), [{ type: 'changes', after: 1, seq: 2, mark: 7, changes: [whole] }])
  })

  test('every truncation is broken, never something else', () => {
    for (const { hex } of incoming) {
      const whole = bytesOf(hex)
      for (let length = 1; length < whole.length; length++) {
        assert.throws(() => decodeFrame(whole.subarray(0, length)), BrokenMessage)
      }
    }
  })

  test('every changed byte is a message or broken, never something else', () => {
    for (const { hex } of incoming) {
      const bytes = bytesOf(hex)
      for (let place = 0; place < bytes.length; place++) {
        const changed = bytes.slice()
        changed[place] = (changed[place] ?? 0) ^ 0x81
        try {
          decodeFrame(changed)
        } catch (error) {
          assert.ok(error instanceof BrokenMessage, String(error))
        }
      }
    }
  })
})

describe('an id of 0', () => {
  const zeros = Object.entries(commands).flatMap(([type, { fields }]) =>
    (fields as Field[])
      .filter(({ kind, optional }) => kind === 'id' && optional)
      .map(({ name }) => ({ type, name })),
  )

  test('that a command may leave out is a word of its own, here and in what is kept', () => {
    assert.ok(zeros.some(({ type, name }) => type === 'restore_cards' && name === 'person'))
    for (const { type, name } of zeros) {
      const command = { type, [name]: 0 } as unknown as Command
      assert.deepEqual(decodeCommand(encodeCommand(command)), command)
    }
  })
})

describe('text on its way out', () => {
  test('half of a surrogate pair is replaced, a whole one is not', () => {
    assert.equal(wellFormed('a\ud83db'), 'a\ufffdb')
    assert.equal(wellFormed('\udc00'), '\ufffd')
    assert.equal(wellFormed('île 🏝️'), 'île 🏝️')
  })

  test('a paste loses what the schema forbids and keeps its lines', () => {
    assert.equal(cleanText('un\r\ndeux\rtrois\tquatre\u0000\u001b\u0085'), 'un\ndeux\ntrois quatre')
    assert.equal(cleanText('a\u202eb\u2066c\u2069d\ufeffe\u2028f\u2029g'), 'abcde\nf\ng')
  })

  test('direction marks stay in a text of several lines, which may need them, and never in a title', () => {
    const add = {
      type: 'add_card',
      title: '\u200fشلوم\u061c\nb',
      text: 'a\u200f\nb\u202e',
    } as unknown as Extract<Command, { type: 'add_card' }>
    const { title, text } = cleanCommand(add)
    assert.deepEqual([title, text], ['شلوم b', 'a\u200f\nb'])
    const edit = { type: 'edit_text', card: 1, base: 'a\u200e\nb', text: '' } as const
    assert.equal(cleanCommand(edit).base, 'a\u200e\nb')
  })
})
