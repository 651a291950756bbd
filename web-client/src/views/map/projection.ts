// Where a point of the earth lies on the map of France, and back, in units of the map, which are those of a board.
// The mainland with Corsica is a conic conformal projection (Lambert's, with the parallels France uses) on a
// sphere: within a kilometre or two of the official one, which is less than a pixel. The départements overseas
// are not where they are but in boxes of their own in the bay of Biscay, each at its own scale.
//
//   ┌───────────────────────────┐
//   │            Nord           │
//   │ Bretagne         Alsace   │
//   │ ┌───┬───┐                 │
//   │ │971│972│         Savoie  │
//   │ ├───┼───┤                 │
//   │ │973│974│                 │
//   │ ├───┴───┘  Pyrénées       │
//   │ │976│             Corse   │
//   └───────────────────────────┘
import type { Point, Rect } from '../parts/geometry'

/** Degrees, WGS 84. */
export interface Lonlat {
  readonly longitude: number
  readonly latitude: number
}

export interface Inset {
  readonly code: string
  /** Where it stands on the map. */
  readonly box: Rect
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export const mapSize = { width: 3780, height: 3350 }

export const insets: readonly Inset[] = [
  inset('971', { x: 40, y: 1560, width: 340, height: 340 }, -61.83, 15.8, -60.97, 16.53),
  inset('972', { x: 410, y: 1560, width: 340, height: 340 }, -61.25, 14.37, -60.78, 14.9),
  inset('973', { x: 40, y: 1930, width: 340, height: 420 }, -54.7, 2.05, -51.55, 5.85),
  inset('974', { x: 410, y: 1930, width: 340, height: 420 }, 55.18, -21.42, 55.88, -20.84),
  inset('976', { x: 40, y: 2380, width: 340, height: 340 }, 45.0, -13.03, 45.32, -12.61),
]

function inset(code: string, box: Rect, west: number, south: number, east: number, north: number): Inset {
  return { code, box, west, south, east, north }
}

const radians = Math.PI / 180
/** What the mainland's projection takes; beyond it a point is not on this map. */
const mainland = { west: -5.6, south: 41.2, east: 9.9, north: 51.3 }
const meridian = 3
const south = 44 * radians
const north = 49 * radians

const stretch = (latitude: number) => Math.tan(Math.PI / 4 + latitude / 2)
const cone = Math.log(Math.cos(south) / Math.cos(north)) / Math.log(stretch(north) / stretch(south))
/** Map units to a radius of the earth times the cone's constant. */
const scale = (19_700 * (Math.cos(south) * stretch(south) ** cone)) / cone
const apex = { x: 2060, y: -scaleAt(51.09) + 30 }

function scaleAt(latitude: number): number {
  return scale * stretch(latitude * radians) ** -cone
}

/** Undefined for what is neither on the mainland nor in a box. */
export function project(at: Lonlat): Point | undefined {
  const box = insets.find((one) => within(one, at))
  if (box) return intoBox(box, at)
  return within(mainland, at) ? onCone(at) : undefined
}

/** Undefined where there is no earth: outside the map. In a box it is the box's département. */
export function unproject(point: Point): Lonlat | undefined {
  const found = insets.find(({ box }) => holds(box, point))
  const at = found ? fromBox(found, point) : fromCone(point)
  return within(found ?? mainland, at) ? at : undefined
}

/** The conic projection, wherever on the northern hemisphere. */
function onCone({ longitude, latitude }: Lonlat): Point {
  const radius = scaleAt(latitude)
  const angle = cone * (longitude - meridian) * radians
  return { x: apex.x + radius * Math.sin(angle), y: apex.y + radius * Math.cos(angle) }
}

function fromCone({ x, y }: Point): Lonlat {
  const angle = Math.atan2(x - apex.x, y - apex.y)
  const radius = Math.hypot(x - apex.x, y - apex.y)
  const latitude = 2 * Math.atan((radius / scale) ** (-1 / cone)) - Math.PI / 2
  return { longitude: meridian + angle / cone / radians, latitude: latitude / radians }
}

/** A box shows so little of the earth that degrees are squares but for the latitude's cosine. */
function fitted({ box, west, south: low, east, north: high }: Inset) {
  const narrow = Math.cos(((low + high) / 2) * radians)
  const k = Math.min(box.width / ((east - west) * narrow), box.height / (high - low))
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return { narrow, k, middle, longitude: (west + east) / 2, latitude: (low + high) / 2 }
}

function intoBox(into: Inset, { longitude, latitude }: Lonlat): Point {
  const { narrow, k, middle, ...centre } = fitted(into)
  return {
    x: middle.x + (longitude - centre.longitude) * narrow * k,
    y: middle.y - (latitude - centre.latitude) * k,
  }
}

function fromBox(from: Inset, { x, y }: Point): Lonlat {
  const { narrow, k, middle, ...centre } = fitted(from)
  return {
    longitude: centre.longitude + (x - middle.x) / narrow / k,
    latitude: centre.latitude - (y - middle.y) / k,
  }
}

function within(area: Omit<Inset, 'code' | 'box'>, { longitude, latitude }: Lonlat): boolean {
  return longitude >= area.west && longitude <= area.east && latitude >= area.south && latitude <= area.north
}

function holds({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}
