// The graph on its canvas: ties, discs and names, all of it whenever something changed, at most once a frame.
import type { Card, Color, LinkType } from '../../../../protocol/generated/protocol'
import { cardName } from '../cards/words'
import { type Camera, type Size, toScreen } from '../parts/camera'
import { overlaps, type Point, type Rect } from '../parts/geometry'
import { graphemes, runsLeft } from '../parts/letters'
import { wrapped } from '../parts/lines'
import { Surface } from '../parts/surface'
import type { Network, Tie } from './network'

export interface Picture {
  readonly network: Network
  readonly at: (card: number) => Point | undefined
  readonly camera: Camera
  /** What stands out; the rest is faint. */
  readonly lit: ReadonlySet<number> | undefined
  readonly typeOf: (tie: Tie) => LinkType | undefined
  readonly radius: number
}

/** A card as it is drawn: where on the screen, and how large. */
interface Disc {
  readonly card: Card
  readonly at: Point
  readonly r: number
}

const faint = 0.16
/** More ties than that hide the cards unless they are lighter, and without arrows. */
const many = 1_500
/** Names that are tried, and the height of a row of one. */
const mostNames = 240
const rowPx = 15

export class GraphPainter extends Surface {
  private readonly widths = new Map<string, number>()

  paint(picture: Picture): void {
    this.clear()
    this.onScreen()
    const discs = discsOf(picture)
    this.paintTies(picture, discs)
    const seen = [...discs.values()].filter(({ at, r }) => this.isSeen(at, r))
    this.paintDiscs(seen, picture.lit)
    this.paintNames(seen, picture)
  }

  private isSeen({ x, y }: Point, r: number): boolean {
    return x > -r && y > -r && x < this.size.width + r && y < this.size.height + r
  }

  /** Whether a tie may be seen: what is drawn beside the stage costs as much as what is drawn on it. */
  private crosses(from: Point, to: Point): boolean {
    const { width, height } = this.size
    if (Math.max(from.x, to.x) < 0 || Math.min(from.x, to.x) > width) return false
    return Math.max(from.y, to.y) > 0 && Math.min(from.y, to.y) < height
  }

  private paintTies({ network, lit, typeOf, camera }: Picture, discs: ReadonlyMap<number, Disc>): void {
    const groups = new Map<string, { type: LinkType | undefined; strong: boolean; ties: [Disc, Disc][] }>()
    for (const tie of network.ties) {
      const from = discs.get(tie.from.id)
      const to = discs.get(tie.to.id)
      if (!from || !to || !this.crosses(from.at, to.at)) continue
      const type = typeOf(tie)
      const strong = !lit || (lit.has(tie.from.id) && lit.has(tie.to.id))
      const key = `${type?.id ?? 0} ${strong}`
      const group = groups.get(key) ?? { type, strong, ties: [] }
      groups.set(key, group)
      group.ties.push([from, to])
    }
    for (const group of groups.values()) this.strokeTies(group.ties, group, camera.k)
    this.ink.globalAlpha = 1
    this.ink.setLineDash([])
  }

  private strokeTies(
    ties: readonly [Disc, Disc][],
    { type, strong }: { type: LinkType | undefined; strong: boolean },
    k: number,
  ): void {
    const { ink } = this
    const color = type ? this.theme.cards[type.color].edge : this.theme.line
    ink.globalAlpha = strong ? (ties.length > many ? 0.35 : 1) : faint
    ink.setLineDash(type?.dashed ? [6, 5] : [])
    ink.lineWidth = strong && k > 0.3 ? 2 : 1
    ink.strokeStyle = color
    ink.fillStyle = color
    ink.beginPath()
    for (const [from, to] of ties) {
      ink.moveTo(from.at.x, from.at.y)
      ink.lineTo(to.at.x, to.at.y)
    }
    ink.stroke()
    if (k < 0.3 || ties.length > many) return
    ink.setLineDash([])
    ink.beginPath()
    for (const [from, to] of ties) drawArrow(ink, from, to)
    ink.fill()
  }

  private paintDiscs(discs: readonly Disc[], lit: ReadonlySet<number> | undefined): void {
    const { ink } = this
    const groups = new Map<string, { color: Color; strong: boolean; discs: Disc[] }>()
    for (const disc of discs) {
      const { color } = disc.card
      const strong = !lit || lit.has(disc.card.id)
      const group = groups.get(`${color} ${strong}`) ?? { color, strong, discs: [] }
      groups.set(`${color} ${strong}`, group)
      group.discs.push(disc)
    }
    for (const { color, strong, discs: same } of groups.values()) {
      ink.globalAlpha = strong ? 1 : faint
      ink.beginPath()
      for (const { at, r } of same) {
        ink.moveTo(at.x + r, at.y)
        ink.arc(at.x, at.y, r, 0, 2 * Math.PI)
      }
      ink.fillStyle = this.theme.cards[color].bg
      ink.fill()
      ink.lineWidth = 2
      ink.strokeStyle = this.theme.cards[color].edge
      ink.stroke()
    }
    ink.globalAlpha = 1
  }

  /** In the font of names, which is always the same. */
  private widthOf(row: string): number {
    const known = this.widths.get(row) ?? this.ink.measureText(row).width
    this.widths.set(row, known)
    return known
  }

  /** The most linked first, and each only where it covers no name drawn before. */
  private paintNames(discs: readonly Disc[], { lit, network }: Picture): void {
    const links = ({ card }: Disc) => network.tiesOf(card.id).length
    const named = discs.filter(({ card }) => !lit || lit.has(card.id)).sort((a, b) => links(b) - links(a))
    const { ink } = this
    ink.font = `600 13px ${this.theme.font}`
    ink.textAlign = 'center'
    ink.textBaseline = 'top'
    ink.lineJoin = 'round'
    ink.lineWidth = 4
    ink.strokeStyle = this.theme.paper
    ink.fillStyle = this.theme.ink
    const taken: Rect[] = []
    for (const disc of named.slice(0, mostNames)) {
      const rows = rowsOf(cardName(disc.card))
      const width = Math.max(...rows.map((row) => this.widthOf(row)))
      const box = boxOf(disc, { width, height: rows.length * rowPx }, this.size.width)
      if (taken.some((other) => overlaps(other, box))) continue
      taken.push(box)
      ink.direction = runsLeft(rows[0] ?? '') ? 'rtl' : 'ltr'
      rows.forEach((row, line) => {
        ink.strokeText(row, box.x + box.width / 2, box.y + line * rowPx)
        ink.fillText(row, box.x + box.width / 2, box.y + line * rowPx)
      })
    }
  }
}

/** Below the disc, and within the stage. */
function boxOf({ at, r }: Disc, { width, height }: Size, stage: number): Rect {
  const x = Math.max(4, Math.min(stage - width - 4, at.x - width / 2))
  return { x, y: at.y + r + 4, width, height }
}

/** The more links, the larger, to a point. */
function discsOf({ network, at, camera, radius }: Picture): Map<number, Disc> {
  const discs = new Map<number, Disc>()
  for (const card of network.cards) {
    const place = at(card.id)
    if (!place) continue
    const grows = Math.min(2, 1 + network.tiesOf(card.id).length / 10)
    const r = Math.max(2.5, radius * grows * Math.min(1.2, camera.k))
    discs.set(card.id, { card, at: toScreen(camera, place), r })
  }
  return discs
}

function drawArrow(ink: CanvasRenderingContext2D, from: Disc, to: Disc): void {
  const dx = to.at.x - from.at.x
  const dy = to.at.y - from.at.y
  const apart = Math.hypot(dx, dy)
  if (apart < from.r + to.r + 8) return
  const [ux, uy] = [dx / apart, dy / apart]
  const tip = { x: to.at.x - ux * (to.r + 1), y: to.at.y - uy * (to.r + 1) }
  ink.moveTo(tip.x, tip.y)
  ink.lineTo(tip.x - ux * 9 + uy * 4, tip.y - uy * 9 - ux * 4)
  ink.lineTo(tip.x - ux * 9 - uy * 4, tip.y - uy * 9 + ux * 4)
}

/** A name in at most two rows. */
function rowsOf(name: string): string[] {
  return wrapped(name, 24, 2, (text) => graphemes(text).length)
}
