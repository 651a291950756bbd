// The tables travel as text: unpacked, they must say what the schema says.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import {
  commands,
  type Field,
  lists,
  records,
  toClient,
  toServer,
} from '../../../protocol/generated/protocol'

declare const REPOSITORY: string

interface Written {
  number: number
  kind?: string
  of?: string
  from?: string
  max?: number
  min?: number
  max_value?: number
  lines?: boolean
  optional?: boolean
}
interface Owner {
  number: number
  fields: Record<string, Written>
  effect?: Record<string, string>
}
interface Family {
  records?: Record<string, Owner>
  commands?: Record<string, Owner>
}

const folder = join(REPOSITORY, 'protocol/schema')
const families: Family[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
const written = {
  records: Object.assign({}, ...families.map((family) => family.records)) as Record<string, Owner>,
  commands: Object.assign({}, ...families.map((family) => family.commands)) as Record<string, Owner>,
}

/** The field as it should be unpacked. */
function expected(name: string, field: Written): Field {
  const [type = '', like = ''] = field.from?.split('.') ?? []
  const source = { ...written.records[type]?.fields[like], ...field }
  const wanted: Partial<Field> = { name, number: field.number, kind: source.kind as Field['kind'] }
  if (source.kind === 'choice') wanted.of = source.of as string
  if (source.kind === 'text' || source.kind === 'ids') wanted.max = source.max as number
  if (source.kind === 'integer' && source.min !== undefined) {
    wanted.min = source.min
    wanted.max = source.max_value as number
  }
  if (source.lines) wanted.lines = true
  if (field.optional) wanted.optional = true
  return wanted as Field
}

const fieldsOf = ({ fields }: Owner) => Object.entries(fields).map(([name, field]) => expected(name, field))

describe('tables', () => {
  test('records are those of the schema, field by field', () => {
    assert.deepEqual(Object.keys(records).sort(), Object.keys(written.records).sort())
    for (const [name, owner] of Object.entries(written.records)) {
      const { number, fields } = records[name as keyof typeof records]
      assert.equal(number, owner.number, name)
      for (const [place, field] of fieldsOf(owner).entries()) {
        // A record's optional is the wire's concern, not the schema's.
        const { optional: _unpacked, ...unpacked } = fields[place] as Field
        const { optional: _wanted, ...wanted } = field
        assert.deepEqual(unpacked, wanted, `${name}.${field.name}`)
      }
      assert.equal(fields.length, Object.keys(owner.fields).length, name)
    }
  })

  test('commands are those of the schema, field by field, with what they plainly do', () => {
    assert.deepEqual(Object.keys(commands).sort(), Object.keys(written.commands).sort())
    for (const [name, owner] of Object.entries(written.commands)) {
      const { number, fields, effect } = commands[name as keyof typeof commands]
      assert.equal(number, owner.number, name)
      assert.deepEqual(fields, fieldsOf(owner), name)
      const said = Object.entries(owner.effect ?? {}).find(([key]) => key === effect?.operation)
      assert.equal(effect?.record, said?.[1], name)
      assert.equal(effect !== undefined, owner.effect !== undefined, name)
      assert.equal(effect?.actor, owner.effect?.actor, name)
      assert.equal(effect?.time, owner.effect?.time, name)
    }
  })

  test('a command says of which record’s field its own is', () => {
    assert.deepEqual(commands.add_link.effect, {
      operation: 'put',
      record: 'link',
      id: 'link',
      map: { board: 'board', from: 'from', to: 'to', label: 'label', link_type: 'link_type' },
    })
    assert.deepEqual(commands.drop_link.effect?.map, {})
    assert.equal(commands.merge_cards.effect, undefined)
  })

  test('messages have numbers, and those without fields have none', () => {
    assert.deepEqual(toServer.ping.fields, [])
    assert.equal(toServer.hello.number, 1)
    assert.equal(toClient.welcome.number, 32)
    assert.equal(toClient.snapshot.fields.find(({ name }) => name === 'changes')?.kind, 'changes')
    assert.equal(toClient.hints.fields[0]?.of, 'hinted')
    assert.ok(
      lists.hinted?.some(({ name, kind, min }) => name === 'x' && kind === 'integer' && min !== undefined),
    )
  })
})
