// A new card that says its objective goes to that zone, into free room. Pure.
import type { Zone } from '../../../../protocol/generated/protocol'
import { freePlace, type Rect } from '../parts/geometry'
import { Fillings, zoneServing } from './filling'
import { zoneOf } from './zones'

const gap = 20

/** Where it lies, and the zone it goes to; undefined when it stays where it was begun. `meant`: somebody pointed there. */
export function placeServing(
  at: Rect,
  objectives: readonly number[],
  meant: boolean,
  { zones, cards }: { readonly zones: readonly Zone[]; readonly cards: readonly Rect[] },
): { readonly at: Rect; readonly zone: Zone } | undefined {
  const zone = zoneServing(zones, objectives)
  const there = zoneOf(at, zones)
  const serves = there !== undefined && objectives.includes(there.objective)
  if (!zone || serves || (meant && there?.objective)) return undefined
  const { width, height } = at
  const free = new Fillings(zones, cards, false).place(zone, at)
  const under = { x: zone.x + gap, y: zone.y + zone.height + gap, width, height }
  return { at: { ...(free ?? freePlace(under, [...cards, ...zones])), width, height }, zone }
}
