import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed, draftOf, isBlank, tidy } from '../../../src/views/cards/draft'
import {
  byZone,
  cardSize,
  inReadingOrder,
  placeIn,
  placeOutside,
  zoneOf,
} from '../../../src/views/cards/zones'
import { sorted } from '../../../src/views/list/sort'
import { overlaps } from '../../../src/views/parts/geometry'
import { matches } from '../../../src/views/parts/search'
import { clipped, limitOf, oneLine } from '../../../src/views/parts/text'
import { aCard, aZone } from '../../support/session'

test('a card is in the zone its middle lies in, the smallest when they nest', () => {
  const outer = aZone(1, { width: 2000, height: 2000 })
  const inner = aZone(2, { x: 100, y: 100, width: 400, height: 400 })
  assert.equal(zoneOf(aCard(10, { x: 120, y: 120 }), [outer, inner]), inner)
  assert.equal(zoneOf(aCard(10, { x: 390, y: 120 }), [outer, inner]), outer)
  assert.equal(zoneOf(aCard(10, { x: -300, y: 0 }), [outer, inner]), undefined)
})

test('a card sent to a zone lies in it and on no other card', () => {
  const zone = aZone(1, { x: -700, y: 300, width: 900, height: 700 })
  const cards: ReturnType<typeof aCard>[] = []
  for (let n = 0; n < 9; n++) {
    const card = aCard(n, placeIn(zone, cards))
    assert.ok(cards.every((other) => !overlaps(other, card)))
    cards.push(card)
  }
  assert.ok(cards.every((card) => zoneOf(card, [zone]) === zone))
})

test('a full zone still takes a card', () => {
  const zone = aZone(1, { width: 300, height: 300 })
  const cards: ReturnType<typeof aCard>[] = []
  for (let n = 0; n < 12; n++) cards.push(aCard(n, placeIn(zone, cards)))
  assert.ok(cards.every((card) => zoneOf(card, [zone]) === zone))
})

test('a card taken out of all zones lies in none', () => {
  const zones = [aZone(1), aZone(2, { x: 1100, height: 1500 })]
  const place = placeOutside(zones, [])
  assert.equal(zoneOf({ ...place, ...cardSize }, zones), undefined)
})

test('cards are grouped by the zones in their order, those of none last', () => {
  const zones = [aZone(1), aZone(2, { x: 2000 })]
  const groups = byZone([aCard(10, { x: 2100 }), aCard(11, { y: 5000 }), aCard(12)], zones)
  assert.deepEqual(
    groups.map(({ zone, cards }) => [zone?.id, cards.map(({ id }) => id)]),
    [
      [1, [12]],
      [2, [10]],
      [undefined, [11]],
    ],
  )
})

test('reading order goes row by row, though rows are laid by hand', () => {
  const cards = [
    aCard(1, { x: 600, y: 0 }),
    aCard(2, { x: 0, y: 30 }),
    aCard(3, { x: 0, y: 300 }),
    aCard(4, { x: 300, y: 20 }),
  ]
  assert.deepEqual(
    inReadingOrder(cards).map(({ id }) => id),
    [2, 4, 1, 3],
  )
})

test('cards that two people laid in the same place are read in the same order by everybody', () => {
  const here = [aCard(7, { x: 10, y: 10 }), aCard(3, { x: 10, y: 10 }), aCard(5, { x: 10, y: 12 })]
  const order = (cards: typeof here) => inReadingOrder(cards).map(({ id }) => id)
  assert.deepEqual(order(here), [3, 7, 5])
  assert.deepEqual(order([...here].reverse()), [3, 7, 5])
})

test('the list sorts by title as people do, those without words last', () => {
  const cards = [
    aCard(1, { title: '' }),
    aCard(2, { title: 'zèle' }),
    aCard(3, { title: 'Écoute' }),
    aCard(4, { title: 'fiche 10' }),
    aCard(5, { title: 'fiche 9' }),
  ]
  assert.deepEqual(
    sorted(cards, 'title', () => '').map(({ id }) => id),
    [3, 5, 4, 2, 1],
  )
})

test('the list sorts by time and by author', () => {
  const cards = [aCard(1, { author: 2, made_at: 5 }), aCard(2, { author: 1, made_at: 9 })]
  assert.deepEqual(
    sorted(cards, 'newest', () => '').map(({ id }) => id),
    [2, 1],
  )
  assert.deepEqual(
    sorted(cards, 'author', ({ author }) => (author === 1 ? 'Zoé' : 'Awa')).map(({ id }) => id),
    [1, 2],
  )
})

test('a search minds neither accents nor case nor the order of words', () => {
  const card = { title: 'Réhabiliter les écoles', text: 'avec les habitants' }
  assert.ok(matches(card, 'ECOLE réhab'))
  assert.ok(matches(card, 'habitants ecoles'))
  assert.ok(!matches(card, 'ecole forêt'))
  assert.ok(matches(card, '  '))
})

test('only the fields that were written are sent', () => {
  const begun = draftOf({ title: 'a', text: 'b' })
  assert.deepEqual(changed(begun, { title: 'a', text: 'b' }), {})
  assert.deepEqual(changed(begun, { title: 'a ', text: 'c' }), { text: 'c' })
  assert.deepEqual(changed(begun, { title: '', text: 'b' }), { title: '' })
})

test('a title is one line within its bytes, and no character is cut in two', () => {
  assert.equal(oneLine(' deux\n lignes '), 'deux lignes')
  assert.equal(clipped('é'.repeat(10), 5), 'éé')
  assert.equal(clipped('a🏝🏝', 6), 'a🏝')
  const { title } = tidy({ title: '🏝'.repeat(200), text: '' })
  assert.equal(new TextEncoder().encode(title).length, limitOf('edit_card', 'title'))
})

test('what the protocol forbids in text is taken out before it is sent', () => {
  assert.equal(tidy({ title: '', text: 'a\r\nb\u0000\tc\u0007' }).text, 'a\nb  c')
  assert.ok(isBlank({ title: ' ', text: '\n' }))
})
