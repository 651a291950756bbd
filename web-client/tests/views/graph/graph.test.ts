import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Layout } from '../../../src/views/graph/layout'
import { circleOf, mostLinked, networkOf } from '../../../src/views/graph/network'
import { aCard } from '../../support/session'

const link = {
  id: 0,
  board: 5,
  from: 0,
  to: 0,
  label: '',
  author: 0,
  audience: 'everyone' as const,
  holder: 0,
}
const aLink = (id: number, from: number, to: number, link_type = 0) => ({ ...link, id, from, to, link_type })

const grid = (n: number) =>
  Array.from({ length: n }, (_, id) => ({ id: id + 1, x: (id % 20) * 300, y: Math.floor(id / 20) * 200 }))

function settled(layout: Layout): Layout {
  for (let steps = 0; !layout.isSettled; steps++) {
    assert.ok(steps < 200, 'it comes to rest')
    layout.step()
  }
  return layout
}

function places(layout: Layout, ids: readonly number[]) {
  return ids.map((id) => {
    const { x, y } = layout.at(id) ?? assert.fail(`${id} has a place`)
    return { x, y }
  })
}

test('a card that comes moves nothing that was there', () => {
  const seeds = grid(60)
  const edges = seeds.slice(1).map(({ id }) => ({ from: 1 + (id % 7), to: id }))
  const layout = new Layout()
  layout.update(seeds, edges)
  settled(layout)
  const ids = seeds.map(({ id }) => id)
  const before = places(layout, ids)
  layout.update([...seeds, { id: 99, x: 0, y: 0 }], [...edges, { from: 99, to: 3 }])
  assert.ok(!layout.isSettled)
  settled(layout)
  assert.deepEqual(places(layout, ids), before)
})

test('a card that comes lies by what it is linked to, and on nothing', () => {
  const seeds = grid(40)
  const layout = new Layout()
  layout.update(seeds, [])
  settled(layout)
  layout.update([...seeds, { id: 99, x: 90_000, y: 90_000 }], [{ from: 99, to: 7 }])
  settled(layout)
  const [came, friend] = places(layout, [99, 7])
  const others = places(
    layout,
    seeds.map(({ id }) => id),
  )
  const apart = (a = { x: 0, y: 0 }, b = { x: 0, y: 0 }) => Math.hypot(a.x - b.x, a.y - b.y)
  assert.ok(apart(came, friend) < 400)
  for (const other of others) assert.ok(apart(came, other) > 20)
})

test('the same cards always lie the same way', () => {
  const lain = () => {
    const layout = new Layout()
    layout.update(grid(50), [{ from: 1, to: 50 }])
    return places(
      settled(layout),
      grid(50).map(({ id }) => id),
    )
  }
  assert.deepEqual(lain(), lain())
})

test('what is linked comes nearer, what lay on one point comes apart', () => {
  const layout = new Layout()
  layout.update(
    [
      { id: 1, x: 0, y: 0 },
      { id: 2, x: 4000, y: 0 },
      { id: 3, x: 0, y: 0 },
    ],
    [{ from: 1, to: 2 }],
  )
  settled(layout)
  const [one, two, three] = places(layout, [1, 2, 3])
  assert.ok(Math.abs((one?.x ?? 0) - (two?.x ?? 0)) < 1000)
  assert.ok(Math.hypot((one?.x ?? 0) - (three?.x ?? 0), (one?.y ?? 0) - (three?.y ?? 0)) > 60)
})

test('a card that goes is forgotten, and comes back as one that is new', () => {
  const layout = new Layout()
  layout.update(grid(3), [])
  layout.update(grid(2), [])
  assert.equal(layout.at(3), undefined)
})

const cards = [aCard(1), aCard(2), aCard(3), aCard(4)]
const links = [aLink(10, 1, 2, 7), aLink(11, 2, 3), aLink(12, 3, 99)]

test('a link whose card is not there is not drawn', () => {
  const network = networkOf(cards, links, { hidden: new Set(), loose: true })
  assert.deepEqual(
    network.ties.map((tie) => tie.link.id),
    [10, 11],
  )
})

test('links of a hidden type bind nobody, and cards without link may be left out', () => {
  const network = networkOf(cards, links, { hidden: new Set([7]), loose: false })
  assert.deepEqual(
    network.cards.map(({ id }) => id),
    [2, 3],
  )
})

test('a card’s circle is those it is linked to, either way', () => {
  const network = networkOf(cards, links, { hidden: new Set(), loose: true })
  assert.deepEqual([...circleOf(network, 2)].sort(), [1, 2, 3])
  assert.deepEqual([...circleOf(network, 4)], [4])
})

test('the most linked come first', () => {
  const network = networkOf(cards, links, { hidden: new Set(), loose: true })
  assert.deepEqual(
    mostLinked(network, ({ id }) => String(id)).map(({ id }) => id),
    [2, 1, 3, 4],
  )
})
