// A drawing as a PNG, painted on a canvas. Large boards are drawn smaller: browsers have a largest canvas.
import type { Drawing, Shape } from './drawing'

const longest = 8_000
const mostPixels = 32_000_000

/** Pixels for each unit of the board: two where there is room for it. */
export function scaleFor({ width, height }: { width: number; height: number }): number {
  return Math.min(2, longest / Math.max(width, height), Math.sqrt(mostPixels / (width * height)))
}

export async function pngOf(drawing: Drawing): Promise<Blob | undefined> {
  const { frame, paper } = drawing
  const scale = scaleFor(frame)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(frame.width * scale))
  canvas.height = Math.max(1, Math.round(frame.height * scale))
  const ink = canvas.getContext('2d')
  if (!ink) return undefined
  ink.scale(scale, scale)
  ink.translate(-frame.x, -frame.y)
  ink.fillStyle = paper
  ink.fillRect(frame.x, frame.y, frame.width, frame.height)
  for (const shape of drawing.shapes) paint(ink, shape, drawing.font)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
}

function paint(ink: CanvasRenderingContext2D, shape: Shape, font: string): void {
  if (shape.kind === 'path') paintPath(ink, shape)
  else paintText(ink, shape, font)
}

function paintPath(ink: CanvasRenderingContext2D, shape: Shape & { kind: 'path' }): void {
  const path = new Path2D(shape.path)
  ink.globalAlpha = shape.opacity ?? 1
  if (shape.fill) {
    ink.fillStyle = shape.fill
    ink.fill(path)
  }
  if (shape.stroke) {
    ink.strokeStyle = shape.stroke.color
    ink.lineWidth = shape.stroke.width
    ink.setLineDash(shape.stroke.dashed ? [8, 6] : [])
    ink.stroke(path)
    ink.setLineDash([])
  }
  ink.globalAlpha = 1
}

function paintText(ink: CanvasRenderingContext2D, shape: Shape & { kind: 'text' }, font: string): void {
  ink.font = `${shape.bold ? '600 ' : ''}${shape.size}px ${font}`
  ink.direction = shape.left ? 'rtl' : 'ltr'
  ink.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
  ink.textBaseline = shape.anchor === 'middle' ? 'middle' : 'alphabetic'
  if (shape.halo) {
    ink.lineJoin = 'round'
    ink.lineWidth = 5
    ink.strokeStyle = shape.halo
    ink.strokeText(shape.text, shape.at.x, shape.at.y)
  }
  ink.fillStyle = shape.color
  ink.fillText(shape.text, shape.at.x, shape.at.y)
}
