// Which zone a card lies in, and where a card goes that is sent to a zone. A card is not told its zone: it
// follows from where the card lies, so moving a card is all it takes. Pure.
import type { Card, Zone } from '../../../../protocol/generated/protocol'
import { centre, contains, freePlace, overlaps, type Point, type Rect } from '../parts/geometry'

export const cardSize = { width: 240, height: 140 } as const
const margin = 40
/** Room for the zone's title above its first row of cards. */
export const heading = 90
const gap = 20

/** The zone that holds the rectangle's middle; the smallest when zones lie in one another. */
export function zoneOf(rect: Rect, zones: readonly Zone[]): Zone | undefined {
  const middle = centre(rect)
  let found: Zone | undefined
  for (const zone of zones) {
    if (!contains(zone, middle)) continue
    if (!found || zone.width * zone.height < found.width * found.height) found = zone
  }
  return found
}

/** In reading order: row by row, each from the left. A row is what begins above the middle of its highest. What
 * lies in the very same place stands by id, so that everybody reads the same order. */
export function inReadingOrder<T extends Rect & { readonly id?: number }>(rects: readonly T[]): T[] {
  const rows: T[][] = []
  for (const rect of [...rects].sort((a, b) => a.y - b.y || a.x - b.x || (a.id ?? 0) - (b.id ?? 0))) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && rect.y < first.y + first.height / 2) row.push(rect)
    else rows.push([rect])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x))
}

/** Where a card of this size finds room in the zone: row by row, else near its middle. */
export function placeIn(
  zone: Rect,
  cards: Iterable<Rect>,
  { width, height }: { readonly width: number; readonly height: number } = cardSize,
): Point {
  const taken = [...cards].filter((card) => overlaps(card, zone))
  const right = zone.x + zone.width - margin - width
  const bottom = zone.y + zone.height - margin - height
  for (let y = zone.y + heading; y <= bottom; y += height + gap) {
    for (let x = zone.x + margin; x <= right; x += width + gap) {
      if (!taken.some((card) => overlaps(card, { x, y, width, height }))) return { x, y }
    }
  }
  return overflow(zone, taken.length, { width, height })
}

/** Where a new card finds room in a zone that is in view: that of the middle first, then the nearest. */
export function roomInView(seen: Rect, zones: readonly Zone[], cards: readonly Rect[]): Point | undefined {
  const middle = centre(seen)
  const within = (rect: Rect) => overlaps(rect, seen)
  const away = (zone: Zone) =>
    contains(zone, middle) ? 0 : Math.hypot(centre(zone).x - middle.x, centre(zone).y - middle.y)
  for (const zone of zones.filter(within).sort((a, b) => away(a) - away(b))) {
    const part = common(zone, seen)
    const at = placeIn(part, cards)
    const spot = { ...at, ...cardSize }
    const isFree = !cards.some((card) => overlaps(card, spot))
    if (isFree && zoneOf(spot, zones) === zone && covers(part, spot)) return at
  }
  return undefined
}

/** What the two have in common; the title of a zone that begins above is out of view. */
function common(zone: Rect, seen: Rect): Rect {
  const x = Math.max(zone.x, seen.x)
  const y = Math.max(zone.y, seen.y - heading + gap)
  const right = Math.min(zone.x + zone.width, seen.x + seen.width)
  const bottom = Math.min(zone.y + zone.height, seen.y + seen.height)
  return { x, y, width: right - x, height: bottom - y }
}

function covers(outer: Rect, { x, y, width, height }: Rect): boolean {
  return contains(outer, { x, y }) && contains(outer, { x: x + width, y: y + height })
}

/** A full zone: cards are laid over one another in small steps from its middle, which they keep inside. */
function overflow(zone: Rect, count: number, size: { width: number; height: number }): Point {
  const step = (count % 8) * gap
  const within = (start: number, length: number, own: number) =>
    Math.round(start + Math.min(length - own / 2, Math.max(0, (length - own) / 2 + step)))
  return { x: within(zone.x, zone.width, size.width), y: within(zone.y, zone.height, size.height) }
}

/** Where a card goes that belongs to no zone: under everything that lies on the board, in free rows. */
export function placeOutside(zones: readonly Rect[], cards: readonly Rect[]): Point {
  const lowest = zones.reduce((low, zone) => Math.max(low, zone.y + zone.height), 0)
  const left = zones.reduce((least, zone) => Math.min(least, zone.x), zones[0]?.x ?? 0)
  return freePlace({ x: left, y: lowest + margin + gap, ...cardSize }, [...zones, ...cards], gap)
}

/** The cards of each zone, in the order of `zones`, and last those that lie in none. */
export function byZone(
  cards: readonly Card[],
  zones: readonly Zone[],
): { zone: Zone | undefined; cards: Card[] }[] {
  const groups = new Map<Zone | undefined, Card[]>(zones.map((zone) => [zone, []]))
  groups.set(undefined, [])
  for (const card of cards) groups.get(zoneOf(card, zones))?.push(card)
  return [...groups].map(([zone, held]) => ({ zone, cards: held }))
}
