// Rectangles and points of a board. Pure.

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

export function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

export function contains(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.x <= rect.x + rect.width &&
    point.y >= rect.y &&
    point.y <= rect.y + rect.height
  )
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** What both share; of no width or height when they lie apart. */
export function common(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x)
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y)
  return { x, y, width, height }
}

export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by }
}

/** The rectangle two corners span, in whatever order they are given. */
export function spanned(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

/** The smallest rectangle around all; nothing around none. */
export function bounds(rects: Iterable<Rect>): Rect | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = left
  let right = Number.NEGATIVE_INFINITY
  let bottom = right
  for (const rect of rects) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

export type Direction = 'left' | 'right' | 'up' | 'down'

const ways: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/**
 * The rectangle an arrow key leads to: ahead of the start within a quarter turn, near first, with what lies
 * aside counted as twice as far.
 */
export function nearest<T extends Rect>(
  from: Rect,
  others: Iterable<T>,
  direction: Direction,
): T | undefined {
  const way = ways[direction]
  const start = centre(from)
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of others) {
    const end = centre(other)
    const ahead = (end.x - start.x) * way.x + (end.y - start.y) * way.y
    const aside = Math.abs((end.x - start.x) * way.y) + Math.abs((end.y - start.y) * way.x)
    if (ahead <= 0 || aside > ahead * 2) continue
    const distance = ahead + aside * 2
    if (distance < least) [best, least] = [other, distance]
  }
  return best
}

export type Alignment = 'left' | 'middle' | 'right' | 'top' | 'centre' | 'bottom'

/** Where each rectangle's corner goes so that all share an edge or a middle line. */
export function aligned(rects: readonly Rect[], alignment: Alignment): Point[] {
  const all = bounds(rects)
  if (!all) return []
  return rects.map((rect) => alignOne(rect, all, alignment))
}

function alignOne(rect: Rect, all: Rect, alignment: Alignment): Point {
  switch (alignment) {
    case 'left':
      return { x: all.x, y: rect.y }
    case 'middle':
      return { x: Math.round(all.x + (all.width - rect.width) / 2), y: rect.y }
    case 'right':
      return { x: all.x + all.width - rect.width, y: rect.y }
    case 'top':
      return { x: rect.x, y: all.y }
    case 'centre':
      return { x: rect.x, y: Math.round(all.y + (all.height - rect.height) / 2) }
    case 'bottom':
      return { x: rect.x, y: all.y + all.height - rect.height }
  }
}

/**
 * The free place for a rectangle nearest to where it is wanted, tried in rings around it, one step of its own
 * size each. When all is taken, a little below and beside what lies there.
 */
export function freePlace(wanted: Rect, taken: Iterable<Rect>, gap = 20): Point {
  const near = [...taken].filter((rect) =>
    overlaps(rect, grown(wanted, 6 * (Math.max(wanted.width, wanted.height) + gap))),
  )
  for (const [column, row] of rings(6)) {
    const x = wanted.x + column * (wanted.width + gap)
    const y = wanted.y + row * (wanted.height + gap)
    if (!near.some((rect) => overlaps(rect, { ...wanted, x, y }))) return { x, y }
  }
  return { x: wanted.x + gap, y: wanted.y + gap }
}

/** Steps around a place: ring by ring, in each the nearest first, and to the right and below before the rest. */
function* rings(last: number): Generator<[number, number]> {
  for (let ring = 0; ring <= last; ring++) {
    const steps: [number, number][] = []
    for (let row = ring; row >= -ring; row--) {
      for (let column = ring; column >= -ring; column--) {
        if (Math.max(Math.abs(row), Math.abs(column)) === ring) steps.push([column, row])
      }
    }
    const cost = ([column, row]: [number, number]) => Math.abs(column) + Math.abs(row) * 1.1
    yield* steps.sort((a, b) => cost(a) - cost(b))
  }
}

/** The one whose middle is nearest to this one's. */
export function closest<T extends Rect>(from: Rect, others: Iterable<T>): T | undefined {
  const start = centre(from)
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of others) {
    const end = centre(other)
    const distance = Math.hypot(end.x - start.x, end.y - start.y)
    if (distance < least) [best, least] = [other, distance]
  }
  return best
}
