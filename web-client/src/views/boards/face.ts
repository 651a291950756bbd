// A card as it is painted where it is no element (faces.ts).
import type { Camera } from '../parts/camera'
import { ascent, leading } from '../parts/fit'
import { runsLeft } from '../parts/letters'
import { broken, wrapped } from '../parts/lines'
import type { Theme } from '../parts/theme'
import type { Item } from './item'
import { inset, nearInset, nearText, nearTitle, type Titles, weight } from './titles'

export interface Face {
  readonly item: Item
  readonly points: number
  /** How near one looks, and the size of its points, 0 for none. */
  readonly tier: number
  readonly tally: number
}

/** Letters are set in this size and scaled: so they are as wide as they were measured, at any zoom. */
const set = 40

export function paintFace(
  ink: CanvasRenderingContext2D,
  camera: Camera,
  face: Face,
  titles: Titles,
  theme: Theme,
): void {
  const { item } = face
  const { k } = camera
  const tint = theme.cards[item.card.color]
  ink.setTransform(k, 0, 0, k, camera.x, camera.y)
  ink.beginPath()
  if (k > 0.15) ink.roundRect(item.x, item.y, item.width, item.height, 10)
  else ink.rect(item.x, item.y, item.width, item.height)
  ink.fillStyle = tint.bg
  ink.fill()
  if (k < 0.06) return
  ink.strokeStyle = tint.edge
  ink.lineWidth = Math.max(1.5, 0.8 / k)
  ink.setLineDash(item.card.audience === 'everyone' ? [] : [7, 5])
  ink.stroke()
  ink.fillStyle = tint.ink
  const pen = new Pen(ink, camera, theme.font)
  if (face.tier) paintFar(pen, face, titles)
  else paintNear(pen, face, titles)
}

function paintFar(pen: Pen, { item, points, tier, tally }: Face, titles: Titles): void {
  const { size, lines } = titles.far(item, tier, tally)
  const room = { x: item.x + inset, width: item.width - 2 * inset }
  if (tally) pen.tally(`★ ${points}`, room, item.y + inset + tally, tally)
  pen.write(lines, room, item.y + inset + tally * 1.3, { size, leading: size * leading, weight })
}

function paintNear(pen: Pen, { item }: Face, titles: Titles): void {
  const { card } = item
  const rows = titles.near(item, { kind: false, facts: false })
  const room = { x: item.x + nearInset.x, width: item.width - 2 * nearInset.x }
  const top = item.y + nearInset.y
  const title = wrapped(card.title, room.width / nearTitle.size, rows.title, titles.width)
  pen.write(title, room, top, { ...nearTitle, weight })
  const across = room.width / nearText.size
  const text = card.text.split('\n').flatMap((line) => broken(line, across, rows.text, titles.width))
  const start = top + title.length * nearTitle.leading + (title.length ? 4 : 0)
  pen.write(text.slice(0, rows.text), room, start, { ...nearText, weight: 400 })
}

interface Letters {
  readonly size: number
  readonly leading: number
  readonly weight: number
}

class Pen {
  constructor(
    private readonly ink: CanvasRenderingContext2D,
    private readonly camera: Camera,
    private readonly font: string,
  ) {}

  /** Lines from the edge at which their script begins, the first below `top`. */
  write(
    lines: readonly string[],
    room: { x: number; width: number },
    top: number,
    { size, leading, weight }: Letters,
  ): void {
    if (!lines.length) return
    const { ink } = this
    const left = runsLeft(lines[0] ?? '')
    ink.font = `${weight} ${set}px ${this.font}`
    ink.textAlign = left ? 'right' : 'left'
    ink.direction = left ? 'rtl' : 'ltr'
    const x = left ? room.x + room.width : room.x
    lines.forEach((line, row) => {
      this.put(line, x, top + row * leading + ascent * size, size)
    })
  }

  tally(text: string, room: { x: number; width: number }, y: number, size: number): void {
    this.ink.font = `700 ${set}px ${this.font}`
    this.ink.textAlign = 'right'
    this.ink.direction = 'ltr'
    this.put(text, room.x + room.width, y, size)
  }

  private put(text: string, x: number, y: number, size: number): void {
    const { k } = this.camera
    const scale = (k * size) / set
    this.ink.setTransform(scale, 0, 0, scale, this.camera.x + x * k, this.camera.y + y * k)
    this.ink.fillText(text, 0, 0)
  }
}
