// The départements: fetched when a map is first shown, then kept. On a board whose scene is France the painter
// draws them under everything else.
import type { Point, Rect } from '../parts/geometry'
import type { Theme } from '../parts/theme'
import { insets, mapSize } from './projection'
import { w } from './words'

export interface Departement {
  readonly code: string
  readonly name: string
  /** Of an SVG path, in map units. */
  readonly path: string
  readonly middle: Point
}

export interface Backdrop {
  /** What of the board it covers. */
  readonly extent: Rect
  /** Draws on a canvas already moved and scaled to the board. */
  paint(ink: CanvasRenderingContext2D, theme: Theme, k: number): void
}

export async function loadOutlines(): Promise<readonly Departement[]> {
  const { default: outlines } = await import('archipel:france')
  return outlines.map(([code, name, path, x, y]) => ({ code, name, path, middle: { x, y } }))
}

/** France in board units. */
export async function loadBackdrop(): Promise<Backdrop> {
  const land = new Path2D()
  for (const { path } of await loadOutlines()) land.addPath(new Path2D(path))
  const frames = new Path2D()
  for (const { box } of insets) frames.roundRect(box.x - 12, box.y - 12, box.width + 24, box.height + 24, 24)
  return {
    extent: { x: 0, y: 0, width: mapSize.width, height: mapSize.height + 80 },
    paint: (ink, theme, k) => paint(ink, theme, k, { land, frames }),
  }
}

function paint(
  ink: CanvasRenderingContext2D,
  theme: Theme,
  k: number,
  { land, frames }: { land: Path2D; frames: Path2D },
): void {
  ink.lineJoin = 'round'
  ink.strokeStyle = theme.line
  ink.lineWidth = 1 / k
  ink.globalAlpha = 0.4
  ink.stroke(frames)
  ink.fillStyle = theme.cards.sand.bg
  ink.globalAlpha = 0.55
  ink.fill(land)
  ink.globalAlpha = 0.8
  ink.stroke(land)
  ink.globalAlpha = 1
  ink.font = `${Math.min(80, 11 / k)}px ${theme.font}`
  ink.textAlign = 'left'
  ink.textBaseline = 'bottom'
  ink.fillStyle = theme.inkSoft
  ink.fillText(w('sourceShort'), 0, mapSize.height + 70)
}
