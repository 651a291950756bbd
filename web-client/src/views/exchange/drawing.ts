// A board as shapes: what the picture of a board is made of, for a file of vectors and for one of pixels. Pure.
import type { Card, Color, LinkType, Zone } from '../../../../protocol/generated/protocol'
import type { Joined } from '../boards/item'
import { linkCurve, pointOn } from '../parts/curve'
import { bounds, grown, overlaps, type Point, type Rect } from '../parts/geometry'
import { runsLeft } from '../parts/letters'
import { wrapped } from '../parts/lines'
import type { Theme } from '../parts/theme'

export interface Stroke {
  readonly color: string
  readonly width: number
  readonly dashed?: boolean
}

export type Shape =
  | {
      readonly kind: 'path'
      /** Of an SVG path. */
      readonly path: string
      readonly fill?: string
      readonly stroke?: Stroke
      readonly opacity?: number
    }
  | {
      readonly kind: 'text'
      readonly at: Point
      readonly text: string
      readonly size: number
      readonly bold: boolean
      readonly color: string
      /** Where the text is held: by its first sign, its middle, or at its right. */
      readonly anchor: 'start' | 'middle' | 'end'
      /** It runs from right to left. */
      readonly left?: boolean
      /** Drawn around the letters, so that they are read over lines. */
      readonly halo?: string
    }

export interface Drawing {
  readonly frame: Rect
  readonly paper: string
  readonly font: string
  readonly shapes: readonly Shape[]
}

/** How wide a text is, in units of the board. */
export type Measure = (text: string, size: number, bold: boolean) => number

export interface Scene {
  readonly title: string
  readonly theme: Theme
  readonly zones: readonly Zone[]
  /** In the order they are laid. */
  readonly cards: readonly Card[]
  readonly links: readonly Joined[]
  readonly land: readonly string[]
  typeOf(link: Joined): LinkType | undefined
  /** Once they are shown; 0 for none. */
  pointsOf(card: Card): number
  /** Small words under a card's text: type, objectives, territory, tags. */
  factsOf(card: Card): string
  readonly measure: Measure
}

const around = 60

/** What there is of it within the frame, or all of it. */
export function draw(scene: Scene, seen: Rect | undefined, land: Rect | undefined): Drawing {
  const { theme } = scene
  const frame =
    seen ?? grown(bounds([...scene.zones, ...scene.cards, ...(land ? [land] : [])]) ?? blank, around)
  const inside = (rect: Rect) => overlaps(rect, frame)
  return {
    frame,
    paper: theme.paper,
    font: theme.font,
    shapes: [
      ...scene.land.map((path) => landShape(path, theme)),
      ...scene.zones.filter(inside).flatMap((zone) => zoneShapes(zone, scene)),
      ...scene.links.flatMap((joint) => linkShapes(joint, scene)),
      ...scene.cards.filter(inside).flatMap((card) => cardShapes(card, scene)),
      ...scene.links.flatMap((joint) => labelShapes(joint, scene)),
    ],
  }
}

const blank: Rect = { x: 0, y: 0, width: 800, height: 500 }

function landShape(path: string, theme: Theme): Shape {
  return {
    kind: 'path',
    path,
    fill: theme.cards.sand.bg,
    stroke: { color: theme.line, width: 1 },
    opacity: 0.6,
  }
}

function zoneShapes(zone: Zone, { theme, measure }: Scene): Shape[] {
  const tint = theme.cards[zone.color]
  const path = rounded(zone, 28)
  const room = { x: zone.x + 24, width: zone.width - 48 }
  const lines = wrapped(zone.title, room.width, 2, (text) => measure(text, 28, true))
  return [
    { kind: 'path', path, fill: tint.bg, opacity: 0.35 },
    { kind: 'path', path, stroke: { color: tint.edge, width: 2 }, opacity: 0.7 },
    ...lines.map((text, row) =>
      lineIn(text, room, zone.y + 44 + 34 * row, 28, true, tint.ink, runsLeft(zone.title)),
    ),
  ]
}

function linkShapes(joint: Joined, { theme, typeOf }: Scene): Shape[] {
  const { from, leave, arrive, to } = linkCurve(joint.from, joint.to)
  const type = typeOf(joint)
  const color = type ? theme.cards[type.color].edge : theme.line
  const path = `M${xy(from)}C${xy(leave)} ${xy(arrive)} ${xy(to)}`
  return [
    { kind: 'path', path, stroke: { color, width: 2, dashed: type?.dashed ?? false } },
    { kind: 'path', path: arrowPath(arrive, to), fill: color },
  ]
}

function arrowPath(arrive: Point, to: Point): string {
  const length = 14
  const wing = 6.5
  const dx = Math.sign(to.x - arrive.x)
  const dy = Math.sign(to.y - arrive.y)
  const left = { x: to.x - dx * length + dy * wing, y: to.y - dy * length + dx * wing }
  const right = { x: to.x - dx * length - dy * wing, y: to.y - dy * length - dx * wing }
  return `M${xy(to)}L${xy(left)}L${xy(right)}Z`
}

function labelShapes(joint: Joined, { theme, typeOf }: Scene): Shape[] {
  const text = [typeOf(joint)?.label, joint.link.label].filter(Boolean).join(' : ')
  if (!text) return []
  const at = pointOn(linkCurve(joint.from, joint.to), 0.5)
  return [{ ...words(text, at, 14, false, theme.ink), anchor: 'middle', halo: theme.paper }]
}

const padding = 14

function cardShapes(card: Card, scene: Scene): Shape[] {
  const tint = scene.theme.cards[card.color as Color]
  const face = rounded(card, 10)
  const shapes: Shape[] = [
    { kind: 'path', path: face, fill: tint.bg, stroke: { color: tint.edge, width: 1.5 } },
  ]
  return [...shapes, ...cardWords(card, scene, tint.ink)]
}

/** As many lines as have room: points, title, text, and the facts at the bottom. */
function cardWords(card: Card, { measure, factsOf, pointsOf }: Scene, color: string): Shape[] {
  const shapes: Shape[] = []
  const room = { x: card.x + padding, width: card.width - 2 * padding }
  const facts = factsOf(card)
  const points = pointsOf(card)
  const bottom = card.y + card.height - padding - (facts ? 20 : 0)
  let y = card.y + padding
  const put = (text: string, size: number, bold: boolean) => {
    const rows = Math.floor((bottom - y) / (size * 1.25))
    const lines = rows > 0 ? wrapped(text, room.width, rows, (one) => measure(one, size, bold)) : []
    const left = runsLeft(text)
    for (const line of lines) {
      y += size * 1.25
      shapes.push(lineIn(line, room, y - size * 0.25, size, bold, color, left))
    }
  }
  if (points) {
    y += 18
    shapes.push({
      ...words(`★ ${points}`, { x: room.x + room.width, y: y - 3 }, 16, true, color),
      anchor: 'end',
    })
  }
  if (card.title) put(card.title, 16, true)
  if (card.title) y += 4
  for (const line of card.text.split('\n')) if (line.trim()) put(line, 13, false)
  if (facts) {
    const [line = ''] = wrapped(facts, room.width, 1, (one) => measure(one, 12, false))
    shapes.push(lineIn(line, room, card.y + card.height - padding, 12, false, color, runsLeft(facts)))
  }
  return shapes
}

/** From the edge at which its script begins. */
function lineIn(
  text: string,
  room: { readonly x: number; readonly width: number },
  y: number,
  size: number,
  bold: boolean,
  color: string,
  left: boolean,
): Shape {
  const one = words(text, { x: left ? room.x + room.width : room.x, y }, size, bold, color)
  return left ? { ...one, left } : one
}

function words(
  text: string,
  at: Point,
  size: number,
  bold: boolean,
  color: string,
): Shape & { kind: 'text' } {
  return { kind: 'text', at, text, size, bold, color, anchor: 'start' }
}

function xy({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

function rounded({ x, y, width, height }: Rect, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2)
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}Z`
}
