// A card that is laid on another: what is to come of the two is asked, in the bar beside it. Pure.
import type { Step } from '../cards/history'
import type { Point, Rect } from '../parts/geometry'

export interface Meeting {
  /** Laid on another. */
  readonly card: number
  /** Where it was laid: moved on, it asks no more. */
  readonly at: Point
  /** How it came there: joined with the other, it lies where it lay before. */
  readonly step: Step
}

/** The card that it covers by half or more, or that it lies on by half or more of itself; the most so. */
export function covered<T extends Rect>(rect: Rect, others: Iterable<T>): T | undefined {
  let found: T | undefined
  let most = 0.5
  for (const other of others) {
    const share = shared(rect, other) / Math.min(area(rect), area(other))
    if (other !== rect && share >= most) [found, most] = [other, share]
  }
  return found
}

function area({ width, height }: Rect): number {
  return width * height
}

function shared(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
