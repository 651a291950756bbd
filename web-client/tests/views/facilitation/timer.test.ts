import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clockText, lingers, timerOf } from '../../../src/views/facilitation/timer'
import {
  longest,
  paused,
  prolonged,
  readDuration,
  resumed,
  started,
  stopped,
} from '../../../src/views/facilitation/timing'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

describe('what somebody types as a duration', () => {
  const meant: [string, number][] = [
    ['5', 5 * minute],
    ['90', 90 * minute],
    ['1:30', 90 * second],
    ['0:45', 45 * second],
    ['1:30:00', 90 * minute],
    ['1h30', 90 * minute],
    ['1 h 30', 90 * minute],
    ['2h', 2 * hour],
    ['1,5 h', 90 * minute],
    ['7 min', 7 * minute],
    ['7 mn', 7 * minute],
    ['2 min 30 s', 150 * second],
    ['45 s', 45 * second],
    ['45s', 45 * second],
    ['１０', 10 * minute],
    ['99:59:59', longest],
  ]
  for (const [text, ms] of meant) test(`${text} is understood`, () => assert.equal(readDuration(text), ms))
  for (const text of ['', '0', '0:00', 'cinq', '5:60', '1:2', '-5', '100:00:00', '12345', ':', '5:', 'h'])
    test(`« ${text} » is none`, () => assert.equal(readDuration(text), undefined))
})

test('a timer counts whole seconds, and hours when there are some', () => {
  assert.equal(clockText(100_000), '1:40')
  assert.equal(clockText(999), '0:01')
  assert.equal(clockText(0), '0:00')
  assert.equal(clockText(hour), '1:00:00')
  assert.equal(clockText(hour + 4 * minute + 5 * second), '1:04:05')
})

describe('C43: a timer', () => {
  test('C43: it is over for a while, then gone', () => {
    const board = started(0, minute)
    assert.deepEqual(timerOf(board, 10 * second), { state: 'running', left: 50 * second })
    assert.deepEqual(timerOf(board, minute), { state: 'over', left: 0 })
    assert.equal(timerOf(board, minute + lingers - 1).state, 'over')
    assert.equal(timerOf(board, minute + lingers).state, 'none')
    assert.equal(timerOf(stopped, 0).state, 'none')
  })

  test('goes on after a pause with what was left', () => {
    const held = paused(started(0, minute), 20 * second)
    assert.deepEqual(timerOf(held, hour), { state: 'paused', left: 40 * second })
    assert.deepEqual(timerOf(resumed(held, hour), hour), { state: 'running', left: 40 * second })
  })

  test('gets more time, running, paused or over', () => {
    const running = prolonged(started(0, minute), 20 * second, 5 * minute)
    assert.equal(timerOf(running, 20 * second).left, 5 * minute + 40 * second)
    const held = prolonged(paused(started(0, minute), 20 * second), 0, 5 * minute)
    assert.deepEqual(timerOf(held, 0), { state: 'paused', left: 5 * minute + 40 * second })
    const over = prolonged(started(0, minute), 2 * minute, 5 * minute)
    assert.deepEqual(timerOf(over, 2 * minute), { state: 'running', left: 5 * minute })
    assert.equal(timerOf(prolonged(started(0, longest), 0, hour), 0).left, longest)
  })
})
