// Where cards go when they are put in order: spaced evenly, or in a grid. Pure.

import { inReadingOrder } from '../cards/zones'
import { bounds, type Point, type Rect } from '../parts/geometry'

const gap = 20

export type Axis = 'across' | 'down'

/** Each rectangle's corner so that the room between neighbours is the same; the outermost stay. */
export function spacedEvenly<T extends Rect>(rects: readonly T[], axis: Axis): Map<T, Point> {
  const [start, length] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const sorted = [...rects].sort((a, b) => a[start] - b[start])
  const all = bounds(rects)
  const places = new Map<T, Point>()
  if (!all || sorted.length < 3) return places
  const taken = sorted.reduce((sum, rect) => sum + rect[length], 0)
  const room = (all[length] - taken) / (sorted.length - 1)
  let at = all[start]
  for (const rect of sorted) {
    places.set(rect, { x: rect.x, y: rect.y, [start]: Math.round(at) })
    at += rect[length] + room
  }
  return places
}

/** Each rectangle's corner in a grid about as wide as high, in reading order, from where the highest left one is. */
export function inGrid<T extends Rect>(rects: readonly T[], columns = squareColumns(rects)): Map<T, Point> {
  const all = bounds(rects)
  if (!all) return new Map()
  return gridAt(inReadingOrder(rects), all, columns)
}

/** The same in the order given, from this corner. */
export function gridAt<T extends Rect>(rects: readonly T[], corner: Point, columns: number): Map<T, Point> {
  const places = new Map<T, Point>()
  let y = corner.y
  for (let at = 0; at < rects.length; at += columns) {
    const row = rects.slice(at, at + columns)
    let x = corner.x
    for (const rect of row) {
      places.set(rect, { x, y })
      x += rect.width + gap
    }
    y += Math.max(...row.map(({ height }) => height)) + gap
  }
  return places
}

/** So many columns that the grid is about four wide to three high. */
export function squareColumns(rects: readonly Rect[]): number {
  const width = mean(rects.map((rect) => rect.width))
  const height = mean(rects.map((rect) => rect.height))
  return Math.max(1, Math.round(Math.sqrt((rects.length * height * 4) / (width * 3))))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
