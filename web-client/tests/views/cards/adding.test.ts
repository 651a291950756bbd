// Where a new card goes: into a zone that is in view, or that of the objective it says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CardActions } from '../../../src/views/cards/actions'
import { placeServing } from '../../../src/views/cards/serving'
import { cardSize, placeIn, roomInView, zoneOf } from '../../../src/views/cards/zones'
import { overlaps } from '../../../src/views/parts/geometry'
import { aCard, aZone, boardId, LoneSession } from '../../support/session'

const zones = [
  aZone(1, { objective: 21, x: 0, y: 0, width: 900, height: 600 }),
  aZone(2, { objective: 22, x: 2000, y: 0, width: 900, height: 600 }),
  aZone(3, { x: 0, y: 2000, width: 900, height: 600 }),
]

test('a new card goes into the zone that is in view, where nothing lies', () => {
  const seen = { x: -100, y: -100, width: 1200, height: 800 }
  const cards = [aCard(1, { x: 40, y: 90 })]
  const at = roomInView(seen, zones, cards)
  assert.ok(at)
  assert.equal(zoneOf({ ...at, ...cardSize }, zones)?.id, 1)
  assert.ok(!overlaps({ ...at, ...cardSize }, cards[0] as never))
})

test('one that looks between two zones gets the nearer one', () => {
  const at = roomInView({ x: 400, y: -100, width: 1800, height: 900 }, zones, [])
  assert.equal(at && zoneOf({ ...at, ...cardSize }, zones)?.id, 1)
})

test('of a zone that is seen in part only that part is room', () => {
  const seen = { x: 400, y: 200, width: 400, height: 300 }
  const at = roomInView(seen, zones, [])
  assert.ok(at && at.x >= 400 && at.x + cardSize.width <= 800 && at.y >= 200 && at.y + cardSize.height <= 500)
})

test('where no zone is in view, or none of them has room, it is for others to say', () => {
  assert.equal(roomInView({ x: 9000, y: 0, width: 900, height: 600 }, zones, []), undefined)
  const full = Array.from({ length: 9 }, (_, n) =>
    aCard(n + 1, { x: 40 + (n % 3) * 260, y: 90 + Math.floor(n / 3) * 160 }),
  )
  assert.equal(roomInView({ x: -50, y: -50, width: 1000, height: 700 }, zones, full), undefined)
})

const here = { x: 5000, y: 5000, ...cardSize }

test('a new card that says its objective goes to that zone', () => {
  const cards = [aCard(1, { x: 2040, y: 90 })]
  const placed = placeServing(here, [22], false, { zones, cards })
  assert.equal(placed?.zone.id, 2)
  assert.ok(placed && zoneOf(placed.at, zones)?.id === 2 && !overlaps(placed.at, cards[0] as never))
})

test('it stays where it was begun when it lies in such a zone, serves none, or somebody meant that zone', () => {
  const inFirst = { ...here, x: 40, y: 90 }
  assert.equal(placeServing(inFirst, [21], false, { zones, cards: [] }), undefined)
  assert.equal(placeServing(here, [], false, { zones, cards: [] }), undefined)
  assert.equal(placeServing(here, [99], false, { zones, cards: [] }), undefined)
  assert.equal(placeServing(inFirst, [22], true, { zones, cards: [] }), undefined)
  assert.equal(placeServing(inFirst, [22], false, { zones, cards: [] })?.zone.id, 2)
})

test('a full zone lets it lie near, on nothing', () => {
  const cards = Array.from({ length: 6 }, (_, n) =>
    aCard(n + 1, { x: 40 + (n % 3) * 260, y: 90 + Math.floor(n / 3) * 160 }),
  )
  const small = [aZone(1, { objective: 21, width: 880, height: 440 })]
  const placed = placeServing(here, [21], false, { zones: small, cards })
  assert.ok(placed && ![...cards, ...small].some((rect) => overlaps(rect, placed.at)))
})

test('a card that is sent to a zone finds its room by its size, wherever it lies now', () => {
  const lying = [aCard(1, { x: 40, y: 90 })]
  const at = placeIn(zones[0] as never, lying, aCard(2, { x: 7000, y: 7000 }))
  assert.ok(!overlaps({ ...at, ...cardSize }, lying[0] as never))
})

test('a card is laid where it is said, whatever lies elsewhere that it takes its size from', () => {
  const session = new LoneSession()
  const actions = new CardActions(session, boardId)
  const id = actions.add({ title: 'Ici', text: '' }, 'sun', { x: 5, y: 6 }, here)
  const card = session.record('card', id).peek()
  assert.deepEqual([card?.x, card?.y, card?.width], [5, 6, cardSize.width])
})
