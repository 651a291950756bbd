import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Allotment, Card, Person, Priority } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import { pointsLeft, pointsOf, ranking } from '../../../src/views/facilitate/points'
import { isShown, lingers, timeLeft } from '../../../src/views/facilitate/timer'
import { following, inOrder, moved, renumber } from '../../../src/views/facilitate/turns'
import { aCard } from '../../support/session'

const priority = (fields: Partial<Priority> = {}): Priority => ({
  ...(zeros('priority') as unknown as Priority),
  id: 1,
  points: 5,
  ...fields,
})
const allotment = (person: number, card: number, points: number): Allotment => ({
  ...(zeros('allotment') as unknown as Allotment),
  audience: 'person',
  id: person * 100 + card,
  priority: 1,
  person,
  card,
  points,
})
const people: Record<number, Person> = Object.fromEntries(
  [
    [1, 'Annecy'],
    [2, 'ANNECY '],
    [3, 'Vimy'],
    [4, ''],
    [5, ''],
  ].map(([id, territory]) => [
    id,
    { ...(zeros('person') as unknown as Person), role: 'participant', id, territory } as Person,
  ]),
)
const personOf = (id: number) => people[id]

describe('points', () => {
  test('each person has a budget', () => {
    const given = [allotment(1, 10, 3), allotment(2, 10, 5), allotment(1, 11, 1)]
    assert.equal(pointsLeft(priority(), given, 1, personOf), 1)
    assert.equal(pointsLeft(priority(), given, 3, personOf), 5)
    assert.equal(pointsOf(1, given, 10, 1), 3)
    assert.equal(pointsOf(1, given, 12, 1), 0)
  })

  test('a delegation shares one, however its territory is written; nobody from nowhere does', () => {
    const shared = priority({ by_delegation: true })
    const given = [allotment(1, 10, 3), allotment(4, 10, 5)]
    assert.equal(pointsLeft(shared, given, 2, personOf), 2)
    assert.equal(pointsLeft(shared, given, 5, personOf), 5)
  })

  test('cards with points stand most first, and equals share a rank', () => {
    const cards = [aCard(10), aCard(11), aCard(12), aCard(13)]
    const given = [allotment(1, 11, 2), allotment(2, 10, 2), allotment(3, 12, 4)]
    assert.deepEqual(
      ranking(1, given, cards).map(({ card, points, rank }) => [card.id, points, rank]),
      [
        [12, 4, 1],
        [10, 2, 2],
        [11, 2, 2],
      ],
    )
  })
})

describe('the order of presentation', () => {
  const cards: Card[] = [aCard(1, { place: 2 }), aCard(2, { place: 1 }), aCard(3), aCard(4, { place: 5 })]

  test('cards with a place stand by it', () => {
    assert.deepEqual(
      inOrder(cards).map(({ id }) => id),
      [2, 1, 4],
    )
  })

  test('moving a card renumbers only what changes', () => {
    const next = moved(inOrder(cards), 1, -1)
    assert.deepEqual(renumber(next), [
      { type: 'edit_card', card: 1, place: 1 },
      { type: 'edit_card', card: 2, place: 2 },
      { type: 'edit_card', card: 4, place: 3 },
    ])
    assert.deepEqual(moved(inOrder(cards), 2, -1), inOrder(cards))
  })

  test('one goes from card to card, and begins at an end', () => {
    const ordered = inOrder(cards)
    assert.equal(following(ordered, 1, 1)?.id, 4)
    assert.equal(following(ordered, 4, 1), undefined)
    assert.equal(following(ordered, 0, 1)?.id, 2)
    assert.equal(following(ordered, 0, -1)?.id, 4)
  })
})

test('a timer counts whole seconds, says zero at its end and lingers a while', () => {
  assert.equal(timeLeft(100_000, 0), '1:40')
  assert.equal(timeLeft(100_000, 99_001), '0:01')
  assert.equal(timeLeft(100_000, 200_000), '0:00')
  assert.equal(isShown(0, 0), false)
  assert.equal(isShown(100_000, 100_000 + lingers - 1), true)
  assert.equal(isShown(100_000, 100_000 + lingers), false)
})
