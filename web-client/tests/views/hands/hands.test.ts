// What is read out by itself: what others did in sums, how a board is conducted at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Card } from '../../../../protocol/generated/protocol'
import { type Conducted, factsBetween } from '../../../src/views/hands/conducted'
import { Doings } from '../../../src/views/hands/doings'
import { Summing, together } from '../../../src/views/hands/summing'
import { aCard } from '../../support/session'

const one = aCard(1, { title: 'Cantine' })
const two = aCard(2, { title: 'Bocage' })

function told(...steps: [Card | undefined, Card | undefined][]) {
  const doings = new Doings()
  for (const [before, after] of steps) doings.card(before, after)
  const sum = doings.take()
  return (
    sum && { added: sum.added, changed: sum.changed, moved: sum.moved, gone: sum.gone, only: sum.only?.id }
  )
}

test('each card is told once, by what is left of it', () => {
  const none = { added: 0, changed: 0, moved: 0, gone: 0, only: undefined }
  assert.deepEqual(told([undefined, one], [one, { ...one, title: 'Cantines' }], [undefined, two]), {
    ...none,
    added: 2,
  })
  assert.deepEqual(told([one, { ...one, x: 900 }]), { ...none, moved: 1, only: 1 })
  assert.deepEqual(told([one, { ...one, title: 'Cantines' }], [one, { ...one, x: 900 }]), {
    ...none,
    changed: 1,
    only: 1,
  })
  assert.deepEqual(told([one, undefined], [two, undefined]), { ...none, gone: 2 })
})

test('what came and went, and what is only larger, is nothing', () => {
  assert.equal(told([undefined, one], [one, undefined]), undefined)
  assert.equal(told([one, { ...one, width: 900 }]), undefined)
  assert.equal(told([one, one]), undefined)
})

test('what was told is not told again', () => {
  const doings = new Doings()
  doings.card(undefined, one)
  doings.link(1)
  assert.equal(doings.take()?.links, 1)
  assert.equal(doings.take(), undefined)
})

/** A clock that stands until it is moved. */
class Hand {
  time = 0
  private waiting: { at: number; run: () => void }[] = []
  now = () => this.time
  after = (ms: number, run: () => void) => {
    const one = { at: this.time + ms, run }
    this.waiting.push(one)
    return () => {
      this.waiting = this.waiting.filter((other) => other !== one)
    }
  }
  pass(ms: number): void {
    const end = this.time + ms
    for (;;) {
      const [next] = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.waiting = this.waiting.filter((other) => other !== next)
      this.time = next.at
      next.run()
    }
    this.time = end
  }
}

test('forty people who write for a minute are told of four or five times, fifteen seconds apart', () => {
  const clock = new Hand()
  const at: number[] = []
  const summing = new Summing(
    clock,
    () => 15_000,
    () => at.push(clock.time),
  )
  for (let second = 0; second < 60; second++) {
    summing.touch()
    clock.pass(1_000)
  }
  assert.deepEqual(at, [together, together + 15_000, together + 30_000, together + 45_000])
})

test('who does not want to hear of it does not', () => {
  const clock = new Hand()
  let count = 0
  const summing = new Summing(
    clock,
    () => 0,
    () => count++,
  )
  summing.touch()
  clock.pass(100_000)
  assert.equal(count, 0)
})

const still: Conducted = {
  board: { veiled: false, controlled: false, locked: false, timer_end: 0, timer_left: 0 },
  lead: undefined,
  priorities: [],
}
const board = (fields: Partial<Conducted['board']>): Conducted => ({
  ...still,
  board: { ...still.board, ...fields },
})
const asked = { id: 4, title: 'Lesquelles ?', points: 5, closed: false, shown: false }
const lead = { at: 1, card: 0, held: false, person: 7 }

test('how a board is conducted is said as it changes', () => {
  const whats = (before: Conducted, after: Conducted) => factsBetween(before, after).map(({ what }) => what)
  assert.deepEqual(whats(still, still), [])
  assert.deepEqual(whats(board({ veiled: true }), still), ['revealed'])
  assert.deepEqual(whats(still, board({ veiled: true, locked: true })), ['veiled', 'locked'])
  assert.deepEqual(whats(still, board({ timer_end: 9 })), ['timer'])
  assert.deepEqual(whats(board({ timer_end: 9 }), still), ['timerStopped'])
  assert.deepEqual(whats(board({ timer_end: 9 }), board({ timer_left: 4 })), ['timerPaused'])
  assert.deepEqual(whats(board({ timer_left: 4 }), board({ timer_end: 9 })), ['timer'])
  assert.deepEqual(whats(board({ timer_left: 4 }), still), ['timerStopped'])
  assert.deepEqual(whats(still, { ...still, lead }), ['led'])
  assert.deepEqual(whats({ ...still, lead }, { ...still, lead: { ...lead, at: 2 } }), ['led'])
  assert.deepEqual(whats({ ...still, lead }, still), ['released'])
  assert.deepEqual(whats(still, { ...still, lead: { ...lead, card: 3 } }), ['spotlight'])
  assert.deepEqual(whats({ ...still, lead: { ...lead, card: 3 } }, still), ['spotlightOver'])
  assert.deepEqual(whats(still, { ...still, priorities: [asked] }), ['pointsOpen'])
  const closed = { ...still, priorities: [{ ...asked, closed: true }] }
  assert.deepEqual(whats({ ...still, priorities: [asked] }, closed), ['pointsClosed'])
  const shown = { ...still, priorities: [{ ...asked, closed: true, shown: true }] }
  assert.deepEqual(whats(closed, shown), ['pointsShown'])
})
