import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cull, mostElements } from '../../../src/views/boards/culling'
import { distanceTo, linkCurve, pointOn } from '../../../src/views/parts/curve'
import { aligned, freePlace, nearest, overlaps, type Rect, spanned } from '../../../src/views/parts/geometry'

const size = { width: 100, height: 50 }
const at = (x: number, y: number) => ({ x, y, ...size })

test('an arrow key goes to the next in its direction, not to a nearer one aside', () => {
  const start = at(0, 0)
  const right = at(300, 20)
  const below = at(10, 120)
  const left = at(-150, 0)
  const others = [right, below, left]
  assert.equal(nearest(start, others, 'right'), right)
  assert.equal(nearest(start, others, 'down'), below)
  assert.equal(nearest(start, others, 'left'), left)
  assert.equal(nearest(start, others, 'up'), undefined)
})

test('arrows can reach every card of a grid', () => {
  const cards = Array.from({ length: 35 }, (_, n) => at((n % 7) * 130, Math.floor(n / 7) * 80))
  const reached = new Set([cards[0]])
  for (const card of reached) {
    for (const way of ['left', 'right', 'up', 'down'] as const) {
      const next = nearest(card as Rect, cards, way)
      if (next) reached.add(next)
    }
  }
  assert.equal(reached.size, cards.length)
})

test('a marquee may be drawn from any corner', () => {
  assert.deepEqual(spanned({ x: 10, y: 50 }, { x: -10, y: 20 }), { x: -10, y: 20, width: 20, height: 30 })
})

test('aligned rectangles share the edge and keep their other coordinate', () => {
  const rects = [at(0, 0), at(40, 100), at(500, 300)]
  assert.deepEqual(aligned(rects, 'right'), [
    { x: 500, y: 0 },
    { x: 500, y: 100 },
    { x: 500, y: 300 },
  ])
  assert.deepEqual(aligned(rects, 'top'), [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 500, y: 0 },
  ])
  assert.deepEqual(aligned([], 'left'), [])
})

test('a free place overlaps nothing, and is the wanted one when that is free', () => {
  const taken = [at(0, 0), at(120, 0), at(0, 70)]
  assert.deepEqual(freePlace(at(400, 400), taken), { x: 400, y: 400 })
  const place = { ...freePlace(at(10, 10), taken), ...size }
  assert.ok(taken.every((rect) => !overlaps(rect, place)))
})

test('beside what is taken, the place to the right comes first, then the one below', () => {
  assert.deepEqual(freePlace(at(0, 0), [at(0, 0)]), { x: 120, y: 0 })
  assert.deepEqual(freePlace(at(0, 0), [at(0, 0), at(120, 0), at(-120, 0)]), { x: 0, y: 70 })
})

test('a link runs from edge to edge and points along an axis', () => {
  const curve = linkCurve(at(0, 0), at(400, 30))
  assert.deepEqual(curve.from, { x: 100, y: 25 })
  assert.deepEqual(curve.to, { x: 400, y: 55 })
  assert.equal(curve.arrive.y, curve.to.y)
  const upright = linkCurve(at(0, 0), at(20, 400))
  assert.deepEqual(upright.to, { x: 70, y: 400 })
  assert.equal(upright.arrive.x, upright.to.x)
})

test('a click near a link finds it, one beside does not', () => {
  const curve = linkCurve(at(0, 0), at(400, 300))
  const middle = pointOn(curve, 0.5)
  assert.ok(distanceTo(curve, { x: middle.x + 2, y: middle.y }) < 5)
  assert.ok(distanceTo(curve, { x: middle.x + 80, y: middle.y - 80 }) > 30)
})

const view = { x: 0, y: 0, width: 1000, height: 600 }

test('only cards in view or just around it become elements', () => {
  const near = at(1100, 100)
  const far = at(1400, 100)
  const { elements } = cull([at(10, 10), near, far], view, { x: 0, y: 0, k: 1 })
  assert.ok(elements.includes(near))
  assert.ok(!elements.includes(far))
})

test('too many cards in view are drawn, whatever the zoom', () => {
  const crowd = Array.from({ length: mostElements + 1 }, (_, n) => at(n, n))
  const { elements, drawn } = cull(crowd, view, { x: 0, y: 0, k: 1 })
  assert.equal(elements.length, 0)
  assert.equal(drawn.length, crowd.length)
})

test('never more elements than the most, however many lie around the view', () => {
  const around = Array.from({ length: 2000 }, (_, n) => at(1010 + (n % 15), n % 600))
  const seen = at(500, 300)
  const { elements } = cull([...around, seen], view, { x: 0, y: 0, k: 1 })
  assert.equal(elements.length, mostElements)
  assert.ok(elements.includes(seen))
})
