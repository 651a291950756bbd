import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Session } from '../../../src/sync/session'
import { isSamePlace, type Place, readPlace, writePlace } from '../../../src/views/parts/place'
import { lookAt, placeAmong, placesOf } from '../../../src/views/places/kinds'
import { followLead } from '../../../src/views/places/led'
import { LoneSession, put } from '../../support/session'

const board = (id: number): Place => ({ kind: 'board', id })
const aBoard = (id: number, title: string) =>
  put('board', {
    id,
    title,
    locked: id === 2,
    instructions: '',
    controlled: false,
    veiled: false,
    timer_end: 0,
    scene: 'plain',
    timer_left: 0,
    timer_rings: false,
  })
const inWorkshop = (session: LoneSession) => session as unknown as Session

describe('places', () => {
  test('what a browser keeps of a place is read again, and nothing else is taken for one', () => {
    assert.deepEqual(readPlace(writePlace(board(12))), board(12))
    for (const text of [null, '', '12', 'board', 'board 0', 'board x', 'cellar 12'])
      assert.equal(readPlace(text), undefined, String(text))
  })

  test('a place is the same when kind and id are', () => {
    assert.ok(isSamePlace(board(1), { ...board(1) }))
    assert.ok(!isSamePlace(board(1), board(2)))
    assert.ok(!isSamePlace(undefined, board(1)))
  })

  test('boards are places, in the order of a template', () => {
    const session = new LoneSession([aBoard(2, 'Deux'), aBoard(1, 'Un')])
    assert.deepEqual(placesOf(inWorkshop(session)), [
      { kind: 'board', id: 1, title: 'Un', locked: false },
      { kind: 'board', id: 2, title: 'Deux', locked: true },
    ])
  })

  test('one is where one chose to be, and at the first when that is gone', () => {
    const all = placesOf(inWorkshop(new LoneSession([aBoard(1, 'Un'), aBoard(2, 'Deux')])))
    assert.equal(placeAmong(all, board(2))?.title, 'Deux')
    assert.equal(placeAmong(all, board(3))?.title, 'Un')
    assert.equal(placeAmong([], board(3)), undefined)
  })

  test('a place is looked at as one likes, where it can be', () => {
    assert.equal(lookAt(board(1), 'list').name, 'list')
    assert.equal(lookAt(board(1), 'rundown' as 'list').name, 'board')
  })

  test('a lead names a board on the wire and leads to a place, each lead once', () => {
    const lead = (id: number, at: number, person = 8) =>
      put('lead', { id, board: id, at, person, card: 0, x: 0, y: 0, width: 9, height: 9, held: false })
    const session = new LoneSession([aBoard(1, 'Un'), aBoard(2, 'Deux')])
    const went: Place[] = []
    const stop = followLead(inWorkshop(session), (place) => went.push(place))
    session.others(lead(2, 100))
    session.others(aBoard(3, 'Trois'))
    session.others(lead(1, 200))
    session.others(lead(2, 300, session.me.peek().person))
    assert.deepEqual(went, [board(2), board(1)])
    stop()
    session.others(lead(3, 400))
    assert.equal(went.length, 2)
  })
})
