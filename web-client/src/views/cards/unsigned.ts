// Where an unsigned card is laid. Others saw whose pointer was where it was begun, so that it would be as good as
// signed if it lay there: it goes somewhere near, into the same zone, by chance. Pure but for chance.
import type { Zone } from '../../../../protocol/generated/protocol'
import { freePlace, overlaps, type Point, type Rect } from '../parts/geometry'
import { zoneOf } from './zones'

const gap = 20
/** Steps of the card's own size, in each direction. */
const furthest = 3
const tries = 60

export function apartFrom(
  at: Rect,
  zones: readonly Zone[],
  taken: readonly Rect[],
  chance: () => number = Math.random,
): Point {
  const zone = zoneOf(at, zones)
  for (let tried = 0; tried < tries; tried++) {
    const spot = { ...at, x: at.x + away(at.width, chance()), y: at.y + away(at.height, chance()) }
    if (overlaps(spot, at) || zoneOf(spot, zones) !== zone) continue
    if (tried > tries / 2 || !taken.some((rect) => overlaps(rect, spot))) return { x: spot.x, y: spot.y }
  }
  return freePlace(at, [...taken, at], gap)
}

function away(size: number, chance: number): number {
  return Math.round((chance * 2 - 1) * furthest * (size + gap))
}
