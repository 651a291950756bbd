// Where one looks: a point p of the board is shown at p * k + (x, y), in CSS pixels of the stage.
// Pure: every function answers a new camera.
import type { Point, Rect } from './geometry'

export interface Camera {
  readonly x: number
  readonly y: number
  readonly k: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels at each edge that something lies over: what is fitted or brought into view keeps clear of them. */
export interface Inset {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const minZoom = 0.04
export const maxZoom = 3
/** Nothing lies further out than the protocol's coordinates; the camera need not either. */
const furthest = 110_000

export function clampZoom(k: number): number {
  return Math.min(maxZoom, Math.max(minZoom, k))
}

export function toScreen(camera: Camera, point: Point): Point {
  return { x: point.x * camera.k + camera.x, y: point.y * camera.k + camera.y }
}

export function toBoard(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) / camera.k, y: (point.y - camera.y) / camera.k }
}

export function visibleRect(camera: Camera, stage: Size): Rect {
  const corner = toBoard(camera, { x: 0, y: 0 })
  return { ...corner, width: stage.width / camera.k, height: stage.height / camera.k }
}

/** The camera shows `board` at the stage's point `screen`, at zoom k, without leaving the board for good. */
export function cameraAt(board: Point, screen: Point, k: number): Camera {
  const zoom = clampZoom(k)
  const held = (value: number) => Math.min(furthest, Math.max(-furthest, value))
  return { x: screen.x - held(board.x) * zoom, y: screen.y - held(board.y) * zoom, k: zoom }
}

export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x + dx, y: camera.y + dy, k: camera.k }
}

/** Zooms by a factor; what is under the point stays under it. */
export function zoomAt(camera: Camera, point: Point, factor: number): Camera {
  return cameraAt(toBoard(camera, point), point, camera.k * factor)
}

/** Two fingers: the board points that were under them stay under them, as far as one zoom for both axes can. */
export function pinch(
  camera: Camera,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): Camera {
  const spread = (pair: readonly [Point, Point]) => Math.hypot(pair[0].x - pair[1].x, pair[0].y - pair[1].y)
  const middle = (pair: readonly [Point, Point]) => ({
    x: (pair[0].x + pair[1].x) / 2,
    y: (pair[0].y + pair[1].y) / 2,
  })
  const factor = spread(after) / Math.max(1, spread(before))
  return cameraAt(toBoard(camera, middle(before)), middle(after), camera.k * factor)
}

/** Shows the whole rectangle within the insets, as large as `largest` allows. */
export function fit(rect: Rect, stage: Size, inset: Inset, largest = 1): Camera {
  const width = Math.max(1, stage.width - inset.left - inset.right)
  const height = Math.max(1, stage.height - inset.top - inset.bottom)
  const k = Math.min(largest, width / Math.max(1, rect.width), height / Math.max(1, rect.height))
  const screen = { x: inset.left + width / 2, y: inset.top + height / 2 }
  return cameraAt({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, screen, k)
}

/** The least move that brings the rectangle clear of the insets; the same camera when it is already. */
export function reveal(camera: Camera, rect: Rect, stage: Size, inset: Inset): Camera {
  const corner = toScreen(camera, rect)
  const dx = nudge(corner.x, rect.width * camera.k, inset.left, stage.width - inset.right)
  const dy = nudge(corner.y, rect.height * camera.k, inset.top, stage.height - inset.bottom)
  return dx || dy ? panBy(camera, dx, dy) : camera
}

function nudge(start: number, length: number, from: number, to: number): number {
  if (start < from || length > to - from) return start === from ? 0 : from - start
  return start + length > to ? to - (start + length) : 0
}

/** A camera on the way from one to another, `part` from 0 to 1; the zoom grows evenly to the eye. */
export function between(from: Camera, to: Camera, part: number): Camera {
  if (part >= 1) return to
  const k = from.k * (to.k / from.k) ** part
  const along = to.k === from.k ? part : (1 / from.k - 1 / k) / (1 / from.k - 1 / to.k)
  const start = toBoard(from, { x: 0, y: 0 })
  const end = toBoard(to, { x: 0, y: 0 })
  return { x: -(start.x + (end.x - start.x) * along) * k, y: -(start.y + (end.y - start.y) * along) * k, k }
}
