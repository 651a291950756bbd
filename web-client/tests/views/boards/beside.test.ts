import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beside } from '../../../src/views/boards/beside'
import { overlaps, type Rect } from '../../../src/views/parts/geometry'

const room: Rect = { x: 72, y: 12, width: 900, height: 500 }
const bar = { width: 400, height: 50 }

function placed(chosen: Rect): Rect {
  return { ...beside(chosen, bar, room), ...bar }
}

function isInRoom({ x, y, width, height }: Rect): boolean {
  return x >= room.x && y >= room.y && x + width <= room.x + room.width && y + height <= room.y + room.height
}

test('the bar stands above a card, in its middle', () => {
  const place = placed({ x: 400, y: 200, width: 200, height: 100 })
  assert.deepEqual(place, { x: 300, y: 132, ...bar })
})

test('below one that lies at the top, and to the side of one as high as the room', () => {
  assert.equal(placed({ x: 400, y: 20, width: 200, height: 100 }).y, 138)
  assert.equal(placed({ x: 80, y: 0, width: 300, height: 520 }).x, 398)
  assert.equal(placed({ x: 600, y: 0, width: 340, height: 520 }).x, 182)
})

test('wherever a card lies, the bar is in view and over no part of it', () => {
  for (let x = -150; x < 1000; x += 50)
    for (let y = -80; y < 520; y += 40) {
      const chosen = { x, y, width: 200, height: 120 }
      const place = placed(chosen)
      assert.ok(isInRoom(place), `in view of ${x} ${y}`)
      assert.ok(!overlaps(place, chosen), `beside ${x} ${y}`)
    }
})

test('at the foot of the room when what is chosen fills it', () => {
  assert.deepEqual(placed({ x: -100, y: -100, width: 2000, height: 2000 }), { x: 572, y: 462, ...bar })
})
