import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Zone } from '../../../../protocol/generated/protocol'
import { apartFrom } from '../../../src/views/cards/unsigned'
import { zoneOf } from '../../../src/views/cards/zones'
import { overlaps } from '../../../src/views/parts/geometry'

const at = { x: 500, y: 500, width: 240, height: 140 }
const zone = { id: 1, x: 0, y: 0, width: 1600, height: 1200 } as Zone
const inner = { ...zone, id: 2, x: 700, y: 500, width: 500, height: 400 }

describe('an unsigned card', () => {
  test('is not laid where the pointer was, and not always at the same place beside it', () => {
    const places = Array.from({ length: 50 }, () => apartFrom(at, [], []))
    for (const place of places) assert.ok(!overlaps({ ...at, ...place }, at))
    assert.ok(new Set(places.map(({ x, y }) => `${x} ${y}`)).size > 20)
  })

  test('stays in its zone', () => {
    for (let times = 0; times < 50; times++) {
      const place = apartFrom(at, [zone, inner], [])
      assert.equal(zoneOf({ ...at, ...place }, [zone, inner]), zone)
    }
  })

  test('does not cover others while there is room', () => {
    const other = { ...at, x: at.x - 700, width: 600 }
    for (let times = 0; times < 50; times++) {
      assert.ok(!overlaps({ ...at, ...apartFrom(at, [], [other]) }, other))
    }
  })
})
