import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  between,
  cameraAt,
  fit,
  maxZoom,
  minZoom,
  pinch,
  reveal,
  toBoard,
  toScreen,
  zoomAt,
} from '../../../src/views/parts/camera'

const stage = { width: 1000, height: 600 }
const inset = { top: 50, right: 10, bottom: 50, left: 10 }

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`)
}

test('a point of the board goes to the screen and back', () => {
  const camera = { x: 120, y: -40, k: 0.37 }
  const point = toBoard(camera, toScreen(camera, { x: 512, y: -77 }))
  close(point.x, 512)
  close(point.y, -77)
})

test('zooming keeps what is under the pointer under it', () => {
  const camera = { x: 30, y: 40, k: 1 }
  const pointer = { x: 333, y: 222 }
  const before = toBoard(camera, pointer)
  const after = toBoard(zoomAt(camera, pointer, 1.7), pointer)
  close(after.x, before.x)
  close(after.y, before.y)
})

test('zoom stays between its ends', () => {
  const camera = { x: 0, y: 0, k: 1 }
  assert.equal(zoomAt(camera, { x: 0, y: 0 }, 1e6).k, maxZoom)
  assert.equal(zoomAt(camera, { x: 0, y: 0 }, 1e-6).k, minZoom)
})

test('a pinch keeps both fingers on what they touched when they only spread', () => {
  const camera = { x: 10, y: 20, k: 0.5 }
  const before = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
  ] as const
  const after = [
    { x: 60, y: 140 },
    { x: 260, y: 140 },
  ] as const
  const next = pinch(camera, before, after)
  close(next.k, 1)
  for (const finger of [0, 1] as const) {
    const touched = toBoard(camera, before[finger])
    const seen = toScreen(next, touched)
    close(seen.x, after[finger].x)
    close(seen.y, after[finger].y)
  }
})

test('fit shows the whole rectangle clear of the insets, never larger than life', () => {
  const rect = { x: -500, y: 100, width: 4000, height: 1000 }
  const camera = fit(rect, stage, inset)
  const start = toScreen(camera, rect)
  const end = toScreen(camera, { x: rect.x + rect.width, y: rect.y + rect.height })
  assert.ok(start.x >= inset.left - 1e-6 && end.x <= stage.width - inset.right + 1e-6)
  assert.ok(start.y >= inset.top && end.y <= stage.height - inset.bottom)
  assert.equal(fit({ x: 0, y: 0, width: 10, height: 10 }, stage, inset).k, 1)
})

test('reveal moves by the least that is needed, and not at all for what is in view', () => {
  const camera = { x: 0, y: 0, k: 1 }
  assert.equal(reveal(camera, { x: 100, y: 100, width: 200, height: 100 }, stage, inset), camera)
  assert.deepEqual(reveal(camera, { x: 900, y: 100, width: 200, height: 100 }, stage, inset), {
    x: -110,
    y: 0,
    k: 1,
  })
  assert.deepEqual(reveal(camera, { x: 100, y: -30, width: 200, height: 100 }, stage, inset), {
    x: 0,
    y: 80,
    k: 1,
  })
})

test('reveal shows the beginning of what is larger than the view', () => {
  const next = reveal({ x: 0, y: 0, k: 1 }, { x: 400, y: 100, width: 3000, height: 100 }, stage, inset)
  assert.equal(toScreen(next, { x: 400, y: 0 }).x, inset.left)
})

test('one cannot look so far away that nothing is ever found again', () => {
  const far = cameraAt({ x: 1e9, y: -1e9 }, { x: 0, y: 0 }, 1)
  const seen = toBoard(far, { x: 0, y: 0 })
  assert.ok(seen.x <= 110_000 && seen.y >= -110_000)
})

test('a glide begins where one looks and ends where one goes', () => {
  const from = { x: 5, y: 6, k: 0.5 }
  const to = { x: -700, y: 40, k: 2 }
  const start = between(from, to, 0)
  close(start.x, from.x)
  close(start.y, from.y)
  assert.deepEqual(between(from, to, 1), to)
  const middle = between(from, to, 0.5)
  assert.ok(middle.k > from.k && middle.k < to.k)
})
