import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { clustered } from '../../../src/views/map/clusters'
import { degreesOf, pairOf, written } from '../../../src/views/map/coordinates'
import { placesOf } from '../../../src/views/map/places'
import { insets, mapSize, project, unproject } from '../../../src/views/map/projection'
import { aCard } from '../../support/session'

declare const REPOSITORY: string

interface Given {
  name: string
  code: string
  longitude: number
  latitude: number
}
type Outline = readonly [code: string, name: string, path: string, x: number, y: number]

const given: Given[] = JSON.parse(
  readFileSync(`${REPOSITORY}/protocol/templates/parts/territories.json`, 'utf8'),
)
const script: string = `${REPOSITORY}/web-client/geo/france.mjs`
const outlines: Outline[] = await (await import(script)).outlines()

function ringsOf(path: string): [number, number][][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((part) => {
      const [start = '', steps = ''] = part.slice(1).split('l')
      const numbers = (words: string) => (words.match(/-?\d+/g) ?? []).map(Number)
      let [x = 0, y = 0] = numbers(start)
      const ring: [number, number][] = [[x, y]]
      const moves = numbers(steps)
      for (let at = 0; at < moves.length; at += 2) {
        x += moves[at] ?? 0
        y += moves[at + 1] ?? 0
        ring.push([x, y])
      }
      return ring
    })
}

function isIn(path: string, { x, y }: { x: number; y: number }): boolean {
  let inside = false
  for (const ring of ringsOf(path)) {
    ring.forEach(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] as [number, number]
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside
    })
  }
  return inside
}

test('there are 101 départements, each drawn on the map', () => {
  assert.equal(outlines.length, 101)
  for (const [code, name, path] of outlines) {
    const points = ringsOf(path).flat()
    assert.ok(points.length >= 4, `${code} ${name}`)
    for (const [x, y] of points)
      assert.ok(x >= 0 && y >= 0 && x <= mapSize.width && y <= mapSize.height, `${name}: ${x}, ${y}`)
  }
})

/** Outlines are drawn with few points: two kilometres either way. */
function isNear(path: string, { x, y }: { x: number; y: number }): boolean {
  return [-6, 0, 6].some((dx) => [-6, 0, 6].some((dy) => isIn(path, { x: x + dx, y: y + dy })))
}

test('the places the templates know lie in the département they say', () => {
  const paths = new Map(outlines.map(([code, , path]) => [code, path]))
  for (const { name, code, longitude, latitude } of given) {
    const at = project({ longitude: longitude / 1e6, latitude: latitude / 1e6 })
    assert.ok(at && isNear(paths.get(code) ?? '', at), `${name} in ${code}`)
  }
})

test('towns overseas and by borders lie in their département', () => {
  const paths = new Map(outlines.map(([code, , path]) => [code, path]))
  const towns: [string, number, number][] = [
    ['971', -61.68, 16.15],
    ['972', -61.0, 14.65],
    ['973', -53.2, 4],
    ['974', 55.45, -21.1],
    ['976', 45.15, -12.8],
    ['2A', 9.0, 41.75],
    ['2B', 9.3, 42.3],
    ['67', 7.75, 48.58],
    ['06', 7.2, 43.75],
    ['29', -4.2, 48.2],
    ['75', 2.35, 48.86],
  ]
  for (const [code, longitude, latitude] of towns) {
    const at = project({ longitude, latitude })
    assert.ok(at && isIn(paths.get(code) ?? '', at), code)
  }
})

test('the middle of every département comes back as the place it was', () => {
  for (const [code, , , x, y] of outlines) {
    const back = unproject({ x, y })
    const again = back && project(back)
    assert.ok(again && Math.hypot(again.x - x, again.y - y) < 0.001, code)
  }
})

test('what lies elsewhere on earth is on no map of France', () => {
  assert.equal(project({ longitude: 166.45, latitude: -22.27 }), undefined)
  assert.equal(project({ longitude: -74, latitude: 40.7 }), undefined)
  assert.equal(unproject({ x: -4000, y: 0 }), undefined)
})

test('a box holds its département and no point of the mainland', () => {
  for (const { box } of insets) {
    const at = unproject({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    assert.ok(at && (at.latitude < 20 || at.longitude > 20))
  }
})

const nowhere = { id: 0, name: '', kind: '', code: '', longitude: 0, latitude: 0 }
const territories = new Map([
  [1, { ...nowhere, id: 1, code: '62', longitude: 2_777_000, latitude: 50_291_000 }],
  [2, { ...nowhere, id: 2, code: '62' }],
  [3, { ...nowhere, id: 3 }],
  [4, { ...nowhere, id: 4, longitude: 166_450_000, latitude: -22_270_000 }],
])
const middle = (code: string) => (code === '62' ? { x: 5, y: 6 } : undefined)
const sorted = (card: Parameters<typeof aCard>[1]) =>
  placesOf([aCard(10, card)], (id) => territories.get(id), middle)

test('a card lies at its own point before its territory’s, and that before its département’s middle', () => {
  const own = { pinned: true, longitude: 2_350_000, latitude: 48_850_000 }
  assert.equal(sorted({ ...own, territory: 1 }).placed[0]?.by, 'point')
  assert.equal(sorted({ territory: 1 }).placed[0]?.by, 'territory')
  assert.deepEqual(sorted({ territory: 2 }).placed[0]?.at, { x: 5, y: 6 })
})

test('a card that lies off the map is told apart from one without place', () => {
  assert.equal(sorted({ territory: 4 }).elsewhere.length, 1)
  assert.equal(sorted({ pinned: true, longitude: 0, latitude: 0, territory: 1 }).elsewhere.length, 1)
  assert.equal(sorted({ territory: 3 }).unplaced.length, 1)
  assert.equal(sorted({}).unplaced.length, 1)
})

const idOf = ({ id }: { id: number }) => id

test('what lies close is one cluster, what lies apart another, in whatever order it comes', () => {
  const points = [
    { id: 3, at: { x: 10, y: 0 } },
    { id: 1, at: { x: 0, y: 0 } },
    { id: 2, at: { x: 100, y: 0 } },
  ]
  const found = clustered(points, 40, idOf)
  assert.deepEqual(
    found.map(({ key, at, members }) => [key, at.x, members.length]),
    [
      [1, 5, 2],
      [2, 100, 1],
    ],
  )
  assert.deepEqual(clustered([...points].reverse(), 40, idOf), found)
})

test('every one of five thousand points is in one cluster', () => {
  const points = Array.from({ length: 5_000 }, (_, id) => ({
    id,
    at: { x: (id * 37) % 3000, y: (id * 91) % 3000 },
  }))
  const members = clustered(points, 60, idOf).flatMap((one) => one.members.map(idOf))
  assert.deepEqual(
    members.sort((a, b) => a - b),
    points.map(idOf),
  )
})

test('degrees are read as people write them, and only on earth', () => {
  assert.equal(degreesOf(' 2,35 ', 180), 2.35)
  assert.equal(degreesOf('−61.5°', 180), -61.5)
  for (const wrong of ['', '91', 'nord', '1e3', '2.3.4', 'Infinity'])
    assert.equal(degreesOf(wrong, 90), undefined)
})

test('a pasted pair is latitude then longitude', () => {
  const paris = { longitude: 2.3522, latitude: 48.8566 }
  for (const pasted of ['48.8566, 2.3522', '48.8566,2.3522', '48,8566 2,3522', '48,8566 ; 2,3522'])
    assert.deepEqual(pairOf(pasted), paris, pasted)
  assert.equal(pairOf('48,8566'), undefined)
  assert.equal(pairOf('200 2'), undefined)
})

test('coordinates are shown without needless zeros', () => {
  assert.equal(written(2_350_000, ','), '2,35')
  assert.equal(written(-61_000_000, '.'), '-61')
})
