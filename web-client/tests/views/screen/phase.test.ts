import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Board, Lead, Priority } from '../../../../protocol/generated/protocol'
import { type Doing, whatIsShown } from '../../../src/views/screen/phase'

const now = 1_000_000
const board = (more: Partial<Board> = {}) =>
  ({ id: 5, title: 'Planche', veiled: false, timer_end: 0, timer_left: 0, ...more }) as Board
const lead = (more: Partial<Lead> = {}) => ({ id: 5, board: 5, card: 0, at: 10, ...more }) as Lead
const priority = (more: Partial<Priority> = {}) =>
  ({ id: 9, board: 5, title: 'Quoi ?', closed: false, shown: false, made_at: 20, ...more }) as Priority

function shown(more: Partial<Doing> = {}) {
  return whatIsShown({
    chosen: 'auto',
    boards: [board()],
    leads: [],
    priorities: [],
    doorIsOpen: false,
    hasPeople: true,
    now,
    ...more,
  }).phase
}

test('a wall shows how to come in while the door is open, or before anybody is there', () => {
  assert.equal(shown({ hasPeople: false }), 'joining')
  assert.equal(shown({ doorIsOpen: true }), 'joining')
  assert.equal(shown(), 'board')
})

test('a veil, or a timer that runs, stands or has just ended, is writing', () => {
  for (const one of [
    board({ veiled: true }),
    board({ timer_end: now + 1 }),
    board({ timer_left: 1 }),
    board({ timer_end: now - 59_000 }),
  ])
    assert.equal(shown({ boards: [one], doorIsOpen: true }), 'writing')
  assert.equal(shown({ boards: [board({ timer_end: now - 61_000 })] }), 'board')
})

test('points open are a vote, with its timer; points shown are a result until everybody is brought elsewhere', () => {
  assert.equal(shown({ boards: [board({ veiled: true })], priorities: [priority()] }), 'voting')
  assert.equal(shown({ priorities: [priority({ closed: true })] }), 'board')
  const result = [priority({ closed: true, shown: true })]
  assert.equal(shown({ priorities: result, doorIsOpen: true }), 'result')
  assert.equal(shown({ priorities: result, leads: [lead({ at: 10 })] }), 'result')
  assert.equal(shown({ priorities: result, leads: [lead({ at: 30 })] }), 'board')
})

test('a card in the light is over all else that follows by itself', () => {
  assert.equal(shown({ leads: [lead({ card: 7 })], priorities: [priority()] }), 'presenting')
})

test('who is brought to a view sees it, with the door open too', () => {
  assert.equal(shown({ leads: [lead()], doorIsOpen: true }), 'board')
})

test('what an animator has chosen is shown whatever goes on', () => {
  const all = { leads: [lead({ card: 7 })], priorities: [priority()] }
  for (const chosen of ['joining', 'writing', 'voting', 'result', 'message', 'board'] as const)
    assert.equal(shown({ ...all, chosen }), chosen)
})
