import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { effect } from '@preact/signals'
import type { Change, Records, RecordType, TextChange } from '../../../protocol/generated/protocol'
import { Hole, Replica } from '../../src/sync/replica'
import type { Touched } from '../../src/sync/workshop'

const board = (id: number, title: string): Change => ({
  operation: 'put',
  type: 'board',
  id,
  fields: {
    title,
    locked: false,
    instructions: '',
    controlled: false,
    veiled: false,
    timer_end: 0,
    scene: '',
    timer_left: 0,
    timer_rings: false,
  },
})
const retitle = (id: number, title: string): Change => ({
  operation: 'patch',
  type: 'board',
  id,
  fields: { title },
})
const drop = (id: number): Change => ({ operation: 'drop', type: 'board', id })

const edit = (id: number, change: TextChange): Change => ({
  operation: 'edit',
  type: 'board',
  id,
  fields: { title: change },
})
const at = (seq: number) => ({ seq, mark: 1000 + seq })

function replicaWith(...changes: Change[]): Replica {
  const replica = new Replica((_type, _id, confirmed) => confirmed)
  replica.expectSnapshot(1)
  replica.snapshotPart(at(10), true, changes)
  replica.flush()
  return replica
}

describe('replica', () => {
  test('a snapshot shows nothing before its last part is here', () => {
    const replica = new Replica((_type, _id, confirmed) => confirmed)
    replica.expectSnapshot(3)
    replica.snapshotPart(at(7), false, [board(1, 'a')])
    replica.flush()
    assert.equal(replica.record('board', 1).value, undefined)
    replica.snapshotPart(at(7), true, [board(2, 'b')])
    replica.flush()
    assert.equal(replica.record('board', 1).value?.title, 'a')
    assert.deepEqual(replica.position, { epoch: 3, ...at(7) })
  })

  test('P9 the door is shown when it is here, and the rest when all is', () => {
    const replica = new Replica((_type, _id, confirmed) => confirmed)
    replica.expectSnapshot(3)
    replica.expectParts(3, 1)
    assert.equal(replica.arrived, 0)
    replica.snapshotPart(at(0), false, [board(1, 'a')])
    replica.flush()
    assert.equal(replica.door, true)
    assert.equal(replica.whole, false)
    assert.equal(replica.record('board', 1).value?.title, 'a')
    replica.snapshotPart(at(0), false, [board(2, 'b')])
    replica.flush()
    assert.equal(replica.record('board', 2).value, undefined)
    assert.equal(replica.arrived, 2 / 3)
    replica.snapshotPart(at(0), false, [board(3, 'c')])
    replica.snapshotPart(at(7), true, [])
    replica.flush()
    assert.deepEqual(
      replica.all('board').value.map(({ title }) => title),
      ['a', 'b', 'c'],
    )
    assert.deepEqual(replica.position, { epoch: 3, ...at(7) })
  })

  test('P9 the door of a later snapshot leaves what is shown alone', () => {
    const replica = replicaWith(board(1, 'a'), board(2, 'b'))
    replica.expectSnapshot(4)
    replica.expectParts(2, 1)
    replica.snapshotPart(at(0), false, [board(1, 'new')])
    replica.flush()
    assert.deepEqual(
      replica.all('board').value.map(({ title }) => title),
      ['a', 'b'],
    )
  })

  test('changes move the position, also when nothing in them is visible', () => {
    const replica = replicaWith(board(1, 'a'))
    replica.changes(10, at(12), [])
    assert.deepEqual(replica.position, { epoch: 1, ...at(12) })
  })

  test('P7: an edit changes the text that is there', () => {
    const replica = replicaWith(board(1, 'Mur 😀'))
    replica.changes(10, at(11), [edit(1, [[0, 'Le '], [1, 'm'], 5]), edit(1, [7, [2]])])
    replica.flush()
    assert.equal(replica.record('board', 1).value?.title, 'Le mur ')
  })

  test('P7: an edit of a text that is not ours asks for everything anew', () => {
    const wrong: TextChange[] = [[2], [4], [[4]], [1, [0, 'x'], 1], [2, [0, 'x'], 1]]
    for (const change of wrong) {
      const replica = replicaWith(board(1, 'M😀'))
      assert.throws(() => replica.changes(10, at(11), [edit(1, change)]), Hole, JSON.stringify(change))
      assert.deepEqual(replica.position, { epoch: 0, seq: 0, mark: 0 })
      assert.equal(replica.whole, false)
      assert.throws(() => replica.changes(10, at(11), []), Hole)
    }
    const replica = replicaWith(board(1, 'M'))
    assert.throws(() => replica.changes(10, at(11), [edit(2, [1])]), Hole)
  })

  test('P2: changes after another position are a hole', () => {
    const replica = replicaWith(board(1, 'a'))
    assert.throws(() => replica.changes(9, at(11), []), Hole)
    assert.throws(() => replica.changes(11, at(12), []), Hole)
    assert.deepEqual(replica.position, { epoch: 1, ...at(10) })
  })

  test('changes before any snapshot are a hole', () => {
    const replica = new Replica((_type, _id, confirmed) => confirmed)
    assert.throws(() => replica.changes(0, at(1), []), Hole)
  })

  test('a new snapshot touches only what differs', () => {
    const replica = replicaWith(board(1, 'a'), board(2, 'b'), board(3, 'c'))
    const touched: Touched[] = []
    replica.subscribe((some) => touched.push(...some))
    replica.expectSnapshot(2)
    replica.snapshotPart(at(4), true, [board(1, 'a'), board(2, 'B'), board(4, 'd')])
    replica.flush()
    assert.deepEqual(touched.map(({ id }) => id).sort(), [2, 3, 4])
  })

  test('a record signal moves once for all the changes of a frame', () => {
    const replica = replicaWith(board(1, 'a'))
    const seen: (string | undefined)[] = []
    effect(() => {
      seen.push(replica.record('board', 1).value?.title)
    })
    replica.changes(10, at(11), [retitle(1, 'b'), retitle(1, 'c')])
    replica.changes(11, at(12), [retitle(1, 'd')])
    replica.flush()
    assert.deepEqual(seen, ['a', 'd'])
  })

  test('a list is the same array until a record of its type changes', () => {
    const replica = replicaWith(board(1, 'a'))
    const boards = replica.all('board')
    const before = boards.value
    replica.changes(10, at(11), [{ operation: 'put', type: 'group', id: 9, fields: { title: 'g' } }])
    replica.flush()
    assert.equal(boards.value, before)
    replica.changes(11, at(12), [drop(1), board(2, 'b')])
    replica.flush()
    assert.deepEqual(
      boards.value.map(({ title }) => title),
      ['b'],
    )
  })

  test('listeners hear once a flush and no more once they stopped', () => {
    const replica = replicaWith()
    let heard = 0
    const stop = replica.subscribe(() => heard++)
    replica.changes(10, at(11), [board(1, 'a'), board(2, 'b')])
    replica.flush()
    replica.flush()
    stop()
    replica.changes(11, at(12), [drop(1)])
    replica.flush()
    assert.equal(heard, 1)
  })

  test('what the fold answers is what is seen', () => {
    const fold = (_type: RecordType, _id: number, confirmed: Records[RecordType] | undefined) =>
      confirmed && ({ ...confirmed, title: 'mine' } as Records['board'])
    const replica = new Replica(fold)
    replica.expectSnapshot(1)
    replica.snapshotPart(at(1), true, [board(1, 'theirs')])
    replica.flush()
    assert.equal(replica.record('board', 1).value?.title, 'mine')
    assert.equal(replica.told('board', 1)?.title, 'theirs')
  })
})
