// Where the bar of what is chosen stands: beside it, never over it, and all in view. Pure.
import type { Size } from '../parts/camera'
import { centre, type Point, type Rect } from '../parts/geometry'

/** Between what is chosen and its bar, so that its handles stay in reach. */
const gap = 18

/** Above, else below, else to its right or left, within the room; at the room's foot when it leaves no place, or is
 * out of view. */
export function beside(chosen: Rect, bar: Size, room: Rect): Point {
  const middle = centre(chosen)
  const x = within(middle.x - bar.width / 2, room.x, room.x + room.width - bar.width)
  const y = within(middle.y - bar.height / 2, room.y, room.y + room.height - bar.height)
  const places = [
    { x, y: chosen.y - gap - bar.height },
    { x, y: chosen.y + chosen.height + gap },
    { x: chosen.x + chosen.width + gap, y },
    { x: chosen.x - gap - bar.width, y },
  ]
  const foot = { x, y: room.y + room.height - bar.height }
  return places.find((place) => holds(room, { ...place, ...bar })) ?? foot
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}
