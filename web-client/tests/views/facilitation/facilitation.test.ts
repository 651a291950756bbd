import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Allotment, Card, Person, Priority } from '../../../../protocol/generated/protocol'
import { zeros } from '../../../src/sync/codec'
import { bringBack } from '../../../src/views/facilitation/bringback'
import { massDeletions, nobody } from '../../../src/views/facilitation/burst'
import { following, inOrder, moved, renumber } from '../../../src/views/facilitation/turns'
import { countShown } from '../../../src/views/parts/totals'
import { givenBy, pointsLeft, ranking } from '../../../src/views/priorities/points'
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
    assert.equal(givenBy(1, given, 10, 1)?.points, 3)
    assert.equal(givenBy(1, given, 12, 1), undefined)
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

describe('totals', () => {
  const given = [allotment(1, 10, 3), allotment(2, 10, 2), allotment(1, 11, 1)]

  test('are hidden until the newest prioritisation of the board is shown', () => {
    assert.equal(countShown([priority()], given).size, 0)
    const shown = countShown([priority({ shown: true })], given)
    assert.deepEqual(
      [...shown],
      [
        [10, 5],
        [11, 1],
      ],
    )
    const newer = priority({ id: 2, made_at: 5 })
    assert.equal(countShown([priority({ shown: true }), newer], given).size, 0)
  })

  test('of one board do not hide those of another', () => {
    const other = priority({ id: 2, made_at: 5, board: 9 })
    assert.equal(countShown([priority({ shown: true }), other], given).get(10), 5)
  })
})

describe('mass deletions', () => {
  const gone = (dropped_by: number, seconds: number): Card => ({
    ...aCard(1),
    id: dropped_by * 1000 + seconds,
    dropped_by,
    dropped_at: 1_000_000 + seconds * 1000,
  })
  const now = 1_200_000
  const quick = [0, 1, 2, 3, 4, 5].map((second) => gone(1, second))

  test('are more than five cards by one person within a minute', () => {
    assert.deepEqual(massDeletions(quick.slice(1), now), [])
    assert.deepEqual(massDeletions(quick, now), [{ person: 1, since: 1_000_000, until: 1_005_000, count: 6 }])
    const slow = [0, 20, 40, 60, 80, 100].map((second) => gone(1, second))
    assert.deepEqual(massDeletions(slow, now), [])
    const together = quick.map((card, index) => ({ ...card, dropped_by: 1 + (index % 2) }))
    assert.deepEqual(massDeletions(together, now), [])
  })

  test('leave what was taken off well before, and count what followed', () => {
    const [one] = massDeletions([gone(1, -300), ...quick, gone(1, 100)], now)
    assert.deepEqual(one, { person: 1, since: 1_000_000, until: 1_005_000, count: 7 })
  })

  test('that go on are one; a later one is told of apart', () => {
    const long = [...quick, ...[10, 40, 60].map((second) => gone(1, second))]
    assert.equal(massDeletions(long, now)[0]?.until, 1_060_000)
    const later = quick.map((card) => ({ ...card, id: card.id + 500, dropped_at: card.dropped_at + 180_000 }))
    assert.equal(massDeletions([...quick, ...later], now)[0]?.since, 1_180_000)
  })

  test('of unsigned cards are nobody’s, whoever says they took them off', () => {
    const unsigned = quick.map((card) => ({ ...card, anonymous: true, dropped_by: 0 }))
    assert.equal(massDeletions(unsigned, now)[0]?.person, nobody)
    assert.deepEqual(massDeletions([...quick.slice(3), ...unsigned.slice(3)], now), [])
  })

  test('are forgotten after a quarter of an hour', () => {
    assert.deepEqual(massDeletions(quick, now + 15 * 60_000), [])
  })
})

describe('bringing back from the bin', () => {
  const bin = [
    aCard(1, { dropped_by: 7, dropped_at: 20 }),
    aCard(2, { dropped_at: 30 }),
    aCard(3, { dropped_at: 10 }),
  ]

  test("everybody's is one command", () => {
    assert.deepEqual(bringBack(bin, 15), [{ type: 'restore_cards', since: 15 }])
  })

  test("one person's is one, too", () => {
    assert.deepEqual(bringBack(bin, 15, 7), [{ type: 'restore_cards', person: 7, since: 15 }])
  })

  test('what went without a name comes back without that of others', () => {
    assert.deepEqual(bringBack(bin, 15, 0), [{ type: 'restore_card', card: 2 }])
  })

  test('what was unsigned comes back without that of people with no name', () => {
    const unsigned = { ...aCard(9), anonymous: true, dropped_at: 20 }
    assert.deepEqual(bringBack([...bin, unsigned], 15, nobody), [{ type: 'restore_card', card: 9 }])
    assert.deepEqual(bringBack([...bin, unsigned], 15, 0), [{ type: 'restore_card', card: 2 }])
  })
})
