import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { effect } from '@preact/signals'
import { type Records, type RecordType, references } from '../../../protocol/generated/protocol'
import { zeros } from '../../src/sync/codec'
import { Replica } from '../../src/sync/replica'
import { put } from '../support/session'

function a<T extends RecordType>(type: T, id: number, fields: Partial<Records[T]> = {}) {
  return put(type, { ...(zeros(type) as unknown as Records[T]), id, ...fields })
}

/** A workshop in which somebody has asked for some records to go, and not been answered. */
function given() {
  const asked = new Set<string>()
  const replica = new Replica((type, id, confirmed) => (asked.has(`${type} ${id}`) ? undefined : confirmed))
  replica.expectSnapshot(1)
  replica.snapshotPart({ seq: 1, mark: 0 }, true, [
    a('zone', 5, { board: 1, objective: 31, card_type: 32 }),
    a('board', 1),
    a('board', 2),
    a('card', 10, { board: 1, objectives: [30, 31], card_type: 32 }),
    a('card', 11, { board: 1 }),
    a('card', 12, { board: 2 }),
    a('link', 20, { board: 1, from: 10, to: 11 }),
    a('link', 21, { board: 1, from: 11, to: 11 }),
    a('allotment', 25, { priority: 40, card: 10, points: 1 }),
    a('lead', 1, { board: 1, card: 10 }),
    a('priority', 40, { board: 1 }),
    a('objective', 30),
    a('objective', 31),
    a('card_type', 32),
  ])
  replica.flush()
  const ask = (type: RecordType, id: number, going = true) => {
    if (going) asked.add(`${type} ${id}`)
    else asked.delete(`${type} ${id}`)
    replica.touch(type, id)
    replica.flush()
  }
  const ids = (type: RecordType) =>
    replica
      .all(type)
      .value.map(({ id }) => id)
      .sort((one, other) => one - other)
  return { replica, ask, ids }
}

describe('what hangs on what', () => {
  test('C15 what is asked to go takes along at once what hangs on it, and brings it back', () => {
    const { replica, ask, ids } = given()
    ask('card', 10)
    assert.deepEqual([ids('card'), ids('link'), ids('allotment')], [[11, 12], [21], []])
    assert.equal(replica.record('lead', 1).value?.card, 0)
    ask('card', 10, false)
    assert.deepEqual([ids('card'), ids('link'), ids('allotment')], [[10, 11, 12], [20, 21], [25]])
    assert.equal(replica.record('lead', 1).value?.card, 10)
  })

  test('C15 a whole tree goes and comes back', () => {
    const { ask, ids } = given()
    const all = () => (['board', 'zone', 'card', 'link', 'priority', 'allotment', 'lead'] as const).map(ids)
    const before = all()
    ask('board', 1)
    assert.deepEqual(all(), [[2], [], [12], [], [], [], []])
    ask('card', 10)
    ask('board', 1, false)
    assert.deepEqual([ids('card'), ids('link'), ids('allotment')], [[11, 12], [21], []])
    ask('card', 10, false)
    assert.deepEqual(all(), before)
  })

  test('C15 what stays lets go of the name, alone or in a list', () => {
    const { replica, ask } = given()
    assert.equal(replica.record('zone', 5).value?.objective, 31)
    ask('objective', 31)
    ask('card_type', 32)
    assert.equal(replica.record('zone', 5).value?.objective, 0)
    assert.deepEqual(replica.record('card', 10).value?.objectives, [30])
    assert.equal(replica.record('card', 10).value?.card_type, 0)
    ask('objective', 31, false)
    assert.deepEqual(replica.record('card', 10).value?.objectives, [30, 31])
  })

  test('when the server says it too nothing moves any more', () => {
    const { replica, ask, ids } = given()
    ask('card', 10)
    let seen = -1
    const stop = effect(() => {
      replica.all('allotment').value
      seen++
    })
    replica.changes(1, { seq: 2, mark: 0 }, [
      { operation: 'drop', type: 'card', id: 10 },
      { operation: 'drop', type: 'link', id: 20 },
      { operation: 'patch', type: 'lead', id: 1, fields: { card: 0 } },
    ])
    replica.flush()
    stop()
    assert.deepEqual([ids('card'), ids('link')], [[11, 12], [21]])
    assert.ok(seen <= 1)
  })
})

describe('who asks by a reference', () => {
  test('is told of those records and of no others', () => {
    const { replica, ask } = given()
    const told: number[][] = []
    const stop = effect(() => {
      told.push(replica.where('card', 'board', 1).value.map(({ id }) => id))
    })
    const say = (seq: number, ...changes: Parameters<Replica['changes']>[2]) => {
      replica.changes(seq, { seq: seq + 1, mark: 0 }, changes)
      replica.flush()
    }
    say(1, a('card', 13, { board: 2 }), { operation: 'patch', type: 'card', id: 12, fields: { x: 5 } })
    assert.equal(told.length, 1)
    say(2, { operation: 'patch', type: 'card', id: 11, fields: { x: 5 } })
    assert.equal(replica.where('card', 'board', 1).value.find(({ id }) => id === 11)?.x, 5)
    say(3, a('card', 14, { board: 1 }))
    ask('card', 10)
    stop()
    assert.deepEqual(
      told.map((ids) => ids.length),
      [2, 2, 3, 2],
    )
    assert.deepEqual(
      replica.where('card', 'objectives', 31).value.map(({ id }) => id),
      [],
    )
  })

  /** Ids from 1 to 6, so that records come and go and name each other. */
  test('finds what a walk over all finds, whatever happens', () => {
    const chance = dice(7)
    const id = () => 1 + Math.floor(chance() * 6)
    const types = Object.keys(references) as RecordType[]
    const asked = new Set<string>()
    const replica = new Replica((type, one, told) => (asked.has(`${type} ${one}`) ? undefined : told))
    replica.expectSnapshot(1)
    replica.snapshotPart({ seq: 0, mark: 0 }, true, [])
    const made = (type: RecordType) => {
      const fields = Object.keys(references[type] ?? {}).map((field) => {
        const list = Array.isArray((zeros(type) as Record<string, unknown>)[field])
        return [field, list ? [id(), id()] : chance() < 0.2 ? 0 : id()]
      })
      return a(type, id(), Object.fromEntries(fields))
    }
    for (let seq = 0; seq < 400; seq++) {
      const type = types[Math.floor(chance() * types.length)] as RecordType
      const one = id()
      if (chance() < 0.3) {
        const key = `${type} ${one}`
        if (!asked.delete(key)) asked.add(key)
        replica.touch(type, one)
      }
      const gone = replica.told(type, one) && chance() < 0.3
      replica.changes(seq, { seq: seq + 1, mark: 0 }, [
        gone ? { operation: 'drop', type, id: one } : made(type),
      ])
      replica.flush()
      check(replica, types)
      checkGoing(replica, types, asked)
    }
  })
})

function check(replica: Replica, types: readonly RecordType[]): void {
  for (const type of types)
    for (const field of Object.keys(references[type] ?? {}))
      for (let value = 1; value <= 6; value++) {
        const names = (record: unknown) => {
          const it = (record as Record<string, unknown>)[field]
          return Array.isArray(it) ? it.includes(value) : it === value
        }
        const walked = replica.all(type).value.filter(names)
        const found = replica.where(type, field as 'id', value).value
        assert.deepEqual(new Set(found), new Set(walked), `${type} ${field} ${value}`)
      }
}

/** Shown is just what was told, is not asked to go, and hangs on nothing that is about to go. */
function checkGoing(replica: Replica, types: readonly RecordType[], asked: ReadonlySet<string>): void {
  const goes = (type: RecordType, id: number) =>
    replica.told(type, id) !== undefined && replica.record(type, id).value === undefined
  for (const type of types)
    for (let id = 1; id <= 6; id++) {
      const told = replica.told(type, id) as unknown as Record<string, unknown> | undefined
      const hangs = Object.entries(references[type] ?? {}).some(
        ([field, [of, gone]]) => gone === 'drop' && goes(of, told?.[field] as number),
      )
      const stands = told !== undefined && !asked.has(`${type} ${id}`) && !hangs
      assert.equal(replica.record(type, id).value !== undefined, stands, `${type} ${id}`)
      const cleared = replica.record(type, id).value as unknown as Record<string, unknown> | undefined
      for (const [field, [of]] of Object.entries(references[type] ?? {}))
        for (const one of [cleared?.[field]].flat()) assert.ok(!goes(of, one as number), `${type} ${field}`)
    }
}

/** mulberry32 (Ettinger 2017): the same numbers for the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
