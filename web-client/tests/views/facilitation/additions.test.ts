import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addedBy, nobodys, whoAdded } from '../../../src/views/facilitation/additions'
import { aCard } from '../../support/session'

const cards = [
  aCard(1, { author: 8, made_at: 10 }),
  aCard(2, { author: 8, made_at: 20 }),
  aCard(3, { author: 9, made_at: 20 }),
  aCard(4, { author: 0, anonymous: true, made_at: 20 }),
  aCard(5, { author: 9, audience: 'person', holder: 9, made_at: 20 }),
  aCard(6, { author: 9, audience: 'animators', dropped_at: 5, made_at: 20 }),
  aCard(7, { author: 0, made_at: 20 }),
]

test('who added is told by what they signed, most first', () => {
  assert.deepEqual(whoAdded(cards), [8, 9])
})

test('what goes is counted: what is signed by them, or what is unsigned, and not what a template gave', () => {
  assert.equal(addedBy(cards, 8, 0), 2)
  assert.equal(addedBy(cards, 8, 15), 1)
  assert.equal(addedBy(cards, 9, 0), 1)
  assert.equal(addedBy(cards, nobodys, 0), 1)
})
