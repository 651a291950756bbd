import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../../../../protocol/generated/protocol'
import { cameSince, entriesIn } from '../../../src/views/access/places'

test('a number of entries is read as it is typed, and nothing is as many as come', () => {
  assert.equal(entriesIn(' 120 '), 120)
  assert.equal(entriesIn('1 200'), 1200)
  assert.equal(entriesIn('１２'), 12)
  assert.equal(entriesIn(''), 0)
  for (const wrong of ['beaucoup', '-3', '2001', '1,5', '99999'])
    assert.equal(entriesIn(wrong), undefined, wrong)
})

test('who came in since is counted without oneself', () => {
  const people = [10, 20, 30].map((joined_at) => ({ id: joined_at, joined_at }) as Person)
  assert.equal(cameSince(people, 20, 30), 1)
  assert.equal(cameSince(people, 0, 1), 3)
})
