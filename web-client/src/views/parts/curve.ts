// How a link runs: a curve from the middle of one card's edge to the middle of the other's, leaving and
// arriving at right angles, so that its arrow always points along an axis. Pure.
import { centre, type Point, type Rect } from './geometry'

export interface Curve {
  readonly from: Point
  readonly leave: Point
  readonly arrive: Point
  readonly to: Point
}

export function linkCurve(a: Rect, b: Rect): Curve {
  const start = centre(a)
  const end = centre(b)
  const gapX = Math.abs(end.x - start.x) - (a.width + b.width) / 2
  const gapY = Math.abs(end.y - start.y) - (a.height + b.height) / 2
  return gapX >= gapY ? sideways(a, b, start, end) : upright(a, b, start, end)
}

function sideways(a: Rect, b: Rect, start: Point, end: Point): Curve {
  const way = end.x >= start.x ? 1 : -1
  const from = { x: start.x + (way * a.width) / 2, y: start.y }
  const to = { x: end.x - (way * b.width) / 2, y: end.y }
  const bend = way * Math.max(24, Math.abs(to.x - from.x) / 2)
  return { from, leave: { x: from.x + bend, y: from.y }, arrive: { x: to.x - bend, y: to.y }, to }
}

function upright(a: Rect, b: Rect, start: Point, end: Point): Curve {
  const way = end.y >= start.y ? 1 : -1
  const from = { x: start.x, y: start.y + (way * a.height) / 2 }
  const to = { x: end.x, y: end.y - (way * b.height) / 2 }
  const bend = way * Math.max(24, Math.abs(to.y - from.y) / 2)
  return { from, leave: { x: from.x, y: from.y + bend }, arrive: { x: to.x, y: to.y - bend }, to }
}

export function pointOn(curve: Curve, part: number): Point {
  const rest = 1 - part
  const a = rest ** 3
  const b = 3 * rest * rest * part
  const c = 3 * rest * part * part
  const d = part ** 3
  return {
    x: a * curve.from.x + b * curve.leave.x + c * curve.arrive.x + d * curve.to.x,
    y: a * curve.from.y + b * curve.leave.y + c * curve.arrive.y + d * curve.to.y,
  }
}

/** About how far a point is from the curve: it is walked in twenty straight steps. */
export function distanceTo(curve: Curve, point: Point): number {
  let least = Number.POSITIVE_INFINITY
  let last = curve.from
  for (let step = 1; step <= 20; step++) {
    const next = pointOn(curve, step / 20)
    least = Math.min(least, distanceToSegment(last, next, point))
    last = next
  }
  return least
}

function distanceToSegment(a: Point, b: Point, point: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  const part = length ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0
  const at = Math.min(1, Math.max(0, part))
  return Math.hypot(point.x - a.x - at * dx, point.y - a.y - at * dy)
}
